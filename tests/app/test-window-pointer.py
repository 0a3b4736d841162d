#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""The window with the pointer. Run by with-display.sh --openbox.

Usage: test-window-pointer.py PROGRAM SOURCE_ROOT
"""

import pathlib
import re
import sys
import time
import urllib.parse

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tools"))

import tap  # noqa: E402
from program import SCRATCH, STORY_FILE, Role, press, wait_until  # noqa: E402
from tap import check, check_equal  # noqa: E402
from window import MARK, Window, find_title, start  # noqa: E402

STAKE = "Meta takes a 49% stake in Scale AI"
WANG = "Alexandr Wang leaves Scale for Meta"
FRIAR = "OpenAI’s finance chief: we go on with Scale"

# The mark of STAKE is one of the large ones.
STAKE_MARK = 15


def check_near(found, expected, tolerance, what):
    check(abs(found - expected) <= tolerance, what, {"found": found}, {"expected": expected})


# Selecting

def test_click_shows_the_details():
    event = next(event for event in STORY_FILE["events"] if event["title"] == STAKE)
    with start() as program:
        window = Window(program)
        window.settle()
        window.click_event(STAKE)
        window.wait_for_selected(STAKE)
        window.wait_for_focus_on(STAKE)
        window.wait_for_details(STAKE, "12 June 2025 · known to the day", event["summary"], "14 claims from 13 sources",
                                "Sources differ", "What settles it", "A disputed cause: it is denied")
        said = window.list_details()
        for claim in event["claims"]:
            check(claim["text"] in said, claim["text"], said)

        # Another one, and none.
        window.click_event(FRIAR)
        window.wait_for_selected(FRIAR)
        window.wait_for_details(FRIAR)
        check(STAKE not in window.list_details())
        window.click(window.find_gap())
        window.wait_for_selected()
        window.wait_for_details(STORY_FILE["title"])
        program.quit()


def test_second_event_is_compared():
    with start() as program:
        window = Window(program)
        window.settle()
        window.click_event(STAKE)
        window.wait_for_selected(STAKE)
        window.click_event(FRIAR, keys=["ctrl"])
        window.wait_for_selected(STAKE, FRIAR)
        window.wait_for_details(STAKE, "1 day")
        window.find(Role.BUTTON, f"Compared with {FRIAR}")
        window.click_event(WANG)
        window.wait_for_selected(WANG)
        program.quit()


def test_link_leads_to_another_event():
    with start("--select", "e14-stake") as program:
        window = Window(program)
        window.wait_for_selected(STAKE)
        link = window.find(Role.BUTTON, f"{WANG}, 12 June 2025")
        check(link.activate(), "it has an action")
        window.wait_for_selected(WANG)
        window.wait_for_details(WANG)
        program.quit()


def test_previous_and_next():
    with start("--select", "e14-stake") as program:
        window = Window(program)
        window.wait_for_selected(STAKE)
        window.settle()
        place = int(re.search(r"(\d+) of \d+$", window.list_selected()[0])[1])
        window.click_node(window.find(Role.BUTTON, "Next Event"))
        window.wait_for_details(f"{place + 1} of ")
        window.click_node(window.find(Role.BUTTON, "Previous Event"))
        window.wait_for_selected(STAKE)
        program.quit()


def test_source_is_opened():
    """By a click, and then that one only; the host that is named is that of the address."""
    record = SCRATCH / "opened"
    with start("--select", "e14-stake", THROUGHLINE_URI_RECORDER=str(record)) as program:
        window = Window(program)
        window.wait_for_details(STAKE)
        window.settle()
        def find_links():
            links = window.find_all(Role.LINK, "opens in the browser")
            return links if len(links) > 20 else None

        links = wait_until(find_links, "its sources are there")
        hosts = {urllib.parse.urlsplit(source["url"]).hostname: source["url"] for source in STORY_FILE["sources"]
                 if "url" in source}
        check(all(any(host in link.get_name() for host in hosts) for link in links))
        check(not record.exists(), "nothing is opened before")

        link = links[0]
        host = next(host for host in hosts if host in link.get_name())
        window.click_node(link, x=30)
        wait_until(lambda: record.exists() and record.read_text(), "the address is opened")
        check_equal(record.read_text().splitlines(), [hosts[host]], link.get_name())
        program.quit()


def test_tooltip():
    with start() as program:
        window = Window(program)
        window.settle()
        window.move_pointer(window.get_point(window.find_event(STAKE), x=MARK))

        def look():
            root = program.find_root()
            return [label for label in root.find_shown(Role.LABEL)
                    if label.get_name() == f"{STAKE}\n12 June 2025 · 13 sources"]

        wait_until(look, "the tooltip is shown")
        program.quit()


# Moving through time

def test_wheel_zooms_about_the_pointer():
    """The date under it stays where it is, and others go away from it, or come nearer."""
    with start("--select", "e14-stake") as program:
        window = Window(program)
        window.wait_for_selected(STAKE)
        window.settle()
        event = window.find_event(STAKE)
        before = event.get_box()
        point = window.get_point(event, x=STAKE_MARK)
        friar = window.find_event(FRIAR).get_box()
        axis = window.get_axis()

        window.scroll(point, -3, keys=["ctrl"])
        nearer = window.wait_for_axis(lambda now: now != axis, "the axis tells another time")
        window.settle()
        check_near(event.get_box()[0], before[0], 1.5, "the date under the pointer stays")
        factor = (window.find_event(FRIAR).get_box()[0] - before[0]) / (friar[0] - before[0])
        check_near(factor, 1.25 ** 3, 0.25, "three steps of a quarter each")

        window.scroll(point, 3, keys=["ctrl"])
        window.wait_for_axis(lambda now: now != nearer, "the axis tells another time again")
        window.settle()
        check_near(event.get_box()[0], before[0], 1.5, "the date under the pointer stays")
        check_near(window.find_event(FRIAR).get_box()[0], friar[0], 1.5, "all is as before")
        program.quit()


def zoom_in(window):
    """So far that there is time on both sides."""
    axis = window.get_axis()
    window.scroll(window.get_point(window.find_event(STAKE), x=STAKE_MARK), -3, keys=["ctrl"])
    window.wait_for_axis(lambda now: now != axis, "it is nearer")
    window.settle()


def test_drag_moves_the_view():
    with start("--select", "e14-stake") as program:
        window = Window(program)
        window.wait_for_selected(STAKE)
        window.settle()
        zoom_in(window)
        event = window.find_event(STAKE)
        before = event.get_box()
        gap = window.find_gap()
        for dx in (-100, 60):
            window.drag(gap, dx, 0)
            wait_until(lambda: event.get_box()[0] == before[0] + dx, f"it has moved by {dx} pixels")
            window.settle()
            before = event.get_box()
        window.wait_for_selected(STAKE)
        program.quit()


def test_wheel_moves_the_view():
    with start("--select", "e14-stake") as program:
        window = Window(program)
        window.wait_for_selected(STAKE)
        window.settle()
        zoom_in(window)
        event = window.find_event(STAKE)
        before = event.get_box()
        gap = window.find_gap()
        window.scroll(gap, 1)
        wait_until(lambda: event.get_box()[0] < before[0] - 40, "it has moved to the left")
        window.scroll(gap, -1)
        wait_until(lambda: event.get_box()[0] == before[0], "it is back")
        program.quit()


def test_double_click_zooms_to_an_event():
    with start() as program:
        window = Window(program)
        window.settle()
        before = window.get_axis()
        window.click_event(STAKE, times=2)
        window.wait_for_axis(lambda now: now != before, "it is nearer")
        window.settle()
        left, _, width, _ = window.find_list("Events in view").get_box()
        middle = window.find_event(STAKE).get_box()[0] + STAKE_MARK
        check(left + width / 4 < middle < left + width * 3 / 4, middle, left, width)

        # Where one was before is a step back.
        press("alt+Left")
        window.wait_for_axis(lambda now: now == before, "all is as before")
        program.quit()


def test_span():
    """Drawn on the axis; a button goes to it; Escape lets go of it."""
    with start() as program:
        window = Window(program)
        window.settle()
        before = window.get_axis()
        left, top, width, height = window.known["axis"].get_box()
        ruler = window.get_point(window.known["axis"], x=0.5, y=0.6)
        check_equal(window.find_all(Role.BUTTON, "Zoom to it"), [])

        window.drag(ruler, 150, 0)
        window.find(Role.BUTTON, "Zoom to it")
        press("Escape")
        window.wait_for_none(Role.BUTTON, "Zoom to it")

        window.drag(ruler, 150, 0)
        button = window.find(Role.BUTTON, "Zoom to it")
        check_near(window.get_point(button)[0], ruler[0] + 75, 3, "the button is in the middle")
        at = window.get_point(window.find_event("Scale reassures its customers"), x=MARK)[0]
        window.click_node(button)
        window.wait_for_axis(lambda now: now != before, "it is nearer")
        window.wait_for_none(Role.BUTTON, "Zoom to it")
        window.settle()

        # What was at its beginning is at the beginning of the axis now.
        found = window.find_event("Scale reassures its customers").get_box()[0] + MARK
        expected = left + (at - ruler[0]) * width / 150
        check_near(found, expected, 12, "an event is where it has to be")
        program.quit()


def test_overview():
    """Its window is dragged along."""
    with start("--select", "e14-stake") as program:
        window = Window(program)
        window.wait_for_selected(STAKE)
        window.settle()
        zoom_in(window)
        before = window.get_axis()
        overview = window.find(Role.SLIDER, "Overview")
        window.click_node(overview, x=0.2)
        at_click = window.wait_for_axis(lambda now: now != before, "a click goes there")
        window.settle()
        window.drag(window.get_point(overview, x=0.3), 120, 0)
        window.wait_for_axis(lambda now: now != at_click, "a drag moves it")
        program.quit()


def test_buttons_zoom():
    with start() as program:
        window = Window(program)
        window.settle()
        fitting = window.get_axis()
        window.click_node(window.find(Role.BUTTON, "Zoom in"))
        nearer = window.wait_for_axis(lambda now: now != fitting, "it is nearer")
        window.click_node(window.find(Role.BUTTON, "Zoom out"))
        window.wait_for_axis(lambda now: now != nearer, "it is further away")
        window.click_node(window.find(Role.BUTTON, "Zoom in"))
        window.click_node(window.find(Role.BUTTON, "Show everything"))
        window.wait_for_axis(lambda now: now == fitting, "all is in view")
        program.quit()


# Lanes and badges

def test_lane_is_hidden():
    with start() as program:
        window = Window(program)
        window.settle()
        titles = {event["title"] for event in STORY_FILE["events"] if event["actors"][0] == "google"}

        def list_shown():
            return titles & set(map(find_title, window.list_names()))

        check(list_shown() and "Google" in window.list_names("Lanes"))
        window.click_node(window.find(Role.BUTTON, "Lanes"))
        window.click_in_popover(window.find(Role.CHECK_BOX, "Show Google"))
        wait_until(lambda: not list_shown(), "they are gone")
        check("Google" not in window.list_names("Lanes"))
        n_left = len(STORY_FILE["events"]) - len(titles)
        check([name for name in window.list_names() if name.endswith(f" of {n_left}")], window.list_names())
        window.click_in_popover(window.find(Role.CHECK_BOX, "Show Google"))
        wait_until(list_shown, "they are back")
        check("Google" in window.list_names("Lanes"))
        press("Escape")
        window.wait_for_none(Role.CHECK_BOX, "Show Google")
        program.quit()


def test_lane_is_dragged():
    with start() as program:
        window = Window(program)
        window.settle()
        check_equal(window.list_names("Lanes")[:2], ["Meta", "Scale AI"])
        first, second = window.list_items("Lanes")[:2]
        window.drag(window.get_point(first, x=30, y=0.5), 0, second.get_box()[1] - first.get_box()[1] + 20)
        wait_until(lambda: window.list_names("Lanes")[:2] == ["Scale AI", "Meta"], "they have changed places")
        program.quit()


def test_badge_lists_events():
    with start() as program:
        window = Window(program)
        window.settle()
        window.click_node(window.find(Role.LIST_ITEM, "2 more events"))
        rows = window.find(Role.LIST, "Events by date")
        names = wait_until(lambda: [row.get_name() for row in rows.list_children() if row.get_role() == Role.LIST_ITEM],
                           "its events are listed")
        check_equal(len(names), 2)
        chosen = find_title(names[1])
        press("Down")
        time.sleep(0.3)
        if window.find_focused() == names[0]:
            press("Down")  # GTK 4.18 does not count the focus that the first row has when the list is opened.
        window.wait_for_focus_on(chosen)
        press("Return")
        window.wait_for_details(chosen)
        window.wait_for_none(Role.LIST, "Events by date")
        program.quit()


def test_menu_of_an_event():
    with start() as program:
        window = Window(program)
        window.settle()
        window.click_event(STAKE, button=3)
        before = window.get_axis()
        window.click_in_popover(window.find_menu_item("Zoom to It", 1))
        window.wait_for_axis(lambda now: now != before, "it is nearer")
        program.quit()


sys.exit(tap.run(tap.functions_of(sys.modules[__name__])))
