"""Orders: highest, lowest, more than, only where intervals do not overlap."""
import re

from found import fails, holds, judged
from page import Level, interval, number

# What stands before "more than" and after it, where findings use other words than names.
PAIRS = [
    (r"people gain more than their organisations do",
     "value.individual-capacity", "value.capability.subject"),
    (r"people's own knowledge grows more than",
     "value.individual-capacity", "value.capability.subject"),
    (r"gather knowledge more readily than they pass it on",
     "context.individual.gathering", "context.individual.communicating"),
    (r"learn to collaborate before they learn the subject",
     "value.capability.collaborating", "value.capability.subject"),
    (r"changes what their organisations can do\. so far it mostly changes what they know",
     "value.individual-capacity", "value.capability.subject"),
]


def superlatives(page):
    """An order is claimed only where intervals do not overlap.

    “Highest”, “lowest”, “most of all”, “more than” rank what a second survey of the same members
    might rank the other way, wherever the intervals of those compared overlap, or where one has
    none.
    """
    for place, section, s in page.each():
        low = s.lower()
        own = [f for f in (section.figures if section else []) if place.endswith(f.name)]
        figures = own or (section.figures if section else [])
        if re.search(r"stands? highest|lowest of those|stands? lowest", low) and own:
            yield from ends(page, place, s, own[0])
        elif re.search(r"most of all", low) and own:
            yield judged(place, s, not_alone(page, low.split("most of all")[1]))
        elif re.search(r"(furthest|farthest|closest) (apart|together)", low):
            yield judged(place, s, furthest(page, own, s))
        elif re.search(r"the lowest is|come lowest", low):
            yield judged(place, s, lowest(page, figures, s))
        elif re.search(r"close the widest gap|the largest shortfall", low):
            yield judged(place, s, None)
        elif re.search(r"it is the closest case", low):
            many = sum("closest case" in t.text for t in page.said())
            yield judged(place, s, many > 1 and f"said of {many} cases")
        else:
            for pattern, more, less in PAIRS:
                if re.search(pattern, low) and page.kind == "health":
                    yield judged(place, s, not_more(page, figures, more, less))
    for section in page.sections:
        for a in section.actions:
            if re.search(r"widest gap", a.text):
                why = [i for i in page.names.ids(a.why) if (None, i) in page.gaps()]
                gaps = {i: g.gap for (c, i), g in page.gaps().items() if c is None}
                if why and gaps:
                    widest = max(gaps, key=gaps.get)
                    yield judged(
                        f"section {a.place}", a.text + ". Why: " + a.why, widest not in why
                        and f"the widest gap is that of {page.names.name[widest]} "
                            f"({gaps[widest]:+.0f})")


def overlap(a, b):
    return None in (a.low, a.high, b.low, b.high) or not (a.low > b.high or b.low > a.high)


def words(page, i, level):
    if level.low is None:
        return f"{page.names.name[i]} {level.value:.0f} without an interval"
    return f"{page.names.name[i]} {level.value:.0f} ({level.low:.0f} to {level.high:.0f})"


def ends(page, place, s, figure):
    """“A stands highest, B lowest”: against all others of the figure."""
    levels = {i: x for i, x in page.levels(figure).items() if x.value is not None}
    if not levels:
        levels = {i: x for i, x in of_column(page, figure, "Interview level").items()
                  if x.value is not None}
    clauses = re.split(r", | and (?=[^,]* lowest)", s)
    for clause in clauses:
        ids = [i for i in page.names.ids(clause) if i in levels]
        for i in ids[:1]:
            for other, its in levels.items():
                if other != i and overlap(levels[i], its):
                    yield fails(place, s, f"{words(page, i, levels[i])} and "
                                          f"{words(page, other, its)}")
                    break
            else:
                yield holds(place, s)


def of_column(page, figure, title):
    place, found = figure.column(title), {}
    for row in figure.rows if place is not None else []:
        i = page.names.row(row[:2])
        if i:
            found[i] = Level(number(row[place]), None, None)
    return found


def not_alone(page, words_of):
    """What another gap reaches the one called the largest."""
    gaps = {i: g for (c, i), g in page.gaps().items() if c is None}
    ids = [i for i in page.names.ids(words_of) if i in gaps]
    if not ids:
        return None
    own = gaps[ids[0]]
    for i, g in gaps.items():
        if i == ids[0]:
            continue
        if own.low is None or g.high is None or own.low <= g.high:
            if None in (own.low, g.low):
                return f"the gap of {page.names.name[i]} or its own has no interval"
            return (f"{page.names.name[ids[0]]} {own.gap:+.0f} ({own.low:+.0f} to {own.high:+.0f})"
                    f" and {page.names.name[i]} {g.gap:+.0f} ({g.low:+.0f} to {g.high:+.0f})")
    return None


def furthest(page, own, s):
    """“Cases lie furthest apart on X”: ranges have no interval, so another row may reach it."""
    if not own:
        return None
    ranges = {}
    for row in own[0].rows:
        values = [number(c) for c in row[1:] if number(c) is not None]
        i = page.names.row(row[:1])
        if i and len(values) > 1:
            cells = [c for c in row[1:] if number(c) is not None]
            top = max(cells, key=number)
            end = min(cells, key=number)
            (a, b), (c, d) = interval(top), interval(end)
            ranges[i] = (number(top) - number(end),
                         None if None in (a, d) else a - d, None if None in (b, c) else b - c)
    ids = [i for i in page.names.ids(s) if i in ranges]
    for i, (size, least, most) in ranges.items():
        if ids and i != ids[0] and (least is None or most is None or ranges[ids[0]][1] is None
                                    or most >= ranges[ids[0]][1]):
            return (f"{page.names.name[ids[0]]} ranges over {ranges[ids[0]][0]:.0f} points, "
                    f"{page.names.name[i]} over {size:.0f}, their intervals overlap")
    return None


def lowest(page, figures, s):
    for f in figures:
        levels = {i: x for i, x in page.levels(f).items() if x.value is not None}
        if len(levels) < 2:
            continue
        if re.search(r"come lowest", s):
            ids = [i for i in page.names.ids(s) if i in levels]
        elif re.search(r"of the seven behaviours", s.lower()) and all(
                i.startswith("context.individual") for i in levels):
            ids = [min(levels, key=lambda i: levels[i].value)]
        else:
            continue
        for i in ids[:1]:
            for other, its in levels.items():
                if other != i and overlap(levels[i], its):
                    return f"{words(page, i, levels[i])} and {words(page, other, its)}"
    return None


def not_more(page, figures, more, less):
    every = figures or page.figures()
    for f in every + page.figures():
        levels = page.levels(f)
        if more in levels and less in levels:
            a, b = levels[more], levels[less]
            if a.low is None and f.column("Received") is not None:
                a, b = received(page, more, a), received(page, less, b)
            if None in (a.value, b.value):
                continue
            if None in (a.low, b.high):
                return (f"no interval of the two levels is shown: {words(page, more, a)}, "
                        f"{words(page, less, b)}")
            if a.low <= b.high:
                return f"{words(page, more, a)} and {words(page, less, b)}"
            return None
    return None


def received(page, i, level):
    """The level with its interval, where another figure or the JSON shows it."""
    c = page.beside().get((None, i))
    survey = (c or {}).get("survey")
    if survey and survey.get("interval"):
        return Level(level.value, *survey["interval"])
    for f in page.figures():
        if f.column("Survey says") is not None or f.column("Phase") == 1:
            its = from_rows(page, f, i)
            if its:
                return its
    return level


def from_rows(page, figure, i):
    for row in figure.rows:
        if page.names.row(row[:1]) != i:
            continue
        cells = [c for c in row[1:] if interval(c)[0] is not None]
        if cells:
            return Level(number(cells[-1] if figure.column("Survey says") is None else cells[0]),
                         *interval(cells[-1] if figure.column("Survey says") is None
                                   else cells[0]))
    return None
