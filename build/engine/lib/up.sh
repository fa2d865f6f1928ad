# shellcheck shell=bash
# Start what is missing; say what there is.

engine_up() {
  # A store that lists its images answers: then that one question is enough.
  if [[ -n $WITH_BASES ]] && state_is_whole && instance_load && bases_are_there "${STORES[@]}"; then
    state_print "${STORES[@]}"
    return
  fi
  if ! state_is_live "${STORES[@]}"; then
    require_debian_root
    lock_instance
    # Whoever waited for the lock may find the work done.
    state_is_live "${STORES[@]}" || engine_start
    release_lock
  fi
  [[ -z $WITH_BASES ]] || bases_ensure "${STORES[@]}"
  state_print "${STORES[@]}"
}

engine_start() {
  STARTED=() UNDO=engine_start_undo
  local store gone=''
  residue_note
  # An instance whose data somebody deleted (with its HOME, say) is of no use to anyone: a new one takes its place.
  if instance_load && ! data_is_there "$DATA"; then gone=yes; fi
  if [[ -n $gone || ! -r $RUN/instance ]]; then CACHE=$OWN_CACHE PACKAGES=''; fi
  packages_ensure
  path_with_packages
  if [[ -n $gone ]]; then instance_forget; fi
  [[ -r $RUN/instance ]] || instance_create
  for store in "${STORES[@]}"; do
    if ! store_is_alive "$store" || ! store_docker "$store" version >/dev/null 2>&1; then STARTED+=("$store"); fi
  done
  config_write
  phase_begin
  network_up "${STORES[@]}"
  for store in "${STARTED[@]}"; do store_stop "$store"; done
  stores_start "${STARTED[@]}"
  registry_ensure
  state_save
  UNDO=''
  phase_end "running: ${STORES[*]}, registry $(registry_address)"
}

# Unmounting comes first: the mount points themselves outlive a deletion.
instance_forget() {
  instance_take_down
  rm -rf "$DATA"
  rmdir -p --ignore-fail-on-non-empty "$(dirname "$DATA")" 2>/dev/null || true
}

# Only what all instances of the machine share is decided under the machine's lock.
instance_create() {
  choose_data_folder
  require_space "$DATA" 500 "the engine's data"
  lock_machine
  network_choose
  instance_save
  release_lock
  networks_of_another_block_forget
}

# A start that failed or was interrupted leaves nothing running that this run started.
engine_start_undo() {
  local store others=''
  for store in "${ALL_STORES[@]}"; do
    if [[ " ${STARTED[*]} " == *" $store "* ]]; then
      store_stop "$store"
    elif store_is_alive "$store"; then
      others=yes
    fi
  done
  if [[ -z $others ]]; then
    if instance_load; then instance_take_down; else machine_forget; fi
    lock_remove
  fi
}

state_print() { # store...
  local store
  for store in "$@"; do grep "^DOCKER_HOST_${store^^}=" "$RUN/state"; done
  grep -v '^DOCKER_HOST_' "$RUN/state"
}

engine_bases() {
  WITH_BASES=yes
  engine_up
}
