"""What the solvers do not look at: shapes, precision, words, orders, the terminal, and two audiences."""
import collections, json, re

from published import *
from solving import *
from studies import *

# Members of other eyes' JSON that would tell of grades, roles, single voices or exact figures.
FORBIDDEN = {"grade", "evidence", "strength", "sd", "rwg", "averageDeviation", "unplaced", "measured",
             "mentions", "contrary", "unresolved", "repertoire", "sha256 of files"}
WORDS = {"borne out by several", "denied by several", "interviewees differ", "little heard", "heard from more than one", "hidden"}
COORDINATE = re.compile(r'<(?:circle|rect|line|svg)\b[^>]*?(?<![\w-])(?:x|cx|x1|x2|width)="(-?[\d.]+)%"')
STRIP = re.compile(r'class="(?:halo|ring|ciband|f-blue|gap-\w+|ci|cihalo|trend[\w-]*|hi)"')


def numbers(value, path=""):
    """All numbers of a JSON value, with where they stand."""
    if isinstance(value, bool) or value is None:
        return
    if isinstance(value, (int, float)):
        yield path, value
    elif isinstance(value, list):
        for item in value:
            yield from numbers(item, path)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from numbers(item, f"{path}.{key}" if path else key)


def members(value):
    """All names of members of a JSON value."""
    if isinstance(value, list):
        for item in value:
            yield from members(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from members(item)


def whole(pub, t, seed):
    """Whole numbers in every format; agreement and alpha to two decimals."""
    for name, text in pub.files.items():
        if name.endswith(".json"):
            value = json.loads(text)
            for path, number in numbers(value):
                if path.startswith("figures.rules."):  # the framework's rules, not figures of the study
                    continue
                t.chance("not-whole")
                figure = path.split(".")[-1]
                two = re.search(
                    r"alpha|lowest|highest|median|agreement|kappa|ac1|pabak|prevalence|bias|low$|high$|"
                    r"coefficientOfVariation|distance|^figures\.(rules|survey\.(answeredShare|rows)|coding\.unitOverlap|disputes)",
                    path) or path.startswith("sections.blocks.rows.case")
                places = 2 if two else 0
                # How far cases lie apart is formed of the bands and words that are shown.
                if path.startswith("sections.blocks.rows.case") and 0 <= number <= 1:
                    continue
                if abs(round(number, places) - number) > 1e-9 and figure not in ("value", "responseRate"):
                    t.leak("not-whole", seed, f"{name} {path}: {number}")
        elif name.endswith(".html"):
            for mark in re.finditer(r"<(?:circle|rect|line)\b[^>]*>", text):
                if not STRIP.search(mark.group()):
                    continue
                for place in re.findall(r'\b(?:cx|x1|x2)="(-?[\d.]+)%"', mark.group()):
                    t.chance("not-whole-drawn")
                    if "agreement" in name or "methods" in name:
                        continue
                    if abs(float(place) - round(float(place))) > 1e-9 and abs(float(place) * 2 - round(float(place) * 2)) > 1e-9:
                        if not agreement_mark(text, mark.start()):
                            t.leak("not-whole-drawn", seed, f"{name}: {mark.group()[:90]}")


def agreement_mark(text, at):
    """Whether a mark is of the strips of agreement, which run from 0 to 1."""
    return "Krippendorff" in text[max(0, text.rfind("<figure", 0, at)):at]


def told(pub, t, seed):
    """No grade, role, strength or evidence in any answer, and no words but those of the rules."""
    for name, text in pub.files.items():
        if not name.endswith(".json"):
            continue
        value = json.loads(text)
        if "agreement" not in name and "methods" not in name:
            t.chance("member-not-for-others")
            for key in set(members(value)) & FORBIDDEN:
                if any(v is not None and not isinstance(v, str) for v in values_of(value, key)) or key == "grade" and any(values_of(value, key)):
                    t.leak("member-not-for-others", seed, f"{name}: {key}")
        for word in ("triangulated", "corroborated", "thinly supported", "well supported"):
            if word in text and "methods" not in name:
                t.leak("member-not-for-others", seed, f"{name}: {word}")
    for key in pub.health:
        for c in pub.case(key)["constructs"]:
            iv = c["interview"]
            if iv and "speaking" in iv:
                t.chance("word-not-of-the-rules")
                if iv["presence"] not in WORDS:
                    t.leak("word-not-of-the-rules", seed, f"{key} {c['id']}: {iv['presence']}")
                if pub.case(key)["hidden"]["interviewNumbers"] and (iv["score"] is not None or iv["speaking"] or iv["side"]):
                    t.leak("word-not-of-the-rules", seed, f"{key} {c['id']}: more than a word")


def values_of(value, key):
    if isinstance(value, list):
        for item in value:
            yield from values_of(item, key)
    elif isinstance(value, dict):
        if "coefficientOfVariation" in value:  # how far the cases' shown levels lie apart
            return
        for name, item in value.items():
            if name == key:
                yield item
            yield from values_of(item, key)


def two_audiences(pub, researcher, t, seed):
    """No number of a case that hides it is among those that only the researcher sees."""
    for key in pub.health:
        case = pub.case(key)
        true = {c["id"]: c for c in researcher.get(key, {}).get("constructs", [])}
        for c in case["constructs"]:
            real = true.get(c["id"])
            if not real:
                continue
            t.chance("hidden-number-shown")
            sv = c["survey"]
            if c["id"] in case["hidden"]["survey"] and (sv or c.get("surveySays")):
                t.leak("hidden-number-shown", seed, f"{key} {c['id']}: a hidden survey figure is there")
            if not case["hidden"]["interviewNumbers"]:
                continue
            # Of the survey alone: without it there is no score, with it the score is its level.
            if c["score"] is not None and (sv is None or c["score"] != sv["score"]):
                t.leak("hidden-number-shown", seed, f"{key} {c['id']}: score {c['score']} beside survey {sv and sv['score']}")
            if sv is None and not c.get("surveySays") and (c["band"] or c["convergence"]):
                t.leak("hidden-number-shown", seed, f"{key} {c['id']}: {c['band']} {c['convergence']}")
        for text in [f["claim"] + (f["detail"] or "") for f in pub.health[key]["facts"]]:
            if case["hidden"]["interviewNumbers"] and re.search(r"\d+ of \d+ interviewees|\d+ interviewees?\b", text):
                if "fewer than" not in text.lower():
                    t.leak("hidden-number-shown", seed, f"{key}: {text}")


def on_terminal(st, pub, s, t, seed):
    """What the terminal prints for other eyes stands in their JSON too."""
    q = cov("compare", "--for", "working-group", "-s", st, ok=False)
    if q.returncode or not pub.terminal:
        return
    shown = collections.defaultdict(set)
    for row in pub.terminal["rows"]:
        for cell in row["cells"]:
            if cell["score"] is not None:
                shown[row["construct"]].add(str(int(cell["score"])))
    for line in q.stdout.splitlines():
        words = line.split()
        if not words or words[0] not in shown and "." not in words[0]:
            continue
        t.chance("terminal-number")
        for word in words[1:]:
            number = word.rstrip("*")
            if number.isdigit() and number not in shown[words[0]] and len(words) == 1 + len(s.cases):
                t.leak("terminal-number", seed, f"{line.strip()}")
    for key in pub.health:
        if pub.case(key)["hidden"]["interviewNumbers"]:
            name = dict(s.cases)[key[0]]
            for line in q.stdout.splitlines():
                if line.startswith(name + ":") and re.search(r"\d+ outcomes", line):
                    t.leak("terminal-number", seed, line)


def events(pub, t, seed):
    """What happened is told to others where it was cleared, and nothing else of it."""
    for name, text in pub.files.items():
        t.chance("event-not-cleared", text.count("Event ") > 0)
        if KEPT in text:
            t.leak("event-not-cleared", seed, name)


def orders(pub, fw, t, seed):
    """Rows that are ordered by level are ordered by the level that is shown."""
    for key in pub.health:
        for section in pub.health[key]["sections"]:
            for block in section["blocks"]:
                if block["kind"] != "figure" or not block["rows"] or "gap" not in block["rows"][0]:
                    continue
                gaps = [row["gap"] for row in block["rows"] if isinstance(row.get("gap"), (int, float))]
                t.chance("order-of-hidden")
                if gaps != sorted(gaps, reverse=True):
                    t.leak("order-of-hidden", seed, f"{key}: gaps in the order {gaps}")
                equal = [(row["gap"], row["construct"]) for row in block["rows"] if isinstance(row.get("gap"), (int, float))]
                for (a, first), (b, second) in zip(equal, equal[1:]):
                    one = min(fw.byname.get(first, [first]))
                    other = min(fw.byname.get(second, [second]))
                    if a == b and one > other:
                        t.leak("order-of-hidden", seed, f"{key}: {first} before {second}, both at {a}")


FURTHER = {
    "not-whole": ("rule", "a number in JSON of other eyes that is not whole"),
    "not-whole-drawn": ("rule", "a coordinate in a drawing that is not whole"),
    "member-not-for-others": ("rule", "a grade, role, strength, evidence or exact figure in other eyes' JSON"),
    "word-not-of-the-rules": ("rule", "a word on interviews that the rules do not have"),
    "hidden-number-shown": ("rule", "a number that the researcher alone sees in other eyes' output"),
    "terminal-number": ("rule", "a number on the terminal that is not in the JSON, or of a hidden case"),
    "event-not-cleared": ("rule", "an event that was not cleared for others"),
    "order-of-hidden": ("rule", "rows in an order that the figures shown do not give"),
}
