#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""Counts the single tests in a testlog.json of Meson.

Usage: count-tests.py TESTLOG [TESTLOG-OF-SECOND-TRY]
       count-tests.py --again TESTLOG

A program that speaks TAP (it says how many tests it has) counts as the tests that it reports, any other as one. Prints
a line "failed NAME" or "skipped NAME: REASON" for each that did not pass, then "counts PASSED FAILED SKIPPED". What a
test said when it failed goes to standard error: Meson does not show that. What was tried a second time counts as that
time, and where it passed there is a line "again NAME".

With --again, prints the names of the programs that are worth a second try: those of windows, which other work on the
machine may disturb, if it is they alone that failed, and a few at most.
"""

import json
import re
import sys

TAP_RESULT = re.compile(r"(not )?ok\b\s*(?:\d+)?\s*(?:- )?([^#\\]*(?:\\.[^#\\]*)*)(?:#\s*(SKIP|TODO)\S*\s*(.*))?", re.I)
TAP_PLAN = re.compile(r"^1\.\.\d+", re.M)
TAP_SKIP_ALL = re.compile(r"1\.\.0\s*(?:#\s*SKIP\S*\s*(.*))?", re.I)
AGAIN = {"app", "widgets"}  # The suites that may be tried again,
MOST_AGAIN = 2  # and how many of their programs.
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
    if not TAP_PLAN.search(output):
        return seen, failed
    for line in output.splitlines():
        match = TAP_RESULT.match(line)
        if not match:
            continue
        seen += 1
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
    return seen, failed


def get_name(entry):
    return entry["name"].rsplit("/", 1)[-1].strip()


def get_suite(entry):
    return entry["name"].rsplit("/", 1)[0].strip().rsplit(":", 1)[-1]


def count_program(entry):
    name, result, output = get_name(entry), entry["result"], entry.get("stdout") or ""
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


def explain(entry):
    """Shows what is said behind each test of a program that failed."""
    if entry["result"] not in BAD:
        return
    is_shown = False
    for line in (entry.get("stdout") or "").splitlines():
        match = TAP_RESULT.match(line)
        if match:
            is_shown = match[1] is not None
        if is_shown and (match or line.startswith("#")):
            print(f"{get_name(entry)}: {line}", file=sys.stderr)


def read_log(path):
    """Nothing where there is none."""
    try:
        with open(path, encoding="utf-8", errors="replace") as log:
            return [json.loads(line) for line in log]
    except FileNotFoundError:
        return []


def list_again(entries):
    failed = [entry for entry in entries if entry["result"] in BAD]
    is_worth_it = len(failed) <= MOST_AGAIN and all(get_suite(entry) in AGAIN for entry in failed)
    return [get_name(entry) for entry in failed] if is_worth_it else []


def count_all(first, second):
    for entry in first + second:
        explain(entry)
    later = {get_name(entry): entry for entry in second}
    for entry in first:
        name = get_name(entry)
        if name in later and later[name]["result"] not in BAD:
            print("again", name)
        count_program(later.get(name, entry))


if sys.argv[1] == "--again":
    for name in list_again(read_log(sys.argv[2])):
        print(name)
    sys.exit(0)

first, *rest = [read_log(path) for path in sys.argv[1:]]
if not first:
    count("failed", f"there is no list of results: {sys.argv[1]}")
count_all(first, rest[0] if rest else [])
print("counts", *counts.values())
