#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""What is in the window, for eyes and for assistive technology. Run by with-display.sh --openbox.

Usage: test-window.py PROGRAM SOURCE_ROOT DIRECTORY_FOR_SCREENSHOTS
"""

import datetime
import pathlib
import re
import shutil
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tools"))

import tap  # noqa: E402
from program import (BROKEN, SCRATCH, STORY, STORY_FILE, TIME_LIMIT, Role, find_shown, list_x_windows,  # noqa: E402
                     press, wait_until, write_timeline, xdotool)
from tap import check, check_equal  # noqa: E402
from window import Window, find_title, make_settings, start  # noqa: E402

PICTURES = pathlib.Path(sys.argv[3]).resolve()
STAKE = "Meta takes a 49% stake in Scale AI"
N_EVENTS = len(STORY_FILE["events"])


# What there is

def test_story():
    with start() as program:
        window = Window(program)
        subtitle = f"{N_EVENTS} events · {len(STORY_FILE['sources'])} sources · as of 31 July 2025"
        window.find(Role.LABEL, subtitle)
        check_equal(find_shown(window.frame, "finding"), [], "nothing is wrong with the story")
        check_equal(xdotool("getwindowname", window.x_window), STORY.split())
        program.quit()


def test_events_are_named():
    """Title, date, lane, category, number of sources, place; in order. Events without room are counted."""
    with start() as program:
        window = Window(program)
        window.settle()
        names = window.list_names()
        badges = [re.fullmatch(r"(\d+) more events?", name) for name in names]
        titles = [find_title(name) for name, badge in zip(names, badges) if not badge]
        check(None not in titles, "this is no event of the story", names)
        check_equal(len(set(titles)), len(titles), names)
        check_equal(len(titles) + sum(int(badge[1]) for badge in badges if badge), N_EVENTS, names)

        last = 0
        for name, badge in zip(names, badges):
            if badge:
                continue
            found = re.search(rf", (no source|\d+ sources?)(, sources differ)?, (\d+) of {N_EVENTS}$", name)
            check(found and last < int(found[3]) <= N_EVENTS, name)
            last = int(found[3])

        lane_of = {actor: lane["name"] for lane in STORY_FILE["lanes"] for actor in lane["actors"]}
        category_of = {category["id"]: category["name"] for category in STORY_FILE["categories"]}
        n_days = 0
        for event in STORY_FILE["events"]:
            if event["title"] in titles and re.fullmatch(r"\d{4}-\d{2}-\d{2}", str(event["when"])):
                day = datetime.date.fromisoformat(event["when"])
                start_of_name = (f"{event['title']}, {day.day} {day:%B %Y}, {lane_of[event['actors'][0]]}, "
                                 f"{category_of[event['category']]}, ")
                check_equal(sum(name.startswith(start_of_name) for name in names), 1, start_of_name)
                n_days += 1
        check(n_days >= 10, names)
        program.quit()


def test_lanes_axis_and_overview_are_named():
    with start() as program:
        window = Window(program)
        window.settle()
        check_equal(window.list_names("Lanes"), [lane["name"] for lane in STORY_FILE["lanes"]])
        check(re.fullmatch(r"Time axis from .*2016 to .*2025", window.get_axis()), window.get_axis())
        window.find(Role.SLIDER, "Overview")

        # Where they are told to be is where they are: events are within their lanes, from top to bottom.
        tops = [item.get_box()[1] for item in window.list_items("Lanes")]
        check_equal(tops, sorted(set(tops)))
        lane = next(i for i, lane in enumerate(STORY_FILE["lanes"]) if lane["id"] == "scale")
        _, top, _, height = window.find_event(STAKE).get_box()
        check(tops[lane] <= top and top + height <= tops[lane + 1], top, height, tops)
        program.quit()


def test_what_can_be_used_is_named():
    """No button is called after its class, as GTK does where nobody has named it."""
    with start("--select", "e14-stake") as program:
        window = Window(program)
        window.wait_for_details(STAKE)
        press("ctrl+1")
        window.find(Role.LIST, "Events by date")
        window.find(Role.BUTTON, "Zoom in")
        used = window.frame.find_all(Role.BUTTON, Role.TOGGLE_BUTTON, Role.LINK, Role.LIST, Role.SLIDER, Role.TAB,
                                     Role.IMAGE, Role.PROGRESS_BAR, Role.CHECK_BOX)
        unnamed = [(node.get_role(), node.get_name()) for node in used
                   if re.match(r"(Gtk|Adw|Tl)[A-Z]|$", node.get_name())]
        check_equal(unnamed, [])
        check(len(used) > 60, len(used))
        program.quit()


# Pictures

def take_picture(window, name):
    """Leaves a picture of the window among the outputs of the tests. Returns how bright it is, from 0 to 1."""
    for tool in ("import", "convert"):
        if shutil.which(tool) is None:
            raise tap.Skip(f"ImageMagick’s {tool} is not installed")

    path = PICTURES / f"{name}.png"
    subprocess.run(["import", "-window", window.x_window, path], check=True, timeout=TIME_LIMIT)
    tap.comment(path)
    done = subprocess.run(["convert", path, "-colorspace", "Gray", "-format", "%[fx:mean]", "info:"],
                          capture_output=True, text=True, check=True, timeout=TIME_LIMIT)
    return float(done.stdout)


def resize(window, width, height):
    """In steps, as a hand does: the narrower it is, the less there is in the header bar."""
    def pull():
        xdotool("windowsize", window.x_window, width, height)
        return abs(window.frame.get_size()[0] - width) <= 40

    wait_until(pull, f"the window is {width} pixels wide")
    window.settle()


def show_stake(width=None, height=None, **environment):
    """The window with an event selected, the pointer out of the way."""
    program = start("--select", "e14-stake", **environment)
    try:
        window = Window(program)
        window.wait_for_selected(STAKE)
        window.wait_for_details(STAKE, "14 claims")
        window.settle()
        if width is not None:
            resize(window, width, height)
    except BaseException:
        program.process.kill()
        raise

    return program, window


def test_picture_light():
    program, window = show_stake(1440, 900, ADW_DEBUG_COLOR_SCHEME="prefer-light")
    with program:
        brightness = take_picture(window, "window-light")
        check(0.7 < brightness < 0.99, brightness)
        program.quit()


def test_picture_dark():
    program, window = show_stake(1440, 900, ADW_DEBUG_COLOR_SCHEME="prefer-dark")
    with program:
        brightness = take_picture(window, "window-dark")
        check(0.05 < brightness < 0.3, brightness)
        program.quit()


def test_picture_of_high_contrast():
    program, window = show_stake(1024, 700, ADW_DEBUG_COLOR_SCHEME="prefer-light")
    with program:
        usual = take_picture(window, "window-1024")
        program.quit()
    program, window = show_stake(1024, 700, ADW_DEBUG_COLOR_SCHEME="prefer-light", ADW_DEBUG_HIGH_CONTRAST="1")
    with program:
        contrasting = take_picture(window, "window-high-contrast")
        program.quit()
    check(contrasting != usual, usual)


def test_picture_of_a_narrow_window():
    """The details are below the canvas then, and the lists instead of it."""
    program, window = show_stake(420, 800, ADW_DEBUG_COLOR_SCHEME="prefer-light")
    with program:
        canvas = window.find(Role.PANEL, "Timeline")
        details = window.find(Role.PANEL, "Details")

        def is_below():
            left, top, width, height = canvas.get_box()
            return details.get_box()[1] >= top + height and abs(details.get_box()[2] - width) < 20

        wait_until(is_below, "the details are below the canvas")
        window.settle()
        take_picture(window, "window-narrow")

        press("ctrl+1")
        rows = window.find(Role.LIST, "Events by date")
        wait_until(lambda: rows.get_size()[0] > 350 and rows.get_size()[1] > 250,
                   "the list has the place of the canvas")
        window.wait_for_none(Role.PANEL, "Timeline")
        take_picture(window, "window-narrow-list")

        # In a wide one all are beside each other again.
        xdotool("windowsize", "--sync", window.x_window, 1200, 700)
        canvas = window.find(Role.PANEL, "Timeline")
        wait_until(lambda: rows.get_size()[0] > 0 and canvas.get_box()[0] >= rows.get_box()[0] + rows.get_size()[0]
                   and details.get_box()[0] >= canvas.get_box()[0] + canvas.get_size()[0], "there are three columns")
        program.quit()


def test_picture_of_large_text():
    """Text of twice its size, as the desktop’s settings have it."""
    resources = SCRATCH / "large-text"
    resources.write_text("Xft.dpi: 192\n")
    program, window = show_stake(ADW_DEBUG_COLOR_SCHEME="prefer-light")
    with program:
        usual = window.find_event(STAKE).get_size()
        program.quit()
    program, window = show_stake(1440, 860, XENVIRONMENT=str(resources), ADW_DEBUG_COLOR_SCHEME="prefer-light")
    with program:
        large = window.find_event(STAKE).get_size()
        check(large[0] > 1.6 * usual[0], usual, large)
        take_picture(window, "window-large-text")

        # In small windows, too, there are lanes to be seen.
        for width, height in ((1024, 700), (420, 800)):
            resize(window, width, height)
            check_lanes_in_view(window, width, height)
            take_picture(window, f"window-large-text-{width}")
        program.quit()


def check_lanes_in_view(window, width, height):
    canvas = window.find(Role.PANEL, "Timeline")

    def look():
        left, top, room_width, room_height = canvas.get_box()
        lanes = [node.get_box() for node in window.list_items("Lanes")]
        seen = [box for box in lanes if box[3] > 30 and box[1] + box[3] <= top + room_height + 1]
        return window.frame.get_size()[0] <= width and len(seen) >= 2

    wait_until(look, f"there are two whole lanes at {width} by {height}")


def test_title_gives_way():
    """A long title is cut before any button is left out."""
    title = "How four companies came to share one supplier of data, and what became of that within six days"
    path = write_timeline("long-title.timeline.json", title, ("An event", "2025-06-12"))
    with start(path) as program:
        window = Window(program, title)
        resize(window, 1024, 700)
        label = wait_until(lambda: [node for node in window.find_all(Role.LABEL, title) if node.get_box()[1] < 30],
                           "the title is at the top")[0]
        wanted = {"Open", "Lists", "Search", "Filters", "Back", "Bookmarks", "Export", "Zoom in", "Details"}

        def look():
            shown = {node.get_name() for node in window.frame.find_shown(Role.BUTTON, Role.TOGGLE_BUTTON)}
            return wanted <= shown and 100 <= label.get_size()[0] < 400

        wait_until(look, "all buttons are there, and the title has what is left")

        # Where there is room, it has more of it.
        resize(window, 1500, 700)
        wait_until(lambda: label.get_size()[0] > 500, "the title has more room")

        # In a narrow window it can still be read.
        resize(window, 420, 700)
        wait_until(lambda: label.get_size()[0] >= 120, "the title has some room")
        program.quit()


def make_hebrew():
    """What to set for GTK to be in Hebrew, and so from right to left.

    GLib lets it be so for a program that is not translated itself only where the locale is English and just LANGUAGE is
    another one. Later versions of GTK than 4.8 look at what the locale is called.
    """
    folder = SCRATCH / "locales"
    if not list(pathlib.Path("/usr/share/locale/he/LC_MESSAGES").glob("gtk40.mo")):
        raise tap.Skip("GTK’s Hebrew is not installed")
    if shutil.which("localedef") is None or not pathlib.Path("/usr/share/i18n/locales/en_US").exists():
        raise tap.Skip("no locale can be made")

    folder.mkdir()
    version = subprocess.run(["pkg-config", "--modversion", "gtk4"], capture_output=True, text=True, check=True)
    locale = "en_US.UTF-8" if version.stdout.startswith("4.8.") else "he_IL.UTF-8"
    subprocess.run(["localedef", "-i", "en_US", "-f", "UTF-8", folder / locale], check=True, timeout=TIME_LIMIT)

    return {"LANGUAGE": "he", "LC_ALL": locale, "LOCPATH": str(folder)}


def test_picture_from_right_to_left():
    """In a language that is written so, time runs so, too."""
    program, window = show_stake(ADW_DEBUG_COLOR_SCHEME="prefer-light", **make_hebrew())
    with program:
        canvas = window.find(Role.PANEL, "Timeline")
        details = window.find(Role.PANEL, "Details")
        left, _, width, _ = canvas.get_box()
        check(details.get_box()[0] + details.get_size()[0] <= left, "the details are at the end")
        lane = window.list_items("Lanes")[0].get_box()
        check(lane[0] + lane[2] > left + width - 20, "lanes have their names at the beginning", lane)
        founded = window.find_event("Scale AI is founded").get_box()
        check(founded[0] + founded[2] > window.find_event(STAKE).get_box()[0] + 100, "the earlier is to the right")
        take_picture(window, "window-right-to-left")

        # The key to the left goes to what is later.
        titles = [find_title(name) for name in window.list_names()]
        press("Home")
        window.wait_for_selected(titles[0])
        press("Left")
        window.wait_for_selected(titles[1])
        program.quit()


def test_picture_of_lists_and_findings():
    with start(BROKEN, ADW_DEBUG_COLOR_SCHEME="prefer-light") as program:
        window = Window(program, "A test")
        window.settle()
        press("ctrl+1")
        window.find(Role.LIST, "Events by date")
        window.find(Role.ALERT, "1 finding")
        take_picture(window, "window-findings")
        program.quit()


def test_motion():
    """What moves ends where it would be at once without motion."""
    moving = make_settings("moving", gtk_enable_animations=1)
    seen = []
    for environment in ({}, {"XDG_CONFIG_HOME": moving}):
        with start("--select", "e14-stake", **environment) as program:
            window = Window(program)
            window.wait_for_selected(STAKE)
            window.settle()
            before = window.get_axis()
            press("ctrl+plus")
            press("ctrl+plus")
            window.wait_for_axis(lambda axis: axis != before, "the axis tells another time")
            window.settle()
            seen.append((window.get_axis(), window.list_names()))
            check_equal(len(list_x_windows(program.process.pid)), 1)
            program.quit()
    check_equal(seen[0], seen[1])


sys.exit(tap.run(tap.functions_of(sys.modules[__name__])))
