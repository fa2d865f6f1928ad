# shellcheck shell=bash
# One writer at a time. `down` deletes the lock files, so whoever gets a lock checks that the file is still the one he locked.
LOCKS=()

take_lock() { # file
  local file=$1 descriptor told=''
  while :; do
    mkdir -p "$(dirname "$file")"
    { exec {descriptor}>"$file"; } 2>/dev/null || continue
    if ! flock -n "$descriptor"; then
      [[ -n $told ]] || say 'waiting for another run that is at work on this engine'
      told=yes
      flock -w 900 "$descriptor" || fail "another run has held $file for 15 minutes: end it, then try again"
    fi
    [[ $file -ef /proc/self/fd/$descriptor ]] && break
    exec {descriptor}>&-
  done
  LOCKS+=("$descriptor")
}

# Gives back the lock that was taken last.
release_lock() {
  local descriptor=${LOCKS[-1]}
  unset 'LOCKS[-1]'
  exec {descriptor}>&-
}

lock_instance() { take_lock "$RUN_ROOT/$ENGINE_NAME.lock"; }

# Whoever waits for the file finds it gone and makes a new one.
lock_remove() {
  rm -f "$RUN_ROOT/$ENGINE_NAME.lock"
  release_lock
  rmdir "$RUN_ROOT" 2>/dev/null || true
}

# Subnets, ports and forwarding are dealt out to all instances of the machine from one place.
lock_machine() { take_lock "$RUN_ROOT/machine.lock"; }

# Starts a daemon that outlives this shell. It must not inherit the locks: they would be held for as long as it lives.
spawn() { # log command...
  local log=$1 descriptor
  shift
  (
    for descriptor in "${LOCKS[@]}"; do exec {descriptor}>&-; done
    exec setsid "$@" </dev/null >>"$log" 2>&1
  ) &
  SPAWNED=$!
}
