"""Sentences beside figures: said twice, two names, absence, quotes, references, readings."""
import re

from found import fails, holds, judged, softly
from page import number, sentences, normal


def said_twice(page):
    """No sentence stands twice on a page, references to figures apart.

    What is read twice is taken for two findings. Keys and notes of tables may repeat, since each
    belongs to its own figure: they are counted softly.
    """
    seen = {}
    for place, section, s in page.each():
        words = normal(re.sub(r"\s*\((Figure|Table) \d+\)", "", s)).rstrip(".")
        # A reason may name a figure that another action rests on, too: it is a label and no sentence.
        label = "why" in place and re.fullmatch(r"[^.]*\([^()]*\)|as “.*” shows", words)
        if len(words.split()) < 4 or label:
            continue
        known = seen.setdefault(words, place)
        if known == place and seen.get((words, "once")) is None:
            seen[(words, "once")] = True
            yield holds(place, s)
        else:
            # Titles that count the rows of their own figures may count alike, and the first screen says
            # what stands at length in its section.
            titles = place.startswith("title") and known.startswith("title")
            first_screen = known.startswith(("fact", "lead", "headline"))
            summary = first_screen and place.startswith("section") and "action" not in place
            found = softly if titles or summary else fails
            yield found(place, s, f"also in {known}")
    notes = {}
    for f in page.figures():
        for note in f.notes:
            if normal(note) in notes:
                yield softly(f"note of {f.name}", note, f"also under {notes[normal(note)]}")
            notes.setdefault(normal(note), f.name)


def one_name(page):
    """Within a sentence, fact or lead one construct has one name; no insider words for a convenor.

    Sort keys of phases (“2 maturing”), hashes, “units”, “segments” and “quadrant” are the
    researcher's; a convenor's page has them in its method notes at most.
    """
    spans = [(said.place, s) for said in page.said() for s in sentences(said.text)]
    spans += [(f"fact “{label}”", text) for label, text in page.facts]
    spans += [("lead", page.lead)] if page.lead else []
    for place, s in spans:
        used = {}
        for i, words, _ in page.names.find(s):
            if page.names.is_name(i, words):
                used.setdefault(i, set()).add(stem(words))
        many = {i: w for i, w in used.items() if len(w) > 1}
        if used:
            yield judged(place, s, many and "; ".join(
                f"{page.names.name[i]}: {' / '.join(sorted(w))}" for i, w in many.items()))
    if page.audience != "convenor":
        return
    phases = {c["phase"] for c in (page.data or {}).get("cases", []) if c.get("phase")}
    since = {(c.get("change") or {}).get("since") for c in (page.data or {}).get("cases", [])}
    keys = [p for p in phases | since if p and re.match(r"\d+ \w", p)]
    pattern = "|".join(map(re.escape, keys)) or r"\b\d (?:founding|maturing)\b"
    insider = [("sort key", pattern), ("hash", r"\b[0-9a-f]{32,}\b"),
               ("insider word", r"\b(units|segments?|quadrant)\b")]
    for place, text in body(page):
        for what, words in insider:
            found = re.search(words, text, re.I if what == "insider word" else 0)
            if found:
                yield fails(place, text[:160], f"{what} “{found[0]}”")
                break
        else:
            yield holds(place, text[:60])


def stem(words):
    return re.sub(r"^(the|that) ", "", words)


def body(page):
    """Every line outside the method notes, tables by their heads."""
    yield "masthead", page.masthead
    for said in page.said():
        yield said.place, said.text
    for f in page.figures():
        yield f"subtitle of {f.name}", f.subtitle
        yield f"head of {f.name}", " | ".join(f.columns)
        for note in f.notes:
            yield f"note of {f.name}", note
    for s in page.sections:
        for q in s.quotes:
            yield f"section {s.number}, quote", q.coded


PRESENT = ("evident", "borne out by several", "heard from more than one")
OPEN = ("undecided", "in part", "contested", "interviewees differ", "sources differ",
        "coders differ, not settled")
ABSENT = (r"does not come|does not happen|not evident|no capability|is missing|nobody (spoke|said"
          r"|describes|tells)|none of the \d+ .* shows|not said to have come|not spoken of"
          r"|nothing we heard shows|spoken of only as missing|evident nowhere|in none\b")


def absence(page):
    """Nothing is said to be absent that the tables call undecided, in part, contested or there."""
    words = page.presence()
    for place, section, s in page.each():
        low = s.lower()
        # A label names each thing with its own word.
        label = "why" in place and re.search(r"\([^()]*\)", low)
        if label or not re.search(ABSENT, low) or re.search(
                r"does not mean|does not say|uncontradicted|cannot tell", low):
            continue
        ids = page.names.ids(s)
        if page.kind == "compare":
            cases = page.named_cases(s)
            if not cases and re.search(r"evident nowhere|none of the \d+", low):
                cases = page.cases()
            for i in ids:
                for case in cases:
                    word = page.matrix().get(i, {}).get(case)
                    if word:
                        yield judged(place, s, word in PRESENT + OPEN and
                                     f"{page.names.name[i]}: “{word}” in {case}")
            continue
        for i in ids:
            if i in words:
                yield judged(place, s, words[i] in PRESENT + OPEN and
                             f"{page.names.name[i]}: “{words[i]}”")
    for section in page.sections if page.kind == "compare" else []:
        for panel in section.panels:
            case = (page.named_cases(panel["title"]) or [None])[0]
            for s in [s for t in panel["text"] for s in sentences(t) if "not found" in s]:
                for i in page.names.ids(s):
                    word = page.matrix().get(i, {}).get(case)
                    if word:
                        yield judged(f"section {section.number}, {case}", s,
                                     word in PRESENT + OPEN and
                                     f"{page.names.name[i]}: “{word}” in {case}")
    for section in page.sections:
        for panel in section.panels:
            for value, text in panel["entries"]:
                if not re.match(r"(not spoken of|denied|nobody)", value.lower()):
                    continue
                for i in page.names.ids(text):
                    word = words.get(i)
                    if word:
                        yield judged(f"section {section.number}, {panel['title']}",
                                     f"{value} {text}", word in PRESENT + OPEN and
                                     f"{page.names.name[i]}: “{word}”")


def quotes(page):
    """A quote stands in a section one of whose constructs it is coded for."""
    for section in page.sections:
        shown = shown_in(page, section)
        for q in section.quotes:
            ids = page.names.ids(q.coded)
            if not ids or not shown:
                continue
            fits = any(page.names.kin(a, b) for a in ids for b in shown)
            yield judged(f"section {section.number}, quote", q.text,
                         not fits and f"coded {q.coded}, which section {section.number} "
                                      "does not show")


def shown_in(page, section):
    shown = {page.names.row(r[:2]) for f in section.figures for r in f.rows} - {None}
    for panel in section.panels:
        for _, text in panel["entries"]:
            shown |= set(page.names.ids(text))
    return shown


def references(page):
    """Every “(Figure n)” shows a construct that the sentence before it names."""
    figures = {f.name: f for f in page.figures()}
    sections = {f"Section {s.number}": s for s in page.sections}
    for said in page.said():
        rest = said.text
        for match in re.finditer(r"\((Figure|Table|Section) (\d+)\)", said.text):
            name = f"{match[1]} {match[2]}"
            begin = said.text.rfind("). ", 0, match.start())
            s = said.text[begin + 3 if begin >= 0 else 0:match.end()]
            if name not in figures and name not in sections:
                yield fails(said.place, s, f"there is no {name}")
                continue
            ids = page.names.ids(s)
            if name in sections or not ids:
                continue
            own = figures[name]
            shown = {page.names.row(r[:2]) for r in own.rows} - {None}
            fits = any(page.names.kin(a, b) for a in ids for b in shown)
            against = not fits and f"{name} shows none of: " + ", ".join(
                page.names.name[i] for i in ids)
            # A change stands in a table of changes, a gap in one of gaps.
            if not against and re.search(r"\b(risen|fallen|rose|fell|weakened)\b", s.lower()):
                against = own.column("Reading, and who") is None and f"{name} shows no change"
            if not against and re.search(r"\d+ short\b|wanted at", s):
                against = own.column("Gap") is None and f"{name} shows no gap"
            yield judged(said.place, s, against)
    for said in page.said():
        for match in re.finditer(r"(?<!\()\b(Figure|Table) (\d+)\b", said.text):
            if not said.place.startswith("title"):
                name = f"{match[1]} {match[2]}"
                yield judged(said.place, said.text, name not in figures
                             and f"there is no {name}")


def fits_figure(page):
    """What a text says of the figure beside it, the figure has.

    Gap, order, bars, answers, interviews, survey and levels are spoken of only over a figure that
    has such a thing.
    """
    for section in page.sections:
        if section.is_method:
            continue
        figures = section.figures
        head = " | ".join(c for f in figures for c in f.columns).lower()
        for s in sentences(section.reading):
            for words, has in READINGS:
                if re.search(words, s, re.I) and not re.match(r"Nothing|\*", s):
                    yield judged(f"section {section.number} reading", s, not has(section, head)
                                 and f"no figure of section {section.number} has such a thing")
        for f in figures:
            yield from subtitle(page, f)


def some_value(section, *titles):
    """Whether a column of a section's figures has a number in any row."""
    return any(number(f.cell(r, t) or "") is not None
               for f in section.figures for t in titles for r in f.rows
               if f.column(t) is not None)


def in_words(section):
    """Whether answers are told in words: to the nearest quarter, or that nearly all say one thing."""
    return any(re.match(r"about |nearly all|all but|in the other columns", cell)
               for f in section.figures for r in f.rows for cell in r)


def answers(section):
    return (some_value(section, "Survey level", "Answers", "Received", "Above")
            or any(re.match(r"\d", f.cell(r, "Survey says") or "")
                   for f in section.figures for r in f.rows))


def heard(section):
    """Whether anybody was heard: `k of n`, not hidden, not `0 sources`."""
    cells = [f.cell(r, "Interviewees") or "" for f in section.figures for r in f.rows]
    cells += [f.cell(r, "Interviews say", "What the sources say") or ""
              for f in section.figures for r in f.rows]
    panels = [v for p in section.panels for v, _ in p["entries"]]
    return (any(re.search(r"\d+ of \d+|borne out|little heard|differ|heard from|\[c\]", c, re.I)
                for c in cells)
            or any(re.match(r"\d+ of \d+|Little heard|Heard|Not shown", v) for v in panels))


READINGS = [
    (r"ordered by the gap|by the gap", lambda s, head: some_value(s, "Gap")),
    (r"what members hoped to get with what they say they got",
     lambda s, head: some_value(s, "Wanted")),
    (r"each bar|drop between two bars", lambda s, head: some_value(s, "Above") or in_words(s)),
    (r"rated by members", lambda s, head: answers(s) or in_words(s)),
    (r"checked against the interviews and the survey",
     lambda s, head: answers(s) and heard(s)),
    (r"come from the interviews", lambda s, head: heard(s)),
    (r"each row says how far apart", lambda s, head: "reading" in head),
]


def subtitle(page, f):
    """The line under a title against the columns of its figure."""
    low = f.subtitle.lower()
    levels = f.column("Interview level")
    spoken = levels is not None and any(number(r[levels]) is not None for r in f.rows
                                        if levels < len(r))
    asked = f.column("Survey level", "Answers", "Received", "Above") is not None and any(
        number(f.cell(r, "Survey level", "Answers", "Received", "Above") or "") is not None
        for r in f.rows)
    if "strongly disagree" in low and "interviews only" in low:
        yield fails(f"subtitle of {f.name}", f.subtitle, "interviews have no scale of agreement")
    if "joined" in low and levels is not None:
        yield judged(f"subtitle of {f.name}", f.subtitle,
                     not (spoken and asked) and f"{f.name} has no level of "
                     + ("the interviews" if asked else "the survey"))
    if f.column("Level (95% interval)") is not None:
        place = f.column("Level (95% interval)")
        yield judged(f"head of {f.name}", f.columns[place],
                     not any(" to " in r[place] for r in f.rows) and "no row has an interval")
    place = f.column("Interviewees")
    if place is not None and f.rows:
        yield judged(f"head of {f.name}", f.columns[place],
                     all(re.match(r"\d+ sources?$", r[place]) for r in f.rows
                         if place < len(r)) and "the column counts sources, not interviewees")
    for note in f.notes:
        if note.startswith("Band joins both sources") and f.column("Band") is not None:
            both = f.column("Interview level") is None or (spoken and asked)
            yield judged(f"note of {f.name}", note[:60],
                         not both and f"{f.name} has one source only")
