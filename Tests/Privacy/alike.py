"""Studies that are alike but for what is hidden, and pairs of editions between which little changed.

Of two studies that differ in hidden evidence alone every published file must be the same byte by byte,
its hash included: one study is changed in place, so that the secret is the same."""
import random
import re

from closing import *

ALL = "html,md,csv,json"


class Held(Small):
    """A small study of which all reports are looked at."""

    def drafts(self, phases=(None,)):
        """All reports for others, as drafts, in all formats."""
        files = {}
        jobs = [("health", c, "--for", "convenor") for c in ("one", "two")]
        jobs += [("compare", "--for", "working-group"), ("methods", "--for", "working-group")]
        for job in jobs:
            for phase in phases if job[0] in ("health", "compare") else (None,):
                out = os.path.join(self.dir, "drafts")
                shutil.rmtree(out, ignore_errors=True)
                cov("report", *job, *(["--phase", phase] if phase else []), "--draft", "--format", ALL,
                    "--out", out, "-s", self.study, *HOMEARG, ok=False)
                if os.path.isdir(out):
                    for n in sorted(os.listdir(out)):
                        files[f"{job[0]} {job[1]} {phase} {n}"] = open(os.path.join(out, n)).read()
        for form in ((), ("--json",)):
            q = cov("compare", "--for", "working-group", *form, "-s", self.study, *HOMEARG, ok=False)
            files["compare on the terminal " + " ".join(form)] = q.stdout
        return files

    def report(self, *job):
        """Publishes a report: whether it went out."""
        out = os.path.join(self.dir, "out")
        shutil.rmtree(out, ignore_errors=True)
        q = cov("report", *job, "--format", "json", "--out", out, "-s", self.study, *HOMEARG, ok=False)
        if q.returncode not in (0, 3):
            raise RuntimeError(q.stderr[-800:])
        return q.returncode == 0 and json.load(open(os.path.join(out, sorted(os.listdir(out))[0])))

    def people(self, case, count, convenor=0, first=0):
        self.bring("participants", ["participant", "case", "organization", "role"],
                   [(f"{case}-p{i}", case, "", "convenor" if i == convenor else "") for i in range(first, count)])

    def interviews(self, case, count, first=0):
        self.bring("sources", ["source", "case", "participant", "coders", "read", "kind"],
                   [(f"{case}-s{i}", case, f"{case}-p{i}", "ana;ben", "ana;ben", "interview") for i in range(first, count)])

    def code(self, case, people, code, coders=("ana", "ben"), at=0, valence="supporting"):
        return self.bring("codings", ["source", "coder", "code", "start", "end", "weight", "valence"],
                          [(f"{case}-s{i}", c, code, at, at + 9, 2, valence) for i in people for c in coders])


def apart(first, second):
    """Where two sets of files differ; None where they do not."""
    for name in sorted(set(first) | set(second)):
        a, b = first.get(name, ""), second.get(name, "")
        if a != b:
            at = next((i for i, (u, v) in enumerate(zip(a, b)) if u != v), min(len(a), len(b)))
            return f"{name}: ...{a[max(0, at - 60):at + 40]!r} / ...{b[max(0, at - 20):at + 40]!r}"


def hidden_elsewhere(fw, t, seed, work):
    """What few people of one case say and answer changes nothing that is published of any, hashes included."""
    r = random.Random(seed + 21)
    s = Held(seed, work)
    items = r.sample([its[0] for c, its in sorted(fw.derived.items())], 4)
    s.bring("survey", head(items), answers(r, items, [f"t{i}" for i in range(12)], "one", lambda i: f"o{i % 6}"))
    for case, n in (("one", 11), ("two", 3)):
        s.people(case, n)
        s.interviews(case, n)
    focus = r.sample(fw.leaves, 3)
    for place, code in enumerate(focus):
        s.code("one", range(place, place + 5), code, at=20 * place)
    s.bring("survey", head(items), answers(r, items, ["h0", "h1", "h2"], "two"))
    first = s.drafts()
    # Other answers, and one more of them; two who speak against, which no word tells of.
    s.bring("survey", head(items), answers(r, items, ["h0", "h1", "h2", "h3"], "two"))
    s.code("two", [1, 2], r.choice(focus), valence="contrary")
    t.chance("alike-but-hidden")
    found = apart(first, s.drafts())
    if found:
        t.leak("alike-but-hidden", seed, found)
    # A lone voice and a code that few sources hold are silence to everybody.
    first = s.drafts()
    s.code("one", [10], r.choice([x for x in fw.leaves if x not in focus]), at=200)
    t.chance("lone-voice")
    found = apart(first, s.drafts())
    if found:
        t.leak("lone-voice", seed, found)
    s.done()


def lone_voice_beside_many(fw, t, seed, work):
    """What many say in one case, one says in another, or one against the others: agreement and counts add up
    over cases, words do not."""
    r = random.Random(seed + 28)
    s = Held(seed, work)
    for case, n in (("one", 11), ("two", 6)):
        s.people(case, n)
        s.interviews(case, n)
    focus = r.sample(fw.leaves, 3)
    for place, code in enumerate(focus):
        s.code("one", range(place, place + 6), code, at=20 * place)
    s.code("two", [0, 1, 2], focus[0])
    how = r.choice(["one voice", "one against others", "one beside documents", "read by one coder", "not named"])
    code = focus[1]
    if how == "one beside documents":
        s.bring("sources", ["source", "case", "participant", "coders", "read", "kind"],
                [(f"two-d{i}", "two", "", "ana;ben", "ana;ben", "document") for i in range(6)])
        s.bring("codings", ["source", "coder", "code", "start", "end", "weight", "valence"],
                [(f"two-d{i}", c, code, 0, 9, 2, "supporting") for i in range(6) for c in ("ana", "ben")])
    elif how == "one against others":
        s.code("two", [3], code, at=40)
    elif how in ("read by one coder", "not named"):
        # Where many speak: what one coder alone read, or a voice without a name, is in no word and in no count.
        reads = "ana" if how == "read by one coder" else "ana;ben"
        s.people("one", 12, convenor=None, first=11)
        s.bring("sources", ["source", "case", "participant", "coders", "read", "kind"],
                [("one-x", "one", "one-p11" if how == "read by one coder" else "", reads, reads, "interview")]
                + [(f"two-y{i}", "two", f"two-p{i}", "ana", "ana", "interview") for i in range(5)])
    first = s.drafts()
    if how in ("read by one coder", "not named"):
        s.bring("codings", ["source", "coder", "code", "start", "end", "weight", "valence"],
                [("one-x", c, code if how == "not named" else r.choice([x for x in fw.leaves if x not in focus]), 0, 9, 2, "supporting") for c in reads.split(";")])
    else:
        s.code("two", [4] if how != "one against others" else [0, 1, 2],
           code, at=80,
           valence="contrary" if how == "one against others" else "supporting",
           coders=r.choice([("ana",), ("ana", "ben")]) if how == "one voice" else ("ana", "ben"))
    t.chance("lone-voice")
    found = apart(first, s.drafts())
    if found:
        t.leak("lone-voice", seed, f"{how}: {found}")
    s.done()


def one_who_differs(fw, t, seed, work):
    """Of 10 to 19 answers nearly all are alike: nothing may depend on what the one who differs said."""
    r = random.Random(seed + 22)
    families = [[its[0] for c, its in sorted(fw.derived.items()) if fw.parent[c] == p]
                for p in sorted({fw.parent[c] for c in fw.derived})]
    items = r.choice([f for f in families if len(f) > 1])[:4]
    items += r.sample([its[0] for c, its in sorted(fw.derived.items()) if its[0] not in items], 3)
    phases = ("1 first", "2 second") if seed % 2 else ("",)
    s = Held(seed, work)
    n, same = r.randint(10, 19), r.randint(1, 5)
    organization = r.choice([lambda i: "", lambda i: f"o{i % 7}"])
    rows = [x for p in phases for x in answers(r, items, [f"t{i}" for i in range(n)], "one", organization, p)]
    pages = []
    for other in r.sample(range(1, 6), 3):
        for x in rows:
            x[4] = other if x[0] == "t0" and x[3] == phases[-1] else same
        number = s.bring("survey", head(items), rows)
        pages.append(s.drafts([p or None for p in phases]))
        s.undo(number)
    for page in pages[1:]:
        t.chance("one-who-differs")
        found = apart(pages[0], page)
        if found:
            t.leak("one-who-differs", seed, f"{n} answers: {found}")
            break
    s.done()


def told_alike(answers):
    """What is told of 5 to 9 answers: the level to the next ten, and how many below, at and above the middle."""
    level = 25 * (sum(answers) / len(answers) - 1)
    return (math.floor(level / 10 + 0.5 + 1e-9), sum(a < 3 for a in answers), sum(a > 3 for a in answers),
            max(answers.count(a) for a in range(1, 6)) >= len(answers) - 1)


def told_in_tens(fw, t, seed, work):
    """Of 5 to 9 answers other lists that are told alike: whatever is formed of them may not tell which it was."""
    r = random.Random(seed + 27)
    families = [[its[0] for c, its in sorted(fw.derived.items()) if fw.parent[c] == p]
                for p in sorted({fw.parent[c] for c in fw.derived})]
    items = r.choice([f for f in families if len(f) > 1])[:3]
    phases = ("1 first", "2 second") if seed % 2 else ("",)
    n = r.randint(5, 9)
    rows = [x for p in phases for x in answers(r, items, [f"t{i}" for i in range(n)], "one", phase=p)]
    own = [x for x in rows if x[3] == phases[-1]]
    given, others = [x[4] for x in own], []
    for _ in range(3000):
        other = [r.randint(1, 5) for _ in given]
        if other != given and told_alike(other) == told_alike(given):
            others = other
            break
    if not others or told_alike(given)[3]:
        return
    s = Held(seed, work)
    number = s.bring("survey", head(items), rows)
    first = s.drafts([p or None for p in phases])
    s.undo(number)
    for x, value in zip(own, others):
        x[4] = value
    s.bring("survey", head(items), rows)
    t.chance("told-in-tens")
    found = apart(first, s.drafts([p or None for p in phases]))
    if found:
        t.leak("told-in-tens", seed, f"{given} and {others}: {found}")
    s.done()


def few_words(fw, t, seed, work):
    """Under five interviewees: one more voice, one more interviewee, another convenor, between two editions."""
    r = random.Random(seed + 23)
    count = r.randint(3, 4)
    how = r.choice(["voice", "interviewee", "convenor"])
    focus = r.choice(fw.leaves)
    s = Held(seed, work)
    s.people("one", count)
    s.interviews("one", count)
    s.code("one", [1, 2] if how == "convenor" else [1], focus)
    items = [its[0] for c, its in sorted(fw.derived.items())][:3]
    s.bring("survey", head(items), answers(r, items, [f"t{i}" for i in range(8)], "one"))
    word = lambda page: page and {c["id"]: c["interview"] for c in page["cases"][0]["constructs"]}[focus]
    first = s.report("health", "one", "--for", "convenor")
    if how == "convenor":
        s.bring("participants", ["participant", "case", "organization", "role"],
                [("one-p0", "one", "", ""), ("one-p1", "one", "", "convenor")])
    elif how == "interviewee":
        s.people("one", count + 1, convenor=None, first=count)
        s.interviews("one", count + 1, first=count)
        s.code("one", [count], focus)
    else:
        s.code("one", [2], focus)
    second = s.report("health", "one", "--for", "convenor")
    t.chance("word-of-few")
    if first and second and word(first) != word(second):
        t.leak("word-of-few", seed, f"{how} of {count}: {focus}: {word(first)} / {word(second)}")
    s.done()


def marks(fw, t, seed, work):
    """What one coder marks, and nothing comes of, changes nothing; how coders agree is told nobody; and of two
    rules of consensus one goes out."""
    r = random.Random(seed + 24)
    s = Held(seed, work)
    count = r.randint(12, 15)
    s.people("one", count)
    s.interviews("one", count)
    focus = r.sample(fw.leaves, 20)
    for place, code in enumerate(focus):
        s.code("one", range(place % 6, place % 6 + 6), code, at=20 * place)
    first = s.drafts()
    s.code("one", range(8, 8 + r.randint(1, 4)), focus[0], coders=("ben",), at=600)
    t.chance("marks-of-few")
    found = apart(first, s.drafts())
    if found or not first:
        t.leak("marks-of-few", seed, found or "nothing is told")
    for audience in ("working-group", "convenor"):
        q = cov("report", "agreement", "--for", audience, "--draft", "--out", os.path.join(s.dir, "agr"), "-s", s.study, *HOMEARG, ok=False)
        if q.returncode == 0:
            t.leak("marks-of-few", seed, f"report agreement --for {audience} goes out")
    # Both coders mark more, under one rule one of them is enough: the rest is what they differ on.
    s.code("one", range(7, 12), focus[1], coders=("ana",), at=700)
    rules = r.sample(["majority", "any", "unanimous"], 2)
    t.chance("other-consensus")
    if not s.report("health", "one", "--for", "convenor", "--consensus", rules[0]):
        t.leak("refused-needlessly", seed, "a first report is refused")
    if s.report("health", "one", "--for", "convenor", "--consensus", rules[1]):
        t.leak("other-consensus", seed, f"{rules[0]} beside {rules[1]}")
    s.done()


def marks_elsewhere(fw, t, seed, work):
    """Coders mark otherwise in another case: the page of a case says what it said."""
    r = random.Random(seed + 29)
    s = Held(seed, work)
    focus = r.sample(fw.leaves, 20)
    for case in ("one", "two"):
        s.people(case, 12)
        s.interviews(case, 12)
        for place, code in enumerate(focus):
            s.code(case, range(place % 6, place % 6 + 6), code, at=20 * place)

    def page():
        out = os.path.join(s.dir, "drafts")
        shutil.rmtree(out, ignore_errors=True)
        cov("report", "health", "one", "--for", "working-group", "--draft", "--format", "md,csv", "--out", out, "-s", s.study, *HOMEARG, ok=False)
        # The hash of the study is another, as it should be.
        return {n: re.sub(r"[0-9a-f]{64}", "HASH", open(os.path.join(out, n)).read())
                for n in (sorted(os.listdir(out)) if os.path.isdir(out) else [])}

    first = page()
    for place, code in enumerate(focus):
        s.code("two", range(12), code, coders=("ben",), at=600 + 20 * place)
    t.chance("marks-elsewhere")
    found = apart(first, page())
    if found or not first:
        t.leak("marks-elsewhere", seed, found or "no report went out")
    s.done()


def own_of_parent(fw, t, seed, work):
    """Between two editions one or two people more are coded with a parent itself, whose children say enough."""
    r = random.Random(seed + 30)
    parent = r.choice(sorted({fw.parent[c] for c in fw.derived}))
    asked = [c for c in sorted(fw.derived) if fw.parent[c] == parent]
    leaf = r.choice(asked)
    s = Held(seed, work)
    count = r.choice([4, 10])
    s.people("one", count)
    s.interviews("one", count)
    s.code("one", range(1, min(count, 6)), leaf)
    s.code("one", [1], parent, at=600)
    items = [fw.derived[c][0] for c in asked]
    s.bring("survey", head(items), answers(r, items, [f"t{i}" for i in range(14)], "one"))
    job = ("health", "one", "--for", "convenor")
    first = s.report(*job)
    s.code("one", range(2, 2 + r.randint(1, 2)), parent, at=600)
    t.chance("own-of-parent")
    second = s.report(*job)
    bare = lambda page: page and {k: v for k, v in page.items() if k != "study"}
    if first and second and bare(first) != bare(second):
        t.leak("own-of-parent", seed, f"{parent} beside {leaf}, of {count}: the page changed and went out")
    s.done()


def everything_renamed(fw, t, seed, work):
    """A file at two moments: other tokens, and columns, scales, phases or organizations turned round."""
    r = random.Random(seed + 25)
    how = r.choice(["columns", "phase kept", "constructs", "organizations"])
    derived = [its[0] for c, its in sorted(fw.derived.items())]
    items = r.sample(derived, r.choice([1, 3, 12]) if how == "phase kept" else 12)
    n = r.randint(10, 14)
    rows = answers(r, items, [f"t{i}" for i in range(n + 1)], "one", lambda i: f"o{i % 6}" if how == "organizations" else "", "1 first")
    s = Held(seed, work)
    number = s.bring("survey", head(items), rows[:-1])
    first = s.health(phase="1 first")
    if how != "phase kept":
        s.undo(number)
    late = [["x" + x[0]] + x[1:] for x in rows]
    phase, order = "1 first", list(items)
    if how == "columns":
        order = items[::-1]
        late = [x[:4] + x[4:][::-1] for x in late]
    elif how == "constructs":
        order = r.sample([i for i in derived if i not in items], 12) if len(derived) > 23 else items[1:] + items[:1]
    elif how == "organizations":
        late = [x[:2] + ["one big" if x[2] in ("o0", "o1") else x[2]] + x[3:] for x in late[:-1]]
    else:
        phase = "2 later"
        late = [x[:3] + [phase] + x[4:] for x in late]
    s.bring("survey", head(order), late)
    t.chance("everything-renamed")
    if first and s.health(phase=phase):
        t.leak("everything-renamed", seed, f"{how} and tokens of other names, {len(items)} items, one came or one organization went")
    s.done()


def other_people(fw, t, seed, work):
    """A second round of other people, who answer for themselves, goes out beside the first."""
    r = random.Random(seed + 26)
    items = r.sample([its[0] for c, its in sorted(fw.derived.items())], r.choice([3, 8, 12]))
    s = Held(seed, work)
    n = r.randint(6, 12)
    s.bring("survey", head(items), answers(r, items, [f"t{i}" for i in range(n)], "one", phase="1 first"))
    first = s.health()
    m = n + r.randint(-1, 4)
    s.bring("survey", head(items), answers(r, items, [f"u{i}" for i in range(m)], "one", phase="2 second"))
    t.chance("refused-needlessly")
    if first and not s.health():
        t.leak("refused-needlessly", seed, f"a round of {m} others after {n} on {len(items)} items is refused")
    s.done()


ALIKE = {
    "alike-but-hidden": ("rule", "a published file, or its hash, changes when only what few said and answered changes"),
    "lone-voice": ("rule", "a published file changes with a voice that is alone, or a code that few sources hold"),
    "one-who-differs": ("rule", "of 10 to 19 answers, nearly all alike: a published file changes with the one that differs"),
    "told-in-tens": ("rule", "of 5 to 9 answers: a published file differs between two lists of which the same is told"),
    "word-of-few": ("rule", "two editions between which a word on under five interviewees changes with one of them"),
    "marks-of-few": ("rule", "a published file changes with what one coder marks and nothing comes of, or agreement is told"),
    "other-consensus": ("rule", "two editions under two rules of consensus, whose difference is what coders differ on"),
    "marks-elsewhere": ("rule", "a case's page changes with marks in another case"),
    "own-of-parent": ("rule", "two editions between which a page changes with one or two who are coded with a parent itself"),
    "everything-renamed": ("rule", "everything renamed between two editions, and one answer came, unnoticed"),
}

SMALL_ALIKE = [hidden_elsewhere, lone_voice_beside_many, one_who_differs, told_in_tens, few_words, marks, marks_elsewhere, own_of_parent, everything_renamed, other_people]
