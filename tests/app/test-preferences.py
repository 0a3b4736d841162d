#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""Preferences: that they hold at once and after a restart, and that the program is sound whatever is stored. Run by
with-display.sh --openbox.

Usage: test-preferences.py PROGRAM SOURCE_ROOT
"""

import pathlib
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tools"))

import tap  # noqa: E402
from program import PROGRAM, SCRATCH, Role, press, wait_until  # noqa: E402
from tap import check, check_equal  # noqa: E402
from window import Window, make_settings, start  # noqa: E402

STAKE = "Meta takes a 49% stake in Scale AI"
GROUP = "io/github/throughline/Throughline"


class Stored:
    """A place for settings, as people may find and change it by hand."""

    def __init__(self, name, **values):
        self.folder = make_settings(name, gtk_enable_animations=0)
        self.path = pathlib.Path(self.folder, "glib-2.0", "settings", "keyfile")
        if values:
            self.path.parent.mkdir(parents=True)
            lines = [f"{key.replace('_', '-')}={value}" for key, value in values.items()]
            self.path.write_text("\n".join([f"[{GROUP}]", *lines, ""]), encoding="utf-8")

    def start(self, *arguments, **environment):
        return start(*arguments, XDG_CONFIG_HOME=self.folder, GSETTINGS_BACKEND="keyfile", **environment)

    def read(self):
        text = self.path.read_text(encoding="utf-8") if self.path.exists() else ""
        return dict(line.split("=", 1) for line in text.splitlines() if "=" in line)

    def wait_for(self, key, value):
        wait_until(lambda: self.read().get(key) == value, f"{key} is stored as {value}, not {self.read()}")


def open_preferences(program):
    press("ctrl+comma")
    return wait_until(lambda: program.find_dialog("Preferences"), "there are preferences")


def list_said(frame, words):
    """All labels with these words; scrolled out of view as well."""
    return [node.get_name() for node in frame.find_all(Role.LABEL) if words in node.get_name()]


def close_preferences(program):
    press("Escape")
    wait_until(lambda: not program.find_dialog("Preferences"), "the preferences are closed")


def get_label_height(window):
    """Of one that is on one line, however large."""
    return window.find(Role.LABEL, "As of 31 July 2025").get_size()[1]


def get_lanes_width(window):
    return window.list_items("Lanes")[0].get_size()[0]


def test_text_size():
    """Larger text is larger everywhere, in all windows, and after a restart."""
    stored = Stored("text-size")
    with stored.start() as program:
        window = Window(program)
        window.settle()
        label = get_label_height(window)
        lanes = get_lanes_width(window)
        for _ in range(5):
            press("ctrl+alt+plus")
        stored.wait_for("text-size", "150")
        wait_until(lambda: get_label_height(window) > 1.3 * label, "labels are larger")
        window.settle()
        larger = get_lanes_width(window)
        check(1.2 * lanes < larger < 1.8 * lanes, lanes, larger)  # Once, not twice.
        program.quit()

    with stored.start() as program:
        window = Window(program)
        window.settle()
        check(get_label_height(window) > 1.3 * label, get_label_height(window), label)
        check_equal(get_lanes_width(window), larger)
        press("ctrl+alt+minus")
        stored.wait_for("text-size", "140")
        press("ctrl+alt+0")
        stored.wait_for("text-size", "100")
        wait_until(lambda: get_label_height(window) == label, "labels are as they were")
        program.quit()


def test_text_size_of_the_desktop():
    """Ours is a part of it."""
    resources = SCRATCH / "large-desktop"
    resources.write_text("Xft.dpi: 144\n")
    with Stored("desktop-text", text_size=200).start(XENVIRONMENT=str(resources)) as program:
        window = Window(program)
        window.settle()
        large = get_label_height(window)
        press("ctrl+alt+0")
        wait_until(lambda: get_label_height(window) < 0.7 * large, "labels are as the desktop has them")
        program.quit()


def test_window_by_keys():
    """What is chosen in it is stored, and the defaults come back."""
    stored = Stored("keys")
    with stored.start() as program:
        window = Window(program)
        window.settle()
        frame = open_preferences(program)
        titles = ["Colours", "Text size", "Motion", "Axis", "Font", "A click on a source", "Back to the defaults"]
        for title in titles:
            check(list_said(frame, title), title)
        press("space")
        press("Down")
        press("Down")
        press("Return")
        stored.wait_for("theme", "'dark'")
        press("Tab")
        press("space")
        stored.wait_for("high-contrast", "true")
        for _ in range(3):
            press("Tab")
        press("Up")
        stored.wait_for("text-size", "110")
        close_preferences(program)
        program.quit()

    with stored.start() as program:
        window = Window(program)
        window.settle()
        frame = open_preferences(program)
        check(list_said(frame, "Dark"), "it is dark after a restart")
        reset = [node for node in frame.list_all() if node.get_role() == Role.BUTTON
                 and "Back to the defaults" in node.get_name()]
        check_equal(len(reset), 1)
        reset[0].activate()
        wait_until(lambda: not list_said(frame, "Dark"), "the defaults are back")
        check_equal(stored.read(), {})
        close_preferences(program)
        program.quit()


def test_wrong_values():
    """They count as the defaults, and nothing is said on the terminal."""
    usual = Stored("usual")
    with usual.start() as program:
        window = Window(program)
        window.settle()
        size = window.find_event(STAKE).get_size()
        program.quit()

    wrong = Stored("wrong", theme="'pink'", high_contrast="7", axis="'sideways'", text_size="1000", motion="[1, 2]",
                   chart_font="'No Such Font <i>'", source_click="open me")
    with wrong.start() as program:
        window = Window(program)
        window.settle()
        check_equal(window.find_event(STAKE).get_size(), size)
        frame = open_preferences(program)
        check_equal(list_said(frame, "No Such Font"), ["“No Such Font <i>” is not installed: Inter stands in"])
        check(list_said(frame, "Automatic"), "the axis is the usual one")
        close_preferences(program)
        program.quit()


def test_font():
    """The drawing is in it, and its events take other room; charts are asked for in it."""
    with Stored("inter").start() as program:
        window = Window(program)
        window.settle()
        usual = window.find_event(STAKE).get_size()
        program.quit()
    with Stored("font", chart_font="'DejaVu Sans Mono'").start() as program:
        window = Window(program)
        window.settle()
        check(window.find_event(STAKE).get_size() != usual, usual)
        press("ctrl+shift+e")
        export = program.wait_for_window("Export")
        wait_until(lambda: list_said(export, "--font"), "the command line has the font")
        check("--font 'DejaVu Sans Mono'" in list_said(export, "--font")[0], list_said(export, "--font"))
        press("Escape")
        wait_until(lambda: len(program.find_frames()) == 1, "the dialog is closed")
        program.quit()


def is_folded(window):
    """How much time is left out is said before the eras."""
    return not window.find(Role.IMAGE, "Time axis from ").get_description().startswith("Rumours")


def test_axis():
    """Of a timeline that was never looked at; not of one that was."""
    stored = Stored("axis", axis="'linear'")
    state = str(SCRATCH / "axis-state")
    with stored.start(XDG_STATE_HOME=state) as program:
        window = Window(program)
        window.settle()
        check(not is_folded(window), "no time is folded away")
        press("alt+3")
        wait_until(lambda: is_folded(window), "time is folded away")
        program.quit()
    with stored.start(XDG_STATE_HOME=state) as program:
        window = Window(program)
        window.settle()
        wait_until(lambda: is_folded(window), "time is folded away")
        program.quit()


def press_source(window):
    window.wait_for_details(STAKE, "14 claims")
    window.click_node(window.find(Role.LINK, "opens in the browser"))


def test_click_copies():
    record = SCRATCH / "copied"
    with Stored("copy", source_click="'copy'").start("--select", "e14-stake",
                                                     THROUGHLINE_URI_RECORDER=str(record)) as program:
        window = Window(program)
        press_source(window)
        window.find(Role.LABEL, "The link is copied")
        check(not record.exists(), "nothing is opened")
        program.quit()


def test_click_asks():
    record = SCRATCH / "asked"
    with Stored("ask", source_click="'ask'").start("--select", "e14-stake",
                                                   THROUGHLINE_URI_RECORDER=str(record)) as program:
        window = Window(program)
        press_source(window)

        def find_question():
            return [node.get_name() for frame in program.find_root().list_children() for node in frame.list_all()
                    if node.get_name().startswith("https://")]

        address = wait_until(find_question, "the address is shown")[0]
        press("Escape")
        wait_until(lambda: not find_question(), "the question is gone")
        check(not record.exists(), "nothing is opened")
        press_source(window)
        wait_until(find_question, "the address is shown")
        press("Return")
        wait_until(lambda: record.exists() and record.read_text(), "the address is opened")
        check_equal(record.read_text().splitlines(), [address])
        program.quit()


def test_without_schema():
    """The program is a copy that nothing has been installed for: defaults hold, as long as it runs."""
    copy = SCRATCH / "bare"
    copy.mkdir()
    for name in ("throughline", "throughline-window"):
        (copy / name).write_bytes(pathlib.Path(PROGRAM).with_name(name).read_bytes())
        (copy / name).chmod(0o755)
    import program as module  # noqa: PLC0415
    usual, module.PROGRAM = module.PROGRAM, str(copy / "throughline")
    try:
        with Stored("bare", text_size="200").start() as program:
            window = Window(program)
            window.settle()
            label = get_label_height(window)
            press("ctrl+alt+plus")
            wait_until(lambda: get_label_height(window) > label, "labels are larger")
            program.quit()
    finally:
        module.PROGRAM = usual


sys.exit(tap.run(tap.functions_of(sys.modules[__name__])))
