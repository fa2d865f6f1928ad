# The .NET SDK: the one on PATH where global.json allows it, else one of this repository's own under .nuke/temp.

PRIVATE_DOTNET="$TEMP/dotnet-unix"
INSTALL_SCRIPT_URL="https://dot.net/v1/dotnet-install.sh"

# The program may start dotnet itself: it must be the same one.
use_dotnet() {
  read_text "$STATE/dotnet"
  export DOTNET_EXE="$TEXT"
  if [[ $DOTNET_EXE == "$PRIVATE_DOTNET/"* ]]; then
    export DOTNET_ROOT="$PRIVATE_DOTNET" PATH="$PRIVATE_DOTNET:$PATH"
  fi
}

find_dotnet() {
  local candidate
  for candidate in "$(type -P dotnet || true)" "$PRIVATE_DOTNET/dotnet"; do
    # Run in the root: `dotnet --version` fails where global.json does not allow any SDK it has.
    if [[ -x $candidate ]] && (cd "$ROOT" && "$candidate" --version > "$STATE/sdk.log" 2>&1); then
      printf '%s\n' "$candidate" > "$STATE/dotnet"
      return
    fi
  done
  install_dotnet
  printf '%s\n' "$PRIVATE_DOTNET/dotnet" > "$STATE/dotnet"
}

install_dotnet() {
  echo "Installing the .NET SDK that global.json asks for into .nuke/temp ..." >&2
  if ! { download "$INSTALL_SCRIPT_URL" "$STATE/dotnet-install.sh" \
    && bash "$STATE/dotnet-install.sh" --jsonfile "$ROOT/global.json" --install-dir "$PRIVATE_DOTNET" --no-path; } > "$STATE/sdk.log" 2>&1; then
    echo "No .NET SDK on PATH satisfies $ROOT/global.json, and none could be installed: install .NET 10 and run this again." >&2
    tail -n 5 "$STATE/sdk.log" >&2
    exit 1
  fi
}

download() {
  if type -P curl > /dev/null; then
    curl --fail --silent --show-error --location --output "$2" "$1"
  else
    wget --no-verbose --output-document "$2" "$1"
  fi
}
