#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""Giving a talk on one screen, with real keys, a clicker’s keys and a pointer. Run by with-display.sh --openbox.

Usage: test-window-talk.py PROGRAM SOURCE_ROOT
"""

import json
import pathlib
import re
import subprocess
import sys
import time
import xml.etree.ElementTree

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tools"))

import tap  # noqa: E402
from program import PROGRAM, SCRATCH, STORY, STORY_FILE, press, wait_until, xdotool  # noqa: E402
from talk import STEPS, Talk  # noqa: E402
from tap import check, check_equal  # noqa: E402
from window import Window, start  # noqa: E402

STORY_PATH = pathlib.Path(sys.argv[2]) / "data/meta-scale-openai-google.timeline.json"
SCREEN = (1600, 900)


def begin(*arguments, first=STEPS[0], title=STORY, **environment):
    """Begins it from the command line."""
    program = start("present", *arguments, **environment)
    try:
        talk = Talk(program, title, first)
    except BaseException:
        program.process.kill()
        raise
    return program, talk


def end(program, talk):
    """Leaves the talk, and then the program."""
    talk.leave()
    wait_until(lambda: program.find_frames(), "the program’s window is there")
    press("ctrl+q")
    check_equal(program.wait_for_end(), 0, "exit status")


def find_on_slide(number, text):
    """Where the text is on the screen: slides of the deck are drawn from the same scenes."""
    folder = SCRATCH / "slides"
    if not folder.exists():
        folder.mkdir()
        subprocess.run([PROGRAM, "export", STORY_PATH, "--deck", folder / "x.svg"], check=True, capture_output=True)
    root = xml.etree.ElementTree.parse(folder / f"x-{number}.svg").getroot()
    scale = SCREEN[1] / float(root.get("height"))
    for node in root.iter("{http://www.w3.org/2000/svg}text"):
        if text in "".join(node.itertext()):
            return (float(node.get("x").split()[0]) + 10) * scale, (float(node.get("y").split()[0]) - 4) * scale
    raise AssertionError(f"“{text}” is not on slide {number}")


def click_at(x, y, button=1):
    xdotool("mousemove", round(x), round(y), "sleep", "0.1", "click", button)


# Steps

def test_from_the_window():
    """F5 begins it, Escape is the window’s again."""
    program = start()
    with program:
        window = Window(program)
        window.settle()
        press("F5")
        talk = Talk(program, STORY)
        check(talk.find_frame().get_size()[0] >= SCREEN[0], talk.find_frame().get_size())
        talk.leave()
        press("Right")
        wait_until(window.list_selected, "the keys are the window’s again")
        press("ctrl+shift+p")
        wait_until(lambda: [frame for frame in program.find_frames() if frame.get_name() == "Do Something"], "it is there")
        xdotool("type", "--delay", "20", "give the talk")
        press("Return")
        Talk(program, STORY).leave()
        program.quit()


def test_from_what_is_selected():
    """Shift+F5 begins with the first step that tells of the selected event."""
    told = [step.get("highlight") or step.get("events", []) for step in STORY_FILE["talk"]["steps"]]
    number, event = next((i, event) for i, events in enumerate(told) for event in events
                         if i > 3 and not any(event in before for before in told[:i]))
    program = start("--select", event)
    with program:
        window = Window(program)
        window.settle()
        press("shift+F5")
        Talk(program, STORY, STEPS[number]).leave()
        program.quit()


def test_through_the_whole_talk():
    """With a clicker: on and on, to an end, and back from it."""
    program, talk = begin()
    with program:
        for title in STEPS[1:]:
            talk.click("Next")
            talk.wait_for(title)
        talk.click("Next")
        wait_until(talk.is_at_end, "the end is told")
        talk.click("Next")
        wait_until(talk.is_at_end, "it stays there")
        talk.click("Prior")
        wait_until(lambda: not talk.is_at_end(), "one can go back from it")
        talk.wait_for(STEPS[-1])
        end(program, talk)


def test_keys():
    program, talk = begin()
    with program:
        for key, title in (("Right", STEPS[1]), ("space", STEPS[2]), ("Left", STEPS[1]), ("End", STEPS[-1]),
                           ("Home", STEPS[0]), ("Down", STEPS[1]), ("BackSpace", STEPS[0]), ("Left", STEPS[0]),
                           ("n", STEPS[1]), ("p", STEPS[0])):
            talk.press_and_wait(key, title)

        # By number; one that is not there is told.
        for key in ("g", "1", "2", "Return"):
            press(key)
        talk.wait_for(STEPS[11])
        for key in ("g", "9", "9", "Return"):
            press(key)
        talk.wait_for_words("no step 99")
        press("g")
        press("7")
        press("Escape")
        talk.wait_for(STEPS[11])

        # Faster than it moves.
        press("Home")
        for _ in range(4):
            press("Right")
        talk.wait_for(STEPS[4])
        end(program, talk)


def test_number_with_shift():
    """On some keyboards digits need Shift."""
    program, talk = begin()
    with program:
        press("g")
        xdotool("keydown", "shift", "keyup", "shift", "key", "4", "key", "Return")
        talk.wait_for(STEPS[3])
        end(program, talk)


def test_end():
    """Nothing but the end is left to be taken back; the pointer goes back, too."""
    program, talk = begin("--step", "14", first=STEPS[13])
    with program:
        press("plus")
        press("2")
        talk.click("Next")
        wait_until(talk.is_at_end, "the end is told")
        click_at(800, 800, 3)
        wait_until(lambda: not talk.is_at_end(), "one can go back from it")
        talk.wait_for(STEPS[13])
        talk.click("Next")
        wait_until(talk.is_at_end, "the end is told")
        talk.click("f")
        talk.check_on()
        check(talk.is_at_end(), "frozen it stays")
        talk.click("f")
        end(program, talk)


def test_quit():
    """The talk goes with the program, and with the window that it is given from."""
    for key in ("ctrl+q",):
        program, talk = begin()
        with program:
            press(key)
            check_equal(program.wait_for_end(), 0, "exit status")


def test_clicker():
    """One press that comes twice is one; the start button does not begin it again; black by a period."""
    program, talk = begin()
    with program:
        xdotool("key", "--delay", "0", "Next", "Next")
        talk.wait_for(STEPS[1])
        time.sleep(0.3)
        check_equal(talk.get_step(), STEPS[1])
        for key in ("F5", "shift+F5"):
            talk.click(key)
        talk.check_on()
        check_equal(talk.get_step(), STEPS[1])
        talk.click("period")
        talk.click("Escape")
        talk.check_on()
        talk.click("b")
        talk.click("Next")
        talk.wait_for(STEPS[2])
        end(program, talk)


# Beside the steps

def test_click_on_an_event():
    """It is opened; a click elsewhere goes on; the secondary button goes back."""
    program, talk = begin("--step", "3", first=STEPS[2])
    with program:
        title = next(event["title"] for event in STORY_FILE["events"] if event.get("label") == "Behemoth held back")
        click_at(*find_on_slide(3, "Behemoth held back"))
        talk.wait_for(title)
        press("BackSpace")
        talk.wait_for(STEPS[2])
        press("BackSpace")
        talk.wait_for(STEPS[1])
        click_at(800, 800)
        talk.wait_for(STEPS[2])
        click_at(800, 800, 3)
        talk.wait_for(STEPS[1])

        # From event to event with keys; on from there to the next step.
        press("bracketright")
        wait_until(lambda: talk.get_step() not in STEPS, "an event is opened")
        first = talk.get_step()
        press("bracketright")
        wait_until(lambda: talk.get_step() not in (first, *STEPS), "another one is opened")
        press("bracketleft")
        talk.wait_for(first)
        press("Right")
        talk.wait_for(STEPS[2])
        end(program, talk)


def take_picture():
    """Of the screen, to see whether it is the same; the pointer is not on it."""
    return subprocess.run(["xwd", "-root", "-silent"], check=True, capture_output=True).stdout


def test_looking_around():
    """By drag, wheel and keys; the step is where it was when one is back."""
    program, talk = begin("--step", "5", first=STEPS[4])
    with program:
        xdotool("mousemove", 800, 890)
        time.sleep(2.5)  # The pointer is gone then.
        before = take_picture()
        for move in (lambda: xdotool("mousemove", 900, 700, "mousedown", 1, "mousemove", 800, 700, "mousemove", 600, 700,
                                     "mouseup", 1, "mousemove", 800, 890),
                     lambda: xdotool("click", 5), lambda: xdotool("keydown", "ctrl", "click", 4, "keyup", "ctrl"),
                     lambda: press("plus"), lambda: press("shift+Right"), lambda: press("0"), lambda: press("z")):
            move()
            wait_until(lambda: take_picture() != before, "something else is seen")
            check_equal(talk.get_step(), STEPS[4], "what is said stays")
            press("BackSpace")
            wait_until(lambda: take_picture() == before, "it is as it was")
        check_equal(talk.get_step(), STEPS[4])
        end(program, talk)


def test_tools():
    """What is drawn belongs to the step; freezing keeps what is seen."""
    program, talk = begin("--step", "5", first=STEPS[4])
    with program:
        xdotool("mousemove", 800, 890)
        time.sleep(2.5)
        before = take_picture()
        press("3")
        xdotool("mousemove", 500, 200, "mousedown", 1, "mousemove", 600, 220, "mousemove", 700, 300, "mouseup", 1)
        xdotool("mousemove", 800, 890)
        press("1")
        wait_until(lambda: take_picture() != before, "a line is drawn")
        press("d")
        wait_until(lambda: take_picture() == before, "it is hidden")
        press("d")
        wait_until(lambda: take_picture() != before, "it is there again")
        check_equal(talk.get_step(), STEPS[4], "no click is meant")
        press("c")
        wait_until(lambda: take_picture() == before, "it is wiped away")

        press("5")
        xdotool("mousemove", 500, 300)
        wait_until(lambda: take_picture() != before, "all but a circle is dark")
        press("Escape")
        xdotool("mousemove", 800, 890)
        wait_until(lambda: take_picture() == before, "one Escape is for the tool")

        talk.click("f")
        talk.click("Right")
        talk.wait_for(STEPS[5])
        time.sleep(0.5)
        check(take_picture() == before, "the audience sees what it saw")
        talk.click("f")
        wait_until(lambda: take_picture() != before, "and now what is")
        end(program, talk)


def test_sources():
    """Where does that come from? One key; Escape closes it."""
    program, talk = begin("--step", "5", first=STEPS[4])
    with program:
        press("i")
        talk.wait_for_words("Meta takes 49% of Scale")
        talk.click("Next")
        talk.wait_for(STEPS[5])
        wait_until(lambda: not any("Meta takes 49% of Scale." in name for name in talk.list_words()),
                   "they are those of the other step")
        talk.click("Escape")
        wait_until(lambda: not any("independent" in name for name in talk.list_words()), "they are closed")
        end(program, talk)


def test_overview():
    """All steps; arrows and Return go to one."""
    program, talk = begin()
    with program:
        press("Tab")
        wait_until(lambda: sum(name in STEPS for name in talk.list_words()) >= 10, "the steps are there")
        press("Right")
        press("Right")
        press("Return")
        talk.wait_for(STEPS[2])
        press("Tab")
        wait_until(lambda: talk.get_step() is None or "1" in talk.list_words(), "they are there again")
        talk.click("Escape")
        talk.wait_for(STEPS[2])
        end(program, talk)


def test_search():
    """What is found is opened; Escape closes the search, then returns to the step."""
    program, talk = begin("--step", "2", first=STEPS[1])
    with program:
        press("slash")
        time.sleep(0.5)
        xdotool("type", "--delay", "30", "Behemoth")
        press("Return")
        wait_until(lambda: talk.get_step() not in STEPS, "an event is opened")
        talk.click("Escape")
        time.sleep(0.3)
        talk.click("Escape")
        talk.wait_for(STEPS[1])
        end(program, talk)


def test_speaker():
    """On one screen in place of the slide: notes, what comes next, the clock."""
    program, talk = begin("--duration", "30")
    with program:
        press("h")
        talk.wait_for_words("Step 1 of 14")
        words = talk.list_words()
        check(any(f"Next: {STEPS[1]}" == name for name in words), words)
        check(any(name.startswith(STORY_FILE["talk"]["steps"][0]["notes"][:30]) for name in words), words)
        check("0:00 of 30:00" in words, words)
        press("Right")
        talk.wait_for_words("Step 2 of 14")
        wait_until(lambda: any(re.fullmatch("0:(0[1-9]|[1-5][0-9]) of 30:00", name) for name in talk.list_words()),
                   "time passes")
        talk.click("b")
        talk.wait_for_words("sees black")
        talk.click("b")
        press("t")
        talk.wait_for_words("stopped")
        press("h")
        talk.wait_for(STEPS[1])
        end(program, talk)


# From the command line

def test_in_a_window():
    """What the speaker sees is beside it, in a window of its own."""
    program, talk = begin(STORY_PATH, "--windowed", "--step", "4", first=STEPS[3])
    with program:
        check(talk.find_frame().get_size()[0] < SCREEN[0], talk.find_frame().get_size())
        press("h")
        speaker = wait_until(talk.find_speaker, "the speaker has a window")
        talk.wait_for_words("Step 4 of 14", speaker)
        wait_until(lambda: talk.find_pictures(talk.find_speaker()) == [STEPS[3], STEPS[4]], "it shows two slides")
        press("Right")
        talk.wait_for(STEPS[4])
        talk.wait_for_words("Step 5 of 14", speaker)
        end(program, talk)


def test_no_such_step():
    program, talk = begin(STORY_PATH, "--step", "77")
    with program:
        talk.wait_for_words("no step 77")
        end(program, talk)


def test_command_line():
    for arguments, words in ((["--step", "3"], "belong to"), (["present", "--step", "-1"], "the number of a step"),
                             (["present", "--duration", "0.5x"], "0.5x"), (["present", "--duration", "-1"], "minutes"),
                             (["present", "a", "b"], "one FILE"), (["present", "--nonsense"], "--nonsense")):
        done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, check=False, timeout=20)
        check_equal(done.returncode, 2, arguments)
        check(words in done.stderr, (arguments, done.stderr))


# Other talks

def write_talk(path, *steps, events=3):
    path.write_text(json.dumps({
        "format": "throughline", "version": 1, "title": path.stem,
        "events": [{"id": f"e{i}", "title": f"Event {i}", "when": f"2025-06-{i + 10}"} for i in range(events)],
        "talk": {"steps": list(steps)},
    }))


def test_steps_without_anything():
    """Those whose events are not there are left out, which is told."""
    path = SCRATCH / "holes.timeline.json"
    write_talk(path, {"title": "Missing", "events": ["nobody"]}, {"title": "Sound", "events": ["e1"]},
               {"title": "Long ago", "window": "1850"})
    program, talk = begin(path, first="Sound", title=path.stem)
    with program:
        talk.wait_for_words("2 steps are left out")
        talk.click("Next")
        wait_until(talk.is_at_end, "there is no other")
        end(program, talk)


def test_file_that_changes():
    """What has become of the file is shown from the next step on, and a broken one changes nothing."""
    path = SCRATCH / "changing.timeline.json"
    write_talk(path, {"title": "One", "events": ["e0"]}, {"title": "Two", "events": ["e1"]})
    program, talk = begin(path, first="One", title=path.stem)
    with program:
        write_talk(path, {"title": "Zero", "events": ["e2"]}, {"title": "One", "events": ["e0"]},
                   {"title": "Two, newly told", "events": ["e1"]})
        time.sleep(2)
        check_equal(talk.get_step(), "One", "nothing changes before the eyes of the audience")
        talk.click("Next")
        talk.wait_for("Two, newly told")
        path.write_text("{")
        time.sleep(2)
        talk.click("Prior")
        talk.wait_for("One")
        talk.click("Prior")
        talk.wait_for("Zero")
        end(program, talk)


sys.exit(tap.run(tap.functions_of(sys.modules[__name__])))
