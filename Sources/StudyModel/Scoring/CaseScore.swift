/// The rule by which codings of several coders become one account.
public enum ConsensusRule: String, Sendable, Hashable, CaseIterable {
  /// More than half of the registered coders; exactly half is unresolved.
  case majority
  /// At least one.
  case any
  /// All of them.
  case unanimous
}

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
  /// How many forms of value are evident.
  public var valueBreadth: Int
  /// Wanted against received, a row a form of value asked both ways.
  public var gaps: [ValueGap]
  /// The forms of value said to be wanted in the interviews (codes `<form>.desired`).
  public var wantedInInterviews: [String]
  /// The interviewees of the case and phase, coded or not.
  public var interviewees: Int
  /// How many of them are convenors.
  public var convenors: Int
  /// The sources of the case and phase by how many coders have read them.
  public var codingCover: CodingCover
  /// The responses of the case and phase, and the organizations stated in them.
  public var responses: Int
  /// See `responses`.
  public var organizations: Int
  /// What was hidden from the reader these figures are for.
  public var suppression = Suppression()

  /// Creates a case's scores.
  public init(
    caseID: String, phase: String?, constructs: [ConstructScore], pillars: [PillarScore],
    health: HealthScore, valueBreadth: Int, gaps: [ValueGap], wantedInInterviews: [String],
    interviewees: Int, convenors: Int, codingCover: CodingCover, responses: Int,
    organizations: Int
  ) {
    self.caseID = caseID
    self.phase = phase
    self.constructs = constructs
    self.pillars = pillars
    self.health = health
    self.valueBreadth = valueBreadth
    self.gaps = gaps
    self.wantedInInterviews = wantedInInterviews
    self.interviewees = interviewees
    self.convenors = convenors
    self.codingCover = codingCover
    self.responses = responses
    self.organizations = organizations
  }

  /// The score of a construct.
  public func construct(_ id: String) -> ConstructScore? {
    constructs.first { $0.id == id }
  }
}

/// How many sources one coder, two, or more have read: those registered or, where none is, those
/// with a coding in it.
public struct CodingCover: Sendable, Hashable {
  /// Sources nobody has read.
  public var none = 0
  /// Sources one coder has read.
  public var one = 0
  /// Sources two coders have read.
  public var two = 0
  /// Sources more than two coders have read.
  public var more = 0

  /// Creates an empty cover.
  public init() {}
}

/// What is known of one construct in one case and phase.
public struct ConstructScore: Sendable, Hashable {
  /// The construct.
  public var id: String
  /// The interview stream; nil where the case and phase has no source.
  public var interview: InterviewFigure?
  /// The survey stream; nil where no respondent has it.
  public var survey: SurveyFigure?
  /// How far to believe it, 0 to 1.
  public var evidence: Double
  /// 0 to 100; nil without any stream.
  public var score: Double?
  /// The survey's uncertainty of the score.
  public var interval: Interval?
  /// The band, nil with `bandReason`.
  public var band: Band?
  /// Why there is no band although there is a score.
  public var bandReason: BandReason?
  /// Whether a threshold lies strictly inside the interval; nil without band or interval.
  public var borderline: Bool?
  /// How interviews and survey agree.
  public var convergence: Convergence?

  /// Creates a construct's score.
  public init(
    id: String, interview: InterviewFigure?, survey: SurveyFigure?, evidence: Double,
    score: Double?, interval: Interval?, band: Band?, bandReason: BandReason?, borderline: Bool?,
    convergence: Convergence?
  ) {
    self.id = id
    self.interview = interview
    self.survey = survey
    self.evidence = evidence
    self.score = score
    self.interval = interval
    self.band = band
    self.bandReason = bandReason
    self.borderline = borderline
    self.convergence = convergence
  }
}

/// A lower and an upper limit.
public struct Interval: Sendable, Hashable {
  /// The lower limit.
  public var low: Double
  /// The upper limit.
  public var high: Double

  /// Creates an interval.
  public init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }
}

/// The bands of a score.
public enum Band: String, Sendable, Hashable, CaseIterable {
  case concern, developing, strength
}

/// Why a score has no band.
public enum BandReason: String, Sendable, Hashable {
  case tooLittleEvidence = "too little evidence"
  case sourcesDiffer = "sources differ"
}

/// How interviews and survey agree on a construct.
public enum Convergence: String, Sendable, Hashable, CaseIterable {
  case agreement
  case partialAgreement = "partial agreement"
  case dissonance
  case silenceInterviews = "silence: interviews"
  case silenceSurvey = "silence: survey"
  case tooLittle = "too little to tell"
}

/// How far interviews corroborate a construct.
public enum Grade: String, Sendable, Hashable, CaseIterable {
  case absent, single, agreed, corroborated, triangulated

  /// The strength of the evidence, 0 to 1.
  public var strength: Double {
    switch self {
    case .absent: 0
    case .single: 1.0 / 3.0
    case .agreed, .corroborated: 2.0 / 3.0
    case .triangulated: 1
    }
  }
}

/// What the interviews (and documents) say of a construct.
public struct InterviewFigure: Sendable, Hashable {
  /// Which way the larger part of the informants speaks.
  public enum Side: String, Sendable, Hashable {
    case `for`, against
  }

  /// How many of a parent's children somebody spoke of.
  public struct Repertoire: Sendable, Hashable {
    /// Children with an informant.
    public var spoken: Int
    /// The framework's children.
    public var of: Int

    /// Creates a repertoire.
    public init(spoken: Int, of: Int) {
      self.spoken = spoken
      self.of = of
    }
  }

  /// Whether the numbers were taken out for other eyes: what is above 0 then stands as 1 without
  /// meaning a count, there is no side, and `contested` says no more than that sources differ.
  public var numbersHidden = false
  /// The level, 0 to 100; nil without a weighted unit.
  public var score: Double?
  /// Informants with at least one standing unit.
  public var informants: Int
  /// Informants with a weighted unit.
  public var measured: Int
  /// Interviewees of the case and phase.
  public var interviewees: Int
  /// Interviewees among the informants: the k of "k of n interviewees".
  public var speaking: Int
  /// Standing units.
  public var mentions: Int
  /// Informants with a contrary unit.
  public var contrary: Int
  /// Whether somebody speaks for and somebody against.
  public var contested: Bool
  /// Units at exactly half the votes.
  public var unresolved: Int
  /// The larger side; nil for parents and without informants.
  public var side: Side?
  /// The grade; nil for parents.
  public var grade: Grade?
  /// The strength of the evidence, 0 to 1.
  public var strength: Double
  /// Informants, but no level.
  public var presenceOnly: Bool
  /// For parents.
  public var repertoire: Repertoire?
  /// Whether all its standing units were coded by one coder only.
  public var oneCoderOnly: Bool
  /// For parents: whether all that was spoken of under it is denied.
  public var denied = false

  /// Creates a figure.
  public init(
    score: Double?, informants: Int, measured: Int, interviewees: Int, speaking: Int,
    mentions: Int, contrary: Int, contested: Bool, unresolved: Int, side: Side?, grade: Grade?,
    strength: Double, presenceOnly: Bool, repertoire: Repertoire?, oneCoderOnly: Bool
  ) {
    self.score = score
    self.informants = informants
    self.measured = measured
    self.interviewees = interviewees
    self.speaking = speaking
    self.mentions = mentions
    self.contrary = contrary
    self.contested = contested
    self.unresolved = unresolved
    self.side = side
    self.grade = grade
    self.strength = strength
    self.presenceOnly = presenceOnly
    self.repertoire = repertoire
    self.oneCoderOnly = oneCoderOnly
  }

  /// What a presence study prints: `evident`, `denied`, `contested` or `not spoken of`; where the
  /// numbers are hidden, `sources differ` for whatever is not plainly evident.
  public var presence: Presence {
    guard informants > 0 else { return .notSpokenOf }
    if contested, numbersHidden { return .sourcesDiffer }
    if contested { return .contested }
    return side == .against || denied ? .denied : .evident
  }
}

/// Whether a construct is there, by what the interviews say.
public enum Presence: String, Sendable, Hashable {
  case evident, denied, contested
  case notSpokenOf = "not spoken of"
  /// For other eyes, where too few were interviewed: contested, denied, or evident with a doubt.
  case sourcesDiffer = "sources differ"
}

/// What the survey says of a construct.
public struct SurveyFigure: Sendable, Hashable {
  /// The level, 0 to 100.
  public var score: Double
  /// What was averaged.
  public var weighting: ScoringRules.Weighting
  /// The respondents in it.
  public var n: Int
  /// Respondents left out for want of an organization.
  public var unplaced: Int
  /// Organizations stated among those in it.
  public var organizations: Int
  /// The sample sd over the respondents; nil for one.
  public var sd: Double?
  /// The 95 % interval, cut to 0..100.
  public var interval: Interval?
  /// Within-group agreement, r_wg(j), over all respondents of the case who answered every item.
  ///
  /// Nil for parents, for fewer than two such respondents, and where the items' scales differ.
  public var rwg: Double?
  /// Average deviation about the mean, in scale points, over the same respondents; nil as `rwg`.
  public var averageDeviation: Double?
  /// Respondents in it whose y is above 50.
  public var above: Int
  /// Respondents in it whose y is 50.
  public var middle: Int
  /// Respondents in it whose y is below 50.
  public var below: Int
  /// Of the answers that could have been given, how many were not; 0 for parents.
  ///
  /// Over all respondents of the case. What was not asked or does not apply could not be given.
  public var notAnswered: Int
  /// The answers that could have been given; 0 for parents.
  public var askable: Int
  /// How many answers each point of the scale got over the construct's items, lowest first.
  ///
  /// Over all respondents of the case, reversed items turned; empty for parents and where the items'
  /// scales differ.
  public var points: [Int]

  /// Creates a figure.
  public init(
    score: Double, weighting: ScoringRules.Weighting, n: Int, unplaced: Int, organizations: Int,
    sd: Double?, interval: Interval?, rwg: Double? = nil, averageDeviation: Double? = nil,
    above: Int = 0, middle: Int = 0, below: Int = 0, notAnswered: Int = 0, askable: Int = 0,
    points: [Int] = []
  ) {
    self.score = score
    self.weighting = weighting
    self.n = n
    self.unplaced = unplaced
    self.organizations = organizations
    self.sd = sd
    self.interval = interval
    self.rwg = rwg
    self.averageDeviation = averageDeviation
    self.above = above
    self.middle = middle
    self.below = below
    self.notAnswered = notAnswered
    self.askable = askable
    self.points = points
  }
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
  /// Draws that gave a health.
  public var draws: Int
  /// Draws that gave none and were dropped.
  public var dropped: Int
  /// The seed of the draws.
  public var seed: UInt64

  /// Creates a health score.
  public init(score: Double?, interval: Interval?, draws: Int, dropped: Int, seed: UInt64) {
    self.score = score
    self.interval = interval
    self.draws = draws
    self.dropped = dropped
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
  /// Whether 0 lies strictly outside the interval; nil without one.
  public var clear: Bool?
  /// The respondents who have both.
  public var n: Int
  /// The quadrant; nil where there are too few forms or respondents.
  public var quadrant: Quadrant?

  /// Creates a gap.
  public init(
    id: String, desired: Double, derived: Double, gap: Double, interval: Interval?, clear: Bool?,
    n: Int, quadrant: Quadrant?
  ) {
    self.id = id
    self.desired = desired
    self.derived = derived
    self.gap = gap
    self.interval = interval
    self.clear = clear
    self.n = n
    self.quadrant = quadrant
  }
}
