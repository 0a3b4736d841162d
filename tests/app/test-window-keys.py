#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""The window with the keyboard alone. Run by with-display.sh --openbox.

Usage: test-window-keys.py PROGRAM SOURCE_ROOT
"""

import pathlib
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tools"))

import tap  # noqa: E402
from accessible import list_boxes  # noqa: E402
from program import SCRATCH, STORY_FILE, Role, State, press, wait_until  # noqa: E402
from tap import check, check_equal  # noqa: E402
from window import Window, find_title, start  # noqa: E402

STAKE = "Meta takes a 49% stake in Scale AI"
WANG = "Alexandr Wang leaves Scale for Meta"
N_EVENTS = len(STORY_FILE["events"])
URLS = {source["url"] for source in STORY_FILE["sources"] if "url" in source}


def list_titles(window):
    """Of the events that have room on the canvas, in order."""
    return [title for title in map(find_title, window.list_names()) if title]


def press_until(window, key, function, what, limit=60):
    """Presses a key again and again until what has the keyboard is the right thing. Returns all that had it."""
    seen = []
    for _ in range(limit):
        before = window.find_focused_path()
        press(key)
        wait_until(lambda: window.find_focused_path() not in (None, before),
                   f"{key} moves the keyboard from {seen[-1:]}")
        seen.append(window.find_focused())
        if function(seen[-1]):
            return seen
    check(False, what, seen)
    return seen


# Events

def test_from_start_to_a_source():
    """To the first event, into its details, on to a source, which is opened."""
    record = SCRATCH / "opened"
    with start(THROUGHLINE_URI_RECORDER=str(record)) as program:
        window = Window(program)
        window.settle()
        first = STORY_FILE["events"][2]["title"]
        press("Right")
        window.wait_for_selected(first)
        window.wait_for_focus_on(first)
        press("Return")
        wait_until(lambda: window.find_focused() and first not in window.find_focused(),
                   "the details have the keyboard")
        press_until(window, "Tab", lambda name: name.endswith("opens in the browser"), "there is a source")
        check(not record.exists(), "nothing is opened before")
        press("Return")
        wait_until(lambda: record.exists() and record.read_text(), "the address is opened")
        opened = record.read_text().splitlines()
        check(len(opened) == 1 and opened[0] in URLS, opened)
        program.quit()


def test_all_parts_have_their_turn():
    """Overview, lanes, events, details, and around; with Shift the other way."""
    with start("--select", "e14-stake") as program:
        window = Window(program)
        window.wait_for_selected(STAKE)
        window.wait_for_focus_on(STAKE)
        for key, words in (("shift+Tab", "Meta"), ("Down", "Scale AI"), ("shift+Tab", "Overview")):
            press(key)
            window.wait_for_focus_on(words)
        seen = press_until(window, "shift+Tab", lambda name: name == "Open", "Shift+Tab comes to the beginning")
        check("Menu" in seen and "Lists" in seen and "Zoom in" in seen, seen)
        seen = press_until(window, "Tab", lambda name: name == "Overview", "Tab comes to the overview")
        check("Recent timelines" in seen and seen.index("Lists") < seen.index("Menu"), seen)
        for key, words in (("Tab", "Meta"), ("Tab", STAKE), ("Tab", "Previous Event"), ("Tab", "Next Event"),
                           ("shift+Tab", "Previous Event"), ("shift+Tab", STAKE)):
            press(key)
            window.wait_for_focus_on(words)
        program.quit()


def test_arrows_walk_by_date():
    with start() as program:
        window = Window(program)
        window.settle()
        for key, place in (("Home", 1), ("Right", 2), ("Right", 3), ("Left", 2), ("End", N_EVENTS),
                           ("Left", N_EVENTS - 1), ("Home", 1)):
            press(key)
            window.wait_for_details(f"{place} of {N_EVENTS}")
        window.wait_for_focus_on(f"1 of {N_EVENTS}")
        press("Escape")
        window.wait_for_selected()
        program.quit()


def test_walk_through_the_whole_story():
    """Each event has its turn, once, and the keyboard is always on what is selected or on its badge."""
    with start() as program:
        window = Window(program)
        window.settle()
        titles = [window.get_details_title()]
        for _ in range(N_EVENTS):
            press("Right")
            titles.append(wait_until(lambda: window.get_details_title() != titles[-1] and window.get_details_title(),
                                     f"there is an event after “{titles[-1]}”"))
            window.wait_for_focus_on(titles[-1] if window.find_event(titles[-1]) else " more event")
        check_equal(set(titles[1:]), {event["title"] for event in STORY_FILE["events"]})
        window.wait_for_details(f"{N_EVENTS} of {N_EVENTS}")
        program.quit()


def test_lanes_and_links():
    with start("--select", "e14-stake") as program:
        window = Window(program)
        window.wait_for_selected(STAKE)
        window.wait_for_focus_on(STAKE)
        lanes = {actor: lane["id"] for lane in STORY_FILE["lanes"] for actor in lane["actors"]}

        def get_lane():
            titles = [find_title(name) for name in window.list_selected()]
            return [lanes[event["actors"][0]] for event in STORY_FILE["events"] if event["title"] in titles]

        press("Up")
        wait_until(lambda: get_lane() == ["meta"], "an event of the lane above is selected")
        press("Down")
        wait_until(lambda: get_lane() == ["scale"], "an event of the lane below is selected")
        press("alt+Left")
        press("alt+Left")
        window.wait_for_selected(STAKE)

        linked = {link["to"] for link in next(event for event in STORY_FILE["events"] if event["id"] == "e14-stake")
                  .get("links", [])}
        linked |= {event["id"] for event in STORY_FILE["events"] for link in event.get("links", [])
                   if link["to"] == "e14-stake"}
        ids = {event["title"]: event["id"] for event in STORY_FILE["events"]}
        press("bracketright")
        wait_until(lambda: [name for name in window.list_details() if ids.get(name) in linked], "a link is walked")
        program.quit()


def test_back_and_forward():
    """Also the keyboard goes back to where it was."""
    with start() as program:
        window = Window(program)
        window.settle()
        titles = list_titles(window)
        press("Home")
        window.wait_for_selected(titles[0])
        press("Right")
        window.wait_for_selected(titles[1])
        press("End")
        window.wait_for_selected(titles[-1])
        press("alt+Left")
        window.wait_for_selected(titles[1])
        window.wait_for_focus_on(titles[1])
        press("alt+Left")
        window.wait_for_selected(titles[0])
        press("alt+Right")
        window.wait_for_selected(titles[1])
        press("Left")
        window.wait_for_selected(titles[0])
        program.quit()


def test_menu_key():
    with start("--select", "e14-stake") as program:
        window = Window(program)
        window.wait_for_focus_on(STAKE)
        before = window.get_axis()
        press("Menu")
        first, second = window.find_menu_item("Show Details", 0), window.find_menu_item("Zoom to It", 1)
        wait_until(lambda: window.find_focused_path() == first.path, "the first item has the keyboard")
        press("Down")
        wait_until(lambda: window.find_focused_path() == second.path, "the second item has the keyboard")
        press("Return")
        window.wait_for_axis(lambda axis: axis != before, "it is nearer")
        window.wait_for_no_menu()
        window.wait_for_focus_on(STAKE)

        # Nothing happens by Escape, and the keyboard is where it was.
        press("Menu")
        first = window.find_menu_item("Show Details", 0)
        wait_until(lambda: window.find_focused_path() == first.path, "the first item has the keyboard")
        press("Escape")
        window.wait_for_focus_on(STAKE)
        program.quit()


# Time

def test_zoom_and_pan():
    with start("--select", "e14-stake") as program:
        window = Window(program)
        window.wait_for_focus_on(STAKE)
        window.settle()
        fitting = axis = window.get_axis()
        for key in ("ctrl+plus", "ctrl+minus", "ctrl+plus", "w", "s", "plus", "d", "a", "Next", "Prior", "f"):
            press(key)
            axis = window.wait_for_axis(lambda now, before=axis: now != before, f"{key} changes what is in view")
        press("ctrl+0")
        window.wait_for_axis(lambda now: now == fitting, "all is in view")
        window.wait_for_selected(STAKE)
        program.quit()


def test_zoom_turns_about_the_selected_event():
    with start("--select", "e14-stake") as program:
        window = Window(program)
        window.wait_for_focus_on(STAKE)
        window.settle()
        event = window.find_event(STAKE)
        before, axis = event.get_box()[0], window.get_axis()
        press("ctrl+plus")
        window.wait_for_axis(lambda now: now != axis, "it is nearer")
        window.settle()
        check(abs(event.get_box()[0] - before) <= 1, event.get_box(), before)
        program.quit()


def test_span_of_an_event():
    with start("--select", "e25-worries") as program:
        window = Window(program)
        window.wait_for_focus_on("Rivals worry that Meta could see their data")
        press("r")
        window.find(Role.BUTTON, "Zoom to it")
        before = window.get_axis()
        press("Tab")
        window.wait_for_focus_on("Zoom to it")
        press("Return")
        window.wait_for_axis(lambda now: now != before, "it is nearer")
        window.wait_for_none(Role.BUTTON, "Zoom to it")
        program.quit()


def test_axis_modes():
    with start() as program:
        window = Window(program)
        window.settle()
        places = {}
        for key in ("alt+2", "alt+3", "alt+4", "alt+1"):
            before = list_boxes(window.list_items())
            press(key)
            wait_until(lambda: list_boxes(window.list_items()) != before, f"{key} changes the axis")
            window.settle()
            places[key] = {find_title(item.get_name()): item.get_box()[0] for item in window.list_items()}
        # True to scale, nine years take nearly all of the room; at even distances each event has as much as another.
        left, _, width, _ = window.find_list("Events in view").get_box()
        check(places["alt+2"][STAKE] - left > 0.7 * width, places)
        check(places["alt+4"][STAKE] < places["alt+2"][STAKE] - 0.1 * width, places)
        check_equal(places["alt+1"], places["alt+3"], "empty time is folded away in this story")
        program.quit()


# Around the canvas

def test_lists():
    """Arrow keys in a list move what is selected on the canvas, and Enter goes to the details."""
    with start("--select", "e14-stake") as program:
        window = Window(program)
        window.wait_for_selected(STAKE)
        press("ctrl+1")
        rows = window.find(Role.LIST, "Events by date")
        window.wait_for_focus_on(STAKE)
        for key, place in (("Up", 17), ("Down", 18), ("Home", 1), ("Down", 2), ("End", N_EVENTS)):
            press(key)
            window.wait_for_details(f"{place} of {N_EVENTS}")
        titles = list_titles(window)
        press("Home")
        window.wait_for_selected(titles[0])
        check_equal([row.get_name() for row in rows.list_children() if row.has_state(State.SELECTED)],
                    window.list_selected(), "list and canvas call it the same")
        press("Return")
        window.wait_for_focus_on("Next Event")
        program.quit()


def test_list_of_sources():
    record = SCRATCH / "opened from the list"
    with start(THROUGHLINE_URI_RECORDER=str(record)) as program:
        window = Window(program)
        window.settle()
        press("ctrl+2")
        window.find(Role.LIST, "Sources and what they carry")
        press("Home")
        publisher = STORY_FILE["sources"][0]["publisher"]
        window.wait_for_focus_on(publisher)
        press("Return")
        wait_until(lambda: record.exists() and record.read_text(), "the address is opened")
        check_equal(record.read_text().splitlines(), [STORY_FILE["sources"][0]["url"]])

        # Below it is what it carries: an event is selected.
        press("Down")
        wait_until(lambda: [title for title in map(find_title, window.list_selected()) if title]
                   or f"of {N_EVENTS}" in " ".join(window.list_details()), "an event is selected")
        program.quit()


def test_list_of_differences():
    question = next(event["differences"][0]["question"] for event in STORY_FILE["events"] if event["id"] == "e14-stake")
    with start("--select", "e14-stake") as program:
        window = Window(program)
        window.wait_for_selected(STAKE)
        press("ctrl+3")
        window.find(Role.LIST, "Differences between sources")
        window.wait_for_focus_on(question)
        press("Down")
        window.wait_for_selected(STAKE)
        press("Home")
        wait_until(lambda: STAKE not in window.list_details(), "another event is selected")
        program.quit()


def test_panes():
    """They come and go by keys, and the keyboard is never lost."""
    with start("--select", "e14-stake") as program:
        window = Window(program)
        window.wait_for_focus_on(STAKE)
        press("F9")
        window.find(Role.LIST, "Events by date")
        window.wait_for_focus_on(STAKE)
        press("F9")
        window.wait_for_none(Role.LIST, "Events by date")
        window.wait_for_focus_on(STAKE)
        wide = window.find_list("Events in view").get_size()[0]
        press("shift+F9")
        wait_until(lambda: window.find_list("Events in view").get_size()[0] > wide + 200, "the canvas is wider")
        window.wait_for_none(Role.PANEL, "Details")
        press("Return")
        window.find(Role.PANEL, "Details")
        window.wait_for_focus_on("Previous Event")
        program.quit()


def test_lanes():
    with start() as program:
        window = Window(program)
        window.settle()
        check("Meta" in window.list_names("Lanes"))
        press("ctrl+l")
        window.wait_for_focus_on("Show Meta")
        press("space")
        wait_until(lambda: "Meta" not in window.list_names("Lanes"), "the lane is gone")
        press("space")
        wait_until(lambda: "Meta" in window.list_names("Lanes"), "the lane is back")
        press("Escape")
        window.wait_for_none(Role.CHECK_BOX, "Show Meta")

        # On the canvas, too: lanes change places.
        press_until(window, "Tab", lambda name: name == "Meta", "Tab comes to the lanes")
        press("alt+Down")
        wait_until(lambda: window.list_names("Lanes")[:2] == ["Scale AI", "Meta"], "they have changed places")
        window.wait_for_focus_on("Meta")
        program.quit()


def test_shortcuts_window():
    with start() as program:
        window = Window(program)
        window.settle()
        press("ctrl+question")
        wait_until(lambda: program.count_dialogs() == 1, "there is a dialog")
        press("Escape")
        wait_until(lambda: program.count_dialogs() == 0, "Escape closes it")
        wait_until(lambda: window.frame.has_state(State.ACTIVE), "the first one is in front")
        press("Right")
        window.wait_for_details(f"1 of {N_EVENTS}")
        program.quit()


sys.exit(tap.run(tap.functions_of(sys.modules[__name__])))
