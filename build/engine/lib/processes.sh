# shellcheck shell=bash
# What may outlive its daemon: containerd, shims, the processes of containers, and the control groups they lived in.

cgroup_name() { printf 'dockerslim-%s' "$INDEX"; }

# Version 1 has one tree per controller, version 2 a single one.
cgroup_folders() { find /sys/fs/cgroup -mindepth 1 -maxdepth 2 -type d -name "$(cgroup_name)" 2>/dev/null || true; }

cgroup_processes() {
  local folder
  cgroup_folders | while read -r folder; do find "$folder" -name cgroup.procs -exec cat {} + 2>/dev/null || true; done | sort -u
}

cgroups_remove() {
  local folder
  cgroup_folders | while read -r folder; do find "$folder" -depth -type d -exec rmdir {} ';' 2>/dev/null || true; done
}

# Daemons of this instance by their command line; the program is looked at too, because a person's pager on one of our logs
# has the path in its command line as well.
instance_daemons() {
  local process
  for process in /proc/[0-9]*; do
    process=${process#/proc/}
    process_is_ours "$process" "$RUN/" || continue
    case $(readlink "/proc/$process/exe" 2>/dev/null) in
      */dockerd* | */containerd* | */docker-registry* | */runc*) printf '%s\n' "$process" ;;
    esac
  done
}

processes_end() {
  local signal process left
  for signal in TERM KILL; do
    for process in $(cgroup_processes); do kill -KILL "$process" 2>/dev/null || true; done
    for process in $(instance_daemons); do kill -"$signal" "$process" 2>/dev/null || true; done
    for ((left = 50; left > 0; left--)); do
      [[ -n $(instance_daemons)$(cgroup_processes) ]] || return 0
      sleep 0.1
    done
  done
  say "some processes of '$ENGINE_NAME' would not end: $(instance_daemons | tr '\n' ' ')"
}
