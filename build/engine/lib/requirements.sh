# shellcheck shell=bash
# What the machine must be before anything is touched; each miss is one sentence with what to do.

require_debian_root() {
  local advice='install Docker with buildx and start it, or point DOCKER_HOST at an engine'
  [[ $(uname -s) == Linux && -r /etc/os-release ]] ||
    fail "no engine was found and this is not a Debian-like Linux (looked for /etc/os-release): $advice"
  OS_ID=$(. /etc/os-release && printf '%s' "$ID")
  OS_CODENAME=$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}")
  local family
  family=$(. /etc/os-release && printf '%s' "$ID ${ID_LIKE:-}")
  [[ " $family " == *' debian '* && -n $OS_CODENAME ]] ||
    fail "no engine was found and '$OS_ID' is not a Debian-like Linux (looked at ID and ID_LIKE in /etc/os-release): $advice"
  ((EUID == 0)) || fail "no engine was found and bringing one needs root (this is user id $EUID): run as root, or $advice"
  local tool
  for tool in apt-get apt-cache apt-config dpkg dpkg-query flock setsid sha256sum; do
    command -v "$tool" >/dev/null ||
      fail "no engine was found and '$tool' is not on PATH, so Debian's packages cannot be used: install it, or $advice"
  done
}

require_space() { # folder megabytes purpose
  local free
  mkdir -p "$1" || fail "the folder $1 cannot be made: choose another one with DOCKERSLIM_ENGINE_CACHE"
  free=$(df -Pm "$1" | awk 'NR == 2 { print $4 }')
  ((free >= $2)) ||
    fail "$1 has $free MB free and $3 needs $2 MB: make room, or choose another folder with DOCKERSLIM_ENGINE_CACHE"
}

# The classic store needs overlay mounts, which do not stack on every file system (not on another overlay, for one).
overlay_works() { # folder
  local trial
  mkdir -p "$1" && trial=$(mktemp -d "$1/overlay.XXXXXX") || return 1
  mkdir "$trial/lower" "$trial/upper" "$trial/work" "$trial/merged"
  # The mount lives in a namespace of its own and is gone with the command.
  local good=1
  # shellcheck disable=SC2016  # expanded by the inner shell
  if unshare --mount sh -c 'cd "$1" && mount -t overlay overlay -o lowerdir=lower,upperdir=upper,workdir=work merged &&
      : >merged/file && test -e upper/file' sh "$trial" 2>/dev/null; then good=0; fi
  rm -rf "$trial"
  return $good
}

# The images live on disk beside the cache where that works, else where it does.
choose_data_folder() {
  local candidate
  for candidate in ${DOCKERSLIM_ENGINE_DATA:+"$DOCKERSLIM_ENGINE_DATA"} "$CACHE/data" /var/lib/nuke-dockerslim; do
    overlay_works "$candidate" || continue
    DATA=$candidate/$ENGINE_NAME
    [[ $(stat -f -c %T "$candidate") != tmpfs ]] || say "$candidate lies in memory (tmpfs): images will use RAM"
    return
  done
  fail "no folder takes overlay mounts (tried $CACHE/data and /var/lib/nuke-dockerslim): set DOCKERSLIM_ENGINE_DATA to a folder on a real disk"
}
