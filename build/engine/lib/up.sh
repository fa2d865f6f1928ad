# shellcheck shell=bash
# Start what is missing; say what there is.

engine_up() {
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
  local store fresh=''
  residue_note
  # An instance whose data somebody deleted is of no use to anyone.
  if instance_load && [[ ! -d $DATA ]]; then instance_take_down; fi
  if ! instance_load; then fresh=yes CACHE=$OWN_CACHE PACKAGES=''; fi
  packages_ensure
  export PATH=$PACKAGES/bin:$PATH
  [[ -z $fresh ]] || instance_create
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

# Only what all instances of the machine share is decided under the machine's lock.
instance_create() {
  choose_data_folder
  require_space "$DATA" 500 "the engine's data"
  lock_machine
  network_choose
  instance_save
  release_lock
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
  if [[ -z $others ]] && instance_load; then instance_take_down; fi
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
