#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""Makes handouts and reads them with other programs.

Usage: test-handout.py PROGRAM SOURCE_ROOT
"""

import json
import pathlib
import re
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tools"))

import tap  # noqa: E402
from charts import SCRATCH, STORY, TIME_LIMIT, export, need  # noqa: E402
from tap import check, check_equal  # noqa: E402

TIMELINE = json.loads(STORY.read_text())
STEPS = TIMELINE["talk"]["steps"]
EVENTS = TIMELINE["events"]
HEBREW = {
    "format": "throughline", "version": 1, "title": "הסיפור כולו", "language": "he",
    "sources": [{"id": "s", "publisher": "העיתון", "title": "כותרת", "url": "https://example.org/a"}],
    "events": [{"id": "a", "when": "2025-01-01", "title": "הדבר הראשון",
                "claims": [{"text": "כך היה הדבר", "status": "reported", "sources": ["s"]}]}],
}


def make_handout(name, *arguments):
    done = export("-q", "--handout", SCRATCH / name, *arguments)
    check_equal((done.returncode, done.stdout), (0, b""), done)
    return SCRATCH / name


def run(*command):
    need(command[0])
    return subprocess.run([*map(str, command)], capture_output=True, check=True, timeout=TIME_LIMIT).stdout


def squeeze(text):
    """Without spaces and line breaks: an end of a line may be within a word with a hyphen."""
    return re.sub(r"\s+", "", text)


def read_pages(path):
    return run("pdftotext", "-raw", path, "-").decode().split("\f")[:-1]


def read_objects(path):
    return json.loads(run("qpdf", "--json", path))


def sizes_of(path, n_pages):
    lines = run("pdfinfo", "-f", 1, "-l", n_pages, path).decode().splitlines()
    return [line.split(":")[1].split("pts")[0].strip() for line in lines if line.startswith("Page ") and " size:" in line]


def test_all_is_there():
    """Each claim, each side of a difference and each source, as text."""
    whole = squeeze(" ".join(read_pages(make_handout("all.pdf"))))
    for event in EVENTS:
        for text in [event["title"], *(claim["text"] for claim in event.get("claims", []))]:
            check(squeeze(text) in whole, text)
        for difference in event.get("differences", []):
            check(squeeze(difference["question"]) in whole, difference)
            for side in difference["sides"]:
                check(squeeze(side["text"]) in whole, side)
    for source in TIMELINE["sources"]:
        for key in ("publisher", "title", "url"):
            check(squeeze(source.get(key, "")) in whole, source)
    for step in STEPS:
        check(squeeze(step["text"]) in whole, step)
        check(squeeze(step["notes"]) not in whole, "notes are for the speaker")


def test_paper():
    """The chart lies on its long side, the rest stands; a4, or what is asked for."""
    for name, arguments, long, short in [
        ("a4.pdf", [], "841.89", "595.276"),
        ("letter.pdf", ["--size", "letter"], "792", "612"),
        ("standing.pdf", ["--size", "letter-portrait"], "792", "612"),
    ]:
        path = make_handout(name, *arguments)
        pages = read_pages(path)
        sizes = sizes_of(path, len(pages))
        check_equal(sizes[0], f"{long} x {short}")
        check_equal(set(sizes[1:]), {f"{short} x {long}"})
        for number, page in enumerate(pages, start=1):
            check(f"{number} of {len(pages)}" in page, page)
            check("As of 31 July 2025" in page and TIMELINE["title"] in page, page)
        run("qpdf", "--check", path)


def test_same_bytes():
    first = make_handout("same-1.pdf").read_bytes()
    second = make_handout("same-2.pdf").read_bytes()
    check(first == second, "the bytes are the same")


def test_outline():
    """Chart, steps with their events, further events, sources; each where it is."""
    path = make_handout("outline.pdf")
    pages = read_pages(path)
    outlines = read_objects(path)["outlines"]
    titles = [entry["title"] for entry in outlines]
    steps = [f"{number}. {step['title']}" for number, step in enumerate(STEPS, start=1)]
    check_equal(titles, ["Chart", *steps, "Further events", "Sources"])
    for entry in outlines[1:]:
        for place in [entry, *entry["kids"]]:
            check(squeeze(place["title"]) in squeeze(pages[place["destpageposfrom1"] - 1]), place)
    told = sorted(kid["title"] for entry in outlines for kid in entry["kids"])
    check_equal(told, sorted(event["title"] for event in EVENTS))


def test_links():
    """To the addresses of all sources that are named, and to places inside."""
    data = run("qpdf", "--qdf", "--object-streams=disable", make_handout("links.pdf"), "-")
    addresses = set(re.findall(rb"/URI \((.*?)\)", data))
    for source in TIMELINE["sources"]:
        if source["url"].isascii() and not set("()\\") & set(source["url"]):
            check(source["url"].encode() in addresses, source["url"])
    check(data.count(b"/Dest") + data.count(b"/S /GoTo") > 300, "numbers lead to the sources")


def test_filtered():
    """What a filter leaves out is not in it."""
    whole = squeeze(" ".join(read_pages(make_handout("filtered.pdf", "--lanes", "google"))))
    google = [event for event in EVENTS if event["actors"][0] == "google"]
    check(google, "there are such events")
    for event in EVENTS:
        for claim in event.get("claims", []):
            if len(claim["text"]) > 40:
                check_equal(squeeze(claim["text"]) in whole, event in google, claim)


def test_made():
    """Without a talk, each event is told of once, under its own step."""
    path = SCRATCH / "made.json"
    path.write_text(json.dumps({key: value for key, value in TIMELINE.items() if key != "talk"}))
    whole = squeeze(" ".join(read_pages(make_handout("made.pdf", path))))
    for event in EVENTS:
        for claim in event.get("claims", []):
            check(squeeze(claim["text"]) in whole, claim)
    check("seestep" in whole, "the first step looks at all")


def test_right_to_left():
    """Mirrored: text begins at the right, the number of the page is at the left."""
    path = SCRATCH / "hebrew.json"
    path.write_text(json.dumps(HEBREW))
    made = make_handout("hebrew.pdf", path)
    words = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)"[^>]*>(.*?)</word>',
                       run("pdftotext", "-bbox", "-f", 2, "-l", 2, made, "-").decode())
    ends = [float(end) for _, _, end, _ in words]
    check(max(ends) > 595 - 60, words)
    foot = {text: float(start) for start, y, _, text in words if float(y) > 842 - 60}
    check(foot["of"] < 595 / 4, foot)
    number = next(word for word in words if word[3] == "[1]")
    check(any(abs(float(y) - float(number[1])) < 3 and text == "Reported" for _, y, _, text in words), words)


def test_refused():
    """Only a PDF, and only of pages that hold text; nothing is written then."""
    for name, arguments, words in [
        ("handout.png", [], "alone"),
        ("handout.odp", [], "alone"),
        ("handout", [], "alone"),
        ("handout.pdf", ["--size", "1600xauto"], "a4"),
        ("handout.pdf", ["--size", "200x300"], "a4"),
    ]:
        done = export("--handout", SCRATCH / name, *arguments)
        check_equal((done.returncode, done.stderr.count(b"\n")), (2, 1), done)
        check(words in done.stderr.decode(), done)
        check(not (SCRATCH / name).exists(), name)
    timeline = SCRATCH / "other.pdf"
    timeline.write_text("no chart")
    check_equal(export("--handout", timeline).returncode, 2)
    check_equal(timeline.read_text(), "no chart")


def test_with_others():
    """A chart and a handout in one go; to standard output, too."""
    chart, handout = SCRATCH / "both.svg", SCRATCH / "both.pdf"
    check_equal(export("-q", "-o", chart, "--handout", handout).returncode, 0)
    check(chart.exists() and handout.read_bytes().startswith(b"%PDF"), "both are there")
    done = export("-q", "--format", "pdf", "--handout", "-")
    check(done.returncode == 0 and done.stdout.startswith(b"%PDF"), done.stderr)


sys.exit(tap.run(tap.functions_of(sys.modules[__name__])))
