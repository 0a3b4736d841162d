#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""Filtering in the window, with real keys and a real pointer. Run by with-display.sh --openbox.

Usage: test-window-filter.py PROGRAM SOURCE_ROOT
"""

import json
import pathlib
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tools"))

import tap  # noqa: E402
from program import PROGRAM, ROOT, SCRATCH, STORY_FILE, Role, press, wait_until, xdotool  # noqa: E402
from tap import check, check_equal  # noqa: E402
from window import Window, start  # noqa: E402

EVENTS = STORY_FILE["events"]
STORY_PATH = ROOT / "data/meta-scale-openai-google.timeline.json"
ACTORS = {actor: lane["id"] for lane in STORY_FILE["lanes"] for actor in lane["actors"]}
REMOVE = "Remove filter: "


def lane_of(event):
    return ACTORS[event["actors"][0]]


def count(function):
    return sum(1 for event in EVENTS if function(event))


OPENAI = count(lambda event: lane_of(event) == "openai")
DIFFERING = count(lambda event: event.get("differences"))
BOTH = count(lambda event: lane_of(event) == "openai" and event.get("differences"))


class Filtered(Window):
    """A window whose filters one looks at."""

    def list_chips(self):
        return [node.get_name()[len(REMOVE):] for node in self.frame.find_shown(Role.BUTTON)
                if node.get_name().startswith(REMOVE)]

    def list_counts(self):
        return [node.get_name() for node in self.frame.find_shown(Role.ALERT) if " of " in node.get_name()]

    def wait_for_filter(self, n_shown, *chips):
        """Until that is what is asked for, and what is said of it."""
        wait_until(lambda: self.list_chips() == list(chips), f"the chips are {chips}")
        said = [f"{n_shown} of {len(EVENTS)} events"] if chips else []
        wait_until(lambda: self.list_counts() == said, f"{said} is said")

    def open_filters(self):
        press("ctrl+shift+l")
        self.wait_for_focus_on("Search for a filter")

    def choose(self, words, choice):
        """Searches for a choice, goes down to it and ticks it."""
        xdotool("type", "--delay", 15, words)
        wait_until(lambda: self.frame.find_shown(Role.CHECK_BOX)
                   and all(words.lower() in box.get_name().lower() for box in self.frame.find_shown(Role.CHECK_BOX)),
                   f"what is not “{words}” is gone")
        for _ in range(20):
            before = self.find_focused_path()
            press("Down")
            wait_until(lambda: self.find_focused_path() not in (None, before), "Down goes on")
            if self.find_focused().startswith(choice):
                break
        self.wait_for_focus_on(choice)
        press("space")

    def close_filters(self):
        press("Escape")
        wait_until(lambda: not self.frame.find_shown(Role.CHECK_BOX), "the popover is closed")

    def filter(self, words, choice):
        self.open_filters()
        self.choose(words, choice)
        self.close_filters()


def test_with_keys_alone():
    """Adds two filters, and takes them away by Delete."""
    with start() as program:
        window = Filtered(program)
        window.settle()
        check_equal(window.list_chips(), [])
        window.filter("OpenAI", f"OpenAI, {OPENAI} events")
        window.wait_for_filter(OPENAI, "Lane: OpenAI")
        window.wait_for_focus_on("Filters")

        window.open_filters()
        window.choose("differ", f"Sources differ, {BOTH} events")
        window.wait_for_filter(BOTH, "Lane: OpenAI", "Sources differ")
        window.close_filters()
        window.settle()
        check_equal(window.list_names("Lanes"), ["OpenAI"])

        # Left and right go from the one to the other, and what follows takes the place of what is gone.
        for _ in range(40):
            press("Tab")
            if wait_until(window.find_focused, "something has the keyboard").startswith(REMOVE):
                break
        window.wait_for_focus_on("Lane: OpenAI")
        press("Right")
        window.wait_for_focus_on("Sources differ")
        press("Left")
        window.wait_for_focus_on("Lane: OpenAI")
        press("Delete")
        window.wait_for_filter(DIFFERING, "Sources differ")
        window.wait_for_focus_on(REMOVE + "Sources differ")
        press("BackSpace")
        window.wait_for_filter(0)
        wait_until(lambda: window.find_focused() is None or "Remove" not in window.find_focused(),
                   "the keyboard goes on to the drawing")
        press("Home")
        window.wait_for_details(f"1 of {len(EVENTS)}")
        program.quit()


def test_with_the_pointer():
    """Ticks, unticks, and takes chips away by clicks; what is selected stays so while it is shown."""
    with start("--select", "e14-stake") as program:
        window = Filtered(program)
        window.settle()
        window.click_node(window.find(Role.TOGGLE_BUTTON, "Filters") if window.find_all(Role.TOGGLE_BUTTON, "Filters")
                          else window.find_all(Role.BUTTON, "Filters")[0])
        window.click_in_popover(window.find(Role.CHECK_BOX, "Sources differ"))
        window.wait_for_filter(DIFFERING, "Sources differ")
        window.wait_for_selected("Meta takes a 49% stake in Scale AI")
        window.click_in_popover(window.find(Role.CHECK_BOX, "OpenAI"))
        window.wait_for_filter(BOTH, "Lane: OpenAI", "Sources differ")
        window.wait_for_selected()
        window.close_filters()

        window.click_node(window.find(Role.BUTTON, REMOVE + "Lane: OpenAI"))
        window.wait_for_filter(DIFFERING, "Sources differ")
        window.click_node(window.find(Role.BUTTON, "Clear All"))
        window.wait_for_filter(0)
        program.quit()


def test_lists_follow():
    with start() as program:
        window = Filtered(program)
        window.settle()
        press("ctrl+1")
        window.find(Role.TAB, f"Events {len(EVENTS)}")
        window.filter("OpenAI", f"OpenAI, {OPENAI} events")
        window.find(Role.TAB, f"Events {OPENAI}")
        differences = sum(len(event.get("differences", [])) for event in EVENTS if lane_of(event) == "openai")
        window.find(Role.TAB, f"Differences {differences}")
        sources = {source["id"] for source in STORY_FILE["sources"]
                   if any(f'"{source["id"]}"' in json.dumps({key: event.get(key) for key in (
                       "claims", "figures", "dated_by", "differences", "links")})
                       for event in EVENTS if lane_of(event) == "openai")}
        window.find(Role.TAB, f"Sources {len(sources)}")
        press("ctrl+2")
        items = wait_until(lambda: window.list_names("Sources and what they carry"), "there are sources")
        check(len(items) > 1, items)
        press("ctrl+shift+Delete")
        window.find(Role.TAB, f"Sources {len(STORY_FILE['sources'])}")
        window.find(Role.TAB, f"Events {len(EVENTS)}")
        program.quit()


def test_details_follow():
    """One goes through what is left; a link to what is not shown says so, and has the way to it."""
    stake = "Meta takes a 49% stake in Scale AI"
    google = next(event["title"] for event in EVENTS if event["id"] == "e20-google-plans")
    n_scale = count(lambda event: lane_of(event) == "scale")
    with start("--select", "e14-stake") as program:
        window = Filtered(program)
        window.settle()
        window.filter("Scale", f"Scale AI, {n_scale} events")
        window.wait_for_filter(n_scale, "Lane: Scale AI")
        window.wait_for_details(stake, f" of {n_scale}")
        link = wait_until(lambda: [node for node in window.frame.find_shown(Role.BUTTON, Role.LINK)
                                   if google in node.get_name()], "there is a link")[0]
        link.activate()
        # Not for long.
        wait_until(lambda: window.frame.find_last(Role.LABEL, f"The filters leave out “{google}”"), "it is said")
        window.frame.find_last(Role.BUTTON, "Clear Filters").activate()
        window.wait_for_filter(0)
        check_equal(window.get_details_title(), stake)
        window.wait_for_selected(stake)
        program.quit()


def test_a_source_from_its_details():
    with start("--select", "e14-stake") as program:
        window = Filtered(program)
        window.settle()
        source = window.find(Role.LINK, "opens in the browser")
        window.click_node(source, x=30, button=3)
        window.click_in_popover(window.find(Role.BUTTON, "Only What This Source Tells Of"))
        chips = wait_until(window.list_chips, "there is a chip")
        check(len(chips) == 1 and chips[0].startswith("Source: "), chips)
        publisher = chips[0][len("Source: "):].split(":")[0]
        check(publisher in source.get_name(), chips, source.get_name())
        window.wait_for_selected("Meta takes a 49% stake in Scale AI")
        program.quit()


def test_nothing_is_left():
    """The canvas says so, and has the way back."""
    with start() as program:
        window = Filtered(program)
        window.settle()
        window.open_filters()
        for _ in range(60):
            press("Tab")
            if window.find_focused() == "From":
                break
        window.wait_for_focus_on("From")
        xdotool("type", "June")
        press("Return")
        window.find(Role.ALERT, "June: ")
        check_equal(window.list_chips(), [])
        press("ctrl+a")
        xdotool("type", "2100")
        press("Return")
        window.wait_for_filter(0, "From 2100")
        window.wait_for_none(Role.ALERT, "June: ")
        window.close_filters()
        window.find(Role.ALERT, "No event meets all filters")
        window.find(Role.BUTTON, "Clear Filters").activate()
        window.wait_for_filter(0)
        window.wait_for_none(Role.ALERT, "No event meets all filters")
        window.settle()
        program.quit()


def test_a_lane_from_its_menu():
    with start() as program:
        window = Filtered(program)
        window.settle()
        press("Right")
        window.wait_for_selected(EVENTS[2]["title"])
        press("shift+Tab")
        window.wait_for_focus_on("Meta")
        for lane in ("Scale AI", "OpenAI", "Google"):
            press("Down")
            window.wait_for_focus_on(lane)
        press("Menu")
        window.click_in_popover(window.find_menu_item("Only This Lane", 3))
        n_google = count(lambda event: lane_of(event) == "google")
        window.wait_for_filter(n_google, "Lane: Google")
        program.quit()


def test_filters_outlast_the_program_and_the_file():
    """They are there after a restart; what a newer version of the file does not have is dropped, with a word."""
    path = SCRATCH / "kept.timeline.json"
    path.write_text(STORY_PATH.read_text())
    state = {"XDG_STATE_HOME": str(SCRATCH / "state")}
    with start(str(path), **state) as program:
        window = Filtered(program)
        window.settle()
        window.filter("OpenAI", f"OpenAI, {OPENAI} events")
        window.filter("differ", "Sources differ")
        window.wait_for_filter(BOTH, "Lane: OpenAI", "Sources differ")
        # What the command line draws with the same conditions is what the window shows.
        chart = SCRATCH / "same.svg"
        subprocess.run([PROGRAM, "export", "-q", str(path), "--lanes", "openai", "--differing", "-o", str(chart)], check=True,
                       timeout=60)
        check(f"Filtered: {window.list_counts()[0]}; lane OpenAI; sources differ" in chart.read_text())
        program.quit()
    with start(str(path), **state) as program:
        window = Filtered(program)
        window.wait_for_filter(BOTH, "Lane: OpenAI", "Sources differ")
        changed = json.loads(STORY_PATH.read_text())
        for lane in changed["lanes"]:
            if lane["id"] == "openai":
                lane["id"] = "open"
        path.write_text(json.dumps(changed))
        window.wait_for_filter(DIFFERING, "Sources differ")
        wait_until(lambda: window.frame.find_last(Role.LABEL, "1 filter was removed"), "it is said")
        program.quit()


sys.exit(tap.run(tap.functions_of(sys.modules[__name__])))
