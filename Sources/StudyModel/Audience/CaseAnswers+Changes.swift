/// Who stands in the pairs on which changes rest, as editions remember them.
extension CaseAnswers {
  /// The people behind the changes of a step that may be told.
  ///
  /// Of each phase those who stand in pairs, with the marks that they bear behind its level; of organizations
  /// that are paired, all who speak for one. A change is told of both phases, so nobody or enough must have
  /// come to either side of it since an earlier edition.
  ///
  /// - Parameters:
  ///   - marks: How respondents are told apart.
  ///   - step: The phases.
  ///   - figures: The figures of which a change is told.
  ///   - caseID: The case.
  ///   - name: What the phases are called.
  /// - Returns: Six sets a figure: each side's people, how they weigh, and in which organizations they are.
  func people(
    _ marks: RespondentMarks, step: Step, of figures: some Sequence<Int>, caseID: String,
    named name: (Int) -> String?
  ) -> [PublishedBase.People] {
    figures.flatMap { figure -> [PublishedBase.People] in
      let id = plan.tree.ids[plan.constructs[figure]]
      let paired = rows(in: pairing(figure, step: step), figure, step: step)
      let sides: [(PublishedBase.Statistic, [Contribution], Int)] = [
        (.changeFrom(id), said(figure, phase: step.before, by: paired.before), step.before),
        (.changeTo(id), said(figure, phase: step.after, by: paired.after), step.after),
      ]
      guard !paired.before.isEmpty else { return [] }
      return sides.flatMap { statistic, said, phase in
        [
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
    }
  }

  /// The rows of both phases that stand in the pairs of a figure; none where nobody is compared.
  private func rows(
    in pairing: Pairing, _ figure: Int, step: Step
  ) -> (before: Set<Int>, after: Set<Int>) {
    inPairs(
      pairing, before: base(figure, phase: step.before), after: base(figure, phase: step.after))
  }

  private func said(_ figure: Int, phase: Int, by rows: Set<Int>) -> [Contribution] {
    zip(base(figure, phase: phase), said(figure, phase: phase)).filter { rows.contains($0.0) }
      .map(\.1)
  }
}
