public import StudyModel

/// A study's evidence under all rules of consensus.
public struct EvidenceByRule: Sendable {
  /// Under the rule by which the study is scored.
  public let own: StudyEvidence
  /// The interviews under each of the other rules.
  let others: [InterviewEvidence]

  /// The constructs whose band would be another under another rule of consensus.
  ///
  /// - Returns: In the order of the scores; empty where no other rule would change a band.
  public func sensitivity() -> [BandSensitivity] { scoresByRule().sensitivity }

  /// The scores under each rule, without health's draws: no band hangs on them.
  func scoresByRule() -> ScoresByRule {
    ScoresByRule(
      rule: own.rule, own: own.scores(drawsHealth: false),
      others: others.map { interviews in
        let scored = own.casesScored(of: interviews, seed: 1, drawsHealth: false)
        return (interviews.rule, scored.cases.indices.flatMap(scored.scores(ofCase:)))
      })
  }
}
