# shellcheck shell=bash
# One registry on a loopback port, which Docker trusts without TLS. 5000 is what examples use; a stranger there is left alone.

registry_address() { state_get "$RUN/registry.address" ADDRESS; }
registry_is_alive() { process_is_ours "$(read_pid "$RUN/registry.pid")" "$RUN/registry.yml"; }

port_is_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# True when a registry speaks there: by its own header, not by an open port alone.
registry_answers() { # host:port
  local answer=''
  [[ $1 == *:* ]] || return 1
  answer=$( (
    exec 3<>"/dev/tcp/${1%:*}/${1##*:}"
    printf 'GET /v2/ HTTP/1.0\r\nHost: %s\r\n\r\n' "$1" >&3
    timeout 5 cat <&3
  ) 2>/dev/null) || true
  [[ $answer == *'Docker-Distribution-Api-Version'* ]]
}

registry_ensure() {
  ! registry_is_alive || ! registry_answers "$(registry_address)" || return 0
  registry_stop
  local port
  for ((port = 5000; port < 5100; port++)); do
    port_is_taken "$port" && continue
    registry_launch "127.0.0.1:$port" && return
  done
  tail -n 5 "$RUN/registry.log" 2>/dev/null | sed 's/^/  /' >&2
  fail 'the registry did not start on any port from 127.0.0.1:5000 to 5099: free one of them, then try again'
}

registry_launch() { # address
  local left=100
  mkdir -p "$DATA/registry"
  cat >"$RUN/registry.yml" <<YAML
version: 0.1
log: {level: warn, accesslog: {disabled: true}}
storage:
  filesystem: {rootdirectory: $(json_text "$DATA/registry")}
  delete: {enabled: true}
http: {addr: "$1", secret: "$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')"}
YAML
  spawn "$RUN/registry.log" "$PACKAGES/bin/docker-registry" serve "$RUN/registry.yml"
  printf '%s\n' "$SPAWNED" >"$RUN/registry.pid"
  until registry_answers "$1"; do
    # Gone at once: somebody took the port in between.
    [[ -d /proc/$SPAWNED ]] && ((left-- > 0)) || return 1
    sleep 0.05
  done
  registry_is_alive || return 1
  printf 'ADDRESS=%s\n' "$1" | state_write "$RUN/registry.address"
}

registry_stop() {
  process_end "$(read_pid "$RUN/registry.pid")" "$RUN/registry.yml" 50
  rm -f "$RUN/registry.pid" "$RUN/registry.address"
}
