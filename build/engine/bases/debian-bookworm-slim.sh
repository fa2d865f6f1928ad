# shellcheck shell=bash
# debian:bookworm-slim as debootstrap makes it from the archive that this machine uses, without manuals and translations.

base_build() { # work folder, tag
  local root=$1/root
  mkdir -m 755 "$root"
  debian_bootstrap "$root" "$1/debootstrap.log"
  debian_sources "$root"
  debian_slim "$root"
  certificates_copy "$root"
  archive_layer "$root" 'debootstrap --variant=minbase bookworm'
  archive_end "$2" "\"Env\":[\"PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\"],\"Cmd\":[\"bash\"],\"Labels\":{\"$BASE_LABEL\":\"$BASE_REVISION\"}"
}

# The archive that the machine itself uses, where it is a Debian; else debootstrap's own choice.
debian_archive() {
  [[ $OS_ID != debian ]] || apt_sources | awk -v suite="$OS_CODENAME" '$2 == suite && $1 ~ /^https?:/ { print $1; exit }'
}

# debootstrap mounts /proc and /sys in the new root. In namespaces of its own those mounts, and all that it started, are gone with
# it, however it ends. The folder is bound to a short plain path because debootstrap does not quote.
debian_bootstrap() { # root log
  local keyring archive place=$RUN/base
  keyring=$(apt_keyring debian)
  [[ -n $keyring ]] || keyring=$(find "$PACKAGES/root/usr/share/keyrings" -name 'debian-archive-keyring.*' | sort | head -n 1)
  archive=$(debian_archive)
  mkdir -p "$place"
  # shellcheck disable=SC2016  # expanded by the inner shell
  http_proxy=$(debian_proxy http) https_proxy=$(debian_proxy https) LC_ALL=C \
    attend unshare --mount --pid --fork --kill-child bash -c 'mount --bind "$1" "$2" && shift && exec debootstrap --variant=minbase --force-check-gpg --keyring="$2" bookworm "$1" ${3:+"$3"}' \
    bash "$1" "$place" "$keyring" "$archive" >"$2" 2>&1 || {
    tail -n 15 "$2" | sed 's/^/  /' >&2
    fail "debian:bookworm-slim could not be made by debootstrap from ${archive:-its default archive}: check the network, then try again"
  }
  rmdir "$place"
}

debian_proxy() { # scheme
  local proxy='' variable=${1}_proxy
  eval "$(apt-config shell proxy "Acquire::$1::Proxy")"
  printf '%s' "${!variable:-$proxy}"
}

# The suites that the machine has of this archive (updates, security), under bookworm's name.
debian_sources() { # root
  local main keyring uri suite
  main=$(awk '$1 == "deb" { print $2; exit }' "$1/etc/apt/sources.list")
  keyring=/usr/share/keyrings/debian-archive-keyring.gpg
  rm "$1/etc/apt/sources.list"
  {
    printf '%s\n' 'Types: deb' "URIs: $main" 'Suites: bookworm bookworm-updates' 'Components: main' "Signed-By: $keyring"
    apt_sources | while read -r uri suite; do
      [[ $suite != "$OS_CODENAME-security" || $OS_ID != debian ]] ||
        printf '%s\n' '' 'Types: deb' "URIs: $uri" 'Suites: bookworm-security' 'Components: main' "Signed-By: $keyring"
    done
  } >"$1/etc/apt/sources.list.d/debian.sources"
  # A proxy on the machine's own loopback cannot be reached from a container, and one with a password is nobody else's business.
  apt-config dump | grep -E '^Acquire::https?::Proxy "' | grep -vE '@|127\.|localhost' >"$1/etc/apt/apt.conf.d/80machine-proxy" ||
    rm "$1/etc/apt/apt.conf.d/80machine-proxy"
}

# What makes an image of Debian small and keeps it so: downloaded packages and package indexes do not stay, services do not start.
debian_slim() { # root
  rm -rf "$1"/var/cache/apt/* "$1"/var/lib/apt/lists/* "$1"/var/log/* "$1"/var/cache/debconf/*-old "$1"/var/lib/dpkg/*-old \
    "$1"/usr/share/{doc,man,info,locale,groff,lintian}/* "$1"/etc/hostname "$1"/etc/resolv.conf "$1"/tmp/*
  printf '%s\n' '#!/bin/sh' 'exit 101' >"$1/usr/sbin/policy-rc.d"
  chmod 755 "$1/usr/sbin/policy-rc.d"
  printf 'path-exclude /usr/share/%s/*\n' doc man info locale groff lintian >"$1/etc/dpkg/dpkg.cfg.d/slim"
  printf '%s\n' 'Dir::Cache::pkgcache "";' 'Dir::Cache::srcpkgcache "";' 'Acquire::Languages "none";' 'Acquire::GzipIndexes "true";' \
    'APT::Keep-Downloaded-Packages "false";' 'Apt::AutoRemove::SuggestsImportant "false";' \
    'DPkg::Post-Invoke { "rm -f /var/cache/apt/archives/*.deb /var/cache/apt/archives/partial/*.deb || true"; };' >"$1/etc/apt/apt.conf.d/slim"
}
