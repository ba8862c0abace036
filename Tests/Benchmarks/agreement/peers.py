#!/usr/bin/env python3
"""Agreement beside the Python packages krippendorff and irrCAC: same files, one run.

Usage: peers.py COVALENCE [--repeat 3] [--skip-big]
Needs, in an environment of its own: numpy krippendorff irrCAC pandas.

Data: numpy PCG64 seeded with 20260101 + coders; 5 nominal categories with probabilities .40 .25
.20 .10 .05; a coder copies the latent value with probability .80, else draws again; 5 % missing.

Each case is a whole process that reads a CSV file and prints nominal alpha, on one thread for the
peers; ours also gives every other figure. Both read the same file: wide (a column a coder) and long
(unit, coder, value). The package alone, with its data in memory, leaves out reading and start-up.
Processes run in turn; wall, CPU and peak memory are medians, ratios are the peer's by ours.
"""
import os
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"):
    os.environ[name] = "1"
import argparse, json, statistics, subprocess, sys, tempfile, time, warnings
warnings.filterwarnings("ignore")
import numpy as np

SHARES = [.40, .25, .20, .10, .05]
STEP = """import os, sys, time
start = time.monotonic()
child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ)
_, status, used = os.wait4(child, 0)
print(time.monotonic() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, file=sys.stderr)
sys.exit(os.waitstatus_to_exitcode(status))"""
WIDE = """import pandas as pd, krippendorff, sys
X = pd.read_csv(sys.argv[1]).to_numpy().T
print(krippendorff.alpha(reliability_data=X, level_of_measurement='nominal'))"""
LONG = """import pandas as pd, krippendorff, sys
X = pd.read_csv(sys.argv[1]).pivot(index='coder', columns='unit', values='value').to_numpy()
print(krippendorff.alpha(reliability_data=X, level_of_measurement='nominal'))"""
CAC = """import pandas as pd, sys, warnings
warnings.filterwarnings('ignore')
from irrCAC.raw import CAC
c = CAC(pd.read_csv(sys.argv[1]), digits=12)
print(c.krippendorff()['est']['coefficient_value'])"""
BOOT = """import numpy as np, pandas as pd, krippendorff, sys
X = pd.read_csv(sys.argv[1]).to_numpy().T
g = np.random.Generator(np.random.PCG64(7))
n = X.shape[1]
values = [krippendorff.alpha(reliability_data=X[:, g.integers(0, n, n)], level_of_measurement='nominal')
          for _ in range(1000)]
print(*np.percentile(values, [2.5, 97.5]))"""
# The same with the values counted once: what a careful user of the package would write.
COUNTS = """import numpy as np, pandas as pd, krippendorff, sys
X = pd.read_csv(sys.argv[1]).to_numpy()
C = np.stack([(X == k).sum(1) for k in range(5)], 1)
g = np.random.Generator(np.random.PCG64(7))
n = len(C)
values = [krippendorff.alpha(value_counts=C[g.integers(0, n, n)], level_of_measurement='nominal')
          for _ in range(1000)]
print(*np.percentile(values, [2.5, 97.5]))"""


def make(coders, units):
    g = np.random.Generator(np.random.PCG64(20260101 + coders))
    latent = g.choice(5, size=units, p=SHARES)
    out = np.empty((coders, units), float)
    for i in range(coders):
        keep = g.random(units) < .80
        out[i] = np.where(keep, latent, g.choice(5, size=units, p=SHARES))
        out[i][g.random(units) < .05] = np.nan
    return out


def write(matrix, wide, long):
    coders, units = matrix.shape
    with open(wide, "w") as f, open(long, "w") as g:
        f.write(",".join(f"c{i + 1}" for i in range(coders)) + "\n")
        g.write("unit,coder,value\n")
        for unit, row in enumerate(matrix.T):
            f.write(",".join("" if np.isnan(x) else str(int(x)) for x in row) + "\n")
            for coder, x in enumerate(row):
                if not np.isnan(x):
                    g.write(f"{unit + 1},c{coder + 1},{int(x)}\n")


class Cost:
    """What a process took; adds up over repetitions and answers with medians."""

    def __init__(self):
        self.wall, self.cpu, self.peak, self.answer = [], [], [], None

    def run(self, command, read):
        # A small process starts the one that is measured: a child's peak begins with its parent's.
        done = subprocess.run([sys.executable, "-S", "-E", "-c", STEP, *command], capture_output=True, text=True)
        assert done.returncode == 0, (command, done.stderr)
        wall, cpu, peak = map(float, done.stderr.splitlines()[-1].split())
        self.wall.append(wall)
        self.cpu.append(cpu)
        self.peak.append(peak)
        self.answer = read(done.stdout)

    def __str__(self):
        wall, cpu, peak = map(statistics.median, (self.wall, self.cpu, self.peak))
        return f"{wall:8.3f} ({min(self.wall):.3f}-{max(self.wall):.3f}) {cpu:7.3f} {peak:6.0f}"

    def ratio(self, other):
        return (f"{statistics.median(other.wall) / statistics.median(self.wall):6.1f}"
                f" {statistics.median(other.cpu) / statistics.median(self.cpu):6.1f}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("covalence")
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--skip-big", action="store_true")
    told = parser.parse_args()
    import krippendorff

    def ours(path, replicates, *options):
        return [told.covalence, "agree", "ratings", path, "--categories", "0,1,2,3,4",
                "--replicates", str(replicates), "--json", *options]

    def figure(key):
        return lambda text: next(f for f in json.loads(text)["figures"] if f["name"] == "alphaNominal")[key]

    def numbers(text):
        found = [float(x) for x in text.split()]
        return found[0] if len(found) == 1 else found

    def compare(case, mine, script, path, key="value", repeat=None, tolerance=1e-9):
        a, b = Cost(), Cost()
        for _ in range(repeat or told.repeat):
            a.run(mine, figure(key))
            b.run([sys.executable, "-c", script, path], numbers)
        assert np.allclose(a.answer, b.answer, rtol=0, atol=tolerance), (a.answer, b.answer)
        print(f"{case:34} | {a} | {b} | {a.ratio(b)}", flush=True)
        return a

    print(f"load {os.getloadavg()[0]:.1f}; wall s (range), CPU s, peak MiB, median of {told.repeat}")
    print(f"{'case':34} | covalence | peer | wall and CPU, peer by ours")
    with tempfile.TemporaryDirectory() as folder:
        wide, long = os.path.join(folder, "wide.csv"), os.path.join(folder, "long.csv")
        for coders, units in [(3, 10_000), (10, 100_000)] + ([] if told.skip_big else [(5, 1_000_000)]):
            matrix = make(coders, units)
            write(matrix, wide, long)
            size = f"{coders} x {units:,}"
            compare(f"krippendorff, wide, {size}", ours(wide, 0, "--wide"), WIDE, wide)
            compare(f"krippendorff, long, {size}", ours(long, 0), LONG, long)
            started = time.process_time()
            krippendorff.alpha(reliability_data=matrix, level_of_measurement="nominal")
            print(f"{'  in memory, alpha alone':34} | | CPU {time.process_time() - started:.3f}")
            if units <= 10_000:
                compare(f"irrCAC, wide, {size}", ours(wide, 0, "--wide"), CAC, wide, repeat=1)
                # Two generators draw differently: the ends of the intervals lie near each other.
                for case, script in (("bootstrap of 1,000", BOOT), ("the same on counts", COUNTS)):
                    compare(f"{case}, {size}", ours(wide, 1000, "--wide"), script, wide,
                            key="interval", repeat=1, tolerance=.005)


main()
