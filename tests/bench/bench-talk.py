#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""What a talk costs while its camera moves, in processor time. Run by with-display.sh.

Usage: bench-talk.py BENCH_TALK STORY
"""

import subprocess
import sys

sys.dont_write_bytecode = True

from table import Table  # noqa: E402

MOST = 8  # milliseconds

done = subprocess.run(sys.argv[1:], check=True, capture_output=True, text=True)
mean, worst, slide, blank, whole = map(float, done.stdout.split())
table = Table()
table.line("layout and paint of a frame of a move at 1920 by 1080, mean", mean, "ms", MOST)
table.line("of the step that takes longest", worst, "ms", MOST)
table.line("making the slides before and after, while nothing else is done", slide, "ms")
table.line("a frame of a window of that size in one colour", blank, "ms")
table.line("a frame of one in which the talk moves", whole, "ms")
table.line("the same, as a ratio", whole / blank, "", 1.4)
sys.exit(0 if table.good else 1)
