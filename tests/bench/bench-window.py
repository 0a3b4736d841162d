#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""What the window costs, in processor time. Run by with-display.sh.

Usage: bench-window.py THROUGHLINE BENCH_WINDOW STORY
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True

from table import Table  # noqa: E402

PROGRAM, PARTS, STORY = (os.path.abspath(name) for name in sys.argv[1:4])
SCRATCH = pathlib.Path(tempfile.mkdtemp(prefix="throughline-bench-"))
STARTS = 12
RUNS = 3
FRAME = 16  # milliseconds


def spend(*command):
    """Milliseconds of processor time that a process takes that remembers nothing of earlier ones."""
    forgetful = {name: tempfile.mkdtemp(dir=SCRATCH) for name in ("XDG_STATE_HOME", "XDG_DATA_HOME")}
    process = os.posix_spawn(command[0], command, os.environ | forgetful)
    _, status, usage = os.wait4(process, 0)
    if status != 0:
        sys.exit(f"{command} fails")
    return (usage.ru_utime + usage.ru_stime) * 1000


def ask(*command):
    """The numbers that it prints: of each the least of several runs."""
    runs = [subprocess.run([PARTS, *command], check=True, capture_output=True, text=True).stdout.split()
            for _ in range(RUNS)]
    return [min(map(float, column)) for column in zip(*runs)]


def write_large():
    """Two events, one with 100 claims of 5 sources each."""
    path = SCRATCH / "large.timeline.json"
    claims = [{"text": f"Of claim number {i} it is said that something has happened which somebody else does not believe",
               "status": "reported",
               "sources": [{"source": f"s{(i * 5 + k) % 60}", "where": f"paragraph {k}"} for k in range(5)]}
              for i in range(100)]
    path.write_text(json.dumps({
        "format": "throughline", "version": 1, "title": "Large",
        "sources": [{"id": f"s{i}", "publisher": f"Paper {i}", "url": f"https://paper{i}.example.com/"} for i in range(60)],
        "events": [{"id": "small", "title": "Small", "when": "2024"},
                   {"id": "large", "title": "Large", "when": "2025", "claims": claims}],
    }))
    return path


def main():
    table = Table()

    # In turns, so that a busy moment hits both.
    times = [(spend(PARTS, "empty"), spend(PROGRAM, "--exit-after-startup")) for _ in range(STARTS)]
    empty, story = map(min, zip(*times))
    table.line("an empty window, from start to its first frame", empty, "ms")
    table.line("the story, from start to its first frame, beyond that", story - empty, "ms", 400)

    painted, whole = ask("select", STORY)
    table.line("selecting: what can be seen of the details is painted", painted, "ms", FRAME)
    table.line("all of the details is there, in the frames after", whole, "ms")
    painted, whole = ask("select", str(write_large()))
    table.line("the same for 100 claims of 5 sources each, painted", painted, "ms", FRAME)
    table.line("all of these", whole, "ms")

    blank, panned = ask("frames", STORY)
    table.line("a frame of a window of 1600 by 900 in one colour", blank, "ms")
    table.line("a frame of one in which the story is panned", panned, "ms")
    table.line("the same, as a ratio", panned / blank, "", 1.3)

    return 0 if table.good else 1


try:
    STATUS = main()
finally:
    shutil.rmtree(SCRATCH)
sys.exit(STATUS)
