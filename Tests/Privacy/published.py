"""What is published of a study to other eyes than the researcher's, and the truth behind it."""
import collections, json, math, os

from studies import *

FORMATS = "html,md,csv,json"


class Published:
    """The files that other eyes get, and nothing else."""

    def __init__(self, st, s, d, fw, everything=True):
        self.dir = d
        self.files = {}
        self.health = {}
        self.compare_convenor = None
        self.terminal = None
        # Others than the researcher to whom a report on agreement went out.
        self.agreement = []
        self.methods = None
        common = ["-s", st, *HOMEARG]
        for cid, _ in s.cases:
            for p in s.phases:
                out = os.path.join(d, f"convenor-{cid}-{(p or 'all').replace(' ', '')}")
                arg = ["--phase", p] if p else []
                q = cov("report", "health", cid, "--for", "convenor", "--format", FORMATS, "--out", out, *arg, *common, ok=False)
                if q.returncode == 0:
                    self.add(out)
                    self.health[(cid, p)] = json.load(open(os.path.join(out, next(n for n in sorted(os.listdir(out)) if n.endswith(".convenor.json")))))
        out = os.path.join(d, "group")
        last = None
        for p in s.phases:
            arg = ["--phase", p] if p else []
            o2 = out + (p or "").replace(" ", "")
            q = cov("report", "compare", "--for", "working-group", "--format", FORMATS, "--out", o2, *arg, *common, ok=False)
            if q.returncode == 0:
                self.add(o2)
        q = cov("report", "methods", "--for", "working-group", "--format", FORMATS, "--out", out, *common, ok=False)
        if q.returncode == 0:
            self.add(out)
            self.methods = json.load(open(os.path.join(out, "methods.working-group.json")))
        q = cov("compare", "--for", "working-group", "--json", "-s", st, ok=False)
        if q.returncode == 0:
            self.terminal = json.loads(q.stdout)
            self.files["terminal-compare.json"] = q.stdout
        if everything:
            for audience in ("working-group", "convenor"):
                q = cov("report", "agreement", "--for", audience, "--format", "json", "--out", out + "-agr", *common, ok=False)
                if q.returncode == 0:
                    self.agreement.append(audience)
            if len(s.cases) > 1:
                o3 = os.path.join(d, "convenor-compare")
                q = cov("report", "compare", "--for", "convenor", "--format", "json", "--out", o3, *common, ok=False)
                if q.returncode == 0:
                    self.add(o3)
                    name = next(n for n in sorted(os.listdir(o3)) if n.endswith(".json"))
                    self.compare_convenor = json.load(open(os.path.join(o3, name)))

    def add(self, folder):
        for n in sorted(os.listdir(folder)):
            with open(os.path.join(folder, n)) as f:
                self.files[os.path.basename(folder) + "/" + n] = f.read()

    def case(self, key):
        return self.health[key]["cases"][0]

    def constructs(self, key):
        return {c["id"]: c for c in self.case(key)["constructs"]}

    def practices(self, key, fw):
        """Rows of shares of answers, one a point of the scale, by construct; others should have none."""
        rows = {}
        for sec in self.health[key]["sections"]:
            for b in sec["blocks"]:
                if b["kind"] != "figure":
                    continue
                for row in b["rows"]:
                    if row.get("point1") is not None:
                        for c in fw.byname.get(row["construct"], []):
                            rows[c] = [row[f"point{i}"] for i in range(1, 6)]
        return rows

    def quotes(self, key):
        out = []
        for sec in self.health[key]["sections"]:
            for b in sec["blocks"]:
                if b["kind"] == "quotes":
                    out += [(q["text"], q["attribution"]) for q in b["quotes"]]
        return out



class Truth:
    def __init__(self, s, fw):
        self.s, self.fw = s, fw
        asked = {i["id"] for i in s.cols}
        self.rows = collections.defaultdict(list)
        for row in s.survey:
            self.rows[(row["case"], row["phase"] or None)].append(row)
        self.asked = {c: [i for i in its if i["id"] in asked] for c, its in fw.derived.items()}
        self.role = {(c, p): role for p, c, _, role in s.participants}
        self.people = collections.defaultdict(list)
        for sid, c, p, ph, *_ in s.sources:
            self.people[(c, ph or None)].append(p)

    @staticmethod
    def value(item, row):
        v = row.get(item["id"], "")
        if not v.isdigit():
            return None
        v = int(v)
        return item["low"] + item["high"] - v if item["reversed"] else v

    def y(self, c, row):
        kids = self.fw.children[c]
        if kids:
            ys = [v for v in (self.y(k, row) for k in kids) if v is not None]
            return sum(ys) / len(ys) if ys else None
        its = self.asked.get(c, [])
        vs = [v for v in (self.value(i, row) for i in its) if v is not None]
        if not its or len(vs) < math.ceil(0.5 * len(its)) or not vs:
            return None
        lo, hi = its[0]["low"], its[0]["high"]
        return 100 * (sum(vs) / len(vs) - lo) / (hi - lo)

    def complete(self, c, row):
        """Answered every item of the scale, those of children included."""
        its = [i for k in self.under(c) for i in self.asked.get(k, [])]
        return bool(its) and all(self.value(i, row) is not None for i in its)

    def under(self, c):
        kids = self.fw.children[c]
        return [c] if not kids else [x for k in kids for x in self.under(k)]
