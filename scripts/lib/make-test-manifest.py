#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""The Flatpak manifest as scripts/test-flatpak builds it.

    make-test-manifest.py MANIFEST RUNTIME VERSION INTER > TEST-MANIFEST

RUNTIME and VERSION take the place of GNOME's runtime and SDK, the folder
INTER that of the archive of the font, and the paths of folders count from the
root. All else is the manifest's.
"""

import json
import pathlib
import sys


def main():
    path, runtime, version, inter = sys.argv[1:]
    path = pathlib.Path(path).resolve()
    manifest = json.loads(path.read_text(encoding="utf-8"))

    manifest.update({"runtime": runtime, "sdk": runtime, "runtime-version": version})

    for module in manifest["modules"]:
        if module["name"] == "inter":
            module["sources"] = [{"type": "dir", "path": inter}]
            continue
        for source in module["sources"]:
            if source["type"] == "dir":
                source["path"] = str((path.parent / source["path"]).resolve())

    json.dump(manifest, sys.stdout, indent=2)


main()
