#!/bin/bash
# bench.sh     times the program beside its peers, whole processes in turn in one run, and checks that all agree.
#
# SIZE=S (100,000 responses, 100,000 codings) or L (2,000,000 and 1,000,000); RUNS of each (5, for L 3); TASKS (t1,t2).
# DATA, where the generated files and results go (.build/bench; about 50 MB for S, 2 GB for L). COVALENCE, the program;
# without it the release build of this checkout.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
size=${SIZE:-S}
runs=${RUNS:-$([ "$size" = L ] && echo 3 || echo 5)}
tasks=${TASKS:-t1,t2}
data=${DATA:-$root/.build/bench}
out=$data/out
mkdir -p "$out"

python=$root/.build/peers/bin/python
"$here/setup" --check
if [ "$size" = L ]; then responses=2000000 codings=1000000; else responses=100000 codings=100000; fi
[ -f "$data/survey-$size.csv" ] || python3 "$here/generate.py" survey "$responses" 40 200 --out "$data/survey-$size.csv"
[ -f "$data/codings-$size.csv" ] || python3 "$here/generate.py" codings "$codings" 200 6 --out "$data/codings-$size.csv"

if [ -z "${COVALENCE:-}" ]; then
  swift build --package-path "$root" -c release --product covalence
  COVALENCE=$(swift build --package-path "$root" -c release --show-bin-path)/covalence
fi
export COVALENCE

"$python" "$here/run.py" "$data" "$out" --python "$python" --size "$size" --tasks "$tasks" -n "$runs"
failed=0
for task in ${tasks//,/ }; do
  echo
  echo "### $task, size $size: do all agree?"
  echo
  python3 "$here/compare.py" "$out/$task-$size"-*.json || failed=1
  echo
  echo "### $task, size $size: our steps"
  echo
  file=$([ "$task" = t1 ] && echo survey || echo codings)
  STEPS=1 "$here/tool.sh" "$task" "$data/$file-$size.csv" "$out/steps.json" "$out/steps.covalence" 2>&1 | grep wall
  rm -f "$out/steps.json" "$out/steps.covalence"
done
exit $failed
