/// A rule that turns figures into a plain sentence.
///
/// A rule fires only on evidence that is there: a condition on an absent figure is unknown, and
/// what is unknown does not fire, nor does its negation.
public struct FindingRule: Sendable, Hashable {
  /// What a rule is about.
  public enum Scope: String, Sendable, Hashable {
    /// One case (and phase): the health report.
    case `case`
    /// The whole set of cases: the comparison.
    case set
  }

  /// What the finding says of the collaboration.
  ///
  /// A `strength` says that something goes well; it is not said of what falls clearly short, nor where
  /// interviews and survey contradict each other.
  public enum Tone: String, Sendable, Hashable {
    case strength, shortfall, caution, neutral
  }

  /// The id.
  public var id: String
  /// What it is about.
  public var scope: Scope
  /// The report section it belongs to.
  public var section: String
  /// What it says of the collaboration.
  public var tone: Tone
  /// The constructs it is tried on, one after the other, as `this`; empty for a rule tried once.
  public var each: [String]
  /// The condition.
  public var condition: FindingCondition
  /// The finding as a heading, about ten words; nil where it is no heading.
  public var heading: FindingText?
  /// The finding in one plain sentence or two.
  public var says: FindingText
  /// The same where the rule fires on several constructs; nil where each is said by itself.
  public var ofSeveral: FindingTextOfSeveral?
  /// Recommendations it calls for, by id.
  public var recommends: [String]
  /// Where the model says so.
  public var source: Citation?

  /// Creates a rule.
  public init(
    id: String, scope: Scope = .case, section: String, tone: Tone, each: [String] = [],
    condition: FindingCondition, heading: FindingText?, says: FindingText,
    ofSeveral: FindingTextOfSeveral? = nil, recommends: [String] = [], source: Citation? = nil
  ) {
    self.id = id
    self.scope = scope
    self.section = section
    self.tone = tone
    self.each = each
    self.condition = condition
    self.heading = heading
    self.says = says
    self.ofSeveral = ofSeveral
    self.recommends = recommends
    self.source = source
  }
}

/// A condition over scores, strengths, grades, gaps, attributes and counts.
public indirect enum FindingCondition: Sendable, Hashable {
  /// A number compared with bounds (each nil where not asked for).
  case number(Quantity, Bounds)
  /// A word that must be one of these.
  case word(Word, oneOf: [String])
  /// Whether the gap of a form of value is clear, and to which side.
  case gap(construct: String, GapReading)
  /// Whether a construct is the lowest or highest by score of those named, all of which have one.
  case extreme(construct: String, highest: Bool, of: [String])
  /// Every one holds.
  case all([FindingCondition])
  /// At least one holds.
  case any([FindingCondition])
  /// It does not hold.
  case not(FindingCondition)
  /// Set rules only: the number, or share, of cases in which the condition holds is within bounds.
  case cases(FindingCondition, count: Bounds?, share: Bounds?)

  /// Numbers a condition may name, of a construct or of `this`.
  public enum Quantity: Sendable, Hashable {
    /// Score, interview level, survey level, evidence, strength of the interview stream.
    case score(String)
    case interviewLevel(String)
    case surveyLevel(String)
    case evidence(String)
    case strength(String)
    /// Wanted, received, and wanted minus received.
    case desired(String)
    case derived(String)
    case gap(String)
    /// Informants, contrary informants, mentions, and survey answers of a construct.
    case informants(String)
    case contrary(String)
    case mentions(String)
    case answers(String)
    /// Children with an informant, of a parent.
    case spoken(String)
    case pillar(String)
    case health
    case valueBreadth
    /// The forms of value that are found, by their standing.
    case formsFound
    case interviewees
    case organizations
    /// Change of a construct from the phase before, by one stream: the survey's, else the interviews'.
    case change(String)
    /// The constructs of which the survey's change is clear.
    case clearChanges
    /// The questions put to interviews and survey on which they agree, agree in part, contradict each other,
    /// and can be compared: ``SourcesCompared``.
    case agreeing
    case agreeingInPart
    case contradicting
    case compared
    /// A case attribute read as a number.
    case attribute(String)
  }

  /// Words a condition may name.
  public enum Word: Sendable, Hashable {
    case band(String)
    case grade(String)
    case side(String)
    case convergence(String)
    case quadrant(String)
    /// `evident`, `in part`, `denied`, `contested`, `not spoken of`: what the interviews say of a construct.
    case presence(String)
    /// `there`, `in part`, `not there`, `contested`, `thin`, `silent`: ``Standing``, by its level where it has one, else by what the interviews say.
    case standing(String)
    /// `most`, `clear`, `not clear`: what is lost on the way to a step of the chain.
    case loss(String)
    /// `rose`, `fell`, `no clear change`: how it changed since the phase before, by one stream.
    case changed(String)
    /// Whether it is wanted in the interviews (`yes`, `no`): codes `<form>.desired`.
    case wanted(String)
    case attribute(String)
  }

  /// Bounds of a number; compared after rounding to 9 decimals.
  public struct Bounds: Sendable, Hashable {
    /// The number is this or more.
    public var atLeast: Double?
    /// The number is more.
    public var above: Double?
    /// The number is this or less.
    public var atMost: Double?
    /// The number is less.
    public var below: Double?

    /// Creates bounds.
    public init(
      atLeast: Double? = nil, above: Double? = nil, atMost: Double? = nil, below: Double? = nil
    ) {
      self.atLeast = atLeast
      self.above = above
      self.atMost = atMost
      self.below = below
    }
  }
}

/// A sentence with slots for names and figures, such as `{received this}`.
public struct FindingText: Sendable, Hashable {
  /// A piece of the sentence.
  public enum Piece: Sendable, Hashable {
    case words(String)
    /// A slot: what is asked for, of which construct (or `this`, an attribute's id, or nothing), and
    /// whether its first letter is to be a capital one, as at the start of a sentence.
    case slot(Slot, of: String?, capital: Bool = false)
  }

  /// What a slot may ask for.
  public enum Slot: String, Sendable, Hashable, CaseIterable {
    /// The construct's plain name, or the field's; lower-cased inside a sentence.
    case name, term
    /// Levels as whole numbers; the gap as `43 short` or `17 over`; intervals as `33 to 53`.
    case score, wanted, received, gap, interval, survey, interviews
    /// `6 of 8` interviewees; a number of answers; a number of segments.
    case informants, answers, mentions
    case grade, band, convergence, change
    /// `44 of 100`, or what the interviews say where there is no level: `denied`.
    case level
    /// The score with what it is made of: `87 of 100 (survey 78, interviews 96)`; of one stream `78 of 100`.
    case joint
    /// The share of respondents above the middle; what is lost on the way to a step of the chain, `74 points`.
    case share, loss
    /// On how many questions put to both interviews and survey agree, agree in part, contradict each other, of
    /// how many that can be compared.
    case agreeing
    case agreeingInPart = "agreeing-in-part"
    case contradicting, compared
    /// The case's name; a case attribute; health; the number of forms of value.
    case caseName = "case-name"
    case attribute, health, breadth
    /// By what value is borne out: `the survey`, `interviews or survey`, `the sources` where nobody was interviewed.
    case streams
    /// The score of a pillar.
    case pillar
    /// Set rules: the cases in which the condition holds, how many, and of how many.
    case cases, count, of
    /// What is said of each of several constructs, as a list: in a text of several alone.
    case items
  }

  /// The pieces, in order.
  public var pieces: [Piece]

  /// Creates a text.
  public init(_ pieces: [Piece]) {
    self.pieces = pieces
  }
}

extension FindingText.Piece {
  /// Whether it is the place of the list of several constructs.
  public var isItems: Bool { if case .slot(.items, _, _) = self { true } else { false } }
}

/// What a rule says where it fires on several constructs: one sentence, with a few words on each.
public struct FindingTextOfSeveral: Sendable, Hashable {
  /// The heading, with `{items}` where the names stand; nil where that of one stands for all.
  public var heading: FindingText?
  /// The sentence, with `{items}` where the list stands.
  public var says: FindingText
  /// What is said of each: `{term this} ({change this})`.
  public var item: FindingText

  /// Creates a text.
  public init(heading: FindingText? = nil, says: FindingText, item: FindingText) {
    (self.heading, self.says, self.item) = (heading, says, item)
  }
}

/// A section of a case's report: which figure is drawn, of which constructs.
public struct ReportSection: Sendable, Hashable {
  /// The figures that the program knows how to draw.
  public enum Figure: String, Sendable, Hashable, CaseIterable {
    /// Wanted and received, a row a leaf under `of`.
    case wantedAndReceived = "wanted-and-received"
    /// Diverging bars, grouped by the children of `of`.
    case practices
    /// Who speaks of what: a list a construct, interviews only.
    case mentions
    /// Attributes of the case.
    case facts
    /// Discs from 0 to 100, ordered by level.
    case levels
    /// Bars in causal order with the drop between two.
    case chain
    /// Interviews and survey side by side.
    case joint
  }

  /// The sections that every case's report has beside the framework's own; findings may name them.
  public static let ofEveryCase = ["headline", "next", "trend", "quality", "method"]

  /// The sections that every comparison has; findings about the set may name them.
  public static let ofEveryComparison = [
    "headline", "meta", "value", "practices", "survey", "alike", "paths", "deviant", "method",
  ]

  /// The id, an anchor on the page and the name by which findings say where they belong.
  public var id: String
  /// The kicker above the heading, such as `Value`.
  public var title: String
  /// The heading where no finding gives one.
  public var heading: String
  /// How to read the figure, in a sentence or two.
  public var reading: SectionReading
  /// The parts: a figure each, with the constructs it shows.
  public var parts: [Part]
  /// What to collect where there is nothing to show.
  public var whenEmpty: String

  /// A part of a section.
  public struct Part: Sendable, Hashable {
    /// The figure.
    public var figure: Figure
    /// The title, where a section has several parts.
    public var title: String
    /// The constructs, as written: a parent stands for what is under it.
    public var of: [String]
    /// Attributes of the case, with their labels, for `facts`.
    public var attributes: [String]
    /// Plain words for the steps of a chain or the questions of a joint display, one a construct.
    public var labels: [String]

    /// Creates a part.
    public init(
      figure: Figure, title: String, of: [String], attributes: [String] = [], labels: [String] = []
    ) {
      self.figure = figure
      self.title = title
      self.of = of
      self.attributes = attributes
      self.labels = labels
    }
  }

  /// Creates a section.
  public init(
    id: String, title: String, heading: String, reading: SectionReading, parts: [Part],
    whenEmpty: String
  ) {
    self.id = id
    self.title = title
    self.heading = heading
    self.reading = reading
    self.parts = parts
    self.whenEmpty = whenEmpty
  }
}
