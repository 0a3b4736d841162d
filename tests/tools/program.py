# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""What tests of the whole program share: they start it on a display of its
own, press keys by xdotool and look by AT-SPI.

Their command line: PROGRAM SOURCE_ROOT
"""

import atexit
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

import tap
from tap import check, check_equal

try:
    import accessible
    from accessible import PATIENCE, Role, State
except ImportError as error:
    tap.skip_all(f"D-Bus cannot be used from Python: {error}")

if shutil.which("xdotool") is None:
    tap.skip_all("xdotool is not installed")

PROGRAM = os.path.abspath(sys.argv[1])
ROOT = pathlib.Path(sys.argv[2]).resolve()
BROKEN = ROOT / "tests/data/bad/duplicate-id.timeline.json"
STORY_FILE = json.loads((ROOT / "data/meta-scale-openai-google.timeline.json").read_text(encoding="utf-8"))
STORY = STORY_FILE["title"]

TIME_LIMIT = 20 * PATIENCE  # Seconds, for anything that is waited for.

BUS = accessible.Bus()
SCRATCH = pathlib.Path(tempfile.mkdtemp(prefix="throughline-"))
atexit.register(shutil.rmtree, SCRATCH)

# What the program prints on standard error although all is well. Every line needs its reason here.
HARMLESS = [
    re.compile("avahi printers will not be available"),  # GTK looks for printers; there is no system bus here.
]


def wait_until(function, what):
    """Calls the function until it returns something that is true, and returns that."""
    deadline = time.monotonic() + TIME_LIMIT
    pause = 0.03
    while True:
        try:
            result = function()
        except accessible.GONE:
            result = None  # What was looked at is gone.
        if result:
            return result
        check(time.monotonic() < deadline, f"waited {TIME_LIMIT} s until {what}")
        # Looking takes time from the program that is looked at.
        time.sleep(pause)
        pause = min(pause * 1.4, 0.15)


# The X side.

def xdotool(*arguments):
    done = subprocess.run(["xdotool", *map(str, arguments)], capture_output=True, text=True, timeout=TIME_LIMIT)
    return done.stdout.split()


def list_x_windows(pid):
    return xdotool("search", "--onlyvisible", "--pid", pid, "--name", ".")


class Program:
    """The program, running. It remembers nothing of earlier starts, unless it is told where that is."""

    def __init__(self, *arguments, folder=None, **environment):
        environment.setdefault("XDG_STATE_HOME", tempfile.mkdtemp(prefix="state-", dir=SCRATCH))
        self.errors = tempfile.TemporaryFile()
        self.process = subprocess.Popen([PROGRAM, *map(str, arguments)], env=os.environ | environment, cwd=folder,
                                        stdin=subprocess.DEVNULL, stdout=self.errors, stderr=self.errors)

    def __enter__(self):
        return self

    def __exit__(self, kind, *rest):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
            if kind is None:
                raise AssertionError("the program still runs at the end of the test")
        try:
            self.check_silence()
        finally:
            self.errors.close()

    def check_silence(self):
        self.errors.seek(0)
        lines = self.errors.read().decode(errors="replace").splitlines()
        lines = [line for line in lines if line.strip() and not any(pattern.search(line) for pattern in HARMLESS)]
        check_equal(lines, [], "the program prints something")

    def find_root(self):
        """The program for assistive technology: all of its windows, tooltips among them. None before there is one."""
        return BUS.find_program(self.process.pid)

    def find_frames(self):
        program = self.find_root()
        return accessible.select_roles(program.list_children(), [Role.FRAME]) if program else []

    # Dialogs are windows of their own before libadwaita 1.5, then parts of the window.

    def find_inner_dialogs(self):
        return [node for frame in self.find_frames() for node in frame.find_shown(Role.DIALOG)]

    def count_dialogs(self):
        """Those above its only window."""
        return len(list_x_windows(self.process.pid)) - 1 + len(self.find_inner_dialogs())

    def find_dialog(self, title):
        """Or None."""
        return next((node for node in self.find_frames() + self.find_inner_dialogs() if node.get_name() == title), None)

    def wait_for_window(self, title):
        """Waits for a window with that title, on the screen and in the accessible tree."""
        def look():
            check(self.process.poll() is None, "the program has ended")
            return [frame for frame in self.find_frames() if frame.get_name() == title]

        frame = wait_until(look, f"there is a window “{title}”")[0]
        wait_until(lambda: list_x_windows(self.process.pid), "the window is on the screen")
        return frame

    def wait_for_end(self):
        """Returns the exit status."""
        try:
            return self.process.wait(timeout=TIME_LIMIT)
        except subprocess.TimeoutExpired:
            raise AssertionError("the program does not end") from None

    def quit(self):
        press("ctrl+q")
        check_equal(self.wait_for_end(), 0, "exit status")


def wait_for_focus(frame):
    wait_until(lambda: frame.has_state(State.ACTIVE), "the window is active")


def has_keyboard():
    """Whether a window of a program has it: between two windows the window manager does. GTK’s questions have no title,
    and what runs in a sandbox no process that is known here."""
    return (xdotool("getwindowfocus", "getwindowname") not in ([], ["Openbox"])
            or xdotool("getwindowfocus", "getwindowpid"))


def press(key):
    wait_until(has_keyboard, "a window has the keyboard")
    xdotool("key", "--clearmodifiers", key)


def find_shown(frame, words):
    """The labels and alerts in view that have the words in them."""
    return [name for name in accessible.list_names(frame.find_shown(Role.LABEL, Role.ALERT)) if words in name]


def write_timeline(name, title, *events):
    path = SCRATCH / name
    path.write_text('{ "format": "throughline", "version": 1, "title": "%s", "events": [%s] }' % (title, ", ".join(
        '{ "id": "e%d", "title": "%s", "when": "%s" }' % (i, *event) for i, event in enumerate(events))))
    return path
