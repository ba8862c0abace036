#!/usr/bin/env bash
# Agreement beside its peers in Python, in one run. Give the program, or build for use first.
set -euo pipefail
cd "$(dirname "$0")/../../.."
program=${1:-.build/release/covalence}
if [ ! -x "$program" ]; then
  echo "no program at $program: run 'make release' first" >&2
  exit 66
fi
home=.build/agreement-peers
if [ ! -x "$home/bin/python" ]; then
  python3 -m venv "$home"
  "$home/bin/pip" install --quiet numpy pandas krippendorff irrCAC
fi
exec "$home/bin/python" Tests/Benchmarks/agreement/peers.py "$program" "${@:2}"
