# What the build program is made of, as text. A file counts by name, size and change time (not modification time, which a copy can keep);
# an added or deleted one changes the list itself. Nothing here starts a process for each file.

# list FIND-ARGUMENTS: the files found, one line each.
list() {
  case $OSTYPE in
    darwin* | *bsd*) find "$@" -exec stat -f '%N %z %Fc' {} + ;;
    *) find "$@" -printf '%p %s %C@\n' ;;
  esac 2> /dev/null || true # a place that does not exist is no line, and appears as one once it does
}

# As the caller has them: use_dotnet changes PATH and DOTNET_ROOT.
SURROUNDINGS="$(type -P dotnet || true) ${DOTNET_ROOT-} ${HOME-} ${NUGET_PACKAGES-} ${RestoreSources-}"

inputs() {
  local folder="$ROOT" configs=()
  printf '%s\n' "$SURROUNDINGS"
  list "$ROOT/build" "$ROOT/src" \
    '(' -name bin -o -name obj -o -name node_modules -o -path "$ROOT/build/standins/feed" ')' -prune -o -type f
  list "$ROOT" -maxdepth 1 -type f '(' -name 'Directory.*' -o -name global.json -o -iname nuget.config -o -name .editorconfig -o -name build.sh ')'
  # The machine's and the user's package sources, and those of the folders above.
  configs=("${HOME-}/.nuget/NuGet" "${HOME-}/.config/NuGet" "${NUGET_COMMON_APPLICATION_DATA-/etc/opt}/NuGet")
  while [[ $folder == */* && -n ${folder%/*} ]]; do
    folder=${folder%/*}
    configs+=("$folder/nuget.config" "$folder/NuGet.config" "$folder/NuGet.Config")
  done
  list "${configs[@]}" -type f
}

# What a compilation leaves or reads: NuGet's decisions, and what the folders among the package sources offer.
outputs() {
  local line folders=()
  [[ -f $PROGRAM ]] && echo program
  list "$ROOT/build/obj/project.assets.json" "$ROOT"/src/*/obj/project.assets.json "$CHOICE/choice.txt" "$ROOT"/build/standins/feed/*.nupkg
  if [[ -f $STATE/sources ]]; then
    while IFS= read -r line; do folders+=("$line"); done < "$STATE/sources"
    ((${#folders[@]} == 0)) || list "${folders[@]}" -maxdepth 3 -iname '*.nupkg'
  fi
  # A server cannot be asked in a millisecond: while a stand-in is in use, it is asked again each day.
  read_text "$CHOICE/choice.txt"
  if [[ $TEXT == *-standin.* ]]; then
    printf '%(%F)T\n' -1 2> /dev/null || date +%F
  fi
}

# read_text FILE: sets TEXT to what is in it, without the last line's end; to nothing where it does not exist. Another run may take a file away at any
# moment, and a failing $(< file) would end this shell.
read_text() {
  TEXT=''
  IFS= read -r -d '' TEXT 2> /dev/null < "$1" || true
  TEXT=${TEXT%$'\n'}
}

is_current() {
  local now
  read_text "$STATE/dotnet"
  [[ -x $TEXT ]] || return 1
  now=$(inputs; outputs)
  read_text "$STATE/fingerprint"
  [[ $now == "$TEXT" ]]
}
