"""Numbers said in words: levels, wanted and received, breadth, closeness to a line."""
import re

from found import judged
from page import number, sentences

# Before a number: what it is of. "wanted at 66 and received at 41" is of a gap.
AT = (r"(wanted|received|is|are|comes?)? ?\bat (\d+)\b"
      r"(?! points|( of 100)? or (more|less))")
BETWEEN = r"between (\d+) and (\d+) of 100"


def shown(page, i):
    """Every whole number that the page shows as a level of a construct, and its streams."""
    found = set()
    for f in page.figures():
        for row in f.rows:
            if page.names.row(row[:2]) != i:
                continue
            for title in ("Score", "Received", "Survey level", "Interview level", "Level"):
                value = number(f.cell(row, title) or "")
                if value is not None:
                    found.add(round(value))
            said = " ".join(f.cell(row, t) or "" for t in ("Interviews say", "Taken together"))
            found |= {int(n) for n in re.findall(r"\(level (\d+)", said)}
            found |= {int(n) for n in re.findall(r"(\d+), (?:concern|developing|strength)", said)}
            asked = number(f.cell(row, "Survey says") or "")
            if asked is not None:
                found.add(round(asked))
    c = page.beside().get((None, i)) or {}
    for x in (c, c.get("survey") or {}, c.get("interview") or {}):
        if x.get("score") is not None:
            found |= {round(x["score"]), int(x["score"] + 0.5)}
    return found


def levels(page):
    """A level said in words is one that the page shows, and of the stream of the text it is in.

    Where a text says what was received, which is of the survey, a level of the same construct
    that is of both sources joined reads as a contradiction unless the text says of what it is.
    """
    if page.kind == "compare":
        return
    gaps = page.gaps()
    for said in page.said():
        # What stands under one heading is read together.
        beside = said.section.means if said.section and "means" in said.place else []
        received = any("received at" in text for text in [said.text, *beside])
        for s in sentences(said.text):
            for match in re.finditer(AT, s):
                ids = [i for i, _, place in page.names.find(s) if place < match.end(2)]
                if not ids:
                    continue
                i, value = ids[-1], int(match[2])
                gap = gaps.get((None, i))
                if match[1] in ("wanted", "received"):
                    own = gap and (gap.wanted if match[1] == "wanted" else gap.received)
                    if gap:
                        yield judged(said.place, s, round(own) != value
                                     and f"{match[1]} {own:.0f} in the figure")
                    continue
                known = shown(page, i)
                if known and value not in known:
                    yield judged(said.place, s, f"{page.names.name[i]}: the page shows "
                                 + ", ".join(map(str, sorted(known))))
                elif received and gap and round(gap.received) != value and not re.search(
                        r"survey|interviews|both sources|joined", s):
                    yield judged(said.place, s, f"{page.names.name[i]}: received {gap.received:.0f}"
                                 " in the survey, and the text says of no other source")
                elif known:
                    yield judged(said.place, s, None)
            if re.match(r"Close to the line", s):
                for i in page.names.ids(s):
                    yield judged(said.place, s, not close(page, i)
                                 and f"{page.names.name[i]} is not marked as close to the line")
            match = re.search(r"Of \w+ forms of value, (\w+) (?:is|are) there", s)
            breadth = ((page.data or {}).get("cases") or [{}])[0].get("valueBreadth")
            if match and match[1].isdigit() and breadth is not None:
                yield judged(said.place, s, int(match[1]) != breadth and f"{breadth} in the JSON")
            match = re.search(BETWEEN, s)
            if match and re.search(r"practices that sustain", s):
                pillar = re.search(r"How it works: (\d+)", page.health or "")
                if pillar:
                    inside = int(match[1]) <= int(pillar[1]) <= int(match[2])
                    yield judged(said.place, s, not inside and f"{pillar[1]} on the first screen")


def close(page, i):
    """Whether a row or the JSON marks a construct as close to a line; True where neither knows."""
    c = page.beside().get((None, i))
    if c is not None and c.get("borderline") is not None:
        return c["borderline"]
    rows = [row for f in page.figures() for row in f.rows if page.names.row(row[:2]) == i
            and f.column("Band", "Taken together") is not None]
    return not rows or any("close to the line" in " ".join(row).lower() for row in rows)
