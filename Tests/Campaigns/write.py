"""write.py SECONDS [SEED]: kills and failing disks while files are written, and what must hold after each.

Reports, meeting sheets, lists of rejected rows and dry runs: of each file the old one or the whole new
one stands, the study is as it was, what is left over can be read by its owner alone, and goes with the
next command that uses the place.
"""

import collections
import os
import random
import shutil
import stat
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from base import DOCUMENTED, dump, run
from fuzz import seeds

D = os.environ["CAMPAIGN_DATA"]
W = os.environ["CAMPAIGN_WORK"] + "/write"
STUDY = W + "/s.covalence"
ENV = dict(os.environ, TMPDIR=W + "/tmp")
PAGES = "--format", "html,md,csv,json", "--out", W + "/out"
# By name: the study before, the command, the exit code of one that nothing befalls, whether it writes
# over files of the same kind.
OPERATIONS = {
    "report": ("forum", ["report", "health", "forum", "--for", "researcher", *PAGES], 0),
    "report for others": ("forum", ["report", "health", "forum", "--for", "convenor", "--draft", *PAGES], 0),
    "sheet": ("forum", ["adjudicate", "export", W + "/out/m.csv", "--all", "--force"], 0),
    "workbook": ("forum", ["adjudicate", "export", W + "/out/m.xlsx", "--all", "--force"], 0),
    "rejects": ("base", ["import", "cases", W + "/bad.csv", "--rejects", W + "/out/rejects.csv"], 65),
    "dry run": ("base", ["import", "survey", D + "/survey.csv", "--map", D + "/survey.yaml", "--dry-run"], 0),
}
MODES = ("time", "call", "torn", "fail", "fail on")


def files():
    """The files in the folder that is written to, by name."""
    return {f: open(f"{W}/out/{f}", "rb").read() for f in os.listdir(W + "/out") if os.path.isfile(f"{W}/out/{f}")}


def leftovers():
    """What lies where nothing of the kind should, by path."""
    hidden = [f"{folder}/{f}" for folder in (W, W + "/out") for f in os.listdir(folder) if f.startswith(".covalence-")]
    return hidden + [f"{W}/tmp/{f}" for f in os.listdir(W + "/tmp")]


class Operation:
    def __init__(self, name):
        self.name = name
        self.start, self.command, self.code = OPERATIONS[name]
        self.args = self.command + ["-s", STUDY]
        self.study = f"{seeds() if self.start == 'forum' else D}/{self.start}.covalence"
        self.before = dump(self.study)[0]
        self.old = {}
        walls = []
        for _ in range(2):
            self.fresh()
            r = run(self.args, env=dict(ENV, LD_PRELOAD=D + "/killat.so", KILL_COUNT=W + ".count"), timeout=300)
            assert r.rc == self.code, (name, r)
            walls.append(r.wall)
        self.wall = min(walls)
        self.calls = int(open(W + ".count").read())
        self.new = files()
        # What stands there before is a file of the same kind, which the command may replace.
        self.old = {f: b + b" " if f.endswith(("html", "csv")) else b for f, b in self.new.items()}
        if name == "rejects":
            self.old = {}
        print(f"# {name}: {self.wall:.2f} s, {self.calls} calls that change a file", flush=True)

    def fresh(self):
        shutil.rmtree(W, ignore_errors=True)
        os.makedirs(W + "/out", 0o700)
        os.makedirs(W + "/tmp")
        shutil.copyfile(self.study, STUDY)
        with open(W + "/bad.csv", "w") as f:
            f.write("case,name\n" + "".join(f"C{i % 7},twice {i}\n" for i in range(3000)))
        for name, content in self.old.items():
            with open(f"{W}/out/{name}", "wb") as f:
                f.write(content)

    def strike(self, mode, rng):
        if mode == "time":
            delay = rng.uniform(0.01, self.wall * 1.05)
            return run(self.args, env=ENV, kill_after=delay), f"{delay:.4f} s"
        call = rng.randint(1, max(1, self.calls))
        env = dict(ENV, LD_PRELOAD=D + "/killat.so")
        if mode.startswith("fail"):
            env["FAIL_AT"] = str(call)
            if mode == "fail on":
                env["FAIL_ALL"] = "1"
        else:
            env["KILL_AT"] = str(call)
            if mode == "torn":
                env["KILL_TORN"] = "1"
        return run(self.args, env=env), f"call {call} of {self.calls}"

    def fault(self, r, mode, states):
        for path in leftovers():
            if stat.S_IMODE(os.lstat(path).st_mode) & 0o077:
                return "others may look into what is left", path
            # On a disk that fails from there on nothing can be removed either.
            if r.rc >= 0 and mode != "fail on":
                return "a command that ended leaves something", path
        for name, content in files().items():
            if name not in self.new:
                return "a file of another name", name
            if content == self.new[name]:
                states["new"] += 1
            elif content == self.old.get(name):
                states["old"] += 1
            else:
                return "half a file", f"{name}, {len(content)} bytes"
        missing = [f for f in self.old if not os.path.exists(f"{W}/out/{f}")]
        if missing:
            return "a file is gone", missing
        if dump(STUDY)[0] != self.before:
            return "the study is another", None
        again = run(self.args, env=ENV)
        if again.rc != self.code:
            return "the command again", repr(again)
        if files() != self.new:
            return "the command again writes something else", sorted(files())
        return ("something stays after the next command", leftovers()) if leftovers() else None


def main():
    seconds, seed = float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    rng = random.Random(seed)
    names = sys.argv[3].split(",") if len(sys.argv) > 3 else list(OPERATIONS)
    operations = [Operation(name) for name in names]
    end, number = time.time() + seconds, 0
    killed, failed, states, kinds = 0, 0, collections.Counter(), collections.Counter()
    faults = []
    while time.time() < end:
        operation = operations[number % len(operations)]
        mode = MODES[number // len(operations) % len(MODES)]
        number += 1
        operation.fresh()
        r, where = operation.strike(mode, rng)
        killed += r.rc == -9
        failed += r.rc == 74
        fault = None
        if r.timedout or (r.rc != -9 and r.rc not in DOCUMENTED):
            fault = "the command itself", repr(r)
        fault = fault or operation.fault(r, mode, states)
        if fault:
            kinds[(operation.name, fault[0])] += 1
            faults.append((operation.name, mode, where, *fault))
    print(f"write: {number} tries, {killed} killed, {failed} refused, {len(faults)} failures; files {dict(states)}")
    for (name, kind), count in kinds.most_common():
        print(f"   {count} x {name}: {kind}")
    for fault in faults[:20]:
        print("   e.g.", fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
