"""race.py SECONDS: several processes at once on one file."""

import collections
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


def readers(_):
    """Readers and a dry run beside an import wait and answer; what they read is before or after."""
    fresh("base")
    reading = [["imports", "--json", "-s", STUDY], ["check", "-s", STUDY], ["score", "--json", "-s", STUDY]]
    results = together([SURVEY] + reading * 2 + [SURVEY + ["--dry-run"]], 0.05)
    return bad_exits(results, (0, 3, 65)) + (["check does not pass"] if run(["check", "-s", STUDY]).rc else [])


def main():
    end, rounds, bad = time.time() + float(sys.argv[1]), 0, collections.Counter()
    while time.time() < end:
        for race in (inits, openings, imports, readers):
            for fault in race(rounds):
                bad[f"{race.__name__}: {fault}"] += 1
        rounds += 1
    print(f"race: {rounds} rounds of 4 races, {bad.total()} failures")
    for fault, count in bad.most_common(20):
        print(f"   {count} x {fault}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
