# shellcheck shell=bash
# Two small KEY=value files per instance: `instance` holds what was decided when it came into being (written first, so that
# `down` can take back a start that was cut short), `state` what is running (written last, so that it is never ahead of the truth).

state_get() { # file key
  local key value
  [[ -r $1 ]] || return 0
  while IFS='=' read -r key value; do
    [[ $key != "$2" ]] || { printf '%s' "$value" && return; }
  done <"$1"
}

state_write() { # file; the lines come on standard input
  cat >"$1.new"
  mv -f "$1.new" "$1"
}

# Reads what an existing instance decided; false when there is none.
instance_load() {
  [[ -r $RUN/instance ]] || return 1
  INDEX=$(state_get "$RUN/instance" INDEX)
  BLOCK=$(state_get "$RUN/instance" BLOCK)
  CACHE=$(state_get "$RUN/instance" CACHE)
  DATA=$(state_get "$RUN/instance" DATA)
  PACKAGES=$(state_get "$RUN/instance" PACKAGES)
}

# The folder alone proves nothing: a running engine's mounts keep it when everything in it is deleted.
DATA_MARK=nuke-dockerslim
data_is_there() { [[ -e $1/$DATA_MARK ]]; }

instance_save() {
  mkdir -p "$RUN"
  printf '%s\n' "INDEX=$INDEX" "BLOCK=$BLOCK" "CACHE=$CACHE" "DATA=$DATA" "PACKAGES=$PACKAGES" | state_write "$RUN/instance"
}

state_save() {
  {
    local store
    for store in "${ALL_STORES[@]}"; do
      ! store_is_alive "$store" || printf 'DOCKER_HOST_%s=%s\n' "${store^^}" "$(store_host "$store")"
    done
    printf '%s\n' "DOCKER_CONFIG=$(config_folder)" "DOCKER_CLI=$PACKAGES/bin/docker" "REGISTRY=$(registry_address)" \
      "ENGINE_VERSION=$(package_version docker.io)" "BUILDX_VERSION=$(package_version docker-buildx)" \
      "ENGINE_CACHE=$CACHE" "ENGINE_DATA=$DATA" "ENGINE_LOGS=$RUN"
  } | state_write "$RUN/state"
}

# Two halves of the question whether an engine runs. They take no lock: this is the way of all runs but the first.
state_is_whole() {
  local cli
  cli=$(state_get "$RUN/state" DOCKER_CLI)
  [[ -n $cli && -x $cli ]] && data_is_there "$(state_get "$RUN/state" ENGINE_DATA)" && registry_answers "$(state_get "$RUN/state" REGISTRY)"
}

stores_answer() { # store...
  local store host cli question questions=()
  cli=$(state_get "$RUN/state" DOCKER_CLI)
  for store in "$@"; do
    host=$(state_get "$RUN/state" "DOCKER_HOST_${store^^}")
    [[ -n $host ]] || return 1
    DOCKER_HOST=$host "$cli" version >/dev/null 2>&1 &
    questions+=($!)
  done
  for question in "${questions[@]}"; do wait "$question" || return 1; done
}

state_is_live() { state_is_whole && stores_answer "$@"; } # store...

engine_status() {
  local store answering=()
  for store in "${ALL_STORES[@]}"; do
    ! state_is_live "$store" || answering+=("$store")
  done
  if [[ ${#answering[@]} -eq 0 ]]; then
    say "no embedded engine named '$ENGINE_NAME' is running: start one with 'engine.sh up'"
    exit 4
  fi
  grep -v '^DOCKER_HOST_' "$RUN/state"
  for store in "${answering[@]}"; do grep "^DOCKER_HOST_${store^^}=" "$RUN/state"; done
}
