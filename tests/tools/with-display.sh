#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
#
# Runs a test on a display, a session bus and in folders of its own, which
# are all gone when it ends.
#
#   with-display.sh [--touch | --screens] [--openbox] COMMAND...
#
# --touch makes it a display with a touchscreen and a touchpad, which the test
# moves through sockets in $TOUCH_FOLDER: a real X server with the drivers
# that it has for tests. --screens makes it a display of two screens beside
# each other, DUMMY0 and DUMMY1, of which xrandr unplugs any. --openbox adds a window manager. Where something is
# missing, reports in TAP that all is skipped.
set -eu

with_touch=false
with_screens=false
if [ "${1:-}" = --touch ]; then
  with_touch=true
  tools=(Xorg dbus-run-session)
  shift
elif [ "${1:-}" = --screens ]; then
  with_screens=true
  tools=(Xorg dbus-run-session xrandr)
  shift
else
  tools=(Xvfb dbus-run-session)
fi
with_openbox=false
if [ "${1:-}" = --openbox ]; then
  with_openbox=true
  tools+=(openbox)
  shift
fi

for tool in "${tools[@]}"; do
  if ! command -v "$tool" > /dev/null; then
    echo "1..0 # SKIP $tool is not installed"
    exit 0
  fi
done

drivers=()
[ $with_touch = true ] && drivers=(drivers/dummy_drv.so input/inputtest_drv.so)
[ $with_screens = true ] && drivers=(drivers/dummy_drv.so)
if [ ${#drivers[@]} -gt 0 ]; then
  for driver in "${drivers[@]}"; do
    if [ -z "$(find /usr/lib*/xorg /usr/lib/*/xorg -path "*/$driver" 2> /dev/null)" ]; then
      echo "1..0 # SKIP the X server's driver $driver is not installed"
      exit 0
    fi
  done
fi

# Short, because the names of sockets may not be long.
folder=$(mktemp -d /tmp/throughline-XXXXXX)
display_server=
window_manager=
session=

# shellcheck disable=SC2086,SC2317
clean_up () {
  trap - EXIT INT TERM HUP
  kill $session $window_manager $display_server 2> /dev/null || true
  wait $display_server || true
  rm -rf "$folder"
}
trap clean_up EXIT
trap 'exit 1' INT TERM HUP

# Nothing of the user's session or settings is seen or changed.
mkdir -m 700 "$folder"/{home,tmp,runtime,config,cache,data,state}
export HOME=$folder/home
export TMPDIR=$folder/tmp
export XDG_RUNTIME_DIR=$folder/runtime
export XDG_CONFIG_HOME=$folder/config
export XDG_CACHE_HOME=$folder/cache
export XDG_DATA_HOME=$folder/data
export XDG_STATE_HOME=$folder/state
export GSETTINGS_BACKEND=memory
export GIO_USE_VFS=local
export GIO_USE_VOLUME_MONITOR=unix
export ADW_DISABLE_PORTAL=1
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS
unset GTK_THEME GTK_DEBUG GTK_MODULES GTK_IM_MODULE

# Drawn the same everywhere. The first name is that of GTK 4.8, the second
# that of later versions.
export GDK_BACKEND=x11
export GSK_RENDERER=cairo
case $(pkg-config --modversion gtk4 2> /dev/null) in
  4.[0-9].*) export GDK_DEBUG=gl-disable ;;
  *) export GDK_DISABLE=gl ;;
esac

# What a test asks of the address sanitizer, where the program has that.
if [ -n "${TL_ASAN_OPTIONS:-}" ]; then
  export ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}$TL_ASAN_OPTIONS
fi

server=(Xvfb -screen 0 1600x900x24)
if [ $with_touch = true ]; then
  export TOUCH_FOLDER=$folder/touch
  mkdir -m 700 "$TOUCH_FOLDER"
  sed "s|@FOLDER@|$TOUCH_FOLDER|" "$(dirname "$0")/touch.conf" > "$folder/xorg.conf"
fi
[ $with_screens = true ] && cp "$(dirname "$0")/screens.conf" "$folder/xorg.conf"
if [ ${#drivers[@]} -gt 0 ]; then
  server=(Xorg -config "$folder/xorg.conf" -logfile "$folder/xorg.log" -novtswitch -sharevts)
fi

# The server writes the number of a free display when it can be connected to.
mkfifo "$folder/display"
"${server[@]}" -displayfd 3 -nolisten tcp -noreset 3> "$folder/display" > "$folder/server.log" 2>&1 &
display_server=$!
if ! read -r number < "$folder/display"; then
  cat "$folder/server.log" >&2
  if [ ${#drivers[@]} -gt 0 ]; then
    # Not everybody may start one.
    echo "1..0 # SKIP Xorg does not start"
    exit 0
  fi
  echo "Bail out! Xvfb does not start"
  exit 1
fi
export DISPLAY=:$number

if [ $with_screens = true ]; then
  xrandr --addmode DUMMY0 1280x720 2> /dev/null || true
  xrandr --addmode DUMMY1 1280x720 2> /dev/null || true
  xrandr --output DUMMY0 --mode 1280x720 --pos 0x0 --primary --output DUMMY1 --mode 1280x720 --pos 1280x0
  # Asking makes the server look: only then is the second one known as plugged in.
  xrandr > /dev/null
fi

if [ $with_openbox = true ]; then
  mkfifo "$folder/openbox"
  exec 4<> "$folder/openbox"
  openbox --startup "sh -c 'echo started > $folder/openbox'" > "$folder/openbox.log" 2>&1 4>&- &
  window_manager=$!
  if ! read -r -t 20 -u 4; then
    cat "$folder/openbox.log" >&2
    echo "Bail out! openbox does not start"
    exit 1
  fi
  exec 4>&-
fi

# In the background, so that signals are heard while it runs. What the bus
# starts writes to where the output goes, so that is kept for the test alone.
# shellcheck disable=SC2016
dbus-run-session -- sh -c 'exec "$@" >&5 5>&-' sh "$@" 5>&1 >&2 &
session=$!
status=0
wait $session || status=$?
session=
exit $status
