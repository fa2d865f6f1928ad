#!/usr/bin/env bash
# Checks the embedded engine as an instance of its own beside whatever runs here: own name, sockets, bridges, subnets, cache and
# data, all gone at the end. Takes about two minutes, most of it for the base images.
set -uo pipefail

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
WORK=$(mktemp -d /var/tmp/engine-selftest.XXXXXX)
export DOCKERSLIM_ENGINE_NAME=selftest DOCKERSLIM_ENGINE_CACHE=$WORK/cache
unset DOCKER_HOST DOCKER_CONFIG DOCKER_CONTEXT
PASSED=0 FAILED=0

engine() { "$HERE/engine.sh" "$@"; }
value() { sed -n "s/^$1=//p" "$WORK/up.out"; }
docker_of() { local store=$1 && shift && DOCKER_HOST=$(value "DOCKER_HOST_${store^^}") DOCKER_CONFIG=$(value DOCKER_CONFIG) "$(value DOCKER_CLI)" "$@"; }

check() { # what, command...
  local what=$1
  shift
  if "$@" >"$WORK/check.out" 2>&1; then
    PASSED=$((PASSED + 1)) && printf 'ok    %s\n' "$what"
  else
    FAILED=$((FAILED + 1)) && printf 'FAIL  %s\n' "$what" && tail -n 25 "$WORK/check.out" | sed 's/^/      /'
  fi
}

finish() {
  engine down --purge >/dev/null 2>&1
  rm -rf "$WORK"
}
trap finish EXIT
trap 'exit 130' INT TERM

milliseconds() { # command...
  local began=${EPOCHREALTIME/[.,]/}
  "$@" >/dev/null 2>&1
  printf '%d' $(((${EPOCHREALTIME/[.,]/} - began) / 1000))
}

# What it takes where nothing else wants the processor.
best_of_five() { for _ in 1 2 3 4 5; do milliseconds "$@" && echo; done | sort -n | head -n 1; }

# What the machine shows of engines. Other instances are at work meanwhile: what names them is left out, and so are the links
# that come and go with their containers; ours would still have their addresses.
machine_state() { # folder
  local others
  mkdir -p "$1"
  others=$(sed -n 's/^DATA=//p' "$(find /run/nuke-dockerslim -name instance ! -path '*/selftest/*')" 2>/dev/null)
  ip -o link | awk -F ': ' '$2 !~ /^(veth|br-)/ { print $2 }' | sort >"$1/links"
  ip -o -4 addr show to "$BLOCK" | sort >"$1/addresses"
  "$IPTABLES_SAVE" 2>/dev/null | grep '^-' | sort >"$1/rules"
  awk '{ print $1, $2, $3 }' /proc/mounts | grep -vF -e "${others:-no other instance}" -e /run/nuke-dockerslim/dockerslim/ | sort >"$1/mounts"
  pgrep -af "$WORK|nuke-dockerslim/selftest|${BLOCK%.*}" | sed 's/^[0-9]* //' | grep -v selftest.sh | sort >"$1/processes"
  find /run /opt /var/lib -maxdepth 2 -regex '.*/\(nuke-dockerslim.*\|containerd\|run/docker\)' ! -name '*.lock' | sort >"$1/files"
  find /sys/fs/cgroup -maxdepth 2 -name 'dockerslim-*' | sort >"$1/cgroups"
  cat /proc/sys/net/ipv4/ip_forward >"$1/forwarding"
}

# A copy of the programs that outlives the instance; the machine's own firewall tool where it has one.
keep_tools() {
  cp -a "$(value DOCKER_CLI | sed 's|/bin/docker$||')" "$WORK/tools"
  IPTABLES_SAVE=$(command -v iptables-save) || IPTABLES_SAVE=$WORK/tools/bin/iptables-save
}

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

only_one_daemon_each() { (($(pgrep -fc "dockerd --config-file /run/nuke-dockerslim/selftest/$1.json") == 1)); }
driver_is() { [[ $(docker_of "$1" info --format '{{.Driver}}') == "$2" ]]; }
other_home_finds_it() { diff <(sort "$WORK/up.out") <(env -u DOCKERSLIM_ENGINE_CACHE HOME="$WORK/other home" XDG_CACHE_HOME= "$HERE/engine.sh" up 2>/dev/null | sort); }
quick() { (($1 < 300)); }
same_image() { [[ $(docker_of classic image inspect -f '{{.RootFS.Layers}}' "$1") == "$(docker_of containerd image inspect -f '{{.RootFS.Layers}}' "$1")" ]]; }

build_with_network() { # store
  mkdir -p "$WORK/context"
  printf 'FROM node:20-bookworm-slim\nRUN apt-get update -q && apt-get install -qq --no-install-recommends ca-certificates >/dev/null\nRUN npm view is-number version >/version\n' >"$WORK/context/Dockerfile"
  docker_of "$1" buildx build --progress plain --no-cache --tag "$(value REGISTRY)/selftest/$1:1" "$WORK/context"
}

push_and_remove() { # store
  local image digest
  image=$(value REGISTRY)/selftest/$1
  docker_of "$1" push "$image:1" || return 1
  digest=$(docker_of "$1" image inspect -f '{{index .RepoDigests 0}}' "$image:1") && docker_of "$1" buildx imagetools inspect "$digest"
}

published_port_answers() { # store
  docker_of "$1" run --detach --name web --publish 127.0.0.1::80 node:20-bookworm-slim node -e 'require("http").createServer((q,a)=>a.end("hello")).listen(80)' || return 1
  local port answer='' left=50
  port=$(docker_of "$1" port web 80 | head -n 1 | sed 's/.*://')
  until [[ $answer == *hello* ]] || ((left-- == 0)); do
    sleep 0.1
    answer=$( (exec 3<>"/dev/tcp/127.0.0.1/$port" && printf 'GET / HTTP/1.0\r\n\r\n' >&3 && timeout 2 cat <&3) 2>/dev/null)
  done
  [[ $answer == *hello* ]]
}

own_network_reaches_out_and_names() { # store
  docker_of "$1" network create selftest && docker_of "$1" network connect --alias web selftest web &&
    docker_of "$1" run --rm --network selftest node:20-bookworm-slim sh -c 'node -e "fetch(\"http://web\").then(r => r.text()).then(t => process.exit(t === \"hello\" ? 0 : 1))" && npm view is-number version'
}

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

# In a network of its own, with a daemon that handles iptables itself as Docker does by default.
rules_of_another_docker_stay() {
  DOCKERSLIM_ENGINE_NAME=beside unshare --net bash -s "$WORK" "$HERE/engine.sh" <<'SCRIPT'
set -eu
other=$1/other
export PATH=$1/tools/bin:$PATH
mkdir "$other"
ip link set lo up
dockerd --data-root "$other/data" --exec-root "$other/exec" --pidfile "$other/pid" --host "unix://$other/sock" --userland-proxy=false >"$other/log" 2>&1 &
trap 'kill %1; wait' EXIT
until docker --host "unix://$other/sock" version >/dev/null 2>&1; do kill -0 %1 && sleep 0.1; done
rules() { iptables-save | grep -v '^#' | sed 's/\[.*\]//'; ip -br link; }
rules >"$other/before"
"$2" up classic
rules >"$other/while"
"$2" down
rules >"$other/after"
diff "$other/before" "$other/after"
grep '^-' "$other/before" >"$other/theirs"
! grep -vxFf "$other/while" "$other/theirs"
docker --host "unix://$other/sock" version
SCRIPT
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

fails_with() { # exit code, words, command...
  local code=$1 words=$2 output
  shift 2
  output=$("$@" 2>&1)
  [[ $? == "$code" && $output == *"$words"* ]] || { printf '%s\n' "$output" && return 1; }
}

# Machines that cannot be had for the asking are made with namespaces.
# shellcheck disable=SC2016  # expanded by the inner shells
{
as_other_user() { setpriv --reuid 65534 --regid 65534 --clear-groups bash "$HERE/engine.sh" up; }
on_other_system() { unshare --mount bash -c 'printf "ID=plan9\n" >"$1/os-release"; mount --bind "$1/os-release" /etc/os-release; exec "$2" up' bash "$WORK" "$HERE/engine.sh"; }
on_full_disk() { unshare --mount bash -c 'mkdir -p "$1/small"; mount -t tmpfs -o size=30m none "$1/small"; DOCKERSLIM_ENGINE_CACHE=$1/small exec "$2" up' bash "$WORK" "$HERE/engine.sh"; }
}
without_network() { DOCKERSLIM_ENGINE_CACHE=$WORK/offline unshare --net "$HERE/engine.sh" up; }

# Only what was added counts.
nothing_is_left() {
  machine_state "$WORK/after"
  ! diff -r "$WORK/before" "$WORK/after" | grep '^>' && ! grep -rE "DOCKERSLIM-$INDEX |dslim$INDEX-|dockerslim-$INDEX\$|selftest" "$WORK/after" && test ! -s "$WORK/after/addresses"
}

# A machine whose first and only engine this is: /run, network and processes are its own. The data are not, so ours must be down.
lone_machine_gets_all_back() {
  engine down
  unshare --net --mount --pid --fork --mount-proc bash -s "$HERE/engine.sh" <<'SCRIPT'
set -eu
mount -t tmpfs none /run
ip link set lo up
echo 0 >/proc/sys/net/ipv4/ip_forward
"$1" up
test "$(cat /proc/sys/net/ipv4/ip_forward)" == 1
"$1" down
test "$(cat /proc/sys/net/ipv4/ip_forward)" == 0
find /run -mindepth 1 ! -name xtables.lock ! -name mount | grep . && exit 1
! ip -o link | grep dslim
SCRIPT
}

failed_start_leaves_nothing() {
  unshare --net --mount bash -s "$HERE/engine.sh" "$WORK/offline" <<'SCRIPT'
set -u
mount -t tmpfs none /run
! DOCKERSLIM_ENGINE_CACHE=$2 "$1" up && ! find /run -mindepth 1 | grep . && ! find "$2/packages" -mindepth 1 | grep .
SCRIPT
}

engine down --purge >/dev/null 2>&1
check 'a killed download leaves nothing that is trusted' killed_download_leaves_nothing_trusted
check 'two starts at once: one engine each, both know it' both_at_once
keep_tools
INDEX=$(sed -n 's/^INDEX=//p' /run/nuke-dockerslim/selftest/instance)
BLOCK=$(sed -n 's/^BLOCK=//p' /run/nuke-dockerslim/selftest/instance)
check 'stop after the first start' engine down
machine_state "$WORK/before"
began=${EPOCHREALTIME/[.,]/}
check 'start again with packages in the cache' both_at_once
printf '      %s ms\n' $(((${EPOCHREALTIME/[.,]/} - began) / 1000))
for store in classic containerd; do check "one daemon for $store" only_one_daemon_each $store; done
check 'classic is overlay2' driver_is classic overlay2
check 'containerd is the overlayfs snapshotter' driver_is containerd overlayfs
check 'another HOME finds the engine' other_home_finds_it
took=$(best_of_five engine up)
check "a further start finds it ($took ms)" quick "$took"
printf '      base images: %s ms\n' "$(milliseconds engine bases)"
took=$(best_of_five engine bases)
check "base images are found ($took ms)" quick "$took"
for image in debian:bookworm-slim node:20-bookworm-slim; do check "$image is the same in both stores" same_image $image; done
for store in classic containerd; do
  check "build with apt and npm on $store" build_with_network $store
  check "push from $store" push_and_remove $store
  check "published port on $store" published_port_answers $store
  check "network of its own on $store" own_network_reaches_out_and_names $store
done
check 'a daemon that died comes back' dead_daemon_comes_back
check 'down with containers and networks' engine down
check 'down leaves nothing' nothing_is_left
check 'a damaged package is noticed' deleted_package_is_noticed
check 'a port that is taken is left alone' port_of_a_stranger_is_left_alone
check "the rules of somebody's own Docker stay" rules_of_another_docker_stay
check 'a lone machine gets forwarding and folders back' lone_machine_gets_all_back
check 'a failed start leaves nothing' failed_start_leaves_nothing
check "a deleted HOME's engine is replaced" deleted_home_is_replaced
check 'an interrupted start leaves nothing' interrupted_start_leaves_nothing
check 'down' engine down
check 'not root: said, exit 4' fails_with 4 'needs root' as_other_user
check 'not Debian: said, exit 4' fails_with 4 'not a Debian-like Linux' on_other_system
check 'disk full: said, exit 4' fails_with 4 'MB free' on_full_disk
check 'no network: said, exit 4' fails_with 4 'check the network' without_network
check 'unknown argument: exit 1' fails_with 1 'unknown argument' engine up clasic
check 'down --purge' engine down --purge
check 'the cache is gone' test ! -e "$WORK/cache"
check 'down leaves nothing, again' nothing_is_left
printf '%d passed, %d failed\n' "$PASSED" "$FAILED"
((FAILED == 0))
