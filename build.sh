#!/usr/bin/env bash
# Runs this repository's build program (build/_build.csproj) with the arguments given, after compiling it where something that it is made of has changed.
# Nuke's stock script asks MSBuild each time, which takes seconds; this one compares a list of files (name, size, change time) with the list of the last
# compilation, which takes milliseconds. build.ps1 does the same.
set -euo pipefail

ROOT=$(CDPATH= cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
PROJECT="$ROOT/build/_build.csproj"
PROGRAM="$ROOT/build/bin/Debug/_build.dll"
TEMP="$ROOT/.nuke/temp"
STATE="$TEMP/build-program"
CHOICE="$ROOT/build/standins/Choice/obj"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 NUKE_TELEMETRY_OPTOUT=1

. "$ROOT/build/bootstrap/dotnet.sh"
. "$ROOT/build/bootstrap/fingerprint.sh"

if ! is_current; then
  . "$ROOT/build/bootstrap/compile.sh"
  compile_program
fi

# Nuke ends a second run in the same folder with a stack trace about its log file; this says it in a sentence. A run of another root has its own log.
if [[ " $* " != *" --root "* && -f $TEMP/build.log ]] && type -P flock > /dev/null && ! flock -n "$TEMP/build.log" true; then
  echo "Another ./build.sh is at work in $ROOT; wait for it to end, or run this one in another checkout." >&2
  exit 1
fi

use_dotnet
exec "$DOTNET_EXE" "$PROGRAM" "$@"
