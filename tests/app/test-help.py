#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""The help within the program: it is opened, read and closed by keyboard.

Usage: test-help.py PROGRAM SOURCE_ROOT
"""

import pathlib
import re
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tools"))

import tap  # noqa: E402
from accessible import Role, State  # noqa: E402
from gi.repository import GLib  # noqa: E402
from program import ROOT, STORY, list_x_windows, press, wait_for_focus, wait_until  # noqa: E402
from tap import check, check_equal  # noqa: E402
from window import start  # noqa: E402

TEXT = "org.a11y.atspi.Text"
GUIDE = (ROOT / "docs/using.md").read_text()
CHAPTERS = re.findall(r"^## (.*)$", GUIDE, re.MULTILINE)


def find_text(frame):
    """What there is to read, and where the cursor is in it."""
    node = wait_until(lambda: frame.find_shown(Role.TEXT), "there is a text")[0]
    text = node.call(TEXT, "GetText", GLib.Variant("(ii)", (0, -1)))
    place = node.call("org.freedesktop.DBus.Properties", "Get", GLib.Variant("(ss)", (TEXT, "CaretOffset")))
    return node, text, text[place:].split("\n")[0]


def open_help(program):
    wait_for_focus(program.wait_for_window(STORY))
    press("F1")
    frame = program.wait_for_window("Help")
    wait_for_focus(frame)
    return frame


def test_says_all_that_the_guide_says():
    with start() as program:
        node, text, line = find_text(open_help(program))
        check_equal(line, "Using Throughline", "it begins at the top")
        for heading in CHAPTERS:
            check(f"\n{heading}\n" in text, heading)
        # Words, not marks.
        for mark in ("**", "`", "](", "<!--", "!["):
            check(mark not in text, mark)
        words = set(re.findall(r"\w{4,}", re.sub(r"<!--.*?-->|!\[.*", "", GUIDE)))
        check_equal(words - set(re.findall(r"\w{4,}", text)), set(), "words that are missing")
        check_equal(node.get_name(), "Help")
        press("Escape")
        wait_until(lambda: len(list_x_windows(program.process.pid)) == 1, "Escape closes it")
        program.quit()


def test_contents_lead_to_chapters():
    with start() as program:
        frame = open_help(program)
        check(any(node.get_name() == "Contents" for node in frame.find_shown(Role.BUTTON)), "the button has a name")
        press("F10")
        wait_until(lambda: frame.find_shown(Role.MENU_ITEM), "there is a menu of contents")
        names = [item.get_name() for item in frame.find_shown(Role.MENU_ITEM)]
        if any(names):
            check_equal(names, CHAPTERS)
        check_equal(len(names), len(CHAPTERS), "GTK 4.18 does not tell the names")
        for _ in CHAPTERS[2:]:
            press("Down")
        press("Return")
        wait_until(lambda: find_text(frame)[2] in CHAPTERS[1:], "the cursor is where a chapter begins")
        wait_until(lambda: find_text(frame)[0].has_state(State.FOCUSED), "one can read on from there")
        program.quit()


def test_is_there_once():
    with start() as program:
        open_help(program)
        press("F1")
        wait_until(lambda: len(list_x_windows(program.process.pid)) == 2, "two windows in all")
        press("ctrl+w")
        wait_until(lambda: len(list_x_windows(program.process.pid)) == 1, "one is closed")
        check_equal([frame.get_name() for frame in program.find_frames()], [STORY])
        program.quit()


sys.exit(tap.run(tap.functions_of(sys.modules[__name__])))
