# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
# Completion of throughline(1) for bash.
# shellcheck shell=bash

_throughline_words () {
  # What is completed may have a colon or an equals sign in it.
  mapfile -t COMPREPLY < <(compgen -W "$1" -- "$2")
}

_throughline_files () {
  compopt -o filenames 2> /dev/null
  mapfile -t COMPREPLY < <(compgen -f -- "$1")
}

_throughline_export () {
  local current=$1 previous=$2

  case $previous in
    --format) _throughline_words 'png svg pdf odp' "$current" ;;
    --size) _throughline_words '1600x900 1600xauto 1080p 4k slide a4 a4-portrait a3 a3-portrait letter letter-portrait' "$current" ;;
    --scale) _throughline_words '1 2 3 4' "$current" ;;
    --dpi) _throughline_words '96 150 192 300 600' "$current" ;;
    --aspect) _throughline_words '16:9 4:3' "$current" ;;
    --theme) _throughline_words 'light dark print high-contrast' "$current" ;;
    --axis) _throughline_words 'auto linear folded even' "$current" ;;
    --background) _throughline_words 'theme none' "$current" ;;
    --text) _throughline_words 'live outlines' "$current" ;;
    --direction) _throughline_words 'ltr rtl' "$current" ;;
    --context) _throughline_words 'only none' "$current" ;;
    --status) _throughline_words 'confirmed reported disputed denied retracted opinion' "$current" ;;
    --from | --to | --lanes | --actors | --category | --source | --events | --search | --select | --title | --author | --font | --language)
      COMPREPLY=()
      ;;
    *)
      case $current in
        -*)
          _throughline_words '--help --output --deck --notes --handout --aspect --format --size --scale --dpi --theme --axis --from --to --lanes
            --actors --category --status --source --differing --context --events --search --select --title --author --no-title --no-legend --no-sources --no-as-of
            --background --pages --text --small --font --language --direction --force --quiet' "$current"
          ;;
        *) _throughline_files "$current" ;;
      esac
      ;;
  esac
}

_throughline_validate () {
  case $1 in
    -*) _throughline_words '--help --json --strict' "$1" ;;
    *) _throughline_files "$1" ;;
  esac
}

_throughline_present () {
  case $2:$1 in
    --step:* | --duration:* | --monitor:* | --select:*) COMPREPLY=() ;;
    *:-*) _throughline_words '--help --duration --monitor --select --step --windowed' "$1" ;;
    *) _throughline_files "$1" ;;
  esac
}

_throughline_thumbnail () {
  case $2:$1 in
    --size:*) _throughline_words '128 256 512 1024' "$1" ;;
    *:-*) _throughline_words '--help --size' "$1" ;;
    *) _throughline_files "$1" ;;
  esac
}

_throughline () {
  local current=${COMP_WORDS[COMP_CWORD]}
  local previous=${COMP_WORDS[COMP_CWORD - 1]}

  # "--theme=da" comes as three words.
  if [ "$current" = = ]; then
    current=
  elif [ "$previous" = = ]; then
    previous=${COMP_WORDS[COMP_CWORD - 2]}
  fi

  if [ "$COMP_CWORD" -eq 1 ]; then
    _throughline_words 'export present thumbnail validate --help --select --version' "$current"
    case $current in
      -*) ;;
      *)
        local words=("${COMPREPLY[@]}")
        _throughline_files "$current"
        COMPREPLY=("${words[@]}" "${COMPREPLY[@]}")
        ;;
    esac
    return
  fi

  case ${COMP_WORDS[1]} in
    export) _throughline_export "$current" "$previous" ;;
    present) _throughline_present "$current" "$previous" ;;
    thumbnail) _throughline_thumbnail "$current" "$previous" ;;
    validate) _throughline_validate "$current" ;;
    *)
      case $previous:$current in
        --select:*) COMPREPLY=() ;;
        *:-*) _throughline_words '--select' "$current" ;;
        *) _throughline_files "$current" ;;
      esac
      ;;
  esac
}

complete -F _throughline throughline
