# shellcheck shell=bash
# The packages of the engine, unpacked into the cache folder. A set is made in a temporary folder and renamed into place when
# it is complete and checked, so that a run that was cut short leaves nothing that a later run would trust.

# One a line: alternatives in order of preference, "?" where the engine also works without.
PACKAGE_SET='docker.io
docker-cli?
docker-buildx
containerd
runc
tini-static|tini
docker-registry
debootstrap
crane?'

# Tools that are brought only where the machine lacks them: command=package. The caller's PATH is not asked, because our own
# folder may be in it.
PACKAGE_TOOLS='iptables=iptables
ip=iproute2
wget=wget'

wanted_packages() {
  local tool package
  printf '%s\n' "$PACKAGE_SET"
  while IFS='=' read -r tool package; do
    PATH=$MACHINE_PATH command -v "$tool" >/dev/null || printf '%s\n' "$package"
  done <<<"$PACKAGE_TOOLS"
  [[ -n $(apt_keyring debian) ]] || printf 'debian-archive-keyring\n'
}

# Another machine type or another set of packages is another folder.
package_folder() {
  printf '%s/packages/%s-%s-%s' "$CACHE" "$OS_CODENAME" "$(dpkg --print-architecture)" "$(wanted_packages | sha256sum | cut -c1-8)"
}

package_version() { awk -v name="$1" '$1 == name { print $2 }' "$PACKAGES/MANIFEST"; }

# Makes sure that what lies in PACKAGES is what was verified when it was downloaded. An instance keeps the folder it began with.
packages_ensure() {
  [[ -n $PACKAGES ]] || PACKAGES=$(package_folder)
  packages_are_intact && return
  [[ ! -e $PACKAGES ]] || say "the packages in $PACKAGES are not what was downloaded: fetching them again"
  take_lock "$CACHE/lock"
  # Two instances may share one cache: whoever waited here finds the work done.
  packages_are_intact || packages_fetch
  release_lock
}

packages_are_intact() {
  [[ -O $PACKAGES/FILES.sha256 ]] && (cd "$PACKAGES" && sha256sum --check --quiet --strict FILES.sha256) >/dev/null 2>&1
}

packages_fetch() {
  require_space "$CACHE" 1000 'the engine'
  phase_begin
  mkdir -p "$CACHE/packages"
  rm -rf "$CACHE"/packages/.new.*
  local new
  new=$(mktemp -d "$CACHE/packages/.new.XXXXXX")
  TEMPORARY=$new
  chmod 755 "$new"
  mkdir "$new/apt"
  apt_prepare "$new/apt"
  packages_choose "$new/apt" >"$new/MANIFEST"
  packages_download "$new"
  packages_unpack "$new"
  tools_link "$new"
  unset APT_CONFIG
  rm -rf "$new/apt" "$new/debs"
  (cd "$new" && find root bin -type f -print0 | sort -z | xargs -0 sha256sum >FILES.sha256)
  rm -rf "$PACKAGES"
  mv -T "$new" "$PACKAGES"
  TEMPORARY=''
  phase_end "brought Docker $(package_version docker.io) and buildx $(package_version docker-buildx) from signed $OS_ID packages"
}

# Prints "name version sha256" of each package to fetch, the libraries that the machine lacks included.
packages_choose() { # apt folder
  local line name found
  while read -r line; do
    found=''
    while read -r name; do
      package_resolve "$name" '' '' && found=yes && break
    done < <(tr '|' '\n' <<<"${line%'?'}")
    [[ -n $found || $line == *'?' ]] ||
      fail "no version of '${line//|/' or '}' in the package archive runs on $OS_CODENAME: install Docker with buildx by other means"
  done < <(wanted_packages) | sort -u
}

# Picks the newest version whose libraries the machine has in the right version, or can be given.
package_resolve() { # name operator version
  local version sha depends libraries
  while IFS=$'\t' read -r version sha depends; do
    [[ -z $2 ]] || dpkg --compare-versions "$version" "$2" "$3" || continue
    libraries=$(package_libraries "$depends") || continue
    printf '%s %s %s\n' "$1" "$version" "$sha"
    [[ -z $libraries ]] || printf '%s\n' "$libraries"
    return
  done < <(package_versions "$1")
  return 1
}

# Lines "version sha256 dependencies", newest first.
package_versions() { # name
  apt-cache show "$1" 2>/dev/null | awk -v OFS='\t' '
    /^Version: / { version = $2 }
    /^SHA256: / { sha = $2 }
    /^Depends: / { depends = substr($0, 10) }
    /^$/ { if (version != "") print version, sha, depends; version = sha = depends = "" }
    END { if (version != "") print version, sha, depends }'
}

# False when a library is too old here; else prints the ones that must be fetched as well.
package_libraries() { # dependencies
  local clause name operator version installed
  local pattern='^ *(lib[^ :(]*)[^ (]*( \((<<|<=|=|>=|>>) ([^)]*)\))?'
  while read -r clause; do
    [[ ${clause%%|*} =~ $pattern ]] || continue
    name=${BASH_REMATCH[1]} operator=${BASH_REMATCH[3]} version=${BASH_REMATCH[4]}
    installed=$(dpkg-query -W -f '${db:Status-Abbrev}${Version}\n' "$name" 2>/dev/null | sed -n 's/^ii *//p' | head -n 1)
    if [[ -z $installed ]]; then
      package_resolve "$name" "$operator" "$version" || return 1
    elif [[ -n $operator ]]; then
      dpkg --compare-versions "$installed" "$operator" "$version" || return 1
    fi
  done < <(tr ',' '\n' <<<"$1")
}

packages_download() { # new folder
  local wanted
  mkdir -p "$1/debs"
  mapfile -t wanted < <(awk '{ print $1 "=" $2 }' "$1/MANIFEST")
  attend env -C "$1/debs" apt-get download -q "${wanted[@]}" >"$1/apt/download.log" 2>&1 || {
    sed 's/^/  /' "$1/apt/download.log" >&2
    fail 'the packages could not be downloaded: check the network and the space on the disk, then try again'
  }
  # apt has compared each file with the signed index; what is recorded is what was compared.
  local name version sha
  while read -r name version sha; do
    printf '%s  %s\n' "$sha" "$(find "$1/debs" -name "${name}_*.deb" -printf '%p')"
  done <"$1/MANIFEST" | sha256sum --check --quiet --strict >&2 || fail 'a downloaded package is not the one in the signed index: try again'
}

packages_unpack() { # new folder
  mkdir -p "$1/root"
  find "$1/debs" -name '*.deb' -print0 | xargs -0 -P 2 -I '{}' dpkg -x '{}' "$1/root" ||
    fail "the packages could not be unpacked into $CACHE: check the space on that disk"
  rm -rf "$1"/root/usr/share/{doc,man,bash-completion,fish,zsh,lintian}
}
