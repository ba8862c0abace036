public import StudyModel

extension StudyEvidence {
  /// The constructs whose band would be another under another rule of consensus.
  ///
  /// - Returns: nothing where the evidence was not read under all three rules.
  public func sensitivity(scoredBy rule: ConsensusRule) -> [BandSensitivity] {
    Scoring.sensitivity(scoresWithoutHealth, scoredBy: rule)
  }

  /// The scores under each rule, without health's draws: no band hangs on them.
  var scoresWithoutHealth: [ConsensusRule: [CaseScore]] {
    var scores: [ConsensusRule: [CaseScore]] = [:]
    for rule in ConsensusRule.allCases {
      scores[rule] = self.scores(rule: rule, drawsHealth: false)
    }
    return scores
  }
}
