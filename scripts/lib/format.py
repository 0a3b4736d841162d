#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""Holds the lines of C that have changed since a commit against .clang-format.

Usage: format.py COMMIT

Prints what clang-format would do otherwise and ends with status 1 where there is something. Some things it
cannot be told. Parameters and members stand in columns: spaces within a line do not count. Where a long statement or
a table is broken into lines, and where not, is up to who writes it. And a word to translate, as in _("Open"), is
written like no other call.
"""

import difflib
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
HUNK = re.compile(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.M)

# To clang-format the macros are operators of the same width.
OPERATORS = {"_": "~", "N_": "!~", "C_": "~!", "NC_": "!!~"}
MACRO = re.compile(r"\b(NC_|N_|C_|_)\(")
MACROS = {operator: macro for macro, operator in OPERATORS.items()}
OPERATOR = re.compile(r"(!!~|!~|~!|~)\(")
CONTROL = re.compile(r"\s*(if|else|for|while|do|switch|case|default)\b")


def changed_ranges(commit, path):
    diff = subprocess.run(["git", "diff", "-U0", commit, "--", path], cwd=ROOT, capture_output=True, text=True, check=True)
    ranges = []
    for first, count in HUNK.findall(diff.stdout):
        if count != "0":
            ranges.append(f"--lines={first}:{int(first) + int(count or 1) - 1}")
    return ranges


def list_files(commit):
    names = subprocess.run(["git", "diff", "--name-only", "-z", "--diff-filter=d", commit, "--", "*.c", "*.h"],
                           cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    return [name for name in names if name]


def simplify(line):
    """A line without what does not count."""
    line = re.sub(r"(?<=\S) +", " ", line).rstrip().replace(") {", "){")
    if line.startswith("#"):
        return line.replace(" (", "(")
    return line.replace(" ", "") if line.startswith("G_DEFINE_QUARK") else line


def unmask(lines):
    return [OPERATOR.sub(lambda match: MACROS[match[1]] + "(", line) for line in lines]


def is_broken_otherwise(old, new):
    """Whether lines are one statement or part of a table, and differ only in where they are broken."""
    text = "".join("".join(old).split())
    return (len(old) != len(new) and text == "".join("".join(new).split()) and ";" not in text[:-1]
            and not (text.endswith(";") and CONTROL.match(old[0])))


def look_at(commit, name):
    ranges = changed_ranges(commit, name)
    if not ranges:
        return []
    text = (ROOT / name).read_text(encoding="utf-8")
    masked = MACRO.sub(lambda match: OPERATORS[match[1]] + "(", text)
    formatted = subprocess.run(["clang-format", f"--assume-filename={ROOT / name}", *ranges], input=masked,
                               capture_output=True, text=True, check=True).stdout

    old = [simplify(line) for line in masked.splitlines()]
    new = [simplify(line) for line in formatted.splitlines()]
    patch = []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal" and not is_broken_otherwise(old[a:b], new[c:d]):
            patch += [f"{name}:{a + 1}:", *("-" + line for line in unmask(old[a:b])),
                      *("+" + line for line in unmask(new[c:d]))]
    return patch


patches = [patch for name in list_files(sys.argv[1]) if (patch := look_at(sys.argv[1], name))]
for patch in patches:
    print("\n".join(patch))
sys.exit(1 if patches else 0)
