"""What is said from case to case, and of what happened, against the tables beside it."""
import datetime, re

from found import judged
from page import band, number

MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December"]


def cell(page, case, i):
    """What the tables by case show of a construct: the first that has a level or a word."""
    for f in page.figures():
        if f.columns[:1] != ["Construct"] or case not in f.columns:
            continue
        for row in f.rows:
            if page.names.row(row[:1]) == i:
                return row[f.columns.index(case)]
    return ""


def section_of(page, kicker):
    return next((s for s in page.sections if s.kicker == kicker), None)


def conditions(page):
    """Where an outcome is found, and where not: the cases' own cells, the table's heads, the heading."""
    section = section_of(page, "What goes with what")
    if page.kind != "compare" or not section:
        return
    for text in [section.reading, *section.texts]:
        match = re.match(r"(.+?): (?=found in|not found in|neither|not known)", text)
        if not match:
            continue
        ids = page.names.ids(match[1])
        groups, place = {}, f"section {section.number}"
        for clause in text[match.end():].rstrip(".").split("; "):
            what = re.match(r"(found in|not found in|neither|not known)", clause)
            if what:
                groups[what[1]] = page.named_cases(clause)
        named = [c for cases in groups.values() for c in cases]
        against = len(named) != len(set(named)) and "a case stands in two groups"
        if not re.search(r"\d+ (more|others)", text):
            left = [c for c in page.cases() if c not in named]
            against = against or left and f"nothing is said of {', '.join(left)}"
        for case in groups.get("found in", []):
            its = cell(page, case, ids[0]) if ids else ""
            if band(its) in ("concern", "dissonance") or its.startswith("[c]"):
                against = against or f"{case}: {its}"
        for case in groups.get("not found in", []):
            its = cell(page, case, ids[0]) if ids else ""
            if band(its) in ("strength", "developing", "dissonance") or its.startswith("[c]"):
                against = against or f"{case}: {its}"
        yield judged(place, text, against)
    clear = False
    for f in section.figures:
        heads = [re.match(r"Where (not )?found \((\d+)\)$", c) for c in f.columns]
        for row in f.rows:
            clear |= bool(re.match(r"clear\b", row[-1]))
            for head, its in zip(heads, row):
                of = re.match(r"\d+ of (\d+)", its)
                if head and of:
                    yield judged(f"section {section.number} {f.name}", " | ".join(row),
                                 int(of[1]) > int(head[2]) and f"{head[0]}, and {its}")
    if section.figures:
        says = "differ clearly" in section.heading
        nothing = re.match(r"Nothing clearly|Too few cases", section.heading)
        if says or nothing:
            yield judged(f"{section.number} heading", section.heading,
                         says != clear and ("a row is clear" if clear else "no row is clear"))


def showing(page):
    """Who could show whom: a strength here and a concern there, by the tables; counts by the rows."""
    section = section_of(page, "Who could show whom")
    if not section:
        return
    able = []
    for f in section.figures:
        for row in f.rows:
            i = page.names.row(row[:1])
            strong, weak = page.named_cases(row[1]), page.named_cases(row[2])
            able.append(strong)
            against = set(strong) & set(weak) and "a case is in both columns"
            for cases, word in ((strong, "strength"), (weak, "concern")):
                for case in cases:
                    its = cell(page, case, i)
                    if its and band(its) not in (word, None):
                        against = against or f"{case}: {its}"
            yield judged(f"section {section.number} {f.name}", " | ".join(row), against)
        more = next((int(m[1].replace(",", "")) for note in f.notes
                     for m in [re.match(r"([\d,]+) rows? more", note)] if m), 0)
        said = re.match(r"(.*) could show others most: (\d+) of ([\d,]+) things?", section.heading)
        if said:
            total = len(f.rows) + more
            against = number(said[3]) != total and f"{total} rows"
            for case in page.named_cases(said[1]):
                own = sum(case in cases for cases in able)
                if not own <= int(said[2]) <= own + more:
                    against = against or f"{case} is able in {own} rows"
            yield judged(f"{section.number} heading", section.heading, against)


def last_day(text):
    """The last day of `3 March 2025`, `March 2025` or `2025`, or of the end of a stretch of them."""
    parts = text.split(" to ")[-1].split()
    year = int(parts[-1])
    month = MONTHS.index(parts[-2]) + 1 if len(parts) > 1 else 12
    if len(parts) > 2:
        return datetime.date(year, month, int(parts[0]))
    return datetime.date(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(1)


def first_day(text):
    parts = text.split(" to ")[0].split()
    month = MONTHS.index(parts[-2]) + 1 if len(parts) > 1 else 1
    return datetime.date(int(parts[-1]), month, int(parts[0]) if len(parts) > 2 else 1)


def events(page):
    """The title of the time line: how many events, and how many of them after the phase before."""
    for f in page.figures():
        if f.columns[:2] != ["What happened", "When"]:
            continue
        happened = [row for row in f.rows if row[2] != "phase"]
        said = re.match(r"(\d+) of (\d+) events?(?: told here)? came after the end of (.*?)(?:; of (\d+) the date.*)?$", f.title)
        none = re.match(r"(\d+) events?(?: told here)?, (?:none|not) after the end of (.*?)(?:; of (\d+) the date.*)?$", f.title)
        so_far = re.match(r"(\d+) events?(?: told here)? so far", f.title)
        match = said or none or so_far
        if not match:
            yield judged(f.name, f.title, "it counts no events")
            continue
        total = int(match[2] if said else match[1])
        against = total != len(happened) and f"{len(happened)} rows"
        if said or none:
            named = said[3] if said else none[2]
            phase = next((r for r in f.rows if r[2] == "phase"
                          and r[0].lower() == named.lower()), None)
            after = phase and sum(first_day(r[1]) > last_day(phase[1]) for r in happened)
            within = phase and sum(first_day(r[1]) <= last_day(phase[1]) < last_day(r[1])
                                   for r in happened)
            open_ = int((said[4] if said else none[3]) or 0)
            if phase is None:
                against = against or f"no row of {named}"
            elif within != open_:
                against = against or f"{within} may be before or after {phase[1]}"
            elif after != (int(said[1]) if said else 0):
                against = against or f"{after} after {phase[1]}"
        yield judged(f.name, f.title, against)
