"""Where learning is lost: words against the chain on the same page."""
import re

from found import fails, judged

# How findings speak of the step at which most is lost: the last part of the step's id.
WORDS = [
    ("translation", r"before the learning reaches|weak point is the person|begin with the person"
                    r"|starting with the remit"),
    ("transfer", r"for want of a way into|weak point is the way in\b|left to single people"
                 r"|weak point is the planned way"),
    ("amplification", r"reaches the organisation, and too little|weak point is what happens after"
                      r"|build on it too little"),
    ("transfer or amplification", r"starting with a way in|begin at home"),
]
DIAGNOSIS = r"weak point|most (of the loss|is lost)|lost before|lost for want"
UNTOLD = r"cannot (be told|tell)|no loss .* is clear|too rough to tell"
NOTHING = r"nothing is lost|gets home and is built upon"


def steps_and_losses(page):
    steps, figure = page.chain()
    if not steps:
        return None, None, []
    losses = [(b.id, a.share - b.share if None not in (a.share, b.share) else None, a, b)
              for a, b in zip(steps, steps[1:])]
    return steps, figure, losses


def diagnosis(page):
    """(the step at which most is lost, None), or (None, why that cannot be told)."""
    steps, figure, losses = steps_and_losses(page)
    if not steps:
        return None, "no figure of the page shows the share at each step"
    unknown = [s for s in steps if s.share is None]
    if unknown:
        return None, f"{figure.name} has no share for “{unknown[0].label}”"
    bands = page.bands()
    for s in steps:
        beside = page.beside().get((None, s.id))
        if beside and not beside.get("band") and s.id not in bands:
            return None, f"{page.names.name[s.id]} has no band"
        if bands.get(s.id) in ("dissonance", "too little evidence"):
            return None, f"{page.names.name[s.id]} has no band: {bands[s.id]}"
    largest = max(losses, key=lambda x: x[1])
    step, loss, a, b = largest
    if loss <= 0:
        return None, f"nothing is lost from step to step in {figure.name}"
    if None in (a.low, b.high) or a.low <= b.high:
        return None, (f"the intervals of the two steps overlap in {figure.name}: "
                      f"{ends(a)} and {ends(b)}")
    for other, its, c, d in losses:
        # A rough share may stand for as much as 5 points more or less.
        reach = its + (5 if c.rough or d.rough else 0)
        if other != step and reach >= loss - (5 if a.rough or b.rough else 0):
            return None, (f"{page.names.name[other]} may lose as much ({its:.0f}) "
                          f"as {page.names.name[step]} ({loss:.0f}) in {figure.name}")
    return step, None


def ends(step):
    return "none" if step.low is None else f"{step.low:.0f} to {step.high:.0f}"


def second(page, first):
    """(the step with the second loss, None), or (None, why that cannot be told)."""
    _, figure, losses = steps_and_losses(page)
    left = sorted((x for x in losses if x[0] != first), key=lambda x: -x[1])
    if not left or left[0][1] <= 0:
        return None, f"nothing more is lost in {figure.name}"
    step, _, a, b = left[0]
    if None in (a.low, b.high) or a.low <= b.high:
        return None, f"intervals overlap in {figure.name}: {ends(a)} and {ends(b)}"
    return step, None


def named(page, sentence):
    """The step a sentence names as the one of most loss: its id's end, or None."""
    low = sentence.lower().replace("organiz", "organis")
    match = re.search(r"lost between (.+?) and (.+?)(,|$)", low)
    if match:
        found = page.names.ids(match[0])
        return found[1].rsplit(".", 1)[-1] if len(found) > 1 else None
    for step, words in WORDS:
        if re.search(words, low):
            return step
    match = re.search(r"^(.*?) is the (first|second) weak point", low)
    if match:
        found = page.names.ids(match[1])
        return found[0].rsplit(".", 1)[-1] if found else None
    return None


def losses(page):
    """The step named as that of most loss is that of the largest clear loss in the chain.

    A heading, a reason or the first action that names another step sends people to mend what is
    not broken. The two intervals must not overlap, no other step may lose as much, and none of
    the steps may be without a band; else nothing may be named.
    """
    if page.kind == "compare":
        return
    step, why = diagnosis(page)
    for place, section, s in page.each():
        low = s.lower()
        if re.search(r"their organisations make too little of it", low):
            # No order is claimed: one of the two steps of organisations has to be weak.
            bands = {page.bands().get(i) for i in page.names.name
                     if i.endswith(("organization.transfer", "organization.amplification"))}
            yield judged(place, s, bands - {None} and "concern" not in bands and
                         "neither passing on nor building on it is a concern")
            continue
        nothing = re.search(NOTHING, low)
        which = None if nothing else named(page, s)
        if nothing:
            yield judged(place, s, said_nothing(page, low, step))
        elif which and "second" in low and "first" not in low:
            # Without a first there is no second.
            rightly, against = second(page, step) if step else (None, why)
            yield judged(place, s, against or differs(page, which, rightly))
        elif which:
            yield judged(place, s, why or differs(page, which, step))
        elif re.search(DIAGNOSIS, low) and why and not re.search(UNTOLD, low):
            yield fails(place, s, why)
    for section in page.sections:
        if re.search(r"ordered by where most is lost", section.reading.lower()):
            yield judged(f"section {section.number} reading", section.reading, why)


def differs(page, which, step):
    if step and step.rsplit(".", 1)[-1] not in which.split(" or "):
        return f"most is lost at {page.names.name[step]} in {page.chain()[1].name}"
    return None


def said_nothing(page, low, step):
    """What speaks against saying that nothing is lost."""
    _, figure, losses = steps_and_losses(page)
    if not losses:
        return "no figure of the page shows the share at each step"
    if step:
        return f"{figure.name} shows a clear loss at {page.names.name[step]}"
    if "nothing is lost" in low:
        lost = [x for x in losses if x[1] is None or x[1] > 0 or x[2].rough or x[3].rough]
        return lost and f"{figure.name}: {page.names.name[lost[0][0]]} may lose something"
    return None
