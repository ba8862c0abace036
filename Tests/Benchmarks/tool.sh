#!/bin/sh
# tool.sh {t1|t2} IN.csv OUT.json STUDY     our program as a whole: make a study, import, answer.
# COVALENCE names the program; with STEPS=1 what each step costs goes to standard error.
set -e
here=$(cd "$(dirname "$0")" && pwd)
: "${COVALENCE:?name the program in COVALENCE}"
export COVALENCE_STUDY="$4"
rm -f "$4" "$4-journal" "$4.json"
step() {
  if [ -n "$STEPS" ]; then
    python3 "$here/step.py" "$COVALENCE" "$@"
  else
    "$COVALENCE" "$@"
  fi
}
step init "$4" --framework "$here/bench" 2>/dev/null
cases=${CASES:-$(dirname "$4")/cases.csv}
[ -f "$cases" ] || { echo case; seq -f 'C%04g' 1 200; } > "$cases"
case $1 in
t1)
  step import cases "$cases"
  step import survey "$2" --map "$here/maps/survey.yaml"
  step scales --json > "$4.json" ;;
t2)
  step import cases "$cases"
  step import codings "$2" --map "$here/maps/codings.yaml"
  step matrix codes cases --json > "$4.json" ;;
esac
mv "$4.json" "$3"
