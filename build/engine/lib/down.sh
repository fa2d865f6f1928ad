# shellcheck shell=bash
# Take back everything that `up` put on the machine. It works from the folder in /run and from names, not from the state file,
# so that a start that was killed half-way can be taken back too.

# Folders that the daemons make at fixed places of the machine. Those that were there before are somebody else's.
FIXED_FOLDERS='/opt/containerd/bin /opt/containerd/lib /opt/containerd /run/containerd/s /run/containerd /run/docker/plugins /run/docker'

residue_note() {
  [[ ! -e $RUN_ROOT/found ]] || return 0
  mkdir -p "$RUN_ROOT"
  local folder
  for folder in $FIXED_FOLDERS; do
    [[ ! -d $folder ]] || printf '%s\n' "$folder"
  done >"$RUN_ROOT/found"
}

residue_remove() {
  [[ -r $RUN_ROOT/found ]] || return 0
  local folder
  for folder in $FIXED_FOLDERS; do
    grep -qxF "$folder" "$RUN_ROOT/found" || rmdir "$folder" 2>/dev/null || true
  done
  rm -f "$RUN_ROOT/found"
}

engine_down() {
  if [[ ! -d $RUN && -z $PURGE ]]; then
    say "no embedded engine named '$ENGINE_NAME' is running"
    return
  fi
  require_debian_root
  lock_instance
  phase_begin
  CACHE=$OWN_CACHE DATA=''
  if instance_load; then instance_take_down; else rm -rf "$RUN"; fi
  if [[ -n $PURGE ]]; then purge; fi
  lock_remove
  phase_end "stopped '$ENGINE_NAME'${PURGE:+ and removed its cache and data}"
}

instance_take_down() {
  [[ -z $PACKAGES ]] || path_with_packages
  # First, so that nobody finds an engine that is about to go.
  rm -f "$RUN/state"
  local store
  for store in "${ALL_STORES[@]}"; do store_stop "$store" & done
  registry_stop
  wait
  processes_end
  mounts_remove
  cgroups_remove
  bridges_down
  chains_down
  rm -rf "$RUN"
  machine_forget
}

# The last instance to go puts back what all of them share.
machine_forget() {
  lock_machine
  if ! ls "$RUN_ROOT"/*/instance >/dev/null 2>&1; then
    forwarding_restore
    residue_remove
    rm -f "$RUN_ROOT/machine.lock"
  fi
  release_lock
}

# Deepest first; the names in /proc/mounts have their spaces written as \040.
mounts_remove() {
  local place data=${DATA:?}
  awk '{ print $2 }' /proc/mounts | sort -r | while read -r place; do
    printf -v place '%b' "$place"
    case $place in "$RUN"/* | "$data"/*) umount -l "$place" 2>/dev/null || true ;; esac
  done
}

# The packages and base images go with the last instance that uses them.
purge() {
  local file
  if [[ -n $DATA ]]; then rm -rf "$DATA"; fi
  rm -rf "$CACHE/data/$ENGINE_NAME" "/var/lib/nuke-dockerslim/$ENGINE_NAME"
  for file in "$RUN_ROOT"/*/instance; do
    [[ $(state_get "$file" CACHE) != "$CACHE" ]] || {
      say "the packages in $CACHE stay, because another instance uses them"
      return
    }
  done
  rm -rf "$CACHE/packages" "$CACHE/bases" "$CACHE/lock"
  rmdir "$CACHE/data" "$CACHE" /var/lib/nuke-dockerslim 2>/dev/null || true
}
