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
    // What is told in words in one of the phases, or has such a part.
    var inWords: Set<Int> = []
    for construct in plan.tree.childrenFirst {
      guard let figure = plan.figureOfConstruct[construct],
        let before = from.figures[construct], let after = to.figures[construct]
      else { continue }
      guard before.alike == nil, after.alike == nil else {
        inWords.insert(construct)
        continue
      }
      guard var change = Self.change(of: figure, answers, step: step) else { continue }
      if plan.measureOfConstruct[construct] == nil {
        let parts = plan.tree.children[construct]
        let children = parts.compactMap { changes[$0] }
        // Where one of its parts is told in words there is no change of that, and so none of the whole
        // but what the two levels show.
        guard !children.isEmpty, inWords.isDisjoint(with: parts) else {
          if !inWords.isDisjoint(with: parts) { inWords.insert(construct) }
          continue
        }
        let mean = children.map(\.change).reduce(0, +) / Double(children.count)
        change.interval = change.interval.map {
          Interval(low: $0.low + mean - change.change, high: $0.high + mean - change.change)
        }
        change.change = mean
      } else if min(before.survey.n, after.survey.n) < WholeFigures.fewAnswers {
        // The difference of two exact levels would undo that one is told to the next ten.
        change.change = after.level - before.level
      } else if change.n < WholeFigures.fewAnswers {
        change.change = WholeFigures.level(change.change, n: change.n)
      }
      if before.restsOnTold || after.restsOnTold || change.n < WholeFigures.fewAnswers {
        // Its own spread would tell of what is told in words or in tens.
        change.interval = WholeFigures.interval(
          ofFew: change.n, about: change.change, limits: nil)
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
