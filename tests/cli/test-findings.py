#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""Compares what `throughline validate` says about each unsound file with what it ought to say.

Usage: test-findings.py PROGRAM DIRECTORY [--update]

For each NAME.timeline.json in DIRECTORY there is NAME.expected, with the exact
output of `throughline validate NAME.timeline.json`. --update writes these files
instead; read the difference before committing it.
"""

import difflib
import os
import pathlib
import re
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tools"))

import tap  # noqa: E402

ENDING = ".timeline.json"

# Whatever a file holds, what is said about it stays on its line and does not talk to the terminal.
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def find_output(program, path):
    environment = os.environ | {"LC_ALL": "C.UTF-8"}
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        environment.pop(name, None)

    done = subprocess.run([program, "validate", path.name], cwd=path.parent, env=environment, stdin=subprocess.DEVNULL,
                          capture_output=True, timeout=60)

    tap.check_equal(done.stderr, b"")
    tap.check(done.returncode in (0, 1), done)
    tap.check(done.stdout.endswith(b"\n"), done.stdout)
    return done.stdout


def compare(program, path, expected_path):
    output = find_output(program, path).decode()
    tap.check(not CONTROL.search(output), "a control character is printed", CONTROL.findall(output), output)
    tap.check(": 0 errors, 0 warnings;" not in output, "nothing was found in it")

    tap.check(expected_path.exists(), f"{expected_path.name} is missing; --update writes it")
    expected = expected_path.read_text(encoding="utf-8")
    if output != expected:
        difference = difflib.unified_diff(expected.splitlines(), output.splitlines(), "expected", "found", lineterm="")
        tap.comment("\n".join(difference))
        raise AssertionError("the findings differ from what is expected")


def compare_function(program, path, expected_path):
    return lambda: compare(program, path, expected_path)


def list_strays(directory, names):
    strays = [path.name for path in directory.glob("*.expected") if path.name[:-len(".expected")] not in names]
    tap.check_equal(sorted(strays), [], "there is no timeline for these")


def main(arguments):
    update = "--update" in arguments
    program, directory = [argument for argument in arguments if argument != "--update"]
    program = os.path.abspath(program)
    directory = pathlib.Path(directory).resolve()

    files = {path.name[:-len(ENDING)]: path for path in sorted(directory.glob("*" + ENDING))}
    if not files:
        sys.exit(f"there are no files in {directory}")

    if update:
        for name, path in files.items():
            (directory / (name + ".expected")).write_bytes(find_output(program, path))
        return 0

    tests = [(name, compare_function(program, path, directory / (name + ".expected"))) for name, path in files.items()]
    tests.append(("every expectation has its timeline", lambda: list_strays(directory, files)))

    return tap.run(tests)


sys.exit(main(sys.argv[1:]))
