# shellcheck shell=bash
# A private view of the machine's own package sources. Nothing is installed and no file of the system's apt is written; signatures
# are checked with the machine's keys.

# Lines "base-uri suite" of all the sources that the machine has, whichever format they are written in and before any update.
apt_sources() {
  apt-get update --print-uris 2>/dev/null | sed -n "s|^'\(.*\)/dists/\(.*\)/InRelease'.*|\1 \2|p"
}

apt_keyring() {
  local keyring
  for keyring in /usr/share/keyrings/"$1"-archive-keyring.pgp /usr/share/keyrings/"$1"-archive-keyring.gpg; do
    [[ ! -r $keyring ]] || { printf '%s' "$keyring" && return; }
  done
}

# On Debian the suites are the machine's own and testing, whose engine is current; elsewhere the machine's own alone.
apt_write_sources() { # folder base-uri
  local suites=$OS_CODENAME components=main keyring
  [[ $OS_ID != debian ]] || suites="$OS_CODENAME testing"
  [[ $OS_ID != ubuntu ]] || suites="$OS_CODENAME $OS_CODENAME-updates" components='main universe'
  keyring=$(apt_keyring "$OS_ID")
  printf '%s\n' 'Types: deb' "URIs: $2" "Suites: $suites" "Components: $components" ${keyring:+"Signed-By: $keyring"} >"$1/private.sources"
}

apt_write_configuration() { # folder
  mkdir -p "$1"/{lists/partial,cache/archives/partial,parts}
  {
    # How to reach the archive (proxies, retries, address family) is the machine's business; its hooks are not ours.
    apt-config dump | grep -E '^(Acquire::(http|https|Force|Proxy)|APT::Architecture)' || true
    printf '%s\n' "Dir::Etc::Parts \"$1/parts\";" "Dir::Etc::main \"/dev/null\";" "Dir::Etc::SourceList \"$1/private.sources\";" \
      "Dir::Etc::SourceParts \"$1/parts\";" "Dir::Etc::Preferences \"/dev/null\";" "Dir::Etc::PreferencesParts \"$1/parts\";" \
      "Dir::State::Lists \"$1/lists\";" "Dir::Cache \"$1/cache\";" 'Acquire::Languages "none";' 'Acquire::Retries "2";' \
      'Acquire::http::Timeout "20";' 'Acquire::https::Timeout "20";' 'APT::Update::Error-Mode "any";' 'APT::Sandbox::User "root";'
  } >"$1/apt.conf"
}

# Leaves an up-to-date private package index in the folder and APT_CONFIG pointing at it.
apt_prepare() { # folder
  local folder=$1 uri tried=''
  apt_write_configuration "$folder"
  while read -r uri; do
    apt_write_sources "$folder" "$uri"
    tried+=" $uri"
    apt_update "$folder" && return
  done < <(apt_sources | awk -v suite="$OS_CODENAME" '$2 == suite && !seen[$1]++ { print $1 }')
  [[ -n $tried ]] || fail "apt has no source for '$OS_CODENAME': add the distribution's own archive to /etc/apt/sources.list.d"
  sed 's/^/  /' "$folder/update.log" >&2
  fail "the package archive could not be read (tried$tried): check the network, the proxy settings and the clock of this machine, then try again"
}

apt_update() { # folder
  export APT_CONFIG=$1/apt.conf
  attend apt-get update -q >"$1/update.log" 2>&1 && return
  # A frozen mirror serves an index past its date. Its signature still holds, so that alone is no reason to give up.
  grep -q 'is expired' "$1/update.log" || return 1
  printf 'Acquire::Check-Valid-Until "false";\n' >>"$1/apt.conf"
  attend apt-get update -q >"$1/update.log" 2>&1 || return 1
  say 'the package index is older than its date allows (a frozen mirror, or a clock that is ahead); its signature is good, so it is used'
}
