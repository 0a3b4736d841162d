#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""What charts cost: whole processes, as ratios to what one could hope for on
the same machine in the same minute.

Usage: bench-export.py THROUGHLINE BASELINE
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True

from table import Table  # noqa: E402

PROGRAM, BASELINE = (os.path.abspath(name) for name in sys.argv[1:3])
SCRATCH = pathlib.Path(tempfile.mkdtemp(prefix="throughline-bench-"))
RUNS = 15
LARGE = 10000

ENVIRONMENT = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY", "G_DEBUG")}


def spend(*command):
    """Seconds that a process takes from start to end."""
    start = time.perf_counter()
    process = os.posix_spawn(command[0], list(map(str, command)), ENVIRONMENT)
    status = os.waitpid(process, 0)[1]
    seconds = time.perf_counter() - start
    if status != 0:
        sys.exit(f"{command} fails")
    return seconds


def ask(*command):
    return subprocess.run(list(map(str, command)), check=True, capture_output=True, text=True, env=ENVIRONMENT).stdout


def main():
    table = Table()
    png, svg, pdf = (SCRATCH / f"chart.{suffix}" for suffix in ("png", "svg", "pdf"))
    export = (PROGRAM, "export", "--quiet")
    spend(*export, "-o", png, "--size", "4k")

    # In turns, so that a busy moment hits all of them.
    times = {name: [] for name in ("png", "cairo", "svg", "label", "start")}
    for _ in range(RUNS):
        times["png"].append(spend(*export, "-o", png, "--size", "4k"))
        times["cairo"].append(float(ask(BASELINE, "png", png, SCRATCH / "cairo.png")))
        times["svg"].append(spend(*export, "-o", svg))
        times["label"].append(spend(BASELINE, "label"))
        times["start"].append(spend(PROGRAM, "--version"))
    best = {name: min(values) for name, values in times.items()}

    table.line("the program starts and ends", best["start"] * 1000, "ms")
    table.line("a process that measures one label", best["label"] * 1000, "ms")
    table.line("Cairo writes a PNG of 3840 by 2160 pixels", best["cairo"] * 1000, "ms")
    table.line("story to that PNG, whole process", best["png"] * 1000, "ms")
    table.line("story to SVG, whole process", best["svg"] * 1000, "ms")
    table.line("PNG: time / Cairo's for the writing alone", best["png"] / best["cairo"], "", 0.5)
    table.line("PNG: bytes / Cairo's", png.stat().st_size / (SCRATCH / "cairo.png").stat().st_size, "", 1.3)
    table.line("SVG: time / one label's", best["svg"] / best["label"], "", 3)
    table.line("SVG: size", svg.stat().st_size / 1024, "KiB", 200)

    large = ask(BASELINE, "timeline", LARGE).strip()
    try:
        for name, file in (("SVG", svg), ("PDF", pdf)):
            seconds = min(spend(*export, large, "-o", file) for _ in range(5))
            table.line(f"{LARGE} events to {name}, whole process", seconds, "s", 1)
    finally:
        os.unlink(large)

    return 0 if table.good else 1


try:
    STATUS = main()
finally:
    shutil.rmtree(SCRATCH)
sys.exit(STATUS)
