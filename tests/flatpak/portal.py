# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""In place of the desktop's portal: notes what it is asked to open, and asks
nobody."""

import os
import threading

from gi.repository import Gio, GLib

INTERFACE = """
<node>
  <interface name="org.freedesktop.portal.OpenURI">
    <method name="OpenURI">
      <arg type="s" name="parent_window" direction="in"/>
      <arg type="s" name="uri" direction="in"/>
      <arg type="a{sv}" name="options" direction="in"/>
      <arg type="o" name="handle" direction="out"/>
    </method>
    <method name="OpenFile">
      <arg type="s" name="parent_window" direction="in"/>
      <arg type="h" name="fd" direction="in"/>
      <arg type="a{sv}" name="options" direction="in"/>
      <arg type="o" name="handle" direction="out"/>
    </method>
  </interface>
</node>
"""


class Portal:
    """Has the portal's name on the session bus from now on."""

    def __init__(self):
        self.opened = []  # (address or file's status, options)
        self.is_ready = threading.Event()
        threading.Thread(target=self.serve, daemon=True).start()
        self.is_ready.wait()

    def serve(self):
        context = GLib.MainContext.new()
        context.push_thread_default()
        bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        bus.register_object("/org/freedesktop/portal/desktop", Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0],
                            self.answer, None, None)
        bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
                      GLib.Variant("(su)", ("org.freedesktop.portal.Desktop", 4)), None, Gio.DBusCallFlags.NONE, -1,
                      None)
        self.is_ready.set()
        GLib.MainLoop.new(context, False).run()

    def answer(self, bus, sender, path, interface, method, arguments, invocation):
        _, what, options = arguments.unpack()
        if method == "OpenFile":
            descriptor = invocation.get_message().get_unix_fd_list().get(what)
            what = os.fstat(descriptor)
            os.close(descriptor)
        self.opened.append((what, options))

        handle = "/".join([path, "request", sender[1:].replace(".", "_"), options.get("handle_token", "token")])
        invocation.return_value(GLib.Variant("(o)", (handle,)))
        bus.emit_signal(sender, handle, "org.freedesktop.portal.Request", "Response",
                        GLib.Variant("(ua{sv})", (0, {})))
