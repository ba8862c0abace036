"""race.py SECONDS: several processes at once on one file."""

import collections
import json
import os
import shutil
import sqlite3
import sys
import threading
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from base import dump, format_of, integrity, run

D = os.environ["CAMPAIGN_DATA"]
W = os.environ["CAMPAIGN_WORK"] + "/race"
STUDY = W + "/s.covalence"
SURVEY = ["import", "survey", D + "/survey.csv", "--map", D + "/survey.yaml", "-s", STUDY]
EXPECTED = {n: dump(f"{D}/format-{n}.covalence")[0] for n in (1, 2)}


def together(commands, stagger=0.0):
    results = [None] * len(commands)

    def go(number):
        time.sleep(stagger * number)
        results[number] = run(commands[number], timeout=120, cwd=W)

    threads = [threading.Thread(target=go, args=(n,)) for n in range(len(commands))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def fresh(study=None):
    shutil.rmtree(W, ignore_errors=True)
    os.makedirs(W)
    if study:
        shutil.copyfile(f"{D}/{study}.covalence", STUDY)


def bad_exits(results, allowed):
    return [f"exit {r.rc}: {r.err[:200]!r}" for r in results if r.rc not in allowed]


def inits(_):
    """Of several that make a study one says so, and it is there and whole."""
    fresh()
    results = together([["init", STUDY, "--framework", D + "/bench"]] * 4)
    made = sum(r.rc == 0 for r in results)
    bad = bad_exits(results, (0, 74))
    if made != 1:
        bad.append(f"{made} of 4 said that they made it")
    if run(["check", "-s", STUDY]).rc != 0:
        bad.append("check does not pass")
    if os.listdir(W) != ["s.covalence"]:
        bad.append(f"left: {os.listdir(W)}")
    return bad


def openings(number):
    """Five first openings of an older study all succeed, and one copy is kept."""
    old = number % 2 + 1
    fresh(f"format-{old}")
    bad = bad_exits(together([["imports", "-s", STUDY]] * 5, 0.004), (0,))
    copies = [f for f in os.listdir(W) if ".backup-format-" in f]
    if len(copies) != 1:
        bad.append(f"copies: {copies}")
    else:
        copy = f"{W}/{copies[0]}"
        if integrity(copy) != "ok" or format_of(copy) != old or dump(copy)[0] != EXPECTED[old]:
            bad.append("the copy is not the study as it was")
    if run(["check", "-s", STUDY]).rc not in (0, 3):
        bad.append("check does not pass")
    return bad


def imports(_):
    """The same file brought in by three at once is in the study once."""
    fresh("base")
    bad = bad_exits(together([SURVEY] * 3), (0, 74))
    db = sqlite3.connect(STUDY)
    count = db.execute("SELECT count(*) FROM import WHERE kind = 'survey'").fetchone()[0]
    responses = db.execute("SELECT count(*) FROM response").fetchone()[0]
    db.close()
    if responses != int(os.environ["ROWS"]):
        bad.append(f"{responses} responses")
    if count != 1:
        bad.append(f"the same file is in the list of imports {count} times")
    return bad


def undos(_):
    """Of several that take one import back one does; the others are told, and all of it is gone once."""
    fresh("full")
    results = together([["undo-import", "3", "-s", STUDY]] * 3)
    bad = bad_exits(results, (0, 65))
    if sum(r.rc == 0 for r in results) != 1:
        bad.append(f"{[r.rc for r in results]} said of one import taken back")
    db = sqlite3.connect(STUDY)
    responses = db.execute("SELECT count(*) FROM response").fetchone()[0]
    codings = db.execute("SELECT count(*) FROM coding").fetchone()[0]
    db.close()
    if responses or not codings:
        bad.append(f"{responses} responses and {codings} codings are left")
    return bad + (["check does not pass"] if run(["check", "-s", STUDY]).rc not in (0, 3) else [])


def updates(_):
    """A framework that several bring at once is there once; an import beside it is whole or refused."""
    fresh("base")
    update = ["framework", "update", D + "/newer/bench", "-s", STUDY]
    bad = bad_exits(together([update, SURVEY, update, update]), (0, 65, 74))
    db = sqlite3.connect(STUDY)
    versions = [v for (v,) in db.execute("SELECT version FROM framework ORDER BY id")]
    responses = db.execute("SELECT count(*) FROM response").fetchone()[0]
    db.close()
    if versions.count("99.0.0") != 1:
        bad.append(f"versions {versions}")
    if responses not in (0, int(os.environ["ROWS"])):
        bad.append(f"{responses} responses")
    return bad + (["check does not pass"] if run(["check", "-s", STUDY]).rc not in (0, 3) else [])


def pages(_):
    """Several that write the same report into one folder leave it whole, and nothing beside it."""
    fresh("sample")
    report = ["report", "health", "brackwater", "--for", "researcher", "--format", "html,md,csv,json"]
    bad = bad_exits(together([report + ["--out", W + "/out", "-s", STUDY]] * 3), (0, 74))
    bad += bad_exits([run(report + ["--out", W + "/alone", "-s", STUDY])], (0,))
    one, all_ = ({f: open(f"{W}/{d}/{f}", "rb").read() for f in os.listdir(f"{W}/{d}")} for d in ("alone", "out"))
    return bad + ([] if one == all_ else [f"others files: {sorted(all_)}"])


def published(_):
    """Of an edition that several publish at once there is one."""
    fresh("sample")
    command = ["report", "health", "brackwater", "--for", "convenor", "--format", "md", "--out", W + "/out", "-s", STUDY]
    bad = bad_exits(together([command] * 3), (0, 74))
    r = run(["editions", "--json", "-s", STUDY])
    editions = json.loads(r.out).get("editions", [])
    return bad + ([] if len(editions) == 1 else [f"{len(editions)} editions"])


def readers(_):
    """Readers and a dry run beside an import wait and answer; what they read is before or after."""
    fresh("base")
    reading = [["imports", "--json", "-s", STUDY], ["check", "-s", STUDY], ["score", "--json", "-s", STUDY]]
    results = together([SURVEY] + reading * 2 + [SURVEY + ["--dry-run"]], 0.05)
    return bad_exits(results, (0, 3, 65)) + (["check does not pass"] if run(["check", "-s", STUDY]).rc else [])


RACES = (inits, openings, imports, undos, updates, pages, published, readers)


def main():
    end, rounds, bad = time.time() + float(sys.argv[1]), 0, collections.Counter()
    while time.time() < end:
        for race in RACES:
            if rounds and time.time() > end:
                break
            for fault in race(rounds):
                bad[f"{race.__name__}: {fault}"] += 1
        rounds += 1
    print(f"race: {rounds} rounds of {len(RACES)} races, {bad.total()} failures")
    for fault, count in bad.most_common(20):
        print(f"   {count} x {fault}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
