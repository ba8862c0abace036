/// The scores of one case in one phase.
public struct CaseScore: Sendable, Hashable {
  /// The case.
  public var caseID: String
  /// The phase; nil where the study has none.
  public var phase: String?
  /// A score a construct, in the framework's order.
  public var constructs: [ConstructScore]
  /// The pillars, in the framework's order; empty where it has none.
  public var pillars: [PillarScore]
  /// Health, and its interval.
  public var health: HealthScore
  /// How many forms of value are borne out.
  public var valueBreadth: ValueBreadth
  /// The interviewees of the case and phase, coded or not; hidden where they are too few for the
  /// interviews to enter a figure.
  public var interviewees: Seen<Int>
  /// The sources of the case and phase by how many coders have read them; hidden as `interviewees`.
  public var codingCover: Seen<CodingCover>
  /// Who has not handed in sources that they are registered for; hidden from others than the researcher.
  public var notHandedIn: Seen<[NotHandedIn]>
  /// The units at exactly half the votes, which wait for a decision; hidden from others than the researcher.
  public var unresolvedUnits: Seen<Int>
  /// The responses of the case and phase, to others than the researcher those behind figures shown; hidden
  /// where they are too few.
  public var responses: Seen<Int>
  /// The organizations stated in them; hidden as `responses`.
  public var organizations: Seen<Int>
  /// What changed since the phase before; nil in the first phase and where it was not asked for.
  public var change: PhaseChange?
  /// Whether a registered coder has not handed in a source of the case and phase, so that more may come.
  public var awaitsCodings: Bool

  /// Creates a case's scores of which nothing is hidden.
  public init(
    caseID: String, phase: String?, constructs: [ConstructScore], pillars: [PillarScore],
    health: HealthScore, valueBreadth: ValueBreadth, interviewees: Int, codingCover: CodingCover,
    notHandedIn: [NotHandedIn] = [], unresolvedUnits: Int = 0,
    responses: Int, organizations: Int
  ) {
    self.caseID = caseID
    self.phase = phase
    self.constructs = constructs
    self.pillars = pillars
    self.health = health
    self.valueBreadth = valueBreadth
    self.interviewees = .shown(interviewees)
    self.codingCover = .shown(codingCover)
    self.notHandedIn = .shown(notHandedIn)
    awaitsCodings = !notHandedIn.isEmpty
    self.unresolvedUnits = .shown(unresolvedUnits)
    self.responses = .shown(responses)
    self.organizations = .shown(organizations)
  }

  /// Whether a figure or a number is hidden; what nearly all say is told, in words.
  public var hidesSomething: Bool {
    interviewees.isHidden || responses.isHidden
      || constructs.contains { $0.survey.isHidden || $0.gap.isHidden }
      || change?.constructs.contains { $0.survey.isHidden } == true
  }

  /// Whether something is told in words in place of a level, for nearly all answered alike.
  public var tellsInWords: Bool { constructs.contains { $0.survey.saying != nil } }

  /// Whether interviewees who are too few for numbers agreed that presence is told in words.
  public var hasAgreed: Bool {
    constructs.contains { if case .agreed = $0.interview?.heard { true } else { false } }
  }

  /// The forms of value that are told to be wanted in the interviews, in the framework's order; hidden where
  /// the interviews are.
  public var wantedInInterviews: Seen<[String]> {
    interviewees.map { _ in constructs.filter { $0.wish == .wanted }.map(\.id) }
  }

  /// The gaps that are shown, in the framework's order.
  public var shownGaps: [ValueGap] { constructs.compactMap(\.gap.figure) }

  /// The score of a construct.
  public func construct(_ id: String) -> ConstructScore? {
    constructs.first { $0.id == id }
  }
}

/// What is known of one construct in one case and phase.
public struct ConstructScore: Sendable, Hashable {
  /// The construct.
  public var id: String
  /// The interview stream; nil where the case and phase has no source.
  public var interview: InterviewFigure?
  /// The survey stream; in words where nearly all answered alike, absent where no respondent has it.
  public var survey: Told<SurveyFigure, Alike>
  /// Wanted against received; absent but for a form of value asked both ways.
  public var gap: Told<ValueGap, Never>
  /// Whether the interviews say of a form of value that it is wanted.
  public var wish = Wish.notWanted
  /// How far to believe it, 0 to 1.
  public var evidence: Double
  /// 0 to 100; nil without any stream.
  public var score: Double?
  /// The survey's uncertainty of the score.
  public var interval: Interval?
  /// The band, nil with `bandReason`.
  public var band: Band?
  /// Why there is no band although there is a score, or can be none.
  public var bandReason: BandReason?
  /// Whether a threshold lies strictly inside the interval; nil without band or interval.
  public var borderline: Bool?
  /// How interviews and survey agree.
  public var convergence: Convergence?

  /// Creates a construct's score.
  public init(
    id: String, interview: InterviewFigure?, survey: Told<SurveyFigure, Alike>,
    gap: Told<ValueGap, Never> = .absent, evidence: Double, score: Double?, interval: Interval?,
    band: Band?, bandReason: BandReason?, borderline: Bool?, convergence: Convergence?
  ) {
    self.id = id
    self.interview = interview
    self.survey = survey
    self.gap = gap
    self.evidence = evidence
    self.score = score
    self.interval = interval
    self.band = band
    self.bandReason = bandReason
    self.borderline = borderline
    self.convergence = convergence
  }
}

/// The bands of a score.
public enum Band: String, Sendable, Hashable, CaseIterable {
  case concern, developing, strength
}

/// Why there is no band although there is a score, or can be none.
public enum BandReason: String, Sendable, Hashable, CaseIterable {
  case tooLittleEvidence = "too little evidence"
  case sourcesDiffer = "sources differ"
  /// The construct's children are kinds that exclude or oppose each other: it has no score.
  case kinds
}

/// How interviews and survey agree on a construct.
public enum Convergence: String, Sendable, Hashable, CaseIterable {
  case agreement
  case partialAgreement = "partial agreement"
  case dissonance
  /// Coders differ on whether anybody spoke of it: no silence.
  case undecidedInterviews = "undecided: interviews"
  case silenceInterviews = "silence: interviews"
  case silenceSurvey = "silence: survey"
  case tooLittle = "too little to tell"
}

/// A pillar of health.
public struct PillarScore: Sendable, Hashable {
  /// The pillar.
  public var id: String
  /// 0 to 100; nil where too few parts enter.
  public var score: Double?
  /// The constructs that entered.
  public var entered: [String]
  /// The constructs left out for want of a band, with a score or without.
  public var leftOut: [String]

  /// Creates a pillar's score.
  public init(id: String, score: Double?, entered: [String], leftOut: [String]) {
    self.id = id
    self.score = score
    self.entered = entered
    self.leftOut = leftOut
  }
}

/// The mean of the pillars.
public struct HealthScore: Sendable, Hashable {
  /// 0 to 100; nil with fewer than two pillars.
  public var score: Double?
  /// The survey's uncertainty, by drawing organizations.
  public var interval: Interval?
  /// The draws that it is made of; nil where nothing was drawn.
  public var draws: Draws?
  /// The seed of the draws.
  public var seed: UInt64

  /// What was drawn.
  public struct Draws: Sendable, Hashable {
    /// How often organizations were drawn.
    public var made: Int
    /// Draws that gave no health and were dropped; to others than the researcher it is not told.
    public var dropped: Seen<Int>

    /// Creates draws.
    public init(made: Int, dropped: Seen<Int>) { (self.made, self.dropped) = (made, dropped) }
  }

  /// Creates a health score.
  public init(score: Double?, interval: Interval? = nil, draws: Draws? = nil, seed: UInt64) {
    self.score = score
    self.interval = interval
    self.draws = draws
    self.seed = seed
  }
}

/// Wanted against received, of one form of value.
public struct ValueGap: Sendable, Hashable {
  /// Where a form stands about the case's two means.
  public enum Quadrant: String, Sendable, Hashable {
    case concentrate = "concentrate here"
    case keep = "keep it up"
    case low = "lower priority"
    case overdone = "possibly overdone"
  }

  /// The form of value.
  public var id: String
  /// Wanted, 0 to 100, over the respondents who have both.
  public var desired: Double
  /// Received, 0 to 100, over the same respondents.
  public var derived: Double
  /// Wanted minus received.
  public var gap: Double
  /// The 95 % interval of the gap, not cut.
  public var interval: Interval?
  /// Whether 0 lies strictly outside the interval, as far as the survey alone goes; nil without one.
  public var clear: Bool? { interval.map(\.excludesZero) }
  /// The respondents who have both.
  public var n: Int
  /// As how many they count, as they weigh; see ``SurveyFigure/heads``.
  var heads: Int
  /// How many organizations were averaged; 0 where respondents were.
  public var organizations = 0
  /// See ``SurveyFigure/hidesEach``.
  var hidesEach = true
  /// The quadrant; nil where there are too few forms or respondents.
  public var quadrant: Quadrant?

  /// Creates a gap.
  public init(
    id: String, desired: Double, derived: Double, gap: Double, interval: Interval?,
    n: Int, quadrant: Quadrant?
  ) {
    self.id = id
    self.desired = desired
    self.derived = derived
    self.gap = gap
    self.interval = interval
    self.n = n
    heads = n
    self.quadrant = quadrant
  }

  /// How many were averaged: organizations, or respondents.
  public var units: Int { organizations > 0 ? organizations : n }
}
