#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""Installs the program into a folder and checks what is there, with the tools
of those who take it.

Usage: test-installed.py BUILD_ROOT SOURCE_ROOT PREFIX
"""

import configparser
import os
import pathlib
import shlex
import shutil
import struct
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tools"))

import installed  # noqa: E402
import tap  # noqa: E402
from installed import APP_ID, ROOT, SCRATCH, SHARE, STAGE  # noqa: E402
from tap import Skip, check, check_equal  # noqa: E402

MIME_TYPE = "application/x-throughline+json"
DESKTOP = SHARE / "applications" / f"{APP_ID}.desktop"
METAINFO = SHARE / "metainfo" / f"{APP_ID}.metainfo.xml"
MIME = SHARE / "mime/packages" / f"{APP_ID}.xml"
SCHEMAS = SHARE / "glib-2.0/schemas"
ICON = SHARE / "icons/hicolor/scalable/apps" / f"{APP_ID}.svg"
SYMBOLIC = SHARE / "icons/hicolor/symbolic/apps" / f"{APP_ID}-symbolic.svg"
STORY = SHARE / "throughline/meta-scale-openai-google.timeline.json"


def run(*arguments, **environment):
    if not shutil.which(str(arguments[0])):
        raise Skip(f"{arguments[0]} is not installed")
    environment = os.environ | {"LC_ALL": "C.UTF-8"} | environment
    return subprocess.run([str(argument) for argument in arguments], capture_output=True, text=True, timeout=60,
                          env=environment)


def check_silence(*arguments, **environment):
    done = run(*arguments, **environment)
    check_equal((done.returncode, done.stdout, done.stderr), (0, "", ""), arguments)


def read_keys(path):
    parser = configparser.ConfigParser(interpolation=None, strict=True)
    parser.optionxform = str
    parser.read_string(path.read_text())
    return parser


def test_everything_is_there():
    expected = {
        "bin/throughline",
        "libexec/throughline-window",
        f"share/applications/{APP_ID}.desktop",
        "share/bash-completion/completions/throughline",
        f"share/dbus-1/services/{APP_ID}.service",
        "share/fish/vendor_completions.d/throughline.fish",
        f"share/glib-2.0/schemas/{APP_ID}.gschema.xml",
        f"share/icons/hicolor/scalable/apps/{APP_ID}.svg",
        f"share/icons/hicolor/symbolic/apps/{APP_ID}-symbolic.svg",
        "share/man/man1/throughline.1",
        f"share/metainfo/{APP_ID}.metainfo.xml",
        f"share/mime/packages/{APP_ID}.xml",
        f"share/thumbnailers/{APP_ID}.thumbnailer",
        "share/throughline/meta-scale-openai-google.timeline.json",
        "share/throughline/template.timeline.json",
        "share/throughline/timeline-1.schema.json",
        "share/throughline/uncertain-and-deep-time.timeline.json",
        "share/zsh/site-functions/_throughline",
    }
    found = {str(path.relative_to(STAGE)) for path in STAGE.rglob("*") if path.is_file() or path.is_symlink()}
    check_equal(found, expected, found ^ expected)


def test_nothing_is_left_to_be_filled_in():
    for path in STAGE.rglob("*"):
        if path.suffix in (".desktop", ".service", ".thumbnailer", ".xml"):
            check("@" not in path.read_text(), path)


def test_program_runs_from_where_it_is_installed():
    done = run(STAGE / "bin/throughline", "--version")
    check_equal((done.returncode, done.stderr), (0, ""))
    check_equal(done.stdout, f"Throughline {installed.VERSION}\n")
    check_silence(STAGE / "bin/throughline", "export", "--quiet", "-o", SCRATCH / "story.svg")


def test_desktop_entry_is_valid():
    check_silence("desktop-file-validate", DESKTOP)


def test_desktop_entry_leads_to_the_program():
    keys = read_keys(DESKTOP)
    entry = keys["Desktop Entry"]
    check_equal(entry["Icon"], APP_ID)
    check_equal(entry["MimeType"], f"{MIME_TYPE};")
    groups = [entry] + [keys[f"Desktop Action {name}"] for name in entry["Actions"].split(";") if name]
    for group in groups:
        command = shlex.split(group["Exec"])
        check((STAGE / "bin" / command[0]).is_file(), command)
        for argument in command[1:]:
            check(argument == "%U" or installed.find(argument).is_file(), command)


def test_metainfo_is_valid():
    done = run("appstreamcli", "validate", "--no-net", "--no-color", METAINFO)
    lines = [line for line in done.stdout.splitlines() if line.startswith(("E:", "W:", "I:"))]
    # AppStream before 1.0 does not know what later ones ask for.
    allowed = [line for line in lines if line.endswith("unknown-tag developer") and appstream_version() < (1, 0)]
    check_equal((done.returncode, [line for line in lines if line not in allowed]), (0, []), done.stdout)


def appstream_version():
    words = run("appstreamcli", "--version").stdout.split()
    return tuple(int(part) for part in words[-1].split(".")[:2])


def test_metainfo_tells_of_this_version():
    text = METAINFO.read_text()
    check(f'<release version="{installed.VERSION}"' in text)
    check(f"## {installed.VERSION}" in (ROOT / "CHANGELOG.md").read_text(), "CHANGELOG.md")


def png_size(data):
    check_equal(data[:8], b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", data[16:24])


def test_screenshots_are_in_the_tree():
    images = installed.find_screenshots(METAINFO)
    check(len(images) > 1, images)
    for address, size in images:
        check(address.startswith(installed.HOMEPAGE), address)
        path = ROOT / "docs" / address[len(installed.HOMEPAGE):]
        check_equal(png_size(path.read_bytes()), size, path)


def test_xml_is_well_formed():
    check_silence("xmllint", "--noout", "--nonet", METAINFO, MIME, SCHEMAS / f"{APP_ID}.gschema.xml", ICON, SYMBOLIC)


def test_schema_is_valid():
    check_silence("glib-compile-schemas", "--strict", "--dry-run", SCHEMAS)


def test_schema_limits_every_key():
    import xml.etree.ElementTree as ElementTree
    keys = ElementTree.parse(SCHEMAS / f"{APP_ID}.gschema.xml").getroot().findall("schema/key")
    check(len(keys) > 5, keys)
    for key in keys:
        free = key.get("type") == "b" or key.get("name") == "chart-font"
        check(free or key.find("choices") is not None or key.find("range") is not None, key.get("name"))
        check(key.findtext("summary") and key.findtext("description"), key.get("name"))


def test_files_of_the_type_are_known_and_opened():
    share = SCRATCH / "share"
    shutil.copytree(SHARE, share)
    check_silence("update-desktop-database", share / "applications")
    # A type of ours alone, whatever the machine has besides.
    done = run("update-mime-database", share / "mime")
    check_equal(done.returncode, 0, done.stderr)
    environment = {"PATH": f"{STAGE}/bin:{os.environ['PATH']}",
                   "XDG_DATA_DIRS": str(share), "XDG_DATA_HOME": str(SCRATCH / "home"),
                   "HOME": str(SCRATCH)}
    for name in ("a.timeline.json", "A story.Timeline.JSON"):
        (SCRATCH / name).write_text("{}")
        told = run("gio", "info", "-a", "standard::content-type", SCRATCH / name, **environment).stdout
        check(f"standard::content-type: {MIME_TYPE}" in told, told)
    (SCRATCH / "other.json").write_text("{}")
    told = run("gio", "info", "-a", "standard::content-type", SCRATCH / "other.json", **environment).stdout
    check(MIME_TYPE not in told, told)
    told = run("gio", "mime", MIME_TYPE, **environment).stdout
    check(f"Default application for “{MIME_TYPE}”: {APP_ID}.desktop" in told, told)


def test_thumbnailer_draws():
    entry = read_keys(SHARE / "thumbnailers" / f"{APP_ID}.thumbnailer")["Thumbnailer Entry"]
    check_equal(entry["MimeType"], f"{MIME_TYPE};")
    check(installed.find(entry["TryExec"]).is_file(), entry["TryExec"])
    for size in (128, 256):
        image = SCRATCH / f"{size}.png"
        values = {"%s": str(size), "%i": str(STORY), "%o": str(image)}
        command = [values.get(word, word) for word in shlex.split(entry["Exec"])]
        command[0] = installed.find(command[0])
        check_silence(*command)
        check_equal(max(png_size(image.read_bytes())), size)


def test_icon_is_legible_when_it_is_small():
    for size in (16, 24, 48):
        image = run("rsvg-convert", "-w", size, "-h", size, "-o", SCRATCH / "icon.png", ICON)
        check_equal((image.returncode, image.stderr), (0, ""))
        pixels = installed.read_pixels(SCRATCH / "icon.png")
        # Three events in colours that can be told apart, on the tile, crossed by a white line.
        for name, (red, green, blue) in {"orange": (255, 143, 63), "green": (47, 199, 150), "blue": (75, 155, 255),
                                         "tile": (50, 63, 126), "line": (255, 255, 255)}.items():
            near = min(max(abs(pixel[0] - red), abs(pixel[1] - green), abs(pixel[2] - blue))
                       for pixel in pixels if pixel[3] > 200)
            check(near < 48, size, name, near)


def test_symbolic_icon_is_of_one_colour():
    import re
    text = SYMBOLIC.read_text()
    check_equal(set(re.findall(r'(?:fill|stroke)="([^"]+)"', text)), {"#2e3436", "none"})
    check('width="16" height="16"' in text)


def test_manual_is_found():
    done = run("man", "-w", "throughline", MANPATH=str(SHARE / "man"))
    check_equal(done.stdout.strip(), str(SHARE / "man/man1/throughline.1"), done)


def test_service_starts_the_program():
    entry = read_keys(SHARE / "dbus-1/services" / f"{APP_ID}.service")["D-BUS Service"]
    check_equal(entry["Name"], APP_ID)
    command = shlex.split(entry["Exec"])
    check(installed.find(command[0]).samefile(STAGE / "bin/throughline"), command)
    check_equal(command[1:], ["--gapplication-service"])


sys.exit(tap.run(tap.functions_of(sys.modules[__name__])))
