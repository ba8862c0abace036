"""Reads a page as people do: from its Markdown, with the JSON beside it for whole figures."""
import json, os, re
from collections import namedtuple

from names import names, normal

# What is said, and where: place is such as "headline", "1 heading", "1 means", "6 why 2".
Said = namedtuple("Said", "place section text")
# Wanted and received of a form of value in a case (None on a page of one case).
Gap = namedtuple("Gap", "wanted received gap low high n quadrant")
Change = namedtuple("Change", "value low high reading who interviews")
# A step of the chain: its share with its interval, and whether that is rough ("5 or less").
Step = namedtuple("Step", "id label share low high rough")
# A level with its interval as a figure shows it; a missing end is None.
Level = namedtuple("Level", "value low high")
Action = namedtuple("Action", "text who why sign basis id place")
Quote = namedtuple("Quote", "text coded section")


def number(cell):
    """The first number of a cell, or None: "+55", "−19", "5 or less", "36 (30 to 41)"."""
    match = re.match(r"^(?:about )?([+−-]?[\d,]+(?:\.\d+)?)", cell.strip())
    return float(match[1].replace("−", "-").replace(",", "")) if match else None


def interval(cell):
    """The ends of an interval, or (None, None)."""
    cell = cell.replace("−", "-").replace(" or less", "").replace(" or more", "")
    match = re.search(r"([+-]?\d+(?:\.\d+)?)%? to ([+-]?\d+(?:\.\d+)?)", cell)
    if match:
        return float(match[1]), float(match[2])
    match = re.match(r"^about ([+-]?\d+) \(about ±(\d+)\)|^([+-]?\d+) \(about ±(\d+)\)", cell)
    if match:
        mid, half = float(match[1] or match[3]), float(match[2] or match[4])
        return mid - half, mid + half
    return None, None


def sentences(text):
    """The sentences of a text; a stop within brackets or before a small letter ends none."""
    text = re.sub(r"\s+", " ", text).strip()
    # "Int. Govt agencies" is one name.
    parts = re.split(r"(?<!\bInt\.)(?<=[.!?])\s+(?=[A-Z“\"0-9])", text)
    return [p for p in (p.strip() for p in parts) if p]


class Figure:
    """A figure or table: number, title, subtitle, columns and rows."""

    def __init__(self, kind, num, title):
        self.kind, self.number, self.title = kind, num, title
        self.subtitle, self.columns, self.rows, self.notes = "", [], [], []

    @property
    def name(self):
        return f"{self.kind} {self.number}"

    def column(self, *wanted):
        """The place of the first column whose title begins so; None without."""
        for w in wanted:
            for i, title in enumerate(self.columns):
                if title.lower().startswith(w.lower()):
                    return i
        return None

    def cell(self, row, *wanted):
        place = self.column(*wanted)
        return row[place] if place is not None and place < len(row) else None


class Section:
    def __init__(self, num, kicker, heading):
        self.number, self.kicker, self.heading = num, kicker, heading
        self.figures, self.means, self.panels, self.quotes = [], [], [], []
        self.actions, self.notes, self.texts = [], [], []
        self.reading = ""

    @property
    def is_method(self):
        return self.kicker == "How this was made"


class Page:
    def __init__(self, path, audience=None, study=None):
        self.path, self.audience, self.study = path, audience, study
        self.label = path
        text = open(path, encoding="utf-8").read()
        found = re.search(r"<!-- framework: (\S+) -->", text)
        beside = re.sub(r"(\.full|\.brief)?\.md$", ".json", path)
        self.data = json.load(open(beside)) if os.path.exists(beside) else None
        self.framework = (
            found[1] if found else self.data["framework"]["id"] if self.data
            else "van-winkelen-2010")
        self.names = names(self.framework)
        self.headline, self.lead, self.masthead = "", "", ""
        self.facts, self.health, self.sections = [], None, []
        self.read(text)
        self.kind = "compare" if "ross-case comparison" in self.masthead else "health"
        if not self.audience:
            self.audience = ("convenor" if "For the convenor" in self.masthead
                             else "researcher" if "For researchers" in self.masthead
                             else "working-group")

    # --- Reading ---------------------------------------------------------------------------

    def read(self, text):
        text = re.sub(r"<!--.*?-->", "", text, flags=re.S)
        text = re.sub(r"\\([\[\]<>*_`|])", r"\1", text)
        section, figure, panel, action = None, None, None, None
        self.lines = text.split("\n")
        for line in self.lines:
            line = line.rstrip()
            if not line:
                if panel and panel["entries"]:
                    panel = None
                continue
            if line.startswith("# "):
                self.headline = line[2:]
            elif line.startswith("## "):
                match = re.match(r"## (\d+)\. (.*?)(?:\?)?: (.*)$", line)
                section = Section(int(match[1]), match[2], match[3])
                self.sections.append(section)
                figure = panel = action = None
            elif section is None:
                self.head(line)
            elif re.match(r"\*\*(Figure|Table) \d+\. ", line):
                match = re.match(r"\*\*(Figure|Table) (\d+)\. (.*)\*\*$", line)
                figure = Figure(match[1], int(match[2]), match[3])
                section.figures.append(figure)
                panel = action = None
            elif line.startswith("|") and figure:
                cells = [c.strip() for c in line.strip("|").split(" | ")]
                cells = [c.strip("| ") for c in cells]
                if not figure.columns:
                    figure.columns = cells
                elif not set(line) <= set("|-: "):
                    figure.rows.append(cells)
            elif re.match(r"\*\*(What this means|Read with care)\.\*\*$", line):
                panel = {"title": "means", "tag": None, "entries": [], "text": []}
                figure = action = None
            elif line.startswith("> "):
                self.quote(section, line[2:])
                figure = panel = None
            elif re.match(r"\d+\. \*\*", line):
                match = re.match(r"\d+\. \*\*(.*?)\*\* \((.*)\)$", line)
                action = {"text": match[1], "who": match[2]}
                section.actions.append(action)
                figure = panel = None
            elif action is not None and line.startswith("   - "):
                label, _, said = line[5:].partition(": ")
                action[label] = said
            elif section.is_method or re.match(r"\*\*(Full report|Made with)\.\*\* ", line):
                section.notes.append(line)
            elif re.match(r"\*\*[^*]+\*\*( \(.*\))?$", line):
                match = re.match(r"\*\*([^*]+)\*\*(?: \((.*)\))?$", line)
                panel = {"title": match[1], "tag": match[2], "entries": [], "text": []}
                section.panels.append(panel)
                figure = action = None
            elif line.startswith("- **"):
                match = re.match(r"- \*\*(.*?)\*\* ?(.*)$", line)
                if panel is None:
                    panel = {"title": "", "tag": None, "entries": [], "text": []}
                    section.panels.append(panel)
                panel["entries"].append((match[1], match[2]))
            elif panel is not None and panel["title"] == "means":
                section.means.append(line)
            elif panel is not None:
                panel["text"].append(line)
            elif figure is not None:
                if not figure.subtitle and not figure.columns:
                    figure.subtitle = line
                else:
                    figure.notes.append(line)
            elif not section.reading and not section.figures:
                section.reading = line
            else:
                section.texts.append(line)
        for s in self.sections:
            s.actions = [self.action(s, n, a) for n, a in enumerate(s.actions, 1)]

    def head(self, line):
        if line.startswith("> "):
            return
        match = re.match(r"- \*\*(.*?):\*\* (.*)$", line)
        if match:
            if match[1].startswith("Health"):
                self.health = match[2]
            else:
                self.facts.append((match[1], match[2]))
        elif not self.headline and not self.masthead:
            self.masthead = line
        else:
            self.lead = (self.lead + " " + line).strip()

    def quote(self, section, line):
        if line.startswith("— "):
            coded = line.split("coded ", 1)[1] if "coded " in line else ""
            text = section.quotes.pop().text if section.quotes else ""
            section.quotes.append(Quote(text, coded, section))
        else:
            section.quotes.append(Quote(line, "", section))

    def action(self, section, place, a):
        known = {}
        for s in (self.data or {}).get("sections", []):
            for b in s["blocks"]:
                for x in b.get("actions", []):
                    known[normal(x["action"])] = x
        beside = known.get(normal(a["text"]), {})
        return Action(a["text"], a["who"], a.get("Why", ""), a.get("How you would know", ""),
                      a.get("Rests on", ""), beside.get("id"), f"{section.number} action {place}")

    # --- What is said ----------------------------------------------------------------------

    def said(self):
        """Every text that judges, and where it stands. Keys, tables and method notes do not."""
        yield Said("headline", None, self.headline)
        if self.lead:
            yield Said("lead", None, self.lead)
        for label, text in self.facts:
            yield Said(f"fact “{label}”", None, text)
        for s in self.sections:
            if s.is_method:
                continue
            yield Said(f"section {s.number} heading", s, s.heading)
            for f in s.figures:
                yield Said(f"title of {f.name}", s, f.title)
            for text in s.means:
                yield Said(f"section {s.number}, what this means", s, text)
            for p in s.panels:
                for text in p["text"]:
                    yield Said(f"section {s.number}, {p['title']}", s, text)
            for a in s.actions:
                yield Said(f"section {a.place}, why", s, a.why)

    def each(self):
        """Every sentence that judges, and where it stands."""
        for said in self.said():
            for sentence in sentences(said.text):
                yield Said(said.place, said.section, sentence)

    def figures(self):
        return [f for s in self.sections for f in s.figures]

    # --- What the figures show -------------------------------------------------------------

    def gaps(self):
        """Wanted and received, by (case, construct); the case is None on a page of one."""
        gaps = {}
        for f in self.figures():
            if None in (f.column("Wanted"), f.column("Received"), f.column("Gap")):
                continue
            for row in f.rows:
                i = self.names.row(row[:2])
                case = f.cell(row, "Case")
                gap = number(f.cell(row, "Gap"))
                if i is None or gap is None:
                    continue
                told = f.cell(row, "95% interval") or ""
                low, high = interval(told)
                # Of some the half width alone is told.
                half = re.match(r"^about ±(\d+)", told)
                if half:
                    low, high = gap - float(half[1]), gap + float(half[1])
                gaps[(case, i)] = Gap(
                    number(f.cell(row, "Wanted")), number(f.cell(row, "Received")), gap, low,
                    high, number(f.cell(row, "Answers") or ""), f.cell(row, "Quadrant"))
        return gaps

    def beside(self):
        """The constructs of the JSON, by (case name or None, id)."""
        found = {}
        for case in (self.data or {}).get("cases", []):
            key = case["name"] if self.kind == "compare" else None
            for c in case["constructs"]:
                found[(key, c["id"])] = c
        return found

    def conflicts(self, case, i):
        """Whether interviews and survey contradict each other on a construct."""
        if self.kind == "compare":
            return (self.beside().get((case, i)) or {}).get("convergence") == "dissonance"
        return self.bands().get(i) == "dissonance"

    def is_short(self, case, i):
        """Whether clearly less is received than wanted, and interviews do not deny it, from the JSON
        where there is one; None where not known."""
        if self.conflicts(case, i):
            return False
        for c in (self.data or {}).get("cases", []):
            if self.kind == "compare" and c["name"] != case:
                continue
            for g in c.get("gaps") or []:
                if g["id"] == i and g.get("clear") is not None:
                    return bool(g["clear"]) and g["gap"] > 0
        gap = self.gaps().get((case, i))
        if gap is None or gap.low is None:
            return None
        return gap.low > 0

    def bands(self):
        """Bands of constructs on a page of one case: concern, developing, strength, dissonance,
        too little evidence."""
        bands = {}
        for f in self.figures():
            column = f.column("Band", "Taken together")
            if column is None:
                continue
            for row in f.rows:
                i = self.names.row(row[:2])
                word = band(row[column]) if column < len(row) else None
                if i and word:
                    bands.setdefault(i, word)
        for (case, i), c in self.beside().items():
            if case is None:
                word = c.get("band") or {
                    "sources differ": "dissonance", "too little evidence": "too little evidence",
                }.get(c.get("bandReason") or "")
                if c.get("convergence") == "dissonance":
                    word = "dissonance"
                if word:
                    bands[i] = word
        return bands

    def changes(self):
        """The first table of changes, the latest: what changed, by construct."""
        for f in self.figures():
            column = f.column("Reading, and who")
            if column is None:
                continue
            changes = {}
            for row in f.rows:
                i = self.names.row(row[:1])
                if i is None:
                    continue
                cell, reading = row[1], row[column]
                match = re.match(r"(clear rise|clear fall|not clear|cannot tell) ?\(?(.*?)\)?$", reading)
                low, high = interval(cell)
                changes[i] = Change(
                    number(cell), low, high, match[1] if match else reading,
                    match[2] if match else "", number(f.cell(row, "Interviews") or ""))
            return changes
        return None

    def chain(self):
        """The learning chain, and the figure that shows it; (None, None) without one."""
        for f in self.figures():
            if f.column("Step") is None or f.column("Above") is None:
                continue
            steps = []
            for row in f.rows:
                share = f.cell(row, "Above")
                low, high = interval(f.cell(row, "95% interval") or "")
                rough = bool(re.search(r"or less|or more|about|quarter|half", share))
                steps.append(Step(self.names.row(row[1:2]), row[0], number(share), low, high,
                                  rough))
            return steps, f
        return None, None

    def levels(self, figure):
        """What a figure shows of each construct, with its interval."""
        levels = {}
        # Of the chain the interval is that of the share, not of the score beside it.
        place = figure.column("Above", "Score", "Received", "Level", "Survey level")
        if place is None:
            return levels
        ends = figure.column("95% interval")
        is_gap = figure.column("Gap") is not None
        for row in figure.rows:
            i = self.names.row(row[:2])
            if i is None:
                continue
            low, high = interval(row[place])
            if low is None and ends is not None and not is_gap:
                low, high = interval(row[ends])
            levels[i] = Level(number(row[place]), low, high)
        return levels

    def presence(self):
        """The words of a page of one case for what interviews say, by construct."""
        words = {}
        for f in self.figures():
            place = f.column("Interviews say", "What the sources say")
            if place is None:
                continue
            for row in f.rows:
                i = self.names.row(row[:2])
                if i and place < len(row):
                    words.setdefault(i, first_word(row[place]))
        for (case, i), c in self.beside().items():
            said = (c.get("interview") or {}).get("presence")
            if case is None and said:
                words[i] = said
        return words

    def matrix(self):
        """The words of a comparison, by construct and case."""
        cells = {}
        for f in self.figures():
            if f.columns[:1] != ["Construct"] or f.column("Reading") is not None:
                continue
            # Where levels are shown, a matrix does not say what is only spoken of.
            if any(re.search(r"\((strength|developing|concern|no band|sources differ)\)$", c)
                   for row in f.rows for c in row[1:]):
                continue
            for row in f.rows:
                i = self.names.row(row[:1])
                if i is None:
                    continue
                for case, cell in zip(f.columns[1:], row[1:]):
                    word = first_word(cell)
                    if case != "Whole set" and not re.match(r"[\d\[]", word):
                        cells.setdefault(i, {}).setdefault(case, word)
        return cells

    def cases(self):
        """The names of the cases of a comparison."""
        for f in self.figures():
            if f.column("Case") == 0:
                return list(dict.fromkeys(re.sub(r" \([^()]*\)$", "", r[0]) for r in f.rows))
        return []

    def named_cases(self, text):
        """The cases that a text names, the longest names first."""
        found = []
        for name in sorted(self.cases(), key=len, reverse=True):
            if name in text:
                found.append(name)
                text = text.replace(name, "")
        return found


def band(cell):
    """The band that a cell names."""
    cell = cell.lower()
    if "sources differ" in cell or "dissonance" in cell:
        return "dissonance"
    if "too little" in cell and "no band" in cell:
        return "too little evidence"
    match = re.search(r"\b(concern|developing|strength)\b", cell)
    return match[1] if match else None


def first_word(cell):
    """`borne out by several` of `borne out by several (5 of 6)`."""
    return normal(re.split(r" \(|, stated|\. ", cell)[0])
