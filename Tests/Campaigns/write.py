"""write.py SECONDS [SEED]: kills and failing disks while files are written, and what must hold after each.

Reports, meeting sheets, lists of rejected rows and dry runs: of each file the old one or the whole new
one stands, the study is as it was, what is left over can be read by its owner alone, and goes with the
next command that uses the place.
"""

import os
import shutil
import stat
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from base import dump, run
from fuzz import seeds
from strike import Struck, campaign

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


def files():
    """The files in the folder that is written to, by name."""
    return {f: open(f"{W}/out/{f}", "rb").read() for f in os.listdir(W + "/out") if os.path.isfile(f"{W}/out/{f}")}


def leftovers():
    """What lies where nothing of the kind should, by path."""
    hidden = [f"{folder}/{f}" for folder in (W, W + "/out") for f in os.listdir(folder) if f.startswith(".covalence-")]
    return hidden + [f"{W}/tmp/{f}" for f in os.listdir(W + "/tmp")]


class Operation(Struck):
    def __init__(self, name):
        start, command, code = OPERATIONS[name]
        super().__init__(name, command + ["-s", STUDY], ENV, W, code)
        self.study = f"{seeds() if start == 'forum' else D}/{start}.covalence"
        self.before = dump(self.study)[0]
        self.old = {}
        self.measure()
        self.new = files()
        # What stands there before is a file of the same kind, which the command may replace.
        self.old = {f: self.other(f, b) for f, b in self.new.items()}
        if name == "rejects":
            self.old = {}

    @staticmethod
    def other(name, content):
        """Another content of a file, with the mark by which the program knows its own."""
        if name.endswith("html"):
            return content.replace(b">", b" >", 1)
        return content + b" " if name.endswith("csv") else content

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


if __name__ == "__main__":
    sys.exit(campaign("write", {name: lambda name=name: Operation(name) for name in OPERATIONS}, Operation.fault))
