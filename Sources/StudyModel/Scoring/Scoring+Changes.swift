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
        changed[place].change = change(
          from: scores[at], to: score, since: since,
          respondents: respondents?.changes(case: score.caseID, from: since, to: phase) ?? [:],
          organizations: organizations?.changes(case: score.caseID, from: since, to: phase) ?? [:])
      }
      last[score.caseID] = place
    }
    return changed
  }

  private static func change(
    from earlier: CaseScore, to later: CaseScore, since: String,
    respondents: [String: SurveyChange], organizations: [String: SurveyChange]
  ) -> PhaseChange {
    let known = Dictionary(
      earlier.constructs.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let constructs = later.constructs.compactMap { after -> ConstructChange? in
      let before = known[after.id]
      let survey =
        respondents[after.id] ?? organizations[after.id]
        ?? SurveyChange(from: before?.survey, to: after.survey)
      let interviews = after.interview?.score.flatMap { level in
        before?.interview?.score.map { level - $0 }
      }
      guard interviews != nil || before?.survey != nil || after.survey != nil else { return nil }
      return ConstructChange(id: after.id, survey: survey, interviews: interviews)
    }
    return PhaseChange(since: since, constructs: constructs)
  }
}

extension CaseScore {
  /// Whether the case has a source or a response in the phase.
  var hasEvidence: Bool {
    responses != .shown(0) || constructs.contains { $0.interview != nil }
  }
}
