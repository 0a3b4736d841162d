# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""What tests of exports share: they make charts in a folder of their own and
read them.

Their command line: PROGRAM SOURCE_ROOT
"""

import atexit
import os
import pathlib
import shutil
import struct
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
import zlib

from tap import Skip, check, check_equal

PROGRAM = os.path.abspath(sys.argv[1])
ROOT = pathlib.Path(sys.argv[2]).resolve()
STORY = ROOT / "data/meta-scale-openai-google.timeline.json"

SCRATCH = pathlib.Path(tempfile.mkdtemp(prefix="throughline-"))
atexit.register(shutil.rmtree, SCRATCH)

TIME_LIMIT = 120  # seconds; with sanitizers, on a busy machine

SVG = "{http://www.w3.org/2000/svg}"


def make_environment(**changes):
    environment = os.environ | {"LC_ALL": "C.UTF-8"} | changes
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "GDK_BACKEND", "LANGUAGE", "SOURCE_DATE_EPOCH"):
        if name not in changes:
            environment.pop(name, None)
    return environment


def export(*arguments, environment=None, **options):
    options.setdefault("stdout", subprocess.PIPE)
    if "input" not in options:
        options.setdefault("stdin", subprocess.DEVNULL)
    return subprocess.run([PROGRAM, "export", *map(str, arguments)], stderr=subprocess.PIPE,
                          env=environment or make_environment(), timeout=TIME_LIMIT, cwd=SCRATCH, **options)


def make(name, *arguments, **options):
    """Makes a chart, without a word, and returns its bytes."""
    path = SCRATCH / name
    path.unlink(missing_ok=True)
    done = export(*arguments, "-o", path, **options)
    check_equal((done.returncode, done.stdout, done.stderr), (0, b"", b""), done)
    check_equal(litter(), [], done)
    return path.read_bytes()


def check_failure(done, *words):
    check_equal(done.returncode, 2, done)
    check(done.stderr.startswith(b"throughline export: ") and done.stderr.endswith(b"\n"), done)
    for word in words:
        check(word.encode() in done.stderr, word, done)
    check_equal(litter(), [], done)


def litter():
    return [path.name for path in SCRATCH.iterdir() if path.name.startswith(".")]


def need(program):
    found = shutil.which(program)
    if not found:
        raise Skip(f"{program} is not installed")
    return found


def ask(program, *arguments):
    done = subprocess.run([need(program), *map(str, arguments)], capture_output=True, timeout=TIME_LIMIT)
    check(done.returncode == 0, done)
    return done.stdout.decode()


def read_chunks(png):
    check_equal(png[:8], b"\x89PNG\r\n\x1a\n")
    at, chunks = 8, []
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at:at + 8])
        data = png[at + 8:at + 8 + length]
        check_equal(struct.unpack(">I", png[at + 8 + length:at + 12 + length])[0], zlib.crc32(kind + data), kind)
        chunks.append((kind, data))
        at += 12 + length
    return chunks


def read_header(png):
    width, height, depth, kind = struct.unpack(">IIBB", read_chunks(png)[0][1][:10])
    return width, height, depth, kind


def read_texts(png):
    texts = {}
    for kind, data in read_chunks(png):
        if kind == b"tEXt":
            key, text = data.split(b"\0", 1)
            texts[key.decode()] = text.decode("latin-1")
        elif kind == b"iTXt":
            key, rest = data.split(b"\0", 1)
            language, _, text = rest[2:].split(b"\0", 2)
            texts[key.decode()] = text.decode()
    return texts


def count_scan_lines(png):
    width, height, depth, kind = read_header(png)
    channels = {0: 1, 2: 3, 3: 1, 6: 4}[kind]
    data = zlib.decompress(b"".join(data for kind, data in read_chunks(png) if kind == b"IDAT"))
    length = 1 + (width * channels * depth + 7) // 8
    check_equal(len(data) % length, 0)
    return len(data) // length


def read_svg(data):
    root = ElementTree.fromstring(data)
    check_equal(root.tag, SVG + "svg")
    return root


def texts_of(root):
    return [" ".join("".join(element.itertext()).split()) for element in root.iter(SVG + "text")]
