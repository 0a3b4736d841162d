# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""A window of the program for tests: what is in it by AT-SPI, and a pointer
that goes to it by xdotool.

Their command line: PROGRAM SOURCE_ROOT
"""

import time

from accessible import Role, State, list_boxes, list_names, select_roles, select_words
from program import SCRATCH, STORY, STORY_FILE, Program, list_x_windows, wait_for_focus, wait_until, xdotool
from tap import check

# Around a window without a compositor there is a border for the mouse, which
# AT-SPI does not count.
BORDER = 5

# From the left edge of an event's box to the middle of its mark.
MARK = 12


def make_settings(name, **settings):
    """A folder to be XDG_CONFIG_HOME, in which GTK finds these settings."""
    folder = SCRATCH / name / "gtk-4.0"
    folder.mkdir(parents=True, exist_ok=True)
    lines = [f"{key.replace('_', '-')}={value}" for key, value in settings.items()]
    (folder / "settings.ini").write_text("\n".join(["[Settings]", *lines, ""]))
    return str(folder.parent)


# Nothing moves by itself, so that nothing has to be waited for.
STILL = make_settings("still", gtk_enable_animations=0)


def start(*arguments, **environment):
    environment.setdefault("XDG_CONFIG_HOME", STILL)
    return Program(*arguments, **environment)


def find_title(name):
    """Of the event of the story that is called so for screen readers."""
    titles = [event["title"] for event in STORY_FILE["events"] if name.startswith(event["title"] + ", ")]
    return max(titles, key=len, default=None)


class Window:
    """A window that shows a timeline, in front."""

    def __init__(self, program, title=STORY):
        self.program = program
        xdotool("mousemove", 0, 0)  # No tooltip is in the way.
        self.frame = program.wait_for_window(title)
        wait_for_focus(self.frame)
        self.x_window = wait_until(self.find_x_window, f"“{title}” is on the screen")
        self.known = {}

    def find_x_window(self):
        title = self.frame.get_name()
        for x_window in list_x_windows(self.program.process.pid):
            if " ".join(xdotool("getwindowname", x_window)) == title:
                return x_window
        return None

    # What is there

    def find_all(self, role, words):
        """What is in view and has these words in its name."""
        return select_words(self.frame.find_shown(role), words)

    def find(self, role, words):
        """Waits for it."""
        try:
            return wait_until(lambda: self.find_all(role, words), f"there is {role.name} “{words}”")[0]
        except AssertionError:
            check(False, f"there is no {role.name} “{words}”, but", list_names(self.frame.find_shown(role)))

    def wait_for_none(self, role, words):
        wait_until(lambda: not self.find_all(role, words), f"there is no {role.name} “{words}”")

    def find_list(self, name):
        """A list, which stays the same as long as the window is there."""
        if name not in self.known:
            self.known[name] = self.find(Role.LIST, name)
        return self.known[name]

    def list_items(self, name="Events in view"):
        return select_roles(self.find_list(name).list_children(), [Role.LIST_ITEM])

    def list_names(self, name="Events in view"):
        """The names of items in view; not while they change."""
        return wait_until(lambda: [list_names(self.list_items(name))], f"{name} are listed")[0]

    def find_event(self, title):
        """Its stand-in on the canvas, or None."""
        items = self.list_items()
        return next((item for item, name in zip(items, list_names(items)) if name.startswith(title + ", ")), None)

    def wait_for_event(self, title):
        return wait_until(lambda: self.find_event(title), f"there is an event “{title}”")

    def list_selected(self, name="Events in view"):
        return [item.get_name() for item in self.list_items(name) if item.has_state(State.SELECTED)]

    def wait_for_selected(self, *titles):
        """Until these events are selected on the canvas, and no others."""
        def look():
            names = self.list_selected()
            return len(names) == len(titles) and all(name.startswith(title + ", ")
                                                     for name, title in zip(sorted(names), sorted(titles)))

        wait_until(look, f"{titles} is selected on the canvas")

    def find_focused(self):
        """The name of what has the keyboard, or None."""
        node = self.frame.find_focused()
        return node.get_name() if node else None

    def find_focused_path(self):
        """What tells it from others of the same name."""
        node = self.frame.find_focused()
        return node.path if node else None

    def wait_for_focus_on(self, words):
        seen = []

        def look():
            seen.append(self.find_focused())
            return words in (seen[-1] or "")

        try:
            wait_until(look, f"“{words}” has the keyboard")
        except AssertionError:
            check(False, f"“{words}” does not get the keyboard", seen[0], seen[-1])

    def get_axis(self):
        """Which time is in view, in words."""
        if "axis" not in self.known:
            self.known["axis"] = self.find(Role.IMAGE, "Time axis from ")
        return self.known["axis"].get_name()

    def wait_for_axis(self, function, what):
        return wait_until(lambda: function(self.get_axis()) and self.get_axis(), what)

    def list_details(self):
        """All that the details say, heads and links among it."""
        self.get_details_title()
        return list_names(self.known["details"].find_all(Role.HEADING, Role.LABEL, Role.LINK))

    def get_details_title(self):
        """Of which event the details are, or of which timeline."""
        if "details" not in self.known:
            self.known["details"] = self.find(Role.PANEL, "Details")
        return self.known["details"].find_first(Role.HEADING).get_name()

    def wait_for_details(self, *words):
        def look():
            said = self.list_details()
            return all(any(word in text for text in said) for word in words)

        wait_until(look, f"the details say {words}")

    def settle(self):
        """Waits until the canvas is as it is to stay."""
        def look():
            boxes = list_boxes(self.list_items())
            time.sleep(0.06)
            return boxes and boxes == list_boxes(self.list_items())

        wait_until(look, "the canvas comes to rest")

    # The pointer

    def get_point(self, node, x=0.5, y=0.5):
        """A place in it, by parts of its size or else by pixels, as xdotool counts in the window."""
        left, top, width, height = wait_until(node.get_box, "it has a place")
        frame_left, frame_top, _, _ = self.frame.get_box()
        return (round(left - frame_left + BORDER + (x * width if isinstance(x, float) else x)),
                round(top - frame_top + BORDER + (y * height if isinstance(y, float) else y)))

    def move_pointer(self, point):
        xdotool("mousemove", "--window", self.x_window, *point)

    def click(self, point, button=1, keys=(), times=1):
        self.use_buttons(point, ["click", "--repeat", times, "--delay", 20, button], keys)

    def scroll(self, point, steps, keys=()):
        """Turns the wheel down, or up by steps below 0."""
        self.use_buttons(point, ["click", "--repeat", abs(steps), "--delay", 20, 5 if steps > 0 else 4], keys)

    def use_buttons(self, point, command, keys):
        down = [word for key in keys for word in ("keydown", key)]
        up = [word for key in keys for word in ("keyup", key)]
        # A scroll event has no place on X11: the program has to have seen the pointer move there.
        near = (point[0] + 1, point[1] + 1)
        xdotool("mousemove", "--window", self.x_window, *near, "mousemove", "--window", self.x_window, *point, *down,
                *command, *up)

    def click_node(self, node, x=0.5, y=0.5, **options):
        self.click(self.get_point(node, x, y), **options)

    def find_menu_item(self, words, place):
        """GTK 4.18 does not tell what an item of a menu is called: there it is the one at this place, from 0 on."""
        def look():
            items = self.frame.find_shown(Role.MENU_ITEM)
            if any(list_names(items)):
                return select_words(items, words)
            return items[place:place + 1]

        return wait_until(look, f"there is an item “{words}”")[0]

    def wait_for_no_menu(self):
        wait_until(lambda: not self.frame.find_shown(Role.MENU_ITEM), "the menu is closed")

    def click_in_popover(self, node):
        """A popover is a window of its own, which GTK does not tell: one of the size that the popover has."""
        def look():
            boxes = list_boxes(self.frame.list_way(node) or [])
            for x_window in list_x_windows(self.program.process.pid):
                size = [int(word.split("=")[1]) for word in xdotool("getwindowgeometry", "--shell", x_window)[3:5]]
                for number, box in enumerate(boxes):
                    if x_window != self.x_window and list(box[2:]) == size:
                        return x_window, boxes[number:]
            return None

        x_window, boxes = wait_until(look, f"“{node.get_name()}” is in a popover")
        # GTK 4.18 forgets the padding that there is around what is in the popover.
        padding = sum((outer[2] - inner[2]) // 2 for outer, inner in zip(boxes, boxes[1:])
                      if outer[:2] == inner[:2] and outer[2] - inner[2] == outer[3] - inner[3])
        x, y, width, height = boxes[-1]
        xdotool("mousemove", "--window", x_window, x - boxes[0][0] + padding + width // 2,
                y - boxes[0][1] + padding + height // 2, "click", 1)

    def click_event(self, title, **options):
        self.click_node(self.wait_for_event(title), x=MARK, **options)

    def drag(self, start_point, dx, dy):
        """In a few steps, as a hand does."""
        steps = []
        for step in (0.25, 0.5, 0.75, 1):
            steps += ["mousemove", "--window", self.x_window, round(start_point[0] + dx * step),
                      round(start_point[1] + dy * step)]
        xdotool("mousemove", "--window", self.x_window, *start_point, "mousedown", 1, *steps, "mouseup", 1)

    def find_gap(self, dx=14, dy=8):
        """A place on the canvas where there is nothing, not so near either."""
        left, top, width, height = self.find_list("Events in view").get_box()
        boxes = list_boxes(self.list_items())
        for y in range(top + 90, top + height - 20, 6):
            for x in range(left + width - 20, left + 100, -12):
                if all(x < box[0] - dx or x > box[0] + box[2] + dx or y < box[1] - dy or y > box[1] + box[3] + dy
                       for box in boxes):
                    frame_left, frame_top, _, _ = self.frame.get_box()
                    return x - frame_left + BORDER, y - frame_top + BORDER
        check(False, "the canvas is full", boxes)
        return None
