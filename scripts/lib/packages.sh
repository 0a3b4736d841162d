# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Throughline developers
#
# The packages that Throughline needs, and installing those that are missing.
# Sourced by the scripts.
# shellcheck disable=SC2034

# One line for each need. Several packages are joined by commas; "-" is for
# what comes along with another package of the list.
#
# Debian 12 and 13       Fedora (untested)        Arch (untested)
packages_to_build='
  gcc                    gcc                      gcc
  libc6-dev              glibc-devel              glibc
  meson                  meson                    meson
  ninja-build            ninja-build              ninja
  pkgconf                pkgconf-pkg-config       pkgconf
  gettext                gettext                  gettext
  desktop-file-utils     desktop-file-utils       desktop-file-utils
  shared-mime-info       shared-mime-info         shared-mime-info
  libxml2-utils          libxml2                  libxml2
  libglib2.0-dev         glib2-devel              glib2-devel
  libgtk-4-dev           gtk4-devel               gtk4
  libadwaita-1-dev       libadwaita-devel         libadwaita
  libjansson-dev         jansson-devel            jansson
  libpng-dev             libpng-devel             libpng
  adwaita-icon-theme     adwaita-icon-theme       adwaita-icon-theme
  librsvg2-common        librsvg2                 librsvg
  fonts-inter            rsms-inter-fonts         inter-font
'

packages_to_test='
  python3                python3                  python
  python3-gi             python3-gobject          python-gobject
  python3-jsonschema     python3-jsonschema       python-jsonschema
  xvfb                   xorg-x11-server-Xvfb     xorg-server-xvfb
  xserver-xorg-core      xorg-x11-server-Xorg     xorg-server
  xserver-xorg-video-dummy xorg-x11-drv-dummy     xf86-video-dummy
  openbox                openbox                  openbox
  xdotool                xdotool                  xdotool
  x11-apps               xwd                      xorg-xwd
  x11-utils              xdpyinfo,xprop           xorg-xdpyinfo,xorg-xprop
  x11-xserver-utils      xrandr                   xorg-xrandr
  dbus-daemon            dbus-daemon              dbus
  at-spi2-core           at-spi2-core             at-spi2-core
  gir1.2-atspi-2.0       -                        -
  appstream              appstream                appstream
  man-db                 man-db                   man-db
  zsh                    zsh                      zsh
  fish                   fish                     fish
  imagemagick            ImageMagick              imagemagick
  librsvg2-bin           librsvg2-tools           librsvg
  poppler-utils          poppler-utils            poppler
  qpdf                   qpdf                     qpdf
  libreoffice-impress    libreoffice-impress      libreoffice-still
  locales                glibc-locale-source      glibc
'

packages_for_clang='
  clang                  clang                    clang
  libclang-rt-dev        compiler-rt              compiler-rt
  -                      libasan,libubsan         -
'

packages_to_lint='
  clang                  clang                    clang
  clang-tidy             clang-tools-extra        -
  clang-format           -                        -
  cppcheck               cppcheck                 cppcheck
  git                    git-core                 git
  pyflakes3              python3-pyflakes         python-pyflakes
  shellcheck             ShellCheck               shellcheck
'

# scripts/test-flatpak makes a runtime of Debian's packages.
packages_to_flatpak='
  flatpak                -                        -
  flatpak-builder        -                        -
  elfutils               -                        -
  patch                  -                        -
  xdg-dbus-proxy         -                        -
  mmdebstrap             -                        -
  uidmap                 -                        -
  debian-archive-keyring -                        -
'

packages_to_make_trees='
  git                    git-core                 git
  mmdebstrap             mmdebstrap               -
'

# What the distribution installs is made for its own tools: its python3 has
# the modules of the list, another one that comes first in PATH has not.
PATH=/usr/bin:/bin:$PATH
export PATH

say () {
  printf '%s\n' "$*" >&2
}

# Prints debian, fedora, arch, or nothing for any other.
find_family () {
  local ID='' ID_LIKE='' word

  # shellcheck source=/dev/null
  if [ -r /etc/os-release ]; then . /etc/os-release; fi

  for word in $ID $ID_LIKE; do
    case $word in
      debian | ubuntu) echo debian; return ;;
      fedora | arch) echo "$word"; return ;;
    esac
  done
}

# list_sources SUITE
# The sources of packages that this Debian has for its own release, for another
# one, as apt reads them.
list_sources () {
  local VERSION_CODENAME=''

  # shellcheck source=/dev/null
  . /etc/os-release
  # shellcheck disable=SC2016
  apt-get indextargets --no-release-info --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
    awk -v from="$VERSION_CODENAME" -v to="$1" '$2 == from { print "deb", $1, to, $3 }' | sort -u
}

# list_packages FAMILY TABLE...
list_packages () {
  local family=$1 debian fedora arch names
  shift

  while read -r debian fedora arch; do
    case $family in
      debian) names=$debian ;;
      fedora) names=$fedora ;;
      *) names=$arch ;;
    esac
    if [ "${names:--}" != - ]; then
      tr ',' '\n' <<< "$names"
    fi
  done <<< "$(printf '%s\n' "$@")"
}

# list_missing FAMILY PACKAGE...
list_missing () {
  local family=$1 installed name
  shift

  case $family in
    debian)
      installed=" $(dpkg-query -W -f '${Package}:${db:Status-Status}\n' "$@" 2> /dev/null | tr '\n' ' ') "
      for name; do
        case $installed in
          *" $name:installed "*) ;;
          *) echo "$name" ;;
        esac
      done
      ;;
    fedora)
      for name; do
        rpm -q --quiet --whatprovides "$name" || echo "$name"
      done
      ;;
    arch)
      pacman -T "$@" || true
      ;;
  esac
}

# install_packages FAMILY PACKAGE...
install_packages () {
  local family=$1 log status=0
  local as_root=()
  shift

  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo > /dev/null; then
      say "Packages are missing, and installing them takes the rights of root or sudo: $*"
      return 1
    fi
    as_root=(sudo)
  fi

  say "Installing, which takes a minute or two: $*"

  # What it says is only of interest where it fails.
  log=$(mktemp)
  case $family in
    debian)
      # One source that cannot be reached does not matter where another has
      # the packages.
      "${as_root[@]}" apt-get -qq update >> "$log" 2>&1 || say "Some package lists could not be read; trying without them."
      "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get -qq -y --no-install-recommends -o Dpkg::Use-Pty=0 install "$@"
      ;;
    fedora)
      "${as_root[@]}" dnf -q -y --setopt=install_weak_deps=False install "$@"
      ;;
    arch)
      "${as_root[@]}" pacman -Sy --noconfirm --needed "$@"
      ;;
  esac >> "$log" 2>&1 || status=$?
  if [ $status -ne 0 ]; then
    cat "$log" >&2
  fi
  rm "$log"

  return $status
}

# need_packages TABLE...
# Installs what is missing of the packages in the tables.
need_packages () {
  local family missing=() wanted=()

  family=$(find_family)
  if [ -z "$family" ]; then
    say "This is none of Debian, Fedora and Arch: going on with what is installed. scripts/lib/packages.sh lists what is needed."
    return
  fi

  mapfile -t wanted < <(list_packages "$family" "$@")
  mapfile -t missing < <(list_missing "$family" "${wanted[@]}")
  if [ ${#missing[@]} -gt 0 ]; then
    install_packages "$family" "${missing[@]}"
  fi
}
