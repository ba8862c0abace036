#!/usr/bin/env python3
"""The smallest study of each leak that was once found, published anew: the deduction must not work.

    COVALENCE=.build/debug/covalence COVALENCE_HOME=. python3 Tests/Privacy/examples.py [NUMBER ...]

Each example says what was worked out and from what. It fails where the same sum, comparison or guess
still gives the answer, and also where nothing is published, since then it would show nothing. Prints a
line an example; exit 1 where one fails. Standard library only.
"""
import csv, hashlib, itertools, json, math, os, random, re, shutil, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
os.environ.setdefault("COVALENCE", os.path.join(ROOT, ".build/debug/covalence"))
os.environ.setdefault("COVALENCE_HOME", ROOT)
BIN, HOME = os.environ["COVALENCE"], os.environ["COVALENCE_HOME"]
ENV = dict(os.environ, COVALENCE_NOW="2026-01-02T03:04:05Z")
FRAMEWORK = "van-winkelen-2010"
HEADS = {
    "cases": "case,name", "phases": "phase,order", "participants": "participant,case,organization,role",
    "sources": "source,case,participant,phase,coders,kind,file",
    "codings": "source,coder,code,start,end,text,weight,valence,clear",
}
TABLES = ["cases", "phases", "participants", "sources", "codings", "survey"]
# A keyed hash is another in every study.
KEYED = re.compile(r"[0-9a-f]{64}|begins with [0-9a-f]{12}")
FORUM = [("forum", "Harbour Forum")]


class Leak(Exception):
    """What can still be worked out."""


def cov(*args):
    return subprocess.run([BIN, *args], capture_output=True, text=True, env=ENV)


def done(p):
    if p.returncode not in (0, 3):
        raise RuntimeError(" ".join(p.args[1:]) + "\n" + p.stderr[-800:])
    return p


def leak_if(condition, text):
    if condition:
        raise Leak(text)


class Study:
    """A study of some tables, and what is published of it."""

    def __init__(self, work, name="study", framework=FRAMEWORK, **tables):
        self.folder = os.path.join(work, name)
        os.makedirs(self.folder)
        self.path = os.path.join(self.folder, "s.covalence")
        self.hashes = {}
        done(cov("init", self.path, "--framework", framework, "--title", "T", "--home", HOME))
        for kind in TABLES:
            if kind in tables:
                self.bring(kind, tables[kind])

    def bring(self, kind, table):
        head, rows = table if isinstance(table, tuple) else (HEADS[kind].split(","), table)
        path = os.path.join(self.folder, kind + ".csv")
        with open(path, "w", newline="") as f:
            w = csv.writer(f)
            w.writerow(head)
            w.writerows(rows)
        self.hashes[kind] = hashlib.sha256(open(path, "rb").read()).hexdigest()
        done(cov("import", kind, path, "-s", self.path))

    def publish(self, kind, audience, *more):
        """The exit code and the files of a report, by their ending."""
        out = tempfile.mkdtemp(dir=self.folder)
        case = ["forum"] if kind == "health" else []
        p = cov("report", kind, *case, "--for", audience, "--format", "html,md,csv,json", "--out", out,
                "-s", self.path, "--home", HOME, *more)
        files = {}
        for name in sorted(os.listdir(out)):
            with open(os.path.join(out, name)) as f:
                files[name] = f.read()
        return p.returncode, files, p.stderr

    def report(self, kind, audience, *more):
        """The JSON and the Markdown of a report that goes out."""
        code, files, said = self.publish(kind, audience, *more)
        if code:
            raise RuntimeError(f"{kind} for {audience} does not go out: {said}")
        one = {ending: next(t for n, t in files.items() if n.endswith(ending)) for ending in (".json", ".md")}
        return json.loads(one[".json"]), one[".md"], files

    def everything(self):
        """All that others get of the forum, in every format and on the terminal, but keyed hashes."""
        files = {}
        for kind, audience in itertools.product(("health", "compare", "methods"), ("convenor", "working-group")):
            code, got, said = self.publish(kind, audience)
            files[kind, audience] = code, {n: KEYED.sub("HASH", t) for n, t in got.items()}, "" if code == 0 else said
        for more in ([], ["--json"]):
            p = cov("compare", "--for", "working-group", "-s", self.path, *more)
            files["terminal", *more] = p.returncode, KEYED.sub("HASH", p.stdout)
        return files


def constructs(report):
    return {c["id"]: c for c in report["cases"][0]["constructs"]}


def shares(report):
    """Shares of the answers, by the construct's name, where they are told as numbers: a point each, or about the middle."""
    rows = [r for s in report["sections"] for b in s["blocks"] if b["kind"] == "figure" for r in b["rows"]]
    told = {}
    for keys in ([f"point{i}" for i in range(1, 6)], ["below", "middle", "above"]):
        told |= {r["construct"]: [r[k] for k in keys] for r in rows if "construct" in r and isinstance(r.get(keys[0]), (int, float))}
    return told


def counts(percent, n):
    """Shares as numbers of n answers; none where they are no such shares."""
    numbers = [p * n / 100 for p in percent]
    whole = [round(x) for x in numbers]
    return whole if all(abs(a - b) < 0.01 for a, b in zip(numbers, whole)) and sum(whole) == n else None


def people(n):
    return [(f"p{i+1}", "forum", f"Org {'ABCDEFGH'[i]}", "convenor" if i == 0 else "participant") for i in range(n)]


def interviews(n):
    return [(f"s{i+1}", "forum", f"p{i+1}", "", "ana", "interview", "") for i in range(n)]


def coded(source, code, weight, valence="supporting", clear="", at=0):
    text = f"Words of {source} on {code}, said in an interview at some length."
    return source, "ana", code, at, at + len(text), text, weight, valence, clear


def answers(items, rows, organizations="ABCDEF"):
    """A survey of the forum: a row of answers a respondent, organizations in turn."""
    head = ["respondent", "case", "organization"] + items
    return head, [(f"r{i}", "forum", f"Org {organizations[i % len(organizations)]}", *r) for i, r in enumerate(rows)]


def same(work, what, first, second):
    """Publishes two studies that differ in what is hidden alone; every byte must be the same."""
    one, other = (Study(work, name, **tables).everything() for name, tables in (("one", first), ("other", second)))
    for key in one:
        leak_if(one[key] != other[key], f"{' '.join(key)} changes with {what}")
    if all(value[0] for value in one.values()):
        raise RuntimeError("nothing at all was published")


def ex01(work):
    "the level of hidden interviews from score, evidence and the survey's level; one person's weight from the grade"
    codings = [coded("s1", "value.operational", 3), coded("s2", "value.operational", 1), coded("s2", "value.tangible", 1, at=400)]
    survey = answers(["value.operational.1"], [(v,) for v in (4, 3, 3, 2, 4, 3)], "ABC")
    tables = dict(cases=FORUM, participants=people(2), sources=interviews(2), codings=codings, survey=survey)
    report, text, _ = Study(work, **tables).report("health", "convenor")
    told = constructs(report)
    for c in told.values():
        survey_level = c["survey"] and c["survey"]["score"]
        leak_if(c["score"] is not None and c["score"] != survey_level, f"{c['id']}: {c['score']} beside {survey_level}")
        leak_if(c.get("evidence") is not None or (c["interview"] or {}).get("grade"), f"{c['id']}: evidence or grade")
    leak_if(told["value.operational"]["score"] is None, "no level is shown at all")
    leak_if(re.search("thinly supported|well supported", text), "a word that stands for a number of people")
    others = [coded("s1", "value.operational", 1, "contrary"), coded("s2", "dynamics.ties.continuity", 3)]
    same(work, "what two interviewees said", tables, dict(tables, codings=others))


def ex02(work):
    "whom a quote is of, from a label that one person alone has, and from numbers of interviews"
    codings = [coded(f"s{i}", c, 2, clear="yes", at=400 * k) for i in range(1, 6)
               for k, c in enumerate(["value.tangible", "dynamics.ties.continuity"]) if i < 4]
    study = Study(work, cases=FORUM, participants=people(5), sources=interviews(5), codings=codings)
    report, text, _ = study.report("health", "working-group")
    quotes = [q for s in report["sections"] for b in s["blocks"] if b["kind"] == "quotes" for q in b["quotes"]]
    leak_if(not quotes, "no quote is published, so nothing is shown")
    labels = {q["attribution"].split(" · ")[0] for q in quotes}
    leak_if(len(labels) != 1, f"{sorted(labels)}")
    leak_if(re.search(r"interview \d|segment \d|[Cc]onvenor said", text), "a number of an interview, or a role")


def ex03(work):
    "the answer of the one who left out what was wanted: n times the level less m times what was received"
    items = ["value.tangible.1", "value.tangible.2", "value.tangible.3", "value.tangible.desired"]
    rows = [(4, 4, 5, 4), (4, 3, 4, 5), (5, 4, 4, 4), (3, 3, 4, 5), (4, 4, 3, 5), (1, 1, 2, "")]
    report, _, _ = Study(work, cases=FORUM, survey=answers(items, rows)).report("health", "convenor")
    level, gap = constructs(report)["value.tangible"]["survey"], report["cases"][0]["gaps"][0]
    leak_if(level["n"] != gap["n"], f"level on {level['n']}, received on {gap['n']}")
    leak_if(level["score"] != gap["derived"], f"level {level['score']}, received {gap['derived']} of the same people")


def ex04(work):
    "the answer of the one who came late, from two editions"
    items = ["dynamics.systems.manager.1", "dynamics.trust.safe-environment.1", "value.tangible.1"]
    rows = [(4, 4, 4), (4, 3, 4), (5, 4, 5), (3, 3, 3), (4, 4, 4), (1, 2, 2)]
    study = Study(work, cases=FORUM, survey=answers(items, rows[:5]))
    before, _, _ = study.report("health", "convenor")
    study.bring("survey", answers(items, rows))
    for kind, audience in (("health", "convenor"), ("health", "working-group"), ("compare", "working-group")):
        code, files, said = study.publish(kind, audience)
        leak_if(code != 3 or files, f"{kind} for {audience} goes out with one answer more: exit {code}")
        leak_if("1 respondent came" not in said, "it does not say why")
    after, _, _ = Study(work, "other", cases=FORUM, survey=answers(items, rows)).report("health", "convenor")
    for name, now in shares(after).items():
        then = counts(shares(before).get(name, [0] * 5), 5)
        now = counts(now, 6)
        leak_if(then and now and sum(abs(a - b) for a, b in zip(then, now)) == 1, f"{name}: {then}, then {now}")


def ex05(work):
    "r_wg and alpha that rest on the two who answered every item"
    items = [f"value.operational.{i}" for i in (1, 2, 3)]
    rows = [(4, 4, ""), (3, 4, ""), (2, 3, ""), (5, 5, ""), (1, 2, 2), (5, 4, 5)]
    study = Study(work, cases=FORUM, survey=answers(items, rows, "ABC"))
    report, _, _ = study.report("health", "convenor")
    survey = constructs(report)["value.operational"]["survey"]
    leak_if(survey is None, "six answered, and no level is shown")
    leak_if({"rwg", "sd", "averageDeviation"} & {k for k, v in survey.items() if v is not None}, f"{survey}")
    methods, _, _ = study.report("methods", "working-group")
    for scale in (methods["figures"].get("survey") or {}).get("scales") or []:
        leak_if(scale.get("lowest") is not None, f"alpha of {scale['construct']}: {scale['lowest']}")


def ex06(work):
    "how many segments there are of a case with two interviewees, on the terminal"
    codings = [coded("s1", "value.operational", 3), coded("s2", "value.operational", 1), coded("s2", "value.tangible", 1, at=400)]
    tables = dict(cases=FORUM, participants=people(2), sources=interviews(2), codings=codings)
    study = Study(work, **tables)
    text = done(cov("compare", "--for", "working-group", "-s", study.path)).stdout
    leak_if(re.search(r"\d+ (outcomes?|labels?)", text), text.strip().splitlines()[-1])
    outcomes = json.loads(done(cov("compare", "--for", "working-group", "--json", "-s", study.path)).stdout)["outcomes"]
    leak_if(any(c["outcomes"] is not None for c in outcomes["cases"]), f"{outcomes}")
    more = codings + [coded("s1", "value.tangible", 2, at=800 + 100 * k) for k in range(3)]
    same(work, "the number of segments", tables, dict(tables, codings=more))


def ex07(work):
    "the answer of the one who named no organization, from shares of all and a deviation of some"
    items = ["dynamics.systems.manager.1", "dynamics.ties.continuity.1"]
    rows = [("A", 4, 4), ("A", 3, 3), ("B", 4, 3), ("C", 5, 4), ("C", 4, 2), ("D", 4, 4), ("E", 3, 5), ("", 1, 2)]
    table = [(f"r{i}", "forum", r[0] and "Org " + r[0], *r[1:]) for i, r in enumerate(rows)]
    head = ["respondent", "case", "organization"] + items
    other = table[:-1] + [("r7", "forum", "", 5, 5)]
    report, _, _ = Study(work, cases=FORUM, survey=(head, table)).report("health", "convenor")
    survey = constructs(report)["dynamics.systems.manager"]["survey"]
    leak_if(survey["n"] != 7, f"a level on {survey['n']} of 8")
    leak_if(any(survey.get(k) is not None for k in ("sd", "unplaced", "rwg")), f"{survey}")
    same(work, "the answers of one without an organization", dict(cases=FORUM, survey=(head, table)), dict(cases=FORUM, survey=(head, other)))


def ex08(work):
    "how many interviews a phase with two interviewees had, and their codings: one report less the other"
    codes = ["value.tangible", "value.operational", "dynamics.ties.continuity"]
    of = [("a1", "1 start", 1), ("a2", "1 start", 2)] + [(f"b{i}", "2 later", i) for i in range(1, 6)]
    sources = [(s, "forum", f"p{i}", phase, "ana;ben", "interview", "") for s, phase, i in of]

    def codings(of_start):
        return [(s, coder, c, 100 * k, 100 * k + 40, f"Words on {c} in {s}".ljust(40, "x")[:40], 2, "supporting", "")
                for s, phase, i in of for k, c in enumerate(codes) if phase > "2" or of_start(i + k) for coder in ("ana", "ben")]

    tables = dict(cases=FORUM, phases=[("1 start", 1), ("2 later", 2)], participants=people(5), sources=sources,
                  codings=codings(lambda n: n % 3 == 1))
    same(work, "the codings of a phase with two interviewees", tables, dict(tables, codings=codings(lambda n: n % 3 != 1)))
    study = Study(work, **tables)
    for kind in ("methods",):
        code, files, _ = study.publish(kind, "working-group")
        for name, text in files.items():
            leak_if(re.search(r"\b7 (sources|interviews)\b", text), f"{name}: 7 less the 5 of the phase that is shown")


def ex09(work):
    "the figures of other cases, in a convenor's report"
    cases = FORUM + [("circle", "Quay Circle")]
    both = [c for c, _ in cases]
    participants = [(f"p{i}", c, f"Org {i}", "convenor" if i == 1 else "participant") for c in both for i in range(1, 6)]
    sources = [(f"{c}-s{i}", c, f"p{i}", "", "ana;ben", "interview", "") for c in both for i in range(1, 6)]
    codings = [(s[0], coder, "value.tangible", 0, 40, f"Words of {s[0]}".ljust(40, "x"), 2, "supporting", "")
               for s in sources for coder in ("ana", "ben")]
    study = Study(work, cases=cases, participants=participants, sources=sources, codings=codings)
    for kind in ("methods", "compare", "agreement"):
        code, files, _ = study.publish(kind, "convenor")
        leak_if(code == 0 or files, f"report {kind} goes out to a convenor")
    leak_if(cov("compare", "--for", "convenor", "-s", study.path).returncode == 0, "compare answers a convenor")
    _, _, files = study.report("health", "convenor")
    leak_if(any("quay circle" in text.lower() for text in files.values()), "the other case is named")


def ex10(work):
    "who was interviewed: the table guessed from its hash"
    organizations = ["Northgate", "Eastmoor", "Westhall"]
    participants = [(f"p{i+1}", "forum", o, "convenor" if i == 0 else "participant") for i, o in enumerate(organizations)]
    codings = [coded("s1", "value.tangible", 2), coded("s2", "value.tangible", 3)]
    study = Study(work, cases=FORUM, participants=participants, sources=interviews(3), codings=codings)
    published = [text for kind in ("health", "compare", "methods") for text in study.publish(kind, "working-group")[1].values()]
    leak_if(not published, "nothing was published")
    for kind, digest in study.hashes.items():
        leak_if(any(digest[:12] in text for text in published), f"the hash of {kind}.csv")


def ex11(work):
    "what each of five said who all said the same, or all but one"
    items = ["dynamics.power.participative-design.1", "dynamics.ties.continuity.1"]
    rows = [(1, 4 if i else 1) for i in range(5)]
    report, text, files = Study(work, cases=FORUM, survey=answers(items, rows)).report("health", "convenor")
    told = constructs(report)
    for construct in (i[:-2] for i in items):
        c = told[construct]
        leak_if(c["survey"] is None and c["surveySays"] is None, f"{construct} is not told at all")
        numbers = [v for v in (c["survey"] or {}).values() if isinstance(v, (int, float)) and not isinstance(v, bool)]
        leak_if(c["surveySays"] and numbers, f"{construct}: {c['surveySays']} beside {c['survey']}")
        leak_if((c["survey"] or {}).get("score") in (0, 100), f"{construct}: {c['survey']}")
    leak_if(any(set(row) & {0, 100, 20, 80} for row in shares(report).values()), f"{shares(report)}")


def ex12(work):
    "the answers of single organizations, from shares, level and interval"
    rows = [("A", 3), ("A", 4), ("B", 4), ("C", 4), ("C", 2), ("D", 3)]
    table = [(f"r{i}", "forum", "Org " + o, v) for i, (o, v) in enumerate(rows)]
    report, _, _ = Study(work, cases=FORUM, survey=(["respondent", "case", "organization", "dynamics.systems.manager.1"], table)).report("health", "convenor")
    survey = constructs(report)["dynamics.systems.manager"]["survey"]
    leak_if(survey is None, "no level is shown at all")
    leak_if("Collaboration manager" in shares(report), f"shares {shares(report)}")
    leak_if(survey["score"] != round(survey["score"]), f"level {survey['score']}")
    leak_if(survey["interval"] and (survey["about"] is None or survey["about"] % 5), f"{survey}")
    # Of the splits that agree with what is told there are many, and the true one is not told by them.
    splits = set()
    for values in itertools.product(range(1, 6), repeat=6):
        means = [25 * (sum(values[i] for i, (o, _) in enumerate(rows) if o == name) / sum(o == name for o, _ in rows) - 1) for name in "ABCD"]
        # Of fewer than ten answers the level is told to the next ten.
        if 10 * math.floor(sum(means) / 40 + 0.5) == survey["score"]:
            splits.add(tuple(means))
    leak_if(len(splits) < 50, f"{len(splits)} ways to split the answers")


def ex13(work):
    "that the one contrary voice is the convenor's, from the grade"
    def forum(contrary):
        return [coded(f"s{i}", "dynamics.trust.safe-environment", 3, "contrary" if i == contrary else "supporting") for i in range(1, 6)]
    tables = dict(cases=FORUM, participants=people(5), sources=interviews(5))
    same(work, "who the contrary voice is", dict(tables, codings=forum(1)), dict(tables, codings=forum(2)))


def ex14(work):
    "the answer of the one who left a third of the items out, from an edition under another rule"
    items = [f"value.operational.{i}" for i in (1, 2, 3)]
    rows = [(4, 4, 5), (3, 4, 4), (2, 3, 3), (5, 5, 4), (5, 4, 5), (1, 2, "")]
    study = Study(work, cases=FORUM, survey=answers(items, rows))
    study.report("health", "convenor")
    variant = os.path.join(work, "variant", FRAMEWORK)
    shutil.copytree(os.path.join(HOME, "instruments", FRAMEWORK), variant)
    for name, old, new in (("scoring.yaml", "answered-share: 0.5", "answered-share: 1"), ("framework.yaml", "version: ", "version: 9")):
        path = os.path.join(variant, name)
        text = open(path).read()
        assert old in text, name
        with open(path, "w") as f:
            f.write(text.replace(old, new, 1))
    done(cov("framework", "update", variant, "-s", study.path))
    code, files, said = study.publish("health", "convenor")
    leak_if(code != 3 or files, f"it goes out under the other rule: exit {code} {said}")


def ex15(work):
    "what hidden children are, from a parent at the end of the scale"
    items = [f"dynamics.ties.{c}.1" for c in ("technology", "social-time", "qualifying-criteria", "continuity")]
    rows = [(5, 5, 5, 5), (5, 5, 5, 5), (5, 5, "", 5), (5, 5, "", 5), (5, "", "", 5), (5, 5, "", 5)]
    report, _, _ = Study(work, cases=FORUM, survey=answers(items, rows, "ABC")).report("health", "convenor")
    told, hidden = constructs(report), report["cases"][0]["hidden"]["survey"]
    under = [i for i in hidden if i.startswith("dynamics.ties.")]
    leak_if(not under, "no child is hidden, so nothing is shown")
    for parent in ("dynamics.ties", "dynamics"):
        survey = told[parent]["survey"]
        leak_if(survey and survey["score"] in (0, 100), f"{parent} at {survey and survey['score']} over {under}")


def ex16(work):
    "whom to call: columns of the list of cases that the framework does not make public"
    study = Study(work, cases=(["case", "name", "steward", "remark"], [("forum", "Harbour Forum", "Jane Doe 555-0100", "not well run")]),
                  survey=answers(["value.tangible.1"], [(v,) for v in (4, 3, 3, 2, 4, 3)]))
    for files in (study.publish(kind, a)[1] for kind in ("health", "compare", "methods") for a in ("convenor", "working-group")):
        for name, text in files.items():
            leak_if("Jane Doe" in text or "not well run" in text, name)
    for more in ([], ["--json"]):
        p = done(cov("compare", "--for", "working-group", "-s", study.path, *more))
        leak_if("Jane Doe" in p.stdout or "not well run" in p.stdout, "compare on the terminal")


def ex17(work):
    "words that one coder cleared and another did not: one no keeps them in, a silence does not"
    def forum(second):
        text = "Words that somebody said in the forum, at some length."
        rows = [(f"s{i}", coder, "value.tangible", 0, len(text), f"{text[:-1]} {i}"[: len(text)].ljust(len(text)), 2, "supporting", clear)
                for i in range(1, 6) for coder, clear in (("ana", "yes"), ("ben", second))]
        sources = [(f"s{i}", "forum", f"p{i}", "", "ana;ben", "interview", "") for i in range(1, 6)]
        return dict(cases=FORUM, participants=people(5), sources=sources, codings=rows)
    for name, second, is_quoted in (("silent", "", True), ("no", "no", False)):
        report, _, _ = Study(work, name, **forum(second)).report("health", "working-group")
        quotes = [q for s in report["sections"] for b in s["blocks"] if b["kind"] == "quotes" for q in b["quotes"]]
        leak_if(bool(quotes) != is_quoted, f"{len(quotes)} quotes where the second coder said '{second}'")


def ex32(work):
    "what one of two coders alone read in quoted words, where it is little heard: the reader reads it there too"
    def forum(further):
        text = "Words that somebody said in the forum, at some length."
        rows = [(f"s{i}", coder, "value.tangible", 0, len(text), f"{text[:-1]} {i}"[: len(text)].ljust(len(text)), 2, "supporting", "yes")
                for i in range(1, 6) for coder in ("ana", "ben")]
        rows += [(f"s{i}", "ana", code, 0, len(text), "", "", "supporting", "") for i in range(1, 6) for code in further]
        sources = [(f"s{i}", "forum", f"p{i}", "", "ana;ben", "interview", "") for i in range(1, 6)]
        return dict(cases=FORUM, participants=people(5), sources=sources, codings=rows)
    for name, further, is_quoted in (("told", [], True), ("hidden", ["value.operational"], False)):
        report, _, _ = Study(work, name, **forum(further)).report("health", "working-group")
        quotes = [q for s in report["sections"] for b in s["blocks"] if b["kind"] == "quotes" for q in b["quotes"]]
        leak_if(bool(quotes) != is_quoted, f"{len(quotes)} quotes where one coder of two read {further} as well")


ITEM = "dynamics.trust.safe-environment.1"


def round_of(people, phase="", organization=lambda i: "", items=(ITEM,)):
    """A survey of the forum in a phase: each person's answers."""
    head = ["respondent", "case", "organization", "phase", *items]
    return head, [(p, "forum", organization(i), phase, *(v if isinstance(v, tuple) else (v,))) for i, (p, v) in enumerate(people.items())]


def change_of(report):
    rows = report["cases"][0]["change"]["constructs"]
    return next((r["survey"] for r in rows if r["id"] == ITEM[:-2]), None)


def ex18(work):
    "what changed for the late pair of ten late answers: eleven pairs' change less ten pairs'"
    rng = random.Random(3)
    tick = lambda names: {n: rng.randint(1, 5) for n in names}
    pairs = [f"p{i}" for i in range(10)]
    study = Study(work, cases=FORUM, phases=[("1", 1), ("2", 2)], survey=round_of(tick(pairs + [f"l{i}" for i in range(19)] + ["x"]), "1"))
    study.bring("survey", round_of(tick(pairs + [f"n{i}" for i in range(12)]), "2"))
    first = change_of(study.report("health", "convenor", "--phase", "2")[0])
    leak_if(first["pairing"] != "respondents" or first["n"] != 10, f"no pairs are told, so nothing is shown: {first}")
    study.bring("survey", round_of(dict(tick([f"m{i}" for i in range(9)]), x=5), "2"))
    code, files, _ = study.publish("health", "convenor", "--phase", "2")
    if code:
        return
    second = change_of(json.loads(next(t for n, t in files.items() if n.endswith(".json"))))
    leak_if(second and second["pairing"] != "not paired", f"{first}, then {second}")


def ex19(work):
    "the corrected answer of one, where the phase, the case, or tokens and a column, have other names"
    rng = random.Random(8)
    items = (ITEM, *[f"value.operational.{i}" for i in (1, 2, 3)], "value.tangible.1", *[f"dynamics.ties.{c}.1" for c in (
        "technology", "social-time", "qualifying-criteria", "continuity")], "dynamics.systems.manager.1")
    for name, length, phase, prefix, more in (("phase", 1, "First", "t", 0), ("short", 3, "First", "t", 1), ("column", 9, "first", "z", 1),
                                              ("all", 9, "First", "z", 1)):
        study = Study(work, name, cases=FORUM)
        given = {f"t{i}": tuple(rng.randint(1, 5) for _ in range(length)) for i in range(12)}
        study.bring("survey", round_of(given, "first", items=items[:length]))
        study.report("health", "convenor", "--phase", "first")
        done(cov("undo-import", "2", "-s", study.path))
        given["t0"] = tuple(v % 5 + 1 for v in given["t0"])
        late = {prefix + k: v + tuple(rng.randint(1, 5) for _ in range(more)) for k, v in given.items()}
        late = {k[1:] if prefix == "t" else k: v for k, v in late.items()}
        study.bring("survey", round_of(late, phase, items=items[:length + more]))
        code, files, _ = study.publish("health", "convenor", "--phase", phase)
        leak_if(code != 3 or files, f"{name}: it goes out, exit {code}")


def ex20(work):
    "the answer of the lone respondent of an organization, from the same answers weighed by respondents"
    rng = random.Random(4)
    given = {f"t{i}": rng.randint(1, 5) for i in range(13)}
    place = lambda i: "o0" if i == 0 else f"o{1 + (i - 1) // 3}"
    for new in ("weighting: respondents", "weighting: organizations\n  least-organizations: 9"):
        folder = tempfile.mkdtemp(dir=work)
        study = Study(folder, cases=FORUM, survey=round_of(given, organization=place))
        study.report("health", "convenor")
        variant = os.path.join(folder, "variant", FRAMEWORK)
        shutil.copytree(os.path.join(HOME, "instruments", FRAMEWORK), variant)
        for name, old, other in (("scoring.yaml", "weighting: organizations", new), ("framework.yaml", "version: ", "version: 9")):
            path = os.path.join(variant, name)
            text = open(path).read()
            assert old in text, name
            if "least-organizations" in other:
                text = re.sub(r" *least-organizations: \d+\n", "", text)
            with open(path, "w") as f:
                f.write(text.replace(old, other, 1))
        done(cov("framework", "update", variant, "-s", study.path))
        code, files, said = study.publish("health", "convenor")
        leak_if(code != 3 or files, f"{new!r}: exit {code} {said}")


def ex21(work):
    "the answer of one from four editions, of which any two differ by many"
    rng = random.Random(5)
    items = [f"value.operational.{i}" for i in (1, 2, 3)] + ["value.tangible.1", ITEM] + [f"dynamics.ties.{c}.1" for c in (
        "technology", "social-time", "qualifying-criteria", "continuity")]
    tick = lambda letter, n: {f"{letter}{i}": tuple(rng.randint(1, 5) for _ in items) for i in range(n)}
    x, y, z, w = tick("x", 15), tick("y", 12), tick("z", 12), tick("w", 1)
    study = Study(work, cases=FORUM)
    for number, people in enumerate((x, {**x, **y}, {**x, **z}, {**x, **y, **z, **w}, {**x, **y, **z}), 2):
        study.bring("survey", round_of(people, items=items))
        code, files, said = study.publish("health", "convenor")
        done(cov("undo-import", str(number), "-s", study.path))
        leak_if((code == 3) != (number == 5), f"edition {number - 1}: exit {code} {said}")


def ex30(work):
    "that one interviewee wants what a document says is wanted"
    spoken = [coded(f"s{i}", "value.operational", 2) for i in range(1, 6)]
    document = [("d1", "ana", "value.tangible.desired", 0, 9, "", "", "", "")]
    sources = interviews(6) + [("d1", "forum", "", "", "ana", "document", "")]
    tables = dict(cases=FORUM, participants=people(6), sources=sources, codings=spoken + document)
    wanted = [("s3", "ana", "value.tangible.desired", 80, 89, "", "", "", "")]
    same(work, "what one interviewee wants", tables, dict(tables, codings=spoken + document + wanted))


def ex31(work):
    "that somebody of a further organization answered hidden items alone"
    head = ["respondent", "case", "organization", "value.tangible.1", "context.individual.translation.1"]
    table = [(f"r{i}", "forum", f"Org {'A' if i < 9 else 'B'}", 1 + i % 5, "") for i in range(12)]
    # Another answered them before, so that they are hidden in both.
    table += [(f"u{i}", "forum", "", 5, 3 if i == 0 else "") for i in range(3)]
    tables = dict(cases=FORUM, survey=(head, table))
    for what, organization in (("one of a third organization", "Org C"), ("one of no organization", "")):
        more = table + [("h", "forum", organization, "", 4)]
        same(os.path.join(work, organization or "none"), what, tables, dict(tables, survey=(head, more)))


def weighed(people, phases=("",)):
    """A survey of the forum: each person's answers by phase, with the organization."""
    return ["respondent", "case", "organization", "phase", ITEM], [
        (p, "forum", o, phase, v) for p, (o, *values) in people.items() for phase, v in zip(phases, values)]


def ex33(work):
    "the answer of the one who is alone in an organization, who came, or went, with four of a large one"
    rng = random.Random(6)
    many = {f"{o}{j}": (f"Org {o}", rng.randint(1, 5)) for o, n in (("A", 24), ("B", 20), ("C", 20)) for j in range(n)}
    more = {**many, **{f"l{j}": ("Org A", rng.randint(1, 5)) for j in range(4)}, "g": ("Org G", 5)}
    for name, first, second in (("came", many, more), ("went", more, many)):
        study = Study(work, name, cases=FORUM)
        study.bring("survey", weighed(first))
        study.report("health", "convenor")
        done(cov("undo-import", "2", "-s", study.path))
        study.bring("survey", weighed(second))
        code, files, said = study.publish("health", "convenor")
        leak_if(code != 3 or files, f"{name}: exit {code}")
        leak_if("weigh no more than 1 respondent" not in said, "it does not say as how many they weigh")


def ex34(work):
    "the same from two rules of weighting, between which five came"
    rng = random.Random(7)
    people = {f"{o}{j}": (f"Org {o}", rng.randint(1, 5)) for o in "AB" for j in range(30)}
    study = Study(work, cases=FORUM, survey=weighed({**people, "g": ("Org G", 5)}))
    study.report("health", "convenor")
    variant = os.path.join(work, "variant", FRAMEWORK)
    shutil.copytree(os.path.join(HOME, "instruments", FRAMEWORK), variant)
    for name, old, new in (("scoring.yaml", "weighting: organizations", "weighting: respondents"), ("framework.yaml", "version: ", "version: 9")):
        path = os.path.join(variant, name)
        text = open(path).read()
        assert old in text, name
        with open(path, "w") as f:
            f.write(text.replace(old, new, 1))
    done(cov("framework", "update", variant, "-s", study.path))
    study.bring("survey", weighed({f"l{j}": ("Org A", rng.randint(1, 5)) for j in range(5)}))
    code, files, said = study.publish("health", "convenor")
    leak_if(code != 3 or files, f"it goes out under the other rule with five more: exit {code} {said}")


def ex35(work):
    "what changed for the one who is alone in an organization, from a change over five and one over six of them"
    rng = random.Random(8)
    tick = lambda o: (f"Org {o}", rng.randint(1, 5), rng.randint(1, 5))
    people = {f"{o}{j}": tick(o) for o, n in (("A", 30), ("B", 8), ("C", 8), ("D", 8), ("E", 8)) for j in range(n)}
    study = Study(work, cases=FORUM, phases=[("1", 1), ("2", 2)])
    study.bring("survey", weighed(people, "12"))
    first = change_of(study.report("health", "convenor", "--phase", "2")[0])
    leak_if(first["pairing"] != "organizations", f"no organizations are compared, so nothing is shown: {first}")
    study.bring("survey", weighed({**{f"l{j}": tick("A") for j in range(4)}, "g": tick("G")}, "12"))
    code, files, _ = study.publish("health", "convenor", "--phase", "2")
    leak_if(code != 3 or files, f"it goes out: exit {code}")


def ex36(work):
    "the answer of the one who is in a whole and in none of its parts, which are cases of one study"
    rng = random.Random(9)
    items = (ITEM, "value.tangible.1", "value.operational.1")
    all_ = {f"t{i}": tuple(rng.randint(1, 5) for _ in items) for i in range(26)}
    parts = {"forum": range(12), "south": range(12, 25), "whole": range(26)}
    head, rows = ["respondent", "case", *items], []
    for case, people in parts.items():
        rows += [(f"t{i}", case, *all_[f"t{i}"]) for i in people]
    study = Study(work, cases=[(c, c.title()) for c in parts], survey=(head, rows))
    code, files, said = study.publish("compare", "working-group")
    leak_if(code != 3 or files, f"the comparison goes out: exit {code}")
    study.report("health", "convenor")
    leak_if("as well, with the same answers" not in said, f"it says not why: {said}")


def ex37(work):
    "the answers of the five who came, where people weigh alike: twelve and five less the twelve"
    rng = random.Random(10)
    study = Study(work, cases=FORUM, survey=round_of({f"t{i}": rng.randint(1, 5) for i in range(12)}))
    study.report("health", "convenor")
    study.bring("survey", round_of({f"l{i}": rng.randint(1, 5) for i in range(9)}))
    code, files, _ = study.publish("health", "convenor")
    leak_if(code != 3 or files, f"it goes out with nine more: exit {code}")
    study.bring("survey", round_of({"x": rng.randint(1, 5)}))
    code, files, said = study.publish("health", "convenor")
    leak_if(code or not files, f"with ten it does not go out, so nothing is shown: {said}")


def ex38(work):
    "that nearly all who are compared said the same, from one change that is not paired among those that are"
    rng = random.Random(11)
    other = "dynamics.ties.social-time.1"
    pairs, old, new = ([f"{k}{i}" for i in range(12)] for k in "pon")
    given = lambda names, value: {n: (value if i else 1, rng.randint(1, 5)) for i, n in enumerate(names)}
    study = Study(work, cases=FORUM, phases=[("1", 1), ("2", 2)])
    # Eleven of the twelve in pairs say 4; with those in none the level is no such answer.
    study.bring("survey", round_of({**given(pairs, 4), **{n: tuple(rng.choices(range(1, 6), k=2)) for n in old}}, "1", items=(ITEM, other)))
    study.bring("survey", round_of({n: tuple(rng.choices(range(1, 6), k=2)) for n in pairs + new}, "2", items=(ITEM, other)))
    report, _, _ = study.report("health", "convenor", "--phase", "2")
    told = {r["id"]: r["survey"]["pairing"] for r in report["cases"][0]["change"]["constructs"] if r["survey"]}
    leak_if(told.get(ITEM[:-2]) != "not paired" or told.get(other[:-2]) != "not paired", f"{told}")


def ex39(work):
    "what each of 24 said, where all but one gave the same answer"
    study = Study(work, cases=FORUM, survey=round_of({f"t{i}": 2 if i == 7 else 4 for i in range(24)}))
    report, page, _ = study.report("health", "convenor")
    row = constructs(report)[ITEM[:-2]]
    leak_if(row["survey"] is not None or not row["surveySays"], f"{row}")


def ex40(work):
    "the answer of one alone in an organization, from three editions: old, old and new with the one, and new"
    rng = random.Random(12)
    steady = [(f"u{o}-{i}", f"U{o}") for o in range(5) for i in range(7)]
    old, new = ([(f"{k}{o}-{i}", f"C{o}") for o in range(2) for i in range(6)] for k in "on")
    # Responses long enough that nobody is taken for another with the same answers.
    items = [f"dynamics.{i}.1" for i in (
        "systems.manager", "systems.facilitators", "systems.artefacts", "systems.rhythm", "systems.loose-agenda", "ties.technology",
        "ties.social-time", "ties.qualifying-criteria", "ties.continuity", "trust.neutral-venue", "trust.safe-environment")]
    given = {p: [rng.randint(1, 5) for _ in items] for p, _ in steady + old + new + [("z", "Z")]}
    head = ["respondent", "case", "organization", *items]
    study = Study(work, cases=FORUM)

    def publish(people):
        """What goes out of these people alone."""
        imports = json.loads(done(cov("imports", "--json", "-s", study.path)).stdout)["imports"]
        if len(imports) > 1:
            done(cov("undo-import", str(max(i["import"] for i in imports)), "-s", study.path))
        study.bring("survey", (head, [(p, "forum", o, *given[p]) for p, o in people]))
        return study.publish("health", "convenor")

    for people in (steady + old, steady + old + new + [("z", "Z")]):
        code, files, said = publish(people)
        leak_if(code or not files, f"with {len(people)} it does not go out, so nothing is tried: {said}")
    code, files, said = publish(steady + new)
    leak_if(code != 3 or files, f"the third edition goes out: exit {code}")
    leak_if("added and taken off" not in said, f"it says not why: {said}")


def ex41(work):
    "which answers there are, from the interval of health, where the levels have one by their number alone"
    items = (ITEM, "dynamics.systems.manager.1", "context.individual.translation.1", "context.organization.leadership.1")
    told = []
    for turn in (0, 5, 11):
        # The same answers to each question; who gave which of two, and in which organization, is another each time.
        first = [3, 4, 4, 5, 2, 4, 3, 3, 4, 5, 4, 2, 4, 4, 3, 4, 5, 4, 4, 3, 4, 4, 4, 4]
        rows = [(f"t{i}", "forum", f"O{i}" if i < 14 else "", first[i], first[(i + turn) % 24], 4 - i % 2, 3 + i % 2) for i in range(24)]
        study = Study(work, f"s{turn}", cases=FORUM, survey=(["respondent", "case", "organization", *items], rows))
        report, _, _ = study.report("health", "convenor")
        told.append(report["cases"][0]["health"])
    leak_if(not told[0]["score"], "there is no health, so nothing is tried")
    leak_if(any(t["interval"] != told[0]["interval"] for t in told), f"{[t['interval'] for t in told]}")


def ex42(work):
    "how many gave an answer that hardly anybody gave, from a share a point and the level"
    rng = random.Random(13)
    study = Study(work, cases=FORUM, survey=round_of({f"t{i}": rng.choice([2, 3, 3, 4, 4, 4, 5]) if i else 1 for i in range(31)}))
    report, page, _ = study.report("health", "convenor")
    leak_if(constructs(report)[ITEM[:-2]]["survey"] is None, "no level is shown, so nothing is tried")
    rows = [r for s in report["sections"] for b in s["blocks"] if b["kind"] == "figure" for r in b["rows"]]
    leak_if(any("point1" in r for r in rows), "there is a share for each point")


def told_of(study, first, second, weights=lambda person: 2):
    """Brings in interviews, each with what it says of one construct: +1, -1 or nothing; and reports after each round."""
    out, number = [], 0
    for round_ in (first, second):
        people = [(f"q{number + i}", said) for i, said in enumerate(round_)]
        number += len(people)
        study.bring("participants", [(p, "forum", f"Org {p}", "convenor" if p == "q0" else "participant") for p, _ in people])
        study.bring("sources", ("source,case,participant,coders,kind,read".split(","), [(f"s-{p}", "forum", p, "ana", "interview", "ana") for p, _ in people]))
        study.bring("codings", [(f"s-{p}", "ana", "dynamics.trust.safe-environment", 0, 50, f"said by {p}", weights(p), "contrary" if said < 0 else "", "") for p, said in people if said])
        out.append(study.publish("health", "convenor"))
    return out


def ex43(work):
    "what one interviewee said, from two words on more and more people"
    rounds = [("little, then borne out", [1, 0, 0, 0, 0, 0], [1, 1, 1, 1, 1]), ("borne out, then little", [1, 1, 1, 0, 0, 0], [-1, 1, 1, 1, 1, 1]),
              ("hidden, then borne out", [0, 1, 0, 0], [1, 1, 1, 1, 1])]
    for name, first, second in rounds:
        study = Study(work, name.replace(" ", "-"), cases=FORUM)
        one, two = told_of(study, first, second)
        leak_if(one[0] or not one[1], f"{name}: nothing goes out at first, so nothing is tried: {one[2]}")
        leak_if(two[0] != 3 or two[1], f"{name}: it goes out: exit {two[0]}")
    study = Study(work, "the-same", cases=FORUM)
    _, two = told_of(study, [1, 1, 1, 0, 0, 0], [1, 1, 1, 1, 1])
    leak_if(two[0] or not two[1], f"the same word does not go out: {two[2]}")


def ex44(work):
    "the weight of the one of five newcomers who gave one"
    study = Study(work, cases=FORUM)
    one, two = told_of(study, [1, 1, 1, 1, 0, 0], [1, 1, 1, 1, 1], lambda p: 3 if p in ("q0", "q1", "q2", "q3", "q6") else "")
    leak_if(one[0] or not one[1], f"nothing goes out at first, so nothing is tried: {one[2]}")
    leak_if(two[0] != 3 or two[1], f"it goes out: exit {two[0]}")


def ex45(work):
    "the weight of the one interviewee who is left over when a case is divided into phases"
    ids = [f"q{i}" for i in range(11)]
    study = Study(work, cases=FORUM, phases=[("a", 1), ("b", 2), ("c", 3)])
    rng = random.Random(14)
    study.bring("participants", [(p, "forum", f"Org {p}", "convenor" if p == "q0" else "participant") for p in ids])

    def place(phases):
        study.bring("sources", ("source,case,participant,phase,coders,kind,read".split(","),
                                [(f"s-{p}", "forum", p, ph, "ana", "interview", "ana") for p, ph in zip(ids, phases)]))

    place([""] * 11)
    study.bring("codings", [(f"s-{p}", "ana", c, 100 * n, 100 * n + 50, f"said by {p} of {n}", rng.randint(1, 3), "", "")
                            for p in ids for n, c in enumerate(("dynamics.trust.safe-environment", "dynamics.systems.manager"))])
    code, files, said = study.publish("health", "convenor")
    leak_if(code or not files, f"the whole does not go out, so nothing is tried: {said}")
    place(["a"] * 5 + ["b"] * 5 + ["c"])
    out = [study.publish("health", "convenor", "--phase", phase) for phase in ("a", "b")]
    leak_if(all(code == 0 for code, _, _ in out), "both parts go out beside the whole")


def ex46(work):
    "who among fewer than five spoke, once five more have and opinions differ"
    rounds = [("four-of-nine", [0, 1, 1, 0], [-1, -1, 0, 0, 0]), ("nine-of-nine", [1, 1, 1, 1], [-1, -1, 1, 1, 1]),
              ("hidden-nine-of-nine", [1, -1, 1, 1], [-1, -1, 1, 1, 1])]
    for name, first, second in rounds:
        study = Study(work, name, cases=FORUM)
        one, two = told_of(study, first, second)
        leak_if(one[0] or not one[1], f"{name}: nothing goes out at first, so nothing is tried: {one[2]}")
        leak_if(two[0] != 3 or two[1], f"{name}: it goes out: exit {two[0]}")


def ex47(work):
    "that something may be quoted of a phase, from the report on another"
    study = Study(work, cases=FORUM, phases=[("a", 1), ("b", 2)])
    people = [f"q{i}" for i in range(5)]
    study.bring("participants", [(p, "forum", f"Org {p}", "convenor" if p == "q0" else "participant") for p in people])
    study.bring("sources", ("source,case,participant,phase,coders,kind,read".split(","),
                            [(f"s-{p}-{ph}", "forum", p, ph, "ana", "interview", "ana") for p in people for ph in "ab"]))

    def say(person):
        study.bring("codings", ("source,coder,code,start,end,text,weight,valence,clear".split(","),
                                [(f"s-{person}-b", "ana", "dynamics.trust.safe-environment", 0, 50, f"said by {person}", 2, "", "yes")]))

    say("q1")
    out = [study.publish("health", "convenor", "--phase", phase) for phase in "ab"]
    leak_if(any(code or not files for code, files, _ in out), "nothing goes out at first, so nothing is tried")
    say("q2")
    code, files, said = study.publish("health", "convenor", "--phase", "a")
    leak_if(code or not files, f"the other phase does not go out, so nothing is tried: {said}")
    text = lambda made: re.sub(r"[0-9a-f]{64}", "", " ".join(str(v) for _, v in sorted(made.items())))
    leak_if(text(files) != text(out[0][1]), "the report on the other phase changed")


def main():
    examples = {k[2:]: v for k, v in globals().items() if re.fullmatch(r"ex\d\d", k)}
    failed = 0
    for number in sorted(sys.argv[1:] or examples):
        work = tempfile.mkdtemp(prefix="example-")
        try:
            examples[number](work)
            print(f"example {number}: holds: {examples[number].__doc__}")
        except Leak as leak:
            failed += 1
            print(f"example {number}: LEAK: {examples[number].__doc__}: {leak}")
        except Exception as error:
            failed += 1
            print(f"example {number}: FAILED: {type(error).__name__}: {error}")
        finally:
            shutil.rmtree(work, ignore_errors=True)
    print(f"examples: {len(sys.argv[1:]) or len(examples)} tried, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
