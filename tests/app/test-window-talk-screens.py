#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""Giving a talk on two screens, one of which is unplugged midway. Run by with-display.sh --screens --openbox.

Usage: test-window-talk-screens.py PROGRAM SOURCE_ROOT
"""

import pathlib
import subprocess
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tools"))

import tap  # noqa: E402
from program import STORY, list_x_windows, press, wait_until, xdotool  # noqa: E402
from talk import STEPS, Talk  # noqa: E402
from tap import check, check_equal  # noqa: E402
from window import start  # noqa: E402

WIDTH = 1280  # of either screen


def xrandr(*arguments):
    """Changes the screens; asking after that makes the server tell of it."""
    subprocess.run(["xrandr", *arguments], check=True)
    subprocess.run(["xrandr"], check=True, stdout=subprocess.DEVNULL)


def plug_in():
    xrandr("--output", "DUMMY0", "--mode", "1280x720", "--pos", "0x0", "--primary",
           "--output", "DUMMY1", "--mode", "1280x720", "--pos", "1280x0")


def find_windows(program, starts):
    """The left edges of the program’s windows over a whole screen whose titles begin so."""
    found = set()
    for window in list_x_windows(program.process.pid):
        if " ".join(xdotool("getwindowname", window)).startswith(starts):
            lines = dict(line.split("=") for line in xdotool("getwindowgeometry", "--shell", window))
            if int(lines["WIDTH"]) == WIDTH and int(lines["HEIGHT"]) == 720:
                found.add(int(lines["X"]))
    return found


def wait_for_places(program, talk, speaker):
    """The program’s own window has the title of the talk, too."""
    wait_until(lambda: find_windows(program, "Speaker’s view") == {speaker}, f"the speaker’s window is at {speaker}")
    wait_until(lambda: talk in find_windows(program, STORY), f"the talk is at {talk}")


def begin(*arguments):
    plug_in()
    program = start("present", *arguments)
    try:
        talk = Talk(program, STORY)
    except BaseException:
        program.process.kill()
        raise
    return program, talk


def end(program, talk):
    talk.leave()
    press("ctrl+q")
    check_equal(program.wait_for_end(), 0, "exit status")


def test_two_screens():
    """The whole talk with the speaker’s window before the speaker; screens are swapped with a key."""
    program, talk = begin("--monitor", "DUMMY1")
    with program:
        wait_for_places(program, WIDTH, 0)
        for number, title in enumerate(STEPS[1:], 2):
            talk.click("Next")
            talk.wait_for(title)
            talk.wait_for_words(f"Step {number} of {len(STEPS)}", talk.find_speaker())
            if number == 5:
                press("x")
                wait_for_places(program, 0, WIDTH)
            if number == 7:
                press("x")
                wait_for_places(program, WIDTH, 0)
        talk.click("Next")
        wait_until(talk.is_at_end, "the end is told")
        talk.wait_for_words("at its end", talk.find_speaker())
        end(program, talk)


def test_frozen_and_black():
    """They are for the audience: the speaker sees on."""
    program, talk = begin()
    with program:
        wait_until(talk.find_speaker, "the speaker has a window")
        talk.click("b")
        talk.wait_for_words("sees black", talk.find_speaker())
        talk.click("b")
        talk.click("f")
        talk.wait_for_words("froze", talk.find_speaker())
        talk.click("Next")
        wait_until(lambda: talk.find_pictures(talk.find_speaker())[:1] == [STEPS[1]], "the speaker has gone on")
        talk.click("f")
        talk.wait_for(STEPS[1])

        # All steps get the keys on the speaker’s screen, and messages are there, too.
        for key in ("Home", "Tab", "Down", "Down", "Return"):
            press(key)
        talk.wait_for(STEPS[2])
        for key in ("g", "9", "9", "Return"):
            press(key)
        talk.wait_for_words("no step 99", talk.find_speaker())
        check(not any("no step" in name for name in talk.list_words()), talk.list_words())
        press("Home")
        press("Right")
        talk.wait_for(STEPS[1])

        # Sources get the keys; Escape gives them back.
        press("i")
        press("Down")
        time.sleep(0.3)
        check_equal(talk.get_step(), STEPS[1])
        talk.click("Escape")
        press("Down")
        talk.wait_for(STEPS[2])
        end(program, talk)


def test_unplugged():
    """The talk goes on where there is a screen; and over both when there are two again."""
    program, talk = begin("--monitor", "2")
    with program:
        wait_for_places(program, WIDTH, 0)
        talk.click("Next")
        talk.wait_for(STEPS[1])
        xrandr("--output", "DUMMY1", "--off")
        wait_until(lambda: talk.find_speaker() is None, "there is no room for the speaker’s window")
        wait_until(lambda: 0 in find_windows(program, STORY), "the talk is on the other screen")
        talk.check_on()
        talk.wait_for_words("screen is gone")
        talk.click("Next")
        talk.wait_for(STEPS[2])
        press("h")
        talk.wait_for_words("Step 3 of")
        press("h")
        talk.wait_for(STEPS[2])
        plug_in()
        wait_for_places(program, WIDTH, 0)
        talk.click("Next")
        talk.wait_for(STEPS[3])
        xrandr("--output", "DUMMY0", "--off")
        wait_until(lambda: talk.find_speaker() is None, "there is one screen")
        talk.check_on()
        talk.click("Next")
        talk.wait_for(STEPS[4])
        plug_in()
        end(program, talk)


def test_closing_the_speakers_window():
    """The talk goes on; a key brings it back."""
    program, talk = begin()
    with program:
        wait_until(talk.find_speaker, "the speaker has a window")
        press("h")
        wait_until(lambda: talk.find_speaker() is None, "it is hidden")
        talk.wait_for_keys()
        press("h")
        wait_until(talk.find_speaker, "it is back")
        talk.wait_for_keys()
        xdotool("key", "alt+F4")
        wait_until(lambda: talk.find_speaker() is None, "it is closed")
        talk.wait_for_keys()
        talk.check_on()
        talk.click("Next")
        talk.wait_for(STEPS[1])
        end(program, talk)


def test_no_such_screen():
    program, talk = begin("--monitor", "HDMI-7")
    with program:
        talk.wait_for_words("HDMI-7", talk.find_speaker())
        check(talk.find_frame() is not None, "it begins all the same")
        end(program, talk)


sys.exit(tap.run(tap.functions_of(sys.modules[__name__])))
