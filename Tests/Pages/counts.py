"""Counts: what is said of how many against the tables that show it."""
import re

from change import reading as change_reading
from found import fails, holds, judged, softly
from page import number, sentences

THERE = ("evident", "borne out by several", "heard from more than one")
# What is not told of a case in a cell: neither there nor not.
UNTOLD = ("[c]", "[x]", "[z]", "not shown", "hidden")
# What one person or nobody says, as pages for others than researchers have it.
ONE_VOICE = ("little heard", "[c]", "not spoken of", "hidden")
K_OF_N = r"(\d+) of (?:the )?(\d+)( that can be shown| shown| cases shown)?"


# What a comparison says of bands: of which constructs, and in how many cases of how many with one.
BANDED = (r"([^;]+?) (?:is a|are) (strength|concern)s? in (\d+)"
          r"(?: of (\d+)(?: (?:or|to) (\d+))? cases? with a band| cases?\b(?! asked| shown| heard))")
# What follows the first number of such a count.
WITH_A_BAND = r"(?: (?:or|to) \d+)?(?: cases?)? with a band"


def kind(sentence):
    """What a sentence of a comparison counts cases by; None where it counts none."""
    low = sentence.lower()
    if re.search(BANDED, sentence) or "with a band" in low:
        return None
    for word, pattern in (
        ("short", r"falls? clearly short"), ("strength", r"is a strength in"),
        ("concern", r"is a concern in"), ("dissonance", r"two sources contradict each other in"),
        ("spoken", r"is spoken of in"), ("there", r"is evident in|^evident in|^found in|show capability"),
    ):
        if re.search(pattern, low) and re.search(K_OF_N, low):
            return word
    return None


def cases_of(page, i, what):
    """The cases of which a thing holds, by the page's tables and JSON; None where not told."""
    if what == "short":
        cases = {c for c, g in page.gaps() if g == i}
        return {c for c in cases if page.is_short(c, i)} if cases else None
    if what in ("strength", "concern", "dissonance"):
        beside = {c: x for (c, g), x in page.beside().items() if g == i}
        if not beside:
            return None
        if what == "dissonance":
            return {c for c, x in beside.items() if x.get("convergence") == "dissonance"}
        return {c for c, x in beside.items() if x.get("band") == what}
    cells = page.matrix().get(i)
    if cells is None:
        return None
    if what == "there":
        return {c for c, word in cells.items() if word in THERE}
    return {c for c, word in cells.items() if word not in UNTOLD + ("not spoken of",)}


def same(page):
    """“The same goes for” is said only of what has the same figures.

    A comparison: the same number of the same cases. A page of one case: the same wanted, received
    and gap, the same band, the same change, or the same reading of the interviews.
    """
    for said in page.said():
        parts = sentences(said.text)
        for before, s in zip(parts, parts[1:]):
            if not s.startswith("The same"):
                continue
            first = sentence_before(parts, before)
            others = page.names.ids(s)
            what = kind(first)
            subject = page.names.ids(first)
            if "with other figures" in s:
                against = unlike_reading(page, first, subject, others, what)
                if against:
                    yield fails(said.place, s, against)
                elif what or re.search(r"\d", first):
                    yield softly(said.place, f"{first} {s}", "the figures meant are not said")
                continue
            if not subject or not others:
                continue
            yield judged(said.place, f"{first} {s}",
                         unlike_cases(page, subject[0], others, what, first) if what
                         else unlike_figures(page, first, subject[0], others))


def sentence_before(parts, before):
    """What is said before: with what it goes on from, if that is a gap or an aside."""
    place = parts.index(before)
    while place and re.match(r"(The same|That is|It |Take that|In the study)", parts[place]):
        place -= 1
    return " ".join(parts[place:parts.index(before) + 1]).split(" The same")[0]


def unlike_cases(page, first, others, what, sentence):
    own = cases_of(page, first, what)
    if own is None:
        return None
    for i in others:
        its = cases_of(page, i, what)
        if its is not None and its != own:
            return (f"{page.names.name[i]}: {len(its)} ({', '.join(sorted(its)) or 'none'}); "
                    f"{page.names.name[first]}: {len(own)} ({', '.join(sorted(own))})")
    return None


def unlike_figures(page, sentence, first, others):
    """On a page of one case: what differs of those said to be alike."""
    low = sentence.lower()
    names, gaps, bands = page.names.name, page.gaps(), page.bands()
    presence = page.presence()
    for i in others:
        if re.search(r"\bshort\b|\bover\b|wanted at", low) and (None, first) in gaps:
            a, b = gaps[(None, first)], gaps.get((None, i))
            if b and (a.wanted, a.received, a.gap, a.low, a.high) != (
                    b.wanted, b.received, b.gap, b.low, b.high):
                return f"{names[i]}: wanted {b.wanted:.0f}, received {b.received:.0f}"
        elif re.search(r"\b(risen|fallen|rose|fell|weakened)\b", low):
            changes = page.changes() or {}
            a, b = changes.get(first), changes.get(i)
            if a and b and (a.value, a.reading) != (b.value, b.reading):
                return f"{names[i]}: {b.value:+.0f}, {b.reading}"
            if change_reading(page, i) != change_reading(page, first):
                return f"{names[i]}: {change_reading(page, i)}"
        elif re.search(r"contradict each other (about|on one|here)|does not (happen|come)"
                       r"|only as missing|not said to have come", low):
            if presence.get(i) and presence.get(first) and presence[i] != presence[first]:
                return f"{names[i]}: {presence[i]}; {names[first]}: {presence[first]}"
        elif "weak practice" in low and presence.get(i, "").startswith("denied"):
            continue  # where nothing has a level, weak is what is denied
        elif bands.get(i) and bands.get(first) and bands[i] != bands[first]:
            return f"{names[i]}: {bands[i]}; {names[first]}: {bands[first]}"
    return None


def unlike_reading(page, sentence, subject, others, what):
    """What is not even of the same reading, the figures apart."""
    low = sentence.lower()
    if not subject:
        return None
    for i in others:
        name = page.names.name[i]
        if what:
            its = cases_of(page, i, what)
            if its is not None and not its:
                return f"{name}: of no case"
        elif re.search(r"\bshort\b", low):
            if page.is_short(None, i) is False:
                return f"{name}: no clear shortfall"
        elif re.search(r"\b(risen|rose)\b", low):
            if change_reading(page, i) not in (None, "clear rise"):
                return f"{name}: {change_reading(page, i)}"
        elif re.search(r"\b(fallen|fell|weakened)\b", low):
            if change_reading(page, i) not in (None, "clear fall"):
                return f"{name}: {change_reading(page, i)}"
        elif re.search(r"they contradict each other on", low):
            if page.bands().get(i) not in (None, "dissonance"):
                return f"{name}: {page.bands()[i]}"
    return None


def counts(page):
    """“k of n” said of a construct is what the tables show, and so are the cases named with it."""
    for place, section, s in page.each():
        own = [f for f in (section.figures if section else []) if place.endswith(f.name)]
        what = kind(s)
        if page.kind == "compare" and section and not what and re.search(BANDED, s):
            yield judged(place, s, not_banded(section, s))
            continue
        match = re.search(K_OF_N, s)
        if page.kind == "compare" and what and match:
            for i in page.names.ids(s.split(":")[0])[:1] or page.names.ids(s)[:1]:
                cases = cases_of(page, i, what)
                if cases is None:
                    continue
                # "Passing it on, or building on it, is a concern in": either.
                if re.search(r", or ", s.split(" in ")[0]):
                    for other in page.names.ids(s)[1:]:
                        cases |= cases_of(page, other, what) or set()
                listed = page.named_cases(s)
                against = None
                if int(match[1]) != len(cases):
                    against = f"{page.names.name[i]}: {len(cases)} ({', '.join(sorted(cases))})"
                elif listed and set(listed) != cases:
                    against = f"{page.names.name[i]}: {', '.join(sorted(cases))}"
                yield judged(place, s, against)
        elif re.search(r"in every case", s) and page.kind == "compare":
            yield judged(place, s, not_everywhere(page, s))
        elif own:
            against = title(page, own[0], s)
            if against is not None:
                yield judged(place, s, against)


def not_banded(section, s):
    """What a matrix of levels shows against what is said of bands."""
    rows = {r[0].lower(): r[1:] for f in section.figures if f.columns[:1] == ["Construct"] for r in f.rows}
    for names, band, count, least, most in re.findall(BANDED, s):
        named = [n for n in rows if re.search(rf"\b{re.escape(n)}\b", names.lower())]
        for name in named:
            held = sum(f"({band})" in cell for cell in rows[name])
            banded = sum(bool(re.search(r"\((strength|developing|concern)\)", c)) for c in rows[name])
            if held != int(count):
                return f"{name}: {held} in the figure"
            if least and not int(least) <= banded <= int(most or least):
                return f"{name}: {banded} with a band in the figure"
    return None


def not_everywhere(page, s):
    """What of that said to be there in every case is not."""
    if re.search(r"spoken of in every case", s):
        bad = ("not spoken of",)
        fine = lambda word: word not in bad
    else:
        fine = lambda word: word in THERE
    for i in page.names.ids(s.split("every case")[0]):
        for case, word in page.matrix().get(i, {}).items():
            if word not in UNTOLD and not fine(word):
                return f"{page.names.name[i]}: “{word}” in {case}"
    return None


def title(page, figure, s):
    """What a figure shows against its own title; None where the title counts nothing."""
    short = [g for g in page.gaps() if g[0] is None and page.is_short(*g)]
    if figure.column("Gap") is not None and page.kind == "health":
        match = re.search(r"^(\d+) of (\d+)( shown)? falls? clearly short", s)
        if match:
            rows = len([r for r in figure.rows if number(figure.cell(r, "Gap")) is not None])
            return (int(match[1]) != len(short) and f"{len(short)} are clear") or (
                int(match[2]) != rows and f"{rows} rows have a gap") or ""
        if "only clear shortfall" in s:
            wrong = [i for _, i in short] != page.names.ids(s)[:1]
            return f"clear: {', '.join(page.names.name[i] for _, i in short)}" if wrong else ""
        if re.match(r"Nothing falls clearly short|No shortfall from", s):
            return f"{len(short)} are clear" if short else ""
    match = re.search(r"(\d+|None) of (\d+) practices.*? (?:are strengths|is a strength)"
                      r"(?:[;,] (\d+|none) )?", s)
    if match and figure.column("Band") is not None:
        place = figure.column("Band")
        strong = sum(r[place].lower().startswith("strength") for r in figure.rows)
        weak = sum(r[place].lower().startswith("concern") for r in figure.rows)
        said = 0 if match[3] in (None, "none") else int(match[3])
        if (0 if match[1] == "None" else int(match[1]), said) != (strong, weak):
            return f"{strong} strengths and {weak} concerns in the column"
        return ""
    match = re.search(r"agree on (\d+) of (\d+)", s)
    place = figure.column("Taken together")
    if match and place is not None:
        rows = [r[place].lower() for r in figure.rows]
        full = sum(r.startswith("agreement") for r in rows)
        partly = sum(r.startswith("partial agreement") for r in rows)
        conflict = sum(r.startswith("dissonance") for r in rows)
        said = re.search(r"conflict on (\d+)", s)
        if int(match[1]) != full:
            return f"{full} agree, {partly} in part, {conflict} conflict"
        if (int(said[1]) if said else 0) != conflict:
            return f"{conflict} conflict"
        return ""
    match = re.search(r"^(\d+) of (\d+) (?:are|is) spoken of( by more than one)?", s)
    place = figure.column("What the sources say")
    if match and place is not None:
        spoken = sum(not r[place].startswith(ONE_VOICE) if match[3]
                     else not r[place].startswith("not spoken of") for r in figure.rows)
        return "" if spoken == int(match[1]) else f"{spoken} are spoken of"
    return None


def denominators(page):
    """Of how many: the number of interviewees, answers or cases is one on the whole page.

    A total that differs from the one told elsewhere for the same thing makes a reader doubt both;
    where some are left out, a word such as “shown” says so.
    """
    yield from (of_cases(page) if page.kind == "compare" else of_people(page))


def of_people(page):
    table = {}
    for f in page.figures():
        if f.columns[:2] == ["What", "Number"]:
            table = {r[0]: number(r[1]) for r in f.rows}
    interviewees = table.get("Interviewees")
    answered = table.get("Answered", table.get("Answers counted"))
    for said in page.said():
        if "How sure" in said.place or said.section is None:
            for word, known in (("interviews", interviewees), ("people’s answers", answered)):
                match = re.search(rf"(\d+) {word}", said.text)
                if match and known is not None:
                    yield judged(said.place, said.text,
                                 int(match[1]) != known and f"{known:.0f} in the table")
    for f in page.figures():
        match = re.search(r"(\d+) interviewees?", f.subtitle)
        if match and interviewees is not None:
            yield judged(f"subtitle of {f.name}", f.subtitle,
                         int(match[1]) != interviewees and f"{interviewees:.0f} in the table")
        column = f.column("Interviewees")
        for row in f.rows if column is not None else []:
            match = re.match(r"(\d+) of (\d+)$", row[column])
            if match and interviewees is not None:
                yield judged(f.name, " | ".join(row[:1] + [row[column]]),
                             int(match[2]) != interviewees
                             and f"{interviewees:.0f} interviewees in the table")
    for section in page.sections:
        for panel in section.panels:
            for value, text in panel["entries"]:
                match = re.match(r"(\d+) of (\d+)$", value)
                if match and interviewees is not None:
                    yield judged(f"section {section.number}", f"{value} {text}",
                                 int(match[2]) != interviewees
                                 and f"{interviewees:.0f} interviewees in the table")
    for f in page.figures():
        match = re.match(r"\d+ of (\d+) practices (with a band )?(shown )?", f.title)
        if match and not match[2] and not match[3]:
            yield judged(f"title of {f.name}", f.title,
                         int(match[1]) != len(f.rows) and f"{len(f.rows)} rows")
        match = re.search(r"(\d+)(?: to (\d+))? answers", f.subtitle)
        numbers = [number(f.cell(r, "Answers") or "") for r in f.rows]
        numbers = [n for n in numbers if n is not None]
        if match and numbers:
            ends = int(match[1]), int(match[2] or match[1])
            yield judged(f"subtitle of {f.name}", f.subtitle,
                         ends != (min(numbers), max(numbers)) and
                         f"{min(numbers):.0f} to {max(numbers):.0f} in the rows")


def of_cases(page):
    all_cases = len(page.cases())
    match = re.search(r"(\d+) cases?\b", page.masthead)
    if match and all_cases:
        yield judged("masthead", page.masthead,
                     int(match[1]) != all_cases and f"{all_cases} cases in Table 1")
    for word, pattern in (("interviewees", r"(\d+) interviewees?"),
                          ("survey answers", r"(\d+) answers?")):
        said = re.search(rf"(\d+) {word}", page.masthead)
        rows = [re.search(pattern, f.cell(r, "Evidence") or "")
                for f in page.figures() if f.column("Evidence") is not None for r in f.rows]
        if said and rows:
            total = sum(int(m[1]) for m in rows if m)
            yield judged("masthead", page.masthead, int(said[1]) != total
                         and f"{total} {word} in the table of cases")
    first = {}
    for place, section, s in page.each():
        for match in re.finditer(r"(\d+) of (\d+)( cases? shown| that (?:were asked and )?can be shown| shown| that were asked| cases? heard| cases? asked| cases?)?", s):
            # "of 8 in the survey" counts rows, "forms of value" count forms; of those with a band, the figure tells.
            if not cases_meant(s) or re.match(WITH_A_BAND, s[match.end():]):
                continue
            of, shown = int(match[2]), "shown" in (match[3] or "")
            # "that were asked" says itself why it is fewer, and must be.
            if re.search("asked|heard", match[3] or ""):
                yield judged(place, s, of >= all_cases and f"{all_cases} cases in Table 1")
                continue
            if not shown:
                yield judged(place, s, of != all_cases and f"{all_cases} cases in Table 1")
                continue
            known = first.setdefault(asked_of(s), (of, place, s))
            # Each case may hide another figure of the survey, so totals of those shown may differ by figure.
            found = softly if asked_of(s) in SURVEYED else fails
            if of != known[0]:
                yield found(place, s, f"“{known[0]} shown” in {known[1]}: {known[2]}")
            else:
                yield holds(place, s)


def asked_of(s):
    """What a total is of: each kind of count leaves out the cases that do not tell it."""
    low = s.lower()
    if "come through well" in low or "comes through well" in low:
        return "strength"
    return kind(s) or ("borne out" if "borne out" in low else "pattern")


SURVEYED = ("short", "strength", "concern", "dissonance")


def cases_meant(s):
    return bool(re.search(r"\d+ of \d+( shown| cases| collaborations|:| have| only|, | nobody)", s)
                and not re.search(r"drew (apart|together)|spoken of", s)) or (
                    kind(s) is not None)
