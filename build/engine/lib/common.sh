# shellcheck shell=bash
# Names and places. Everything below /run is shared by the whole machine: that is how a second checkout, or another HOME,
# finds the engine that runs instead of starting a rival for the same bridge, subnet and port.

# shellcheck disable=SC2034  # read by the other parts
ALL_STORES=(classic containerd)
ENGINE_NAME=${DOCKERSLIM_ENGINE_NAME:-dockerslim}
RUN_ROOT=/run/nuke-dockerslim
RUN=$RUN_ROOT/$ENGINE_NAME
MACHINE_PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
HOME=${HOME:-~root}
OWN_CACHE=${DOCKERSLIM_ENGINE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/nuke-dockerslim/engine}

say() { printf 'engine: %s\n' "$*" >&2; }

# 4 is "engine, registry or network" in the exit codes of the build.
fail() {
  say "$*"
  exit 4
}

# The name becomes part of interface and socket names, which have hard length limits.
[[ $ENGINE_NAME =~ ^[a-z][a-z0-9-]{0,19}$ ]] ||
  fail "DOCKERSLIM_ENGINE_NAME is '$ENGINE_NAME': use a lowercase letter, then up to 19 letters, digits or dashes"

# The brought programs first; the system's folders last, for callers whose PATH lacks them.
path_with_packages() { export PATH=$PACKAGES/bin:$PATH:$MACHINE_PATH; }

phase_begin() { PHASE_BEGAN=${EPOCHREALTIME/[.,]/}; }

phase_end() {
  local milliseconds=$(((${EPOCHREALTIME/[.,]/} - PHASE_BEGAN) / 1000))
  say "$(printf '%s (%d.%d s)' "$*" $((milliseconds / 1000)) $((milliseconds % 1000 / 100)))"
}

# The JSON files written here hold paths; a quote or a backslash in one must not break them.
json_text() {
  local text=${1//\\/\\\\}
  printf '"%s"' "${text//\"/\\\"}"
}

# A recorded process id may have been taken over by a stranger, or be a zombie: only a command line with our marker counts.
process_is_ours() { # pid marker
  local words=()
  [[ -n $1 ]] && { mapfile -d '' -t words <"/proc/$1/cmdline"; } 2>/dev/null && [[ "${words[*]}" == *"$2"* ]]
}

read_pid() { # file
  local pid=''
  if [[ -r $1 ]]; then read -r pid <"$1" || true; fi
  printf '%s' "$pid"
}

# Asks to end, waits, then insists.
process_end() { # pid marker tenths-of-a-second
  local left=$3
  process_is_ours "$1" "$2" || return 0
  kill -TERM "$1" 2>/dev/null || true
  while process_is_ours "$1" "$2"; do
    if ((left-- == 0)); then kill -KILL "$1" 2>/dev/null || true; fi
    ((left > -50)) || return 1
    sleep 0.1
  done
}
