"""The constructs of a framework, and by which words pages call them."""
import functools, os, re

HOME = os.environ.get("COVALENCE_HOME") or os.path.join(os.path.dirname(__file__), "..", "..")

# Sentences of findings are written by hand and call some constructs by words of their own.
# Where a framework's findings use further words, they are added here.
BY_HAND = {
    "van-winkelen-2010": {
        "value": ["value as a whole"],
        "value.capability.subject": [
            "capability in the subject", "subject capability",
            "member organisations can do more in the subject",
            "their organisations can do more in the subject",
            "lasting change in what member organisations can do",
            "lasting change in what organisations can do",
            "lasting change in what an organisation can do in the subject",
            "what their organisations can do", "whether capability came", "capability came",
        ],
        "value.individual-capacity": ["people's own learning", "people's own knowledge",
                                      "personal growth"],
        "value.operational": ["practical ideas"],
        "value.capability.collaborating": ["learn to collaborate", "learn how to collaborate"],
        "dynamics": ["the practices that sustain such a collaboration",
                     "the practices that sustain collaborations of this kind"],
        "dynamics.systems": ["the way the collaboration is run", "systems and processes"],
        "dynamics.systems.facilitators": ["skilled facilitation carries"],
        "dynamics.systems.artefacts": ["what the group works out is not captured",
                                       "what members work out is not reliably written up"],
        "dynamics.ties": ["people do not come to know each other"],
        "dynamics.ties.continuity": ["people change too often", "keep sending the same people"],
        "dynamics.trust": ["trust is not strong enough"],
        "dynamics.power": ["differences in power", "power relations are"],
        "dynamics.power.participative-design": ["have little say in the programme",
                                                "planned for the members more than with them"],
        "context.organization.leadership": [
            "leaders who commit", "committed leaders", "leaders are committed",
            "leaders committed", "leaders back the collaboration",
            "leaders do not visibly stand behind", "leaders stand behind it",
            "leaders made a visible commitment", "behind all three steps stand the leaders",
            "people contradict each other about their leaders",
            "some organisations have leaders behind them", "senior leaders",
            "leaders are not visibly behind",
        ],
        "context.organization.internal-mechanisms": [
            "ways of sharing knowledge inside", "knowledge moves well inside"],
        "context.individual.gathering": ["gather knowledge"],
        "context.individual.communicating": ["one that carries knowledge to others"],
        "context.individual.translation": ["do not work out what it means at home",
                                           "work out what it means"],
        "context.organization.transfer": ["passing learning on in a planned way",
                                          "planned way of passing it on", "passing learning on"],
        "context.organization.amplification": ["building on it", "build on it too little"],
    },
}


# Those of them that are names: in a sentence with another one they read as two things.
NOUNS = ("capability in the subject", "subject capability", "people's own learning",
         "practical ideas", "personal growth")
# "At least one form of value" names no construct, though a root may be called "value".
COMMON = re.compile(r"\b(forms? of|kinds? of|some) $")


class Names:
    """Ids, names and plain names of a framework's constructs."""

    def __init__(self, framework):
        self.framework = framework
        self.name, self.plain, self.parent = {}, {}, {}
        self.read(os.path.join(HOME, "instruments", framework, "framework.yaml"))
        self.words = {}
        for i in self.name:
            own = [self.name[i], self.plain.get(i, "")]
            own += BY_HAND.get(framework, {}).get(i, [])
            for words in own:
                if words:
                    self.words.setdefault(normal(words), i)
        # The longest first: "capability in the subject" is no "capability".
        longest = sorted(self.words, key=len, reverse=True)
        self.pattern = re.compile(
            r"(?<![\w-])(" + "|".join(map(re.escape, longest)) + r")(?![\w-])") if longest else None

    def read(self, path):
        """Reads ids and names by their indents: no YAML in the standard library."""
        stack, inside = [], False
        for line in open(path, encoding="utf-8"):
            if re.match(r"\S", line):
                inside = line.startswith("constructs:")
                continue
            match = re.match(r"( *)- id: (\S+)", line)
            if inside and match:
                indent, own = len(match[1]), match[2]
                while stack and stack[-1][0] >= indent:
                    stack.pop()
                parent = stack[-1][1] if stack else None
                i = parent + own if own.startswith(".") and parent else own
                stack.append((indent, i))
                self.parent[i] = parent
                self.name[i] = i
            elif inside and stack:
                match = re.match(r"( *)(name|plain-name): (.+)", line)
                if match and len(match[1]) == stack[-1][0] + 2:
                    kept = self.name if match[2] == "name" else self.plain
                    kept[stack[-1][1]] = match[3].strip().strip("\"'")

    def find(self, text):
        """What a text names, in its order: (id, words, place)."""
        if not self.pattern:
            return []
        text = normal(text)
        return [(self.words[m[1]], m[1], m.start()) for m in self.pattern.finditer(text)
                if not COMMON.search(text[:m.start()]) or self.parent[self.words[m[1]]]]

    def is_name(self, i, words):
        """Whether words name a construct, and do not only speak of it."""
        own = (self.name[i], self.plain.get(i, ""), *NOUNS)
        return words in map(normal, own)

    def ids(self, text):
        """What a text names, each once, in its order."""
        return list(dict.fromkeys(i for i, _, _ in self.find(text)))

    def row(self, cells):
        """The construct of a row of a table: the first cell that is a name, or ends in one."""
        for cell in cells:
            for words in (cell, cell.rsplit(" (", 1)[0], inside_brackets(cell)):
                if words and normal(words) in self.words:
                    return self.words[normal(words)]
        return None

    def kin(self, a, b):
        """Whether a construct is another, or above or below it."""
        return a == b or a.startswith(b + ".") or b.startswith(a + ".")

    def children(self, i):
        return [c for c, p in self.parent.items() if p == i]


def inside_brackets(cell):
    match = re.search(r"\(([^()]+)\)$", cell.strip())
    return match[1] if match else ""


def normal(text):
    """One writing of a text: small letters, plain quotes, British s."""
    text = text.lower().replace("’", "'").replace("organiz", "organis")
    return re.sub(r"\s+", " ", text).strip()


@functools.lru_cache(None)
def names(framework):
    return Names(framework)
