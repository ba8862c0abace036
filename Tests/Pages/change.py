"""Change over time: words against the table of changes on the same page."""
import re

from found import judged
from page import number, sentences

ROSE = r"\b(rose|risen|grew|grows|grown|increased|improved|(went|gone) up)\b"
FELL = r"\b(fell|fallen|weakened|dropped|declined|(went|gone) down)\b(?!( clearly)? short)"
STEADY = r"(little|nothing)( else)?( that was asked again)? has( clearly)? changed"
UNKNOWN = r"whether anything changed .*cannot be told|too few answered twice"
# What is formed of more than one construct or of both sources has no change that could be told.
FORMED = r"\b(health|the pillars|what members get|whether learning gets home)\b"
COUNTED = r"(\d+|None) of (\d+)( shown)? (rose|fell) clearly(?:[^;:]*?, (\d+|none) fell)?"


def reading(page, i):
    """`clear rise`, `clear fall`, `not clear` and so on; None where the page tells no change of it."""
    row = (page.changes() or {}).get(i)
    if row:
        return row.reading
    for c in told(page):
        if c["id"] == i and c.get("survey"):
            return {"rose": "clear rise", "fell": "clear fall", "contradicted": "not settled",
                    "no clear change": "not clear"}.get(c["survey"]["reading"], "cannot tell")
    return None


def told(page):
    """What the JSON tells of changes."""
    if page.kind == "compare":
        return []
    cases = (page.data or {}).get("cases") or [{}]
    return (cases[0].get("change") or {}).get("constructs", [])


def points(page, i, sentence):
    """The points a sentence may say of a construct."""
    row = (page.changes() or {}).get(i)
    values = []
    if row:
        values = [row.interviews] if heard(sentence) else [row.value]
    for c in told(page):
        stream = "interviews" if heard(sentence) else "survey"
        if c["id"] == i and c.get(stream):
            values.append(c[stream]["change"])
    return [v for v in values if v is not None]


def heard(sentence):
    """Whether a sentence says that it is on what the same people say in interviews."""
    return bool(re.search(r"in (the )?interviews", sentence))


def change(page):
    """A sentence on change has the sign and certainty of its row in the table of changes.

    Two phases may differ in who was asked and in what way, so only the table, which compares like
    with like, can say that something rose, fell or stayed. Where it says "not clear" or "cannot tell",
    so must the sentence. What is formed of several figures has no change at all.
    """
    before = None
    for place, section, s, text in with_text(page):
        low = s.lower()
        if re.match(r"some say|the same, with|the same goes", low) and not (
                before and low.startswith("the same")):
            before = None
            continue
        way = ("rose" if re.search(ROSE, low) else "fell" if re.search(FELL, low) else None)
        if low.startswith("the same"):
            way = before
        before = way
        counted = re.search(COUNTED, s)
        if counted:
            yield judged(place, s, miscounted(page, section, place, counted))
        elif re.search(UNKNOWN, low):
            own = [f for f in page.figures() if place == f"title of {f.name}"]
            # The title of a table speaks of that, where a page has one for each phase.
            clear = ([r for r in own[0].rows if re.search("clear (rise|fall)", " ".join(r))] if own
                     else clearly(page, None))
            yield judged(place, s, clear and f"the table of changes has {len(clear)} clear")
        elif re.search(STEADY, low):
            clear = clearly(page, None)
            yield judged(place, s, clear and f"{len(clear)} changed clearly in the table")
        elif re.search(r"drew (apart|together)", low) and page.kind == "compare":
            yield judged(place, s, apart(page, low))
        elif way or re.search(r"changed by", low):
            yield judged(place, s, unlike(page, section, s, way, text))


def with_text(page):
    """Every sentence with the whole of the text it stands in."""
    for said in page.said():
        for s in sentences(said.text):
            yield said.place, said.section, s, said.text


def clearly(page, way):
    """What changed clearly, up or down or both."""
    ids = set(page.changes() or {}) | {c["id"] for c in told(page)}
    wanted = {"rose": ["clear rise"], "fell": ["clear fall"]}.get(way, ["clear rise", "clear fall"])
    return [i for i in sorted(ids) if reading(page, i) in wanted]


def unlike(page, section, s, way, text):
    """What in the table speaks against a sentence."""
    low = s.lower()
    if not page.changes() and not told(page):
        return "the page shows no change of anything"
    if re.search(FORMED, low):
        return "a change of what is formed of several figures is told nowhere"
    word = {"rose": "clear rise", "fell": "clear fall"}.get(way)
    some = re.search(r"\b(some|part of|at least one)\b", low)
    if some:
        root = "dynamics" if re.search(r"how it works", low) else "value"
        # What follows in the same text may say that it is on interviews, which have no interval.
        if heard(text) and any(c.get("interviews") and c["id"].startswith(root)
                               and (c["interviews"]["change"] > 0) == (way == "rose")
                               for c in told(page)):
            return None
        clear = [i for i in clearly(page, way) if i.startswith(root)]
        return None if clear else f"no row under {root} reads “{word}”"
    # What follows "more than", "but not" and "except" is said not to have changed so.
    claimed, _, rest = re.split(r"( more than |, but not | except )", s + "  except ", maxsplit=1)
    ids = page.names.ids(claimed)
    if not ids and section is not None and re.match(r"it\b", low):
        ids = page.names.ids(section.heading)
    for i in ids:
        told_of = reading(page, i)
        name = page.names.name[i]
        if heard(s):
            # What the same people say has no interval: sign and points are all there is.
            known = points(page, i, s)
            if not known:
                return f"no change of {name} in interviews is told on the page"
            if way and (known[0] > 0) != (way == "rose"):
                return f"{name}: {known[0]:+.0f} in interviews"
            said = re.search(r"([+−]\d+)( points)?", s)
            if said and not any(abs(number(said[1]) - v) <= 0.5 for v in known):
                return f"{name} changed by {known[0]:+.0f} in interviews"
            continue
        if told_of is None:
            return f"no change of {name} is told on the page"
        if page.names.parent[i] is None and not re.search(r"survey|interview", low):
            return f"a change of {name} as a whole, without the stream it is of"
        said = re.search(r"([+−]\d+)( points)?", s)
        known = points(page, i, s)
        if said and known and not any(abs(number(said[1]) - v) <= 0.5 for v in known):
            return f"{name} changed by {known[0]:+.0f} in the table"
        if word and told_of != word:
            return f"{name}: “{told_of}” in the table"
    for i in page.names.ids(rest):
        if re.search(r", but not ", s) and reading(page, i) == word:
            return f"{page.names.name[i]}: “{word}” in the table"
    if not ids and way and not clearly(page, way):
        return f"no row reads “{word}”"
    return None


def miscounted(page, section, place, counted):
    """What speaks against `k of n rose clearly, m fell`: its own table, else the latest."""
    figures = [f for f in page.figures() if f.column("Reading, and who") is not None]
    own = [f for f in figures if place.endswith(f.name)] or figures[:1]
    if not own:
        # A brief has the words of the full page, which is held against its table.
        if place.startswith("fact") and ".brief." in page.path:
            return None
        return "the page has no table of changes"
    column = own[0].column("Reading, and who")
    # A parent moves with its parts and is not counted beside them.
    rows = [row for row in own[0].rows
            if not any(page.names.children(i) for i in page.names.ids(row[0])[:1])]
    rose = sum("clear rise" in row[column] for row in rows)
    fell = sum("clear fall" in row[column] for row in rows)
    first = 0 if counted[1] == "None" else int(counted[1])
    second = 0 if counted[5] in (None, "none") else int(counted[5])
    said = (first, second) if counted[4] == "rose" else (0, first)
    if said != (rose, fell):
        return f"{own[0].name} has {rose} clear rises and {fell} clear falls"
    asked = sum(1 for c in told(page) if c.get("survey") and not page.names.children(c["id"]))
    if asked and own[0] is figures[0] and int(counted[2]) != asked:
        return f"a change is told of {asked}, not of {counted[2]}"
    return None


def apart(page, low):
    """What speaks against `cases drew apart on k and drew together on m of n`."""
    tables = [f for f in page.figures()
              if f.column("Reading") is not None and f.column("Cases") is not None]
    if not tables:
        return "no table shows how far apart the cases lie"
    for way in ("apart", "together"):
        for said in re.findall(rf"drew {way} on (\d+)", low):
            rows = [sum(f"drew {way}" in f.cell(r, "Reading").lower() for r in f.rows)
                    for f in tables]
            if int(said) not in rows:
                return f"“drew {way}” on " + " and ".join(
                    f"{n} in {f.name}" for n, f in zip(rows, tables))
    return None
