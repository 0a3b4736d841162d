#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""What the window does with files that are not there, are broken, slow or changed, and what it remembers. Run by
with-display.sh --openbox.

Usage: test-window-files.py PROGRAM SOURCE_ROOT
"""

import os
import pathlib
import shutil
import sys
import threading

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tools"))

import tap  # noqa: E402
from accessible import list_names  # noqa: E402
from program import (BROKEN, ROOT, SCRATCH, STORY, Role, find_shown, list_x_windows, press,  # noqa: E402
                     wait_for_focus, wait_until, write_timeline, xdotool)
from tap import check, check_equal  # noqa: E402
from window import Window, start  # noqa: E402

STORY_PATH = ROOT / "data/meta-scale-openai-google.timeline.json"
STAKE = "Meta takes a 49% stake in Scale AI"
STALE = "The file has changed and is broken now. This is its last sound version."


def copy_story(name):
    path = SCRATCH / name
    shutil.copy(STORY_PATH, path)
    return path


def replace(path, text):
    """As editors do: a new file takes the place of the old one."""
    new = path.with_suffix(".new")
    new.write_text(text, encoding="utf-8")
    new.rename(path)


def list_alerts(frame):
    return list_names(frame.find_shown(Role.ALERT))


# Files as they are

def test_file_of_the_command_line():
    path = write_timeline("größe 1.json", "Two days & a <b>harbour</b>", ("The gate opens", "2025-06-13"),
                          ("The gate is closed", "2025-06"))
    with start(path) as program:
        window = Window(program, "Two days & a <b>harbour</b>")
        window.settle()
        check_equal(window.list_names(), ["The gate is closed, June 2025, no source, 1 of 2",
                                          "The gate opens, 13 June 2025, no source, 2 of 2"])
        window.find(Role.LABEL, "2 events · 0 sources")
        check_equal(list_alerts(window.frame), [])
        program.quit()


def test_event_of_the_command_line():
    path = copy_story("selected.json")
    with start("--select", "e14-stake", path) as program:
        window = Window(program)
        window.wait_for_selected(STAKE)
        window.wait_for_details(STAKE)

        # And of a second start.
        with start("--select", "e19-friar", path) as second:
            check_equal(second.wait_for_end(), 0, "exit status of the second start")
        window.wait_for_selected("OpenAI’s finance chief: we go on with Scale")
        with start("--select", "no-such-event", path) as third:
            check_equal(third.wait_for_end(), 0, "exit status of the third start")
        window.find(Role.LABEL, "There is no event “no-such-event” in this timeline")
        check_equal(len(list_x_windows(program.process.pid)), 1)
        program.quit()


def test_second_window():
    """Each has its own selection and view."""
    path = write_timeline("second.json", "The second", ("Something happens", "2025"))
    with start("--select", "e14-stake") as program:
        first = Window(program)
        first.wait_for_selected(STAKE)
        with start(path) as second:
            check_equal(second.wait_for_end(), 0, "exit status of the second start")
        other = Window(program, "The second")
        other.settle()
        press("Right")
        other.wait_for_selected("Something happens")
        first.wait_for_selected(STAKE)
        press("ctrl+w")
        wait_until(lambda: list_names(program.find_frames()) == [STORY], "the second is closed")
        check(program.process.poll() is None, "the program has ended")
        wait_for_focus(first.frame)
        press("Home")
        first.wait_for_details("1 of 34")
        press("ctrl+w")
        check_equal(program.wait_for_end(), 0, "exit status")


def test_missing_file():
    with start(SCRATCH / "missing.json") as program:
        window = Window(program, "Throughline")
        window.find(Role.LABEL, "The timeline cannot be read")
        sentences = find_shown(window.frame, "missing.json")
        check(len(sentences) == 1 and "No such file or directory" in sentences[0], sentences)

        # It comes to be there: once more.
        write_timeline("missing.json", "Found", ("Something happens", "2025"))
        press("ctrl+r")
        window = Window(program, "Found")
        window.wait_for_event("Something happens")
        program.quit()


def test_file_that_is_not_a_timeline():
    path = SCRATCH / "notes.txt"
    path.write_text("hello\n")
    with start(path) as program:
        window = Window(program, "Throughline")
        wait_until(lambda: list_alerts(window.frame) == ["1 finding in this file"], "an alert tells of it")
        window.find(Role.LABEL, "opening brace")
        # There is always something to see.
        press("ctrl+shift+o")
        Window(program).settle()
        program.quit()


def test_findings():
    """What is sound is shown; what is wrong is told, with its line, and listed."""
    with start(BROKEN) as program:
        window = Window(program, "A test")
        window.settle()
        check_equal(window.list_names(), ["First, 12 June 2025, no source, 1 of 1"])
        wait_until(lambda: list_alerts(window.frame) == ["1 finding in this file; 1 event is left out"],
                   "an alert tells of it")
        check_equal(find_shown(window.frame, "Line 7: "),
                    ["Line 7: the id “a” is that of the event in line 6 already"])
        press("ctrl+shift+f")
        wait_until(lambda: program.count_dialogs() == 1, "they are listed in a dialog")

        def list_listed():
            others = [frame for frame in program.find_frames() if frame.path != window.frame.path]
            return [node for dialog in others + window.frame.find_shown(Role.DIALOG)
                    for node in dialog.list_all() if "the id “a” is" in node.get_name()]

        wait_until(list_listed, "it is listed")
        press("Escape")
        wait_until(lambda: program.count_dialogs() == 0, "the list is closed")
        wait_for_focus(window.frame)
        window.click_node(window.find(Role.BUTTON, "Dismiss"))
        wait_until(lambda: list_alerts(window.frame) == [], "the alert is gone")
        program.quit()


# Files that change

def test_changed_file():
    """Selection and view stay, whatever is new in the file."""
    path = copy_story("changed.json")
    with start("--select", "e14-stake", path) as program:
        window = Window(program)
        window.wait_for_selected(STAKE)
        window.settle()
        before = window.get_axis()
        window.scroll(window.get_point(window.find_event(STAKE), x=15), -2, keys=["ctrl"])
        window.wait_for_axis(lambda now: now != before, "it is nearer")
        window.settle()
        axis = window.get_axis()
        box = window.find_event(STAKE).get_box()

        text = path.read_text(encoding="utf-8")
        replace(path, text.replace(f'"{STAKE}"', '"Meta buys a part of Scale"'))
        window.wait_for_selected("Meta buys a part of Scale")
        window.wait_for_details("Meta buys a part of Scale")
        window.settle()
        check_equal(window.get_axis(), axis, "the view stays")
        check_equal(window.find_event("Meta buys a part of Scale").get_box(), box)
        check(window.find_event(STAKE) is None)
        check_equal(list_alerts(window.frame), [])

        # What was selected is there no longer.
        document = text.replace('"e14-stake"', '"e14-another"')
        replace(path, document)
        window.wait_for_event(STAKE)
        window.wait_for_selected()
        program.quit()


def test_file_that_breaks():
    path = copy_story("breaks.json")
    with start("--select", "e14-stake", path) as program:
        window = Window(program)
        window.wait_for_selected(STAKE)
        window.settle()
        text = path.read_text(encoding="utf-8")

        lines = text.splitlines()
        replace(path, "\n".join(lines[:100] + ["  oops"] + lines[100:]))
        wait_until(lambda: list_alerts(window.frame) == [STALE], "an alert tells of it")
        told = find_shown(window.frame, "101: ")
        check(len(told) == 1 and told[0].startswith(("Line 101: ", "The first, in line 101: ")), told)
        window.wait_for_selected(STAKE)
        check([name for name in window.list_names() if name.endswith(" of 34")], "what was there is still there")

        replace(path, text)
        wait_until(lambda: list_alerts(window.frame) == [], "the alert is gone")
        window.wait_for_selected(STAKE)

        # It is deleted, and comes back.
        path.unlink()
        wait_until(lambda: list_alerts(window.frame) != [], "an alert tells of it")
        check([name for name in window.list_names() if name.endswith(" of 34")], "what was there is still there")
        replace(path, text.replace(f'"{STAKE}"', '"Meta buys a part of Scale"'))
        window.wait_for_selected("Meta buys a part of Scale")
        wait_until(lambda: list_alerts(window.frame) == [], "the alert is gone")
        program.quit()


# Files that take long

class Pipe:
    """A file that is written when the test says so."""

    def __init__(self, name):
        self.path = SCRATCH / name
        os.mkfifo(self.path)
        self.end = os.open(self.path, os.O_RDWR)

    def __enter__(self):
        return self

    def __exit__(self, *rest):
        if self.end is not None:
            os.close(self.end)

    def write(self, text):
        """All of it, and then it ends."""
        def feed():
            writer = os.open(self.path, os.O_WRONLY)
            os.close(self.end)
            self.end = None
            with os.fdopen(writer, "wb") as file:
                file.write(text.encode())

        thread = threading.Thread(target=feed, daemon=True)
        thread.start()
        return thread


def test_slow_file():
    with Pipe("slow") as pipe, start(pipe.path) as program:
        window = Window(program, "Throughline")
        window.find(Role.LABEL, "Loading slow")
        window.find(Role.BUTTON, "Cancel")
        window.find(Role.PROGRESS_BAR, "Loading")
        thread = pipe.write(STORY_PATH.read_text(encoding="utf-8"))
        window = Window(program)
        window.settle()
        window.wait_for_none(Role.LABEL, "Loading slow")
        window.wait_for_none(Role.BUTTON, "Cancel")
        thread.join()
        program.quit()


def test_resizing_while_it_loads():
    """The details are as wide as always, whatever size the window had before they were there."""
    for width in (900, 1500):
        with Pipe(f"resized-{width}") as pipe, start(pipe.path) as program:
            window = Window(program, "Throughline")
            window.find(Role.LABEL, f"Loading resized-{width}")
            xdotool("windowsize", "--sync", window.x_window, width, 760)
            wait_until(lambda: abs(window.frame.get_size()[0] - width) <= 12, f"the window is {width} pixels wide")
            check_equal(window.find_all(Role.PANEL, "Timeline"), [], "it has not been loaded yet")
            thread = pipe.write(STORY_PATH.read_text(encoding="utf-8"))
            window = Window(program)
            window.settle()
            details = window.find(Role.PANEL, "Details")
            wait_until(lambda: 355 <= details.get_size()[0] <= 370, f"the details are not too wide at {width}")
            thread.join()
            program.quit()


def test_loading_is_cancelled():
    with Pipe("endless") as pipe, start(pipe.path) as program:
        window = Window(program, "Throughline")
        window.click_node(window.find(Role.BUTTON, "Cancel"))
        window.find(Role.LABEL, "Loading has been cancelled.")
        window.wait_for_none(Role.LABEL, "Loading endless")
        program.quit()


def test_closing_while_it_loads():
    with Pipe("closing") as pipe, start(pipe.path) as program:
        wait_for_focus(program.wait_for_window("Throughline"))
        press("ctrl+q")
        check_equal(program.wait_for_end(), 0, "exit status")


# From one start to the next

def list_places(window):
    return [(item.get_name(), item.get_box()) for item in window.list_items()]


def test_all_comes_back():
    """Size, panes, list, selection, axis and what of it is in view."""
    state = str(SCRATCH / "all-state")
    with start("--select", "e14-stake", XDG_STATE_HOME=state) as program:
        window = Window(program)
        window.wait_for_selected(STAKE)
        window.settle()
        xdotool("windowsize", window.x_window, 1100, 760)
        wait_until(lambda: abs(window.frame.get_size()[0] - 1100) < 30, "the window has another size")
        press("ctrl+3")
        window.find(Role.LIST, "Differences between sources")
        for key in ("alt+4", "ctrl+plus"):
            window.settle()
            before = list_places(window)
            press(key)
            wait_until(lambda: list_places(window) != before, f"{key} changes what is in view")
        window.settle()
        axis, places, size = window.get_axis(), list_places(window), window.frame.get_size()
        program.quit()

    with start(XDG_STATE_HOME=state) as program:
        window = Window(program)
        window.wait_for_selected(STAKE)
        window.find(Role.LIST, "Differences between sources")
        window.settle()
        check_equal(window.frame.get_size(), size)
        check_equal(window.get_axis(), axis)
        for (name, box), (name_before, box_before) in zip(list_places(window), places, strict=True):
            check_equal(name, name_before)
            # It is remembered by the second.
            check(all(abs(now - before) <= 2 for now, before in zip(box, box_before)), name, box, box_before)
        program.quit()


def test_narrow_window_comes_back():
    state = str(SCRATCH / "narrow-state")
    with start(XDG_STATE_HOME=state) as program:
        window = Window(program)
        window.settle()

        def pull():
            xdotool("windowsize", window.x_window, 420, 800)
            return abs(window.frame.get_size()[0] - 420) < 30

        wait_until(pull, "the window is narrow")
        window.settle()
        size = window.frame.get_size()
        program.quit()
    with start(XDG_STATE_HOME=state) as program:
        window = Window(program)
        window.settle()
        check_equal(window.frame.get_size(), size)
        program.quit()


def test_hidden_lane_stays_hidden():
    state = str(SCRATCH / "lane-state")
    with start(XDG_STATE_HOME=state) as program:
        window = Window(program)
        window.settle()
        check("Meta" in window.list_names("Lanes"))
        press("ctrl+l")
        window.wait_for_focus_on("Show Meta")
        press("space")
        wait_until(lambda: "Meta" not in window.list_names("Lanes"), "the lane is gone")
        press("Escape")
        window.wait_for_none(Role.CHECK_BOX, "Show Meta")
        program.quit()
    with start(XDG_STATE_HOME=state) as program:
        window = Window(program)
        window.settle()
        check("Meta" not in window.list_names("Lanes"), window.list_names("Lanes"))
        check(not [name for name in window.list_names() if ", Meta, " in name])
        program.quit()


sys.exit(tap.run(tap.functions_of(sys.modules[__name__])))
