# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""A talk that is being given, for tests: what its windows show by AT-SPI.

Their command line: PROGRAM SOURCE_ROOT
"""

import time

from accessible import Role, State, list_names
from program import STORY_FILE, press, wait_until
from tap import check

STEPS = [step["title"] for step in STORY_FILE["talk"]["steps"]]

# A clicker may send a press twice: nobody goes on so fast.
BETWEEN_PRESSES = 0.2


class Talk:
    """The windows of a talk: that of the audience, and that of the speaker where there is one."""

    def __init__(self, program, title, first=STEPS[0]):
        self.program = program
        self.title = title
        wait_until(self.find_frame, "the talk begins")
        self.wait_for(first)
        self.wait_for_keys()

    def has_keys(self):
        """Whether a slide has the keyboard, and its window is active."""
        slides = [slide for frame in (self.find_frame(), self.find_speaker()) if frame
                  for slide in frame.find_shown(Role.IMAGE)]
        return any(slide.has_state(State.FOCUSED) for slide in slides)

    def wait_for_keys(self):
        wait_until(self.has_keys, "the keys are the talk’s")

    def find_frame(self):
        """The window of the audience. None where no talk is given."""
        root = self.program.find_root()
        for child in root.list_children() if root else []:
            if child.get_role() == Role.DIALOG and child.get_name() == self.title:
                return child
        return None

    def find_speaker(self):
        root = self.program.find_root()
        for child in root.list_children() if root else []:
            if child.get_role() == Role.DIALOG and child.get_name().startswith("Speaker’s view"):
                return child
        return None

    def find_pictures(self, frame):
        return [node.get_name() for node in frame.find_shown(Role.IMAGE)] if frame else []

    def get_step(self):
        """What the audience sees. None where it is another page."""
        titles = self.find_pictures(self.find_frame())
        return titles[0] if titles else None

    def wait_for(self, title):
        wait_until(lambda: self.get_step() == title, f"“{title}” is shown, not “{self.get_step()}”")

    def press_and_wait(self, key, title):
        press(key)
        self.wait_for(title)

    def click(self, key):
        """With a clicker."""
        time.sleep(BETWEEN_PRESSES)
        press(key)

    def list_words(self, frame=None):
        frame = frame or self.find_frame()
        return list_names(frame.find_shown(Role.LABEL, Role.ALERT))

    def wait_for_words(self, words, frame=None):
        return wait_until(lambda: any(words in name for name in self.list_words(frame)), f"“{words}” is said")

    def is_at_end(self):
        return any("end of the talk" in name for name in self.list_words())

    def is_over(self):
        return self.find_frame() is None and self.find_speaker() is None

    def leave(self):
        self.click("Escape")
        wait_until(self.is_over, "the talk is over")

    def check_on(self):
        time.sleep(0.3)
        check(self.find_frame() is not None, "the talk goes on")
