#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""Editing the talk in the window and saving it, with real keys. Run by with-display.sh --openbox.

Usage: test-window-talk-edit.py PROGRAM SOURCE_ROOT
"""

import json
import pathlib
import subprocess
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tools"))

import tap  # noqa: E402
from accessible import list_names, select_words  # noqa: E402
from program import PROGRAM, SCRATCH, Role, find_shown, press, wait_for_focus, wait_until, xdotool  # noqa: E402
from talk import Talk  # noqa: E402
from tap import check, check_equal  # noqa: E402
from window import Window, start  # noqa: E402

TITLE = "Odd talk"
STEPS = "Steps of the talk"

# Tabs, line ends of another system, a mark at the beginning, keys that nobody knows, blanks here and there.
HEAD = """\ufeff{\r
\t"format": "throughline", "version" :1,\r
\t"title":"Odd talk",  "mine": {"k":[ 1,2 ]},\r
\t"events":[\r
\t\t{"id":"a","title":"Alpha" ,"when":"2001"},\r
\t\t{"id":"b","title":"Beta","when":"2003-05"}\r
\t],\r
\t"talk":{"odd":true,\r
\t\t"steps" : [\r
"""
ONE = '\t\t\t{ "own":[ ],  "title" :"One","events":["a"]}'
TWO = '\t\t\t{"title":"Two","notes" : "Say it","events":["b"] }'
TAIL = """\r
\t\t]},\r
\t"last": null\r
}\r
"""
NEXT = ",\r\n"


def write(name, *steps):
    path = SCRATCH / name
    path.write_bytes((HEAD + NEXT.join(steps) + TAIL).encode())
    path.chmod(0o640)
    return path


def list_steps(window):
    """The steps in the panel, by what their rows say."""
    return list_names([row for rows in window.find_all(Role.LIST, STEPS) for row in rows.list_children()])


def wait_for_steps(window, *words):
    def look():
        names = list_steps(window)
        return len(names) == len(words) and all(name.startswith(f"{i + 1}, {word}, ")
                                                for i, (name, word) in enumerate(zip(names, words)))

    try:
        wait_until(look, f"the steps are {words}")
    except AssertionError:
        check_equal(list_steps(window), words, "the steps")


def wait_for_bytes(path, *steps):
    expected = (HEAD + NEXT.join(steps) + TAIL).encode()
    try:
        wait_until(lambda: path.read_bytes() == expected, "the file is as it should be")
    except AssertionError:
        check_equal(path.read_bytes(), expected, "the file")


def begin(program, title=TITLE):
    window = Window(program, title)
    window.settle()
    press("ctrl+t")
    window.find(Role.LIST, STEPS)
    return window


def write_words(window, field, words):
    """Instead of what is there."""
    window.click_node(window.find(Role.TEXT, field))
    window.wait_for_focus_on(field)
    press("ctrl+a")
    xdotool("type", words)


def list_dialogs(program, window, words):
    """The dialogs of the window that ask this."""
    root = program.find_root()
    others = [child for child in root.list_children() if child.path != window.frame.path] if root else []
    inside = window.frame.find_shown(Role.DIALOG, Role.ALERT) if root else []
    return [dialog for dialog in others + inside if find_shown(dialog, words) and dialog.find_shown(Role.BUTTON)]


def find_dialog(program, window, words):
    return wait_until(lambda: list_dialogs(program, window, words), f"it is asked “{words}”")[0]


def answer(program, window, words, button):
    """Until nothing is asked any more: what is pressed before that does not come to the window."""
    dialog = find_dialog(program, window, words)
    found = wait_until(lambda: select_words(dialog.find_shown(Role.BUTTON), button), f"there is “{button}”")[0]
    found.activate()
    wait_until(lambda: program.process.poll() is not None or not list_dialogs(program, window, words),
               f"“{words}” is answered")


def test_the_whole_way():
    """Order, words, a step more, one less, and back; all else in the file stays byte for byte."""
    path = write("whole.timeline.json", ONE, TWO)
    with start(path) as program:
        window = begin(program)
        wait_for_steps(window, "One", "Two")

        # The first one goes down, by its keys.
        window.wait_for_focus_on("1, One")
        press("alt+Down")
        wait_for_steps(window, "Two", "One")
        press("ctrl+s")
        wait_for_bytes(path, TWO, ONE)
        check_equal(path.stat().st_mode & 0o777, 0o640)
        window.find(Role.LABEL, "The talk is saved")
        press("ctrl+z")
        wait_for_steps(window, "One", "Two")
        window.find(Role.LABEL, "Not saved yet")

        # Words.
        press("F2")
        window.wait_for_focus_on("Title")
        press("ctrl+a")
        xdotool("type", "Onset")
        wait_for_steps(window, "Onset", "Two")
        write_words(window, "Notes", "Slow")
        press("ctrl+s")
        wait_for_bytes(path, '\t\t\t{ "own":[ ],  "title" :"Onset","events":["a"], "notes": "Slow"}', TWO)
        press("ctrl+z")
        press("ctrl+z")
        wait_for_steps(window, "One", "Two")
        press("ctrl+shift+z")
        wait_for_steps(window, "Onset", "Two")
        press("ctrl+z")
        press("ctrl+s")
        wait_for_bytes(path, ONE, TWO)

        # One less, one more.
        window.click_node(window.find(Role.LIST_ITEM, "1, One"))
        window.wait_for_selected("Alpha")
        press("Delete")
        wait_for_steps(window, "Two")
        press("ctrl+s")
        wait_for_bytes(path, TWO)
        press("ctrl+z")
        wait_for_steps(window, "One", "Two")
        press("ctrl+s")
        wait_for_bytes(path, ONE, TWO)
        press("ctrl+shift+t")
        wait_for_steps(window, "One", "Alpha", "Two")
        window.wait_for_focus_on("Title")
        xdotool("type", "More")
        wait_for_steps(window, "One", "More", "Two")
        press("ctrl+s")
        more = ("\t\t\t{\r\n" + ",\r\n".join("\t\t\t\t" + line for line in (
            '"title": "More"', '"events": ["a"]', '"highlight": ["a"]')) + "\r\n\t\t\t}")
        wait_for_bytes(path, ONE, more, TWO)

        # What is selected is so still.
        window.wait_for_selected("Alpha")
        press("ctrl+t")
        window.wait_for_none(Role.LIST, STEPS)
        program.quit()


def test_given_unsaved():
    """The talk that is given has the steps as they are in the panel, saved or not."""
    path = write("unsaved.timeline.json", ONE, TWO)
    with start(path) as program:
        begin(program)
        press("F2")
        time.sleep(0.5)
        press("ctrl+a")
        xdotool("type", "Onset")
        time.sleep(0.5)
        press("F5")
        talk = Talk(program, TITLE, "Onset")
        talk.click("Next")
        talk.wait_for("Two")
        talk.leave()
        check_equal(path.read_bytes(), (HEAD + NEXT.join([ONE, TWO]) + TAIL).encode(), "nothing is saved")
        press("ctrl+s")
        wait_for_bytes(path, ONE.replace('"One"', '"Onset"'), TWO)
        program.quit()


def test_changed_on_disk():
    """Somebody else’s changes are not overwritten without a question, and only the steps are."""
    path = write("changed.timeline.json", ONE, TWO)
    with start(path) as program:
        window = begin(program)
        window.wait_for_focus_on("1, One")
        press("Delete")
        wait_for_steps(window, "Two")
        other = path.read_bytes().replace(b'"Beta"', b'"Gamma"')
        path.write_bytes(other)
        wait_until(lambda: find_shown(window.frame, "The file has changed on the disk"), "it is told")
        wait_for_steps(window, "Two")
        press("ctrl+s")
        find_dialog(program, window, "The file has changed on the disk")
        check_equal(path.read_bytes(), other)
        answer(program, window, "The file has changed on the disk", "Replace Its Steps")
        wait_until(lambda: path.read_bytes() == other.replace((ONE + NEXT).encode(), b""), "only the steps are replaced")
        wait_until(lambda: not find_shown(window.frame, "The file has changed on the disk"), "it is told no more")
        program.quit()


def test_leaving():
    """Nothing is lost by leaving."""
    path = write("leaving.timeline.json", ONE, TWO)
    with start(path) as program:
        window = begin(program)
        window.wait_for_focus_on("1, One")
        press("Delete")
        wait_for_steps(window, "Two")
        press("ctrl+w")
        answer(program, window, "Save the talk?", "Cancel")
        wait_for_steps(window, "Two")
        wait_for_focus(window.frame)
        press("ctrl+q")
        answer(program, window, "Save the talk?", "Save")
        check_equal(program.wait_for_end(), 0)
    wait_for_bytes(path, TWO)

    with start(path) as program:
        window = begin(program)
        window.wait_for_focus_on("1, Two")
        press("Delete")
        window.find(Role.BUTTON, "Edit This Talk")
        press("ctrl+w")
        answer(program, window, "Save the talk?", "Discard")
        check_equal(program.wait_for_end(), 0)
    wait_for_bytes(path, TWO)


def test_read_only():
    """What may not be written stays, and a copy is offered."""
    path = write("read-only.timeline.json", ONE, TWO)
    path.chmod(0o440)
    copy = SCRATCH / "writable.timeline.json"
    with start(path) as program:
        window = begin(program)
        window.wait_for_focus_on("1, One")
        press("Delete")
        wait_for_steps(window, "Two")
        press("ctrl+s")
        answer(program, window, "The talk cannot be saved", "Cancel")
        wait_for_focus(window.frame)
        wait_for_bytes(path, ONE, TWO)
        wait_for_steps(window, "Two")
        press("ctrl+s")
        answer(program, window, "The talk cannot be saved", "Save a Copy")
        save_as(copy)
        wait_until(copy.exists, "the copy is there")
        wait_for_bytes(copy, TWO)
        wait_for_bytes(path, ONE, TWO)
        program.quit()


def save_as(path):
    """Dialogs of GTK’s own are no frames."""
    wait_until(lambda: " ".join(xdotool("getactivewindow", "getwindowname")) == "Save a Copy", "it is asked where to")
    press("ctrl+a")
    xdotool("type", str(path))
    press("Return")


def test_bundled():
    """The story that comes with the program is not changed: a copy is, and the window goes on with that."""
    copy = SCRATCH / "copy.timeline.json"
    with start() as program:
        window = Window(program)
        window.settle()
        press("ctrl+t")
        window.find(Role.LIST, STEPS)
        window.wait_for_focus_on("1, ")
        first = list_steps(window)[0]
        press("Delete")
        wait_until(lambda: list_steps(window)[0] != first, "the step is gone")
        n_steps = len(list_steps(window))
        press("ctrl+s")
        save_as(copy)
        wait_until(copy.exists, "the copy is there")
        check_equal(len(json.loads(copy.read_text(encoding="utf-8"))["talk"]["steps"]), n_steps)
        window.find(Role.LABEL, "The copy is saved")
        press("ctrl+z")
        wait_until(lambda: list_steps(window) and list_steps(window)[0] == first, "it can be undone still")
        press("ctrl+s")
        wait_until(lambda: len(json.loads(copy.read_text(encoding="utf-8"))["talk"]["steps"]) == n_steps + 1,
                   "it is saved into the copy")
        program.quit()


def test_taken_home():
    """Slides, a presentation and a handout from the window are those of the command line."""
    path = write("home.timeline.json", ONE, TWO)
    with start(path) as program:
        window = Window(program, TITLE)
        window.settle()
        for command, dialog, name, option in (
                ("save the slides of", "Save the Slides", "slides.pdf", "--deck"),
                ("save the slides as", "Save the Slides as a Presentation", "slides.odp", "--deck"),
                ("save a handout", "Save a Handout", "handout.pdf", "--handout")):
            press("ctrl+shift+p")
            wait_until(lambda: [frame for frame in program.find_frames() if frame.get_name() == "Do Something"],
                       "there are commands")
            xdotool("type", "--delay", "20", command)
            press("Return")
            wait_until(lambda: " ".join(xdotool("getactivewindow", "getwindowname")) == dialog, f"“{dialog}” is active")
            press("ctrl+a")
            xdotool("type", str(SCRATCH / name))
            press("Return")
            window.find(Role.LABEL, f"{name} has been saved")
            by_command = SCRATCH / f"command-{name}"
            subprocess.run([PROGRAM, "export", path, option, by_command], check=True, capture_output=True)
            check((SCRATCH / name).read_bytes() == by_command.read_bytes(), f"{name} is not that of the command line")
            wait_for_focus(window.frame)
        program.quit()


def test_without_talk():
    """The talk that is made of the events can be taken over."""
    path = SCRATCH / "none.timeline.json"
    path.write_text('{\n  "format": "throughline",\n  "version": 1,\n  "title": "Odd talk",\n  "events": [\n'
                    '    { "id": "a", "title": "Alpha", "when": "2001" }\n  ]\n}\n')
    before = path.read_text()
    with start(path) as program:
        window = Window(program, TITLE)
        window.settle()
        press("ctrl+t")
        window.find(Role.BUTTON, "Edit This Talk").activate()
        wait_until(lambda: list_steps(window), "there are steps")
        n_steps = len(list_steps(window))
        press("ctrl+s")
        wait_until(lambda: path.read_text() != before, "it is saved")
        check_equal(len(json.loads(path.read_text())["talk"]["steps"]), n_steps)
        check(path.read_text().startswith(before.rstrip().rstrip("}").rstrip()), path.read_text())
        program.quit()


sys.exit(tap.run(tap.functions_of(sys.modules[__name__])))
