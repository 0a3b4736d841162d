# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""What assistive technology sees of a program, asked for over D-Bus each time.

libatspi would do the same, but keeps what it has seen, and now and then what
it keeps is wrong: with GTK 4.8 the second window of a program is sometimes
taken for the program itself.
"""

import enum
import os

from gi.repository import Gio, GLib

ACCESSIBLE = "org.a11y.atspi.Accessible"
ACTION = "org.a11y.atspi.Action"
COMPONENT = "org.a11y.atspi.Component"
CACHE = "org.a11y.atspi.Cache"
CACHE_PATH = "/org/a11y/atspi/cache"
ROOT = "/org/a11y/atspi/accessible/root"
PATIENCE = float(os.environ.get("TL_PATIENCE", 1))  # How much slower the program may be: sanitizers take their time.
WAIT = int(5000 * PATIENCE)  # milliseconds for an answer

GONE = GLib.Error  # raised where what is asked is no longer there

# What is asked most: the interface, the method and its arguments.
CHILDREN = (ACCESSIBLE, "GetChildren", None)
ROLE = (ACCESSIBLE, "GetRole", None)
NAME = ("org.freedesktop.DBus.Properties", "Get", GLib.Variant("(ss)", (ACCESSIBLE, "Name")))
BOX = (COMPONENT, "GetExtents", GLib.Variant("(u)", (1,)))  # Within the window.


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

    def call_all(self, calls):
        """As call, for each of these lists of arguments, without waiting for one answer before the next is asked for:
        that takes half of the time."""
        answers = [None] * len(calls)
        left = len(calls)

        def take(connection, result, place):
            nonlocal left
            left -= 1
            try:
                answers[place] = connection.call_finish(result).unpack()[0]
            except GONE as error:
                answers[place] = error

        for place, (owner, path, interface, method, arguments) in enumerate(calls):
            self.connection.call(owner, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, WAIT, None,
                                 take, place)
        while left:
            GLib.MainContext.default().iteration(True)
        for answer in answers:
            if isinstance(answer, GONE):
                raise answer
        return answers

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
        return self.call(*NAME)

    def get_description(self):
        return self.call("org.freedesktop.DBus.Properties", "Get", GLib.Variant("(ss)", (ACCESSIBLE, "Description")))

    def get_role(self):
        role = self.call(*ROLE)
        return OLDER_ROLES.get(role, role)

    def has_state(self, state):
        words = self.call(ACCESSIBLE, "GetState")
        return bool(words[state // 32] >> state % 32 & 1)

    def get_box(self):
        """x, y, width and height within the window."""
        return self.call(*BOX)

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
        return list_children_of([self])[0]

    def list_way(self, node):
        """From this one down to another, both among it. None where the other is not in it."""
        parents = {child.path: parent for parent, children in find_below(self, keep_all) for child in children}
        way = [node]
        while way[0].path in parents:
            way.insert(0, parents[way[0].path])
        return way if way[0].path == self.path else None

    def list_all(self):
        """The node and all below it."""
        return list_below(self, keep_all)

    def find_all(self, *roles):
        return select_roles(self.list_all(), roles)

    def find_first(self, role):
        """The first in it, or None; without a look at the rest."""
        if self.get_role() == role:
            return self
        return next(filter(None, (child.find_first(role) for child in self.list_children())), None)

    def find_last(self, role, words):
        """What comes last of those with these words, or None."""
        return next(iter(select_words(self.find_all(role), words)[-1:]), None)

    def list_shown(self):
        """The node and what is in view below it: what takes room in the window; GTK 4.8 does not tell in any other way.
        In a closed revealer all keeps its size, but the revealer has none."""
        return list_below(self, keep_shown)

    def find_shown(self, *roles):
        return select_roles(self.list_shown(), roles)


# Of many nodes at once.

def ask_all(nodes, what):
    return nodes[0].bus.call_all([(node.owner, node.path, *what) for node in nodes]) if nodes else []


def list_names(nodes):
    return ask_all(nodes, NAME)


def list_roles(nodes):
    return [OLDER_ROLES.get(role, role) for role in ask_all(nodes, ROLE)]


def list_boxes(nodes):
    return ask_all(nodes, BOX)


def list_children_of(nodes):
    """A list for each of them."""
    return [[Node(node.bus, owner, path) for owner, path in children if not path.endswith("/null")]
            for node, children in zip(nodes, ask_all(nodes, CHILDREN))]


def select_roles(nodes, roles):
    return [node for node, role in zip(nodes, list_roles(nodes)) if role in roles]


def select_words(nodes, words):
    """Those that have the words in their names."""
    return [node for node, name in zip(nodes, list_names(nodes)) if words in name]


def keep_all(nodes):
    return nodes


def keep_shown(nodes):
    return [node for node, (_, _, width, height) in zip(nodes, list_boxes(nodes)) if width > 0 and height > 0]


def find_below(top, keep):
    """The node and those below it, each with its children, one depth after the other; of the nodes of one depth, only
    those that keep returns when it is given all of them."""
    pairs = []
    nodes = [top]
    while nodes:
        found = list_children_of(nodes)
        nodes_before, nodes = nodes, keep([child for children in found for child in children])
        kept = {node.path for node in nodes}
        pairs += [(node, [child for child in children if child.path in kept])
                  for node, children in zip(nodes_before, found)]
    return pairs


def list_below(top, keep):
    """These nodes, each before what it contains."""
    children_of = {node.path: children for node, children in find_below(top, keep)}

    def flatten(node):
        return [node] + [inner for child in children_of[node.path] for inner in flatten(child)]

    return flatten(top)
