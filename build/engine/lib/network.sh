# shellcheck shell=bash
# Bridges, forwarding and address translation. The daemons run with their own iptables handling off: two daemons that both
# handle it rewrite each other's chains, and so would ours and those of a Docker that somebody else runs here. Instead each
# instance has a block of addresses and one chain per table, which are all that has to be taken away again.

CANDIDATE_NETWORKS='10.213 172.29 192.168 10.87'

chain() { printf 'DOCKERSLIM-%s' "$INDEX"; }

# The block is a /20: per store one /24 for its bridge and one /22 for networks that users create.
bridge_name() { case $1 in classic) printf 'dslim%s-cl' "$INDEX" ;; containerd) printf 'dslim%s-cd' "$INDEX" ;; esac }
bridge_address() { case $1 in classic) block_part 0 1 ;; containerd) block_part 8 1 ;; esac }
address_pool() { case $1 in classic) block_part 4 0 ;; containerd) block_part 12 0 ;; esac }

block_part() { # third-byte-offset last-byte
  local prefix third rest
  IFS='.' read -r first second third rest <<<"${BLOCK%/*}"
  prefix=$first.$second
  printf '%s.%d.%d' "$prefix" $((third + $1)) "$2"
}

# Chooses the lowest index that no instance has and a block of addresses that no route of the machine touches.
network_choose() {
  local taken file network third
  taken=" $(for file in "$RUN_ROOT"/*/instance; do printf '%s ' "$(state_get "$file" INDEX)"; done) "
  INDEX=0
  while [[ $taken == *" $INDEX "* ]] || compgen -G "/sys/class/net/dslim$INDEX-*" >/dev/null; do INDEX=$((INDEX + 1)); done
  for network in $CANDIDATE_NETWORKS; do
    third=$((INDEX % 16 * 16))
    BLOCK=$network.$third.0/20
    network_is_free "$BLOCK" && return
  done
  fail "no free block of addresses was found for the engine's networks (tried ${CANDIDATE_NETWORKS// /, }): a VPN or another engine uses them all"
}

# Networks that users created are kept in the data, with their addresses. In another block those would belong to nobody.
networks_of_another_block_forget() {
  [[ $(state_get "$DATA/$DATA_MARK" BLOCK) == "$BLOCK" ]] || rm -f "$DATA"/*/network/files/local-kv.db
  printf 'BLOCK=%s\n' "$BLOCK" | state_write "$DATA/$DATA_MARK"
}

# A default route matches everything and does not count.
network_is_free() {
  [[ -z $(ip -4 route show root "$1") ]] && ! ip -4 route show match "$1" | grep -qv '^default' &&
    ! grep -qx "BLOCK=$1" "$RUN_ROOT"/*/instance 2>/dev/null
}

network_up() { # store...
  local store
  forwarding_on
  chains_up
  for store in "$@"; do bridge_up "$(bridge_name "$store")" "$(bridge_address "$store")/24"; done
}

bridge_up() { # name address
  [[ -d /sys/class/net/$1 ]] || ip link add "$1" type bridge
  ip addr replace "$2" dev "$1"
  ip link set "$1" up
}

# First in FORWARD, so that a later "drop what is left" of somebody's firewall does not catch the build containers.
chains_up() {
  local name
  name=$(chain)
  if ! rule -t filter -C FORWARD -j "$name"; then
    rule -t filter -N "$name" || rule -t filter -F "$name"
    iptables -w -t filter -A "$name" -s "$BLOCK" -j ACCEPT
    iptables -w -t filter -A "$name" -d "$BLOCK" -j ACCEPT
    iptables -w -t filter -I FORWARD 1 -j "$name"
  fi
  if ! rule -t nat -C POSTROUTING -j "$name"; then
    rule -t nat -N "$name" || rule -t nat -F "$name"
    iptables -w -t nat -A "$name" -s "$BLOCK" ! -d "$BLOCK" -j MASQUERADE
    iptables -w -t nat -A POSTROUTING -j "$name"
  fi
}

# For questions whose "no" is no error.
rule() { iptables -w "$@" >/dev/null 2>&1; }

chains_down() {
  local name table hook
  name=$(chain)
  if ! command -v iptables >/dev/null; then
    say "the firewall chains $name are still there, because neither the machine nor $CACHE has iptables: 'up' and 'down' once more remove them"
    return
  fi
  for table in filter:FORWARD nat:POSTROUTING; do
    hook=${table#*:} table=${table%:*}
    while rule -t "$table" -D "$hook" -j "$name"; do :; done
    if rule -t "$table" -F "$name"; then rule -t "$table" -X "$name" || true; fi
  done
}

# Every link with an address of our block: the two bridges, and those of networks that users created.
bridges_down() {
  local link
  while read -r link; do
    ip link delete "$link" 2>/dev/null || true
  done < <(ip -o -4 addr show to "$BLOCK" | awk '{ print $2 }')
}

# The first instance notes what forwarding was; the last one to leave puts it back, unless another engine relies on it by then.
forwarding_on() {
  local setting=/proc/sys/net/ipv4/ip_forward
  [[ -e $RUN_ROOT/ip_forward ]] || cat "$setting" >"$RUN_ROOT/ip_forward"
  [[ $(<"$setting") == 1 ]] || echo 1 >"$setting" || fail "forwarding cannot be switched on ($setting is not writable): run where the kernel's settings can be changed"
}

forwarding_restore() {
  [[ -r $RUN_ROOT/ip_forward ]] || return 0
  if [[ $(<"$RUN_ROOT/ip_forward") == 0 ]] && ! another_engine_runs; then echo 0 >/proc/sys/net/ipv4/ip_forward; fi
  rm -f "$RUN_ROOT/ip_forward"
}

another_engine_runs() {
  local name
  for name in /proc/[0-9]*/comm; do
    case $(cat "$name" 2>/dev/null) in dockerd | podman | k3s* | libvirtd | kubelet | lxd) return 0 ;; esac
  done
  return 1
}

# The outgoing link may take smaller packets than Ethernet's 1500 bytes (tunnels, cloud networks).
link_mtu() {
  local link
  link=$(ip -4 route show default | sed -n 's/.* dev \([^ ]*\).*/\1/p' | head -n 1)
  [[ -n $link ]] && cat "/sys/class/net/$link/mtu" || printf '1500'
}
