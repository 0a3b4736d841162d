#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""Has the session's bus start the installed program, as desktops do.

Usage: test-activation.py BUILD_ROOT SOURCE_ROOT PREFIX
"""

import os
import pathlib
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tools"))

if "TL_INSIDE" not in os.environ:
    # The bus finds services where it is told when it starts.
    import installed
    service = installed.SHARE / "dbus-1/services" / f"{installed.APP_ID}.service"
    service.write_text(service.read_text().replace(f"Exec=\"{installed.PREFIX}/", f"Exec=\"{installed.STAGE}/"))
    dirs = f"{installed.SHARE}:{os.environ.get('XDG_DATA_DIRS') or '/usr/local/share:/usr/share'}"
    environment = os.environ | {
        "TL_INSIDE": installed.APP_ID,
        "PATH": f"{installed.STAGE}/bin:{os.environ['PATH']}",
        "XDG_DATA_DIRS": dirs,
        "XDG_STATE_HOME": str(installed.SCRATCH / "state"),
    }
    # What the bus starts must not write between the results.
    results = os.dup(sys.stdout.fileno())
    sys.exit(subprocess.run(["dbus-run-session", "--", "sh", "-c", f'exec "$@" >&{results}', "sh", sys.executable, *sys.argv],
                            env=environment, stdout=sys.stderr, pass_fds=[results]).returncode)

APP_ID = os.environ["TL_INSIDE"]
sys.argv[1] = "/nonexistent"

import tap  # noqa: E402
from program import STORY, wait_until, write_timeline, xdotool  # noqa: E402
from tap import check_equal  # noqa: E402


def gapplication(*arguments):
    done = subprocess.run(["gapplication", *map(str, arguments)], capture_output=True, text=True, timeout=30)
    check_equal((done.returncode, done.stderr), (0, ""), arguments)
    return done.stdout


def wait_for_titles(*titles):
    def look():
        ids = xdotool("search", "--onlyvisible", "--class", "throughline")
        names = {" ".join(xdotool("getwindowname", window)) for window in ids}
        return names == set(titles)

    wait_until(look, f"there are the windows {titles}")


def test_desktop_knows_what_it_does():
    check_equal(set(gapplication("list-actions", APP_ID).split()), {"new-window", "open-story"})


def test_bus_starts_it():
    gapplication("launch", APP_ID)
    wait_for_titles(STORY)


def test_bus_hands_it_a_file():
    path = write_timeline("other.timeline.json", "Another timeline", ("One", "2025"))
    gapplication("launch", APP_ID, path)
    wait_for_titles(STORY, "Another timeline")


def test_an_action_of_the_desktop_starts_it():
    subprocess.run(["gapplication", "action", APP_ID, "quit"], check=True, timeout=30)
    wait_for_titles()
    gapplication("action", APP_ID, "open-story")
    wait_for_titles(STORY)
    gapplication("action", APP_ID, "quit")
    wait_for_titles()


sys.exit(tap.run(tap.functions_of(sys.modules[__name__])))
