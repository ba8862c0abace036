public import StudyModel

/// The scores of cases, made when they are asked for.
public struct CasesScored: Sendable {
  /// The ids of the cases, in order.
  public let cases: [String]
  let scoring: Scoring
  let paired: PairedChange?

  /// The scores of the case at a place, a phase each, with what changed where that was asked for.
  public func scores(ofCase place: Int) -> [CaseScore] {
    let scores = scoring.scores(ofCase: place)
    return paired.map { scoring.withChanges(scores, paired: $0) } ?? scores
  }
}
