#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""Runs `throughline validate` as scripts and editors do.

Usage: test-validate.py PROGRAM SOURCE_ROOT
"""

import json
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tools"))

import tap  # noqa: E402
from tap import check, check_equal  # noqa: E402

PROGRAM = os.path.abspath(sys.argv[1])
ROOT = pathlib.Path(sys.argv[2]).resolve()
BAD = ROOT / "tests/data/bad"
SHIPPED = sorted((ROOT / "data").glob("*.timeline.json"))

SCRATCH = pathlib.Path(tempfile.mkdtemp(prefix="throughline-"))

# Sound; one warning; one error.
GOOD = SCRATCH / "good.json"
WARNED = SCRATCH / "warned.json"
WRONG = BAD / "duplicate-id.timeline.json"

TIME_LIMIT = 60  # seconds; nothing here takes one

FINDING = re.compile(r"(?P<file>.+?):(?P<line>[1-9]\d*):(?P<column>[1-9]\d*): (?P<severity>error|warning): (?P<text>.+)")
SUMMARY = re.compile(r"(?P<file>.+): (?P<errors>\d+) errors?, (?P<warnings>\d+) warnings?; (?P<events>\d+) events?"
                     r"(?:, (?P<left_out>\d+) left out)?(?:; only (?P<listed>\d+) findings? (?:is|are) listed)?")

MEMBERS = {"file": str, "errors": int, "warnings": int, "events": int, "left_out": int, "not_listed": int,
           "findings": list}
FINDING_MEMBERS = {"severity": str, "code": str, "line": int, "column": int, "path": str, "message": str}


def make_environment(**changes):
    environment = os.environ | {"LC_ALL": "C.UTF-8"} | changes
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "GDK_BACKEND", "LANGUAGE"):
        if name not in changes:
            environment.pop(name, None)
    return environment


def run(*arguments, stdin=subprocess.DEVNULL, environment=None, wrapper=(), **options):
    return subprocess.run([*wrapper, PROGRAM, *arguments], stdin=None if "input" in options else stdin,
                          stdout=options.pop("stdout", subprocess.PIPE), stderr=subprocess.PIPE,
                          env=environment or make_environment(), timeout=TIME_LIMIT, **options)


def validate(*arguments, **options):
    return run("validate", *arguments, **options)


def check_run(done, status, stderr=b""):
    check_equal(done.returncode, status, done)
    if stderr is not None:
        check_equal(done.stderr, stderr, done)


def check_failure(done, *words):
    """Status 2, a sentence with the words on standard error, nothing on standard output."""
    check_run(done, 2, None)
    check_equal(done.stdout, b"", done)
    check(done.stderr.startswith(b"throughline") and done.stderr.endswith(b"\n"), done)
    for word in words:
        check(word in done.stderr, word, done)


def read_json(done):
    lines = done.stdout.decode().splitlines()
    return [json.loads(line) for line in lines]


# Exit statuses, and what is printed.

def test_status_0_sound():
    done = validate(GOOD)
    check_run(done, 0)
    check_equal(done.stdout.decode(), f"{GOOD}: 0 errors, 0 warnings; 1 event\n")


def test_status_0_warnings():
    done = validate(WARNED)
    check_run(done, 0)
    check(b": warning: " in done.stdout and b": error: " not in done.stdout, done)


def test_status_1_warnings_under_strict():
    check_run(validate("--strict", WARNED), 1)
    check_run(validate(WARNED, "--strict"), 1)
    check_run(validate("--strict", "--json", WARNED), 1)


def test_status_1_errors():
    for arguments in ([], ["--strict"], ["--json"]):
        check_run(validate(WRONG, *arguments), 1)


def test_status_2_command_line():
    check_failure(validate(), b"name at least one file")
    check_failure(validate("--json"), b"name at least one file")
    check_failure(validate("--frobnicate", GOOD), b"--frobnicate")


def test_strict_says_the_same():
    check_equal(validate("--strict", WARNED).stdout, validate(WARNED).stdout)


def test_lines_as_compilers_write_them():
    files = sorted(BAD.glob("*.timeline.json"))
    check(len(files) > 20, files)
    done = validate(*[path.name for path in files], cwd=BAD)
    check_run(done, 1)

    summaries = []
    counted = {"error": 0, "warning": 0}
    for line in done.stdout.decode().splitlines():
        finding = FINDING.fullmatch(line)
        if finding:
            check(finding["file"] in os.listdir(BAD), line)
            counted[finding["severity"]] += 1
            continue
        summary = SUMMARY.fullmatch(line)
        check(summary, "neither a finding nor a summary", line)
        check_equal({"error": int(summary["errors"]), "warning": int(summary["warnings"])}, counted, line)
        summaries.append(summary["file"])
        counted = {"error": 0, "warning": 0}

    check_equal(summaries, [path.name for path in files])


def test_findings_beyond_the_limit_are_counted():
    path = SCRATCH / "many.json"
    event = '{ "id": "e", "title": "T", "when": "2025-02-30" }'
    path.write_text('{ "format": "throughline", "version": 1, "title": "T", "events": [\n'
                    + ",\n".join([event] * 1001) + "]}")

    done = validate(path)
    check_run(done, 1)
    lines = done.stdout.decode().splitlines()
    check_equal(len(lines), 1001)
    summary = SUMMARY.fullmatch(lines[-1])
    check(summary, lines[-1])
    check_equal(summary["listed"], "1000")
    check_equal(summary["left_out"], "1001")

    report = read_json(validate("--json", path))[0]
    check_equal(len(report["findings"]), 1000)
    check_equal(report["not_listed"], report["errors"] + report["warnings"] - 1000)
    check_equal(report["errors"], int(summary["errors"]))
    check_equal(report["left_out"], 1001)


def test_json_one_line_for_each_file():
    files = sorted(BAD.glob("*.timeline.json")) + SHIPPED
    done = validate("--json", *files)
    check_run(done, 1)
    check(done.stdout.endswith(b"\n"), done.stdout[-80:])
    reports = read_json(done)
    check_equal([report["file"] for report in reports], [str(path) for path in files])

    for report in reports:
        check_equal({key: type(value) for key, value in report.items()}, MEMBERS)
        check_equal(report["errors"] + report["warnings"], len(report["findings"]) + report["not_listed"], report)
        for finding in report["findings"]:
            types = {key: type(value) for key, value in finding.items()}
            check(types in (FINDING_MEMBERS, FINDING_MEMBERS | {"suggestion": str}), finding)
            check(finding["severity"] in ("error", "warning"), finding)
            check(finding["line"] > 0 and finding["column"] > 0, finding)
            check(re.fullmatch("[a-z]+(-[a-z]+)*", finding["code"]), finding)
            check(finding["message"], finding)


def test_json_says_what_the_lines_say():
    lines = validate(WRONG).stdout.decode().splitlines()
    report = read_json(validate("--json", WRONG))[0]
    finding = report["findings"][0]
    check_equal(lines[0], f"{WRONG}:{finding['line']}:{finding['column']}: {finding['severity']}: {finding['path']}: "
                          f"{finding['message']}")
    check_equal(SUMMARY.fullmatch(lines[-1])["left_out"], str(report["left_out"]))
    check_equal(finding["code"], "duplicate-id")


def test_several_files_worst_status():
    missing = SCRATCH / "missing.json"
    check_run(validate(GOOD, GOOD), 0)
    check_run(validate(GOOD, WARNED), 0)
    check_run(validate(WRONG, GOOD), 1)
    check_run(validate(GOOD, WRONG), 1)

    # The rest is still looked at, whichever comes first.
    for arguments in ([missing, GOOD, WRONG], [WRONG, GOOD, missing]):
        done = validate("--json", *arguments)
        check_run(done, 2, None)
        check_equal(sorted(report["file"] for report in read_json(done)), sorted([str(GOOD), str(WRONG)]))
        check_equal(done.stderr.count(b"\n"), 1, done)


# Standard input.

def test_stdin_pipe():
    done = validate("-", input=GOOD.read_bytes())
    check_run(done, 0)
    check_equal(done.stdout, b"<stdin>: 0 errors, 0 warnings; 1 event\n")

    done = validate("-", input=WRONG.read_bytes())
    check_run(done, 1)
    check(FINDING.match(done.stdout.decode())["file"] == "<stdin>", done)
    check_equal(read_json(validate("--json", "-", input=WRONG.read_bytes()))[0]["file"], "<stdin>")


def test_stdin_redirected_file():
    with open(WRONG, "rb") as file:
        done = validate("-", stdin=file)
    check_run(done, 1)
    check_equal(done.stdout, validate("-", input=WRONG.read_bytes()).stdout)


def test_stdin_redirected_from_the_middle():
    """Somebody else has read the first line of it."""
    path = SCRATCH / "second.json"
    path.write_bytes(b"# a line of its own\n" + GOOD.read_bytes())
    with open(path, "rb", buffering=0) as file:
        file.read(len(b"# a line of its own\n"))
        check_run(validate("-", stdin=file), 0)


def test_stdin_slow_pipe():
    content = WRONG.read_bytes()
    process = subprocess.Popen([PROGRAM, "validate", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, env=make_environment(), bufsize=0)
    for start in range(0, len(content), 7):
        process.stdin.write(content[start:start + 7])
        time.sleep(0.005)
    output, errors = process.communicate(timeout=TIME_LIMIT)
    check_equal(process.returncode, 1)
    check_equal(errors, b"")
    check_equal(output, validate("-", input=content).stdout)


def test_stdin_empty():
    check_run(validate("-", input=b""), 1)
    check_run(validate("-", stdin=subprocess.DEVNULL), 1)


def test_stdin_closed():
    done = validate("-", preexec_fn=lambda: os.close(0))
    check_failure(done, b"<stdin>")


def test_file_called_dash():
    (SCRATCH / "-").write_bytes(GOOD.read_bytes())
    check_run(validate("./-", cwd=SCRATCH), 0)
    (SCRATCH / "--json").write_bytes(GOOD.read_bytes())
    done = validate("--", "--json", cwd=SCRATCH)
    check_run(done, 0)
    check(done.stdout.startswith(b"--json: "), done)


# Files that cannot be read, and some that only look so.

def test_missing_file():
    check_failure(validate(SCRATCH / "missing.json"), b"missing.json", b"No such file")
    check_failure(validate(""), b"cannot be read")


def test_directory():
    check_failure(validate(SCRATCH), str(SCRATCH).encode(), b"directory")
    check_failure(validate("-", stdin=os.open(SCRATCH, os.O_RDONLY)), b"<stdin>")


def test_no_permission():
    path = SCRATCH / "secret.json"
    path.write_bytes(GOOD.read_bytes())
    path.chmod(0)

    wrapper = ()
    if os.geteuid() == 0:
        # Root may read everything, but not without its capabilities.
        wrapper = ("setpriv", "--bounding-set=-all", "--inh-caps=-all")
        if shutil.which("setpriv") is None or subprocess.run([*wrapper, "true"], capture_output=True).returncode != 0:
            raise tap.Skip("root may read everything, and setpriv cannot change that here")
    check_failure(validate(path, wrapper=wrapper), b"secret.json", b"ermission")


def test_fifo():
    path = SCRATCH / "fifo"
    os.mkfifo(path)
    writer = threading.Thread(target=lambda: path.write_bytes(GOOD.read_bytes()), daemon=True)
    writer.start()
    done = validate(path)
    check_run(done, 0)
    check_equal(done.stdout.decode(), f"{path}: 0 errors, 0 warnings; 1 event\n")
    writer.join(TIME_LIMIT)


def test_names():
    names = [b"with spaces.json", b"\xff\xfe.json", "größe “x”.json".encode(), b"line\nbreak.json", b"a:b.json",
             b"file:c.json", b"%41.json", b"100%s%n.json", b"tab\there.json"]
    for name in names:
        path = os.fsencode(SCRATCH) + b"/" + name
        with open(path, "wb") as file:
            file.write(WRONG.read_bytes())

        for argument in (name, path):
            done = validate(argument, cwd=SCRATCH)
            check_run(done, 1)
            check(done.stdout.startswith(argument + b":7:13: error: "), done)
            check(b"\n" + argument + b": 1 error, " in done.stdout, done)

            done = validate("--json", argument, cwd=SCRATCH)
            check_run(done, 1)
            check_equal(done.stdout.count(b"\n"), 1, done)
            report = read_json(done)[0]
            check_equal(report["file"], argument.decode(errors="replace"))


def test_missing_file_with_a_strange_name():
    check_failure(validate(b"\xff\n.json", cwd=SCRATCH), b"cannot be read")


# Locales.

def find_german():
    """A locale whose character set is UTF-8 and whose language is German, or None."""
    program = "import locale; locale.setlocale(locale.LC_ALL, '')"
    for name in ("de_DE.UTF-8", "de_AT.UTF-8", "de_CH.UTF-8"):
        if subprocess.run([sys.executable, "-c", program], env=make_environment(LC_ALL=name),
                          stderr=subprocess.DEVNULL).returncode == 0:
            return name
    return None


def check_same_output(locale):
    environment = make_environment(LC_ALL=locale)
    files = sorted(BAD.glob("*.timeline.json")) + SHIPPED
    for arguments in (files, ["--json", *files]):
        expected = validate(*arguments)
        done = validate(*arguments, environment=environment)
        check_equal(done.stdout, expected.stdout)
        check_equal(done.returncode, expected.returncode)
        check("“".encode() in done.stdout, "there is no quotation mark to look at")


def test_same_output_in_C():
    check_same_output("C")


def test_same_output_in_an_unknown_locale():
    check_same_output("xx_XX.UTF-8")


def test_same_output_in_German():
    locale = find_german()
    if locale is None:
        raise tap.Skip("there is no German locale (scripts/test makes one)")
    check_same_output(locale)


def test_no_question_marks_for_quotation_marks():
    for locale in ("C", "C.UTF-8", find_german() or "C"):
        environment = make_environment(LC_ALL=locale)
        for done in (run("--help", environment=environment), validate("--help", environment=environment),
                     validate(environment=environment), validate("--x“y”", environment=environment)):
            text = (done.stdout + done.stderr).decode()
            check("?" not in text, locale, text)
            check("“" in text, locale, text)


# Where the output goes.

def test_broken_pipe():
    """As in `throughline validate … | head -1`."""
    files = [str(path) for path in sorted(BAD.glob("*.timeline.json"))] * 20
    process = subprocess.Popen([PROGRAM, "validate", *files], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, env=make_environment())
    line = process.stdout.readline()
    process.stdout.close()
    process.stdout = None
    errors = process.communicate(timeout=TIME_LIMIT)[1]
    check(FINDING.fullmatch(line.decode().rstrip("\n")), line)
    check_equal(errors, b"")
    check(process.returncode != 0, process.returncode)


def test_output_that_cannot_be_written():
    if not os.path.exists("/dev/full"):
        raise tap.Skip("there is no /dev/full")
    with open("/dev/full", "wb") as full:
        done = validate(GOOD, stdout=full)
        check_run(done, 2, b"throughline: the output could not be written\n")
    check_run(validate(GOOD, preexec_fn=lambda: os.close(1)), 2, None)


# Without a display.

class Listener:
    """A socket that nobody ought to connect to."""

    def __init__(self, path):
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.bind(str(path))
        self.socket.listen()
        self.socket.setblocking(False)

    def is_touched(self):
        try:
            self.socket.accept()[0].close()
        except BlockingIOError:
            return False
        return True


def test_no_display_is_touched():
    """Where there are displays and a session bus, they are left alone."""
    wayland, bus = Listener(SCRATCH / "wayland"), Listener(SCRATCH / "bus")
    environment = make_environment(XDG_RUNTIME_DIR=str(SCRATCH), WAYLAND_DISPLAY="wayland", DISPLAY=":65000",
                                   DBUS_SESSION_BUS_ADDRESS=f"unix:path={SCRATCH / 'bus'}")
    for arguments in (["validate", GOOD], ["validate", "--json", WRONG], ["validate", "--help"], ["--help"],
                      ["--version"], ["validate", SCRATCH / "missing.json"]):
        done = run(*arguments, environment=environment)
        check(done.returncode in (0, 1, 2), done)
        check(b"isplay" not in done.stderr and b"Gtk" not in done.stderr, done)
    check(not wayland.is_touched(), "connects to the Wayland display")
    check(not bus.is_touched(), "connects to the session bus")


def test_empty_environment():
    done = subprocess.run([PROGRAM, "validate", GOOD], env={}, stdin=subprocess.DEVNULL, capture_output=True,
                          timeout=TIME_LIMIT)
    check_run(done, 0)


# The rest of the command line.

def test_help():
    for arguments in (["--help"], ["-h"]):
        done = run(*arguments)
        check_run(done, 0)
        check(b"throughline validate FILE" in done.stdout, done)

    for arguments in (["--help"], ["-h"]):
        done = validate(*arguments)
        check_run(done, 0)
        for word in (b"--json", b"--strict", b"FILE", b"exit status"):
            check(word in done.stdout, word, done)


def test_version():
    done = run("--version")
    check_run(done, 0)
    check(re.fullmatch(rb"Throughline \d+\.\d+\.\d+\n", done.stdout), done)


def test_window_without_a_display():
    """Fails and says why, soon."""
    done = run(GOOD, environment=make_environment(G_DEBUG=""))
    check(done.returncode > 0, done)
    check(b"display" in done.stderr, done)


# What is shipped.

def test_shipped_timelines_are_silent():
    check(len(SHIPPED) >= 3, SHIPPED)
    check(any(path.name == "template.timeline.json" for path in SHIPPED), SHIPPED)
    done = validate("--strict", *SHIPPED)
    check_run(done, 0)
    check_equal(len(done.stdout.splitlines()), len(SHIPPED), done)
    check_equal(done.stdout.count(b": 0 errors, 0 warnings; "), len(SHIPPED), done)


GOOD.write_text('{ "format": "throughline", "version": 1, "title": "T",\n'
                '  "events": [{ "id": "e", "title": "E", "when": "2025-06" }] }\n')
WARNED.write_text('{ "format": "throughline", "version": 1, "title": "T", "shade": 1, "events": [] }')
try:
    STATUS = tap.run(tap.functions_of(sys.modules[__name__]))
finally:
    shutil.rmtree(SCRATCH)
sys.exit(STATUS)
