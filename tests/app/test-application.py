#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""What the program does with its command line, with several windows and from one start to the next, whatever its
window shows. Run by with-display.sh --openbox.

Usage: test-application.py PROGRAM SOURCE_ROOT
"""

import configparser
import os
import pathlib
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tools"))

import tap  # noqa: E402
from program import (PROGRAM, SCRATCH, STORY, TIME_LIMIT, Program, State, press,  # noqa: E402
                     wait_for_focus, wait_until, write_timeline)
from tap import check, check_equal  # noqa: E402

# After program, which skips all where there is no such module.
from gi.repository import Gio, GLib  # noqa: E402

APPLICATION = "io.github.throughline.Throughline"
RECENT = pathlib.Path(os.environ["XDG_DATA_HOME"]) / "recently-used.xbel"

# Where what is remembered is, in tests that care.
STATE = SCRATCH / "state"
SESSION = STATE / "throughline/session.ini"


def forget_all():
    SESSION.unlink(missing_ok=True)


def run(*arguments, **environment):
    """A command line that opens no window."""
    return subprocess.run([PROGRAM, *map(str, arguments)], env=os.environ | environment, capture_output=True, text=True,
                          timeout=TIME_LIMIT)


def find_active(program):
    return [frame.get_name() for frame in program.find_frames() if frame.has_state(State.ACTIVE)]


def wait_for_active(program, title):
    wait_until(lambda: find_active(program) == [title], f"“{title}” is in front")


def list_titles(program):
    return sorted(frame.get_name() for frame in program.find_frames())


def hand_over(*arguments, **options):
    """Starts the program while it runs already."""
    with Program(*arguments, **options) as second:
        check_equal(second.wait_for_end(), 0, "exit status of the second start")


# The command line

def test_unknown_option():
    # Before anything needs a display.
    for option in ("--bogus", "-x", "--select=e --bogus"):
        done = run(*option.split(), DISPLAY="")
        check_equal(done.returncode, 2, done)
        check_equal(done.stdout, "", done)
        check(done.stderr.startswith("throughline: Unknown option -"), done)
        check("“throughline --help”" in done.stderr, done)


def test_option_without_value():
    done = run("--select", DISPLAY="")
    check_equal(done.returncode, 2, done)
    check("--select" in done.stderr, done)


def test_no_display():
    done = run(DISPLAY="")
    check_equal(done.returncode, 2, done)
    check_equal(done.stdout, "", done)
    check_equal(len(done.stderr.splitlines()), 1, done)
    check("no display" in done.stderr and "throughline export" in done.stderr, done)


def test_help_tells_of_windows():
    done = run("--help", DISPLAY="")
    check_equal((done.returncode, done.stderr), (0, ""), done)
    check("throughline [FILE...] [--select ID]" in done.stdout, done)


def test_name_that_begins_with_a_dash():
    write_timeline("--strange.json", "A strange name", ("Something happens", "2025"))
    with Program("--", "--strange.json", folder=SCRATCH) as program:
        program.wait_for_window("A strange name")
        program.quit()


def test_name_that_looks_like_an_address():
    write_timeline("http:x.json", "No address", ("Something happens", "2025"))
    with Program("http:x.json", folder=SCRATCH) as program:
        program.wait_for_window("No address")
        program.quit()


def test_exit_after_startup():
    # Ends by itself when the story, or a file, has been painted.
    for arguments in ((), ("--select", "e14-stake"), (write_timeline("first.json", "F", ("Something happens", "2025")),)):
        with Program("--exit-after-startup", *arguments) as program:
            check_equal(program.wait_for_end(), 0, "exit status")
    check("exit-after" not in run("--help", DISPLAY="").stdout, "nobody else needs it")


def test_exit_after_startup_is_only_for_itself():
    with Program() as program:
        program.wait_for_window(STORY)
        hand_over("--exit-after-startup")
        hand_over("--exit-after-startup", write_timeline("other.json", "Another", ("Something happens", "2025")))
        program.wait_for_window("Another")
        program.wait_for_window(STORY)
        wait_until(lambda: find_active(program), "a window is active")
        program.quit()


# Several windows

def test_several_files():
    first = write_timeline("first.json", "The first", ("Something happens", "2025"))
    second = write_timeline("second.json", "The second", ("Something happens", "2025"))
    with Program(first, second) as program:
        program.wait_for_window("The first")
        program.wait_for_window("The second")
        wait_until(lambda: find_active(program), "a window is active")
        program.quit()


def test_file_that_is_open_comes_to_the_front():
    first = write_timeline("first.json", "The first", ("Something happens", "2025"))
    second = write_timeline("second.json", "The second", ("Something happens", "2025"))
    with Program(first) as program:
        wait_for_focus(program.wait_for_window("The first"))
        hand_over(second)
        wait_for_focus(program.wait_for_window("The second"))

        hand_over(first)
        wait_for_active(program, "The first")
        hand_over(f"{SCRATCH}/../{SCRATCH.name}/second.json")
        wait_for_active(program, "The second")
        hand_over("--select", "e0", first)
        wait_for_active(program, "The first")
        check_equal(list_titles(program), ["The first", "The second"])
        program.quit()


def test_relative_file_is_that_of_the_second_start():
    folders = [SCRATCH / "here", SCRATCH / "there"]
    for folder in folders:
        folder.mkdir()
        write_timeline(f"{folder.name}/same.json", f"Of {folder.name}", ("Something happens", "2025"))
    with Program("same.json", folder=folders[0]) as program:
        program.wait_for_window("Of here")
        hand_over("same.json", folder=folders[1])
        program.wait_for_window("Of there")
        hand_over("same.json", folder=folders[0])
        wait_for_active(program, "Of here")
        check_equal(list_titles(program), ["Of here", "Of there"])
        program.quit()


def test_start_without_file_brings_to_the_front():
    path = write_timeline("first.json", "The first", ("Something happens", "2025"))
    with Program(path) as program:
        wait_for_focus(program.wait_for_window("The first"))
        hand_over()
        check_equal(list_titles(program), ["The first"])
        program.quit()


def test_new_window_shows_the_same():
    path = write_timeline("first.json", "The first", ("Something happens", "2025"))
    with Program(path) as program:
        wait_for_focus(program.wait_for_window("The first"))
        press("ctrl+shift+n")
        wait_until(lambda: list_titles(program) == ["The first", "The first"], "there are two windows")
        wait_until(lambda: find_active(program), "a window is active")
        program.quit()


def test_story_is_one_key_away():
    path = write_timeline("first.json", "The first", ("Something happens", "2025"))
    with Program(path) as program:
        wait_for_focus(program.wait_for_window("The first"))
        press("ctrl+shift+o")
        wait_for_focus(program.wait_for_window(STORY))
        hand_over(path)
        wait_for_active(program, "The first")

        # It is not opened twice.
        press("ctrl+shift+o")
        wait_for_active(program, STORY)
        check_equal(list_titles(program), sorted([STORY, "The first"]))
        program.quit()


# What others ask the running program for

def call(owner, path, interface, method, arguments):
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    result = bus.call_sync(owner, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, -1, None)
    return result.unpack()


def call_application(interface, method, arguments):
    return call(APPLICATION, "/" + APPLICATION.replace(".", "/"), interface, method, arguments)


def activate(action, *parameters):
    call_application("org.gtk.Actions", "Activate", GLib.Variant("(sava{sv})", (action, list(parameters), {})))


def is_running():
    return call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner",
                GLib.Variant("(s)", (APPLICATION,)))[0]


def test_started_by_the_desktop():
    """As a service without a window, that is told by messages what to open."""
    first = write_timeline("first.json", "The first", ("Something happens", "2025"))
    second = write_timeline("second.json", "The second", ("Something happens", "2025"))
    with Program("--gapplication-service") as program:
        wait_until(is_running, "the service is there")
        call_application("org.freedesktop.Application", "Open", GLib.Variant("(asa{sv})", ([first.as_uri()], {})))
        wait_for_focus(program.wait_for_window("The first"))
        hand_over(second)
        wait_for_focus(program.wait_for_window("The second"))
        program.quit()


def test_about():
    path = write_timeline("first.json", "The first", ("Something happens", "2025"))
    with Program(path) as program:
        wait_for_focus(program.wait_for_window("The first"))
        activate("about")
        wait_until(lambda: program.count_dialogs() == 1, "there is a dialog")
        press("Escape")
        wait_until(lambda: program.count_dialogs() == 0, "Escape closes it")
        wait_for_active(program, "The first")
        program.quit()


def test_quit_with_a_dialog():
    path = write_timeline("first.json", "The first", ("Something happens", "2025"))
    with Program(path) as program:
        wait_for_focus(program.wait_for_window("The first"))
        activate("about")
        wait_until(lambda: program.count_dialogs() == 1, "there is a dialog")

        # The dialog is in front, and still the file is known.
        activate("new-window")
        wait_until(lambda: list_titles(program).count("The first") == 2, "there are two windows")
        activate("quit")
        check_equal(program.wait_for_end(), 0, "exit status")


def test_recent_files():
    first = write_timeline("recent one.json", "Recent 1", ("Something happens", "2025"))
    second = write_timeline("recent two.json", "Recent 2", ("Something happens", "2025"))
    with Program(first) as program:
        wait_for_focus(program.wait_for_window("Recent 1"))
        wait_until(lambda: RECENT.exists() and first.as_uri() in RECENT.read_text(), "the file is remembered")
        check("resource:" not in RECENT.read_text())

        # What the menu of them does.
        activate("open-uri", GLib.Variant("s", second.as_uri()))
        wait_for_focus(program.wait_for_window("Recent 2"))
        activate("open-uri", GLib.Variant("s", first.as_uri()))
        wait_for_active(program, "Recent 1")
        check_equal(list_titles(program), ["Recent 1", "Recent 2"])
        program.quit()


# From one start to the next

def test_first_start_opens_the_story():
    forget_all()
    with Program(XDG_STATE_HOME=str(STATE)) as program:
        wait_for_focus(program.wait_for_window(STORY))
        program.quit()


def read_last_file():
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(SESSION)
    return parser["session"]["last-file"]


def test_last_file_comes_back():
    forget_all()
    path = write_timeline("last one.json", "The last", ("Something happens", "2025"))
    with Program(path, XDG_STATE_HOME=str(STATE)) as program:
        wait_for_focus(program.wait_for_window("The last"))
        program.quit()
    check_equal(read_last_file(), path.as_uri())

    with Program(XDG_STATE_HOME=str(STATE)) as program:
        wait_for_focus(program.wait_for_window("The last"))
        program.quit()

    # It is gone: there is still something to see.
    path.unlink()
    with Program(XDG_STATE_HOME=str(STATE)) as program:
        wait_for_focus(program.wait_for_window(STORY))
        program.quit()


def test_what_is_no_timeline_does_not_come_back():
    forget_all()
    path = SCRATCH / "missing for now.json"
    with Program(path, XDG_STATE_HOME=str(STATE)) as program:
        wait_for_focus(program.wait_for_window("Throughline"))
        program.quit()
    check("missing" not in SESSION.read_text(), SESSION.read_text())
    write_timeline(path.name, "Not missing", ("Something happens", "2025"))
    with Program(XDG_STATE_HOME=str(STATE)) as program:
        wait_for_focus(program.wait_for_window(STORY))
        program.quit()


def test_damaged_session():
    SESSION.parent.mkdir(parents=True, exist_ok=True)
    SESSION.write_bytes(b"[session\nlast-file=\xff\0")
    with Program(XDG_STATE_HOME=str(STATE)) as program:
        wait_for_focus(program.wait_for_window(STORY))
        program.quit()
    check(read_last_file().startswith("resource://"), read_last_file())


def test_session_that_cannot_be_written():
    state = SCRATCH / "no-folder"
    state.write_text("")
    with Program(XDG_STATE_HOME=str(state)) as program:
        wait_for_focus(program.wait_for_window(STORY))
        program.quit()


sys.exit(tap.run(tap.functions_of(sys.modules[__name__])))
