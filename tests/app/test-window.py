#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""Starts the program and uses its window: keys by xdotool, looks by AT-SPI. Run by with-display.sh --openbox.

Usage: test-window.py PROGRAM SOURCE_ROOT DIRECTORY_FOR_SCREENSHOTS
"""

import datetime
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tools"))

import tap  # noqa: E402
from tap import check, check_equal  # noqa: E402

try:
    import accessible
    from accessible import Role, State
except ImportError as error:
    tap.skip_all(f"D-Bus cannot be used from Python: {error}")

if shutil.which("xdotool") is None:
    tap.skip_all("xdotool is not installed")

PROGRAM = os.path.abspath(sys.argv[1])
ROOT = pathlib.Path(sys.argv[2]).resolve()
PICTURES = pathlib.Path(sys.argv[3]).resolve()
BROKEN = ROOT / "tests/data/bad/duplicate-id.timeline.json"

TIME_LIMIT = 20  # seconds, for anything that is waited for

BUS = accessible.Bus()
SCRATCH = pathlib.Path(tempfile.mkdtemp(prefix="throughline-"))

# What the program prints on standard error although all is well. Nothing yet: every line needs its reason here.
HARMLESS = []


def wait_until(function, what):
    """Calls the function until it returns something that is true, and returns that."""
    deadline = time.monotonic() + TIME_LIMIT
    while True:
        try:
            result = function()
        except accessible.GONE:
            result = None  # What was looked at is gone.
        if result:
            return result
        check(time.monotonic() < deadline, f"waited {TIME_LIMIT} s until {what}")
        time.sleep(0.03)


# The X side.

def xdotool(*arguments):
    done = subprocess.run(["xdotool", *map(str, arguments)], capture_output=True, text=True, timeout=TIME_LIMIT)
    return done.stdout.split()


def list_x_windows(pid):
    return xdotool("search", "--onlyvisible", "--pid", pid, "--name", ".")


class Program:
    """The program, running."""

    def __init__(self, *arguments, **environment):
        self.errors = tempfile.TemporaryFile()
        self.process = subprocess.Popen([PROGRAM, *map(str, arguments)], env=os.environ | environment,
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

    def find_frames(self):
        program = BUS.find_program(self.process.pid)
        return [frame for frame in program.list_children() if frame.get_role() == Role.FRAME] if program else []

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


def press(key):
    xdotool("key", "--clearmodifiers", key)


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


def list_labels(frame):
    return [label.get_name() for label in frame.find_all(Role.LABEL)]


def is_shown(node):
    """Whether it takes room in the window; GTK 4.8 does not tell in any other way."""
    width, height = node.get_size()
    return width > 0 and height > 0


def find_shown(frame, words):
    """The labels and alerts in view that have the words in them."""
    return [node.get_name() for node in frame.find_all(Role.LABEL, Role.ALERT)
            if words in node.get_name() and is_shown(node)]


def write_timeline(name, title, *events):
    path = SCRATCH / name
    path.write_text('{ "format": "throughline", "version": 1, "title": "%s", "events": [%s] }' % (title, ", ".join(
        '{ "id": "e%d", "title": "%s", "when": "%s" }' % (i, *event) for i, event in enumerate(events))))
    return path


STORY_FILE = json.loads((ROOT / "data/meta-scale-openai-google.timeline.json").read_text(encoding="utf-8"))
STORY = STORY_FILE["title"]


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


try:
    STATUS = tap.run(tap.functions_of(sys.modules[__name__]))
finally:
    shutil.rmtree(SCRATCH)
sys.exit(STATUS)
