# Saying what is done: one line per phase, its full output kept under target/log/.
# Sourced by build.sh.

say() {
  printf '%s\n' "$*" >&2
}

fail() {
  say "build.sh: $*"
  exit 1
}

# phase LABEL COMMAND…: runs the command quietly; shows the end of its output only if it fails.
phase() {
  local label=$1 started=$SECONDS log
  shift
  log=target/log/$(printf '%s' "$label" | tr -cs 'A-Za-z0-9' '-').txt
  mkdir -p target/log
  printf '  %-48s ' "$label" >&2
  if run_logged "$log" "$@"; then
    say "$((SECONDS - started)) s"
  else
    say "failed after $((SECONDS - started)) s"
    [ -n "${VERBOSE:-}" ] || tail -n 80 "$log" >&2
    fail "$label: failed; the full output is in $log"
  fi
}

# long_phase LABEL COMMAND…: for installs that take minutes; its output is shown as it comes.
long_phase() {
  local label=$1 started=$SECONDS
  shift
  say "  $label …"
  "$@" >&2 || fail "$label: failed; the reason is above"
  say "  $label: done in $((SECONDS - started)) s"
}

run_logged() {
  local log=$1
  shift
  if [ -n "${VERBOSE:-}" ]; then
    say ""
    "$@" 2>&1 | tee "$log" >&2
  else
    "$@" >"$log" 2>&1
  fi
}
