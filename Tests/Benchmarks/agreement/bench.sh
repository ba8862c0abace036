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
# Its numpy is held below 2 without need, so it comes without what it asks for.
"$home/bin/python" -c "import krippendorff_unitized_alpha" 2>/dev/null ||
  "$home/bin/pip" install --quiet --no-deps krippendorff-unitized-alpha
"$home/bin/python" Tests/Benchmarks/agreement/peers.py "$program" "${@:2}"
"$home/bin/python" Tests/Benchmarks/agreement/spans.py "$program"
