# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
#
# Counting of tests. Sourced by scripts/test and scripts/test-flatpak, which
# set root.

passed=0
failed=0
skipped=0
remarks=()

# count_failure WHAT
count_failure () {
  failed=$((failed + 1))
  remarks+=("failed: $1")
}

# count_tests TITLE TESTLOG STATUS-OF-MESON-TEST
# Adds what stands in a testlog.json of Meson.
count_tests () {
  local title=$1 log=$2 status=$3
  local before=$failed is_counted=false kind rest line lines=()

  # shellcheck disable=SC2154
  mapfile -t lines < <(python3 "$root/scripts/lib/count-tests.py" "$log")

  for line in "${lines[@]}"; do
    kind=${line%% *}
    rest=${line#* }
    case $kind in
      counts)
        # shellcheck disable=SC2086
        set -- $rest
        passed=$((passed + $1))
        failed=$((failed + $2))
        skipped=$((skipped + $3))
        is_counted=true
        ;;
      *) remarks+=("$kind: $title: $rest") ;;
    esac
  done

  # Whatever it was that Meson did not like, it is not lost.
  if [ $is_counted = false ]; then
    count_failure "$title: the results cannot be counted"
  elif [ "$status" -ne 0 ] && [ "$failed" -eq "$before" ]; then
    count_failure "$title: meson test ends with status $status"
  fi
}

# The last thing that a script does, however it ends.
print_counts () {
  local status=$?
  trap - EXIT INT TERM

  if [ $status -ne 0 ] && [ $failed -eq 0 ]; then
    count_failure "$0 ends with status $status"
  fi

  echo
  if [ ${#remarks[@]} -gt 0 ]; then
    printf '%s\n' "${remarks[@]}"
  fi
  if [ $skipped -gt 0 ]; then
    echo "$passed passed, $failed failed, $skipped skipped"
  else
    echo "$passed passed, $failed failed"
  fi

  if [ $failed -gt 0 ]; then
    exit 1
  fi
  exit $status
}
