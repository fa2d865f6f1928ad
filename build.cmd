:; exec "$(dirname -- "$0")/build.sh" "$@" # A Unix shell leaves here; the number sign hides the carriage return from it.
@ECHO OFF
powershell -ExecutionPolicy ByPass -NoProfile -File "%~dp0build.ps1" %*
