#!/usr/bin/env bash
# Checks the embedded engine as an instance of its own beside whatever runs here: own name, sockets, bridges, subnets, cache and
# data, all gone at the end. Takes three to four minutes, most of it for the base images.
set -uo pipefail

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
WORK=$(mktemp -d /var/tmp/engine-selftest.XXXXXX)
export DOCKERSLIM_ENGINE_NAME=selftest DOCKERSLIM_ENGINE_CACHE=$WORK/cache
unset DOCKER_HOST DOCKER_CONFIG DOCKER_CONTEXT
PASSED=0 FAILED=0

for part in starting running recovering machines; do
  # shellcheck source=/dev/null
  . "$HERE/selftest/$part.sh"
done

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

# Words by which what belongs to other instances is told: they are at work meanwhile, and may take an index that ours gave up.
others_write() { # file
  local instance index
  printf 'no instance at all\n' >"$1"
  for instance in /run/nuke-dockerslim/*/instance; do
    [[ $instance != */selftest/* && -r $instance ]] || continue
    index=$(sed -n 's/^INDEX=//p' "$instance")
    printf '%s\n' "${instance%/instance}" "dslim$index-" "DOCKERSLIM-$index" "dockerslim-$index" "$(sed -n 's/^DATA=//p' "$instance")" >>"$1"
  done
}

# What the machine shows of engines. Links that come and go with containers are left out; ours would still have their addresses.
machine_state() { # folder
  mkdir -p "$1"
  others_write "$WORK/others"
  ip -o link | awk -F ': ' '$2 !~ /^(veth|br-)/ { print $2 }' >"$1/links"
  ip -o -4 addr show to "$BLOCK" >"$1/addresses"
  "$IPTABLES_SAVE" 2>/dev/null | grep '^-' >"$1/rules"
  awk '{ print $1, $2, $3 }' /proc/mounts >"$1/mounts"
  pgrep -af "$WORK|nuke-dockerslim/selftest|${BLOCK%.*}" | sed 's/^[0-9]* //' | grep -v selftest.sh >"$1/processes"
  find /run /opt /var/lib -maxdepth 2 -regex '.*/\(nuke-dockerslim.*\|containerd\|run/docker\)' ! -name '*.lock' >"$1/files"
  find /sys/fs/cgroup -maxdepth 2 -name 'dockerslim-*' >"$1/cgroups"
  cat /proc/sys/net/ipv4/ip_forward >"$1/forwarding"
  local file
  for file in "$1"/*; do grep -vF -f "$WORK/others" "$file" | sort -o "$file"; done
}

# A copy of the programs that outlives the instance; the machine's own firewall tool where it has one.
keep_tools() {
  cp -a "$(value DOCKER_CLI | sed 's|/bin/docker$||')" "$WORK/tools"
  IPTABLES_SAVE=$(command -v iptables-save) || IPTABLES_SAVE=$WORK/tools/bin/iptables-save
}

# Only what was added counts.
nothing_is_left() {
  machine_state "$WORK/after"
  ! diff -r "$WORK/before" "$WORK/after" | grep '^>' && ! grep -rE "DOCKERSLIM-$INDEX |dslim$INDEX-|dockerslim-$INDEX\$|selftest" "$WORK/after" && test ! -s "$WORK/after/addresses"
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
