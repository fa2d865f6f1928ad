# shellcheck shell=bash
# Other machines: alone, with another Docker, without what is needed.

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
