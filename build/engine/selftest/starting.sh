# shellcheck shell=bash
# Starts that are cut short or meet each other.

killed_download_leaves_nothing_trusted() {
  "$HERE/engine.sh" up classic >"$WORK/killed.out" 2>&1 &
  local run=$! left=3000
  until compgen -G "$WORK/cache/packages/.new.*/debs/partial/*" >/dev/null || compgen -G "$WORK/cache/packages/.new.*/debs/*.deb" >/dev/null; do
    ((left-- > 0)) || return 1
    sleep 0.02
  done
  kill -KILL "$run"
  wait "$run" 2>/dev/null
  ! compgen -G "$WORK/cache/packages/*/MANIFEST"
}

both_at_once() {
  engine up classic containerd >"$WORK/up.out" 2>"$WORK/first.err" &
  local first=$!
  engine up containerd classic >"$WORK/other.out" 2>"$WORK/second.err" &
  if ! wait $! || ! wait "$first"; then cat "$WORK"/*.err && return 1; fi
  diff <(sort "$WORK/up.out") <(sort "$WORK/other.out") && (($(cat "$WORK"/*.err | grep -c 'running:') == 1))
}
