# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""Fingers for tests, on the screen and on a touchpad, where with-display.sh --touch has made the display. The server
moves what the messages say that it reads from a socket: see inputtestdrv(4)."""

import os
import pathlib
import socket
import struct
import time

VERSION = (1, 0)
VERSION_EVENT, SYNC_EVENT, MOTION_EVENT, TOUCH_EVENT = 0, 1, 2, 6
BEGIN, UPDATE, END = 18, 19, 20  # XI_TouchBegin and so on
VALUATORS = 64
SCROLL_X, SCROLL_Y = 2, 3  # of the touchpad
WHEEL_STEP = 120  # so much of these is a step of a wheel
SCREEN = (1600, 900)
FARTHEST = 0xffff  # What the touchscreen calls its right and lower edge.
STEP_TIME = 0.012  # As often as touchscreens tell where a finger is.


def pack_valuators(values):
    """They are by number; the others are as before."""
    mask = sum(1 << number for number in values)
    return struct.pack(f"=I8s4x{VALUATORS}d{VALUATORS}d", 0, mask.to_bytes(8, "little"),
                       *(values.get(number, 0) for number in range(VALUATORS)), *[0] * VALUATORS)


class Device:
    def __init__(self, name):
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect(str(pathlib.Path(os.environ["TOUCH_FOLDER"]) / name))
        self.send(VERSION_EVENT, struct.pack("=HH", *VERSION))
        self.socket.recv(12, socket.MSG_WAITALL)

    def send(self, kind, content=b""):
        self.socket.sendall(struct.pack("=II", 8 + len(content), kind) + content)

    def wait(self):
        """Until the server has done all of it."""
        self.send(SYNC_EVENT)
        self.socket.recv(8, socket.MSG_WAITALL)


class Screen(Device):
    """Fingers on the screen, by numbers that are used once."""

    def __init__(self):
        super().__init__("finger")
        self.last = 0
        self.points = {}

    def tell(self, finger, kind):
        values = {axis: self.points[finger][axis] * FARTHEST / (SCREEN[axis] - 1) for axis in (0, 1)}
        self.send(TOUCH_EVENT, struct.pack("=II", finger, kind) + pack_valuators(values))

    def put(self, point):
        """Returns the finger's number."""
        self.last += 1
        self.points[self.last] = point
        self.tell(self.last, BEGIN)
        self.wait()
        return self.last

    def move(self, places, seconds=0.2):
        """All at once and steadily, to {finger: point}."""
        steps = max(1, round(seconds / STEP_TIME))
        starts = {finger: self.points[finger] for finger in places}
        for step in range(1, steps + 1):
            time.sleep(STEP_TIME)
            for finger, to in places.items():
                start = starts[finger]
                self.points[finger] = tuple(start[axis] + (to[axis] - start[axis]) * step / steps for axis in (0, 1))
                self.tell(finger, UPDATE)
            self.wait()

    def lift(self, *fingers):
        for finger in fingers:
            self.tell(finger, END)
            del self.points[finger]
        self.wait()

    def tap(self, point, times=1):
        for _ in range(times):
            finger = self.put(point)
            time.sleep(0.03)
            self.lift(finger)
            time.sleep(0.05)


class Pad(Device):
    def __init__(self):
        super().__init__("pad")

    def scroll(self, dx, dy, times):
        """So often by so many steps of a wheel."""
        for _ in range(times):
            values = {SCROLL_X: dx * WHEEL_STEP, SCROLL_Y: dy * WHEEL_STEP}
            self.send(MOTION_EVENT, struct.pack("=I4x", 0) + pack_valuators(values))
            self.wait()
            time.sleep(STEP_TIME)
