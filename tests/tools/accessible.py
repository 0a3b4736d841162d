# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""What assistive technology sees of a program, asked for over D-Bus each time.

libatspi would do the same, but keeps what it has seen, and now and then what
it keeps is wrong: with GTK 4.8 the second window of a program is sometimes
taken for the program itself.
"""

import enum

from gi.repository import Gio, GLib

ACCESSIBLE = "org.a11y.atspi.Accessible"
ACTION = "org.a11y.atspi.Action"
COMPONENT = "org.a11y.atspi.Component"
CACHE = "org.a11y.atspi.Cache"
CACHE_PATH = "/org/a11y/atspi/cache"
ROOT = "/org/a11y/atspi/accessible/root"
WAIT = 5000  # milliseconds for an answer

GONE = GLib.Error  # raised where what is asked is no longer there


class Role(enum.IntEnum):
    """Those of AtspiRole that are looked for."""
    ALERT = 2
    CHECK_BOX = 7
    COMBO_BOX = 11
    DIALOG = 16
    WIDGET = 20
    FRAME = 23
    IMAGE = 27
    LABEL = 29
    LIST = 31
    LIST_ITEM = 32
    MENU = 33
    MENU_ITEM = 35
    TAB = 37
    PANEL = 39
    PROGRESS_BAR = 42
    BUTTON = 43
    SLIDER = 51
    SPIN_BUTTON = 52
    TEXT = 61
    TOGGLE_BUTTON = 62
    HEADING = 83
    LINK = 88


# GTK 4.8 knows fewer roles, and calls these by another.
OLDER_ROLES = {
    99: Role.PANEL,  # a grouping
    129: Role.BUTTON,  # a push button with a menu
}


class State(enum.IntEnum):
    """Those of AtspiStateType that are looked for."""
    ACTIVE = 1
    FOCUSED = 12
    SELECTED = 23


class Bus:
    """The bus of assistive technology that belongs to the session."""

    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
                                    Gio.DBusCallFlags.NONE, WAIT, None).unpack()[0]
        flags = (Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
        self.connection = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)

    def call(self, owner, path, interface, method, arguments=None):
        return self.connection.call_sync(owner, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE,
                                         WAIT, None).unpack()[0]

    def find_program(self, pid):
        """The program that is process pid, or None."""
        for owner, path in self.call("org.a11y.atspi.Registry", ROOT, ACCESSIBLE, "GetChildren"):
            try:
                owner_pid = self.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                      "GetConnectionUnixProcessID", GLib.Variant("(s)", (owner,)))
            except GONE:
                continue
            if owner_pid == pid:
                return Node(self, owner, path)
        return None


class Node:
    """One accessible object."""

    def __init__(self, bus, owner, path):
        self.bus = bus
        self.owner = owner
        self.path = path

    def call(self, interface, method, arguments=None):
        return self.bus.call(self.owner, self.path, interface, method, arguments)

    def get_name(self):
        return self.call("org.freedesktop.DBus.Properties", "Get", GLib.Variant("(ss)", (ACCESSIBLE, "Name")))

    def get_description(self):
        return self.call("org.freedesktop.DBus.Properties", "Get", GLib.Variant("(ss)", (ACCESSIBLE, "Description")))

    def get_role(self):
        role = self.call(ACCESSIBLE, "GetRole")
        return OLDER_ROLES.get(role, role)

    def has_state(self, state):
        words = self.call(ACCESSIBLE, "GetState")
        return bool(words[state // 32] >> state % 32 & 1)

    def get_box(self):
        """x, y, width and height within the window."""
        in_window = 1
        return self.call(COMPONENT, "GetExtents", GLib.Variant("(u)", (in_window,)))

    def get_size(self):
        """Width and height."""
        return self.get_box()[2:]

    def activate(self):
        """Does what is to be done with it, the first of its actions."""
        return self.call(ACTION, "DoAction", GLib.Variant("(i)", (0,)))

    def find_focused(self):
        """What has the keyboard in the program that it belongs to, or None: asked for all at once."""
        items = self.bus.call(self.owner, CACHE_PATH, CACHE, "GetItems")
        for (owner, path), *_, states in items:
            if states[State.FOCUSED // 32] >> State.FOCUSED % 32 & 1:
                return Node(self.bus, owner, path)
        return None

    def list_children(self):
        return [Node(self.bus, owner, path) for owner, path in self.call(ACCESSIBLE, "GetChildren")
                if not path.endswith("/null")]

    def list_way(self, node):
        """From this one down to another, both among it. None where the other is not in it."""
        if self.path == node.path:
            return [self]
        ways = filter(None, (child.list_way(node) for child in self.list_children()))
        way = next(ways, None)
        return [self] + way if way else None

    def list_all(self):
        """The node and all below it."""
        found = [self]
        for child in self.list_children():
            found += child.list_all()
        return found

    def find_all(self, *roles):
        return [node for node in self.list_all() if node.get_role() in roles]

    def find_first(self, role):
        """The first in it, or None; without a look at the rest."""
        if self.get_role() == role:
            return self
        return next(filter(None, (child.find_first(role) for child in self.list_children())), None)

    def find_last(self, role, words):
        """What comes last of those with these words, or None: found sooner than by a look at all where that is near the
        end, as a toast is."""
        for child in reversed(self.list_children()):
            found = child.find_last(role, words)
            if found:
                return found
        return self if words in self.get_name() and self.get_role() == role else None

    def is_shown(self):
        """Whether it takes room in the window; GTK 4.8 does not tell in any other way."""
        width, height = self.get_size()
        return width > 0 and height > 0

    def list_shown(self):
        """The node and what is in view below it. In a closed revealer all keeps its size, but the revealer has none."""
        found = [self]
        for child in self.list_children():
            if child.is_shown():
                found += child.list_shown()
        return found

    def find_shown(self, *roles):
        return [node for node in self.list_shown() if node.get_role() in roles]
