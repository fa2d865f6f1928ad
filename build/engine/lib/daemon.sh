# shellcheck shell=bash
# One dockerd (with its own containerd) per image store: own socket, data, bridge and process group.

store_socket() { printf '%s/%s.sock' "$RUN" "$1"; }
store_host() { printf 'unix://%s' "$(store_socket "$1")"; }
store_pid() { read_pid "$RUN/$1.pid"; }
store_marker() { printf -- '--config-file %s/%s.json' "$RUN" "$1"; }
store_is_alive() { process_is_ours "$(store_pid "$1")" "$(store_marker "$1")"; }
store_docker() { local store=$1 && shift && DOCKER_HOST=$(store_host "$store") DOCKER_CONFIG=$(config_folder) "$PACKAGES/bin/docker" "$@"; }
config_folder() { printf '%s/docker-config' "$DATA"; }

# The client's own configuration folder: buildx as its plugin, and the proxies of this shell handed on to builds.
config_write() {
  local folder name proxies=''
  folder=$(config_folder)
  mkdir -p "$folder/cli-plugins"
  ln -sfn "$PACKAGES/root/usr/libexec/docker/cli-plugins/docker-buildx" "$folder/cli-plugins/docker-buildx"
  [[ ! -e $folder/config.json ]] || return 0
  for name in http:HTTP_PROXY https:HTTPS_PROXY no:NO_PROXY; do
    local variable=${name#*:} value
    value=${!variable:-}
    [[ -n $value ]] || variable=${variable,,} value=${!variable:-}
    [[ -z $value ]] || proxies+="${proxies:+, }\"${name%:*}Proxy\": $(json_text "$value")"
  done
  printf '{%s}\n' "${proxies:+\"proxies\": {\"default\": {$proxies\}\}}" >"$folder/config.json"
}

# What is not said here keeps Docker's default; the store is said, because its default depends on the version.
store_write_configuration() { # store
  local snapshotter=false driver='"storage-driver": "overlay2",'
  [[ $1 != containerd ]] || snapshotter=true driver=''
  cat >"$RUN/$1.json" <<JSON
{
  "hosts": [$(json_text "$(store_host "$1")")],
  "data-root": $(json_text "$DATA/$1"),
  "exec-root": $(json_text "$RUN/$1"),
  "pidfile": $(json_text "$RUN/$1.pid"),
  "features": {"containerd-snapshotter": $snapshotter},
  $driver
  "bridge": "$(bridge_name "$1")",
  "mtu": $(link_mtu),
  "default-address-pools": [{"base": "$(address_pool "$1")/22", "size": 27}],
  "iptables": false,
  "ip6tables": false,
  "ip-forward": false,
  "userland-proxy-path": $(json_text "$PACKAGES/bin/docker-proxy"),
  "init-path": $(json_text "$PACKAGES/bin/docker-init"),
  "cgroup-parent": "/$(cgroup_name)",
  "exec-opts": ["native.cgroupdriver=cgroupfs"],
  "log-level": "warn"
}
JSON
}

store_launch() { # store
  mkdir -p "$DATA/$1" "$RUN/$1"
  rm -f "$RUN/$1.pid" "$(store_socket "$1")"
  store_write_configuration "$1"
  : >"$RUN/$1.log"
  spawn "$RUN/$1.log" "$PACKAGES/bin/dockerd" --config-file "$RUN/$1.json"
}

# dockerd writes its pid file itself; the pid of the launch tells a death before that.
store_await() { # store pid-of-launch
  local left=600
  until store_docker "$1" version >/dev/null 2>&1; do
    if [[ ! -d /proc/$2 ]] || ((left-- == 0)); then
      tail -n 15 "$RUN/$1.log" | sed 's/^/  /' >&2
      fail "the $1 engine did not start: the reason stands above, the whole log in $RUN/$1.log"
    fi
    sleep 0.1
  done
}

stores_start() { # store...
  local store
  local -A launched=()
  for store in "$@"; do
    store_launch "$store"
    launched[$store]=$SPAWNED
  done
  for store in "$@"; do store_await "$store" "${launched[$store]}"; done
}

store_stop() { # store
  local containers
  store_is_alive "$1" || return 0
  # A container would otherwise get its time to end gently, ten seconds each.
  mapfile -t containers < <(store_docker "$1" ps --quiet 2>/dev/null || true)
  [[ ${#containers[@]} -eq 0 ]] || store_docker "$1" kill "${containers[@]}" >/dev/null 2>&1 || true
  process_end "$(store_pid "$1")" "$(store_marker "$1")" 200
}
