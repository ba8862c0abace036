"""scale.py SECONDS: what commands cost as studies grow, and that it grows no faster than they do.

Each trial makes a study of some size and one of four times the size. The command may take six times as
long for it (and half a second), and at most MEMORY in either. What grows with its square takes sixteen
times as long, and is a failure.
"""

import os
import shutil
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from base import run

D = os.environ["CAMPAIGN_DATA"]
W = os.environ["CAMPAIGN_WORK"] + "/scale"
STUDY = W + "/s.covalence"
MEMORY = int(os.environ.get("MEMORY", "500"))


class Trial:
    def __init__(self):
        shutil.rmtree(W, ignore_errors=True)
        os.makedirs(W)
        shutil.copyfile(D + "/base.covalence", STUDY)

    def write(self, name, header, rows):
        with open(f"{W}/{name}", "w") as f:
            f.write(header + "\n")
            f.writelines(row + "\n" for row in rows)

    def bring(self, kind, header, rows, *more):
        self.write(kind + ".csv", header, rows)
        r = run(["import", kind, f"{W}/{kind}.csv", "-s", STUDY, *more], timeout=300)
        assert r.rc in (0, 3), (kind, r)

    def coded(self, codings, sources=1, codes=None, coders=("ana", "ben")):
        """Codings of two coders who do not agree, on so many sources."""
        codes = codes or ["value:tangible", "value:reputation"]
        self.bring("sources", "source,case,coders", (f"s{i},C{1 + i % 200:04d},{';'.join(coders)}" for i in range(sources)))
        self.bring(
            "codings", "source,coder,code,start,end",
            (f"s{i % sources},{coders[i % 2]},{codes[i // 2 % len(codes)]},{i // sources * 40},{i // sources * 40 + 20 + i % 2}"
             for i in range(codings)))


def queue(size):
    """The first five of the queue, of all that coders disagree on."""
    Trial().coded(6_000 * size, sources=50)
    return ["adjudicate", "queue", "--limit", "5"]


def one_source(size):
    """A score from one long source."""
    Trial().coded(8_000 * size)
    return ["score"]


def methods_of_codes(size):
    """The methods report of a study with codes of its own."""
    Trial().coded(2_000 * size, sources=20, codes=[f"own {i}" for i in range(500 * size)])
    return ["report", "methods", "--for", "researcher", "--out", W + "/out", "--replicates", "20"]


def cases(size):
    """Scores of cases of which each has a little."""
    trial = Trial()
    trial.bring("cases", "case", (f"case {i}" for i in range(500 * size)))
    trial.bring("sources", "source,case,coders", (f"s{i},case {i},ana" for i in range(500 * size)))
    trial.bring("codings", "source,coder,code,start,end", (f"s{i},ana,value:tangible,0,20" for i in range(500 * size)))
    return ["score", "--json"]


def columns(size):
    """A list of cases with columns of its own."""
    names = [f"column {i}" for i in range(1_000 * size)]
    Trial().write("wide.csv", "case," + ",".join(names), ["C0001," + ",".join("x" * len(names))])
    return ["import", "cases", W + "/wide.csv", "--dry-run"]


def slips(size):
    """Codings that name a source that is not there."""
    trial = Trial()
    trial.coded(100, sources=100)
    trial.write("slips.csv", "source,coder,code,start,end", (f"S{i % 90}x,ana,value:tangible,{i},{i + 5}" for i in range(3_000 * size)))
    return ["import", "codings", W + "/slips.csv", "--dry-run"]


def transcript(size):
    """A new version of a transcript with coded passages."""
    trial = Trial()
    words = [f"passage {i} says something of its own " for i in range(400 * size)]
    with open(W + "/t.txt", "w") as f:
        f.write("".join(words))
    trial.bring("sources", "source,case,coders,file", ["t,C0001,ana,t.txt"])
    at, rows = 0, []
    for word in words:
        rows.append(f"t,ana,value:tangible,{at},{at + len(word) - 1}")
        at += len(word)
    trial.bring("codings", "source,coder,code,start,end", rows)
    with open(W + "/t.txt", "w") as f:
        f.write("A word before. " + "".join(reversed(words)))
    return ["import", "sources", W + "/sources.csv", "--dry-run"]


TRIALS = (queue, one_source, methods_of_codes, cases, columns, slips, transcript)


def main():
    end, tried, failures = time.time() + float(sys.argv[1]), 0, []
    for trial in TRIALS:
        if time.time() > end:
            print(f"scale: no time for {trial.__name__}")
            continue
        walls, largest = [], 0
        for size in (1, 4):
            command = trial(size)
            r = run(command + ["-s", STUDY], timeout=120)
            if r.timedout or r.rc not in (0, 3, 65):
                failures.append(f"{trial.__name__} at {size}: {r!r}")
            walls.append(r.wall)
            largest = max(largest, r.rss >> 10)
        tried += 1
        if walls[1] > 6 * walls[0] + 0.5:
            failures.append(f"{trial.__name__}: {walls[0]:.2f} s, of four times the size {walls[1]:.2f} s")
        if largest > MEMORY:
            failures.append(f"{trial.__name__}: {largest} MB")
        print(f"# {trial.__name__}: {walls[0]:.2f} s, {walls[1]:.2f} s of four times the size, {largest} MB", flush=True)
    print(f"scale: {tried} trials, {len(failures)} failures")
    for failure in failures:
        print(f"   {failure}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
