#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""What is dragged onto the window from another program, and what is copied from it to another one. Run by
with-display.sh --openbox.

Usage: test-window-drop.py PROGRAM SOURCE_ROOT
"""

import pathlib
import subprocess
import sys
import time

sys.dont_write_bytecode = True
TOOLS = pathlib.Path(__file__).resolve().parents[1] / "tools"
sys.path.insert(0, str(TOOLS))

import tap  # noqa: E402
from program import (SCRATCH, STORY, STORY_FILE, Role, find_shown, press, wait_for_focus, wait_until,  # noqa: E402
                     write_timeline, xdotool)
from tap import check, check_equal  # noqa: E402
from window import Window, start  # noqa: E402

SAID = SCRATCH / "said"


def drag(window, *what):
    """Drags it from another program to the middle of the canvas, in steps, as a hand does. Returns what has become
    of it."""
    with SAID.open("w") as said:
        source = subprocess.Popen([sys.executable, TOOLS / "drag-source.py", *map(str, what)], stdout=said)
    try:
        x_window = wait_until(lambda: xdotool("search", "--onlyvisible", "--name", "^Drag from here$"),
                              "there is something to drag")[0]
        xdotool("windowmove", "--sync", x_window, 0, 0, "windowraise", x_window)
        time.sleep(0.3)
        xdotool("mousemove", 40, 40, "mousedown", 1)
        for step in range(1, 5):
            xdotool("mousemove", 40 + step * 10, 40 + step * 4)
            time.sleep(0.03)
        x, y = window.get_point(window.find_list("Events in view"), x=0.5, y=0.5)
        for dx in (-20, -10, 0):
            window.move_pointer((x + dx, y))
            time.sleep(0.06)
        time.sleep(0.2)
        xdotool("mouseup", 1)
        return wait_until(lambda: "ended" in SAID.read_text() and SAID.read_text().split(), "the drag has ended")
    finally:
        source.kill()
        source.wait()


def quit_from(program, window):
    """Whichever window has the keyboard."""
    xdotool("windowactivate", "--sync", window.x_window)
    wait_for_focus(window.frame)
    program.quit()


# Dropped

def test_file_is_dropped():
    """It is opened, in a window of its own, and what was there stays."""
    path = write_timeline("dropped & größe.json", "Dropped", ("Something falls", "2025"))
    with start() as program:
        window = Window(program)
        window.settle()
        check_equal(drag(window, "files", path), ["ended"])
        other = program.wait_for_window("Dropped")
        wait_until(lambda: [item for item in other.find_shown(Role.LIST_ITEM)
                            if item.get_name().startswith("Something falls, ")], "it is shown")
        check_equal(sorted(frame.get_name() for frame in program.find_frames()), ["Dropped", STORY])
        quit_from(program, window)


def test_two_files_are_dropped():
    paths = [write_timeline(f"{name}.json", name, ("Something falls", "2025")) for name in ("One", "Two")]
    with start() as program:
        window = Window(program)
        window.settle()
        check_equal(drag(window, "files", *paths), ["ended"])
        for name in ("One", "Two"):
            program.wait_for_window(name)
        quit_from(program, window)


def test_what_is_no_timeline_is_dropped():
    """It is told as such."""
    path = SCRATCH / "no timeline.txt"
    path.write_text("hello\n")
    with start() as program:
        window = Window(program)
        window.settle()
        check_equal(drag(window, "files", path), ["ended"])
        other = program.wait_for_window("Throughline")
        wait_until(lambda: find_shown(other, "1 finding in this file"), "an alert tells of it")
        window.wait_for_event("Meta takes a 49% stake in Scale AI")
        quit_from(program, window)


def test_text_is_refused():
    with start() as program:
        window = Window(program)
        window.settle()
        check_equal(drag(window, "text", "no file"), ["refused", "ended"])
        window.settle()
        check_equal([frame.get_name() for frame in program.find_frames()], [STORY])
        quit_from(program, window)


# Copied

def read_clipboard():
    """As another program sees it."""
    done = subprocess.run([sys.executable, TOOLS / "read-clipboard.py"], capture_output=True, text=True, check=True,
                          timeout=20)
    return done.stdout


def test_source_is_copied():
    record = SCRATCH / "opened"
    with start("--select", "e14-stake", THROUGHLINE_URI_RECORDER=str(record)) as program:
        window = Window(program)
        window.wait_for_details("Meta takes a 49% stake in Scale AI")
        window.settle()
        window.click_node(window.find(Role.LINK, "opens in the browser"), x=30)
        address = wait_until(lambda: record.exists() and record.read_text().strip(), "it has the keyboard")
        source = next(source for source in STORY_FILE["sources"]
                      if address in (source.get("url"), source.get("archive")))

        press("ctrl+c")
        wait_until(lambda: read_clipboard() == address, "its address is copied")
        press("ctrl+shift+c")
        citation = wait_until(lambda: read_clipboard() != address and read_clipboard(), "its citation is copied")
        check(source["publisher"] in citation and source["title"] in citation and address in citation, citation)
        program.quit()


sys.exit(tap.run(tap.functions_of(sys.modules[__name__])))
