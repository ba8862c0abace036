extension Scoring {
  /// The scores with what changed since the phase before, one stream at a time.
  ///
  /// What belongs to no phase has no place in time and is left out, as are phases in which the case has no
  /// evidence. Scoring specification, section 9.
  ///
  /// - Parameters:
  ///   - scores: Scores that this made; those of a case with its phases in time.
  ///   - paired: Those who answered more than once; nil where nobody did.
  /// - Returns: The same scores, in the same order.
  public func withChanges(_ scores: [CaseScore], paired: PairedChange?) -> [CaseScore] {
    var last: [String: Int] = [:]
    var changed = scores
    for (place, score) in scores.enumerated() {
      guard let phase = score.phase, score.hasEvidence else { continue }
      if let at = last[score.caseID], let since = scores[at].phase {
        let survey = step(of: score.caseID, from: since, to: phase, paired: paired)
        changed[place].change = PhaseChange(
          from: scores[at], to: score, since: since,
          interviews: interviews.changes(caseID: score.caseID, from: since, to: phase)
        ) { number, before, after in
          let levels = before.figure.flatMap { before in after.figure.map { (before, $0) } }
          return Told(levels.flatMap { survey?.change(of: number, from: $0, to: $1) })
        }
      }
      last[score.caseID] = place
    }
    return changed
  }

  /// What the survey's changes of a case are formed from; nil without a survey.
  private func step(
    of caseID: String, from earlier: String, to later: String, paired: PairedChange?
  ) -> SurveySums.Step? {
    guard let sums, let before = sums.cells.cell(caseID: caseID, phase: earlier),
      let after = sums.cells.cell(caseID: caseID, phase: later)
    else { return nil }
    return SurveySums.Step(
      sums, from: slots[before], to: slots[after],
      paired: paired?.differences(case: caseID, from: earlier, to: later))
  }
}

extension CaseScore {
  /// Whether the case has a source or a response in the phase.
  var hasEvidence: Bool {
    responses != .shown(0) || constructs.contains { $0.interview != nil }
  }
}
