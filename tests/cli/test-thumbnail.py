#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""Small pictures of timelines, as file managers ask for them.

Usage: test-thumbnail.py PROGRAM SOURCE_ROOT
"""

import os
import pathlib
import shutil
import struct
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tools"))

import tap  # noqa: E402
from charts import PROGRAM, ROOT, SCRATCH, STORY, TIME_LIMIT, make_environment  # noqa: E402
from tap import check, check_equal  # noqa: E402


def thumbnail(*arguments):
    return subprocess.run([PROGRAM, "thumbnail", *map(str, arguments)], capture_output=True, text=True, cwd=SCRATCH,
                          env=make_environment(), timeout=TIME_LIMIT)


def read_size(path):
    return struct.unpack(">II", path.read_bytes()[16:24])


def test_sizes():
    image = SCRATCH / "small.png"
    for size, expected in ((None, (256, 192)), (128, (128, 96)), (1024, (1024, 768))):
        done = thumbnail(*(["--size", size] if size else []), STORY, image)
        check_equal((done.returncode, done.stdout, done.stderr), (0, "", ""))
        check_equal(read_size(image), expected)


def test_is_the_same_each_time():
    images = [SCRATCH / "first.png", SCRATCH / "second.png"]
    for image in images:
        check_equal(thumbnail(STORY, image).returncode, 0)
    check_equal(images[0].read_bytes(), images[1].read_bytes())


def test_replaces_what_is_there():
    image = SCRATCH / "there.png"
    image.write_text("an older one, which is no image")
    check_equal(thumbnail(STORY, image).returncode, 0)
    check_equal(read_size(image), (256, 192))


def test_never_the_timeline_itself():
    path, link, hard = SCRATCH / "a.timeline.json", SCRATCH / "link.png", SCRATCH / "hard.png"
    shutil.copy(STORY, path)
    link.symlink_to(path)
    os.link(path, hard)
    for output in (path, link, hard):
        done = thumbnail(path, output)
        check_equal(done.returncode, 2, done)
        check("is the timeline itself" in done.stderr, done)
        check_equal(path.read_bytes(), STORY.read_bytes())


def test_says_what_is_wrong():
    broken = SCRATCH / "broken.timeline.json"
    broken.write_text("{")
    image = SCRATCH / "none.png"
    for arguments, words in (((STORY,), "name a timeline and the image"),
                             (("--size", 15, STORY, image), "--size is 15, which is not from 16 to 4096"),
                             (("--size", 4097, STORY, image), "not from 16"),
                             (("--bogus", STORY, image), "--bogus"),
                             ((SCRATCH / "nowhere.json", image), "nowhere.json"),
                             ((broken, image), "")):
        done = thumbnail(*arguments)
        check_equal((done.returncode, done.stdout), (2, ""), arguments, done)
        check(done.stderr.startswith("throughline thumbnail: ") and words in done.stderr, done)
        check_equal(len(done.stderr.splitlines()), 1, done)
        check(not image.exists(), arguments)


def test_all_that_comes_along_can_be_drawn():
    for path in sorted((ROOT / "data").glob("*.timeline.json")):
        check_equal(thumbnail(path, SCRATCH / "any.png").returncode, 0, path)


sys.exit(tap.run(tap.functions_of(sys.modules[__name__])))
