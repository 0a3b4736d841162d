#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""Counts the single tests in a testlog.json of Meson.

Usage: count-tests.py TESTLOG

A program that speaks TAP (it says how many tests it has) counts as the tests that it reports, any other as one. Prints
a line "failed NAME" or "skipped NAME: REASON" for each that did not pass, then "counts PASSED FAILED SKIPPED". What a
test said when it failed goes to standard error: Meson does not show that.
"""

import json
import re
import sys

TAP_RESULT = re.compile(r"(not )?ok\b\s*(?:\d+)?\s*(?:- )?([^#\\]*(?:\\.[^#\\]*)*)(?:#\s*(SKIP|TODO)\S*\s*(.*))?", re.I)
TAP_PLAN = re.compile(r"^1\.\.\d+", re.M)
TAP_SKIP_ALL = re.compile(r"1\.\.0\s*(?:#\s*SKIP\S*\s*(.*))?", re.I)
BAD = {"FAIL", "ERROR", "TIMEOUT", "INTERRUPT", "UNEXPECTEDPASS"}

counts = {"passed": 0, "failed": 0, "skipped": 0}


def count(kind, name, reason=""):
    counts[kind] += 1
    if kind != "passed":
        print(kind, name + (f": {reason}" if reason else ""))


def last_line(text):
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else ""


def count_tap(name, output):
    """Counts the results of one program. Returns how many there are, and how many of them failed."""
    seen = failed = 0
    is_explained = False
    if not TAP_PLAN.search(output):
        return seen, failed
    for line in output.splitlines():
        match = TAP_RESULT.match(line)
        if not match:
            if is_explained and line.startswith("#"):
                print(line, file=sys.stderr)
            continue
        seen += 1
        is_explained = False
        is_ok = match[1] is None
        directive = (match[3] or "").upper()
        test = f"{name}: {match[2].strip()}"
        if directive == "SKIP" and is_ok:
            count("skipped", test, match[4] or "no reason given")
        elif directive == "TODO" and not is_ok:
            count("skipped", test, f"expected to fail: {match[4]}")
        elif is_ok and directive != "TODO":
            count("passed", test)
        else:
            failed += 1
            count("failed", test, "expected to fail, but did not" if is_ok else "")
            print("#", test, file=sys.stderr)
            is_explained = True
    return seen, failed


def count_program(entry):
    name, result, output = entry["name"].rsplit("/", 1)[-1].strip(), entry["result"], entry.get("stdout") or ""
    seen, failed = count_tap(name, output)

    if result in BAD and not failed:
        how = {"TIMEOUT": "took too long", "INTERRUPT": "interrupted"}.get(
            result, f"ends with status {entry.get('returncode')}")
        count("failed", name, f"{how}{f', results before that: {seen}' if seen else ''}")
    elif result == "SKIP" and not seen:
        skip_all = TAP_SKIP_ALL.search(output)
        reason = skip_all[1] if skip_all else last_line(entry.get("stderr") or "") or last_line(output)
        count("skipped", name, reason or "no reason given")
    elif result not in BAD and not seen:
        count("passed", name)


try:
    with open(sys.argv[1], encoding="utf-8", errors="replace") as log:
        for line in log:
            count_program(json.loads(line))
except OSError as error:
    count("failed", f"there is no list of results: {error}")

print("counts", *counts.values())
