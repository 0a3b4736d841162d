# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
#
# A Flatpak runtime made of Debian's packages, and archives of Debian's
# source packages. Sourced by scripts/test-flatpak, which sets cache and
# FLATPAK_USER_DIR.

runtime=org.debian.Sdk
runtime_suite=bookworm
runtime_version=12

# What GNOME's SDK has, as far as the manifest needs it. Jansson and the font
# are not in it: they are modules.
runtime_packages=(
  gcc libc6-dev make cmake meson ninja-build pkgconf gettext patch ccache
  libglib2.0-dev libxml2-utils libgtk-4-dev libgtk-4-bin libadwaita-1-dev libpng-dev zlib1g-dev
  desktop-file-utils shared-mime-info appstream appstream-util
  adwaita-icon-theme librsvg2-common fontconfig
)

# What names the machine that it was made on.
unwanted_of_etc=(apt group group- gshadow gshadow- hostname hosts localtime machine-id mtab passwd passwd- resolv.conf
  shadow shadow- subgid subgid- subuid subuid-)

# make_runtime
# Installs it, where it has not been installed since the lists above changed.
# Takes some minutes.
make_runtime () {
  # shellcheck disable=SC2154
  local folder=$cache/runtime stamp=$cache/runtime.stamp recipe name arch

  recipe="$runtime $runtime_suite ${runtime_packages[*]}"
  if [ -f "$stamp" ] && [ "$(< "$stamp")" = "$recipe" ] && flatpak info --user "$runtime//$runtime_version" > /dev/null 2>&1; then
    return
  fi

  say "Making a runtime of Debian's packages. This takes some minutes, the first time."
  rm -rf "$folder" "$cache/installation" "$stamp"
  mkdir -p "$folder/tree"

  # As an archive, so that whoever runs this owns the files. A runtime is /usr
  # alone, and /etc within it.
  list_sources "$runtime_suite" | mmdebstrap --quiet --variant=minbase --format=tar \
    --include="$(IFS=,; echo "${runtime_packages[*]}")" \
    --dpkgopt='path-exclude=/usr/share/doc/*' \
    --dpkgopt='path-exclude=/usr/share/man/*' \
    "$runtime_suite" - - \
    | tar -x --no-same-owner -C "$folder/tree" ./usr ./etc || return 1

  mv "$folder/tree/usr" "$folder/files"
  rm -rf "$folder/files/etc"
  mv "$folder/tree/etc" "$folder/files/etc"
  for name in "${unwanted_of_etc[@]}"; do
    rm -rf "$folder/files/etc/${name:?}"
  done

  arch=$(flatpak --default-arch)
  printf '[Runtime]\nname=%s\nruntime=%s\nsdk=%s\n' "$runtime" "$runtime/$arch/$runtime_version" \
    "$runtime/$arch/$runtime_version" > "$folder/metadata"

  flatpak build-export --disable-fsync --runtime --files=files "$folder/repo" "$folder" "$runtime_version" > /dev/null \
    && flatpak --user remote-add --no-gpg-verify runtime "$folder/repo" \
    && flatpak --user install -y --noninteractive runtime "$runtime//$runtime_version" || return 1

  # What is installed has to have a remote, but need not come from it again.
  flatpak --user remote-modify --disable runtime || return 1

  rm -rf "$folder"
  printf '%s\n' "$recipe" > "$stamp"
}

# apt_of_sources SUITE OPTION...
# apt-get, with nothing of the machine's own lists touched.
apt_of_sources () {
  local folder=$cache/apt mirror
  mkdir -p "$folder/lists/partial" "$folder/cache/archives/partial"

  # Where the machine has Debian's packages from.
  mirror=$(list_sources "$1" | awk '{ print $2; exit }')
  printf 'deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] %s %s main\n' \
    "${mirror:-http://deb.debian.org/debian}" "$1" > "$folder/sources.list"
  shift

  apt-get -qq -o Dir::Etc::SourceList="$folder/sources.list" -o Dir::Etc::SourceParts=/dev/null \
    -o Dir::State::Lists="$folder/lists" -o Dir::Cache="$folder/cache" -o APT::Sandbox::User=root "$@" >&2
}

# get_source_archive SUITE PACKAGE=VERSION FILE
# The archive that a source package is made of, in $cache/archives.
get_source_archive () {
  local suite=$1 package=$2 file=$3

  mkdir -p "$cache/archives"
  if [ ! -f "$cache/archives/$file" ]; then
    say "Getting the source archive of $package"
    (cd "$cache/archives" \
      && apt_of_sources "$suite" update \
      && apt_of_sources "$suite" source --download-only --tar-only "$package")
  fi
  [ -f "$cache/archives/$file" ]
}
