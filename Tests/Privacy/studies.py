"""Random studies, with the framework they are made for, as the tables that a researcher would import."""
import collections, csv, io, json, os, random, shutil, subprocess

BIN = os.environ.get("COVALENCE", "covalence")
HOME = os.environ.get("COVALENCE_HOME", "")
HOMEARG = ["--home", HOME] if HOME else []
ENV = dict(os.environ, COVALENCE_NOW="2026-01-02T03:04:05Z")
FRAMEWORK = "van-winkelen-2010"
LEAST = 5
FEW = 10  # from here on figures are told whole; under it in tens
EPS = 1e-6


def cov(*args, ok=True):
    p = subprocess.run([BIN, *args], capture_output=True, text=True, env=ENV)
    if ok and p.returncode not in (0, 3):
        raise RuntimeError(" ".join(args) + "\n" + p.stderr[-800:])
    return p


class Framework:
    def __init__(self):
        d = json.loads(cov("framework", "show", FRAMEWORK, "--json", *HOMEARG).stdout)
        self.ids = [c["id"] for c in d["constructs"]]
        self.name = {c["id"]: c["name"] for c in d["constructs"]}
        self.byname = {}
        for c in d["constructs"]:
            self.byname.setdefault(c["name"], []).append(c["id"])
        self.items = d["items"]
        self.derived = collections.defaultdict(list)
        self.desired = {}
        for i in self.items:
            if i["aspect"] == "derived":
                self.derived[i["construct"]].append(i)
            else:
                self.desired[i["construct"]] = i
        known = set(self.ids)
        self.parent = {i: (i.rsplit(".", 1)[0] if "." in i else None) for i in self.ids}
        self.children = collections.defaultdict(list)
        for i in self.ids:
            p = self.parent[i]
            if p in known:
                self.children[p].append(i)
        self.leaves = [i for i in self.ids if not self.children[i]]


class Study:
    pass


def make(seed, fw, o=None):
    r = random.Random(seed)
    also = random.Random(seed + 31)  # of its own, so that studies stay what they were
    o = dict(o or {})
    s = Study()
    s.seed = seed
    ncases = o.get("cases") or r.choice([1, 1, 2, 2, 3])
    nph = o.get("phases") or r.choices([1, 2, 3], [5, 4, 1])[0]
    s.phases = [None] if nph == 1 and r.random() < 0.7 else [f"{i + 1} ph" for i in range(nph)]
    style = o.get("style") or r.choice(["full", "full", "practices", "value", "some"])
    pick = {
        "full": lambda c: True, "practices": lambda c: c.startswith("dynamics"),
        "value": lambda c: c.startswith("value"),
    }
    if style == "some":
        keep = {c for c in fw.derived if r.random() < 0.4} or {"value.tangible"}
        pick["some"] = lambda c: c in keep
    s.cols = [i for i in fw.items if pick[style](i["construct"])]
    nr = o.get("nonresponse")
    nr = r.choice([0, 0.05, 0.05, 0.15, 0.35]) if nr is None else nr
    hard = {c for c in sorted({i["construct"] for i in s.cols}) if r.random() < o.get("hard", 0.2)}
    s.cases, s.participants, s.sources, s.codings, s.survey, s.invited = [], [], [], [], [], []
    for ci in range(ncases):
        cid = f"case{ci + 1}"
        s.cases.append((cid, f"Case {'ABCDEFG'[ci]}"))
        norg = o.get("orgs") or r.randint(1, 6)
        orgs = [f"{cid}-org{j + 1}" for j in range(norg)]
        people = {}
        base = r.choice([2.2, 3, 3.6, 4.3, 4.8])
        noorg = o.get("noorg", r.choice([0, 0, 0.1, 0.25]))
        prev = []
        for p in s.phases:
            n = o["n"](r) if "n" in o else r.randint(1, 12)
            if "n" not in o and r.random() < 0.08:
                n = 0
            toks = [t for t in prev if r.random() < o.get("stay", 0.75)][:n]
            while len(toks) < n:
                toks.append(f"{cid}-t{seed}-{len(people)}")
                people[toks[-1]] = None
            for j, t in enumerate(toks):
                if people[t] is None:
                    people[t] = "" if r.random() < noorg else (
                        orgs[len([x for x in people.values() if x]) % norg] if o.get("spread") else r.choice(orgs))
            prev = toks
            for t in toks:
                row = {"respondent": t, "case": cid, "organization": people[t], "role": "", "phase": p or ""}
                own = base + r.gauss(0, 0.7)
                for i in s.cols:
                    q = 0.55 if i["construct"] in hard else nr
                    if r.random() < q:
                        row[i["id"]] = r.choice(["", "", "n/a", "dk"])
                    else:
                        row[i["id"]] = str(min(5, max(1, round(own + r.gauss(0, 0.8)))))
                s.survey.append(row)
            if r.random() < 0.5:
                s.invited.append((cid, "", p or "", n + r.randint(0, 6)))
        niv = o["interviewees"](r) if "interviewees" in o else r.choice([0, 1, 2, 3, 4, 5, 6, 7])
        hasconv = r.random() < 0.85
        for k in range(niv):
            s.participants.append(
                (f"{cid}-p{k + 1}", cid, r.choice(orgs), "convenor" if k == 0 and hasconv else "participant"))
        for pi, p in enumerate(s.phases):
            who = [k for k in range(niv) if r.random() < (1 if len(s.phases) == 1 else 0.7)]
            focus = r.sample(fw.leaves, min(len(fw.leaves), 10))
            for k in who:
                sid = f"{cid}-s{k + 1}-{pi + 1}"
                s.sources.append((sid, cid, f"{cid}-p{k + 1}", p or "", "ana;ben", "interview", ""))
                pos = 0
                for c in focus:
                    if r.random() < 0.4:
                        continue
                    text = f"Words {seed}q{k}q{ci}q{pi}q{pos} were said by somebody here, about {fw.name[c].lower()}, at length."
                    w = r.choice([1, 2, 3, 3])
                    val = r.choices(["supporting", "contrary", "mixed"], [8, 2, 1])[0]
                    clear = "yes" if r.random() < 0.4 else ""
                    for coder in ("ana", "ben"):
                        if coder == "ben" and r.random() < 0.12:
                            continue
                        s.codings.append((sid, coder, c, pos, pos + len(text), text, w, val, clear))
                    if also.random() < 0.2:  # the same words say something else, too
                        second, side = also.choice([x for x in fw.leaves if x != c]), also.choice(["supporting", "contrary"])
                        s.codings += [(sid, coder, second, pos, pos + len(text), text, w, side, clear) for coder in ("ana", "ben")]
                    if c in fw.desired and r.random() < 0.4:
                        t2 = f"Wishes {seed}w{k}w{ci}w{pi}w{pos} were named by somebody here, for later."
                        clear = also.choice(["yes", ""])
                        for coder in ("ana", "ben"):
                            s.codings.append((sid, coder, c + ".desired", pos + 200, pos + 200 + len(t2), t2, "", "", clear))
                    pos += 400
    return s


TABLES = ["cases", "phases", "participants", "sources", "codings", "survey", "invited", "events"]


def text_of(head, rows):
    f = io.StringIO(newline="")
    w = csv.writer(f)
    w.writerow(head)
    w.writerows(rows)
    return f.getvalue()


PARTICIPANTS = ["participant", "case", "organization", "role"]


# An event that nobody may read of but the researcher says so.
KEPT = "kept from others"


def happened(s):
    """What happened in each case, before, between and after the phases; some of it cleared for others."""
    r = random.Random(s.seed + 77)  # of its own, so that studies stay what they were
    rows = []
    for case, _ in s.cases:
        for number in range(r.choice([0, 1, 3, 6])):
            year, month, day = r.randint(2019, 2025), r.randint(1, 12), r.randint(1, 28)
            date = r.choice([f"{year}", f"{year}-{month:02}", f"{year}-{month:02}-{day:02}"])
            clear = r.choice(["yes", "yes", "no", ""])
            rows.append((case, date, f"Event {number} of {case}" + ("" if clear == "yes" else f", {KEPT}"), clear))
    return rows


def write(s, d):
    os.makedirs(d, exist_ok=True)
    cols = ["respondent", "case", "organization", "role", "phase"] + [i["id"] for i in s.cols]
    tables = {
        "cases": (["case", "name"], s.cases),
        "phases": (["phase", "order", "from", "to"], [] if s.phases == [None] else [
            (p, i + 1, f"{2022 + i}-03-01", f"{2022 + i}-05-31") for i, p in enumerate(s.phases)]),
        "participants": (PARTICIPANTS, s.participants),
        # Both coders read every source: who found nothing is said to have.
        "sources": (["source", "case", "participant", "phase", "coders", "kind", "file", "read"],
                    [(*x, x[4]) for x in s.sources]),
        "codings": ("source,coder,code,start,end,text,weight,valence,clear".split(","), s.codings),
        "survey": (cols, [[x.get(c, "") for c in cols] for x in s.survey]),
        "invited": (["case", "organization", "phase", "invited"], s.invited),
        "events": (["case", "date", "event", "clear"], happened(s)),
    }
    for name, (head, rows) in tables.items():
        if rows:
            with open(os.path.join(d, name + ".csv"), "w", newline="") as f:
                f.write(text_of(head, rows))


def build(s, d):
    if os.path.isdir(d):
        shutil.rmtree(d)
    write(s, d)
    st = os.path.join(d, "s.covalence")
    cov("init", st, "--framework", FRAMEWORK, "--title", "T", *HOMEARG)
    for k in TABLES:
        f = os.path.join(d, k + ".csv")
        if os.path.exists(f):
            cov("import", k, f, "-s", st)
    return st
