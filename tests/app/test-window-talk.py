#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""Giving the talk from the window, with real keys. Run by with-display.sh --openbox.

Usage: test-window-talk.py PROGRAM SOURCE_ROOT
"""

import pathlib
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tools"))

import tap  # noqa: E402
from program import STORY_FILE, Role, press, wait_until, xdotool  # noqa: E402
from tap import check, check_equal  # noqa: E402
from window import Window, say_what_is_unknown, start  # noqa: E402

if say_what_is_unknown():
    tap.skip_all(say_what_is_unknown())

STEPS = [step["title"] for step in STORY_FILE["talk"]["steps"]]


def find_other(program, window):
    """A window besides it that has a picture: a step of the talk."""
    others = [child for child in program.find_root().list_children()
              if child.path != window.frame.path and child.find_shown(Role.IMAGE)]
    return others[0] if others else None


class Talk:
    """The talk of a window, over the screen."""

    def __init__(self, program, window):
        self.program = program
        self.window = window
        press("F5")
        self.frame = wait_until(self.find_frame, "the talk begins")
        self.wait_for(STEPS[0])

    def find_frame(self):
        return find_other(self.program, self.window)

    def get_step(self):
        titles = [node.get_name() for node in self.frame.find_shown(Role.IMAGE)]
        return titles[0] if titles else None

    def wait_for(self, title):
        wait_until(lambda: self.get_step() == title, f"“{title}” is shown, not “{self.get_step()}”")

    def leave(self):
        press("Escape")
        wait_until(lambda: self.find_frame() is None, "the talk is over")

    def is_at_end(self):
        return any("end of the talk" in node.get_name() for node in self.frame.find_shown(Role.ALERT))


def begin():
    program = start()
    try:
        window = Window(program)
        window.settle()
        talk = Talk(program, window)
    except BaseException:
        program.process.kill()
        raise
    return program, window, talk


def test_through_the_whole_talk():
    """With a clicker: on and on, to an end; Escape is the window’s again."""
    program, window, talk = begin()
    with program:
        check(talk.frame.get_size()[0] >= 1600, talk.frame.get_size())
        for title in STEPS[1:]:
            press("Next")
            talk.wait_for(title)
        press("Next")
        wait_until(talk.is_at_end, "the end is told")
        press("Prior")
        wait_until(lambda: not talk.is_at_end(), "one can go back from it")
        talk.wait_for(STEPS[-1])
        talk.leave()
        press("Right")
        wait_until(window.list_selected, "the keys are the window’s again")
        program.quit()


def test_keys():
    program, window, talk = begin()
    with program:
        for key, title in (("Right", STEPS[1]), ("space", STEPS[2]), ("Left", STEPS[1]), ("End", STEPS[-1]),
                           ("Home", STEPS[0]), ("Down", STEPS[1]), ("BackSpace", STEPS[0]), ("Left", STEPS[0])):
            press(key)
            talk.wait_for(title)

        # A clicker’s start button does not begin it again; black is left before the talk is.
        press("Next")
        press("F5")
        talk.wait_for(STEPS[1])
        press("period")
        press("Escape")
        talk.wait_for(STEPS[1])
        check(talk.find_frame() is not None, "it goes on")

        # Faster than it moves.
        for _ in range(4):
            press("Next")
        talk.wait_for(STEPS[5])
        talk.leave()
        program.quit()


def test_pointer():
    program, window, talk = begin()
    with program:
        xdotool("mousemove", 800, 450, "click", 1)
        talk.wait_for(STEPS[1])
        xdotool("click", 3)
        talk.wait_for(STEPS[0])
        talk.leave()
        program.quit()


def test_as_a_command():
    program = start()
    with program:
        window = Window(program)
        window.settle()
        press("ctrl+shift+p")
        wait_until(lambda: [frame for frame in program.find_frames() if frame.get_name() == "Do Something"], "it is there")
        xdotool("type", "--delay", "20", "talk")
        press("Return")
        frame = wait_until(lambda: find_other(program, window), "the talk is a command, too")
        check_equal(frame.find_shown(Role.IMAGE)[0].get_name(), STEPS[0])
        press("Escape")
        wait_until(lambda: not find_other(program, window), "it is over")
        program.quit()


sys.exit(tap.run(tap.functions_of(sys.modules[__name__])))
