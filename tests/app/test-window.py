#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""Starts the program and uses its window: keys by xdotool, looks by AT-SPI. Run by with-display.sh --openbox.

Usage: test-window.py PROGRAM SOURCE_ROOT DIRECTORY_FOR_SCREENSHOTS
"""

import datetime
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tools"))

import tap  # noqa: E402
from program import (BROKEN, SCRATCH, STORY, STORY_FILE, TIME_LIMIT, Program, Role, State, find_shown,  # noqa: E402
                     is_shown, list_labels, list_x_windows, press, wait_for_focus, wait_until, write_timeline, xdotool)
from tap import check, check_equal  # noqa: E402

PICTURES = pathlib.Path(sys.argv[3]).resolve()


def list_rows(frame):
    """The rows of the list of events."""
    for events in frame.find_all(Role.LIST):
        if events.get_name() == "Events by date":
            return [row for row in events.list_children() if row.get_role() == Role.LIST_ITEM]
    return []


def wait_for_rows(frame):
    return wait_until(lambda: list_rows(frame), "there are rows")


def find_selected(frame):
    """The places of the selected rows."""
    return [i for i, row in enumerate(list_rows(frame)) if row.has_state(State.SELECTED)]


def name_story_rows():
    """What the names of rows begin with, and the days, of events that are dated by a plain day."""
    category_of = {category["id"]: category["name"] for category in STORY_FILE["categories"]}
    lane_of = {actor: lane["name"] for lane in STORY_FILE["lanes"] for actor in lane["actors"]}
    names = {}
    for event in STORY_FILE["events"]:
        if isinstance(event["when"], str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", event["when"]):
            day = datetime.date.fromisoformat(event["when"])
            names[f"{event['title']}, {day.day} {day:%B %Y}, {lane_of[event['actors'][0]]}, "
                  f"{category_of[event['category']]}, "] = day
    return names


# Tests

def test_bundled_story():
    with Program() as program:
        frame = program.wait_for_window(STORY)
        rows = wait_for_rows(frame)
        names = [row.get_name() for row in rows]

        # Title, date, lane, category, number of sources, place; by date.
        n_events = len(STORY_FILE["events"])
        days = []
        for at, name in enumerate(names, 1):
            titles = [event["title"] for event in STORY_FILE["events"] if name.startswith(event["title"] + ", ")]
            check(titles, "this is no event of the story", name)
            check(re.search(rf", (no source|\d+ sources?)(, sources differ)?, {at} of {n_events}$", name), name)
            days += [day for start, day in name_story_rows().items() if name.startswith(start)]
        check(len(days) >= 3, names)
        check_equal(days, sorted(days))
        check_equal(find_shown(frame, "finding"), [], "nothing is wrong with the story")

        check_equal(xdotool("getwindowname", list_x_windows(program.process.pid)[0]), STORY.split())
        program.quit()


def test_arrow_keys_move_the_selection():
    with Program() as program:
        frame = program.wait_for_window(STORY)
        wait_for_rows(frame)
        wait_for_focus(frame)
        wait_until(lambda: find_selected(frame) == [0], "the first row is selected")

        for key, expected in (("Down", 1), ("Down", 2), ("Up", 1), ("Down", 2), ("Home", 0)):
            press(key)
            wait_until(lambda: find_selected(frame) == [expected], f"{key} selects row {expected}")

        press("End")
        wait_until(lambda: len(find_selected(frame)) == 1 and find_selected(frame)[0] == len(list_rows(frame)) - 1,
                   "End selects the last row")
        program.quit()


def test_file_of_the_command_line():
    path = write_timeline("größe 1.json", "Two days & a <b>harbour</b>", ("The gate opens", "2025-06-13"),
                          ("The gate is closed", "2025-06"))
    with Program(path) as program:
        frame = program.wait_for_window("Two days & a <b>harbour</b>")
        names = [row.get_name() for row in wait_for_rows(frame)]
        check_equal(names, ["The gate is closed, June 2025, no source, 1 of 2",
                            "The gate opens, 13 June 2025, no source, 2 of 2"])
        check("2 events" in list_labels(frame), list_labels(frame))
        program.quit()


def test_missing_file():
    with Program(SCRATCH / "missing.json") as program:
        frame = program.wait_for_window("Throughline")
        wait_until(lambda: find_shown(frame, "The timeline cannot be read"), "the failure is shown")
        sentences = find_shown(frame, "missing.json")
        check(len(sentences) == 1 and "No such file or directory" in sentences[0], sentences)
        check_equal([row for row in list_rows(frame) if is_shown(row)], [])
        program.quit()


def test_file_that_is_not_a_timeline():
    path = SCRATCH / "notes.txt"
    path.write_text("hello\n")
    with Program(path) as program:
        frame = program.wait_for_window("Throughline")
        wait_until(lambda: find_shown(frame, "1 finding in this file"), "the finding is shown")
        check(find_shown(frame, "opening brace"), list_labels(frame))
        program.quit()


def test_broken_file():
    with Program(BROKEN) as program:
        frame = program.wait_for_window("A test")
        check_equal([row.get_name() for row in wait_for_rows(frame)], ["First, 12 June 2025, no source, 1 of 1"])
        wait_until(lambda: find_shown(frame, "1 finding in this file; 1 event is left out"), "the findings are shown")
        check_equal(find_shown(frame, "Line 7: "), ["Line 7: the id “a” is that of the event in line 6 already"])

        # An alert, so that screen readers say it.
        alerts = [node.get_name() for node in frame.find_all(Role.ALERT)]
        check_equal(alerts, ["1 finding in this file; 1 event is left out"])
        program.quit()


def test_second_start_uses_the_running_one():
    path = write_timeline("second.json", "The second", ("Something happens", "2025"))
    with Program() as program:
        program.wait_for_window(STORY)
        with Program(path) as second:
            check_equal(second.wait_for_end(), 0, "exit status of the second start")
        frame = program.wait_for_window("The second")
        wait_for_rows(frame)
        wait_until(lambda: len(list_x_windows(program.process.pid)) == 2, "there are two windows")

        # Without a file, what is there comes to the front.
        with Program() as third:
            check_equal(third.wait_for_end(), 0, "exit status of the third start")
        check_equal(sorted(frame.get_name() for frame in program.find_frames()), [STORY, "The second"])

        # One window is closed, the other one stays.
        wait_for_focus(frame)
        press("ctrl+w")
        wait_until(lambda: [frame.get_name() for frame in program.find_frames()] == [STORY], "the second is closed")
        check(program.process.poll() is None, "the program has ended")
        wait_for_focus(program.find_frames()[0])
        press("ctrl+w")
        check_equal(program.wait_for_end(), 0, "exit status")


def test_quit_closes_all_windows():
    path = write_timeline("other.json", "The other", ("Something happens", "2025"))
    with Program(path, BROKEN) as program:
        frame = program.wait_for_window("The other")
        other = program.wait_for_window("A test")
        wait_until(lambda: frame.has_state(State.ACTIVE) or other.has_state(State.ACTIVE),
                   "a window is active")
        program.quit()


def test_closing_while_it_loads():
    """A file that never ends: a pipe that nobody writes to."""
    path = SCRATCH / "fifo"
    os.mkfifo(path)
    writer = os.open(path, os.O_RDWR)
    try:
        with Program(path) as program:
            frame = program.wait_for_window("Throughline")
            wait_for_focus(frame)
            press("ctrl+q")
            check_equal(program.wait_for_end(), 0, "exit status")
    finally:
        os.close(writer)


def take_picture(name, title, arguments, scheme):
    """Leaves a picture of the window among the outputs of the tests. Returns how bright it is, from 0 to 1."""
    for tool in ("import", "convert"):
        if shutil.which(tool) is None:
            raise tap.Skip(f"ImageMagick’s {tool} is not installed")

    path = PICTURES / name
    with Program(*arguments, ADW_DEBUG_COLOR_SCHEME=scheme) as program:
        frame = program.wait_for_window(title)
        wait_for_rows(frame)
        wait_for_focus(frame)
        time.sleep(0.5)  # The header bar of an active window fades in, findings slide in.
        subprocess.run(["import", "-window", list_x_windows(program.process.pid)[0], path], check=True,
                       timeout=TIME_LIMIT)
        program.quit()

    tap.comment(path)
    done = subprocess.run(["convert", path, "-colorspace", "Gray", "-format", "%[fx:mean]", "info:"],
                          capture_output=True, text=True, check=True, timeout=TIME_LIMIT)
    return float(done.stdout)


def test_picture_light():
    brightness = take_picture("window-light.png", STORY, [], "prefer-light")
    check(0.7 < brightness < 0.99, brightness)


def test_picture_dark():
    brightness = take_picture("window-dark.png", STORY, [], "prefer-dark")
    check(0.05 < brightness < 0.3, brightness)


def test_picture_of_findings():
    take_picture("window-findings.png", "A test", [BROKEN], "prefer-light")


sys.exit(tap.run(tap.functions_of(sys.modules[__name__])))
