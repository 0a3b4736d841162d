# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""What tests of the installed program share: it is installed into a folder of
its own.

Their command line: BUILD_ROOT SOURCE_ROOT PREFIX
"""

import atexit
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

import gi

gi.require_version("GdkPixbuf", "2.0")
from gi.repository import GdkPixbuf  # noqa: E402

BUILD = pathlib.Path(sys.argv[1]).resolve()
ROOT = pathlib.Path(sys.argv[2]).resolve()
PREFIX = sys.argv[3]

APP_ID = re.search(r"^app_id = '(.*)'$", (ROOT / "meson.build").read_text(), re.MULTILINE)[1]
HOMEPAGE = re.search(r"^homepage = '(.*)'$", (ROOT / "meson.build").read_text(), re.MULTILINE)[1]
VERSION = json.loads((BUILD / "meson-info/intro-projectinfo.json").read_text())["version"]

SCRATCH = pathlib.Path(tempfile.mkdtemp(prefix="throughline-"))
atexit.register(shutil.rmtree, SCRATCH)
STAGE = SCRATCH / "stage" / PREFIX.lstrip("/")
SHARE = STAGE / "share"

subprocess.run(["meson", "install", "-C", BUILD, "--no-rebuild", "--quiet", "--destdir", SCRATCH / "stage"], check=True,
               stdout=sys.stderr, env=os.environ | {"DESTDIR": ""})


def find(path):
    """Where what is to be installed at this path is now."""
    return SCRATCH / "stage" / path.lstrip("/")


def find_screenshots(metainfo):
    """Addresses and sizes."""
    images = ElementTree.parse(metainfo).getroot().iterfind("screenshots/screenshot/image")
    return [(image.text, (int(image.get("width")), int(image.get("height")))) for image in images]


def read_pixels(path):
    """Red, green, blue and alpha of each."""
    image = GdkPixbuf.Pixbuf.new_from_file(str(path))
    data, step, channels = image.get_pixels(), image.get_rowstride(), image.get_n_channels()
    starts = (y * step + x * channels for y in range(image.get_height()) for x in range(image.get_width()))
    return [(*data[start:start + channels], 255)[:4] for start in starts]
