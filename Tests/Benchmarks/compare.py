"""compare.py A.json B.json ...: every file against the first; prints the largest difference of each.

Our own answers hold more than the peers' (ok, rows, present) and name informants and scales as the product does: what
is compared is `cases` and `icc1`, with names in lower case."""
import json
import sys


def flat(x, at=""):
    if isinstance(x, dict):
        if "informants" in x:  # ours: informants are what the peers count as interviewees
            x = {"n": x["n"], "interviewees": x["informants"]}
        for k, v in x.items():
            yield from flat(v, at + "/" + k.lower())
    else:
        yield at, x


def read(name):
    answer = json.load(open(name))
    return dict(flat({k: answer[k] for k in ("cases", "icc1") if k in answer}))


first = read(sys.argv[1])
bad = 0
for name in sys.argv[2:]:
    other = read(name)
    keys = set(first) ^ set(other)
    both = [k for k in first if k in other]
    worst = max((abs(first[k] - other[k]) / max(1, abs(first[k])) for k in both
                 if first[k] is not None and other[k] is not None), default=0)
    nulls = sum(1 for k in both if (first[k] is None) != (other[k] is None))
    good = not keys and not nulls and worst < 1e-9
    bad += not good
    print("%-8s %-40s %d values, %d keys differ, %d null/number, largest difference %.2e" % (
        "same" if good else "DIFFERS", name.rsplit("/", 1)[-1], len(other), len(keys), nulls, worst))
sys.exit(1 if bad else 0)
