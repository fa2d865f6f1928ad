#!/usr/bin/env bash
# A Docker engine for machines that have none: see README.md beside this file.
set -euo pipefail
umask 022

ENGINE_HOME=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$ENGINE_HOME/lib/common.sh"
. "$ENGINE_HOME/lib/exit.sh"
. "$ENGINE_HOME/lib/lock.sh"
. "$ENGINE_HOME/lib/state.sh"
. "$ENGINE_HOME/lib/requirements.sh"
. "$ENGINE_HOME/lib/apt.sh"
. "$ENGINE_HOME/lib/packages.sh"
. "$ENGINE_HOME/lib/tools.sh"
. "$ENGINE_HOME/lib/network.sh"
. "$ENGINE_HOME/lib/processes.sh"
. "$ENGINE_HOME/lib/daemon.sh"
. "$ENGINE_HOME/lib/registry.sh"
. "$ENGINE_HOME/lib/up.sh"
. "$ENGINE_HOME/lib/down.sh"
. "$ENGINE_HOME/lib/archive.sh"
. "$ENGINE_HOME/lib/certificates.sh"
. "$ENGINE_HOME/lib/bases.sh"

usage() {
  cat >&2 <<'TEXT'
usage: engine.sh up [classic|containerd]... [--bases]    start what is not running yet, print KEY=value lines
       engine.sh bases [classic|containerd]...           put the base images of the samples into the stores
       engine.sh status                                  print KEY=value lines, exit 0 when an engine answers
       engine.sh down [--purge]                          stop everything, --purge removes the cache and the data too
No store named means both. DOCKERSLIM_ENGINE_NAME, DOCKERSLIM_ENGINE_CACHE and DOCKERSLIM_ENGINE_DATA choose another
instance, cache folder and data folder.
TEXT
  USAGE=yes
  exit 1
}

# Reads stores and flags into STORES, WITH_BASES and PURGE.
read_arguments() {
  STORES=() WITH_BASES='' PURGE=''
  local argument
  for argument in "$@"; do
    case $argument in
      classic | containerd) STORES+=("$argument") ;;
      --bases) WITH_BASES=yes ;;
      --purge) PURGE=yes ;;
      *) say "unknown argument '$argument'" && usage ;;
    esac
  done
  [[ ${#STORES[@]} -gt 0 ]] || STORES=("${ALL_STORES[@]}")
}

# What the caller's own engine needs must not be applied to ours.
unset DOCKER_CONTEXT DOCKER_TLS DOCKER_TLS_VERIFY DOCKER_CERT_PATH DOCKER_API_VERSION

[[ $# -gt 0 ]] || usage
command=$1
shift
read_arguments "$@"
case $command in
  up) engine_up ;;
  bases) engine_bases ;;
  status) engine_status ;;
  down) engine_down ;;
  *) say "unknown command '$command'" && usage ;;
esac
