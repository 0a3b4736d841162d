# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
#
# Counting of tests. Sourced by the scripts that count, which set root.

passed=0
failed=0
skipped=0
remarks=()

# count_failure WHAT
count_failure () {
  failed=$((failed + 1))
  remarks+=("failed: $1")
}

# count_tests TITLE STATUS-OF-MESON-TEST TESTLOG [TESTLOG-OF-SECOND-TRY]
# Adds what stands in a testlog.json of Meson.
count_tests () {
  local title=$1 status=$2
  local before=$failed is_counted=false kind rest line lines=()

  shift 2

  # shellcheck disable=SC2154
  mapfile -t lines < <(python3 "$root/scripts/lib/count-tests.py" "$@")

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
      again) remarks+=("passed only alone: $title: $rest") ;;
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

# count_script TITLE COMMAND...
# Runs what prints counts as its last line, and adds them. The exit status 77
# tells that it could not be tried here, and the last line why.
count_script () {
  local title=$1 log last status=0 line before=$failed
  shift

  log=$(mktemp)
  "$@" 2>&1 | tee "$log"
  status=${PIPESTATUS[0]}
  last=$(tail -n 1 "$log")

  if [ "$status" -eq 77 ]; then
    skipped=$((skipped + 1))
    remarks+=("skipped: $last")
  elif [[ $last =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed(,\ ([0-9]+)\ skipped)?$ ]]; then
    passed=$((passed + BASH_REMATCH[1]))
    failed=$((failed + BASH_REMATCH[2]))
    skipped=$((skipped + ${BASH_REMATCH[4]:-0}))
    # What failed, if only once, is told again at the very end.
    while read -r line; do
      remarks+=("${line%%: *}: $title: ${line#*: }")
    done < <(tac "$log" | sed -n "/^$/q; /^failed: /p; /^passed only alone: /p" | tac)
  fi
  rm "$log"

  if [ "$status" -ne 0 ] && [ "$status" -ne 77 ] && [ "$failed" -eq "$before" ]; then
    count_failure "$title: ends with status $status"
  fi
}

# The last thing that a script does that counts, however it ends.
print_counts () {
  local status=$?
  trap - EXIT INT TERM

  if [ $status -ne 0 ] && [ $failed -eq 0 ]; then
    count_failure "${0##*/} ends with status $status"
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
