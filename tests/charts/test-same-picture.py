#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""The same scene as an SVG file that librsvg paints and as a picture that
Cairo paints: test-same-picture.py WRITE-DEMO"""

import pathlib
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "tools"))
import tap  # noqa: E402

# Where in the demo scene there are shapes, and where text, in pixels.
SHAPES = (0, 40, 640, 140)
TEXTS = (0, 0, 550, 250)


def unfilter(kind, row, above, step):
    """Undoes what a PNG file did to a row, see https://www.w3.org/TR/png-3/#9Filters."""
    for i, value in enumerate(row):
        left = row[i - step] if i >= step else 0
        up = above[i]
        corner = above[i - step] if i >= step else 0
        if kind == 1:
            guess = left
        elif kind == 2:
            guess = up
        elif kind == 3:
            guess = (left + up) // 2
        elif kind == 4:
            ahead = left + up - corner
            guess = min((left, up, corner), key=lambda near: abs(ahead - near))
        else:
            guess = 0
        row[i] = (value + guess) & 0xff


def read_png(path):
    """The rows of a PNG file, each a list of (red, green, blue)."""
    data = path.read_bytes()
    packed = b""
    at = 8
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        if kind == b"IHDR":
            width, height, depth, colours = struct.unpack(">IIBB", data[at + 8:at + 18])
        elif kind == b"IDAT":
            packed += data[at + 8:at + 8 + length]
        at += length + 12
    tap.check(depth == 8 and colours in (2, 6), {"depth": depth, "colours": colours})
    step = 3 if colours == 2 else 4

    raw = zlib.decompress(packed)
    above = bytearray(width * step)
    rows = []
    for y in range(height):
        start = y * (width * step + 1)
        row = bytearray(raw[start + 1:start + 1 + width * step])
        unfilter(raw[start], row, above, step)
        rows.append([tuple(row[x:x + 3]) for x in range(0, len(row), step)])
        above = row
    return rows


def shrink(rows, area, side):
    """The mean colour of each square of so many pixels a side."""
    left, top, right, bottom = area
    for y in range(top, bottom - side + 1, side):
        for x in range(left, right - side + 1, side):
            block = [rows[y + i][x + j] for i in range(side) for j in range(side)]
            yield (x, y), [sum(pixel[k] for pixel in block) / len(block) for k in range(3)]


def compare(name, area, side, most):
    """Whether no square differs by more: edges may be smoothed in other ways,
    so that single pixels say little."""
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        subprocess.run([sys.argv[1], folder], check=True)
        subprocess.run([RSVG, "-o", folder / "rsvg.png", folder / name], check=True)
        painted = shrink(read_png(folder / "demo.png"), area, side)
        written = shrink(read_png(folder / "rsvg.png"), area, side)
        worst = max((max(abs(a - b) for a, b in zip(one, other)), place)
                    for (place, one), (_, other) in zip(painted, written))
    tap.comment(f"{name}: the worst square differs by {worst[0]:.1f} at {worst[1]}")
    tap.check(worst[0] <= most, {"worst": worst, "most": most})


def has_chart_font():
    if not shutil.which("fc-list"):
        return False
    found = subprocess.run(["fc-list", "Inter"], capture_output=True, check=True)
    return bool(found.stdout.strip())


def test_shapes_are_where_they_are_painted():
    compare("demo.svg", SHAPES, 4, 8)


def test_texts_are_where_they_are_painted():
    if not has_chart_font():
        raise tap.Skip("the font family Inter is not installed")
    compare("demo.svg", TEXTS, 10, 33)


def test_outlines_are_where_the_text_is_painted():
    compare("outlines.svg", TEXTS, 10, 33)


RSVG = shutil.which("rsvg-convert")
if RSVG is None:
    tap.skip_all("there is no rsvg-convert")
sys.exit(tap.run(tap.functions_of(sys.modules[__name__])))
