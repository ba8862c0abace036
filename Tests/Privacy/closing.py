"""What readers found where solvers looked at one page of one study: things unknown that are treated as
open, names that change between two editions, hashes, short lists of answers, words beside numbers."""
import collections, itertools, json, math, os, random, re, shutil

from published import *
from solving import *
from studies import *

INVISIBLE = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u061c]")
TOLD = {"hardly any": {0}, "about a quarter": {1}, "about a half": {2}, "about three quarters": {3}, "nearly all": {4},
        "about a quarter or less": {0, 1}, "about three quarters or more": {3, 4}}


# What every page says

def words(pub, truth, fw, t, seed):
    """Words and numbers that undo each other on one line, and changes weighed otherwise than levels."""
    for key in pub.health:
        case, points = pub.case(key), pub.practices(key, fw)
        numbers = {c for r in figure_rows(pub, key) if isinstance(r.get("above"), (int, float)) and "middle" in r
                   for c in fw.byname.get(r["construct"], [])}
        for c in case["constructs"]:
            iv, sv = c["interview"], c["survey"]
            if sv:
                t.chance("share-a-point")
                if c["id"] in points:
                    t.leak("share-a-point", seed, f"{key} {c['id']}: {points[c['id']]} of {sv['n']}")
            if sv and sv["weighting"] == "organizations" and sv["organizations"] < LEAST:
                t.chance("shares-of-few-organizations")
                if c["id"] in points or c["id"] in numbers:
                    t.leak("shares-of-few-organizations", seed, f"{key} {c['id']}: {sv['organizations']} organizations")
            if iv and iv.get("presence") == "little heard":
                t.chance("number-beside-little-heard")
                if iv.get("speaking") or iv.get("score") is not None or iv.get("informants"):
                    t.leak("number-beside-little-heard", seed, f"{key} {c['id']}: {iv}")
            if iv and iv.get("presence") == "heard from more than one" and not fw.children[c["id"]]:
                convenors = [p for p, role in truth.role.items() if p[0] == key[0] and role == "convenor"]
                spoke = {truth_speaker(truth, x[0]) for x in truth.s.codings if x[2] == c["id"] and source_key(truth, x[0]) == key}
                t.chance("convenor-not-named")
                if not convenors and len(spoke) == 2:
                    t.leak("convenor-not-named", seed, f"{key} {c['id']}: of two who speak one may be the convenor, who reads it")
        if not case["change"]:
            continue
        levels = {c["id"]: c["survey"] for c in case["constructs"]}
        for x in case["change"]["constructs"]:
            if x["survey"] and x["survey"]["pairing"] == "respondents" and levels.get(x["id"]):
                t.chance("change-weighed-otherwise")
                if levels[x["id"]]["weighting"] == "organizations":
                    t.leak("change-weighed-otherwise", seed, f"{key} {x['id']}")


def quotes(pub, truth, fw, t, seed):
    """A quote stands beside a word, or a wish, that is told, and on the side that is told."""
    marks = collections.defaultdict(set)
    for sid, coder, code, a, b, text, w, val, clear in truth.s.codings:
        # Also what one of two coders alone marked: the reader reads it there too.
        marks[text].add((code, val or "supporting"))
    for key in pub.health:
        words = {c["id"]: c["interview"] or {} for c in pub.case(key)["constructs"]}
        wanted = pub.case(key)["valueInInterviews"]["wanted"] or []
        for text, _ in pub.quotes(key):
            for code, side in marks[text]:
                t.chance("quote-beside-hidden")
                told = words.get(code, {}).get("presence")
                if code.endswith(".desired"):
                    fits = code.removesuffix(".desired") in wanted and side == "supporting"
                else:
                    fits = {"borne out by several": side == "supporting", "denied by several": side == "contrary",
                            "heard from more than one": side == "supporting", "interviewees differ": True}.get(told, False)
                if not fits:
                    t.leak("quote-beside-hidden", seed, f"{key}: {text[:40]!r}, {side} on {code}: {told}")


def wilson(p, n, z=1.959964):
    centre, half = p + z * z / 2 / n, z * math.sqrt(p * (1 - p) / n + z * z / 4 / n / n)
    return (centre - half) / (1 + z * z / n), (centre + half) / (1 + z * z / n)


def share_intervals(pub, fw, t, seed):
    """The interval of a share holds those of all shares that are told so: else it tells which of them it is."""
    for key in pub.health:
        for sec in pub.health[key]["sections"]:
            for b in sec["blocks"]:
                for row in b.get("rows") or [] if b["kind"] == "figure" else []:
                    p, ends = row.get("above"), row.get("interval")
                    if not isinstance(p, (int, float)) or not ends or "step" not in row:
                        continue
                    t.chance("interval-of-share")
                    n = next(c["survey"]["n"] for x, c in pub.constructs(key).items() if x in fw.byname[row["construct"]] and c["survey"])
                    for share in [p - 0.49, p + 0.49] if 5 < p < 95 else [0, 5.49] if p <= 5 else [94.51, 100]:
                        low, high = wilson(share / 100, n)
                        if 100 * low < ends[0] and ends[0] > 5 or 100 * high > ends[1] and ends[1] < 95:
                            t.leak("interval-of-share", seed, f"{key} {row['construct']}: {p} of {n}, {ends}: not of {share}")
                            break
                    if not 5 <= ends[0] <= ends[1] <= 95:
                        t.leak("interval-of-share", seed, f"{key} {row['construct']}: {ends} ends beyond what shares tell")


def source_key(truth, sid):
    if not hasattr(truth, "places"):
        truth.places = {x[0]: ((x[1], x[3] or None), x[2]) for x in truth.s.sources}
    return truth.places[sid][0]


def truth_speaker(truth, sid):
    source_key(truth, sid)
    return truth.places[sid][1]


def three_phases(pub, t, seed):
    """Pairs of one step and of the next that differ by a few in the phase they share."""
    for key in pub.health:
        change = pub.case(key)["change"]
        before = change and pub.health.get((key[0], change["since"]))
        if not before or not before["cases"][0]["change"]:
            continue
        two_steps(before["cases"][0]["change"], change, key, t, seed)


def two_steps(earlier, later, key, t, seed):
    earlier = {x["id"]: x["survey"] for x in earlier["constructs"]}
    for x in later["constructs"]:
        first, second = earlier.get(x["id"]), x["survey"]
        if first and second and first["pairing"] == "respondents":
            t.chance("pairs-of-two-steps")
            if second["pairing"] == "respondents" and 0 < abs(first["n"] - second["n"]) < LEAST:
                t.leak("pairs-of-two-steps", seed, f"{key} {x['id']}: {first['n']} and {second['n']} pairs")


def figure_rows(pub, key):
    """The rows of the tables of all figures."""
    return [row for sec in pub.health[key]["sections"] for b in sec["blocks"] if b["kind"] == "figure"
            for row in b.get("rows") or []]


def thirds(pub, key, fw):
    """Shares below, at and above the middle that are told in words, by construct."""
    rows = {}
    for row in figure_rows(pub, key):
        told = [row.get(part) for part in ("below", "middle", "above")]
        if all(isinstance(x, str) and x in TOLD for x in told):
            for c in fw.byname.get(row["construct"], []):
                rows[c] = [TOLD[x] for x in told]
    return rows


def lists_of_answers(pub, truth, fw, t, seed):
    """All lists of answers that give the level, the shares and the interval of fewer than ten answers."""
    levels = [c["survey"]["score"] for key in pub.health for c in pub.case(key)["constructs"]
              if c["survey"] and (c["survey"]["n"] or 99) < FEW and not fw.children[c["id"]]]
    if not levels:
        return
    exact = any(x != round(x) for x in levels)
    tens = not exact and all(x % 10 == 0 for x in levels)
    for key in pub.health:
        shares, points = thirds(pub, key, fw), pub.practices(key, fw)
        for c in pub.case(key)["constructs"]:
            sv, items = c["survey"], truth.asked.get(c["id"], [])
            if not sv or len(items) != 1 or not 5 <= (sv["n"] or 0) <= 9 or sv["weighting"] != "respondents":
                continue
            t.chance("list-of-answers")
            n, fits = sv["n"], []
            for answers in itertools.combinations_with_replacement(range(5), n):
                counts = [answers.count(k) for k in range(5)]
                if max(counts) >= n - 1 and not exact:
                    continue  # told in words
                level = 25 * sum(answers) / n
                half = 5 if tens else 1e-6 if exact else 0.5
                if not sv["score"] - half - 1e-9 <= level <= sv["score"] + half + 1e-9:
                    continue
                if c["id"] in points and any(abs(100 * k / n - p) > 1 for k, p in zip(counts, points[c["id"]])):
                    continue
                parts = (counts[0] + counts[1], counts[2], counts[3] + counts[4])
                if c["id"] in shares and any(
                        min(4, max(0, int(100 * k / n / 25 + 0.5))) not in told for k, told in zip(parts, shares[c["id"]])):
                    continue
                if not tens and sv.get("about"):
                    spread = T975[n - 1] * sd([25 * a for a in answers]) / math.sqrt(n)
                    wide = max(level - max(0, level - spread), min(100, level + spread) - level)
                    if max(5, 5 * math.ceil(round(wide / 5, 9))) != sv["about"]:
                        continue
                fits.append(answers)
                if len(fits) > 1:
                    break
            if len(fits) == 1:
                true = sorted(truth.value(items[0], r) - items[0]["low"] for r in truth.rows[key] if truth.value(items[0], r) is not None)
                if len(true) == n:  # those left out of the figure are in no list
                    t.claim("list-of-answers", seed, list(fits[0]) == true, f"{key} {c['id']}: {n} answers, {[a + 1 for a in fits[0]]}")


# Studies of their own

class Small:
    """A small study that grows: what is brought in, taken back, and published."""

    def __init__(self, seed, work, name="Case"):
        self.dir = os.path.join(work, f"small-{seed}")
        shutil.rmtree(self.dir, ignore_errors=True)
        os.makedirs(self.dir)
        self.study = os.path.join(self.dir, "s.covalence")
        self.imports = 0
        cov("init", self.study, "--framework", FRAMEWORK, "--title", "T", *HOMEARG)
        self.bring("cases", ["case", "name"], [("one", name), ("two", "Other")])

    def bring(self, kind, head, rows):
        """Imports a table and gives its number."""
        path = os.path.join(self.dir, f"{kind}-{self.imports}.csv")
        with open(path, "w", newline="") as f:
            f.write(text_of(head, rows))
        cov("import", kind, path, "-s", self.study)
        self.imports += 1
        return self.imports

    def undo(self, number):
        cov("undo-import", str(number), "-s", self.study)

    def health(self, case="one", phase=None, formats="json"):
        """Publishes a case's page: its files, or None where that is refused."""
        out = os.path.join(self.dir, "out")
        shutil.rmtree(out, ignore_errors=True)
        arg = ["--phase", phase] if phase else []
        q = cov("report", "health", case, "--for", "convenor", "--format", formats, "--out", out, *arg,
                "-s", self.study, *HOMEARG, ok=False)
        if q.returncode not in (0, 3):
            raise RuntimeError(q.stderr[-800:])
        return q.returncode == 0 and {n: open(os.path.join(out, n)).read() for n in sorted(os.listdir(out))} or None

    def figures(self, files):
        """The constructs of the page's case by id."""
        value = json.loads(next(v for k, v in files.items() if k.endswith(".json")))
        return value, {c["id"]: c for c in value["cases"][0]["constructs"]}

    def done(self):
        shutil.rmtree(self.dir, ignore_errors=True)


def answers(r, items, tokens, case, organization=lambda i: "", phase=""):
    base = r.choice([2.2, 3, 3.6, 4.3])
    rows = []
    for i, token in enumerate(tokens):
        own = base + r.gauss(0, 0.8)
        rows.append([token, case, organization(i), phase] + [min(5, max(1, round(own + r.gauss(0, 0.9)))) for _ in items])
    return rows


def head(items):
    return ["respondent", "case", "organization", "phase"] + [i["id"] for i in items]


def renamed(fw, t, seed, work):
    """Two editions between which names change: alone, that tells nothing; with one new answer it does."""
    r = random.Random(seed + 11)
    derived = [its[0] for c, its in sorted(fw.derived.items())]
    items = r.sample(derived, r.choice([1, 3, 12]))
    what = r.choice(["tokens", "organizations", "phase", "case"])
    n = r.randint(6, 9)
    first = answers(r, items, [f"t{i}" for i in range(n + 1)], "one", lambda i: f"o{i % 4}" if what == "organizations" else "", "first")
    s = Small(seed, work)
    number = s.bring("survey", head(items), first[:-1])
    before = s.health(phase="first")

    def other(rows, mark):
        changed = []
        for token, case, organization, phase, *given in rows:
            if what in ("tokens", "case"):
                token = mark + token
            if what == "organizations":
                organization = mark + organization
            if what == "phase":
                phase = mark + phase
            changed.append([token, "two" if what == "case" else case, organization, phase, *given])
        return changed

    case, phase = ("two" if what == "case" else "one"), (lambda mark: mark + "first" if what == "phase" else "first")
    s.undo(number)
    number = s.bring("survey", head(items), other(first[:-1], "x"))
    if what in ("tokens", "phase", "case"):
        t.chance("refused-needlessly")
        if before and not s.health(case, phase("x")):
            t.leak("refused-needlessly", seed, f"the same {n} answers under other {what} are refused")
    s.undo(number)
    s.bring("survey", head(items), other(first, "y"))
    after = s.health(case, phase("y"))
    t.chance("renamed-between-editions")
    if before and after:
        old, new = s.figures(before)[1], s.figures(after)[1]
        apart = [(c, old[c]["survey"]["n"], new[c]["survey"]["n"]) for c in old
                 if old[c]["survey"] and new[c]["survey"] and 0 < abs((new[c]["survey"]["n"] or 0) - (old[c]["survey"]["n"] or 0)) < LEAST]
        if apart:
            t.leak("renamed-between-editions", seed, f"{what} of other names, {len(items)} items: {apart[0]}")
    s.done()


def second_wave(fw, t, seed, work):
    """A round of the same people, and one of others, go out beside what was published."""
    r = random.Random(seed + 12)
    items = r.sample([its[0] for c, its in sorted(fw.derived.items())], r.choice([1, 3, 12]))
    n = r.randint(6, 9)
    s = Small(seed, work)
    s.bring("survey", head(items), answers(r, items, [f"t{i}" for i in range(n)], "one", phase="first"))
    before = s.health()
    t.chance("refused-needlessly")
    if before and not s.health():
        t.leak("refused-needlessly", seed, "the same again is refused")
    s.bring("survey", head(items), answers(r, items, [f"t{i}" for i in range(n)], "one", phase="second"))
    s.bring("survey", head(items), answers(r, items, [f"u{i}" for i in range(n)], "one", phase="third"))
    t.chance("refused-needlessly")
    if before and not s.health():
        t.leak("refused-needlessly", seed, f"a second round of {n} on {len(items)} items is refused")
    # Of those in the middle of three rounds, five or more are missing from each of the others, so that
    # pairs are told; those of the two steps differ by one.
    for phase, people in (("first", range(11)), ("second", range(16)), ("third", range(10))):
        s.bring("survey", head(items), answers(r, items, [f"w{i}" for i in people], "two", phase=phase))
    pages = [s.health("two", phase) for phase in ("second", "third")]
    if all(pages):
        two_steps(*[s.figures(page)[0]["cases"][0]["change"] for page in pages], "small", t, seed)
    s.done()


def unnamed(fw, t, seed, work):
    """Sources of which nobody said what they are, or who speaks in them; names that turn round."""
    r = random.Random(seed + 13)
    s = Small(seed, work, name="Ca\u202ese\u200b")
    how = r.choice(["codings", "no kind", "interview"])
    focus = r.sample(fw.leaves, 6)
    count = r.randint(1, 4)
    codings = [(f"s{k}", "ana", c, 10 * i, 10 * i + 9, r.choice([1, 2, 3])) for k in range(count) for i, c in enumerate(focus)]
    codings += [("all", "ana", focus[0], 0, 9, 1)]
    if how == "codings":
        rows = [(*x, "*" if x[0] == "all" else "one") for x in codings]
        s.bring("codings", ["source", "coder", "code", "start", "end", "weight", "case"], rows)
    else:
        kind = "interview" if how == "interview" else ""
        s.bring("sources", ["source", "case", "kind"], [(f"s{k}", "one", kind) for k in range(count)] + [("all", "*", kind)])
        s.bring("codings", ["source", "coder", "code", "start", "end", "weight"], codings)
    files = s.health(formats=FORMATS)
    if files:
        t.chance("unnamed-voices")
        for c, x in s.figures(files)[1].items():
            iv = x["interview"]
            if x["score"] is not None or iv and (iv.get("score") is not None or iv.get("informants") or iv.get("speaking")):
                t.leak("unnamed-voices", seed, f"{how}: {c} of {count} sources is told: {iv}")
                break
        t.chance("invisible-sign")
        for name, text in files.items():
            if INVISIBLE.search(text):
                t.leak("invisible-sign", seed, f"{name}: {INVISIBLE.search(text).group()!a}")
    q = cov("compare", "--for", "working-group", "--json", "-s", s.study, ok=False)
    if q.returncode == 0:
        t.chance("unnamed-voices")
        if json.loads(q.stdout).get("statedForSet"):
            t.leak("unnamed-voices", seed, f"{how}: what one source of the whole set says is told")
        if INVISIBLE.search(q.stdout):
            t.leak("invisible-sign", seed, "compare --json")
    s.done()


def statements(fw, t, seed, work):
    """A hash that changes with what is hidden, and a statement without a weight between two editions."""
    r = random.Random(seed + 14)
    s = Small(seed, work)
    items = r.sample([its[0] for c, its in sorted(fw.derived.items())], 3)
    s.bring("survey", head(items), answers(r, items, [f"t{i}" for i in range(8)], "one"))
    people = [f"p{i}" for i in range(r.randint(5, 7))]
    s.bring("participants", ["participant", "case", "organization", "role"],
            [(p, "one", "", "convenor" if i == 0 else "participant") for i, p in enumerate(people)])
    s.bring("sources", ["source", "case", "participant"], [(f"s-{p}", "one", p) for p in people])
    focus = r.choice(fw.leaves)
    spoken = r.randint(2, len(people) - 1)
    s.bring("codings", ["source", "coder", "code", "start", "end"], [(f"s-{p}", "ana", focus, 0, 9) for p in people[:spoken]])
    before = s.health()
    hidden = answers(r, items, ["h1", "h2", "h3"], "two")
    s.bring("survey", head(items), hidden)
    again = s.health()
    if before and again:
        marks = [set(re.findall(r"[0-9a-f]{64}", json.dumps(s.figures(x)[0]["study"]))) for x in (before, again)]
        t.chance("hash-of-hidden")
        if marks[0] != marks[1]:
            t.leak("hash-of-hidden", seed, "another case's answers change the hash of this case's page")
    s.bring("codings", ["source", "coder", "code", "start", "end"], [(f"s-{people[spoken]}", "ana", focus, 0, 9)])
    after = s.health()
    if again:
        t.chance("statement-without-weight")
        if after and s.figures(after)[1][focus]["interview"] != s.figures(again)[1][focus]["interview"]:
            t.leak("statement-without-weight", seed, f"{focus}: one more of {len(people)} spoke of it, and both pages are out")
    s.done()


SMALL = [renamed, unnamed, statements, second_wave]

CLOSING = {
    "number-beside-little-heard": ("rule", "a number beside 'little heard', which tells a lone voice from silence"),
    "quote-beside-hidden": ("rule", "a quote on what is little heard or hidden, or of the side that is not told"),
    "share-a-point": ("rule", "a share of the answers for each point of the scale, which tells how many gave one that few gave"),
    "interval-of-share": ("rule", "an interval that tells which of the shares that are told alike it is of"),
    "convenor-not-named": ("rule", "'heard from more than one' of two, one of whom may be the convenor"),
    "shares-of-few-organizations": ("rule", "whole shares that rest on fewer than five organizations"),
    "change-weighed-otherwise": ("rule", "a change over respondents beside levels over organizations"),
    "pairs-of-two-steps": ("rule", "pairs of two steps that differ by 1 to 4 in the phase they share"),
    "list-of-answers": ("limit", "fewer than ten answers: one list of answers only fits"),
    "renamed-between-editions": ("rule", "names changed between two editions, and one answer came, unnoticed"),
    "refused-needlessly": ("use", "an edition is refused that tells nothing"),
    "unnamed-voices": ("rule", "a source of no stated kind, or an interview that names nobody, is told"),
    "invisible-sign": ("rule", "a sign that turns the direction of writing or is not seen, as it is"),
    "hash-of-hidden": ("rule", "the hash of a page changes when only hidden evidence changes"),
    "statement-without-weight": ("rule", "two editions between which one statement without a weight came"),
}

# Of fewer than ten answers a few lists have no other beside them: so many of a hundred figures.
SHORT_LISTS = 3
