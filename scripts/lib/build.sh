# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
#
# Configuring and building. Sourced by scripts/run, scripts/test and
# scripts/lint, which set root.

# configure_in DIRECTORY [OPTION-OF-MESON-SETUP...]
# Configures where that has not been done.
configure_in () {
  local directory=$1
  local stamp=$directory/.options
  local options="${CC:-} ${*:2}" output

  # Options that have changed since: start over, but never throw away what
  # somebody else has configured.
  if [ -f "$stamp" ] && [ "$(< "$stamp")" != "$options" ]; then
    rm -rf "$directory"
  fi

  if [ ! -f "$directory/build.ninja" ]; then
    say "Configuring in $directory"
    # shellcheck disable=SC2154
    if ! output=$(meson setup "$directory" "$root" "${@:2}" 2>&1); then
      say "$output"
      return 1
    fi
    printf '%s\n' "$options" > "$stamp"
  fi
}

# build_in DIRECTORY [OPTION-OF-MESON-SETUP...]
# Configures where that has not been done, then builds what is not up to
# date. Says nothing where there is nothing to do.
build_in () {
  local directory=$1

  configure_in "$@" || return 1
  [ -f "$directory/.ninja_log" ] || say "Building in $directory"

  # All errors, not only the first; nothing where there is nothing to do.
  ninja --quiet -k 0 -C "$directory" 2>&1 | { grep -v --line-buffered '^ninja: no work to do\.$' >&2 || true; }
  return "${PIPESTATUS[0]}"
}
