#!/usr/bin/env bash
# Writes docs/cli-reference.md from the program's own help. Give the program, or build first.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
program=${1:-$here/../.build/debug/covalence}
out=${2:-$here/cli-reference.md}

help() { # the help of a command
  COLUMNS=80 "$program" "$@" --help | sed -e 's/[[:space:]]*$//' -e '${/^$/d}'
}
names() { # the subcommands of a command
  COLUMNS=80 "$program" "$@" --help |
    awk '/^SUBCOMMANDS:/ { on = 1; next } on && /^  [a-z]/ { print $1 } on && /^$/ { exit }'
}
page() { # heading level, command
  local level=$1 name
  shift
  printf '\n%s `covalence %s`\n\n```text\n' "$level" "$*"
  help "$@"
  printf '```\n'
  for name in $(names "$@"); do page "$level#" "$@" "$name"; done
}
{
  echo '# Every command'
  echo
  echo 'Written by `docs/generate-cli-reference.sh` from the help of the program; do not edit. The shapes of what `--json` answers are in [json-answers.md](json-answers.md).'
  printf '\n```text\n'
  help
  printf '```\n'
  for name in $(names); do page '##' "$name"; done
} > "$out"
