#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""Makes presentations of talks, takes them apart, and opens them in LibreOffice.

Usage: test-odp.py PROGRAM SOURCE_ROOT
"""

import io
import json
import pathlib
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
import zipfile

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tools"))

import tap  # noqa: E402
from charts import (SCRATCH, STORY, SVG, TIME_LIMIT, check_failure, export, litter, make_environment, need,  # noqa: E402
                    read_header, read_svg)
from tap import check, check_equal  # noqa: E402

TIMELINE = json.loads(STORY.read_text())
STEPS = TIMELINE["talk"]["steps"]
TYPE = b"application/vnd.oasis.opendocument.presentation"
POINTS = 0.9  # for each pixel of a slide that is 600 high

URN = "urn:oasis:names:tc:opendocument:xmlns:"
NAMES = {
    "draw": URN + "drawing:1.0", "text": URN + "text:1.0", "presentation": URN + "presentation:1.0",
    "style": URN + "style:1.0", "svg": URN + "svg-compatible:1.0", "fo": URN + "xsl-fo-compatible:1.0",
    "manifest": URN + "manifest:1.0", "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/", "meta": URN + "meta:1.0",
}

HOSTILE = [
    {"title": "<b>&amp; \u0007\uffff]]> “quoted”  two  spaces</b>", "text": "& <i> \u0001 a\tb", "events": ["e14-stake"],
     "notes": "<p> & \u0002\n  indented\n\nlast"},
    {"title": "Same title", "events": ["e14-stake"]},
    {"title": "Same title", "events": ["e14-stake"]},
    {"title": "Long " * 200 + "end", "text": "Much to say " * 400 + "end", "events": ["e14-stake"],
     "notes": "Notes " * 5000 + "end"},
    {"title": "שלום עולם", "text": "טקסט מימין לשמאל", "notes": "הערות", "events": ["e14-stake"]},
    {"title": "In reserve", "events": ["e14-stake"], "hidden": True},
]


def name(word):
    prefix, local = word.split(":")
    return f"{{{NAMES[prefix]}}}{local}"


def write_variant(file, change):
    timeline = json.loads(STORY.read_text())
    change(timeline)
    path = SCRATCH / file
    path.write_text(json.dumps(timeline))
    return path


def write_hostile(**changes):
    return write_variant("hostile.json", lambda timeline: timeline.update({"talk": {"steps": HOSTILE}}, **changes))


def make(file, *arguments, **options):
    done = export("-q", "--deck", SCRATCH / file, *arguments, **options)
    check_equal((done.returncode, done.stderr), (0, b""), done)
    check_equal(litter(), [], done)
    return SCRATCH / file


def read_part(path, part):
    with zipfile.ZipFile(path) as package:
        return ElementTree.fromstring(package.read(part))


def slides_of(path):
    return list(read_part(path, "content.xml").iter(name("draw:page")))


def text_of(element):
    """As it reads: paragraphs are lines, and spaces that have elements are spaces."""
    if element is None:
        return None
    lines = []
    for paragraph in element.iter(name("text:p")):
        for space in paragraph.iter(name("text:s")):
            space.text = " "
        lines.append("".join(paragraph.itertext()))
    return "\n".join(lines)


def frame_of(slide, kind):
    return slide.find(f"draw:frame[@presentation:class='{kind}']", NAMES)


def named_frame(slide, wanted):
    return slide.find(f"draw:frame[@draw:name='{wanted}']", NAMES)


def notes_of(slide):
    return text_of(slide.find("presentation:notes/draw:frame[@presentation:class='notes']", NAMES))


def box_of(frame):
    return [float(frame.get(name(f"svg:{side}")).removesuffix("pt")) for side in ("x", "y", "width", "height")]


def test_package():
    """The type comes first, so that everybody knows the file by its first bytes; all parts are listed and sound."""
    path = make("package.odp")
    data = path.read_bytes()
    check_equal(data[:4] + data[30:38 + len(TYPE)], b"PK\3\4mimetype" + TYPE)
    with zipfile.ZipFile(path) as package:
        check_equal(package.testzip(), None)
        entries = package.infolist()
        check_equal((entries[0].filename, entries[0].compress_type), ("mimetype", zipfile.ZIP_STORED))
        check(all(not entry.extra and not entry.flag_bits & 8 for entry in entries), "headers are plain")
        names = [entry.filename for entry in entries]
        check_equal(len(names), len(set(names)))
        listed = read_part(path, "META-INF/manifest.xml").findall("manifest:file-entry", NAMES)
        check_equal(sorted(entry.get(name("manifest:full-path")) for entry in listed),
                    sorted(["/", *(set(names) - {"mimetype", "META-INF/manifest.xml"})]))
        for part in names:
            if part.endswith((".xml", ".svg")):
                ElementTree.fromstring(package.read(part))
            elif part.endswith(".png"):
                check_equal(read_header(package.read(part))[0], 1920, part)


def test_same_bytes():
    first = make("same.odp").read_bytes()
    elsewhere = make_environment(TZ="Asia/Kolkata", LC_ALL="C")
    check(first == make("same.odp", environment=elsewhere).read_bytes(), "the bytes are the same")
    stream = export("-q", "--deck", "-", "--format", "odp")
    check(stream.stdout == first, "a stream has the same bytes", stream.stderr)
    later = make("later.odp", environment=make_environment(SOURCE_DATE_EPOCH="1750000000"))
    check_equal(zipfile.ZipFile(later).infolist()[0].date_time, (2025, 6, 15, 15, 6, 40))


def test_words():
    """What a step says is text in frames of its slide, and its notes are notes."""
    slides = slides_of(make("words.odp"))
    check_equal(len(slides), len(STEPS))
    addresses = {source["url"] for source in TIMELINE["sources"] if "url" in source}
    n_links = 0
    for number, (slide, step) in enumerate(zip(slides, STEPS), 1):
        check_equal(slide.get(name("draw:name")), step["title"])
        check_equal(text_of(frame_of(slide, "title")), step["title"])
        check_equal(text_of(frame_of(slide, "subtitle")), step.get("text"))
        check_equal(notes_of(slide), step.get("notes", ""))
        check_equal(text_of(named_frame(slide, "Number")), f"{number} / {len(STEPS)}")
        check(named_frame(slide, "Date") is not None, number)
        links = [link.get(name("xlink:href")) for link in slide.iter(name("text:a"))]
        check(set(links) <= addresses, links)
        n_links += len(links)
    check(n_links > len(STEPS), n_links)
    first = "".join(text_of(frame) for frame in slides[0].iter(name("draw:frame")))
    check("$14.3 bn" in first and "invested" in first, first)


def test_places():
    """Frames stand where the same words stand in a drawing of the slide, in the same size."""
    slide = slides_of(make("places.odp"))[0]
    export("-q", "--deck", f"{SCRATCH}/places/", "--format", "svg")
    drawing = read_svg((SCRATCH / "places/slide-1.svg").read_bytes())
    title = next(text for text in drawing.iter(SVG + "text") if text.text == STEPS[0]["title"])
    x, y, width, height = box_of(frame_of(slide, "title"))
    check(abs(x - float(title.get("x")) * POINTS) < 0.1, x, title.attrib)
    check(y < float(title.get("y")) * POINTS < y + height, y, height, title.attrib)
    styles = read_part(SCRATCH / "places.odp", "content.xml").iter(name("style:style"))
    used = frame_of(slide, "title").find(".//text:span", NAMES).get(name("text:style-name"))
    properties = next(style for style in styles if style.get(name("style:name")) == used)[0]
    check_equal(float(properties.get(name("fo:font-size")).removesuffix("pt")), float(title.get("font-size")) * POINTS)
    check_equal(box_of(named_frame(slide, "Lanes"))[:3], [0, 0, 960])


def test_picture():
    """Lanes are a drawing, and for programs that cannot read it the same in pixels."""
    path = make("picture.odp", "--scale", "0.5")
    frame = named_frame(slides_of(path)[0], "Lanes")
    images = [image.get(name("xlink:href")) for image in frame.findall("draw:image", NAMES)]
    check_equal([image.rsplit(".")[-1] for image in images], ["svg", "png"])
    check("Meta" in frame.find("svg:desc", NAMES).text)
    with zipfile.ZipFile(path) as package:
        drawing = read_svg(package.read(images[0]))
        check_equal(read_header(package.read(images[1]))[:2], (960, 324))
    check_equal(drawing.get("viewBox").split()[2], "1066.67")
    check(not any(STEPS[0]["title"] in (title.text or "") for title in drawing.findall(f"{SVG}g/{SVG}title")),
          "words are no part of the picture")


def test_shape_and_colours():
    for shape, width in (("16:9", 960), ("4:3", 720)):
        styles = read_part(make("shape.odp", "--aspect", shape, "--theme", "print"), "styles.xml")
        layout = styles.find(".//style:page-layout[@style:name='slide']", NAMES)[0]
        check_equal(round(float(layout.get(name("fo:page-width")).removesuffix("pt"))), width)
        check_equal(layout.get(name("fo:page-height")), "540pt")
        page = styles.find(".//style:drawing-page-properties", NAMES)
        check_equal(page.get(name("draw:fill-color")), "#ffffff")


def test_about():
    about = read_part(make("about.odp", "--title", "Mine & yours", "--author", "Somebody"), "meta.xml")
    check_equal(about.find(".//dc:title", NAMES).text, "Mine & yours")
    check_equal(about.find(".//dc:creator", NAMES).text, "Somebody")
    check_equal(about.find(".//dc:language", NAMES).text, TIMELINE["language"])
    check_equal(about.find(".//meta:user-defined", NAMES).text, TIMELINE["as_of"])


def test_hostile_words():
    """Nothing is markup, nothing is lost, and what XML has no place for becomes a sign of that."""
    slides = slides_of(make("hostile.odp", write_hostile()))
    check_equal(len(slides), len(HOSTILE))
    for slide, step in zip(slides, HOSTILE):
        title = step["title"].replace("\u0007", "\ufffd").replace("\uffff", "\ufffd")
        check_equal(text_of(frame_of(slide, "title")), title)
        text = step.get("text", "").replace("\u0001", "\ufffd").replace("\t", " ")
        check_equal(text_of(frame_of(slide, "subtitle")) or "", text)
        check_equal(notes_of(slide), step.get("notes", "").replace("\u0002", "\ufffd"))
    names = [slide.get(name("draw:name")) for slide in slides]
    check_equal(len(names), len(set(names)), names)


def test_reserve():
    """Steps kept in reserve are hidden slides, without a number."""
    path = make("reserve.odp", write_hostile())
    hidden = {style.get(name("style:name")) for style in read_part(path, "content.xml").iter(name("style:style"))
              if style[0].get(name("presentation:visibility")) == "hidden"}
    slides = slides_of(path)
    check_equal([slide.get(name("draw:style-name")) in hidden for slide in slides], [False] * 5 + [True])
    check_equal(named_frame(slides[-1], "Number"), None)


def test_mirrored():
    """What is read from right to left stands at the right."""
    path = make("mirrored.odp", write_hostile(language="he"))
    slide = slides_of(path)[4]
    x, _, width, _ = box_of(frame_of(slide, "title"))
    check(x + width > 900, x, width)
    used = frame_of(slide, "title").find(".//text:p", NAMES).get(name("text:style-name"))
    properties = next(style for style in read_part(path, "content.xml").iter(name("style:style"))
                      if style.get(name("style:name")) == used)[0]
    check_equal((properties.get(name("fo:text-align")), properties.get(name("style:writing-mode"))), ("right", "rl-tb"))


def test_replacing():
    """A presentation that somebody has worked on is not lost."""
    path = make("kept.odp")
    make("kept.odp")
    with zipfile.ZipFile(path) as package:
        parts = {part: package.read(part) for part in package.namelist()}
    parts["meta.xml"] = parts["meta.xml"].replace(b">Throughline ", b">LibreOffice ")
    edited = io.BytesIO()
    with zipfile.ZipFile(edited, "w") as package:
        for part, data in parts.items():
            package.writestr(part, data)
    path.write_bytes(edited.getvalue())
    check_failure(export("--deck", path), "kept.odp", "has been changed", "--force")
    check_equal(path.read_bytes(), edited.getvalue())
    make("kept.odp", "--force")
    check(b">Throughline " in path.read_bytes(), "it is ours again")


def test_wrong_command_lines():
    check_failure(export("-o", "chart.odp"), "chart.odp", "--deck")
    check_failure(export("-o", "chart", "--format", "odp"), "odp", "--deck")
    check_failure(export("--deck", "large.odp", "--scale", "20"), "PNG", "32767", "at scale 17.06")
    check_failure(export("--deck", "none.odp", "--from", "2031"), "nothing to draw")
    check(not any((SCRATCH / file).exists() for file in ("chart.odp", "chart", "large.odp", "none.odp")))


def read_in_office(path):
    """Its pages as LibreOffice shows them."""
    need("pdftotext")
    folder = SCRATCH / "office"
    (folder / "home").mkdir(parents=True, exist_ok=True)
    done = subprocess.run([need("soffice"), f"-env:UserInstallation={(folder / 'home').as_uri()}", "--headless",
                           "--convert-to", "pdf", "--outdir", folder, path],
                          capture_output=True, text=True, timeout=TIME_LIMIT, env=make_environment(HOME=str(folder / "home")))
    made = folder / (path.stem + ".pdf")
    check(done.returncode == 0 and made.exists(), done)
    text = subprocess.run(["pdftotext", made, "-"], capture_output=True, text=True, check=True, timeout=TIME_LIMIT)
    return [" ".join(page.split()) for page in text.stdout.split("\f")[:-1]]


def test_in_office():
    """LibreOffice opens it as it is, and shows each step's words."""
    pages = read_in_office(make("office-story.odp"))
    check_equal(len(pages), len(STEPS))
    for page, step in zip(pages, STEPS):
        check(step["title"] in page and step["text"] in page, step, page)


def test_hostile_in_office():
    pages = read_in_office(make("office-hostile.odp", write_hostile()))
    check_equal(len(pages), len([step for step in HOSTILE if not step.get("hidden")]))
    check("<b>&amp; " in pages[0] and "two spaces</b>" in pages[0], pages[0])
    # LibreOffice 25.2 leaves out what comes to stand beyond the edges of the slide, 7.4 does not.
    check(pages[3].count("Long ") == 200 and pages[3].count("Much to say ") > 200, pages[3])


sys.exit(tap.run(tap.functions_of(sys.modules[__name__])))
