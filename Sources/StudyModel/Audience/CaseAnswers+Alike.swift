internal import Statistics

/// What all, or all but one, of those behind a figure share, of which its spread must tell nothing.
extension CaseAnswers {
  /// What those received who have both sides of a form.
  func received(_ form: SurveyPlan.Form, phase: Int) -> [Double] {
    base(form, phase: phase).map { value($0, form.derived) }
  }

  /// What nearly all of some rows of a phase say on a figure; nil where they differ or there are none.
  func alike(_ figure: Int, of rows: [Int], phase: Int) -> Alike? {
    answerWeights(rows, phase: phase).shared(rows.map { value($0, figure) })
      .map(Alike.init(level:))
  }

  /// Whether values of rows of a phase are alike, or the means of the organizations where these weigh the
  /// same: of one who is alone in an organization its mean is the answer.
  func areAlike(_ values: [Double], of rows: [Int], phase: Int) -> Bool {
    if answerWeights(rows, phase: phase).shared(values) != nil { return true }
    guard weighsByOrganizations(rows, phase: phase) else { return false }
    let groups = Dictionary(grouping: zip(rows, values)) { self.rows[$0.0].organization }
    return Alike.same(of: groups.values.compactMap { Moments($0.map(\.1).sorted()).mean }) != nil
  }

  /// Whether nearly all who are compared on a figure gave the same answer in one of the phases: of a change
  /// over them, beside the other level, that answer would be known.
  func sayTheSame(_ pairing: Pairing, _ figure: Int, step: Step) -> Bool {
    let (before, after) = inPairs(
      pairing, before: base(figure, phase: step.before), after: base(figure, phase: step.after))
    return [(before, step.before), (after, step.after)].contains { rows, phase in
      let rows = Array(rows)
      return answerWeights(rows, phase: phase).shared(rows.map { value($0, figure) }) != nil
    }
  }

  /// What changed for each of those who are compared on a figure.
  func differences(_ pairing: Pairing, _ figure: Int, step: Step) -> [Double] {
    switch pairing {
    case .none: return []
    case .respondents(let pairs):
      return pairs.map { value($0.after, figure) - value($0.before, figure) }
    case .organizations(let both):
      func mean(_ rows: [Int]) -> Double? {
        Moments(rows.map { value($0, figure) }.sorted()).mean
      }
      return both.compactMap { organization in
        mean(organization.after).flatMap { after in
          mean(organization.before).map { after - $0 }
        }
      }
    }
  }
}
