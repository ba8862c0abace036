/// A construct whose band would be another under another rule of consensus.
///
/// Scoring specification, section 1: reports say for which constructs that is so.
public struct BandChange: Sendable, Hashable {
  /// The case.
  public var caseID: String
  /// The phase; nil where the study has none.
  public var phase: String?
  /// The construct.
  public var construct: String
  /// The other rule.
  public var rule: ConsensusRule
  /// The band under `majority`, nil without one.
  public var band: Band?
  /// The band under the other rule, nil without one.
  public var other: Band?

  /// Lists the changes between scores under one rule and scores of the same cases under another.
  public static func between(
    _ scores: [CaseScore], and others: [CaseScore], rule: ConsensusRule
  ) -> [BandChange] {
    zip(scores, others).flatMap { score, other in
      zip(score.constructs, other.constructs).compactMap { mine, theirs in
        guard mine.id == theirs.id, mine.band != theirs.band else { return nil }
        return BandChange(
          caseID: score.caseID, phase: score.phase, construct: mine.id, rule: rule,
          band: mine.band, other: theirs.band)
      }
    }
  }
}
