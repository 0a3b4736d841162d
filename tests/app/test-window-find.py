#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""Looking for words and dates in the window, with real keys. Run by with-display.sh --openbox.

Usage: test-window-find.py PROGRAM SOURCE_ROOT
"""

import pathlib
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tools"))

import tap  # noqa: E402
from accessible import list_names  # noqa: E402
from program import STORY_FILE, Role, press, wait_until, xdotool  # noqa: E402
from tap import check, check_equal  # noqa: E402
from window import Window, start  # noqa: E402

# In the order of time, as the window has them.
TITLES = {event["id"]: event["title"] for event in STORY_FILE["events"]}


class Finding(Window):
    """A window in which one looks for something."""

    def count(self):
        said = list_names(self.frame.find_shown(Role.ALERT))
        return [text for text in said if "of" in text or "event" in text or "found" in text or "hidden" in text]

    def wait_for_count(self, text):
        wait_until(lambda: text in self.count(), f"“{text}” is said, not {self.count()}")

    def type(self, text):
        xdotool("type", "--delay", "20", text)

    def selected(self):
        return self.list_selected()


def open_story():
    program = start()
    try:
        window = Finding(program)
        window.settle()
    except BaseException:
        program.process.kill()
        raise
    return program, window


def find_chooser(program, title):
    return [frame for frame in program.find_frames() if frame.get_name() == title]


def test_words():
    """Words are found as they are typed; Enter goes on, Shift and Enter back; Escape ends it."""
    program, window = open_story()
    with program:
        press("ctrl+f")
        window.type("friar")
        window.wait_for_count("1 event")
        press("Return")
        window.wait_for_selected(TITLES["e19-friar"])
        window.wait_for_count("1 of 1")
        found = window.find_event(TITLES["e19-friar"])
        wait_until(lambda: found.get_description().startswith("Found."), "a screen reader is told that it is a hit")

        # So does what is measured, as in the tour of the README,
        press("ctrl+a")
        window.type("valuation")
        window.wait_for_count("2 events")

        # and who says it.
        press("ctrl+a")
        window.type('techcrunch "14% of its staff"')
        window.wait_for_count("1 event")
        press("ctrl+a")
        window.type("xyzzy")
        window.wait_for_count("Nothing found")
        press("Escape")
        wait_until(lambda: not window.find_all(Role.TEXT, "Find in the timeline"), "the bar is gone")
        wait_until(lambda: not window.find_event(TITLES["e19-friar"]).get_description().startswith("Found."),
                   "nothing is marked any more")
        program.quit()


def test_next_and_previous():
    program, window = open_story()
    with program:
        press("slash")
        window.type("superintelligence")
        wait_until(lambda: any("events" in text for text in window.count()), "hits are counted")
        n_hits = int(window.count()[0].split()[0])
        check(n_hits > 2, n_hits)
        seen = []
        for i in range(n_hits):
            press("ctrl+g")
            window.wait_for_count(f"{i + 1} of {n_hits}")
            seen.append(window.get_details_title())
        check_equal(len(set(seen)), n_hits)

        # Around at the end, and back.
        press("Return")
        window.wait_for_count(f"1 of {n_hits}")
        press("shift+Return")
        window.wait_for_count(f"{n_hits} of {n_hits}")
        press("ctrl+shift+g")
        window.wait_for_count(f"{n_hits - 1} of {n_hits}")
        program.quit()


def test_date():
    """A date that is typed is gone to, and one can go back."""
    program, window = open_story()
    with program:
        before = window.get_axis()
        press("ctrl+f")
        window.type("12 june 2025")
        wait_until(lambda: [node for node in window.frame.find_shown(Role.BUTTON)
                            if node.get_name() == "Go to 12 June 2025"], "the date is offered")
        press("Return")
        window.wait_for_axis(lambda axis: axis != before and "June 2025" in axis, "the date is in view")
        press("Escape")
        press("alt+Left")
        window.wait_for_axis(lambda axis: axis == before, "all is in view again")
        program.quit()


def test_slash_is_a_character():
    """Where one types, it is what it is."""
    program, window = open_story()
    with program:
        press("ctrl+f")
        window.type("a/b")
        window.wait_for_count("Nothing found")
        program.quit()


def test_go_to_event():
    """A few letters of its title go to an event."""
    program, window = open_story()
    with program:
        press("ctrl+k")
        wait_until(lambda: find_chooser(program, "Go to Event"), "the chooser is there")
        window.type("goleav")
        press("Return")
        window.wait_for_selected(TITLES["e20-google-plans"])

        # Escape gives the keyboard back.
        press("ctrl+k")
        wait_until(lambda: find_chooser(program, "Go to Event"), "the chooser is there again")
        press("Escape")
        wait_until(lambda: not find_chooser(program, "Go to Event"), "it is gone")
        press("Right")
        wait_until(lambda: window.list_selected() and TITLES["e20-google-plans"] not in window.list_selected()[0],
                   "the arrow keys are the canvas’s")
        program.quit()


def test_commands():
    """What can be done is done by its name."""
    program, window = open_story()
    with program:
        before = window.get_axis()
        press("ctrl+shift+p")
        wait_until(lambda: find_chooser(program, "Do Something"), "the chooser is there")
        window.type("true to scale")
        press("Down")
        press("Return")
        wait_until(lambda: not find_chooser(program, "Do Something"), "it is gone")
        press("ctrl+shift+p")
        wait_until(lambda: find_chooser(program, "Do Something"), "the chooser is there")
        window.type("zoom in")
        press("Return")
        window.wait_for_axis(lambda axis: axis != before, "the view is nearer")
        program.quit()


sys.exit(tap.run(tap.functions_of(sys.modules[__name__])))
