"""Sums that are told of a study that changes: whatever is told of the same values, in whatever edition,
must rest on nobody or on at least five more. And a study that does not change must not be refused."""
import json
import random

from alike import *

EDITIONS = 4


def grown(r, now, tokens):
    """Some answer, some say what they wanted, some are taken back."""
    for phase in "12":
        other = "1" if phase == "2" else "2"
        new = [t for t in tokens if now[t, phase] is None]
        r.shuffle(new)
        if r.random() < 0.5:
            new.sort(key=lambda t: now[t, other] is None)
        wanting = r.choice([0, 0, 1, 1, 0.5])
        for t in new[:r.choice([0, 0, 5, 6, 8, 11, 12])]:
            now[t, phase] = [r.randint(1, 5), r.randint(1, 5) if r.random() < wanting else ""]
        if r.random() < 0.3:
            silent = [t for t in tokens if now[t, phase] and now[t, phase][1] == ""]
            r.shuffle(silent)
            for t in silent[:r.choice([5, 8, 11])]:
                now[t, phase][1] = r.randint(1, 5)
        if r.random() < 0.2:
            there = [t for t in tokens if now[t, phase]]
            r.shuffle(there)
            for t in there[:5]:
                now[t, phase] = None


def told_sums(page, now, phase, construct):
    """Which values the sums on a page are of, by the numbers that stand beside them."""
    case = page["cases"][0]
    level = next(c["survey"] for c in case["constructs"] if c["id"] == construct)
    if level is None:
        return
    received = {t: v[0] for (t, p), v in now.items() if p == phase and v}
    wanting = {t: v[0] for (t, p), v in now.items() if p == phase and v and v[1] != ""}
    for base in (received, wanting):
        if level["n"] == len(base):
            yield "level", phase, base
            break
    gap = [g for g in case["gaps"] if g["id"] == construct]
    if gap and gap[0]["n"] == len(wanting):
        yield "received", phase, wanting
    changes = [x["survey"] for x in (case["change"] or {}).get("constructs", []) if x["id"] == construct]
    if changes and changes[0] and changes[0]["pairing"] == "respondents":
        other = "1" if phase == "2" else "2"
        after = {t: v for t, v in received.items() if now[t, other]}
        if changes[0]["n"] == len(after):
            yield "change to", phase, after
            yield "change from", other, {t: now[t, other][0] for t in after}


def sums(fw, t, seed, work):
    """Sums of the same values, told in several editions, differ by nobody or by five or more."""
    r = random.Random(seed + 31)
    s = Small(seed, work)
    construct = r.choice(sorted(fw.desired))
    items = [fw.derived[construct][0], fw.desired[construct]]
    s.bring("phases", ["phase", "order"], [("1", 1), ("2", 2)])
    tokens = [f"t{i}" for i in range(40)]
    now = {(token, phase): None for token in tokens for phase in "12"}
    known, brought = [], None
    for _ in range(EDITIONS):
        grown(r, now, tokens)
        if brought:
            s.undo(brought)
        rows = [[token, "one", "", phase] + v for (token, phase), v in now.items() if v]
        brought = s.bring("survey", head(items), rows) if rows else None
        for phase in "12":
            if any(v for (_, p), v in now.items() if p == phase):
                files = s.health(phase=phase)
                if files:
                    page, _ = s.figures(files)
                    known += [(kind, p, frozenset(v.items())) for kind, p, v in told_sums(page, now, phase, construct)]
    for i, (kind, phase, first) in enumerate(known):
        for other, at, second in known[:i]:
            if phase != at:
                continue
            t.chance("sum-beside-sum")
            few = [len(first - second), len(second - first)]
            if any(0 < n < LEAST for n in few) and max(few) < 8:
                t.leak("sum-beside-sum", seed, f"{kind} and {other} of {construct}, {phase}: {few} of {len(first)} and {len(second)}")
    s.done()


def unchanged(fw, t, seed, work):
    """A study that did not change is published as it was; a later phase of many hinders nothing before."""
    r = random.Random(seed + 32)
    s = Held(seed, work)
    items = r.sample([its[0] for c, its in sorted(fw.derived.items())], r.choice([2, 4]))
    s.bring("phases", ["phase", "order"], [("1", 1), ("2", 2), ("3", 3)])
    organizations = r.choice([lambda i: "", lambda i: f"o{i % 7}"])

    def wave(phase, first, last):
        rows = answers(r, items, [f"t{i}" for i in range(first, last)], "one", organizations, phase)
        rows += answers(r, items, [f"u{i}" for i in range(first, last)], "two", organizations, phase)
        for row in rows:
            for at in range(4, len(row)):
                if r.random() < 0.1:
                    row[at] = ""
        s.bring("survey", head(items), rows)

    for case in ("one", "two"):
        s.people(case, 7)
        s.interviews(case, 7)
    codes = r.sample(fw.leaves, 2)
    for case in ("one", "two"):
        for place, code in enumerate(codes):
            s.code(case, range(place, place + 5), code, at=20 * place)
    n = r.randint(9, 16)
    wave("1", 0, n)
    wave("2", r.randint(0, 6), n + r.randint(0, 6))

    def all_of_it(phases):
        jobs = [("health", c, "--for", eyes, "--phase", p) for p in phases for c in ("one", "two")
                for eyes in ("convenor", "working-group")]
        jobs += [("compare", "--for", "working-group", "--phase", p) for p in phases]
        jobs += [("methods", "--for", "working-group")]
        found = {}
        for job in jobs:
            out = os.path.join(s.dir, "all")
            shutil.rmtree(out, ignore_errors=True)
            q = cov("report", *job, "--format", "json", "--out", out, "-s", s.study, "--json", *HOMEARG, ok=False)
            answer = json.loads(q.stdout) if q.stdout.strip() else {}
            found[job] = answer.get("edition") if q.returncode == 0 else q.returncode
            if q.returncode == 3:
                found[job] = "refused: " + str((answer.get("diagnostics") or [{}])[0].get("message"))[:160]
        return found

    first = all_of_it("12")
    again = all_of_it("12")
    for job, edition in first.items():
        t.chance("unchanged-refused")
        if again[job] != edition and not isinstance(edition, str):
            t.leak("unchanged-refused", seed, f"{' '.join(job)}: {edition}, then {again[job]}")
    wave("3", 0, n + 20)
    for job in [j for j in first if "--phase" in j and not isinstance(first[j], str)]:
        later = all_of_it("3")
        for job, edition in later.items():
            t.chance("later-phase-held")
            if isinstance(edition, str) and ", 3" not in edition:
                t.leak("later-phase-held", seed, f"a third phase, {' '.join(job)}: {edition}")
        break
    s.done()


# Of a hundred reports on a study with a further phase, so many may be held for an earlier one.
LATER_PHASES = 5

SUMS = {
    "sum-beside-sum": ("rule", "sums of the same values in several editions that differ by 1 to 4 people"),
    "unchanged-refused": ("use", "a study that did not change is refused"),
    "later-phase-held": ("use", "a study that did not change but for a later phase is held for an earlier one"),
}

SMALL_SUMS = [sums, sums, unchanged]
