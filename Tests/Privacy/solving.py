"""Small arithmetic of the solvers, and the count of what they find."""
import collections, math, re

from studies import EPS, LEAST

def sd(values):
    m = sum(values) / len(values)
    return math.sqrt(sum((v - m) ** 2 for v in values) / (len(values) - 1))


T975 = [None, 12.706204736432095, 4.302652729911275, 3.182446305284263, 2.776445105197793, 2.570581835636314,
        2.446911848791681, 2.3646242510102993, 2.306004135033371, 2.262157162740992, 2.2281388519649385,
        2.2009851600829846, 2.178812829667228]


def same(a, b, eps=EPS):
    return abs(a - b) <= eps


def total_of(shares, n, unplaced):
    """How many the shares are of: stated, or the least number from n on that makes them whole."""
    if unplaced is not None:
        return n + unplaced
    return next((k for k in range(n, n + LEAST) if counts_of(shares, k)), n)


def counts_of(shares, n):
    c = [sh * n / 100 for sh in shares]
    k = [round(x) for x in c]
    return k if all(abs(a - b) < 1e-6 for a, b in zip(c, k)) and sum(k) == n else None


HEX = re.compile(r"[0-9a-f]{64}|begins with [0-9a-f]{12}|SHA-256 (?:of the study )?begins with.{0,40}")


NUMBER = re.compile(r"-?\d+\.\d{6,}")


def nine(m):
    return f"{float(m.group()):.9f}"


class Tally:
    def __init__(self):
        self.leaks = collections.Counter()
        self.studies = collections.defaultdict(set)
        self.chances = collections.Counter()
        self.wrong = collections.Counter()
        self.examples = collections.defaultdict(list)

    def leak(self, kind, seed, text):
        self.leaks[kind] += 1
        self.studies[kind].add(seed)
        if len(self.examples[kind]) < 5:
            self.examples[kind].append(f"seed {seed}: {text}")

    def merge(self, other):
        self.leaks += other.leaks
        self.chances += other.chances
        self.wrong += other.wrong
        for kind, seeds in other.studies.items():
            self.studies[kind] |= seeds
        for kind, texts in other.examples.items():
            self.examples[kind] = (self.examples[kind] + texts)[:5]

    def chance(self, kind, n=1):
        self.chances[kind] += n

    def claim(self, kind, seed, right, text):
        if right:
            self.leak(kind, seed, text)
        else:
            self.wrong[kind] += 1
            if len(self.examples[kind + " WRONG"]) < 5:
                self.examples[kind + " WRONG"].append(f"seed {seed}: {text}")
