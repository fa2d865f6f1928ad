# shellcheck shell=bash
# What happens when something is broken, taken or gone.

dead_daemon_comes_back() {
  kill -KILL "$(cat /run/nuke-dockerslim/selftest/classic.pid)" && sleep 0.5
  engine up classic && docker_of classic run --rm node:20-bookworm-slim node --version
}

deleted_package_is_noticed() {
  engine down && printf 'x' >>"$(ls "$WORK"/cache/packages/*/root/usr/sbin/dockerd)" && engine up classic && engine status
}

port_of_a_stranger_is_left_alone() {
  local port stranger code=0
  port=$(value REGISTRY)
  engine down || return 1
  printf 'version: 0.1\nstorage: {filesystem: {rootdirectory: "%s"}}\nhttp: {addr: "%s"}\n' "$WORK/stranger" "$port" >"$WORK/stranger.yml"
  "$WORK/tools/bin/docker-registry" serve "$WORK/stranger.yml" >/dev/null 2>&1 &
  stranger=$!
  sleep 1
  engine up classic >"$WORK/port.out" && ! grep -qx "REGISTRY=$port" "$WORK/port.out" && grep -q '^REGISTRY=127' "$WORK/port.out" || code=1
  kill -0 "$stranger" && kill "$stranger" && wait "$stranger"
  return $code
}

deleted_home_is_replaced() {
  # The mount points of the running engine cannot be removed; all that is in them can.
  rm -rf "$WORK/cache"
  DOCKERSLIM_ENGINE_CACHE=$WORK/second engine up classic >"$WORK/second.out" || return 1
  DOCKERSLIM_ENGINE_CACHE=$WORK/second engine down --purge
  grep -qx "ENGINE_CACHE=$WORK/second" "$WORK/second.out" && test ! -e "$WORK/cache" -a ! -e "$WORK/second"
}

interrupted_start_leaves_nothing() {
  engine down && rm -rf "$WORK/cache/bases" "$WORK/cache/data" || return 1
  "$HERE/engine.sh" up classic --bases >"$WORK/interrupted.out" 2>&1 &
  local run=$! left=300
  until pgrep -f "$WORK/cache/bases/.new" >/dev/null; do
    ((left-- > 0)) || return 1
    sleep 0.1
  done
  kill -TERM "$run"
  wait "$run"
  [[ $? == 130 ]] && sleep 0.5 && ! pgrep -af "$WORK/cache/bases/.new" && ! compgen -G "$WORK/cache/bases/.new.*"
}
