#!/usr/bin/env python3
"""Write the simulated sample study: every CSV and transcript of this folder.

    python3 generate.py            # writes beside itself
    python3 generate.py --out DIR  # writes elsewhere

Standard library only; the generator is seeded (SEED), so each run gives the
same bytes. Nothing in the output is about a real person or organization.

How it works
  1. CASES says what is true of each collaboration: a level from 0 to 100 for
     each construct and phase. Interviews may have levels of their own
     (`talk`), which is how one case comes into dissonance.
  2. An interview is put together from the sentences in sentences.txt. Each
     interviewee has a noise of his or her own; the level decides whether a
     sentence is taken from "+", "~" or "-", and so the true weight and
     valence of that segment.
  3. Two coders read it. Each misses some segments, starts or ends a few words
     early or late, weighs differently, and mixes up near codes (NEAR).
  4. The survey draws each answer from the case's level, an effect of the
     organization, of the person, of the person for a construct, and noise.
     Item 3 of the organizational constructs and of translation is
     reverse-keyed. Persons keep their token and effects between phases.
  5. About forty of the disagreements are decided.
"""
import argparse
import csv
import os
import random
import re
import shutil

SEED = 20260214
HERE = os.path.dirname(os.path.abspath(__file__))
PHASES = [("1 founding", 1, "2024-09-01", "2025-02-28"),
          ("2 maturing", 2, "2025-09-01", "2026-02-28")]
MONTHS = ["January", "March", "April", "June", "July", "September", "October", "November"]

FORMS = ["value.tangible", "value.operational", "value.affirmation", "value.individual-capacity",
         "value.reputation", "value.relationship", "value.capability.collaborating",
         "value.capability.subject"]
PRACTICES = ["dynamics.systems.manager", "dynamics.systems.facilitators", "dynamics.systems.artefacts",
             "dynamics.systems.rhythm", "dynamics.systems.loose-agenda",
             "dynamics.ties.technology", "dynamics.ties.social-time",
             "dynamics.ties.qualifying-criteria", "dynamics.ties.continuity",
             "dynamics.trust.neutral-venue", "dynamics.trust.safe-environment",
             "dynamics.trust.working-together", "dynamics.trust.real-issues",
             "dynamics.power.limited-conflicts", "dynamics.power.similar-seniority",
             "dynamics.power.participative-design", "dynamics.power.reduced-visibility"]
MACRO = ["context.macro.complexity", "context.macro.partnership-expected",
         "context.macro.complex-delivery", "context.macro.isolated-specialists"]
ORGANIZATION = ["context.organization.internal-mechanisms", "context.organization.transfer",
                "context.organization.amplification", "context.organization.leadership"]
BEHAVIOURS = ["context.individual.networking", "context.individual.consideration",
              "context.individual.empowerment", "context.individual.gathering",
              "context.individual.managing", "context.individual.communicating",
              "context.individual.applying"]
TRANSLATION = "context.individual.translation"
INTENT = ["intent.short-term-outcome", "intent.long-term-learning"]

# Codes that are easily taken for one another, and how often that happens.
NEAR = {
    "context.organization.transfer": ("context.organization.amplification", 0.16),
    "context.organization.amplification": ("context.organization.transfer", 0.18),
    "dynamics.trust.safe-environment": ("dynamics.systems.facilitators", 0.14),
    "dynamics.systems.facilitators": ("dynamics.trust.safe-environment", 0.10),
    "context.individual.gathering": ("context.individual.managing", 0.08),
    "context.individual.managing": ("context.individual.gathering", 0.08),
    "value.individual-capacity": ("value.capability.subject", 0.07),
    "value.capability.subject": ("value.individual-capacity", 0.08),
    "value.operational": ("value.tangible", 0.05),
    "value.relationship": ("context.individual.networking", 0.05),
    "context.individual.translation": ("context.organization.transfer", 0.07),
    "context.macro.complexity": ("context.macro.complex-delivery", 0.07),
    "dynamics.systems.loose-agenda": ("dynamics.power.participative-design", 0.06),
    "intent.short-term-outcome": ("value.tangible.desired", 0.08),
}
CODERS = {  # misses, moves an end, takes a near code (factor), weighs otherwise
    "ana": {"miss": 0.03, "move": 0.30, "near": 0.6, "weigh": 0.18},
    "ben": {"miss": 0.07, "move": 0.38, "near": 1.0, "weigh": 0.24},
}

# Levels: a list of (prefix, level in phase 1, level in phase 2); the longest
# prefix that fits a construct counts. `want` gives the desired level by form.
CASES = [
    {"id": "brackwater", "abbr": "bw", "name": "Brackwater Resilience Network", "drive": "moderate",
     "established": 2023, "sector": "mixed", "convenor": "university", "fee": "no", "meetings": 8,
     "topic": "flood planning", "thing": "the street-by-street flood guide", "thing2": "flood guide", "mgr": "Imogen",
     "orgs": 14, "n": (24, 31), "talks": (4, 6),
     "level": [("value", 56, 64), ("value.tangible", 62, 58), ("value.operational", 58, 76),
               ("value.affirmation", 66, 79), ("value.individual-capacity", 55, 73),
               ("value.reputation", 45, 49), ("value.relationship", 60, 82),
               ("value.capability.collaborating", 44, 58), ("value.capability.subject", 36, 38),
               ("dynamics", 60, 66), ("dynamics.systems", 68, 80), ("dynamics.systems.artefacts", 48, 48),
               ("dynamics.ties.continuity", 50, 50), ("dynamics.ties.technology", 50, 52),
               ("dynamics.ties.social-time", 70, 82), ("dynamics.trust", 66, 76),
               ("dynamics.trust.working-together", 46, 48), ("dynamics.power", 50, 55),
               ("context.individual", 62, 68), ("context.individual.communicating", 50, 52),
               ("context.individual.translation", 36, 34), ("context.organization", 42, 44),
               ("context.organization.amplification", 32, 30), ("context.organization.leadership", 55, 60),
               ("context.macro", 66, 66), ("context.macro.isolated-specialists", 88, 88),
               ("intent.short-term-outcome", 42, 40), ("intent.long-term-learning", 66, 70)],
     "want": [52, 78, 58, 74, 46, 75, 68, 88],
     "focus": ["value.capability.subject", "value.capability.subject.desired", TRANSLATION]},
    {"id": "millrace", "abbr": "mr", "name": "Millrace Water Learning Alliance", "drive": "weak",
     "established": 2016, "sector": "mixed", "convenor": "university", "fee": "yes", "meetings": 6,
     "topic": "leakage control", "thing": "the shared leakage handbook", "thing2": "leakage handbook", "mgr": "Tobias",
     "orgs": 12, "n": (34, 40), "talks": (3, 6),
     "level": [("value", 72, 82), ("value.tangible", 60, 64), ("value.reputation", 64, 72),
               ("value.capability.subject", 70, 83), ("dynamics", 76, 86), ("dynamics.ties.technology", 62, 70),
               ("context.individual", 72, 80), ("context.individual.translation", 74, 84),
               ("context.organization", 70, 81), ("context.organization.leadership", 80, 90),
               ("context.macro", 72, 72), ("intent.short-term-outcome", 25, 25),
               ("intent.long-term-learning", 88, 90)],
     "want": [48, 74, 58, 80, 55, 80, 72, 86],
     "focus": ["context.organization.leadership", "value.capability.subject"]},
    {"id": "tannery", "abbr": "tr", "name": "Tannery Row Procurement Partnership", "drive": "strong",
     "established": 2021, "sector": "public", "convenor": "member", "fee": "no", "meetings": 10,
     "topic": "joint buying", "thing": "the common tender pack", "thing2": "tender pack", "mgr": "Rosalind",
     "orgs": 7, "n": (20, 26), "talks": (3, 6),
     "level": [("value", 48, 50), ("value.tangible", 74, 84), ("value.reputation", 58, 60),
               ("value.relationship", 48, 42), ("value.capability.subject", 30, 28),
               ("dynamics", 56, 56), ("dynamics.systems", 66, 70), ("dynamics.systems.loose-agenda", 30, 26),
               ("dynamics.trust", 48, 44), ("dynamics.trust.working-together", 72, 74),
               ("dynamics.trust.safe-environment", 36, 30), ("dynamics.trust.neutral-venue", 28, 26),
               ("dynamics.power", 34, 26), ("dynamics.power.similar-seniority", 40, 36),
               ("context.individual", 56, 58), ("context.organization", 46, 48),
               ("context.individual.translation", 50, 52), ("context.macro", 60, 60),
               ("context.macro.partnership-expected", 88, 88), ("intent.short-term-outcome", 90, 90),
               ("intent.long-term-learning", 30, 28)],
     "want": [86, 58, 45, 46, 62, 66, 60, 55],
     "focus": ["dynamics.power.reduced-visibility", "dynamics.power.participative-design"]},
    {"id": "ninefold", "abbr": "nf", "name": "Ninefold Care Pathways Circle", "drive": "moderate",
     "established": 2024, "sector": "public", "convenor": "agency", "fee": "no", "meetings": 9,
     "topic": "discharge planning", "thing": "the discharge checklist", "thing2": "discharge checklist", "mgr": "Odette",
     "orgs": 9, "n": (28, 33), "talks": (6, 6),
     "level": [("value", 38, 68), ("value.relationship", 42, 80), ("value.operational", 44, 80),
               ("value.capability.subject", 26, 52), ("dynamics", 42, 74), ("dynamics.systems.manager", 30, 84),
               ("dynamics.trust", 38, 78), ("context.individual", 54, 68),
               ("context.individual.translation", 34, 62), ("context.organization", 34, 60),
               ("context.organization.transfer", 28, 66), ("context.organization.leadership", 40, 70),
               ("context.macro", 62, 64), ("context.macro.complex-delivery", 82, 84),
               ("intent.short-term-outcome", 60, 50), ("intent.long-term-learning", 45, 70)],
     "want": [62, 82, 58, 66, 48, 74, 66, 76],
     "focus": ["dynamics.systems.manager", "context.organization.transfer"]},
    {"id": "quillbrook", "abbr": "qb", "name": "Quillbrook Archive Exchange", "drive": "weak",
     "established": 2022, "sector": "third", "convenor": "member", "fee": "no", "meetings": 4,
     "topic": "cataloguing", "thing": "the list of lost collections", "thing2": "list of lost collections", "mgr": "Zoë",
     "orgs": 3, "n": (0, 4), "talks": (0, 3),
     "level": [("value", 58, 62), ("value.affirmation", 84, 84), ("value.relationship", 80, 80),
               ("value.capability.subject", 40, 40), ("dynamics", 60, 62), ("dynamics.systems.manager", 30, 30),
               ("dynamics.ties.social-time", 80, 84), ("context.individual", 66, 66),
               ("context.organization", 42, 42), ("context.macro", 55, 55),
               ("context.macro.isolated-specialists", 92, 92), ("intent.short-term-outcome", 20, 20),
               ("intent.long-term-learning", 74, 74)],
     "want": [40, 66, 78, 70, 40, 76, 50, 60], "focus": ["context.macro.isolated-specialists"]},
    {"id": "saltfen", "abbr": "sf", "name": "Saltfen Skills Compact", "drive": "strong",
     "established": 2019, "sector": "mixed", "convenor": "agency", "fee": "yes", "meetings": 5,
     "topic": "apprentice training", "thing": "the common training log", "thing2": "training log", "mgr": "Piers",
     "orgs": 11, "n": (38, 45), "talks": (0, 0),
     "level": [("value", 54, 58), ("value.tangible", 70, 74), ("value.reputation", 66, 68),
               ("value.capability.subject", 44, 46), ("dynamics", 60, 60), ("dynamics.power", 48, 48),
               ("context.individual", 60, 60), ("context.organization", 52, 54),
               ("context.macro", 60, 60), ("intent", 60, 60)],
     "want": [80, 66, 50, 55, 66, 62, 58, 68], "focus": []},
    {"id": "fennick", "abbr": "fn", "name": "Fennick Transport Data Forum", "drive": "moderate",
     "established": 2020, "sector": "mixed", "convenor": "consultancy", "fee": "yes", "meetings": 12,
     "topic": "timetable data", "thing": "the open timetable format", "thing2": "timetable format", "mgr": "Leopold",
     "orgs": 10, "n": (24, 29), "talks": (0, 6),
     "level": [("value", 46, 42), ("value.operational", 42, 32), ("value.affirmation", 50, 48),
               ("value.relationship", 44, 34), ("value.capability.subject", 34, 30),
               ("dynamics", 48, 44), ("dynamics.systems.facilitators", 42, 30),
               ("dynamics.trust.safe-environment", 40, 28), ("dynamics.trust.real-issues", 42, 30),
               ("dynamics.power.participative-design", 40, 30), ("context.individual", 62, 62),
               ("context.individual.translation", 50, 48), ("context.organization", 44, 44),
               ("context.macro", 64, 64), ("intent", 55, 55)],
     "talk": [("value", 74, 74), ("value.operational", 90, 92), ("value.relationship", 90, 92),
              ("value.capability.subject", 60, 60), ("dynamics", 76, 76),
              ("dynamics.systems.facilitators", 92, 94), ("dynamics.trust.safe-environment", 90, 92),
              ("dynamics.trust.real-issues", 88, 90), ("dynamics.power.participative-design", 82, 86),
              ("context.individual", 70, 70), ("context.organization", 52, 52), ("context.macro", 66, 66),
              ("intent", 60, 60)],
     "want": [60, 74, 56, 60, 50, 66, 62, 70],
     "focus": ["value.operational", "value.relationship", "dynamics.trust.safe-environment",
               "dynamics.systems.facilitators", "dynamics.trust.real-issues"]},
    {"id": "overmere", "abbr": "om", "name": "Overmere Housing Roundtable", "drive": "weak",
     "established": 2024, "sector": "third", "convenor": "consultancy", "fee": "no", "meetings": 6,
     "topic": "repairs scheduling", "thing": "the damp and mould primer", "thing2": "damp and mould primer",
     "mgr": "Winifred",
     "orgs": 8, "n": (0, 0), "talks": (3, 6),
     "level": [("value", 52, 60), ("value.affirmation", 76, 82), ("value.individual-capacity", 66, 74),
               ("value.tangible", 20, 22), ("value.capability.subject", 30, 36), ("dynamics", 58, 64),
               ("dynamics.systems.loose-agenda", 86, 88), ("dynamics.ties.technology", 30, 32),
               ("dynamics.ties.social-time", 84, 86), ("context.individual", 62, 66),
               ("context.organization", 38, 42), ("context.organization.leadership", 32, 34),
               ("context.individual.translation", 52, 58), ("context.macro", 58, 58),
               ("context.macro.isolated-specialists", 84, 84), ("intent.short-term-outcome", 15, 15),
               ("intent.long-term-learning", 80, 82)],
     "want": [30, 70, 74, 76, 40, 72, 50, 66], "focus": ["dynamics.systems.loose-agenda"]},
]

MANAGERS = [c["mgr"] for c in CASES]     # words that name them are not cleared for quoting

EVENTS = {
    "brackwater": [("2023-05-11", "First meeting, nine members", "founding"),
                   ("2024-06-20", "Five new members join", "membership"),
                   ("2025-03-20", "Evening meal before each meeting begins", "practice"),
                   ("2025-11-06", "Four members send new representatives", "membership")],
    "millrace": [("2016-02-18", "Opening event with the heads of all members", "founding"),
                 ("2021-09-30", "Boards renew their commitment for five years", "leadership"),
                 ("2025-05-14", "Method adopted in the standing procedures of four members", "outcome")],
    "tannery": [("2021-01-26", "Mandate signed", "founding"),
                ("2024-12-05", "Largest member takes over the chair", "power"),
                ("2025-06-17", "Common tender pack published", "outcome"),
                ("2025-10-09", "Two small members stay away", "membership")],
    "ninefold": [("2024-04-09", "First meeting", "founding"),
                 ("2025-03-03", "Part-time coordinator begins work", "practice"),
                 ("2025-05-22", "Chief officers speak at the spring event", "leadership"),
                 ("2025-09-18", "Briefings after each meeting agreed by all members", "practice")],
    "quillbrook": [("2022-06-30", "Three archives agree to meet each season", "founding")],
    "saltfen": [("2019-11-12", "Compact signed", "founding"),
                ("2025-04-01", "Fee raised", "funding")],
    "fennick": [("2020-03-05", "First forum", "founding"),
                ("2025-02-11", "Change of facilitator", "practice"),
                ("2025-07-08", "A member’s failed launch is discussed outside the room", "incident")],
    "overmere": [("2024-02-27", "Grew out of an earlier lunch group", "founding")],
}
# What points at single members is for the researcher alone.
UNCLEARED = {"Two small members stay away", "A member’s failed launch is discussed outside the room"}

SECTIONS = ["join", "value", "wanted", "running", "trust", "self", "home", "end"]
QUESTIONS = {
    "join": ["How did you come to be part of this, and what was behind it?",
             "Perhaps you could begin with why your organisation takes part.",
             "Take me back to the beginning. What made it seem worth doing?"],
    "value": ["What would you say has come out of it so far?",
              "What is it worth, to you and to your organisation?",
              "If you had to name what you gain from it, what would that be?"],
    "wanted": ["And what had you hoped for, or what do you hope for still?",
               "What do you want from it that you would miss if it were not there?",
               "When you look at what you wanted at the outset, what was it?"],
    "running": ["How does it work in practice? Describe how it is run.",
                "Walk me through how the group is organised.",
                "What keeps it going, from one meeting to the next?"],
    "trust": ["What is it like in the room?", "How do people deal with one another there?",
              "How openly can people speak, and who decides what happens?"],
    "self": ["How would you describe your own style in a setting like this?",
             "What is your own part in it? How do you go about things?",
             "Tell me a little about how you yourself take part."],
    "home": ["And when you are back at work, what happens to what you have learnt?",
             "What becomes of it inside your organisation?",
             "Let us follow the learning home. Where does it go?"],
    "end": ["Is there anything that we have not touched on?", "Before we stop, is there something you would add?",
            "Anything that I ought to have asked?"],
}
PROBES = ["Can you give me an example?", "How did that come about?", "Could you say a little more about that?",
          "Has it always been like that?", "Is that how others see it as well?", "What makes you say so?",
          "And how do you notice that?"]
FILLERS = [
    "Where was I.", "That is a good question, nobody has asked me that before.", "Give me a moment to think.",
    "I should say that I am speaking for myself here.", "You would have to ask the others as well.",
    "The trains were late that day, as it happens.", "I had to look at my diary before you rang.",
    "It was raining, I remember, and the heating was off.", "I may have the dates a little wrong.",
    "There is a story to that, which would take too long.", "We are a small team, as I said.",
    "My predecessor could have told you more about the early days.", "Forgive me, someone was at the door.",
    "I have been in this line of work for a good while.", "I do not want to exaggerate.",
    "Let me think how to put that.", "I wrote some of this down yesterday so that I would not forget.",
    "Others may tell you something different.", "It depends a little on the week you ask me.",
    "That was before the reorganisation, of course.", "The coffee, by the way, is dreadful.",
    "Does that answer your question?", "I hope this is of use to you.", "You can stop me if I go on too long.",
    "I was sceptical, I admit, and I am sceptical by trade.", "It is some way to travel from where I live.",
    "I took the minutes along once, and lost them in a café.", "My colleague covered for me on those days.",
    "The year has been a busy one for everybody.", "That is the long and the short of it.",
    "I am trying to be fair.", "I asked around a little before this call.",
    "Some of it I have only heard second-hand.", "I joined in {month}, so the earlier years I do not know.",
    "It cost about £40 a head, if you want the figure, which is neither here nor there.",
    "I can see the notes from {month} in front of me.",
    "It would be naïve to think that everyone sees it in the same way.",
]
OPENERS = ["To be honest, ", "As I see it, ", "Looking back, ", "For our part, ", "Well, ", "You know, ",
           "In my experience, ", "Mind you, ", "Let me put it this way: ", "Frankly, ",
           "I would say this: ", "If you ask me, ", "On that point, ", "What strikes me is this: "]
TAILS = {
    "+": ["You could see it at the {month} meeting.", "Others would tell you the same, I think.",
          "It has been like that for some time.", "That has surprised me, in a good way.",
          "I would not want to do without it.", "It is one of the reasons we are still there.",
          "I noticed it again only last week."],
    "~": ["It is something, at any rate.", "I would not make too much of it.", "It varies, that is all one can say.",
          "It could be more.", "Not every time, but now and again."],
    "-": ["That is simply how it is.", "It has been so since {month} at the latest.",
          "I have said so more than once.", "It is a pity, really.", "I have stopped expecting anything else.",
          "Others feel the same, I gather."],
}
# What may follow a driver, an intent or a wish, and what a word about oneself.
PLAIN_TAILS = ["It has been like that for some time.", "Others would tell you the same, I think.",
               "That has not changed since {month}.", "That is my view of it, at any rate.",
               "I said so in {month}, too."]
OWN_TAILS = ["It has been like that for as long as I can think.", "My colleagues would tell you the same.",
             "I noticed it again only last week.", "That is my nature, I suppose."]
MEMOS = ["said with a laugh", "returns to this later", "first-hand example", "about the early days",
         "second-hand", "could be read more strongly", "strong wording", "compare with the convenor"]


# --------------------------------------------------------------- helpers
def read_sentences():
    bank, code = {}, None
    with open(os.path.join(HERE, "sentences.txt"), encoding="utf-8") as f:
        for line in f:
            line = line.strip()
            if line.startswith("= "):
                code = line[2:]
                bank[code] = {"+": [], "~": [], "-": []}
            elif line[:2] in ("+ ", "~ ", "- "):
                bank[code][line[0]].append(line[2:])
    return bank


def level_of(table, construct, phase):
    """The level of the longest prefix that fits."""
    best, level = -1, 55
    for prefix, one, two in table:
        if (construct == prefix or construct.startswith(prefix + ".")) and len(prefix) > best:
            best, level = len(prefix), (one, two)[phase]
    return level


def want_of(case, form):
    return case["want"][FORMS.index(form)]


def write_csv(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="") as f:
        out = csv.writer(f, lineterminator="\n")
        out.writerow(header)
        out.writerows(rows)


def iou(a, b):
    shared = min(a["end"], b["end"]) - max(a["start"], b["start"])
    if shared <= 0:
        return 0.0
    return shared / (max(a["end"], b["end"]) - min(a["start"], b["start"]))


# -------------------------------------------------------------- interviews
class Writer:
    """Puts together transcripts and remembers which sentence was used how often."""

    def __init__(self, rng, bank):
        self.rng, self.bank, self.used = rng, bank, {}

    def pick(self, case, key, choices, taken):
        free = [c for c in choices if c not in taken] or choices
        low = min(self.used.get((case, key, c), 0) for c in free)
        best = [c for c in free if self.used.get((case, key, c), 0) == low]
        choice = self.rng.choice(best)
        self.used[(case, key, choice)] = low + 1
        taken.add(choice)
        return choice

    def fill(self, text, case):
        thing = case["thing"]
        return (text.replace("{topic}", case["topic"]).replace("{thing_c}", thing[0].upper() + thing[1:])
                .replace("{thing2}", case["thing2"]).replace("{thing}", thing)
                .replace("{mgr}", case["mgr"]).replace("{month}", self.rng.choice(MONTHS)))

    def sign(self, code, level):
        """Which kind of sentence a level gives, with its true weight and valence."""
        rng = self.rng
        seen = level + rng.gauss(0, 13)
        if code.endswith(".desired"):
            if seen >= 46:
                return "+", 3 if seen > 72 else 2, "supporting"
            return "-", 2, "contrary"
        if seen >= 54:
            return "+", 3 if seen > 77 else 2, "supporting"
        if seen >= 37:
            mixed = rng.random() < 0.4
            return "~", rng.choice([1, 2]) if mixed else 1, "mixed" if mixed else "supporting"
        return "-", 3 if seen < 22 else 2, "contrary"

    def codes_for(self, case, role):
        """Which codes an interviewee speaks of, section by section."""
        rng = self.rng
        focus = case["focus"]

        def some(codes, low, high):
            chosen = [c for c in codes if c in focus and rng.random() < 0.9]
            rest = [c for c in codes if c not in chosen]
            rng.shuffle(rest)
            chosen += rest[:max(0, rng.randint(low, high) - len(chosen))]
            rng.shuffle(chosen)
            return chosen

        systems, trust = PRACTICES[:9], PRACTICES[9:]
        plan = {
            "join": some(MACRO, 2, 3) + some(INTENT, 1, 1),
            "value": some(FORMS, 5, 7),
            "wanted": some([f + ".desired" for f in FORMS], 2, 3),
            "running": some(systems, 5, 7),
            "trust": some(trust, 5, 6),
            "self": some(BEHAVIOURS, 3, 4),
            "home": some([TRANSLATION], 1, 1) + some(ORGANIZATION, 4, 4),
            "end": [],
        }
        # one or two things come up again at the end
        plan["end"] = rng.sample(plan["value"] + plan["running"] + plan["trust"], rng.randint(1, 2))
        return plan

    def interview(self, case, phase, role, number):
        rng = self.rng
        plan = self.codes_for(case, role)
        speaker = "Convenor" if role == "convenor" else "Participant"
        table = case.get("talk", case["level"])
        text = f"{case['name']}, interview {number}, phase {PHASES[phase][0]}\n"
        truth, taken = [], set()
        fillers = FILLERS[:]
        rng.shuffle(fillers)
        for section in SECTIONS:
            text += f"\nInterviewer: {rng.choice(QUESTIONS[section])}\n\n{speaker}:"
            codes = plan[section]
            cut = rng.randint(1, len(codes) - 1) if len(codes) > 2 and rng.random() < 0.8 else None
            if rng.random() < 0.55 and fillers:
                text += " " + self.fill(fillers.pop(), case)
            for k, code in enumerate(codes):
                if k == cut:
                    if rng.random() < 0.4 and fillers:
                        text += " " + self.fill(fillers.pop(), case)
                    text += f"\n\nInterviewer: {rng.choice(PROBES)}\n\n{speaker}:"
                if code.endswith(".desired"):
                    level = want_of(case, code[:-8])
                else:
                    level = level_of(table, code, phase)
                kind, weight, valence = self.sign(code, level)
                core = self.pick(case["id"], code + kind, self.bank[code][kind], taken)
                named = "{mgr}" in core
                core_words = core.split(" ", 1)[0]
                if rng.random() < 0.4 and core_words not in ("I", "{mgr}"):
                    opener = self.pick(case["id"], f"open{number}", OPENERS, set())
                    core = opener + core[0].lower() + core[1:]
                segment = self.fill(core, case)
                start = len(text) + 1
                text += " " + segment
                if rng.random() < 0.38:
                    tails = (OWN_TAILS if code in BEHAVIOURS else PLAIN_TAILS
                             if code.startswith(("context.macro", "intent")) or code.endswith(".desired")
                             else TAILS[kind])
                    tail = self.fill(self.pick(case["id"], "tail" + tails[0], tails, taken), case)
                    if rng.random() < 0.5:
                        truth_end = len(text) + 1 + len(tail)
                    else:
                        truth_end = len(text)
                    text += " " + tail
                else:
                    truth_end = len(text)
                truth.append({"code": code, "start": start, "end": truth_end, "weight": weight,
                              "valence": valence,
                              "clear": "yes" if rng.random() < 0.18 and not named else ""})
                if rng.random() < 0.16 and fillers:
                    text += " " + self.fill(fillers.pop(), case)
            text += "\n"
        text += "\nInterviewer: Thank you, that was most helpful.\n"
        return text, truth


def word_bounds(text, start, end):
    """Starts and ends of the words of the paragraph that a span stands in."""
    left = text.rfind("\n", 0, start) + 1
    right = text.find("\n", end)
    label = text.find(": ", left) + 2
    words = [(m.start(), m.end()) for m in re.finditer(r"\S+", text[left:right])]
    words = [(left + a, left + b) for a, b in words if left + a >= label]
    return [a for a, _ in words], [b for _, b in words]


def read_as(rng, name, text, truth):
    """What one coder makes of a transcript."""
    habit, out, seen = CODERS[name], [], set()
    for item in truth:
        if rng.random() < habit["miss"]:
            continue
        code = item["code"]
        if code in NEAR and rng.random() < NEAR[code][1] * habit["near"]:
            code = NEAR[code][0]
        starts, ends = word_bounds(text, item["start"], item["end"])
        i = starts.index(item["start"])
        j = ends.index(item["end"])
        draw = rng.random()
        if draw < 0.03 and j - i > 10:          # only a part of it
            if rng.random() < 0.5:
                i = i + (j - i) * 3 // 5
            else:
                j = i + (j - i) * 2 // 5
        elif draw < 0.03 + habit["move"]:       # a few words off
            i = min(max(0, i + rng.choice([-2, -1, 0, 0, 1, 2, 3][: 7 if j - i > 9 else 5])), j - 2)
            j = max(min(len(ends) - 1, j + rng.choice([1, 2, 0, 0, -1, -2, -3][: 7 if j - i > 9 else 5])), i + 2)
        start, end = starts[i], ends[j]
        weight = item["weight"]
        if rng.random() < habit["weigh"]:
            weight = min(3, max(1, weight + rng.choice([-1, 1])))
        if rng.random() < 0.03:
            weight = ""
        valence = item["valence"]
        if valence == "mixed" and rng.random() < 0.35:
            valence = rng.choice(["supporting", "contrary"])
        elif rng.random() < 0.03:
            valence = "mixed"
        if valence == "supporting" and rng.random() < 0.06:
            valence = ""
        key = (code, start, end)
        if key in seen:
            continue
        seen.add(key)
        memo = rng.choice(MEMOS) if rng.random() < 0.04 else ""
        out.append({"coder": name, "code": code, "start": start, "end": end, "weight": weight,
                    "valence": valence, "memo": memo,
                    "clear": "" if any(m in text[start:end] for m in MANAGERS) else item["clear"]})
        # now and then a second code on the same words
        if rng.random() < 0.018:
            extra = rng.choice(["value.relationship", "dynamics.ties.social-time", "context.individual.networking",
                                "dynamics.trust.real-issues", "value.affirmation"])
            key = (extra, start, end)
            if key not in seen and extra != code:
                seen.add(key)
                out.append({"coder": name, "code": extra, "start": start, "end": end, "weight": 1,
                            "valence": "supporting", "memo": "", "clear": ""})
    return out


# ------------------------------------------------------------ adjudication
def units_of(codings):
    """The units of one source and code, as the scoring rules have them."""
    codings = sorted(codings, key=lambda c: (c["start"], c["end"], c["coder"]))
    group = list(range(len(codings)))
    pairs = []
    for a in range(len(codings)):
        for b in range(a + 1, len(codings)):
            if codings[a]["coder"] != codings[b]["coder"]:
                ratio = iou(codings[a], codings[b])
                if ratio >= 0.5:
                    pairs.append((-ratio, a, b))
    for _, a, b in sorted(pairs):
        members = [k for k in range(len(codings)) if group[k] in (group[a], group[b])]
        if group[a] == group[b]:
            continue
        names = [codings[k]["coder"] for k in members]
        if len(set(names)) < len(names):
            continue
        if all(iou(codings[x], codings[y]) >= 0.5 for x in members for y in members if x < y):
            keep = group[a]
            for k in members:
                group[k] = keep
    units = {}
    for k, c in enumerate(codings):
        units.setdefault(group[k], []).append(c)
    return [{"start": min(c["start"] for c in u), "end": max(c["end"] for c in u), "codings": u}
            for u in units.values()]


def decide(rng, sources):
    """About forty decisions on what the two coders saw differently."""
    alone, both, missed = [], [], []
    for s in sources:
        if s["coders"] != ["ana", "ben"]:
            continue
        by_code = {}
        for c in s["codings"]:
            by_code.setdefault(c["code"], []).append(c)
        for code in sorted(by_code):
            for u in units_of(by_code[code]):
                u.update(source=s["source"], code=code)
                (alone if len(u["codings"]) == 1 else both).append(u)
        spans = {(c["start"], c["end"], c["code"]) for c in s["codings"]}
        for t in s["truth"]:
            if not any(iou(t, c) > 0 and c["code"] == t["code"] for c in s["codings"]):
                missed.append({**t, "source": s["source"]})
    rows, done = [], set()
    minute = [0]

    def add(u, decision, by, reason, new_code="", new_start="", new_end="", weight="", valence=""):
        minute[0] += 1
        day, rest = divmod(minute[0], 12)
        at = f"2026-03-{10 + day * 3:02d}T{9 + rest // 4:02d}:{(rest % 4) * 14:02d}:00Z"
        rows.append([u["source"], u["start"], u["end"], u["code"], decision, new_code, new_start, new_end,
                     weight, valence, by, at, reason])
        done.add((u["source"], u["start"], u["end"], u["code"]))

    def free(u):
        return (u["source"], u["start"], u["end"], u["code"]) not in done

    # a) two codes for the same words: one is accepted, the other rejected
    clashes = []
    for a in alone:
        for b in alone:
            if (a["source"] == b["source"] and a["code"] < b["code"] and iou(a, b) >= 0.5
                    and a["codings"][0]["coder"] != b["codings"][0]["coder"]):
                clashes.append((a, b))
    rng.shuffle(clashes)
    near = [c for c in clashes if "transfer" in c[0]["code"] + c[1]["code"]]
    clashes = near[:4] + [c for c in clashes if c not in near[:4]]
    for a, b in clashes:
        if sum(1 for r in rows if r[4] == "accept") == 8:
            break
        if not (free(a) and free(b)):
            continue
        keep, drop = (a, b) if a["codings"][0]["coder"] == "ana" else (b, a)
        if rng.random() < 0.35:
            keep, drop = drop, keep
        add(keep, "accept", rng.choice(["ana", "ben"]), f"the words fit {keep['code']} and not {drop['code']}; read together")
        add(drop, "reject", rng.choice(["ana", "ben"]), f"{keep['code']} is meant here; rule added to the codebook")
    # b) one coder only
    lone = len(rows)
    rng.shuffle(alone)
    for u in [u for u in alone if free(u)][:8]:
        add(u, "accept", rng.choice(["ana", "ben"]),
            rng.choice(["overlooked by one of us", "agreed after reading the whole answer", "plain enough"]))
    for u in [u for u in alone if free(u)][:4]:
        add(u, "reject", rng.choice(["ana", "ben"]),
            rng.choice(["said about another group", "too slight to code", "belongs to the question, not to the answer"]))
    # c) changes: another code, another span, another weight or valence
    partner = {code: other for code, (other, _) in NEAR.items()}
    changed = 0
    for u in [u for u in alone if free(u)]:
        if changed == 3:
            break
        if u["code"] in partner:
            changed += 1
            add(u, "change", "ana", "near code fits better", new_code=partner[u["code"]])
    rng.shuffle(both)
    wide = [u for u in both if free(u) and u["codings"][0]["start"] != u["codings"][1]["start"]]
    for u in wide[:3]:
        start = max(c["start"] for c in u["codings"])
        end = min(c["end"] for c in u["codings"])
        add(u, "change", "ben", "cut back to the words both of us marked", new_start=start, new_end=end)
    for u in [u for u in both if free(u) and u["codings"][0]["weight"] != u["codings"][1]["weight"]][:2]:
        add(u, "change", "ana", "weight settled in discussion", weight=2)
    # d) on words that nobody coded so
    for t in missed[:2]:
        add(t, "accept", "ana", "missed by both of us, seen on the second reading", weight=t["weight"],
            valence=t["valence"])
    # e) two decisions thought over again; the later one counts
    for k, decision in ((lone, "reject"), (lone + 8, "accept")):
        u = dict(zip(("source", "start", "end", "code"), rows[k]))
        add(u, decision, "ben", "looked at again with the notes of the interview")
    return rows


# ------------------------------------------------------------------ survey
def item_columns():
    columns = []
    for form in FORMS:
        columns += [(form, k, False) for k in (1, 2, 3)]
    columns += [(p, 1, False) for p in PRACTICES]
    columns += [(b, 1, False) for b in BEHAVIOURS]
    for c in ORGANIZATION + [TRANSLATION]:
        columns += [(c, 1, False), (c, 2, False), (c, 3, True)]
    return columns


def likert(level):
    return min(5, max(1, int(1 + 4 * level / 100 + 0.5)))


def survey(rng, case, columns, offsets):
    people, rows, invited = [], [], []
    orgs = [f"{case['abbr']}-org-{k + 1:02d}" for k in range(case["orgs"])]
    org_effect = {o: rng.gauss(0, 5) for o in orgs}
    shares = [rng.uniform(0.6, 1.4) for _ in orgs]

    def person(convenor, org):
        token = case["abbr"] + "-" + "".join(rng.choice("abcdefghjkmnpqrstuvwxyz23456789") for _ in range(6))
        return {"token": token, "org": org, "role": "convenor" if convenor else "participant",
                "general": rng.gauss(0, 7), "root": {}, "construct": {}, "want": {}, "missing": rng.uniform(0.01, 0.075),
                "stops": rng.random() < 0.045, "unplaced": rng.random() < 0.025}

    def draw(q, phase, n):
        out = []
        for k in range(n):
            out.append(rng.choices(orgs, shares)[0] if k >= len(orgs) else orgs[k])
        return out

    n1, n2 = case["n"]
    first = [person(k == 0, o) for k, o in enumerate(draw(0, 0, n1))] if n1 else []
    stay = int(n1 * 0.68)
    second = first[:stay] if n1 else []
    have = {p["org"] for p in second}
    places = [o for o in orgs if o not in have]
    while len(second) < n2:
        org = places.pop(0) if places else rng.choices(orgs, shares)[0]
        second = second + [person(not n1 and not second, org)]
    for phase, members in enumerate((first, second[:n2])):
        for p in members:
            cells, total = [], len(columns) + len(FORMS)
            stop = int(total * rng.uniform(0.55, 0.8)) if p["stops"] else total
            for k, (construct, number, reverse) in enumerate(columns):
                root = construct.split(".")[0]
                if root not in p["root"]:
                    p["root"][root] = rng.gauss(0, 6)
                if construct not in p["construct"]:
                    p["construct"][construct] = rng.gauss(0, 8)
                level = (level_of(case["level"], construct, phase) + org_effect[p["org"]] + p["general"]
                         + p["root"][root] + p["construct"][construct] + offsets[(construct, number)]
                         + rng.gauss(0, 9))
                if p["role"] == "convenor":
                    level += 6
                value = likert(level)
                if reverse:
                    value = 6 - value
                cells.append("" if k >= stop or rng.random() < p["missing"] else value)
            for k, form in enumerate(FORMS):
                if form not in p["want"]:
                    p["want"][form] = rng.gauss(0, 9)
                value = likert(want_of(case, form) + p["want"][form] + rng.gauss(0, 6))
                cells.append("" if len(columns) + k >= stop or rng.random() < p["missing"] else value)
            rows.append([p["token"], case["id"], "" if p["unplaced"] else p["org"], p["role"],
                         PHASES[phase][0]] + cells)
        if members:
            for o in orgs:
                came = sum(1 for p in members if p["org"] == o)
                asked = came + rng.choice([0, 1, 1, 2, 3])
                if asked:
                    invited.append([case["id"], o, PHASES[phase][0], asked])
    return rows, invited


# -------------------------------------------------------------------- main
def main():
    parser = argparse.ArgumentParser(description="Write the simulated sample study.")
    parser.add_argument("--out", default=HERE)
    out = parser.parse_args().out
    folder = os.path.join(out, "sources")
    if os.path.isdir(folder):
        shutil.rmtree(folder)
    os.makedirs(folder)
    bank = read_sentences()

    rng = random.Random(SEED)
    writer = Writer(rng, bank)
    participants, sources = [], []
    seniority = ["head of service", "manager", "specialist", "director"]
    for case in CASES:
        one, two = case["talks"]
        count = max(one, two)
        for k in range(count):
            role = "convenor" if k == 0 else "participant"
            org = f"{case['abbr']}-org-{k % case['orgs'] + 1:02d}"
            rank = rng.choices(seniority, [4, 4, 4, 2])[0]
            participants.append([f"{case['abbr']}-p{k + 1}", case["id"], org, role, rank,
                                 max(case["established"], 2024 - rng.randint(0, 6)) if k < one or one == 0
                                 else 2025])
        for phase in (0, 1):
            for k in range((one, two)[phase]):
                role = "convenor" if k == 0 else "participant"
                name = f"{case['abbr']}-p{k + 1}-{phase + 1}"
                for _ in range(50):     # until the length is right
                    state = dict(writer.used)
                    text, truth = writer.interview(case, phase, role, k + 1)
                    if 610 <= len(text.split()) <= 1190:
                        break
                    writer.used = state
                coders = ["ana", "ben"]
                if phase == 0 and (case["id"], k) in (("brackwater", 3), ("ninefold", 5), ("millrace", 2)):
                    coders = ["ana"]
                if phase == 0 and (case["id"], k) == ("overmere", 2):
                    coders = ["ben"]
                codings = []
                for c in coders:
                    codings += read_as(rng, c, text, truth)
                codings.sort(key=lambda c: (c["coder"], c["start"], c["end"], c["code"]))
                sources.append({"source": name, "case": case["id"], "participant": f"{case['abbr']}-p{k + 1}",
                                "phase": PHASES[phase][0], "coders": coders, "text": text, "truth": truth,
                                "codings": codings})
                with open(os.path.join(folder, name + ".txt"), "w", encoding="utf-8", newline="") as f:
                    f.write(text)

    def path(name):
        return os.path.join(out, name)

    write_csv(path("cases.csv"),
              ["case", "name", "drive", "established", "sector", "convenor", "fee", "meetings_a_year",
               "organizations", "topic"],
              [[c["id"], c["name"], c["drive"], c["established"], c["sector"], c["convenor"], c["fee"],
                c["meetings"], c["orgs"], c["topic"]] for c in CASES])
    write_csv(path("participants.csv"),
              ["participant", "case", "organization", "role", "seniority", "joined"], participants)
    write_csv(path("phases.csv"), ["phase", "order", "from", "to"], PHASES)
    write_csv(path("sources.csv"), ["source", "case", "participant", "phase", "coders", "kind", "file"],
              [[s["source"], s["case"], s["participant"], s["phase"], ";".join(s["coders"]), "interview",
                f"sources/{s['source']}.txt"] for s in sources])
    write_csv(path("codings.csv"),
              ["source", "coder", "code", "start", "end", "text", "weight", "valence", "memo", "clear"],
              [[s["source"], c["coder"], c["code"], c["start"], c["end"], s["text"][c["start"]:c["end"]],
                c["weight"], c["valence"], c["memo"], c["clear"]] for s in sources for c in s["codings"]])
    write_csv(path("adjudications.csv"),
              ["source", "start", "end", "code", "decision", "new code", "new start", "new end", "weight",
               "valence", "by", "at", "reason"], decide(random.Random(SEED + 1), sources))

    rng = random.Random(SEED + 2)
    columns = item_columns()
    offsets = {(c, k): rng.gauss(0, 3) for c, k, _ in columns}
    rows, invited = [], []
    for case in CASES:
        r, i = survey(rng, case, columns, offsets)
        rows += r
        invited += i
    write_csv(path("survey.csv"), ["respondent", "case", "organization", "role", "phase"]
              + [f"{c}.{k}" for c, k, _ in columns] + [f"{f}.desired" for f in FORMS], rows)
    write_csv(path("invited.csv"), ["case", "organization", "phase", "invited"], invited)
    write_csv(path("events.csv"), ["case", "date", "event", "kind", "clear"],
              [[c["id"], *e, "no" if e[1] in UNCLEARED else "yes"] for c in CASES for e in EVENTS[c["id"]]])


if __name__ == "__main__":
    main()
