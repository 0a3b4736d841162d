# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""What benchmarks print."""


class Table:
    def __init__(self):
        self.good = True

    def line(self, what, value, unit, limit=None):
        text = f"{what:<58} {value:9.2f} {unit:<4}"
        if limit is not None:
            text += f" (at most {limit:g})"
            if value > limit:
                text += "  TOO MUCH"
                self.good = False
        print(text)
