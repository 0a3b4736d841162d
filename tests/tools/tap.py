# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""What test programs in Python share: they are functions, and report as TAP."""

import sys
import traceback


class Skip(Exception):
    """Ends a test that cannot be made here. Says why."""


def comment(text):
    for line in str(text).splitlines():
        print("#", line)


def check(condition, *shown):
    """Fails the running test where the condition does not hold, and shows the rest."""
    if not condition:
        raise AssertionError("\n".join(repr(item) for item in shown) or "see above")


def check_equal(found, expected, *shown):
    check(found == expected, *shown, {"found": found}, {"expected": expected})


def skip_all(reason):
    # Not exit status 77: meson takes that for an error where the output is TAP.
    print(f"1..0 # SKIP {reason}")
    sys.exit(0)


def run(tests):
    """Runs (name, function) pairs in order. Returns the exit status."""
    tests = list(tests)
    failed = False
    print(f"1..{len(tests)}", flush=True)

    for number, (name, function) in enumerate(tests, 1):
        name = name.replace("#", "\\#")
        try:
            function()
            print(f"ok {number} {name}", flush=True)
        except Skip as skip:
            print(f"ok {number} {name} # SKIP {skip}", flush=True)
        except Exception:
            failed = True
            print(f"not ok {number} {name}", flush=True)
            comment(traceback.format_exc())
            sys.stdout.flush()

    return 1 if failed else 0


def functions_of(module):
    """The functions whose name begins with test_, in the order of the file, by a name in words."""
    return [(name[len("test_"):].replace("_", " "), function)
            for name, function in vars(module).items() if name.startswith("test_")]
