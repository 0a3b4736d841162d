#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""Takes pictures of the running program, and has it draw a chart.

Usage: take-pictures.py PROGRAM SOURCE_ROOT, on a display of 1600 by 900
"""

import pathlib
import struct
import subprocess
import sys
import time

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "tests/tools"))

import gi  # noqa: E402

gi.require_version("GdkPixbuf", "2.0")
from gi.repository import GdkPixbuf, GLib  # noqa: E402
from accessible import Role  # noqa: E402
from program import PROGRAM, ROOT, STORY, STORY_FILE, press, xdotool  # noqa: E402
from talk import STEPS, Talk  # noqa: E402
from window import Window, make_settings, start  # noqa: E402

FOLDER = ROOT / "docs/pictures"

# The font of the interface is that of the charts, whatever the machine has.
SETTINGS = make_settings("pictures", gtk_enable_animations=0, gtk_font_name="Inter 11")


def take(name):
    """Saves the screen."""
    time.sleep(1)  # What fades or glides has done so.
    dump = subprocess.run(["xwd", "-root", "-silent"], capture_output=True, check=True).stdout
    header_size, _, _, _, width, height = struct.unpack(">6I", dump[:24])
    bits, step, colours = (struct.unpack(">I", dump[at:at + 4])[0] for at in (44, 48, 76))
    data = dump[header_size + 12 * colours:]
    # Rows are longer than they have pixels for where a window in view can be seen through.
    data = b"".join(data[step * y:][:width * bits // 8] for y in range(height))
    pixels = bytearray(width * height * 3)
    for channel in range(3):  # Blue comes first.
        pixels[channel::3] = data[2 - channel::bits // 8]
    image = GdkPixbuf.Pixbuf.new_from_bytes(GLib.Bytes.new(bytes(pixels)), GdkPixbuf.Colorspace.RGB, False, 8, width,
                                            height, width * 3)
    image.savev(str(FOLDER / name), "png", ["compression"], ["9"])


def take_window(name, event, scheme):
    with start("--select", event, XDG_CONFIG_HOME=SETTINGS, ADW_DEBUG_COLOR_SCHEME=scheme) as program:
        window = Window(program)
        window.click_node(window.find(Role.BUTTON, "Maximize"))
        xdotool("mousemove", 1599, 899)
        time.sleep(1)
        window.settle()
        title = next(entry["title"] for entry in STORY_FILE["events"] if entry["id"] == event)
        window.wait_for_details(title)
        take(name)
        program.quit()


def take_talk(step):
    with start("present", "--step", step, XDG_CONFIG_HOME=SETTINGS) as program:
        talk = Talk(program, STORY, STEPS[step - 1])
        take("talk.png")
        press("h")
        time.sleep(0.5)
        take("speaker.png")
        press("h")
        talk.wait_for(STEPS[step - 1])
        program.process.terminate()
        program.process.wait()


take_window("window-light.png", "e14-stake", "prefer-light")
take_window("window-dark.png", "e23-openai-ends", "prefer-dark")
take_talk(5)
subprocess.run([PROGRAM, "export", "--quiet", "--force", "--small", "-o", FOLDER / "chart.png"], check=True)
