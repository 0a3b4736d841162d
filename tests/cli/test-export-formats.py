#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""Makes charts of each format and reads them with other programs.

Usage: test-export-formats.py PROGRAM SOURCE_ROOT
"""

import json
import pathlib
import re
import struct
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tools"))

import tap  # noqa: E402
from charts import (  # noqa: E402
    SCRATCH, STORY, SVG, TIME_LIMIT, ask, count_scan_lines, make, need, read_chunks, read_header, read_svg,
    read_texts, texts_of,
)
from tap import check, check_equal  # noqa: E402

XLINK = "{http://www.w3.org/1999/xlink}"


# PNG.

def test_png():
    png = make("story.png")
    check_equal(read_header(png), (1600, 900, 8, 2))
    check_equal(count_scan_lines(png), 900)
    texts = read_texts(png)
    story = json.loads(STORY.read_text())
    check_equal(texts["Title"], story["title"])
    check("Reuters" in texts["Sources"] and "https://" in texts["Sources"], texts)
    check(texts["Software"].startswith("Throughline "), texts)
    check_equal(texts["Creation Time"], story["as_of"] + "T00:00:00Z")


def test_png_sizes():
    for arguments, size in (
            (["--size", "800x450"], (800, 450)), (["--size", "800x450", "--scale", "2"], (1600, 900)),
            (["--size", "800x450", "--dpi", "192"], (1600, 900)), (["--size", "800x450", "--scale", "0.5"], (400, 225)),
            (["--size", "1080p"], (1920, 1080)), (["--size", "4k"], (3840, 2160)), (["--size", "slide"], (1280, 720)),
            (["--size", "a4"], (1123, 794)), (["--size", "a4-portrait"], (794, 1123)),
            (["--size", "a4", "--dpi", "300"], (3508, 2480)), (["--size", "a3"], (1587, 1123)),
            (["--size", "letter"], (1056, 816))):
        png = make("size.png", *arguments)
        check_equal(read_header(png)[:2], size, arguments)
        check_equal(count_scan_lines(png), size[1], arguments)


def test_png_auto_height():
    width, height, *_ = read_header(make("auto.png", "--size", "1600xauto"))
    check_equal(width, 1600)
    check(300 < height < 5000, height)


def test_png_resolution():
    for arguments, density in (([], 3780), (["--dpi", "300"], 11811)):
        chunks = dict(read_chunks(make("dpi.png", "--size", "400x300", *arguments)))
        check_equal(struct.unpack(">IIB", chunks[b"pHYs"]), (density, density, 1))


def test_png_small():
    fast, small = make("fast.png"), make("small.png", "--small")
    check(len(small) < len(fast), len(small), len(fast))
    check_equal(read_header(small)[:2], (1600, 900))


def test_png_transparent():
    check_equal(read_header(make("clear.png", "--background", "none"))[3], 6)
    check_equal(read_header(make("full.png", "--background", "theme"))[3], 2)


# SVG.

def test_svg():
    data = make("story.svg")
    check(len(data) < 200 * 1024, len(data))
    root = read_svg(data)
    story = json.loads(STORY.read_text())
    texts = texts_of(root)
    check(any(story["title"] in text for text in texts), texts)
    for lane in story["lanes"]:
        check(any(lane["name"] in text for text in texts), lane)
    check_equal(root.find(SVG + "title").text, story["title"])
    check(root.find(SVG + "desc") is not None)
    links = [element.get("href") or element.get(XLINK + "href") for element in root.iter(SVG + "a")]
    check(len(links) > 20, links)
    check(any(link.startswith("https://") for link in links), links)
    titles = [element.text for element in root.iter(SVG + "title")]
    check(sum(1 for event in story["events"] if event["title"] in titles) > 20, titles)
    for element in root.iter():
        check(element.tag not in (SVG + "script", SVG + "image", SVG + "foreignObject"), element.tag)


def test_svg_outlines():
    root = read_svg(make("outlines.svg", "--text", "outlines"))
    check_equal(texts_of(root), [])
    check(len(list(root.iter(SVG + "path"))) > 10)


def test_svg_is_drawn_by_librsvg():
    make("rsvg.svg")
    program = need("rsvg-convert")
    done = subprocess.run([program, "rsvg.svg", "-o", "rsvg.png"], cwd=SCRATCH, capture_output=True, timeout=TIME_LIMIT)
    check_equal((done.returncode, done.stderr), (0, b""), done)
    check_equal(read_header((SCRATCH / "rsvg.png").read_bytes())[:2], (1600, 900))


# PDF.

def test_pdf():
    make("story.pdf")
    story = json.loads(STORY.read_text())
    path = SCRATCH / "story.pdf"

    text = " ".join(ask("pdftotext", "-layout", path, "-").split())
    check(story["title"] in text, text)
    for lane in story["lanes"]:
        check(lane["name"] in text, lane)

    info = ask("pdfinfo", path)
    for line in (r"Title: +" + re.escape(story["title"]), r"Author: +Throughline", r"Keywords: +.*OpenAI", r"Tagged: +yes",
                 r"Page size: +1200 x 675 pts"):
        check(re.search(line, info), line, info)
    check("31" in re.search(r"CreationDate: .*", info)[0] and "2025" in info, info)

    structure = ask("pdfinfo", "-struct-text", path)
    check(structure.startswith("Document") and "H1" in structure and "Note" in structure and "Link" in structure, structure)
    links = ask("pdfinfo", "-url", path)
    check(links.count("https://") > 20, links)
    check_equal(ask("pdfimages", "-list", path).count("\n"), 2, "something has become a picture")
    for line in ask("pdffonts", path).splitlines()[2:]:
        check(re.search(r" yes yes yes +\d+ +\d+$", line), "a font is not embedded, or its text cannot be read", line)


def test_pdf_is_sound():
    make("sound.pdf")
    check("No syntax or stream encoding errors found" in ask("qpdf", "--check", SCRATCH / "sound.pdf"))


def test_pdf_outline():
    make("outline.pdf", "--size", "4k")
    document = json.loads(ask("qpdf", "--json", SCRATCH / "outline.pdf"))
    titles = [(entry["title"], [child["title"] for child in entry["kids"]]) for entry in document["outlines"]]
    check(any(title == "June 2025" and len(children) > 3 for title, children in titles)
          or any(title == "2025" and len(children) > 3 for title, children in titles), titles)
    check(any("Meta takes a 49% stake in Scale AI" in child for _, children in titles for child in children), titles)


def test_pdf_notes_pages():
    """Source notes that have no room on the chart stand on further pages."""
    make("notes.pdf", "--size", "800x600")
    text = ask("pdftotext", SCRATCH / "notes.pdf", "-")
    pages = int(re.search(r"Pages: +(\d+)", ask("pdfinfo", SCRATCH / "notes.pdf"))[1])
    make("no-notes.pdf", "--size", "800x600", "--no-sources")
    fewer = int(re.search(r"Pages: +(\d+)", ask("pdfinfo", SCRATCH / "no-notes.pdf"))[1])
    check(pages >= fewer == 1, pages, fewer)
    check("Reuters" in text, text)


sys.exit(tap.run(tap.functions_of(sys.modules[__name__])))
