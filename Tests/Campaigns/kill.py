"""kill.py SECONDS [SEED] [OPERATION,...]: kills and failing disks, and what must hold after each."""

import os
import shutil
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from base import dump, format_of, integrity, run
from strike import Struck, campaign

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


class Operation(Struck):
    def __init__(self, name):
        self.start, command = OPERATIONS[name]
        super().__init__(name, command if self.start is None else command + ["-s", STUDY], ENV, W)
        self.isMigration = name.startswith("migrate")
        self.before = None if self.start is None or self.isMigration else dump(f"{D}/{self.start}.covalence")[0]
        self.measure()
        self.after = dump(STUDY)[0]

    def fresh(self):
        shutil.rmtree(W, ignore_errors=True)
        os.makedirs(W)
        if self.start is not None:
            shutil.copyfile(f"{D}/{self.start}.covalence", STUDY)

    def call(self, rng):
        # The last calls, where the commit is, are tried more often.
        call = rng.randint(1, self.calls) if rng.random() < 0.6 else rng.randint(max(1, self.calls - 60), self.calls)
        return rng.randint(1, min(30, self.calls)) if rng.random() < 0.15 else call

    def is_documented(self, r, mode):
        # Nothing but a failing disk may make it refuse.
        return super().is_documented(r, mode) and (r.rc <= 0 or mode.startswith("fail"))

    def copies(self):
        return [f for f in os.listdir(W) if ".backup-format-" in f]

    def fault(self, r, mode, states):
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


def keep(operation, kind, count):
    """Keeps the first two studies of each kind of failure."""
    if count <= 2:
        kept = f"{W}-failed/{operation.name}-{kind}-{count}".replace(" ", "-")
        shutil.rmtree(kept, ignore_errors=True)
        shutil.copytree(W, kept)


if __name__ == "__main__":
    sys.exit(campaign("kill", {name: lambda name=name: Operation(name) for name in OPERATIONS}, Operation.fault, keep))
