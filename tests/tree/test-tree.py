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
        # What is in tests/flatpak takes a Flatpak: scripts/test-flatpak runs it.
        if path.stem not in tests and path.parent.name != "flatpak":
            yield name(path)


def untranslated():
    listed = set((ROOT / "po" / "POTFILES").read_text().split())
    marked = re.compile(r"\b(N?C?_|d?n?gettext) ?\(|\"yes\" *translatable|translatable=\"yes\"|<summary>|<comment>|^Name=[^@]|tl_words_(get|fill) \([^,]*, *\"", re.MULTILINE)
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


def pages():
    return [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md")), ROOT / "flatpak/README.md"]


def broken_links():
    for page in pages():
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text()):
            if not (page.parent / target).exists():
                yield f"{name(page)}: {target}"


def unknown_functions():
    """What the documents call by name, as `tl_thing_do ()`."""
    code = "".join(path.read_text() for path in sources(*FOLDERS, "tests"))
    defined = set(re.findall(r"^(\w+) \(", code, re.MULTILINE))
    for page in pages():
        for function in re.findall(r"`(tl_\w+) \(\)`", page.read_text()):
            if function not in defined:
                yield f"{name(page)}: {function}"


def unknown_files():
    """What the documents call by path, as `core/tl-thing.c`, `core/tl-thing` or `core/tl-th*.c`."""
    folders = "|".join((*FOLDERS, "data", "docs", "resources", "scripts", "tests", "flatpak"))
    for page in pages():
        for path in re.findall(rf"`((?:{folders})/[\w./*-]+)`", page.read_text()):
            if not any(ROOT.glob(path.rstrip("/"))) and not any(ROOT.glob(f"{path}.*")) and not any(ROOT.glob(f"{path}-*")):
                yield f"{name(page)}: {path}"


KEY_NAMES = {"Ctrl": "<Primary>", "Shift": "<Shift>", "Alt": "<Alt>", "Plus": "plus", "Minus": "minus", "?": "question",
             ",": "comma"}


def unknown_keys():
    """What the documents say to press with Ctrl, Alt or Shift, or as a function key."""
    code = (ROOT / "app/tl-shortcuts.c").read_text()
    known = {key.lower() for key in re.findall(r'"((?:<\w+>)*\w+)"', code)}
    for page in (ROOT / "README.md", ROOT / "docs/using.md"):
        for keys in re.findall(r"\b((?:(?:Ctrl|Shift|Alt)\+)+(?:Plus|Minus|\w+|[?,])|F\d+\b)", page.read_text()):
            key = "".join(KEY_NAMES.get(part, part.lower()) for part in keys.split("+"))
            if key.lower() not in known and "click" not in keys:
                yield f"{name(page)}: {keys}"


CHECKS = (
    ("core draws nothing", lambda: includes(sources("core"), "gtk|gdk|adwaita|cairo|pango")),
    ("render sees no GTK", lambda: includes(sources("render"), "gtk|gdk|gsk|adwaita")),
    ("widgets see no libadwaita", lambda: includes(sources("widgets"), "adwaita")),
    ("Jansson stays in core", lambda: includes(sources("render", "widgets", "app"), "jansson")),
    ("every file is built", lambda: list(unbuilt())),
    ("po/POTFILES lists what is to be translated", untranslated),
    ("the application's id stands in one place", lambda: list(app_ids())),
    ("links between pages lead somewhere", lambda: list(broken_links())),
    ("the documents name functions that there are", lambda: list(unknown_functions())),
    ("the documents name files that there are", lambda: list(unknown_files())),
    ("the documents name keys that there are", lambda: list(unknown_keys())),
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
