#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""Charts made in the window: exported, copied, dragged out and printed. Run by with-display.sh --openbox.

Usage: test-window-export.py PROGRAM SOURCE_ROOT
"""

import pathlib
import shlex
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tools"))

import tap  # noqa: E402
from program import (PROGRAM, ROOT, SCRATCH, STORY, Role, find_shown, list_x_windows, press, wait_for_focus,  # noqa: E402
                     wait_until, write_timeline, xdotool)
from tap import check, check_equal  # noqa: E402
from window import Window, say_what_is_unknown, start  # noqa: E402

if say_what_is_unknown():
    tap.skip_all(say_what_is_unknown())

STORY_PATH = ROOT / "data/meta-scale-openai-google.timeline.json"
FORMATS = {"png": "PNG, a picture", "svg": "SVG, a drawing", "pdf": "PDF, for paper"}


class Dialog(Window):
    """The export dialog, opened by its keys."""

    def __init__(self, program):
        press("ctrl+shift+e")
        super().__init__(program, "Export")
        self.wait_for_drawing()

    def wait_for_drawing(self):
        """Until it is said how large the chart is."""
        wait_until(lambda: find_shown(self.frame, "pixels") or find_shown(self.frame, " mm"), "the chart is drawn")

    def get_command(self):
        return self.find(Role.LABEL, "throughline export").get_name()

    def choose(self, row, steps):
        """So many steps further down in the list of a row."""
        before = self.get_command()
        n_windows = len(self.list_popovers())
        self.click_node(self.find(Role.COMBO_BOX, row))
        wait_until(lambda: len(self.list_popovers()) > n_windows, "the list is open")
        for _ in range(steps):
            press("Down")
        press("Return")
        wait_until(lambda: self.get_command() != before, f"another {row} is chosen")

    def list_popovers(self):
        return list_x_windows(self.program.process.pid)

    def save(self, path):
        self.click_node(self.find(Role.BUTTON, "Save"))
        wait_for_active("Save Chart")
        press("ctrl+a")
        xdotool("type", str(path))
        press("Return")


def wait_for_active(title):
    """Dialogs of GTK's own are no frames."""
    wait_until(lambda: " ".join(xdotool("getactivewindow", "getwindowname")) == title, f"“{title}” is active")


def make_by_command(command, suffix):
    """What the command line makes, into another file."""
    words = shlex.split(command)
    check_equal(words[:2], ["throughline", "export"])
    path = SCRATCH / f"by-command.{suffix}"
    words[words.index("-o") + 1] = str(path)
    done = subprocess.run([PROGRAM, *words[1:]], capture_output=True, text=True, check=False)
    check_equal((done.returncode, done.stderr), (0, ""), command)
    return path.read_bytes()


def test_formats():
    """The dialog writes the very bytes that its command line writes."""
    with start() as program:
        window = Window(program)
        window.settle()
        for steps, suffix in enumerate(["png", "svg", "pdf"]):
            dialog = Dialog(program)
            if steps:
                dialog.choose("Format", 1)
            command = dialog.get_command()
            check(f".{suffix}" in command and "json" not in command, command)
            path = SCRATCH / f"by-dialog.{suffix}"
            dialog.save(path)
            wait_for_focus(window.frame)
            window.find(Role.LABEL, f"by-dialog.{suffix} has been saved")
            check(path.read_bytes() == make_by_command(command, suffix), f"{suffix}: other bytes than the command line's")
        program.quit()


sys.exit(tap.run(tap.functions_of(sys.modules[__name__])))
