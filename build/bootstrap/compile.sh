# Compiles the build program: silent when it succeeds but for one line, the compiler's own errors when it fails.

compile_program() {
  local before after scratch started=$SECONDS
  mkdir -p "$STATE"
  exec 9> "$STATE/lock"
  take_lock
  # Another run may have compiled while this one waited.
  if ! is_current; then
    rm -f "$STATE/fingerprint"
    echo "Building the build program ..." >&2
    find_dotnet
    use_dotnet
    before=$(inputs)
    # The SDK leaves an empty folder behind with each command. Its compiler lives for seconds: counting calls to compile it better does not pay.
    scratch=$(mktemp -d "${TMPDIR:-/tmp}/dockerslim.XXXXXX")
    trap 'rm -rf "$scratch"; echo "Interrupted while building the build program." >&2; exit 130' INT TERM
    if ! (cd "$ROOT" && TMPDIR="$scratch" DOTNET_TieredPGO=0 "$DOTNET_EXE" build "$PROJECT" -nologo -nodeReuse:false -p:UseSharedCompilation=false -clp:NoSummary -v:minimal) \
      > "$STATE/build.log" 2>&1 9>&-; then
      rm -rf "$scratch"
      show_errors
      exit 1
    fi
    rm -rf "$scratch"
    trap - INT TERM
    list_source_folders > "$STATE/sources"
    after=$(inputs)
    # A file edited meanwhile may or may not be in: then nothing is recorded, and the next run compiles again.
    if [[ $before == "$after" ]]; then
      { printf '%s\n' "$after"; outputs; } > "$STATE/fingerprint.new"
      mv -f "$STATE/fingerprint.new" "$STATE/fingerprint"
    fi
    sed -n 's/^ *\(Stand-ins for .*\)/\1/p' "$STATE/build.log" >&2
    echo "Built it in $((SECONDS - started)) s." >&2
  fi
  exec 9>&-
}

take_lock() {
  if type -P flock > /dev/null; then
    flock 9
  else
    perl -e 'use Fcntl ":flock"; open(my $f, ">&=", 9) or die; flock($f, LOCK_EX) or die' # macOS has no flock command
  fi
}

show_errors() {
  echo "The build program does not compile; all of the output is in $STATE/build.log." >&2
  if ! grep -E '(: |^)(error|warning) ' "$STATE/build.log" | sort -u >&2; then
    cat "$STATE/build.log" >&2
  fi
}

# The folders among the package sources that NuGet used, one a line; servers are left out.
list_source_folders() {
  local assets="$CHOICE/project.assets.json"
  [[ -f $assets ]] || return 0
  sed -n '/"sources": {/,/^ *},*$/s/^ *"\(.*\)": {}.*/\1/p' "$assets" | grep -v '://' | grep -vF "$ROOT/build/standins/feed" || true
}
