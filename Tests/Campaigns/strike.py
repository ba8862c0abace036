"""Operations that are killed, or whose disk fails, at a place drawn by a seed, and what must hold after each."""

import collections
import os
import random
import sys
import time

from base import DOCUMENTED, run

PRELOAD = os.environ["CAMPAIGN_DATA"] + "/killat.so"
MODES = ("time", "call", "torn", "fail", "fail on")


class Struck:
    """A command with what stands there before it; `fresh` is the subclass's and makes that anew."""

    def __init__(self, name, args, env, work, code=0):
        self.name, self.args, self.env, self.work, self.code = name, args, env, work, code

    def fresh(self):
        raise NotImplementedError

    def measure(self):
        """Runs it twice with nothing befalling it: how long it takes, and how many calls change a file."""
        count, walls = self.work + ".count", []
        for _ in range(2):
            self.fresh()
            r = run(self.args, env=dict(self.env, LD_PRELOAD=PRELOAD, KILL_COUNT=count), timeout=300)
            assert r.rc == self.code, (self.name, r)
            walls.append(r.wall)
        self.wall = min(walls)
        with open(count) as file:
            self.calls = int(file.read())
        print(f"# {self.name}: {self.wall:.2f} s, {self.calls} calls that change a file", flush=True)

    def call(self, rng):
        """The number of the call that is struck."""
        return rng.randint(1, max(1, self.calls))

    def strike(self, mode, rng):
        """Runs it until something befalls it; says where."""
        if mode == "time":
            delay = rng.uniform(0.01, self.wall * 1.05)
            return run(self.args, env=self.env, kill_after=delay), f"{delay:.4f} s"
        call = self.call(rng)
        env = dict(self.env, LD_PRELOAD=PRELOAD)
        if mode.startswith("fail"):
            env["FAIL_AT"] = str(call)
            if mode == "fail on":
                env["FAIL_ALL"] = "1"
        else:
            env["KILL_AT"] = str(call)
            if mode == "torn":
                env["KILL_TORN"] = "1"
        return run(self.args, env=env), f"call {call} of {self.calls}"

    def is_documented(self, r, mode):
        """Whether a command to which that befell may end so."""
        return not r.timedout and (r.rc == -9 or r.rc in DOCUMENTED)


def campaign(title, operations, look, keep=None):
    """Strikes the operations in turn: `title SECONDS [SEED] [NAME,...]`; the exit code says whether all held.

    `operations` makes one by its name, for all names. `look` gives what does not hold after a strike, or None, and
    counts the states it met. `keep` is told of a failure and how many of its kind there were.
    """
    seconds, seed = float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    rng = random.Random(seed)
    names = sys.argv[3].split(",") if len(sys.argv) > 3 else list(operations)
    made = [operations[name]() for name in names]
    end, number = time.time() + seconds, 0
    tries, killed, refused, states, kinds = (collections.Counter() for _ in range(5))
    faults = []
    while time.time() < end:
        operation = made[number % len(made)]
        mode = MODES[number // len(made) % len(MODES)]
        number += 1
        operation.fresh()
        r, where = operation.strike(mode, rng)
        tries[operation.name] += 1
        killed[operation.name] += r.rc == -9
        refused[operation.name] += r.rc > 0
        fault = None if operation.is_documented(r, mode) else ("the command itself", repr(r))
        fault = fault or look(operation, r, mode, states)
        if fault:
            kinds[(operation.name, fault[0])] += 1
            faults.append((operation.name, mode, where, *fault))
            if keep:
                keep(operation, fault[0], kinds[(operation.name, fault[0])])
    print(
        f"{title}: {number} tries with seed {seed}, {killed.total()} killed, {refused.total()} refused,"
        f" {len(faults)} failures; {dict(tries)}; states {dict(states)}"
    )
    for (name, kind), count in kinds.most_common():
        print(f"   {count} x {name}: {kind}")
    for fault in faults[:20]:
        print("   e.g.", fault)
    return 1 if faults else 0
