import StudyModel

extension CaseView {
  /// A reader a phase of the case of an id.
  static func all(of caseID: String, in input: ReportInput) -> [CaseView] {
    input.cases.first { $0.id == caseID }.map { all(of: $0, in: input) } ?? []
  }

  /// A reader a phase of a case, in the order of the study's phases.
  static func all(of subject: Case, in input: ReportInput) -> [CaseView] {
    let order = input.phases.map(\.name)
    let place = { (phase: String?) in phase.flatMap(order.firstIndex(of:)) ?? order.count }
    return input.scores.filter { $0.caseID == subject.id }
      .enumerated().sorted { left, right in
        let (a, b) = (place(left.element.phase), place(right.element.phase))
        return a == b ? left.offset < right.offset : a < b
      }
      .map { CaseView(input: input, subject: subject, score: $0.element) }
  }
}
