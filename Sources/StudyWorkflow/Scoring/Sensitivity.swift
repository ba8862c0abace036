public import StudyModel

extension StudyEvidence {
  /// The constructs whose band would be another under another rule of consensus.
  ///
  /// - Returns: nothing where the evidence was not read under all three rules.
  public func sensitivity(
    _ framework: Framework, scoredBy rule: ConsensusRule, seed: UInt64 = 1
  ) -> [BandSensitivity] {
    var scores: [ConsensusRule: [CaseScore]] = [:]
    for rule in ConsensusRule.allCases {
      scores[rule] = self.scores(framework, rule: rule, seed: seed)
    }
    return Scoring.sensitivity(scores, scoredBy: rule)
  }
}
