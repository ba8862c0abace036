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

  /// What others than the researcher are told in place of grade, side and numbers; nil for the
  /// researcher, and where nobody was interviewed.
  ///
  /// `informants` and `speaking` are then the k of "k of n interviewees" from 2 on, and 0 below.
  public var heard: Heard?
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

  /// Whether somebody spoke of it, as far as the reader may know.
  public var isSpoken: Bool { heard?.isSpoken ?? (informants > 0) }

  /// What a presence study prints: `evident`, `denied`, `contested` or `not spoken of`; for others
  /// than the researcher what they are told.
  public var presence: Presence {
    if let heard { return heard.presence }
    guard informants > 0 else { return .notSpokenOf }
    if contested { return .contested }
    return side == .against || denied ? .denied : .evident
  }
}

/// Whether a construct is there, by what the interviews say.
public enum Presence: String, Sendable, Hashable {
  case evident, denied, contested
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
