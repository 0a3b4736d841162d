#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""Checks what the compiler does not: that the arrows between the folders
point one way, that every file is built, and that what is to be translated is
found."""

import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1])
FOLDERS = ("core", "render", "widgets", "app")
APP_ID = "io.github.throughline.Throughline"


def sources(*folders, suffixes=(".c", ".h")):
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in suffixes:
                yield path


def name(path):
    return str(path.relative_to(ROOT))


def includes(paths, pattern):
    expression = re.compile(r"#\s*include\s*[<\"](" + pattern + ")")
    return [name(path) for path in paths if expression.search(path.read_text())]


def unbuilt():
    for folder in FOLDERS:
        built = (ROOT / folder / "meson.build").read_text()
        yield from (name(path) for path in sources(folder, suffixes=(".c",)) if f"'{path.name}'" not in built)
    tests = "".join(path.read_text() for path in (ROOT / "tests").rglob("meson.build"))
    for path in sources("tests", suffixes=(".c", ".py")):
        if path.stem not in tests:
            yield name(path)


def untranslated():
    listed = set((ROOT / "po" / "POTFILES").read_text().split())
    marked = re.compile(r"\b(N?C?_|d?n?gettext) ?\(|\"yes\" *translatable|translatable=\"yes\"|<summary>|<comment>|^Name=|tl_words_(get|fill) \([^,]*, *\"", re.MULTILINE)
    found = set()
    for path in sources(*FOLDERS, "resources", "data", suffixes=(".c", ".ui", ".in")):
        if marked.search(path.read_text()):
            found.add(name(path))
    return sorted(found ^ listed)


def app_ids():
    kept = {"meson.build", "tests/tree/test-tree.py"}
    for path in sources(*FOLDERS, "resources", "data", suffixes=(".c", ".h", ".ui", ".in", ".xml")):
        if APP_ID in path.read_text() and name(path) not in kept:
            yield name(path)


def broken_links():
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text()):
            if not (page.parent / target).exists():
                yield f"{name(page)}: {target}"


CHECKS = (
    ("core draws nothing", lambda: includes(sources("core"), "gtk|gdk|adwaita|cairo|pango")),
    ("render sees no GTK", lambda: includes(sources("render"), "gtk|gdk|gsk|adwaita")),
    ("widgets see no libadwaita", lambda: includes(sources("widgets"), "adwaita")),
    ("Jansson stays in core", lambda: includes(sources("render", "widgets", "app"), "jansson")),
    ("every file is built", lambda: list(unbuilt())),
    ("po/POTFILES lists what is to be translated", untranslated),
    ("the application's id stands in one place", lambda: list(app_ids())),
    ("links between pages lead somewhere", lambda: list(broken_links())),
)

print(f"1..{len(CHECKS)}")
failed = False
for number, (title, check) in enumerate(CHECKS, 1):
    problems = check()
    failed = failed or bool(problems)
    print(f"{'not ok' if problems else 'ok'} {number} - {title}")
    for problem in problems:
        print(f"# {problem}")
sys.exit(failed)
