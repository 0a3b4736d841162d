#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""A window in a corner of the screen from which something is dragged, for tests.

Usage: drag-source.py files FILE... | text TEXT
"""

import sys

import gi

gi.require_version("Gdk", "4.0")
gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, Gio, GLib, Gtk  # noqa: E402


def make_content(kind, words):
    if kind == "text":
        return Gdk.ContentProvider.new_for_value(words[0])
    uris = "".join(Gio.File.new_for_path(word).get_uri() + "\r\n" for word in words)
    return Gdk.ContentProvider.new_for_bytes("text/uri-list", GLib.Bytes.new(uris.encode()))


def activate_cb(application):
    source = Gtk.DragSource(content=make_content(sys.argv[1], sys.argv[2:]), actions=Gdk.DragAction.COPY)
    source.connect("drag-end", lambda source, drag, is_moved: print("ended", flush=True))
    source.connect("drag-cancel", lambda source, drag, reason: print("refused", flush=True))
    window = Gtk.ApplicationWindow(application=application, title="Drag from here", default_width=160,
                                   default_height=120, decorated=False, child=Gtk.Label(label="Drag from here"))
    window.add_controller(source)
    window.present()


application = Gtk.Application(flags=Gio.ApplicationFlags.NON_UNIQUE)
application.connect("activate", activate_cb)
sys.exit(application.run())
