#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""Prints what another program has copied, or what is dropped on a window in a corner of the screen, for tests.

Usage: take-chart.py clipboard TYPE | drop
"""

import pathlib
import sys

import gi

gi.require_version("Gdk", "4.0")
gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, Gio, GLib, Gtk  # noqa: E402


def spliced_cb(output, result, application):
    output.splice_finish(result)
    sys.stdout.buffer.write(output.steal_as_bytes().get_data())
    application.release()


def read_cb(clipboard, result, application):
    try:
        stream, _ = clipboard.read_finish(result)
    except GLib.Error as error:
        print(error.message, file=sys.stderr)
        application.release()
        return
    output = Gio.MemoryOutputStream.new_resizable()
    output.splice_async(stream, Gio.OutputStreamSpliceFlags.CLOSE_TARGET, GLib.PRIORITY_DEFAULT, None, spliced_cb,
                        application)


def drop_cb(target, value, x, y, application):
    path = value.get_files()[0].get_path()
    sys.stdout.buffer.write(path.encode() + b"\n" + pathlib.Path(path).read_bytes())
    GLib.timeout_add(300, application.quit)
    return True


def activate_cb(application):
    if sys.argv[1] == "clipboard":
        application.hold()
        window = Gtk.Window()
        window.get_display().get_clipboard().read_async([sys.argv[2]], GLib.PRIORITY_DEFAULT, None, read_cb, application)
        return
    window = Gtk.ApplicationWindow(application=application, title="Drop here", default_width=160, default_height=120,
                                   decorated=False, child=Gtk.Label(label="Drop here"))
    target = Gtk.DropTarget.new(Gdk.FileList, Gdk.DragAction.COPY)
    target.connect("drop", drop_cb, application)
    window.add_controller(target)
    window.present()


application = Gtk.Application(flags=Gio.ApplicationFlags.NON_UNIQUE)
application.connect("activate", activate_cb)
sys.exit(application.run())
