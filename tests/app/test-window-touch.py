#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""The window with fingers, on a touchscreen and on a touchpad. Run by with-display.sh --touch --openbox.

Usage: test-window-touch.py PROGRAM SOURCE_ROOT
"""

import pathlib
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tools"))

import tap  # noqa: E402
from program import PATIENCE, Role, press, wait_until, xdotool  # noqa: E402
from tap import check, check_equal  # noqa: E402
from touch import Pad, Screen  # noqa: E402
from window import MARK, Window, make_settings, start  # noqa: E402

STAKE = "Meta takes a 49% stake in Scale AI"
FRIAR = "OpenAI’s finance chief: we go on with Scale"
STAKE_MARK = 15

MOVING = make_settings("moving", gtk_enable_animations=1)
SCREEN = Screen()
PAD = Pad()


class TouchedWindow(Window):
    """The story, nearer than all of it, so that there is time on both sides."""

    def __init__(self, program):
        super().__init__(program)
        self.wait_for_selected(STAKE)
        self.settle()
        axis = self.get_axis()
        self.scroll(self.get_point(self.find_event(STAKE), x=STAKE_MARK), -3, keys=["ctrl"])
        self.wait_for_axis(lambda now: now != axis, "it is nearer")
        self.settle()
        xdotool("mousemove", 0, 0)
        self.event = self.find_event(STAKE)
        place = dict(line.split("=") for line in xdotool("getwindowgeometry", "--shell", self.x_window))
        self.origin = int(place["X"]), int(place["Y"])

    def get_place(self, point):
        """Of a point in the window on the screen."""
        return tuple(self.origin[axis] + point[axis] for axis in (0, 1))

    def get_mark(self, title=STAKE, x=STAKE_MARK):
        return self.get_place(self.get_point(self.find_event(title), x=x))

    def get_x(self, title=STAKE):
        return self.find_event(title).get_box()[0]


def check_near(found, expected, tolerance, what):
    check(abs(found - expected) <= tolerance, what, {"found": found}, {"expected": expected})


# One finger

def test_finger_moves_the_view():
    """As far as it goes; held still before it lifts, it leaves all where it is."""
    with start("--select", "e14-stake", XDG_CONFIG_HOME=MOVING) as program:
        window = TouchedWindow(program)
        before = window.get_x()
        x, y = window.get_place(window.find_gap())
        finger = SCREEN.put((x, y))
        SCREEN.move({finger: (x - 150, y)})
        wait_until(lambda: window.get_x() == before - 150, "it goes along")
        time.sleep(0.2)
        SCREEN.move({finger: (x - 151, y)}, 0.02)
        time.sleep(0.2)
        SCREEN.lift(finger)
        window.settle()
        check_near(window.get_x(), before - 151, 1, "it stays")
        window.wait_for_selected(STAKE)
        program.quit()


def throw(window, x, y, dx, seconds):
    """Returns how far it glides, or None where the machine was too busy to move the finger steadily."""
    before = window.get_x()
    began = time.monotonic()
    finger = SCREEN.put((x, y))
    SCREEN.move({finger: (x + dx, y)}, seconds)
    SCREEN.lift(finger)
    took = time.monotonic() - began
    window.settle()
    return window.get_x() - before - dx if took < seconds * 1.15 else None


def test_finger_throws_the_view():
    """It glides on when the finger lifts, more slowly by and by; where it is touched again, it stops."""
    with start("--select", "e14-stake", XDG_CONFIG_HOME=MOVING) as program:
        window = TouchedWindow(program)
        x, y = window.get_place(window.find_gap())
        # There and back, until it is steady once.
        throws = (throw(window, x - 120 * (i % 2), y, 120 if i % 2 else -120, 0.3) for i in range(12))
        glide = next((glide for glide in throws if glide is not None), None)
        if glide is None:
            raise tap.Skip("the machine is too busy for a steady finger")
        # 400 pixels a second, of which it loses four parts in a second.
        check_near(abs(glide), 100, 40 * PATIENCE, "it glides on")

        before = window.get_x()
        finger = SCREEN.put((x - 120, y))
        SCREEN.move({finger: (x, y)}, 0.1)
        SCREEN.lift(finger)
        finger = SCREEN.put((x, y))
        window.settle()
        check(before + 120 - 1 <= window.get_x() < before + 120 + 250, before, window.get_x())
        SCREEN.lift(finger)
        program.quit()


def test_nothing_glides_with_reduced_motion():
    with start("--select", "e14-stake") as program:
        window = TouchedWindow(program)
        before = window.get_x()
        x, y = window.get_place(window.find_gap())
        finger = SCREEN.put((x, y))
        SCREEN.move({finger: (x - 120, y)}, 0.1)
        SCREEN.lift(finger)
        wait_until(lambda: window.get_x() == before - 120, "it goes along")
        window.settle()
        check_equal(window.get_x(), before - 120)
        program.quit()


def test_taps():
    """One selects, one beside it lets go, two go nearer."""
    with start("--select", "e14-stake") as program:
        window = TouchedWindow(program)
        SCREEN.tap(window.get_mark(FRIAR, MARK))
        window.wait_for_selected(FRIAR)
        window.wait_for_details(FRIAR)
        time.sleep(0.5)
        # What a finger reaches is more than a pointer does.
        SCREEN.tap(window.get_place(window.find_gap(30, 26)))
        window.wait_for_selected()
        time.sleep(0.5)

        axis = window.get_axis()
        SCREEN.tap(window.get_mark(FRIAR, MARK), times=2)
        window.wait_for_axis(lambda now: now != axis, "it is nearer")
        program.quit()


def test_long_press_opens_the_menu():
    with start("--select", "e14-stake") as program:
        window = TouchedWindow(program)
        finger = SCREEN.put(window.get_mark(FRIAR, MARK))
        window.find_menu_item("Zoom", 1)
        SCREEN.lift(finger)
        time.sleep(0.2)
        check(window.frame.find_shown(Role.MENU_ITEM), "it stays open")
        press("Escape")
        window.wait_for_no_menu()
        program.quit()


# Two fingers

def pinch(window, middle, spread, to_middle, to_spread):
    """Two fingers beside each other, and how far they are from their middle."""
    (x, y), (to_x, to_y) = middle, to_middle
    fingers = [SCREEN.put((x - spread, y)), SCREEN.put((x + spread, y))]
    SCREEN.move(dict(zip(fingers, [(to_x - to_spread, to_y), (to_x + to_spread, to_y)])), 0.4)
    time.sleep(0.1)
    SCREEN.lift(*fingers)
    window.settle()


def test_two_fingers_zoom():
    """The date at their middle stays there, also where that moves."""
    with start("--select", "e14-stake", XDG_CONFIG_HOME=MOVING) as program:
        window = TouchedWindow(program)
        mark = window.get_mark()
        before, friar = window.get_x(), window.get_x(FRIAR)
        middle = (mark[0], window.get_place(window.find_gap())[1])
        pinch(window, middle, 60, middle, 90)
        check_near(window.get_x(), before, 4, "the date between them stays")
        factor = (window.get_x(FRIAR) - window.get_x()) / (friar - before)
        check_near(factor, 90 / 60, 0.12, "it is nearer by as much as they part")

        pinch(window, middle, 90, middle, 60)
        check_near(window.get_x(), before, 5, "the date between them stays")
        check_near(window.get_x(FRIAR), friar, 12, "all is as before")

        pinch(window, middle, 60, (middle[0] - 100, middle[1]), 60)
        check_near(window.get_x(), before - 100, 5, "the date between them goes with them")
        window.wait_for_selected(STAKE)
        program.quit()


# A touchpad

def test_touchpad_moves_the_view():
    """By parts of a wheel's step."""
    with start("--select", "e14-stake", XDG_CONFIG_HOME=MOVING) as program:
        window = TouchedWindow(program)
        window.move_pointer(window.find_gap())
        before = window.get_x()
        PAD.scroll(0, 0.1, 1)  # Only what follows can be compared with it.
        PAD.scroll(0, 0.1, 4)
        wait_until(lambda: before - 200 < window.get_x() < before - 20, "it goes along")
        program.quit()


sys.exit(tap.run(tap.functions_of(sys.modules[__name__])))
