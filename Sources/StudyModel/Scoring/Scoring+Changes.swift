extension Scoring {
  /// The scores with what changed since the phase before.
  ///
  /// Pairs are respondents where at least three answered in both phases, else organizations where at
  /// least three did; else the levels' difference stands without an interval. What belongs to no
  /// phase has no place in time and is left out, as are phases in which the case has no evidence.
  /// Scoring specification, section 9.
  ///
  /// - Parameters:
  ///   - scores: The scores of all cases; those of a case with its phases in time.
  ///   - respondents: Those who answered more than once; nil where nobody did.
  ///   - organizations: The sums the scores were made from; nil without a survey.
  /// - Returns: The same scores, in the same order.
  public static func withChanges(
    _ scores: [CaseScore], respondents: PairedChange?, organizations: SurveySums?
  ) -> [CaseScore] {
    var last: [String: Int] = [:]
    var changed = scores
    for (place, score) in scores.enumerated() {
      guard let phase = score.phase, score.hasEvidence else { continue }
      if let at = last[score.caseID], let since = scores[at].phase {
        let paired =
          respondents?.changes(case: score.caseID, from: since, to: phase) ?? [:]
        let placed =
          organizations?.changes(case: score.caseID, from: since, to: phase) ?? [:]
        changed[place].change = PhaseChange(from: scores[at], to: score, since: since) {
          number, before, after in
          let id = score.constructs[number].id
          let levels = before.figure.flatMap { before in
            after.figure.map { SurveyChange(from: before, to: $0) }
          }
          return Told(paired[id] ?? placed[id] ?? levels)
        }
      }
      last[score.caseID] = place
    }
    return changed
  }
}

extension CaseScore {
  /// Whether the case has a source or a response in the phase.
  var hasEvidence: Bool {
    responses != .shown(0) || constructs.contains { $0.interview != nil }
  }
}
