#!/usr/bin/env python3
"""Agreement beside the Python packages krippendorff and irrCAC: same matrices, one run.

Usage: peers.py COVALENCE [--repeat 3] [--skip-big]
Needs, in an environment of its own: numpy krippendorff irrCAC pandas.

Data: numpy PCG64 seeded with 20260101 + coders; 5 nominal categories with probabilities .40 .25
.20 .10 .05; a coder copies the latent value with probability .80, else draws again; 5 % missing.

Each case is timed as a whole process that reads the same wide CSV and prints alpha (and, for
irrCAC, AC1 and Fleiss' kappa too), on one thread; and, beside it, the package alone with its data
in memory, which leaves out reading and start-up. CPU time is what to compare on a shared machine.
"""
from timing import head, line, run, timed
import argparse, json, os, sys, tempfile, warnings
warnings.filterwarnings("ignore")
import numpy as np

SHARES = [.40, .25, .20, .10, .05]


def make(coders, units):
    g = np.random.Generator(np.random.PCG64(20260101 + coders))
    latent = g.choice(5, size=units, p=SHARES)
    out = np.empty((coders, units), float)
    for i in range(coders):
        keep = g.random(units) < .80
        out[i] = np.where(keep, latent, g.choice(5, size=units, p=SHARES))
        out[i][g.random(units) < .05] = np.nan
    return out


def write(matrix, path):
    with open(path, "w") as f:
        f.write(",".join(f"c{i + 1}" for i in range(matrix.shape[0])) + "\n")
        for row in matrix.T:
            f.write(",".join("" if np.isnan(x) else str(int(x)) for x in row) + "\n")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("covalence")
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--skip-big", action="store_true")
    told = parser.parse_args()
    import krippendorff
    import pandas as pd
    from irrCAC.raw import CAC

    def ours(path, replicates=0):
        def work():
            answer = json.loads(run([told.covalence, "agree", "ratings", path, "--wide", "--categories",
                                     "0,1,2,3,4", "--replicates", str(replicates), "--json"]))
            alpha = next(f for f in answer["figures"] if f["name"] == "alphaNominal")
            return alpha["interval"] if replicates else alpha["value"]
        return work

    script = ("import pandas as pd,krippendorff,sys;X=pd.read_csv(sys.argv[1]).to_numpy().T;"
              "print(krippendorff.alpha(reliability_data=X,level_of_measurement='nominal'))")
    head(told.repeat)
    with tempfile.TemporaryDirectory() as folder:
        for coders, units in [(3, 10_000), (10, 100_000)] + ([] if told.skip_big else [(5, 1_000_000)]):
            matrix = make(coders, units)
            path = os.path.join(folder, "wide.csv")
            write(matrix, path)
            mine = timed(ours(path), told.repeat)
            whole = timed(lambda: float(run([sys.executable, "-c", script, path])), told.repeat)
            inner = timed(lambda: float(krippendorff.alpha(reliability_data=matrix, level_of_measurement="nominal")),
                          told.repeat)
            assert abs(mine[2] - whole[2]) < 1e-9, (mine[2], whole[2])
            size = f"{coders} x {units:,}"
            line(f"krippendorff, process, {size}", mine, whole)
            line(f"krippendorff, in memory, {size}", mine, inner)
            if units <= 10_000:
                def cac():
                    c = CAC(pd.DataFrame(matrix.T), digits=12)
                    return [c.gwet()["est"]["coefficient_value"], c.fleiss()["est"]["coefficient_value"],
                            c.krippendorff()["est"]["coefficient_value"]]
                theirs = timed(cac, 1)
                assert abs(theirs[2][2] - mine[2]) < 1e-9
                line(f"irrCAC, in memory, {size}", mine, theirs)

                def boot():
                    g = np.random.Generator(np.random.PCG64(7))
                    n = matrix.shape[1]
                    values = [float(krippendorff.alpha(reliability_data=matrix[:, g.integers(0, n, n)])) for _ in range(1000)]
                    return [float(x) for x in np.percentile(values, [2.5, 97.5])]

                counts = np.stack([(matrix == k).sum(0) for k in range(5)], 1)

                def cheap():
                    g = np.random.Generator(np.random.PCG64(7))
                    n = matrix.shape[1]
                    values = [float(krippendorff.alpha(value_counts=counts[g.integers(0, n, n)],
                                                       level_of_measurement="nominal")) for _ in range(1000)]
                    return [float(x) for x in np.percentile(values, [2.5, 97.5])]

                mine = timed(ours(path, 1000), told.repeat)
                line(f"bootstrap of 1,000, {size}", mine, timed(boot, 1))
                line(f"the same on value counts, {size}", mine, timed(cheap, 1))


main()
