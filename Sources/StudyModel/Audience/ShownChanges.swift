internal import Statistics

/// How the survey's levels of a case changed from a phase to a later one, over those who may be
/// compared; not yet whole.
///
/// A parent's change is the mean of those of its children, as its level is.
struct ShownChanges {
  /// The changes, by the constructs' numbers; none where nobody is compared.
  private(set) var changes: [Int: SurveyChange] = [:]

  init(_ answers: CaseAnswers, step: CaseAnswers.Step, from: ShownSurvey, to: ShownSurvey) {
    let plan = answers.plan
    for construct in plan.tree.childrenFirst {
      guard let figure = plan.figureOfConstruct[construct],
        let before = from.figures[construct], let after = to.figures[construct],
        before.alike == nil, after.alike == nil,
        var change = Self.change(of: figure, answers, step: step)
      else { continue }
      if max(before.survey.n, after.survey.n) < WholeFigures.fewAnswers {
        // The difference of two exact levels would undo that they are told to the next ten.
        change.change = after.level - before.level
      }
      if plan.measureOfConstruct[construct] == nil {
        let children = plan.tree.children[construct].compactMap { changes[$0] }
        guard !children.isEmpty else { continue }
        let mean = children.map(\.change).reduce(0, +) / Double(children.count)
        change.interval = change.interval.map {
          Interval(low: $0.low + mean - change.change, high: $0.high + mean - change.change)
        }
        change.change = mean
      }
      changes[construct] = change
    }
  }

  private static func change(
    of figure: Int, _ answers: CaseAnswers, step: CaseAnswers.Step
  ) -> SurveyChange? {
    switch answers.pairing(figure, step: step) {
    case .none: return nil
    case .respondents(let pairs):
      let differences = pairs.map {
        answers.value($0.after, figure) - answers.value($0.before, figure)
      }
      return SurveyChange(
        differences: Moments(differences.sorted()), pairing: .respondents, answersBefore: 0,
        answersAfter: 0)
    case .organizations(let both):
      func mean(_ organization: Int, _ phase: Int) -> Double? {
        Moments(
          answers.base(figure, phase: phase).filter {
            answers.rows[$0].organization == organization
          }.map { answers.value($0, figure) }.sorted()
        ).mean
      }
      let differences = both.compactMap { organization in
        mean(organization, step.after).flatMap { after in
          mean(organization, step.before).map { after - $0 }
        }
      }
      return SurveyChange(
        differences: Moments(differences.sorted()), pairing: .organizations, answersBefore: 0,
        answersAfter: 0)
    }
  }
}
