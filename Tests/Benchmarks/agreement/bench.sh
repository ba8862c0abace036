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
Tests/Benchmarks/setup --check
"$home/bin/python" Tests/Benchmarks/agreement/peers.py "$program" "${@:2}"
"$home/bin/python" Tests/Benchmarks/agreement/spans.py "$program"
