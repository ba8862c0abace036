"""kill.py SECONDS [SEED] [OPERATION,...]: kills and failing disks, and what must hold after each."""

import collections
import os
import random
import shutil
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from base import DOCUMENTED, dump, format_of, integrity, run

D = os.environ["CAMPAIGN_DATA"]
W = os.environ["CAMPAIGN_WORK"] + "/kill"
STUDY = W + "/s.covalence"
ENV = dict(os.environ)
# By name: the study before, the command, and whether it takes `-s`.
OPERATIONS = {
    "import codings": ("base", ["import", "codings", D + "/codings.csv", "--map", D + "/codings.yaml"]),
    "import survey": ("base", ["import", "survey", D + "/survey.csv", "--map", D + "/survey.yaml"]),
    "undo-import": ("full", ["undo-import", "2"]),
    "framework update": ("full", ["framework", "update", D + "/newer/bench"]),
    "migrate from 1": ("format-1", ["imports"]),
    "migrate from 2": ("format-2", ["imports"]),
    "init": (None, ["init", STUDY, "--framework", D + "/bench"]),
}
MODES = ("time", "call", "torn", "fail", "fail on")


class Operation:
    def __init__(self, name):
        self.name = name
        self.start, self.command = OPERATIONS[name]
        self.args = self.command if self.start is None else self.command + ["-s", STUDY]
        self.isMigration = name.startswith("migrate")
        self.before = None if self.start is None or self.isMigration else dump(f"{D}/{self.start}.covalence")[0]
        walls = []
        for _ in range(2):
            self.fresh()
            r = run(self.args, env=dict(ENV, LD_PRELOAD=D + "/killat.so", KILL_COUNT=W + ".count"), timeout=300)
            assert r.rc == 0, (name, r)
            walls.append(r.wall)
        self.wall = min(walls)
        self.calls = int(open(W + ".count").read())
        self.after = dump(STUDY)[0]
        print(f"# {name}: {self.wall:.2f} s, {self.calls} calls that change a file", flush=True)

    def fresh(self):
        shutil.rmtree(W, ignore_errors=True)
        os.makedirs(W)
        if self.start is not None:
            shutil.copyfile(f"{D}/{self.start}.covalence", STUDY)

    def strike(self, mode, rng):
        """Runs the command until something befalls it; says where."""
        if mode == "time":
            delay = rng.uniform(0.01, self.wall * 1.05)
            return run(self.args, env=ENV, kill_after=delay), f"{delay:.4f} s"
        # The last calls, where the commit is, are tried more often.
        call = rng.randint(1, self.calls) if rng.random() < 0.6 else rng.randint(max(1, self.calls - 60), self.calls)
        if rng.random() < 0.15:
            call = rng.randint(1, min(30, self.calls))
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

    def copies(self):
        return [f for f in os.listdir(W) if ".backup-format-" in f]

    def fault(self, states):
        """What does not hold after the strike; None where all does."""
        if self.start is None and not os.path.exists(STUDY):
            states["nothing made"] += 1
            return self.again()
        check = run(["check", "-s", STUDY], env=ENV)
        if check.rc not in (0, 3):
            return "check does not open it", repr(check)
        if b"damaged" in check.out + check.err or b"not there, or serve" in check.out:
            return "check finds damage", repr(check.out[:300])
        # A journal that was never synced (first byte 0) is not hot and harmless.
        journal = STUDY + "-journal"
        if os.path.exists(journal) and open(journal, "rb").read(1) not in (b"", b"\0"):
            return "a hot journal is left after check", os.path.getsize(journal)
        whole = integrity(STUDY)
        if whole != "ok":
            return "integrity", whole
        found = dump(STUDY)[0]
        state = "after" if found == self.after else "before" if found == self.before else "half"
        states[state] += 1
        if state == "half":
            return "a half state", None
        if self.isMigration:
            copies = self.copies()
            if len(copies) != 1:
                return "not one copy", copies
            copy, old = f"{W}/{copies[0]}", f"{D}/{self.start}.covalence"
            if integrity(copy) != "ok" or format_of(copy) != format_of(old) or dump(copy)[0] != dump(old)[0]:
                return "the copy is not the study as it was", os.path.getsize(copy)
        if self.start is None or (self.name == "undo-import" and state == "after"):
            return self.left()
        return self.again()

    def again(self):
        r = run(self.args, env=ENV)
        if r.rc != 0:
            return "the command again", repr(r)
        if dump(STUDY)[0] != self.after:
            return "the command again gives another study", None
        return self.left()

    def left(self):
        # Whatever a killed command left, the next one that opened the study has removed.
        left = [f for f in os.listdir(W) if f != "s.covalence" and f not in self.copies()]
        return ("files are left", left) if left else None


def main():
    seconds, seed = float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    rng = random.Random(seed)
    names = sys.argv[3].split(",") if len(sys.argv) > 3 else list(OPERATIONS)
    operations = [Operation(name) for name in names]
    end, number = time.time() + seconds, 0
    tries, killed, failed, states = (collections.Counter() for _ in range(4))
    faults, kinds = [], collections.Counter()
    while time.time() < end:
        operation = operations[number % len(operations)]
        mode = MODES[number // len(operations) % len(MODES)]
        number += 1
        operation.fresh()
        r, where = operation.strike(mode, rng)
        tries[operation.name] += 1
        killed[operation.name] += r.rc == -9
        failed[operation.name] += r.rc > 0
        fault = None
        if r.timedout or (r.rc != -9 and r.rc not in DOCUMENTED) or (r.rc > 0 and not mode.startswith("fail")):
            fault = "the command itself", repr(r)
        fault = fault or operation.fault(states)
        if fault:
            kinds[(operation.name, fault[0])] += 1
            faults.append((operation.name, mode, where, *fault))
            if kinds[(operation.name, fault[0])] <= 2:
                kept = f"{W}-failed/{operation.name}-{fault[0]}-{kinds[(operation.name, fault[0])]}".replace(" ", "-")
                shutil.rmtree(kept, ignore_errors=True)
                shutil.copytree(W, kept)
    print(
        f"kill: {number} tries, {killed.total()} killed, {failed.total()} refused, {len(faults)} failures;"
        f" {dict(tries)}; states {dict(states)}"
    )
    for (name, kind), count in kinds.most_common():
        print(f"   {count} x {name}: {kind}")
    for fault in faults[:20]:
        print("   e.g.", fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
