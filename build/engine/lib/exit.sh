# shellcheck shell=bash
# One way out for success, failure and signals: what this run had begun and not finished goes away with it.
TEMPORARY='' # a folder that is not in its final place yet
UNDO=''      # a function that takes back a start
CHILD=''     # a command that runs for long
USAGE=''

on_exit() {
  local code=$?
  trap - EXIT INT TERM HUP
  set +e
  if [[ -n $CHILD ]]; then kill -TERM "$CHILD" 2>/dev/null && wait "$CHILD" 2>/dev/null; fi
  [[ -z $TEMPORARY ]] || rm -rf "$TEMPORARY"
  [[ -z $UNDO ]] || "$UNDO"
  case $code in
    0 | 4 | 130 | 141) exit "$code" ;;
  esac
  [[ -z $USAGE ]] || exit 1
  say "stopped by an unexpected error (code $code): the reason should stand above"
  exit 4
}
trap on_exit EXIT
trap 'exit 130' INT TERM HUP

# Runs a program so that a signal is obeyed at once (bash waits for a foreground program first), and so that the program ends
# with this shell even when that is killed.
attend() { # program...
  local code=0
  setpriv --pdeathsig KILL "$@" &
  CHILD=$!
  wait "$CHILD" || code=$?
  CHILD=''
  return "$code"
}
