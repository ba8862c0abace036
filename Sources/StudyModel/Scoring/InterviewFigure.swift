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

  /// How much of who said it its reader is told.
  public enum Account: Sendable, Hashable {
    /// All of it: to the researcher, and to others where nobody was interviewed.
    case counted(Counts)
    /// A word in place of grade and numbers; with the interviewees who speak of it where two or more do.
    case told(Heard, Voices?)
  }

  /// `k of n` interviewees.
  public struct Voices: Sendable, Hashable {
    /// The interviewees who speak of it.
    public var speaking: Int
    /// The interviewees of the case and phase.
    public var interviewees: Int
  }

  /// How much its reader is told of who said it.
  public var account: Account
  /// The level, 0 to 100; nil without a weighted unit.
  public var score: Double?
  /// The larger side; nil for parents, without informants, and where it is not told.
  public var side: Side?
  /// How far it carries its level where the two streams are put together, 0 to 1; for the researcher the
  /// strength of the evidence.
  var weight: Double

  /// Creates a figure that says no more than a word.
  init(_ heard: Heard, voices: Voices? = nil) {
    account = .told(heard, voices)
    weight = 0
  }

  /// Creates a figure of which everything is told.
  public init(score: Double?, side: Side?, strength: Double, counts: Counts) {
    account = .counted(counts)
    self.score = score
    self.side = side
    weight = strength
  }

  /// What was counted; nil where it is hidden.
  public var counts: Counts? {
    if case .counted(let counts) = account { counts } else { nil }
  }

  /// The word that stands for it; nil where everything is told.
  public var heard: Heard? {
    if case .told(let heard, _) = account { heard } else { nil }
  }

  /// The interviewees who speak of it, of all; nil where how many is hidden.
  public var voices: Voices? {
    switch account {
    case .counted(let counts):
      Voices(speaking: counts.speaking, interviewees: counts.interviewees)
    case .told(_, let voices): voices
    }
  }

  /// The grade; nil for parents and where it is hidden.
  public var grade: Grade? { counts?.grade }

  /// The strength of the evidence, 0 to 1; nil where it is hidden.
  public var strength: Double? { counts == nil ? nil : weight }

  /// How many speak of it, to others than the researcher from two on; nil where it is hidden.
  public var informants: Int? { counts?.informants ?? voices?.speaking }

  /// Whether it was spoken of without a level.
  public var presenceOnly: Bool {
    guard score == nil else { return false }
    switch account {
    case .counted(let counts): return counts.informants > 0
    case .told(.borneOut, _), .told(.sourcesDiffer, _): return true
    case .told: return false
    }
  }

  /// Whether somebody spoke of it, as far as the reader may know.
  public var isSpoken: Bool {
    switch account {
    case .counted(let counts): counts.informants > 0
    case .told(let heard, _): heard.isSpoken
    }
  }

  /// What a presence study prints; for others than the researcher what they are told.
  public var presence: Presence {
    switch account {
    case .told(let heard, _): heard.presence
    case .counted(let counts): counts.presence
    }
  }
}

/// Whether a construct is there, by what the interviews say.
public enum Presence: String, Sendable, Hashable {
  /// Somebody says that it is there, and more do than say that it is not.
  case evident
  /// Nobody says that it is there and nobody that it is not: it is and is not, in one breath.
  case inPart = "in part"
  /// Some say that it is there, others that it is not.
  case contested
  case denied
  /// Coders differ on whether anybody spoke of it, and no decision was made: neither there nor silence.
  case undecided
  case notSpokenOf = "not spoken of"
  /// For other eyes: two or more on each side.
  case sourcesDiffer = "sources differ"
  /// For other eyes: silence, one voice, or a lone contrary voice.
  case littleHeard = "little heard"
  /// For other eyes, of few interviewees.
  case heardFromMoreThanOne = "heard from more than one"
  /// For other eyes, of few interviewees: anything else.
  case hidden
}
