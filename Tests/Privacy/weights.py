"""Who weighs more than others: organizations of one, on one page and between two editions; and what all who are
compared share.

Heads are not what a mean of organizations counts. Of two such means the one whom a sum of them leaves is told of,
whoever else came or went with him or her; as many are told of as weigh in that sum (the square of the sum of the
weights by the sum of their squares)."""
import collections, itertools, json, random

from closing import *


def weights(people, by_organizations=True):
    """How much each weighs in a mean of organizations, or of respondents where these are fewer than three."""
    sizes = collections.Counter(people.values())
    return {p: 1 / sizes[o] if by_organizations and len(sizes) >= 3 else 1.0 for p, o in people.items()}


def effective(values):
    values = [abs(v) for v in values if abs(v) > 1e-9]
    return sum(values) ** 2 / sum(v * v for v in values) if values else math.inf


def fewest(first, second):
    """Of how many two means tell that each alone does not, whichever people are taken off whole."""
    alone = min(effective(first.values()), effective(second.values()))
    people = sorted(set(first) | set(second))
    ratios = {round(first[p] / second[p], 12) for p in people if p in first and p in second}
    least = min((effective(first.get(p, 0) - q * second.get(p, 0) for p in people) for q in ratios), default=math.inf)
    return least if least < alone - 1e-9 else math.inf


def organizations(r):
    """Some large organizations, and one of which somebody alone answers."""
    return {f"{o}-{i}": o for o in "ABCD"[:r.randint(3, 4)] for i in range(r.randint(8, 24))}


def late(r, count, people):
    """Somebody alone in an organization, and so many of the others."""
    return {**{f"late-{i}": r.choice(sorted(set(people.values()))) for i in range(count)}, "alone": "Z"}


def rows(r, people, answers=1, given=None):
    """A response each, of so many answers."""
    return [[p, "one", o, ""] + [r.randint(1, 5) if given is None or p in given or k == 0 else "" for k in range(answers)]
            for p, o in people.items()]


def one_page(fw, t, seed, work):
    """Level and what was received beside wanted, on one page."""
    r = random.Random(seed + 41)
    s = Small(seed, work)
    form = r.choice(sorted(fw.desired))
    people = organizations(r)
    both = set(people)
    people.update(late(r, r.randint(4, 9), people))
    s.bring("survey", head([fw.derived[form][0], fw.desired[form]]), rows(r, people, 2, both))
    page = s.health()
    report, told = s.figures(page)
    level, gap = told[form]["survey"], next((g for g in report["cases"][0]["gaps"] if g["id"] == form), None)
    t.chance("weighs-most-on-one-page")
    if level and gap and (level["n"], gap["n"]) == (len(people), len(both)):
        number = fewest(weights(people), weights({p: people[p] for p in both}))
        if number < LEAST:
            t.leak("weighs-most-on-one-page", seed, f"{form}: level on {len(people)}, received on {len(both)}: of {number:.1f}")
    s.done()


def two_editions(fw, t, seed, work):
    """Somebody alone in an organization comes, or goes, with four or more of large ones."""
    r = random.Random(seed + 42)
    s = Small(seed, work)
    item = r.choice([its[0] for c, its in sorted(fw.derived.items())])
    people = organizations(r)
    more = {**people, **late(r, r.randint(4, 9), people)}
    given = {x[0]: x for x in rows(r, more)}
    first, second = (people, more) if r.random() < 0.5 else (more, people)
    number = s.bring("survey", head([item]), [given[p] for p in first])
    before = s.health()
    s.undo(number)
    s.bring("survey", head([item]), [given[p] for p in second])
    t.chance("weighs-most-in-two-editions")
    told = fewest(weights(first), weights(second))
    if before and s.health() and told < LEAST:
        t.leak("weighs-most-in-two-editions", seed, f"{len(first)}, then {len(second)}: of {told:.1f}")
    s.done()


def five_of_large(fw, t, seed, work):
    """Six or more who come to organizations of many are as many as they are: that goes out."""
    r = random.Random(seed + 43)
    s = Small(seed, work)
    item = r.choice([its[0] for c, its in sorted(fw.derived.items())])
    people = {f"{o}-{i}": o for o in "ABCD" for i in range(r.randint(12, 20))}
    s.bring("survey", head([item]), rows(r, people))
    before = s.health()
    s.bring("survey", head([item]), rows(r, {f"late-{i}": "ABCD"[i % 4] for i in range(r.randint(6, 9))}))
    t.chance("refused-needlessly")
    if before and not s.health():
        t.leak("refused-needlessly", seed, "six or more who came to large organizations")
    s.done()


def panel(fw, t, seed, work):
    """Three sums of one state that leave a few: pairs of two steps, or pairs and those who say what they wanted."""
    r = random.Random(seed + 44)
    s = Small(seed, work)
    form = r.choice(sorted(fw.desired))
    items = [fw.derived[form][0], fw.desired[form]]
    a, b = ([f"{x}{i}" for i in range(r.randint(10, 13))] for x in "ab")
    left = [f"x{i}" for i in range(r.randint(1, 4))]
    steps = r.random() < 0.5
    wants = lambda p, phase: p in b and not steps
    rounds = [("1 first", a), ("2 second", a + b + left)] + ([("3 third", b)] if steps else [])
    for phase, people in rounds:
        s.bring("survey", head(items), [[p, "one", "", phase, r.randint(1, 5), r.randint(1, 5) if wants(p, phase) else ""] for p in people])
    pages = [s.figures(s.health(phase=phase)) for phase, _ in rounds]
    change = lambda page: next(x["survey"] for x in page[0]["cases"][0]["change"]["constructs"] if x["id"] == form)
    t.chance("three-sums-of-one-state")
    second = pages[1][1][form]["survey"]
    told = [change(pages[1])] + ([change(pages[2])] if steps else [])
    gaps = {g["id"]: g["n"] for g in pages[1][0]["cases"][0]["gaps"]}
    whole = second and second["n"] == len(a + b + left)
    if whole and all(x and x["pairing"] == "respondents" for x in told) and (steps or gaps.get(form) == len(b)):
        t.leak("three-sums-of-one-state", seed, f"{form}: all less {'the pairs of two steps' if steps else 'pairs and wanted'}: {len(left)}")
    s.done()


def compared_alike(fw, t, seed, work):
    """All who are compared said, or changed, the same: no number tells it."""
    r = random.Random(seed + 45)
    how = r.choice(["received", "one side", "moved", "wanted more"])
    s = Small(seed, work)
    form = r.choice(sorted(fw.desired))
    items = [fw.derived[form][0], fw.desired[form]]
    n, same, other = r.randint(10, 17), r.randint(1, 5), r.random() < 0.5
    values = [r.randint(1, 4) for _ in range(n)]
    values[:2] = [2, 3]
    people = [f"p{i}" for i in range(n)]
    more = [f"q{i}" for i in range(6)]
    row = lambda p, phase, *v: [p, "one", "", phase, *v]
    if how in ("received", "wanted more"):
        pairs = [(same if how == "received" else v, r.randint(1, 5) if how == "received" else v + 1) for v in values]
        if other:
            pairs[0] = (same % 5 + 1, pairs[0][1]) if how == "received" else (pairs[0][0], 5)
        s.bring("survey", head(items), [row(p, "", *v) for p, v in zip(people, pairs)] + [row(p, "", 1 + i % 5, "") for i, p in enumerate(more)])
        page = s.figures(s.health())
        told = next((g for g in page[0]["cases"][0]["gaps"] if g["id"] == form), None)
    else:
        after = [same if how == "one side" else v + 1 for v in values]
        if other:
            after[0] = 5 if how == "moved" else same % 5 + 1
        s.bring("survey", head(items), [row(p, "1 first", v, "") for p, v in zip(people, values)])
        s.bring("survey", head(items), [row(p, "2 second", v, "") for p, v in zip(people, after)]
                + [row(p, "2 second", 1 + i % 5, "") for i, p in enumerate(more) if how == "one side"])
        page = s.figures(s.health(phase="2 second"))
        told = next((x["survey"] for x in page[0]["cases"][0]["change"]["constructs"] if x["id"] == form), None)
        told = told if told and told["pairing"] != "not paired" else None
    t.chance("compared-and-alike")
    # That of so many answers spread evenly is wider than the spread of what is alike.
    narrow = told and (not told["interval"] or told["interval"][1] - told["interval"][0] < 20)
    if told and (narrow or how in ("received", "one side")):
        t.leak("compared-and-alike", seed, f"{how}, {n}{' but one' if other else ''}: {told}")
    s.done()


WEIGHTS = {
    "weighs-most-on-one-page": ("rule", "level and gap on one page differ by somebody alone in an organization and a few of large ones"),
    "weighs-most-in-two-editions": ("limit", "two editions differ by somebody alone in an organization and a few of large ones"),
    "three-sums-of-one-state": ("rule", "all, less two groups that are told of, are a few"),
    "compared-and-alike": ("rule", "all who are compared said or changed the same, and a number tells it"),
}

SMALL_WEIGHTS = [one_page, two_editions, compared_alike, panel, five_of_large]
