#!/usr/bin/env python3
"""Unitizing alpha (u-alpha of 2016) on 2,000 spans, beside Python: same table, one run.

Usage: spans.py COVALENCE [--spans 2000] [--repeat 5]
Needs, in an environment of its own: numpy krippendorff-unitized-alpha.

Data: numpy PCG64 seeded with 20260101; one text, three coders, six codes. A latent row of units of 20
to 200 characters with gaps of 20 to 300 between them; each coder has a part of them, with ends moved
by up to 8 characters and another code in one of five.

Peers: the package krippendorff-unitized-alpha, and the same formula in numpy as one would write it for
speed (cut points merged, no loop over spans). Each is timed as a whole process that reads the same
CSV, and without reading and start-up. Our process gives every figure about spans, u-alpha among them.
"""
from timing import head, line, run, timed
import argparse, csv, json, os, sys, tempfile
import numpy as np

CODERS, CODES = 3, 6


def make(count):
    g = np.random.Generator(np.random.PCG64(20260101))
    latent = count // CODERS + count // 20 + CODERS
    lengths, gaps = g.integers(20, 201, latent), g.integers(20, 301, latent)
    ends = np.cumsum(lengths + gaps)
    codes = g.integers(0, CODES, latent)
    rows = []
    for coder in range(CODERS):
        share = count // CODERS + (coder < count % CODERS)
        for i in np.sort(g.choice(latent, share, replace=False)):
            start, end = ends[i] - lengths[i] + g.integers(-8, 9), ends[i] + g.integers(-8, 9)
            code = codes[i] if g.random() < .8 else g.integers(0, CODES)
            rows.append(("d1", f"coder{coder + 1}", f"code{code + 1}", int(start), int(end)))
    return rows, int(ends[-1]) + 300


def read(path):
    with open(path) as f:
        return [(r["coder"], r["code"], int(r["start"]), int(r["end"])) for r in csv.DictReader(f)]


def sections(rows, length):
    """Per coder, units and gaps in order."""
    coders = {}
    for coder, code, start, end in sorted(rows, key=lambda r: r[2]):
        units = coders.setdefault(coder, [])
        before = units[-1][2] if units else 0
        if start > before:
            units.append(("", before, start))
        units.append((code, start, end))
    for units in coders.values():
        if units[-1][2] < length:
            units.append(("", units[-1][2], length))
    return coders


def package(coders):
    from krippendorff_unitized_alpha.krippendorffs_unitized_alpha import EMPTY_TAG, KrippendorffUnitizedAlpha, Segment
    return float(KrippendorffUnitizedAlpha(
        {name: [Segment(code or EMPTY_TAG, a, b) for code, a, b in units] for name, units in coders.items()}).result)


def by_numpy(coders):
    codes = sorted({u[0] for units in coders.values() for u in units})
    place = {code: i for i, code in enumerate(codes)}
    starts = [np.array([u[1] for u in units]) for units in coders.values()]
    labels = [np.array([place[u[0]] for u in units]) for units in coders.values()]
    end = next(iter(coders.values()))[-1][2]
    m, k = len(coders), len(codes)
    observed, squares = np.zeros((k, k)), np.zeros(k)
    for i in range(m):
        size = np.diff(np.append(starts[i], end)).astype(float)
        np.add.at(squares, labels[i], np.where(labels[i] == place.get("", -1), size, size ** 2))
        for j in range(m):
            if i != j:
                cuts = np.union1d(starts[i], starts[j])
                one = labels[i][np.searchsorted(starts[i], cuts, side="right") - 1]
                two = labels[j][np.searchsorted(starts[j], cuts, side="right") - 1]
                np.add.at(observed, (one, two), np.diff(np.append(cuts, end)) / (m - 1))
    l, total = observed.sum(1), observed.sum()
    expected = total * (l * l - squares) / (total ** 2 - squares.sum())
    return float(1 - (total - np.trace(observed)) / (total - expected.sum()))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("covalence")
    parser.add_argument("--spans", type=int, default=2000)
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--peer", choices=["package", "numpy"], help="only this peer's figure of a CSV: for its process")
    parser.add_argument("--length", type=int)
    told = parser.parse_args()
    if told.peer:
        print((package if told.peer == "package" else by_numpy)(sections(read(told.covalence), told.length)))
        return
    rows, length = make(told.spans)
    with tempfile.TemporaryDirectory() as folder:
        path, documents = os.path.join(folder, "spans.csv"), os.path.join(folder, "documents.csv")
        with open(path, "w") as f:
            f.write("document,coder,code,start,end\n" + "".join(",".join(map(str, r)) + "\n" for r in rows))
        with open(documents, "w") as f:
            f.write(f"document,start,end\nd1,0,{length}\n")

        def ours():
            answer = json.loads(run([told.covalence, "agree", "spans", path, "--documents", documents, "--json"]))
            return next(f["value"] for f in answer["figures"] if f["name"] == "uAlpha")

        def process(peer):
            return float(run([sys.executable, __file__, path, "--peer", peer, "--length", str(length)]))

        head(told.repeat)
        mine = timed(ours, told.repeat)
        coders = sections(read(path), length)
        size = f"{told.spans:,} spans"
        for name, work, repeat in [
                (f"unitized alpha, process, {size}", lambda: process("package"), 1),
                (f"unitized alpha, in memory, {size}", lambda: package(coders), 1),
                (f"numpy, process, {size}", lambda: process("numpy"), told.repeat),
                (f"numpy, in memory, {size}", lambda: by_numpy(coders), told.repeat)]:
            theirs = timed(work, repeat)
            assert abs(theirs[2] - mine[2]) < 1e-9, (name, theirs[2], mine[2])
            line(name, mine, theirs)


main()
