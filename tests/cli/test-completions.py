#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""Compares the completions of the shells and the manual page with what the
program says of itself, and has bash complete.

Usage: test-completions.py PROGRAM SOURCE_ROOT
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tools"))

import tap  # noqa: E402
from tap import Skip, check, check_equal  # noqa: E402

PROGRAM = os.path.abspath(sys.argv[1])
ROOT = pathlib.Path(sys.argv[2]).resolve()
BASH = ROOT / "data/completions/throughline.bash"
ZSH = ROOT / "data/completions/_throughline"
FISH = ROOT / "data/completions/throughline.fish"
MANUAL = ROOT / "docs/throughline.1"

VERBS = ("export", "validate", "present", "thumbnail")

# What one chooses from, as the program says it where it is told nonsense.
CHOICES = ("--theme", "--axis", "--text", "--background", "--direction", "--context")


def run(*arguments):
    environment = os.environ | {"LC_ALL": "C.UTF-8"}
    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, env=environment, timeout=60)


def options_of(verb):
    """Long and short ones, from the lines of --help that list them."""
    lines = re.findall(r"^  (?:-(\w), )?--([\w-]+)", run(verb, "--help").stdout, re.MULTILINE)
    return {name for _, name in lines}, {short for short, _ in lines if short}


def choices_of(option):
    said = run("export", "-o", "x.png", option, "nonsense").stderr
    return re.search(r"is none of ([\w-]+(?:, [\w-]+)*)", said)[1].split(", ")


def function_of(text, verb):
    start = text.index(f"_throughline_{verb} ()")
    return text[start:text.index("\n}\n", start)]


def test_there_are_options():
    long, short = options_of("export")
    check(len(long) > 25 and "size" in long, long)
    check_equal(short, {"h", "o", "q"})


def test_bash_has_all_options():
    text = BASH.read_text()
    for verb in VERBS:
        words = re.findall(r"'(--help[^']*)'", function_of(text, verb))
        check_equal(set(words[0].split()), {f"--{name}" for name in options_of(verb)[0]}, verb)


def test_zsh_has_all_options():
    text = ZSH.read_text()
    for verb in VERBS:
        block = function_of(text, verb)
        found = set(re.findall(r"--([\w-]+)(?:=?\[|\}'\[|=\}'\[)", block))
        check_equal(found, options_of(verb)[0], verb)


def test_fish_has_all_options():
    text = FISH.read_text()
    for verb in VERBS:
        lines = [line for line in text.splitlines() if f"from {verb}'" in line or line.startswith("complete -c throughline -s h")]
        found = {re.search(r" -l ([\w-]+)", line)[1] for line in lines}
        check_equal(found, options_of(verb)[0], verb)


def test_all_have_the_same_choices():
    for option in CHOICES:
        words = choices_of(option)
        check(f"{option}) _throughline_words '{' '.join(words)}'" in BASH.read_text(), option, words)
        check(re.search(rf"{option}=\[[^]]*\]:\w+:\({' '.join(words)}\)", ZSH.read_text()), option, words)
        check(re.search(rf"-l {option[2:]} -x -a '{' '.join(words)}'", FISH.read_text()), option, words)


def test_manual_has_all_options():
    text = MANUAL.read_text().replace("\\-", "-")
    for verb in VERBS:
        for name in options_of(verb)[0] - {"help"}:
            check(re.search(rf"--{name}\b", text), verb, name)
    for option in CHOICES:
        for word in choices_of(option):
            check(word in text, option, word)
    stated = set(re.findall(r"--([a-z][\w-]+)", text))
    known = set.union({"version"}, *(options_of(verb)[0] for verb in VERBS))
    check_equal(stated - known, set(), "options of the manual that there are not")


def test_manual_is_well_formed():
    if not shutil.which("man"):
        raise Skip("man is not installed")
    done = subprocess.run(["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", str(MANUAL)], capture_output=True,
                          text=True, env=os.environ | {"LC_ALL": "C.UTF-8", "MANROFFSEQ": ""}, timeout=60)
    check_equal((done.returncode, done.stderr), (0, ""), done.stderr)


def complete(*words):
    """What bash offers for the last of the words."""
    script = f"""
        source "{BASH}"
        COMP_WORDS=("$@")
        COMP_CWORD=$(($# - 1))
        _throughline
        printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    done = subprocess.run(["bash", "-c", script, "bash", *words], capture_output=True, text=True, cwd=ROOT / "data",
                          timeout=60)
    check_equal(done.stderr, "", done)
    return done.stdout.split()


def test_bash_completes():
    check_equal(complete("throughline", "ex"), ["export"])
    check_equal(complete("throughline", "--v"), ["--version"])
    check("template.timeline.json" in complete("throughline", "te"))
    check_equal(complete("throughline", "export", "--no-s"), ["--no-sources"])
    check_equal(complete("throughline", "export", "--theme", "da"), ["dark"])
    check_equal(complete("throughline", "export", "--theme", "=", "pr"), ["print"])
    check_equal(complete("throughline", "export", "--theme", "="), ["light", "dark", "print", "high-contrast"])
    check_equal(complete("throughline", "export", "--title", "te"), [])
    check_equal(complete("throughline", "export", "te"), ["template.timeline.json"])
    check_equal(complete("throughline", "validate", "--s"), ["--strict"])
    check_equal(complete("throughline", "validate", "te"), ["template.timeline.json"])


def check_syntax(shell, path):
    if not shutil.which(shell):
        raise Skip(f"{shell} is not installed")
    done = subprocess.run([shell, "-n", str(path)], capture_output=True, text=True, timeout=60)
    check_equal((done.returncode, done.stderr), (0, ""), done)


def test_bash_syntax():
    check_syntax("bash", BASH)


def test_zsh_syntax():
    check_syntax("zsh", ZSH)


def test_fish_syntax():
    check_syntax("fish", FISH)


sys.exit(tap.run(tap.functions_of(sys.modules[__name__])))
