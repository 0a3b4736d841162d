#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
"""The program as a Flatpak, in its sandbox: what it may do and may not, and
whether it works there. Run by scripts/test-flatpak.

Command line: PROGRAM SOURCE_ROOT PICTURE, where PROGRAM is the command that
flatpak has installed and PICTURE is written, to be looked at.
"""

import os
import pathlib
import shlex
import shutil
import socket
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "tools"))

import tap
from accessible import Node, Role
from portal import Portal
from program import BUS, PROGRAM, ROOT, STORY, STORY_FILE, Program, press, wait_for_focus, wait_until, xdotool
from tap import check, check_equal

ID = pathlib.Path(PROGRAM).name
PICTURE = sys.argv[3]
HOME = pathlib.Path(os.environ["HOME"])
INSTALLATION = pathlib.Path(os.environ["FLATPAK_USER_DIR"])

# Where the sandbox may write, and its name is the same inside.
OWN = HOME / ".var/app" / ID

# Of GNOME's runtime, Debian's and Fedora's alike.
ALLOWED = {
    "shared": {"ipc"},
    "sockets": {"wayland", "x11", "fallback-x11"},
    "devices": {"dri"},
}


def run(*command):
    return subprocess.run([*map(str, command)], capture_output=True, text=True, errors="replace", timeout=60)


def run_inside(command):
    """A command of the shell, where the program runs."""
    return run("flatpak", "run", "--user", "--command=bash", ID, "-c", command)


def test_it_may_use_a_display_and_nothing_else():
    lines = run("flatpak", "info", "--user", "--show-permissions", ID).stdout.split()
    check_equal(lines[:1], ["[Context]"])
    for line in lines[1:]:
        name, _, values = line.partition("=")
        check(name in ALLOWED, line)
        check_equal(set(values.strip(";").split(";")) - ALLOWED[name], set(), line)


def test_it_has_no_network():
    with socket.create_server(("127.0.0.1", 0)) as server:
        connect = f": < /dev/tcp/127.0.0.1/{server.getsockname()[1]}"
        check_equal(run("bash", "-c", connect).returncode, 0, "there is something to connect to")
        check(run_inside(connect).returncode != 0, "the sandbox has a network")

    interfaces = run_inside("tail -n +3 /proc/net/dev").stdout.splitlines()
    check_equal([line.split(":")[0].strip() for line in interfaces], ["lo"])


def test_it_sees_no_files_of_the_home():
    secret = HOME / "secret"
    secret.write_text("secret")
    OWN.mkdir(parents=True, exist_ok=True)
    own = OWN / "own"
    own.write_text("own")

    check_equal(run_inside(f"cat {shlex.quote(str(own))}").stdout, "own", "the sandbox can read at all")
    for path in (secret, ROOT / "README.md"):
        done = run_inside(f"cat {shlex.quote(str(path))}")
        check(path.exists() and done.returncode != 0 and not done.stdout, path)


def test_what_desktops_know_it_by_is_exported():
    exports = INSTALLATION / "exports/share"
    for path in (f"applications/{ID}.desktop", f"dbus-1/services/{ID}.service", f"mime/packages/{ID}.xml",
                 f"icons/hicolor/scalable/apps/{ID}.svg", f"icons/hicolor/symbolic/apps/{ID}-symbolic.svg"):
        check((exports / path).is_file(), path)

    for path in (f"applications/{ID}.desktop", f"dbus-1/services/{ID}.service"):
        lines = (exports / path).read_text(encoding="utf-8").splitlines()
        commands = [line for line in lines if line.startswith("Exec=")]
        check(commands and all("flatpak run " in command for command in commands), path, commands)

    # flatpak-builder before 1.3 moves it to where it was formerly.
    inside = run_inside(f"cat /app/share/metainfo/{ID}.metainfo.xml || cat /app/share/appdata/{ID}.appdata.xml").stdout
    check(f"<id>{ID}</id>" in inside, inside)


def test_its_font_is_that_of_charts():
    # Without a buffer, for fontconfig's tools end with an assertion of their own here, before they write.
    for weight, style in (("regular", "Regular"), ("semibold", "SemiBold"), ("bold", "Bold")):
        found = run_inside(f"stdbuf -o0 fc-match -f '%{{file}}\\n' Inter:weight={weight}").stdout.split()
        check_equal(found, [f"/app/share/fonts/inter/Inter-{style}.otf"])


def test_a_chart_is_made():
    OWN.mkdir(parents=True, exist_ok=True)
    picture, page = OWN / "chart.png", OWN / "chart.pdf"
    done = run(PROGRAM, "export", "--quiet", "-o", picture, "-o", page)
    check_equal((done.returncode, done.stderr), (0, ""))

    data = picture.read_bytes()
    check_equal(data[:8], b"\x89PNG\r\n\x1a\n")
    check(int.from_bytes(data[16:20], "big") > 500, "how wide it is", data[16:20])
    check_equal(page.read_bytes()[:5], b"%PDF-")

    fonts = [line.split() for line in run("pdffonts", page).stdout.splitlines()[2:]]
    names = {line[0].partition("+")[2] for line in fonts}
    check({"Inter-Regular", "Inter-SemiBold", "Inter-Bold"} <= names, fonts)
    for line in fonts:
        check_equal(line[-5], "yes", "it is embedded", line)


class Sandboxed(Program):
    """Its numbers of processes are the sandbox's own: what has a window here is the program."""

    def find_root(self):
        roots = BUS.call("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root", "org.a11y.atspi.Accessible",
                         "GetChildren")
        return Node(BUS, *roots[0]) if roots else None

    def find_frame(self):
        check(self.process.poll() is None, "the program has ended")
        return next((frame for frame in self.find_frames() if frame.get_name() == STORY), None)


def test_its_window_comes():
    with Sandboxed(G_DEBUG="fatal-warnings") as program:
        frame = wait_until(program.find_frame, "the story has a window")
        wait_for_focus(frame)
        on_screen = wait_until(lambda: xdotool("search", "--onlyvisible", "--name", STORY), "it is on the screen")
        check_equal(" ".join(xdotool("getwindowname", on_screen[0])), STORY)
        wait_until(lambda: frame.find_shown(Role.LIST), "its events are listed")
        xdotool("mousemove", 0, 0)  # No tooltip is in the picture.
        time.sleep(1)
        run("import", "-window", "root", PICTURE)
        program.quit()


def move_on(frame, key):
    """Presses a key that gives the keyboard to something else, and returns what that is called."""
    def find():
        focused = frame.find_focused()
        return focused and focused.path != before and focused

    before = wait_until(frame.find_focused, "something has the keyboard").path
    press(key)
    return wait_until(find, f"{key} moves the keyboard").get_name()


def test_the_desktop_opens_what_it_cannot():
    story = OWN / "mine.timeline.json"
    shutil.copy(ROOT / "data/meta-scale-openai-google.timeline.json", story)
    urls = {source["url"] for source in STORY_FILE["sources"] if "url" in source}

    with Sandboxed("--select", "e14-stake", story) as program:
        frame = wait_until(program.find_frame, "the story has a window")
        wait_for_focus(frame)

        # From the selected event to the first of its sources.
        name = move_on(frame, "Return")
        while not name.endswith("opens in the browser"):
            name = move_on(frame, "Tab")
        press("Return")
        opened, _ = wait_until(lambda: PORTAL.opened and PORTAL.opened.pop(), "the address is opened")
        check(opened in urls, opened)

        # To choose a program, as the one for timelines is this one.
        press("ctrl+e")
        opened, options = wait_until(lambda: PORTAL.opened and PORTAL.opened.pop(), "the file is opened")
        check(os.path.samestat(opened, story.stat()), opened)
        check(options["ask"] and options["writable"], options)
        program.quit()


def test_what_it_remembers_is_its_own():
    # The window of the test above has been closed: what it showed is kept.
    state = run_inside('find "$XDG_STATE_HOME/throughline" -type f').stdout.split()
    check(state and all(pathlib.Path(path).is_relative_to(OWN) for path in state), state)


PORTAL = Portal()
sys.exit(tap.run(tap.functions_of(sys.modules[__name__])))
