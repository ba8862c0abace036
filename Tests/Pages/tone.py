"""Praise, shortfall, patterns, orders: words of judgement against the figures."""
import re

from change import reading
from counts import THERE
from found import fails, holds, judged
from loss import named as loss_named
from order import PAIRS
from page import sentences

PRAISE = (r"coming through well|is a strength\b|a strength to keep|are strong\b"
          r"|\bcan do more in the subject\b|stands? behind it|moves well|well-run|carries the"
          r"|of lasting change|comes? through well|is borne out by more than one"
          r"|leadership commitment is there|facilitators know the subject and their craft"
          r"|build on it\b(?! too)")
NOT_PRAISE = (r"\b(nothing we heard|nobody|hope|do not|does not|not yet|hardly|neither|some say"
              r"|want|disagree|whether|in part|not firmly|no longer|few)\b|not of lasting")
AGREE = r"(sources|interviews and survey).{0,40}\bagree\b|\bthey agree\b"


def troubles(page, case=None):
    """What is short, a concern or in dissonance: the words for it, by construct."""
    found = {}
    if page.kind == "health":
        for i, word in page.bands().items():
            if word in ("concern", "dissonance"):
                found[i] = "a concern" if word == "concern" else "in dissonance"
        for c, i in page.gaps():
            if page.is_short(None, i):
                found[i] = "clearly short" + (f" and {found[i]}" if i in found else "")
        return found
    for (c, i), x in page.beside().items():
        if c != case:
            continue
        if x.get("convergence") == "dissonance":
            found[i] = "in dissonance"
        elif x.get("band") == "concern":
            found[i] = "a concern"
        if page.is_short(c, i):
            found[i] = "clearly short"
    for c, i in page.gaps():
        if c == case and page.is_short(c, i):
            found[i] = "clearly short"
    # What the page says of a case elsewhere counts as much as what its tables show.
    for _, _, s in page.each():
        for word, pattern in (("a concern", r"(.*) is a concern in .*?: (.*)"),
                              ("clearly short", r"(.*) falls clearly short in .*?: (.*)"),
                              ("in dissonance", r"On (.*) the two sources contradict .*?: (.*)")):
            match = re.match(pattern, s)
            if match and case in page.named_cases(match[2]):
                for i in page.names.ids(match[1]):
                    found.setdefault(i, word)
    return found


PATTERN = (r"have both|both are evident|found together|capability came: |goes with|in each of them"
           r"|show capability|tangible outcome\. ")


def patterns(page):
    """A case named in a pattern is no concern, short or in dissonance on what the pattern is of.

    Presence alone is no evidence where a level says otherwise: a case whose members receive
    clearly less than they want of a thing does not “have” it.
    """
    if page.kind != "compare":
        return
    for said in page.said():
        parts = sentences(said.text)
        for n, s in enumerate(parts):
            listed = page.named_cases(s)
            if not listed or not re.search(PATTERN, " ".join(parts[max(0, n - 1):n + 1]).lower()):
                continue
            heading = said.section.heading if said.section else parts[0]
            said_of = s.split(":")[0]
            ids = page.names.ids(said_of)
            # "3 of 8 have both" leaves it to its heading to say of what.
            if re.search(r"have both|both are evident", s.lower()):
                ids = page.names.ids(heading) or page.names.ids(parts[0])
            if re.search(r"show capability", s) and n + 1 < len(parts):
                ids += page.names.ids(parts[n + 1])
            if re.search(r"not evident there|no capability|not found", said_of.lower()):
                ids = [i for i in page.names.ids(parts[n - 1])] if n else []
            for case in listed:
                known = troubles(page, case)
                bad = [i for i in ids if i in known]
                yield judged(said.place, s,
                             bad and f"{case}: {page.names.name[bad[0]]} is {known[bad[0]]}")
    for section in page.sections:
        for panel in section.panels:
            for text in panel["text"]:
                for s in sentences(text):
                    match = re.match(r"All is there but (.*)\.", s)
                    case = (page.named_cases(panel["title"]) or [None])[0]
                    if not match or case is None:
                        continue
                    yield judged(f"section {section.number}", f"{case}: {s}",
                                 silent(page, case, page.names.ids(match[1])))


def silent(page, case, ids):
    """A near miss needs evidence against what is missing: silence is not absence."""
    for i in ids:
        word = page.matrix().get(i, {}).get(case)
        if (page.beside().get((case, i)) or {}).get("band") == "concern":
            continue
        if word in ("not spoken of", "little heard", "[x]", "[c]"):
            return f"{page.names.name[i]} is “{word}” in {case}"
        if word in THERE:
            return f"{page.names.name[i]} is “{word}” in {case}"
    return None


def praise(page):
    """Nothing is praised that is short, a concern or in dissonance on the same page.

    Nor is it said that the sources agree where more of them conflict, or where the sentence does
    not say on how many they do.
    """
    known = troubles(page) if page.kind == "health" else {}
    table = [f for f in page.figures() if f.column("Taken together") is not None]
    for place, section, s in page.each():
        low = s.lower()
        if re.search(AGREE, low) and not re.search(
                r"disagree|whether|do the sources|where they agree in part", low):
            yield judged(place, s, disagreement(table, low))
            continue
        is_fact = place == "fact “Working well”"
        # What "often" holds is said of collaborations at large, not of this one.
        if page.kind != "health" or re.search(NOT_PRAISE, low) or re.search(r"\boften\b", low):
            continue
        if is_fact or re.search(PRAISE, low):
            ids = [i for i in page.names.ids(s)]
            bad = [i for i in ids if i in known]
            if ids:
                yield judged(place, s, bad and f"{page.names.name[bad[0]]} is {known[bad[0]]}")


def disagreement(table, low):
    if not table:
        return None
    place = table[0].column("Taken together")
    rows = [r[place].lower() for r in table[0].rows]
    agree = sum(r.startswith("agreement") for r in rows)
    conflict = sum(r.startswith("dissonance") for r in rows)
    # A sentence that says on how many they conflict hides nothing.
    if re.search(rf"(conflict|contradict each other) on {conflict}\b", low):
        return None
    if conflict > agree:
        return f"{conflict} conflict and {agree} agree in {table[0].name}"
    # "Where they agree, the reading rests on firmer ground" claims no number.
    if not re.search(r"\d|one |two |three ", low) and not low.startswith("where interviews and"):
        others = len(rows) - agree
        return others and (f"on how many is not said: {agree} of {len(rows)} in {table[0].name}, "
                           f"{conflict} conflict")
    return None


WEAK = r"\bis weak\b|a weak practice|is a concern|are a concern|are not handled|not strong enough"
SHORT = r"falls? (clearly |well )?short|\d+ short\b|clear shortfall|receive clearly less"
LACK = r"\b(not evident|no|nothing|does not|none)\b.*(short|less)|smaller shortfall|smaller when"
UNSETTLED = r"interviews contradict what the survey says is received of (.*)"


def shortfall(page):
    """What is said to fall short is clearly short, a concern, or wanted and not evident."""
    if page.kind != "health":
        return
    for label, text in page.facts:
        if label == "Where it falls short":
            against = falls_short_nowhere(page, text)
            if against is not None:
                yield judged(f"fact “{label}”", text, against)
    for place, section, s in page.each():
        low = s.lower()
        unsettled = re.search(UNSETTLED, s, re.IGNORECASE)
        if unsettled:
            for i in page.names.ids(unsettled[1]):
                yield judged(place, s, not page.conflicts(None, i)
                             and f"{page.names.name[i]}: the sources do not conflict")
            continue
        if re.search(LACK, low) or low.startswith("no "):
            continue
        ids = page.names.ids(re.sub(r"besides .*? falls", "falls", s))
        said = re.search(r"(\d+) short\b", s)
        if said or re.search(r"falls? clearly short|receive clearly less", low):
            for i in [i for i in ids if (None, i) in page.gaps()][:1]:
                gap = page.gaps()[(None, i)]
                if said and abs(gap.gap - int(said[1])) > 0.5:
                    yield fails(place, s, f"the gap is {gap.gap:+.0f}")
                else:
                    yield judged(place, s, page.is_short(None, i) is False
                                 and f"{page.names.name[i]}: no clear gap")
        elif re.search(WEAK, low):
            # "One support of trust is weak: X" and "A is at 60, while X is a concern" are on X.
            claimed = re.split(r": |, while ", s)[-1]
            for i in page.names.ids(claimed):
                yield judged(place, s, not_weak(page, i))


def not_weak(page, i):
    """What the page shows of a construct that is neither short, a concern nor denied."""
    bands, words = page.bands(), page.presence()
    if (page.is_short(None, i) or bands.get(i) == "concern"
            or words.get(i, "").startswith(("denied", "not spoken of"))
            or reading(page, i) == "clear fall"):
        return None
    known = bands.get(i) or (words.get(i) if words.get(i) in THERE else None)
    if not known:
        is_even = page.is_short(None, i) is False
        return f"{page.names.name[i]}: no clear gap, no concern" if is_even else None
    below = [c for c in page.names.children(i) if bands.get(c) == "concern"]
    return f"{page.names.name[i]}: {known}" + (
        f", while its {page.names.name[below[0]]} is a concern" if below else "")


def falls_short_nowhere(page, text):
    """What speaks against a fact of shortfall: all that it names is well; None if it names none."""
    # That a loss is clear, `losses` holds against the chain.
    if loss_named(page, text) or re.match(r"No |Nothing|Hidden|Learning is clearly lost", text) or re.search("since the phase before, in the interviews", text):
        return None
    ids = page.names.ids(re.split(r" is weak: ", text)[-1])
    ids = [less for words, _, less in PAIRS if re.search(words, text.lower())] or ids
    against = [not_weak(page, i) for i in ids]
    if not ids:
        return None
    return "; ".join(against) if all(against) else ""
