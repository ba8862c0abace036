/// Who stands in the pairs on which changes rest, as editions remember them.
extension CaseAnswers {
  /// The people behind the changes of a step that may be told.
  ///
  /// Of each phase those who stand in pairs, with the marks that they bear behind its level; of organizations
  /// that are paired, those who speak for one. A change is told of both phases, so nobody or enough must have
  /// come to either side of it since an earlier edition.
  ///
  /// - Parameters:
  ///   - marks: How respondents are told apart.
  ///   - step: The phases.
  ///   - figures: The figures of which a change is told.
  ///   - caseID: The case.
  ///   - name: What the phases are called.
  /// - Returns: Of each phase three sets a figure: its people, how they weigh, and in which organizations they
  ///   are.
  func people(
    _ marks: RespondentMarks, step: Step, of figures: some Sequence<Int>, caseID: String,
    named name: (Int) -> String?
  ) -> (before: [PublishedBase.People], after: [PublishedBase.People]) {
    var found: (before: [PublishedBase.People], after: [PublishedBase.People]) = ([], [])
    for figure in figures {
      let id = plan.tree.ids[plan.constructs[figure]]
      let paired = rows(in: pairing(figure, step: step), figure, step: step)
      guard !paired.before.isEmpty else { continue }
      func side(
        _ statistic: PublishedBase.Statistic, _ phase: Int, _ rows: Set<Int>
      ) -> [PublishedBase.People] {
        let said = said(figure, phase: phase, by: rows)
        return [
          PublishedBase.People(
            statistic,
            marks.people(.survey(id), said, caseID: caseID, phase: name(phase)).members),
          marks.weights(
            behind: statistic, said, byOrganizations: byOrganizations[phase] == true),
          marks.places(
            behind: statistic, markedAs: .survey(id), said, caseID: caseID, phase: name(phase),
            byOrganizations: byOrganizations[phase] == true),
        ]
      }
      found.before += side(.changeFrom(id), step.before, paired.before)
      found.after += side(.changeTo(id), step.after, paired.after)
    }
    return found
  }

  /// The rows of both phases that stand in the pairs of a figure; none where nobody is compared.
  private func rows(
    in pairing: Pairing, _ figure: Int, step: Step
  ) -> (before: Set<Int>, after: Set<Int>) {
    inPairs(
      pairing, before: base(figure, phase: step.before), after: base(figure, phase: step.after))
  }

  /// What some of those behind a figure contribute to it.
  func said(_ figure: Int, phase: Int, by rows: Set<Int>) -> [Contribution] {
    zip(base(figure, phase: phase), said(figure, phase: phase)).filter { rows.contains($0.0) }
      .map(\.1)
  }
}
