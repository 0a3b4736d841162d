#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""Runs clang-tidy over the C files of a build directory, on all processors.

Usage: tidy.py BUILD-DIRECTORY

Prints each finding once, as "FILE:LINE:COLUMN: error: ... [check]", and ends with status 1 where there is one. A file
in which there was none is not looked at again until it, a header of ours that it includes, the options of its compiler
or .clang-tidy changes.
"""

import concurrent.futures
import functools
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDERS = ("core", "render", "widgets", "app", "tests")
INCLUDE = re.compile(r'^#include "(?:.*/)?([^"/]+)"', re.M)
FINDING = re.compile(r"(.+?):(\d+):(\d+): (?:warning|error): .*")

build = pathlib.Path(sys.argv[1]).resolve()
stamps = build / "tidy"
headers = {path.name: path for folder in FOLDERS for path in (ROOT / folder).rglob("*.h")}


@functools.cache
def read(path):
    text = path.read_text(encoding="utf-8")
    return text, [headers[name] for name in INCLUDE.findall(text) if name in headers]


def list_sources():
    """The commands by file, each file once, and only what is ours."""
    commands = {}
    for entry in json.loads((build / "compile_commands.json").read_text(encoding="utf-8")):
        path = pathlib.Path(os.path.normpath(os.path.join(entry["directory"], entry["file"])))
        if any(path.is_relative_to(ROOT / folder) for folder in FOLDERS) and not path.is_relative_to(build):
            commands.setdefault(path, entry["command"])
    return commands


def make_stamp(path, command):
    """What the findings in a file depend on, in short."""
    seen, queue = set(), [path]
    while queue:
        file = queue.pop()
        if file not in seen:
            seen.add(file)
            queue += read(file)[1]
    text = version + config + command + "".join(read(file)[0] for file in sorted(seen))
    return stamps / hashlib.sha256(text.encode()).hexdigest()


def look_at(path, stamp):
    """The findings in a file, as lines."""
    run = subprocess.run(["clang-tidy", "-p", build, "--quiet", path], capture_output=True, text=True, check=False)
    if run.returncode == 0:
        stamp.touch()
        return []
    lines = []
    for line in run.stdout.splitlines():
        match = FINDING.fullmatch(line)
        if match:
            place = os.path.relpath(os.path.join(build, match[1]), ROOT)
            lines.append(place + line[len(match[1]):].replace(",-warnings-as-errors]", "]"))
    return lines or [f"{path.relative_to(ROOT)}: clang-tidy ends with status {run.returncode}: {run.stderr.strip()}"]


version = subprocess.run(["clang-tidy", "--version"], capture_output=True, text=True, check=True).stdout
config = (ROOT / ".clang-tidy").read_text(encoding="utf-8")
stamps.mkdir(exist_ok=True)
known = {path: make_stamp(path, command) for path, command in list_sources().items()}
for old in set(stamps.iterdir()) - set(known.values()):
    old.unlink()

findings = set()
with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
    runs = [pool.submit(look_at, path, stamp) for path, stamp in known.items() if not stamp.exists()]
    for run in concurrent.futures.as_completed(runs):
        new = set(run.result()) - findings
        findings |= new
        for line in sorted(new):
            print(line, flush=True)

sys.exit(1 if findings else 0)
