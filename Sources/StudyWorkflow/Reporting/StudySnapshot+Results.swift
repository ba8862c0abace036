import StudyModel

extension StudySnapshot {
  /// Reads what reports are made from.
  ///
  /// - Parameters:
  ///   - eyes: Whose: what is settled for others than the researcher takes a further pass over the answers.
  ///   - rule: The rule of consensus.
  ///   - seed: The seed of the health interval and of agreement's.
  ///   - quoting: Whose words are read with it.
  /// - Returns: The results.
  /// - Throws: `StudyFileError`; `CancellationError`.
  func results(
    for eyes: Eyes, rule: ConsensusRule = .majority, seed: UInt64 = 1,
    quoting: Quoting = .everybody
  ) throws -> StudyResults {
    try StudyResults(
      self, from: StudyCorpus(self, rule: rule, quoting: quoting, agreement: .presence), for: eyes,
      seed: seed)
  }
}
