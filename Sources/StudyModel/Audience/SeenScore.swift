/// A case's scores in one phase as one reader sees them; made by ``Eyes`` alone.
///
/// For others than the researcher every number in it is one that may be published: whole, on enough
/// people, and formed without what is hidden. Whatever is printed, ordered, drawn or concluded is made
/// from this, so that no page decides what to hide.
@dynamicMemberLookup
public struct SeenScore: Sendable, Hashable {
  /// The scores.
  let score: CaseScore
  /// Whether it is formed for others than the researcher.
  let isForOthers: Bool

  init(_ score: CaseScore) { self.init(score: score, isForOthers: false) }

  private init(score: CaseScore, isForOthers: Bool) {
    self.score = score
    self.isForOthers = isForOthers
  }

  /// The scores as they were formed for others than the researcher.
  static func forOthers(_ score: CaseScore) -> SeenScore {
    SeenScore(score: score, isForOthers: true)
  }

  /// A figure of the scores.
  public subscript<Value>(dynamicMember path: KeyPath<CaseScore, Value>) -> Value {
    score[keyPath: path]
  }

  /// The score of a construct.
  public func construct(_ id: String) -> ConstructScore? { score.construct(id) }
}

/// The figures of a study as they are, which only ``Eyes`` can make visible.
public struct RawScores: Sendable {
  /// The framework.
  let framework: Framework
  /// What the interviews say.
  let interviews: InterviewEvidence
  /// The survey as it may be shown; nil without one, and where it is not asked for.
  let survey: SurveyForOthers?
  /// The scores as the researcher sees them.
  let scores: [CaseScore]
  /// The seed of health's draws.
  let seed: UInt64

  /// Puts a study's figures together.
  public init(
    framework: Framework, interviews: InterviewEvidence, survey: SurveyForOthers?,
    scores: [CaseScore], seed: UInt64
  ) {
    self.framework = framework
    self.interviews = interviews
    self.survey = survey
    self.scores = scores
    self.seed = seed
  }
}
