# shellcheck shell=bash
# Base images under their upstream names, for machines that reach no image registry. Each is made by the recipe bases/<name>.sh
# (":" written as "-"), once per machine, kept in the cache, and loaded into the stores that lack it. An image of that name
# that is not ours (no label) is the real one and stays.

# In order: a recipe may build on those above it.
BASES=(debian:bookworm-slim node:20-bookworm-slim)
BASE_LABEL=nuke-dockerslim.base

base_recipe() { printf '%s/bases/%s.sh' "$ENGINE_HOME" "${1//:/-}"; }
base_folder() { printf '%s/bases/%s-%s' "$CACHE" "${1//:/-}" "$(base_revision)"; }

# Changes with the recipes and with the authorities of this machine: then the images are made anew.
base_revision() {
  [[ -n ${BASE_REVISION:-} ]] ||
    BASE_REVISION=$(cat "$ENGINE_HOME"/bases/*.sh "$ENGINE_HOME"/lib/{archive,certificates}.sh "$CA_BUNDLE" 2>/dev/null | sha256sum | cut -c1-12)
  printf '%s' "$BASE_REVISION"
}

bases_ensure() { # store...
  instance_load || fail "the engine '$ENGINE_NAME' went away: start it again"
  ! bases_are_there "$@" || return 0
  require_debian_root
  path_with_packages
  take_lock "$CACHE/lock"
  local base
  for base in "${BASES[@]}"; do base_ensure "$base" "$@"; done
  release_lock
}

# One question per store for all of them, to all stores at once.
bases_are_there() { # store...
  local store question questions=()
  base_revision >/dev/null
  for store in "$@"; do
    store_has_bases "$store" &
    questions+=($!)
  done
  for question in "${questions[@]}"; do wait "$question" || return 1; done
}

store_has_bases() { # store
  local labels label
  labels=$(base_labels "$1" "${BASES[@]}") || return 1
  while read -r label; do [[ -z $label || $label == "$BASE_REVISION" ]] || return 1; done <<<"$labels"
}

base_labels() { # store image...
  local store=$1
  shift
  store_docker "$store" image inspect --format "{{with .Config.Labels}}{{index . \"$BASE_LABEL\"}}{{end}}" "$@" 2>/dev/null
}

base_ensure() { # image store...
  local base=$1 store label missing=()
  shift
  for store in "$@"; do
    if ! label=$(base_labels "$store" "$base") || [[ -n $label && $label != "$BASE_REVISION" ]]; then missing+=("$store"); fi
  done
  [[ ${#missing[@]} -gt 0 ]] || return 0
  base_make "$base" "${missing[0]}"
  base_load "$base" "${missing[@]}"
}

# Made beside its place and renamed into it when complete, like the packages.
base_make() { # image, a store to run helpers in
  local folder new
  folder=$(base_folder "$1")
  if [[ -r $folder/FILES.sha256 ]]; then
    (cd "$folder" && sha256sum --check --quiet --strict FILES.sha256) >/dev/null 2>&1 && return
    say "the image in $folder is not what was made: making it again"
  fi
  require_space "$CACHE" 1500 "the base image $1"
  phase_begin
  mkdir -p "$CACHE/bases"
  rm -rf "$CACHE"/bases/.new.*
  new=$(mktemp -d "$CACHE/bases/.new.XXXXXX")
  TEMPORARY=$new HELPER_STORE=$2
  # shellcheck source=/dev/null
  . "$(base_recipe "$1")"
  archive_begin "$new/image"
  base_build "$new" "$1"
  (cd "$new/image" && find . -type f -print0 | sort -z | xargs -0 sha256sum) >"$new/sums"
  mv "$new/sums" "$new/image/FILES.sha256"
  rm -rf "$CACHE/bases/${1//:/-}"-*
  mv -T "$new/image" "$folder"
  rm -rf "$new"
  TEMPORARY=''
  phase_end "made the base image $1"
}

base_load() { # image store...
  local base=$1 store loads=() folder
  shift
  folder=$(base_folder "$base")
  phase_begin
  for store in "$@"; do
    tar -C "$folder" -cf - blobs index.json manifest.json oci-layout | store_docker "$store" load --quiet >/dev/null &
    loads+=($!)
  done
  for store in "${loads[@]}"; do wait "$store" || fail "$base could not be loaded: see the engine's log in $RUN"; done
  phase_end "loaded $base into $*"
}
