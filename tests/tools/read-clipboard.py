#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""Prints the text that has been copied, for tests. A program that reads it needs a window."""

import sys

import gi

gi.require_version("Gtk", "4.0")
from gi.repository import Gio, GLib, Gtk  # noqa: E402


def read_cb(clipboard, result, application):
    try:
        sys.stdout.write(clipboard.read_text_finish(result) or "")
    except GLib.Error as error:
        print(error.message, file=sys.stderr)
    application.quit()


def activate_cb(application):
    application.hold()
    Gtk.init()
    window = Gtk.Window()
    window.get_display().get_clipboard().read_text_async(None, read_cb, application)


application = Gtk.Application(flags=Gio.ApplicationFlags.NON_UNIQUE)
application.connect("activate", activate_cb)
sys.exit(application.run())
