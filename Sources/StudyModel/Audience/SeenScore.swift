/// A case's scores in one phase as one reader sees them; made by ``Eyes`` alone.
///
/// For others than the researcher every number in it is one that may be published: whole, on enough
/// people, and formed without what is hidden. Whatever is printed, ordered, drawn or concluded is made
/// from this, so that no page decides what to hide.
@dynamicMemberLookup
public struct SeenScore: Sendable, Hashable {
  /// For whom scores were formed.
  enum Formed: Sendable, Hashable {
    /// For the researcher, as they are.
    case asTheyAre
    /// For others, to whom a passage may be quoted that is coded with nothing but this: that of which a word
    /// or a wish is told.
    case forOthers(quotable: Set<QuoteMark>)
  }

  /// The scores.
  var score: CaseScore
  /// For whom they were formed.
  let formed: Formed

  init(_ score: CaseScore, formed: Formed) {
    (self.score, self.formed) = (score, formed)
  }

  /// A figure of the scores.
  public subscript<Value>(dynamicMember path: KeyPath<CaseScore, Value>) -> Value {
    score[keyPath: path]
  }

  /// The score of a construct.
  public func construct(_ id: String) -> ConstructScore? { score.construct(id) }
}

/// The scores of cases and phases as some eyes see them, which they alone make: whatever a page is made from says
/// with it for whom it may be.
public struct SeenScores: Sendable, Hashable {
  /// Whose eyes.
  public let eyes: Eyes
  /// The scores, in their order.
  public let list: [SeenScore]

  init(by eyes: Eyes, _ list: [SeenScore]) { (self.eyes, self.list) = (eyes, list) }
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
