"""Actions: their reasons and their tests against the figures of the page."""
import re

from found import judged
from page import number

# What an action acts on, where the JSON does not say it: the framework has no such list.
ACTS_ON = {
    "choose-envoys": ["context.individual.translation", "context.individual.communicating",
                      "context.individual.managing"],
    "keep-people": ["context.organization.leadership", "dynamics.ties.continuity"],
    "join-up": ["context.organization.transfer", "context.organization.amplification",
                "context.organization.internal-mechanisms"],
    "say-it-takes-time": ["context.organization.leadership", "value.capability.subject"],
    "facilitate": ["dynamics.systems.facilitators", "dynamics.trust.safe-environment"],
    "ambiance": ["dynamics.trust", "dynamics.ties.social-time"],
    "fit-tools": ["dynamics.ties.technology"],
    "capture": ["dynamics.systems.artefacts"],
    "adjust": ["dynamics.power.participative-design"],
    "step-back": ["dynamics.power"],
    "manage-power": ["dynamics.power"],
    "test-wants": ["value"],
}
# Old pages have no JSON: the beginning of the action tells which it is.
BEGINS = {
    "Send people who share": "choose-envoys", "Ask senior leaders": "keep-people",
    "Give what people bring": "join-up", "Say openly that this": "say-it-takes-time",
    "Put facilitators in charge": "facilitate", "Make it a place": "ambiance",
    "Choose each method": "fit-tools", "Name one person who": "capture",
    "Once a phase, plan": "adjust", "Lead from among": "step-back",
    "Settle conflicts": "manage-power", "Once a phase, put": "test-wants",
}
SHARES = {"two in three": 200 / 3, "three in four": 75, "nine in ten": 90, "half of": 50}
# Of which construct a test is, by its words.
TESTS = [(r"worked out what", "context.individual.translation"),
         (r"safe to admit", "dynamics.trust.safe-environment"),
         (r"led by people who know", "dynamics.systems.facilitators")]

# With what a heading says that the steps start.
STARTS = [(r"starting with the remit", ["context.individual.translation"]),
          (r"starting with a way in", ["context.organization.transfer",
                                       "context.organization.amplification"]),
          (r"starting with leaders", ["context.organization.leadership"])]


def acts_on(page, action):
    """What an action acts on: the JSON's own list where it has one."""
    for s in (page.data or {}).get("sections", []):
        for b in s["blocks"]:
            for a in b.get("actions", []):
                if a.get("id") == action.id and a.get("actsOn"):
                    return a["actsOn"]
    known = action.id or next((i for b, i in BEGINS.items() if action.text.startswith(b)), None)
    return ACTS_ON.get(known)


def actions(page):
    """The test of an action is not met already, and its reason names what the action acts on.

    A heading that says with what the steps start is followed by that step.
    """
    for section in page.sections:
        start = next((ids for words, ids in STARTS if re.search(words, section.heading)), None)
        wanted = acts_on(page, section.actions[0]) if section.actions else None
        if start and wanted:
            yield judged(f"section {section.number} heading", section.heading,
                         not set(start) & set(wanted)
                         and f"the first action is “{section.actions[0].text}”")
        for a in section.actions:
            told = met(page, a)
            if told is not None:
                yield judged(f"section {a.place}, test", a.sign, told and "its aim is met today")
            share = None if told is not None else next((n for words, n in SHARES.items() if words in a.sign.lower()), None)
            of = next((i for words, i in TESTS if re.search(words, a.sign)), None)
            if share and of:
                now = agreeing(page, of)
                if now is not None:
                    yield judged(f"section {a.place}, test", a.sign, now >= share and
                                 f"{now:.0f}% of answers say so already")
            wanted = acts_on(page, a)
            if not wanted:
                continue
            ids = page.names.ids(a.why)
            fits = any(page.names.kin(i, w) for i in ids for w in wanted)
            yield judged(f"section {a.place}, why", f"{a.text}. Why: {a.why}", not fits and
                         "the reason names none of: "
                         + ", ".join(page.names.name[w] for w in wanted))


def met(page, action):
    """Whether the aim of an action is met, as the JSON says; None where it says nothing of it."""
    for s in (page.data or {}).get("sections", []):
        for b in s["blocks"]:
            for a in b.get("actions", []):
                if a.get("id") == action.id and a.get("aim"):
                    return a.get("met") is True
    return None


def agreeing(page, i):
    """The share of answers that agree with a thing, from the chain or the practices."""
    steps, _ = page.chain()
    for step in steps or []:
        if step.id == i:
            return step.share
    for f in page.figures():
        agree, strongly = f.column("Agree"), f.column("Strongly agree")
        if agree is None or strongly is None:
            continue
        for row in f.rows:
            if page.names.row(row[:1]) == i:
                shares = [number(row[agree]), number(row[strongly])]
                if None in shares:
                    return None
                # "5 or less" may be nothing.
                return sum(0 if "or less" in row[c] else n
                           for c, n in zip((agree, strongly), shares))
    return None
