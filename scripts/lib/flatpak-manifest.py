#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""The Flatpak manifest, for scripts/test-flatpak.

    flatpak-manifest.py archive MANIFEST MODULE

prints the checksum and the file name of the module's archive.

    flatpak-manifest.py change MANIFEST RUNTIME VERSION MODULE=FOLDER...

prints the manifest with another runtime, also as the SDK, and with folders
in place of the sources of modules. Paths of folders count from the root, so
that it may lie anywhere. All else is as it was.
"""

import json
import pathlib
import sys


def read(path):
    return json.loads(pathlib.Path(path).read_text(encoding="utf-8"))


def print_archive(path, name):
    (module,) = [module for module in read(path)["modules"] if module["name"] == name]
    (source,) = [source for source in module["sources"] if source["type"] == "archive"]
    print(source["sha256"], source.get("dest-filename") or source["url"].rpartition("/")[2])


def change(path, runtime, version, *folders):
    manifest = read(path)
    manifest.update({"runtime": runtime, "sdk": runtime, "runtime-version": version})
    modules = {module["name"]: module for module in manifest["modules"]}

    for module in modules.values():
        for source in module["sources"]:
            if source["type"] == "dir":
                source["path"] = str((pathlib.Path(path).parent / source["path"]).resolve())

    for folder in folders:
        name, _, place = folder.partition("=")
        modules[name]["sources"] = [{"type": "dir", "path": place}]

    json.dump(manifest, sys.stdout, indent=2)
    print()


{"archive": print_archive, "change": change}[sys.argv[1]](*sys.argv[2:])
