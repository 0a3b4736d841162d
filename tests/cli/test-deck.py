#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""Makes decks of talks and reads them with other programs.

Usage: test-deck.py PROGRAM SOURCE_ROOT
"""

import json
import pathlib
import re
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tools"))

import tap  # noqa: E402
from charts import SCRATCH, STORY, TIME_LIMIT, export, need, read_header, read_svg, texts_of  # noqa: E402
from tap import check, check_equal  # noqa: E402

TIMELINE = json.loads(STORY.read_text())
STEPS = TIMELINE["talk"]["steps"]


def write_variant(name, change):
    timeline = json.loads(STORY.read_text())
    change(timeline)
    path = SCRATCH / name
    path.write_text(json.dumps(timeline))
    return path


def make_deck(name, *arguments):
    done = export("--deck", f"{SCRATCH}/{name}", *arguments)
    check_equal(done.returncode, 0, done)
    return SCRATCH / name, done.stderr.decode()


def read_pdf(path):
    need("pdftotext")
    text = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True, timeout=TIME_LIMIT)
    return [" ".join(page.split()) for page in text.stdout.split("\f")[:-1]]


def read_info(path):
    need("pdfinfo")
    done = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True, timeout=TIME_LIMIT)
    return dict(line.split(":", 1) for line in done.stdout.splitlines())


def has_links(path):
    """Newer versions of Cairo compress what has them."""
    need("qpdf")
    done = subprocess.run(["qpdf", "--qdf", "--object-streams=disable", path, "-"], capture_output=True, check=True,
                          timeout=TIME_LIMIT)
    return b"/URI" in done.stdout


def test_pages():
    """A page a step, with its words as text and its sources as links."""
    path, _ = make_deck("deck.pdf", "-q")
    pages = read_pdf(path)
    check_equal(len(pages), len(STEPS))
    for number, (page, step) in enumerate(zip(pages, STEPS), start=1):
        check(step["title"] in page, step["title"], page)
        check(step["text"][:40] in page, step["text"], page)
        check(f"{number}/{len(STEPS)}" in page.replace(" ", ""), page)
    check(has_links(path), "there is a link")
    check_equal(read_info(path)["Page size"].split("(")[0].strip(), "800 x 450 pts")


def test_notes():
    """A page of paper a step: the slide, its number and title, and what the speaker says."""
    path, _ = make_deck("notes.pdf", "-q", "--notes")
    pages = read_pdf(path)
    check_equal(len(pages), len(STEPS))
    for number, (page, step) in enumerate(zip(pages, STEPS), start=1):
        check(page.count(step["title"]) >= 2 and page.replace(" ", "").count(f"{number}/{len(STEPS)}") >= 2, number, step["title"], page)
        # Whoever reads a hyphen at the end of a line takes the word for one that has been broken.
        check("".join(step["notes"].split()).replace("-", "") in page.replace(" ", "").replace("-", ""), step["notes"], page)
    check(has_links(path), "there is a link")
    check_equal(read_info(path)["Page size"].split("(")[0].strip(), "800 x 1131.43 pts")
    letter, _ = make_deck("letter.pdf", "-q", "--notes", "--size", "letter")
    check_equal(read_info(letter)["Page size"].split("(")[0].strip(), "800 x 1035.29 pts")
    make_deck("notes/", "-q", "--notes", "--aspect", "4:3")
    check_equal(read_header((SCRATCH / "notes/slide-1.png").read_bytes())[:2], (1440, 2037))
    done = export("-o", "chart.pdf", "--notes")
    check(done.returncode == 2 and b"--deck" in done.stderr, done)


def test_long_notes():
    """All of them, on as many pages as it takes; in both directions, and whatever stands in them."""
    words = [f"word{number}" for number in range(3000)]

    def change(timeline):
        timeline["talk"]["steps"] = [
            {"title": "Long", "events": ["e14-stake"], "notes": "<b>&amp; " + " ".join(words[:2900]) + "\n\n" + "\n".join(words[2900:])},
            {"title": "שלום", "events": ["e14-stake"], "notes": "שלום עולם " * 300},
            {"title": "None", "events": ["e14-stake"]},
            {"title": "Unbroken", "events": ["e14-stake"], "notes": "x" * 20000},
        ]
    pages = read_pdf(make_deck("long.pdf", "-q", "--notes", str(write_variant("long.json", change)))[0])
    said = " ".join(pages).split()
    check_equal([word for word in said if word.startswith("word")], words)
    starts = [i for i, page in enumerate(pages) if "more sources" in page]
    check(len(starts) == 4 and starts[0] == 0 and 1 < starts[1] < starts[2] and starts[3] == starts[2] + 1, starts)
    check("<b>&amp;" in pages[0], pages[0])
    check_equal(" ".join(pages[starts[1]:starts[2]]).count("עולם"), 300)
    check_equal(sum(len(line) for line in re.findall("x{4,}", " ".join(pages))), 20000)
    for page in pages[:starts[1]]:
        check("1/4" in page.replace(" ", "") and "Long" in page, page)


def test_same_bytes():
    first = make_deck("same-1.pdf", "-q")[0].read_bytes()
    second = make_deck("same-2.pdf", "-q")[0].read_bytes()
    check(first == second, "the bytes are the same")


def test_narrow():
    path, _ = make_deck("narrow.pdf", "-q", "--aspect", "4:3")
    check_equal(read_info(path)["Page size"].split("(")[0].strip(), "600 x 450 pts")
    check_equal(export("--deck", str(SCRATCH / "x.pdf"), "--aspect", "5:4").returncode, 2)


def test_folder():
    """Numbered pictures of 1920 by 1080, or drawings whose text is text."""
    make_deck("folder/", "-q")
    pictures = sorted((SCRATCH / "folder").iterdir())
    check_equal(len(pictures), len(STEPS))
    check_equal(read_header(pictures[0].read_bytes())[:2], (1920, 1080))
    make_deck("drawings/", "-q", "--format", "svg")
    drawings = list((SCRATCH / "drawings").iterdir())
    check_equal(len(drawings), len(STEPS))
    first = next(path for path in drawings if path.stem.endswith("-1"))
    check(any(STEPS[0]["title"] in text for text in texts_of(read_svg(first.read_bytes()))), "the title is text")


def test_filtered():
    """A talk is about what a filter leaves; steps without any of it are left out, with a word."""
    lane = ["--lanes", "openai"]
    path, said = make_deck("filtered.pdf", *lane)
    n_pages = len(read_pdf(path))
    check(0 < n_pages < len(STEPS), n_pages)
    check_equal(said.count("is left out"), len(STEPS) - n_pages)


def test_hidden_and_missing():
    def change(timeline):
        timeline["talk"]["steps"] = [
            {"title": "Shown", "events": ["e14-stake"]},
            {"title": "In reserve", "events": ["e14-stake"], "hidden": True},
            {"title": "Nobody", "events": ["nobody"]},
            {"title": "Empty", "window": "2030"},
        ]
    path, said = make_deck("reserve.pdf", str(write_variant("reserve.json", change)))
    pages = read_pdf(path)
    check_equal(len(pages), 1)
    check("Shown" in pages[0] and "1/1" in pages[0].replace(" ", ""), pages)
    check("“Nobody”" in said and "“Empty”" in said, said)


def test_made():
    """A timeline without a talk has one made of its most important events, in the order of time."""
    path, _ = make_deck("made.pdf", "-q", str(write_variant("made.json", lambda timeline: timeline.pop("talk"))))
    pages = read_pdf(path)
    check(10 <= len(pages) <= 14, len(pages))
    check(TIMELINE["title"] in pages[0], pages[0])
    titles = [event["title"] for event in TIMELINE["events"] if event.get("importance") == 5]
    places = [next((i for i, page in enumerate(pages) if title in page), None) for title in titles]
    check(None not in places and places == sorted(places), places)


def test_with_a_chart():
    """A chart and a deck in one go."""
    chart, deck = SCRATCH / "both.png", SCRATCH / "both.pdf"
    check_equal(export("-q", "-o", str(chart), "--deck", str(deck)).returncode, 0)
    check_equal(read_header(chart.read_bytes())[:2], (1600, 900))
    check_equal(len(read_pdf(deck)), len(STEPS))


sys.exit(tap.run(tap.functions_of(sys.modules[__name__])))
