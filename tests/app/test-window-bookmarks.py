#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""Bookmarks in the window, with real keys. Run by with-display.sh --openbox.

Usage: test-window-bookmarks.py PROGRAM SOURCE_ROOT
"""

import pathlib
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tools"))

import tap  # noqa: E402
from program import SCRATCH, Role, find_shown, press, wait_until, write_timeline, xdotool  # noqa: E402
from tap import check, check_equal  # noqa: E402
from window import Window, start  # noqa: E402

STAKE = "Meta takes a 49% stake in Scale AI"
NAME = "Name of the bookmark"


def type_name(window, name):
    """Over what the entry has, which is all selected."""
    window.wait_for_focus_on(NAME)
    xdotool("type", "--clearmodifiers", name)
    press("Return")
    window.wait_for_none(Role.TEXT, NAME)
    window.wait_for_none(Role.LIST, "Bookmarks")


def list_bookmarks(window):
    """Opens the list, and closes it again."""
    press("ctrl+b")
    window.find(Role.BUTTON, "Bookmark This View")
    names = wait_until(lambda: [[row.get_name() for rows in window.find_all(Role.LIST, "Bookmarks")
                                 for row in rows.list_children()]], "bookmarks are listed")[0]
    press("Escape")
    window.wait_for_none(Role.BUTTON, "Bookmark This View")
    return names


def go_to(window, place):
    """By its place in the list, from above."""
    press("ctrl+b")
    window.find(Role.LIST, "Bookmarks")
    wait_until(lambda: window.find_focused() and ", " in window.find_focused(), "a bookmark has the keyboard")
    for _ in range(3 * place):
        press("Tab")
    press("Return")
    window.wait_for_none(Role.LIST, "Bookmarks")


def zoom_in(window):
    before = window.get_axis()
    press("ctrl+plus")
    return window.wait_for_axis(lambda axis: axis != before, "it is looked at from nearer")


def test_view():
    """Made, named, gone to, back, renamed, removed, and made again by undoing that."""
    with start("--select", "e14-stake") as program:
        window = Window(program)
        window.wait_for_selected(STAKE)
        window.settle()
        whole = window.get_axis()
        zoom_in(window)
        near = zoom_in(window)
        press("m")
        window.wait_for_focus_on(NAME)
        check_equal(window.find(Role.TEXT, NAME).get_name(), NAME)
        press("Return")
        window.wait_for_none(Role.LIST, "Bookmarks")
        window.wait_for_focus_on(STAKE)
        check(list_bookmarks(window)[0].startswith(STAKE + ", "), list_bookmarks(window))

        # Elsewhere, and with another event.
        press("0")
        window.wait_for_axis(lambda axis: axis == whole, "all is in view")
        press("Home")
        wait_until(lambda: not any(name.startswith(STAKE) for name in window.list_selected()), "another is selected")
        go_to(window, 0)
        window.wait_for_axis(lambda axis: axis == near, "the view is there again")
        window.wait_for_selected(STAKE)
        press("alt+Left")
        window.wait_for_axis(lambda axis: axis == whole, "it is where it was before")

        # Another name, and whoever thinks better of it.
        press("ctrl+b")
        window.find(Role.LIST, "Bookmarks")
        press("Tab")
        press("space")
        window.wait_for_focus_on(NAME)
        press("ctrl+a")  # GTK now and then loses what is selected, see docs/engineering.md.
        xdotool("type", "The deal")
        press("Return")
        window.find(Role.LIST_ITEM, "The deal, ")
        press("Tab")
        press("space")
        window.wait_for_focus_on(NAME)
        xdotool("type", "Nothing")
        press("Escape")
        window.wait_for_none(Role.TEXT, NAME)
        window.find(Role.LIST_ITEM, "The deal, ")

        press("Tab")
        press("Tab")
        press("space")
        window.wait_for_none(Role.LIST_ITEM, "The deal, ")
        window.wait_for_focus_on("Bookmark This View")
        press("Escape")
        window.wait_for_none(Role.BUTTON, "Bookmark This View")
        check_equal(find_shown(window.frame, "is removed"), ["“The deal” is removed"])
        check_equal(list_bookmarks(window), [])
        window.click_node(window.find(Role.BUTTON, "Undo"))
        window.wait_for_none(Role.BUTTON, "Undo")
        wait_until(lambda: [name.split(",")[0] for name in list_bookmarks(window)] == ["The deal"], "it is there again")
        program.quit()


def test_marked_time():
    """Of the marked span, which is marked again; without one it is said how to mark one."""
    with start("--select", "e14-stake") as program:
        window = Window(program)
        window.wait_for_selected(STAKE)
        window.settle()
        press("shift+m")
        window.find(Role.LABEL, "No time is marked")
        press("r")
        window.find(Role.BUTTON, "Zoom to it")
        press("shift+m")
        type_name(window, "That day")
        press("Escape")
        window.wait_for_none(Role.BUTTON, "Zoom to it")
        check_equal(list_bookmarks(window), ["That day, 12 June 2025"])
        go_to(window, 0)
        window.find(Role.BUTTON, "Zoom to it")
        window.wait_for_axis(lambda axis: axis.startswith("Time axis from 1") and "June 2025" in axis, "it is near")
        program.quit()


def test_restart():
    """Each timeline has its own, and two windows of it the same."""
    state = str(SCRATCH / "bookmarks-state")
    other = write_timeline("other.json", "The other", ("Something happens", "2025"))
    with start(XDG_STATE_HOME=state) as program:
        window = Window(program)
        window.settle()
        press("ctrl+d")
        type_name(window, "Ganz & gar <b>")
        press("ctrl+d")
        type_name(window, "Zwei")
        program.quit()
    with start(other, XDG_STATE_HOME=state) as program:
        window = Window(program, "The other")
        window.settle()
        check_equal(list_bookmarks(window), [])
        program.quit()
    files = list(pathlib.Path(state, "throughline", "bookmarks").iterdir())
    check_equal(len(files), 1)
    check_equal(files[0].stat().st_mode & 0o777, 0o600)

    # Somebody has been at it by hand.
    files[0].write_text("nonsense\n" + files[0].read_text(encoding="utf-8"), encoding="utf-8")
    with start("resource:///io/github/throughline/Throughline/meta-scale-openai-google.timeline.json",
               XDG_STATE_HOME=state) as program:
        window = Window(program)
        window.settle()
        check_equal(list_bookmarks(window), ["Ganz & gar <b>, All of the timeline", "Zwei, All of the timeline"])
        program.quit()


def test_keys_of_text_fields():
    """M is a letter there."""
    with start() as program:
        window = Window(program)
        window.settle()
        press("m")
        type_name(window, "Mm")
        check_equal(list_bookmarks(window), ["Mm, All of the timeline"])
        program.quit()


def test_narrow_window():
    """Where the button has no room, the menu leads there."""
    with start() as program:
        window = Window(program)
        window.settle()
        xdotool("windowsize", "--sync", window.x_window, 420, 700)
        window.wait_for_none(Role.BUTTON, "Zoom out")
        press("ctrl+d")
        type_name(window, "Narrow")
        check_equal(list_bookmarks(window), ["Narrow, All of the timeline"])
        program.quit()


sys.exit(tap.run(tap.functions_of(sys.modules[__name__])))
