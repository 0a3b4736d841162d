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
import time

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tools"))

import tap  # noqa: E402
from program import (PROGRAM, ROOT, SCRATCH, STORY, STORY_FILE, Role, find_shown, press, wait_for_focus,  # noqa: E402
                     wait_until, write_timeline, xdotool)
from tap import check, check_equal  # noqa: E402
from window import Window, start  # noqa: E402

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

    def choose(self, row, index):
        """From the list of a row."""
        before = self.get_command()
        self.click_node(self.find(Role.COMBO_BOX, row))
        wait_until(self.find_focused_item, "the list is open")
        for key in ["Home"] + index * ["Down"]:
            press(key)
            time.sleep(0.1)
        press("Return")
        wait_until(lambda: self.get_command() != before, f"another {row} is chosen")

    def find_focused_item(self):
        node = self.frame.find_focused()
        return node.path if node and node.get_role() == Role.LIST_ITEM else None

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
                dialog.choose("Format", steps)
            command = dialog.get_command()
            check(f".{suffix}" in command and "json" not in command, command)
            path = SCRATCH / f"by-dialog.{suffix}"
            dialog.save(path)
            wait_for_focus(window.frame)
            window.find(Role.LABEL, f"by-dialog.{suffix} has been saved")
            check(path.read_bytes() == make_by_command(command, suffix), f"{suffix}: other bytes than the command line's")
        program.quit()


def test_part_in_view():
    """Of the file that is shown, what is in view, by dates that the command line knows."""
    path = write_timeline("a part.json", "Three days", ("The gate opens", "2025-06-11"), ("It is \u2019wet\u2019", "2025-06-12"),
                          ("The gate is closed", "2025-06-20"))
    record = SCRATCH / "shown"
    with start(path, THROUGHLINE_URI_RECORDER=str(record)) as program:
        window = Window(program, "Three days")
        window.settle()
        press("Home")
        window.wait_for_selected("The gate opens")
        press("r")
        for _ in range(4):
            press("ctrl+plus")
        window.settle()
        dialog = Dialog(program)
        whole = dialog.get_command()
        check_equal(shlex.split(whole)[2], str(path))
        dialog.choose("Part", 1)
        command = dialog.get_command()
        check(" --from 2025-06-1" in command and " --to 2025-06-1" in command, command)
        dialog.save(SCRATCH / "part.png")
        window.find(Role.LABEL, "part.png has been saved")
        check((SCRATCH / "part.png").read_bytes() == make_by_command(command, "png"), "another picture", command)

        # Without a file manager that can point at it, its folder is opened.
        window.click_node(window.find(Role.BUTTON, "Show in Folder"))
        wait_until(lambda: record.exists() and record.read_text().strip() == SCRATCH.as_uri(), "the folder is opened")

        # It is remembered; what is marked is a part of its own.
        dialog = Dialog(program)
        check_equal(dialog.get_command(), command)
        dialog.choose("Part", 2)
        span = dialog.get_command()
        check(" --from 2025-06-11" in span and " --to 2025-06-1" in span and span != command, span)
        press("Escape")
        wait_for_focus(window.frame)
        program.quit()


def test_errors():
    """What is there and is no chart stays, and so does the timeline."""
    path = write_timeline("kept.json", "Kept", ("The gate opens", "2025-06-11"))
    before = path.read_bytes()
    (SCRATCH / "notes.png").write_text("These are no picture.")
    with start(path) as program:
        Window(program, "Kept").settle()
        dialog = Dialog(program)
        for name, words in (("notes.png", "There is a file of that name already"), ("kept.json", "the timeline itself"),
                            ("/proc/x.png", "/proc/x.png")):
            dialog.save(SCRATCH / name)
            if not name.startswith("/"):
                wait_until(lambda: xdotool("getactivewindow", "getwindowname") != ["Save", "Chart"], "GTK asks")
                press("alt+r")
            dialog.find(Role.ALERT, words)
        check_equal(path.read_bytes(), before)
        check_equal((SCRATCH / "notes.png").read_text(), "These are no picture.")
        press("Escape")
        wait_until(lambda: len(program.find_frames()) == 1, "the dialog is closed")
        program.quit()


def test_cancelled():
    """Nothing is left of a file that is not finished."""
    folder = SCRATCH / "large"
    folder.mkdir()
    with start() as program:
        window = Window(program)
        window.settle()
        dialog = Dialog(program)
        dialog.click_node(dialog.find(Role.SPIN_BUTTON, "Scale"), x=20)
        press("ctrl+a")
        xdotool("type", "15")
        press("Tab")
        dialog.find(Role.ALERT, "24000 × 13500 pixels")
        check(dialog.get_command().endswith(" --scale 15"), dialog.get_command())
        dialog.save(folder / "large.png")
        dialog.find(Role.ALERT, "The chart is being written")
        dialog.find(Role.PROGRESS_BAR, "Saving")
        dialog.click_node(dialog.find(Role.BUTTON, "Cancel"))
        wait_until(lambda: not dialog.find_all(Role.BUTTON, "Cancel"), "it has been cancelled")
        check_equal(list(folder.iterdir()), [])
        press("Escape")
        wait_for_focus(window.frame)
        program.quit()


def test_pages():
    """Turned with buttons; told in words, with what has no room."""
    with start() as program:
        window = Window(program)
        window.settle()
        dialog = Dialog(program)
        dialog.find(Role.ALERT, "1600 × 900 pixels · no room for the labels of")
        dialog.click_node(dialog.find(Role.CHECK_BOX, "Several pages"))
        dialog.find(Role.ALERT, "each a file of its own")
        dialog.find(Role.LABEL, "Page 1 of ")
        dialog.click_node(dialog.find(Role.BUTTON, "Next page"))
        dialog.find(Role.LABEL, "Page 2 of ")
        check(" --pages" in dialog.get_command(), dialog.get_command())
        dialog.save(SCRATCH / "pages.png")
        window.find(Role.LABEL, "pages-1.png has been saved")
        check(len(list(SCRATCH.glob("pages-*.png"))) > 2 and not (SCRATCH / "pages.png").exists())

        dialog = Dialog(program)
        dialog.choose("Size", 5)
        dialog.choose("Format", 2)
        dialog.find(Role.ALERT, "297 × 210 mm")
        check(" --size a4" in dialog.get_command(), dialog.get_command())
        press("Escape")
        wait_for_focus(window.frame)
        program.quit()


def test_printed():
    """Through the print dialog into a file, with text that is text."""
    path = write_timeline("printed.json", "On paper", ("The gate opens", "2025-06-11"))
    with start(path) as program:
        window = Window(program, "On paper")
        window.settle()
        press("ctrl+p")
        wait_for_active("Print")
        for key in ("Tab", "Down", "space"):
            time.sleep(0.3)
            press(key)
        time.sleep(0.5)
        press("alt+p")
        pdf = SCRATCH / "on-paper.pdf"
        wait_until(lambda: pdf.exists() and pdf.read_bytes().rstrip().endswith(b"%%EOF"), "it is printed")
        done = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True, check=True)
        check("On paper" in done.stdout and "The gate opens" in done.stdout, done.stdout)
        wait_for_focus(window.frame)
        program.quit()


class Reader:
    """Another program that takes what is on the clipboard, or is dropped on it."""

    def __init__(self, *words):
        self.process = subprocess.Popen([sys.executable, ROOT / "tests/tools/take-chart.py", *words],
                                        stdout=subprocess.PIPE)

    def read(self):
        """What it was given."""
        return self.process.communicate(timeout=30)[0]


def test_copied_view():
    """Whoever pastes gets the chart as a picture or as text, whatever can be used there."""
    with start("--select", "e14-stake") as program:
        window = Window(program)
        window.settle()
        press("ctrl+alt+c")
        window.find(Role.LABEL, "has been copied as a picture")
        png = Reader("clipboard", "image/png").read()
        svg = Reader("clipboard", "image/svg+xml").read()
        text = Reader("clipboard", "text/plain;charset=utf-8").read().decode()
        # All is in view, so it is the bundled story as the command line draws it.
        check(png == make_by_command("throughline export -o x.png", "png"), "another PNG")
        check(svg == make_by_command("throughline export -o x.svg", "svg"), "another SVG")
        lines = text.splitlines()
        check_equal(lines[0], STORY)
        check_equal(len(lines), 4 + len(STORY_FILE["events"]), text)
        check("13 June 2025: " in text, text)
        program.quit()


def test_copied_part():
    """What is out of view is not copied."""
    with start() as program:
        window = Window(program)
        window.settle()
        press("Home")
        window.wait_for_selected(STORY_FILE["events"][2]["title"])
        press("r")
        press("ctrl+plus")
        press("ctrl+plus")
        window.settle()
        press("ctrl+alt+c")
        window.find(Role.LABEL, "has been copied as a picture")
        text = Reader("clipboard", "text/plain;charset=utf-8").read().decode()
        check(0 < len(text.splitlines()) - 4 < len(STORY_FILE["events"]), text)
        program.quit()


def test_drag():
    """Dragged out of the preview: a file."""
    with start() as program:
        window = Window(program)
        window.settle()
        dialog = Dialog(program)
        target = Reader("drop")
        x_window = wait_until(lambda: xdotool("search", "--onlyvisible", "--name", "Drop here"), "there is a target")[0]
        start_point = dialog.get_point(dialog.find(Role.IMAGE, "Preview of the chart"))
        left, top = [int(word.split("=")[1]) for word in
                     xdotool("getwindowgeometry", "--shell", dialog.x_window)[1:3]]
        x, y = left + start_point[0], top + start_point[1]
        xdotool("mousemove", x, y, "mousedown", 1)
        for step in range(1, 11):
            xdotool("mousemove", x + step * 2, y + step * 2)
            time.sleep(0.05)
        xdotool("mousemove", "--window", x_window, 60, 60)
        time.sleep(0.3)
        xdotool("mousemove", "--window", x_window, 66, 66)
        time.sleep(0.3)
        xdotool("mouseup", 1)
        name, _, content = target.read().partition(b"\n")
        command = dialog.get_command()
        path = pathlib.Path(name.decode())
        check_equal(path.name, pathlib.Path(shlex.split(command)[3]).name)
        check_equal(path.parent.stat().st_mode & 0o777, 0o700, "others can read it")
        check(content == make_by_command(command, "png"), "another PNG")
        check(path.exists(), "it has gone while it may be read")
        press("Escape")
        wait_for_focus(window.frame)
        program.quit()
        check(not path.parent.exists(), "it is left behind", path)


sys.exit(tap.run(tap.functions_of(sys.modules[__name__])))
