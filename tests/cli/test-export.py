#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""Runs `throughline export` as scripts do.

Usage: test-export.py PROGRAM SOURCE_ROOT
"""

import json
import os
import pathlib
import pty
import re
import shutil
import signal
import subprocess
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tools"))

import tap  # noqa: E402
from charts import (  # noqa: E402
    PROGRAM, ROOT, SCRATCH, STORY, TIME_LIMIT, ask, check_failure, export, litter, make, make_environment,
    read_header, read_svg, read_texts, texts_of,
)
from tap import Skip, check, check_equal  # noqa: E402

UNCERTAIN = ROOT / "data/uncertain-and-deep-time.timeline.json"
BAD = ROOT / "tests/data/bad"


# What is shown.

def words_of(*arguments, timeline=STORY):
    return " ".join(texts_of(read_svg(make("words.svg", timeline, *arguments, "--size", "3000x3000"))))


def test_events_are_chosen():
    only = words_of("--events", "e14-stake,e01-scale-founded")
    check("Scale AI founded" in only and "Llama 4" not in only, only)
    lane = words_of("--lanes", "google")
    check("Google" in lane and "Llama 4" not in lane, lane)
    check_equal(lane, words_of("--lanes", "GOOGLE"))
    search = words_of("--search", "llama DISAPPOINTS")
    check("Llama 4" in search and "Altman" not in search, search)
    window = words_of("--from", "2025-06-30", "--to", "2025-07")
    check("Superintelligence" in window and "Altman at" not in window, window)
    category = words_of("--category", "valuation")
    check("14" in category and "Altman" not in category, category)
    actor = words_of("--actors", "Sam Altman")
    check("Altman" in actor and "Scale AI founded" not in actor, actor)


def ids_of(*arguments):
    """Of the events that are drawn, by the ids that their items have."""
    svg = make("ids.svg", STORY, *arguments, "--size", "4000x4000").decode()
    return set(re.findall(r'id="event-([^"]+)"', svg))


def test_conditions_are_those_of_the_file():
    events = json.loads(STORY.read_text())["events"]

    def text_of(event):
        return json.dumps({name: event.get(name) for name in ("claims", "figures", "dated_by", "differences", "links")})

    for arguments, meets in (
            (["--status", "denied,disputed"],
             lambda event: {claim.get("status") for claim in event.get("claims", [])} & {"denied", "disputed"}),
            (["--source", "s3"], lambda event: re.search(r'"s3"', text_of(event))),
            (["--context", "only"], lambda event: event.get("context")),
            (["--context", "none"], lambda event: not event.get("context")),
            (["--differing", "--category", "deal,people"],
             lambda event: event.get("differences") and event.get("category") in ("deal", "people"))):
        expected = {event["id"] for event in events if meets(event)}
        check(0 < len(expected) < len(events), arguments)
        check_equal(ids_of(*arguments), expected, arguments)


def test_filtered_charts_say_so():
    events = json.loads(STORY.read_text())["events"]
    shown = ids_of("--lanes", "openai", "--differing")
    sentence = f"Filtered: {len(shown)} of {len(events)} events; lane OpenAI; sources differ"
    check(f"· {sentence}" in words_of("--lanes", "openai", "--differing"))
    check_equal(words_of("--no-as-of", "--lanes", "openai", "--differing").count(sentence), 1)
    check("Filtered" not in words_of())

    for name in ("filtered.svg", "filtered.png", "filtered.pdf"):
        data = make(name, STORY, "--lanes", "openai", "--differing")
        if name.endswith(".pdf"):
            text = ask("pdfinfo", SCRATCH / name) + " ".join(ask("pdftotext", "-layout", SCRATCH / name, "-").split())
            check_equal(text.count(sentence), 2, text)
        else:
            check(sentence.encode() in data, name)
    desc = re.search(r"<desc>(.*?)</desc>", (SCRATCH / "filtered.svg").read_text(), re.DOTALL)[1]
    check(sentence in desc, desc)

    # What is said at length takes a second line, and no more.
    many = make("many.svg", STORY, "--size", "800x600", "--events", ",".join(event["id"] for event in events[:9]),
                "--actors", "meta,openai,google,scale", "--status", "reported,confirmed,disputed").decode()
    check("Filtered" in many and "…" in many)


def test_parts_are_left_out():
    story = json.loads(STORY.read_text())
    words = words_of()
    check(story["title"] in words and "As of" in words and "sources differ" in words and "Reuters" in words, words)
    check(story["title"] not in words_of("--no-title"))
    check("As of" not in words_of("--no-as-of"))
    check("sources differ" not in words_of("--no-legend"))
    check("Reuters, " not in words_of("--no-sources"))
    other = words_of("--title", "Überschrift & <more>")
    check("Überschrift & <more>" in other and story["title"] not in other, other)


def test_themes_axes_directions_differ():
    plain = make("plain.svg")
    charts = [plain]
    for arguments in (["--theme", "dark"], ["--theme", "print"], ["--theme", "high-contrast"], ["--axis", "linear"],
                      ["--axis", "even"], ["--direction", "rtl"], ["--background", "none"], ["--select", "e14-stake"],
                      ["--font", "DejaVu Sans"]):
        done = export("-o", "other.svg", *arguments)
        check_equal(done.returncode, 0, done)
        charts.append((SCRATCH / "other.svg").read_bytes())
    check_equal(len(set(charts)), len(charts))
    for arguments in (["--theme", "light"], ["--axis", "auto"], ["--axis", "folded"], ["--direction", "ltr"],
                      ["--text", "live"], ["--language", "en"], ["--size", "1600x900"], ["--theme", "LIGHT"]):
        check_equal(make("other.svg", *arguments), plain, arguments)


def test_language_sets_the_direction():
    check_equal(make("ar.svg", "--language", "ar"), make("rtl.svg", "--language", "ar", "--direction", "rtl"))
    check(make("ar.svg", "--language", "ar") != make("ltr.svg", "--language", "ar", "--direction", "ltr"))


def test_pages():
    for path in SCRATCH.glob("pages*"):
        path.unlink()
    done = export(STORY, "--pages", "-o", "pages.png", "-o", "pages.pdf", "--size", "800x600")
    check_equal((done.returncode, done.stderr), (0, b""), done)
    count = int(re.search(r"Pages: +(\d+)", ask("pdfinfo", SCRATCH / "pages.pdf"))[1])
    numbered = sorted(path.name for path in SCRATCH.glob("pages*.png"))
    check(count > 1, count)
    check_equal(numbered, sorted(f"pages-{i + 1}.png" for i in range(count)))
    check_failure(export(STORY, "--pages", "--format", "svg", "-o", "-", "--size", "800x600"), "pages", "pdf")
    for path in SCRATCH.glob("pages*"):
        path.unlink()


def test_author():
    check_equal(read_texts(make("author.png", "--author", "Ada Hölm"))["Author"], "Ada Hölm")
    make("author.pdf", "--author", "Ada Hölm")
    check("Ada Hölm" in ask("pdfinfo", SCRATCH / "author.pdf"))


# Input and output.

def test_files_and_streams():
    chart = make("chart.svg", STORY)
    check_equal(make("chart.svg"), chart, "the bundled story is another one")
    check_equal(export(STORY, "--format", "svg", "-o", "-").stdout, chart)
    check_equal(export("-", "--format", "svg", "-o", "-", input=STORY.read_bytes()).stdout, chart)
    check_equal(export(STORY, "--format", "svg", "-o", "/dev/stdout").stdout, chart)
    with open(SCRATCH / "redirected.svg", "wb") as file:
        file.write(b"<!-- before -->")
        file.flush()
        check_equal(export(STORY, "--format", "svg", "-o", "/dev/stdout", stdout=file).returncode, 0)
    check_equal((SCRATCH / "redirected.svg").read_bytes(), b"<!-- before -->" + chart)


def test_several_outputs():
    done = export("-o", "one.png", "-o", "two.svg", "--output", "three.pdf", "--output=four.svg")
    check_equal((done.returncode, done.stderr), (0, b""), done)
    check_equal((SCRATCH / "one.png").read_bytes(), make("single.png"))
    check_equal((SCRATCH / "two.svg").read_bytes(), (SCRATCH / "four.svg").read_bytes())
    check_equal((SCRATCH / "three.pdf").read_bytes(), make("single.pdf"))
    check_failure(export("-o", "one.png", "-o", "one.png"), "one.png", "twice")


def test_format_option():
    check_equal(make("noname", "--format", "PNG"), make("name.png"))
    check_equal(make("odd.svg", "--format", "pdf")[:5], b"%PDF-")


def test_other_files_are_kept():
    story = SCRATCH / "kept.json"
    story.write_bytes(STORY.read_bytes())
    check_failure(export("-o", story, "--format", "png"), "kept.json", "--force")
    check_failure(export(story, "-o", story, "--format", "png", "--force"), "kept.json", "the timeline itself")
    (SCRATCH / "linked.png").symlink_to("kept.json")
    check_failure(export(story, "-o", "linked.png", "--force"), "the timeline itself")
    check_equal(story.read_bytes(), STORY.read_bytes())
    check_equal(export("-o", story, "--format", "png", "--force").returncode, 0)
    check_equal(read_header(story.read_bytes())[:2], (1600, 900))
    check_equal(export("-o", story, "--format", "png", "--size", "a4").returncode, 0, "a chart replaces a chart")


def test_targets_that_cannot_be():
    folder = SCRATCH / "folder.png"
    folder.mkdir(exist_ok=True)
    locked = SCRATCH / "locked.png"
    locked.write_bytes(make("good.png"))
    locked.chmod(0o444)
    before = locked.read_bytes()
    check_failure(export("-o", folder), "folder.png", "it is a folder")
    check_failure(export("-o", "missing/chart.png"), "missing/chart.png", "there is no folder missing")
    check_failure(export("-o", "good.png/chart.png"), "is not a folder")
    check_failure(export("-o", locked), "locked.png", "read-only")
    check_equal(locked.read_bytes(), before)
    if os.path.exists("/dev/full"):
        check_failure(export("-o", "/dev/full", "--format", "png"), "/dev/full cannot be written")
        with open("/dev/full", "wb") as full:
            check_failure(export("-o", "-", "--format", "svg", stdout=full), "standard output")


def test_full_disk():
    """The limit of a file's size stands in for a full disk."""
    import resource
    for name in ("full.png", "full.svg", "full.pdf"):
        old = make(name, "--size", "300x200", "--no-sources")
        done = export("-o", name, "--size", "4k",
                      preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000)))
        check_failure(done, name, "cannot be written")
        check_equal((SCRATCH / name).read_bytes(), old)


def kill_while_writing(number, name):
    """Ends the program as soon as its temporary file is there."""
    process = subprocess.Popen([PROGRAM, "export", "-o", name, "--size", "20000x20000", "--small"], cwd=SCRATCH,
                               stderr=subprocess.PIPE, env=make_environment())
    until = time.monotonic() + TIME_LIMIT
    while not litter() and process.poll() is None and time.monotonic() < until:
        time.sleep(0.002)
    check(process.poll() is None, "it was done before it could be stopped")
    process.send_signal(number)
    said = process.communicate(timeout=TIME_LIMIT)[1]
    return process.returncode, said


def test_killed():
    old = make("killed.png")
    for number, status in ((signal.SIGTERM, 2), (signal.SIGHUP, 2), (signal.SIGINT, -signal.SIGINT)):
        found, said = kill_while_writing(number, "killed.png")
        check_equal(found, status, number)
        check(b"interrupted" in said, said)
        check_equal((SCRATCH / "killed.png").read_bytes(), old)
        check_equal(litter(), [])


def test_reader_goes_away():
    process = subprocess.Popen([PROGRAM, "export", "-o", "-", "--format", "png", "--size", "4k"], stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, env=make_environment())
    process.stdout.read(10)
    process.stdout.close()
    said = process.stderr.read()
    check_equal((process.wait(TIME_LIMIT), said), (-signal.SIGPIPE, b""))


# The same bytes everywhere.

def test_same_bytes():
    everywhere = [
        make_environment(),
        make_environment(LC_ALL="de_DE.UTF-8", TZ="Asia/Tokyo", LANGUAGE="ja:de"),
        make_environment(LC_ALL="ps_AF.UTF-8", TZ="America/St_Johns", DISPLAY=":65000", WAYLAND_DISPLAY="nowhere"),
        make_environment(LC_ALL="C", LANG="zh_CN.UTF-8", TZ="Pacific/Chatham"),
    ]
    for name in ("same.png", "same.svg", "same.pdf"):
        for timeline in (STORY, UNCERTAIN):
            charts = {make(name, timeline, environment=environment) for environment in everywhere}
            check_equal(len(charts), 1, name, timeline)


def test_source_date_epoch():
    environment = make_environment(SOURCE_DATE_EPOCH="1700000000")
    check_equal(read_texts(make("epoch.png", environment=environment))["Creation Time"], "2023-11-14T22:13:20Z")
    make("epoch.pdf", environment=environment)
    if not shutil.which("pdfinfo"):
        raise Skip("pdfinfo is not installed")
    said = subprocess.run(["pdfinfo", "-isodates", SCRATCH / "epoch.pdf"], capture_output=True, text=True).stdout
    check("2023-11-14T22:13:20Z" in said, said)


# What is said.

def test_findings():
    done = export(BAD / "duplicate-id.timeline.json", "-o", "findings.svg")
    check_equal(done.returncode, 0, done)
    check(b"1 error" in done.stderr and b"left out" in done.stderr and b"throughline validate" in done.stderr, done)
    quiet = export(BAD / "duplicate-id.timeline.json", "-o", "findings.svg", "--quiet")
    check_equal((quiet.returncode, quiet.stderr), (0, b""), quiet)


def test_nothing_to_draw():
    check_failure(export("-o", "none.png", "--from", "2031"), "nothing to draw")
    check_failure(export("-o", "none.png", "--search", "zeppelin"), "nothing to draw")
    empty = SCRATCH / "empty.json"
    empty.write_text('{ "format": "throughline", "version": 1, "title": "T", "events": [] }')
    check_failure(export(empty, "-o", "none.png"), "empty.json has no events")
    check(not (SCRATCH / "none.png").exists())


def test_wrong_command_lines():
    for arguments, words in (
            ([], ["-o chart.png"]),
            (["-o", "a.gif"], ["a.gif", ".png, .svg, .pdf and .odp", "--format"]),
            (["-o", "-"], ["standard output", "--format"]),
            (["-o", "a.png", "--format", "jpg"], ["--format", "png, svg, pdf and odp"]),
            (["-o", "a.png", "--size", "huge"], ["--size", "1600x900", "1080p"]),
            (["-o", "a.png", "--size", "letr"], ["letter"]),
            (["-o", "a.png", "--size", "50x50"], ["too small", "100x100"]),
            (["-o", "a.png", "--size", "40000x900"], ["32767"]),
            (["-o", "a.png", "--scale", "30"], ["32767", "at scale 20.47"]),
            (["-o", "a.png", "--scale", "0"], ["--scale", "0.1"]),
            (["-o", "a.png", "--scale", "1,5"], ["--scale", "1,5"]),
            (["-o", "a.png", "--dpi", "nan"], ["--dpi"]),
            (["-o", "a.png", "--scale", "2", "--dpi", "200"], ["--scale", "--dpi"]),
            (["-o", "a.png", "--theme", "drak"], ["light, dark, print, high-contrast", "did you mean “dark”"]),
            (["-o", "a.png", "--axis", "log"], ["auto, linear, folded, even"]),
            (["-o", "a.png", "--text", "alive"], ["live, outlines"]),
            (["-o", "a.png", "--background", "red"], ["theme, none"]),
            (["-o", "a.png", "--direction", "up"], ["ltr, rtl"]),
            (["-o", "a.png", "--language", "a b"], ["--language"]),
            (["-o", "a.png", "--from", "June"], ["--from", "June"]),
            (["-o", "a.png", "--to", "2025-02-30"], ["--to", "2025-02-30"]),
            (["-o", "a.png", "--from", "2026", "--to", "2025"], ["before"]),
            (["-o", "a.png", "--lanes", "openia"], ["openia", "did you mean “openai”"]),
            (["-o", "a.png", "--lanes", ","], ["--lanes"]),
            (["-o", "a.png", "--status", "true"], ["true", "confirmed, reported"]),
            (["-o", "a.png", "--context", "all"], ["--context", "only, none"]),
            (["-o", "a.png", "--source", ""], ["--source", "empty"]),
            (["-o", "a.png", "--category", "nothing"], ["nothing", "there are"]),
            (["-o", "a.png", "--events", "e14-stak"], ["e14-stake"]),
            (["-o", "a.png", "--select", "e14-stak"], ["--select", "e14-stake"]),
            (["-o", "a.png", "--lanes", "google", "--select", "e14-stake"], ["--select", "e14-stake"]),
            (["-o", "a.png", "--sise", "a4"], ["--sise", "did you mean --size"]),
            (["-o", "a.png", str(STORY), str(STORY)], ["one file too many"]),
            (["-o", "a.png", "missing.json"], ["missing.json cannot be read"])):
        done = export(*arguments)
        check_failure(done, *words)
        check(not (SCRATCH / "a.png").exists(), arguments)


def test_missing_font():
    done = export("-o", "font.png", "-o", "font.svg", "-o", "font.pdf", "--font", "No Such Family")
    check_equal(done.returncode, 0, done)
    check_equal(done.stderr.count(b"No Such Family"), 1, done)
    check("No Such Family" in read_texts((SCRATCH / "font.png").read_bytes())["Description"])
    check(b"No Such Family" in (SCRATCH / "font.svg").read_bytes())
    check("No Such Family" in ask("pdfinfo", SCRATCH / "font.pdf"))
    quiet = export("-o", "font.png", "--font", "No Such Family", "-q")
    check_equal((quiet.returncode, quiet.stderr), (0, b""))


def test_arguments_in_any_locale():
    for locale in ("C", "C.UTF-8", "de_DE.UTF-8"):
        data = make("ä.svg", "--title", "Größe", "--search", "scale", environment=make_environment(LC_ALL=locale))
        check("Größe" in data.decode())


def run_on_terminal(*arguments):
    try:
        main, terminal = pty.openpty()
    except OSError as error:
        raise Skip(f"no terminal to be had: {error}") from error
    process = subprocess.Popen([PROGRAM, "export", *arguments], cwd=SCRATCH, stderr=terminal, stdin=subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL, env=make_environment(TERM="xterm"))
    os.close(terminal)
    said = b""
    while True:
        try:
            piece = os.read(main, 4096)
        except OSError:
            break
        if not piece:
            break
        said += piece
    os.close(main)
    check_equal(process.wait(TIME_LIMIT), 0)
    return said


def test_progress():
    """On a terminal, where it takes long; the line is gone at the end."""
    long_one = ["-o", "long.png", "--size", "1080p", "--scale", "2", "--small"]
    said = run_on_terminal(*long_one)
    check(b"Writing long.png" in said and b"%" in said, said)
    check(said.endswith(b"\r\033[K"), said)
    check_equal(run_on_terminal(*long_one, "--quiet"), b"")
    check_equal(export(*long_one).stderr, b"")


def test_help():
    done = export("--help")
    check_equal((done.returncode, done.stderr), (0, b""), done)
    for word in (b"--size", b"--force", b"Examples", b"exit status", b"1600xauto"):
        check(word in done.stdout, word, done)
    top = subprocess.run([PROGRAM, "--help"], capture_output=True, env=make_environment(), timeout=TIME_LIMIT)
    check(b"throughline export" in top.stdout, top)


def test_every_option_is_tried():
    """An option that nobody tries, here or for decks, is an option that nobody knows to work."""
    text = pathlib.Path(__file__).read_text() + pathlib.Path(__file__).with_name("test-deck.py").read_text()
    for option in re.findall(rb"--([a-z-]+)", export("--help").stdout):
        check(f"--{option.decode()}" in text, option)


sys.exit(tap.run(tap.functions_of(sys.modules[__name__])))
