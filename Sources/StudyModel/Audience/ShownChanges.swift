internal import Statistics

/// How the survey's levels of a case changed from a phase to a later one, over those who may be
/// compared; not yet whole.
///
/// A parent's change is the mean of those of its children, as its level is.
struct ShownChanges {
  /// The changes, by the constructs' numbers; none where nobody is compared.
  private(set) var changes: [Int: SurveyChange] = [:]

  /// Reads what changed in a step; of `held` constructs, by id, no pairs are told.
  init(
    _ answers: CaseAnswers, step: CaseAnswers.Step, from: ShownSurvey, to: ShownSurvey,
    held: Set<String>
  ) {
    let plan = answers.plan
    // What is told in words in one of the phases, or has such a part.
    var inWords: Set<Int> = []
    for construct in plan.tree.childrenFirst {
      guard let figure = plan.figureOfConstruct[construct],
        let before = from.figures[construct], let after = to.figures[construct]
      else { continue }
      let parts = plan.tree.children[construct]
      guard before.alike == nil, after.alike == nil, inWords.isDisjoint(with: parts) else {
        // Of what is told in words there is no change, and of what it is a part of no other than the
        // two levels show.
        inWords.insert(construct)
        continue
      }
      guard !held.contains(plan.tree.ids[construct]) else { continue }
      guard var change = Self.change(of: figure, answers, step: step) else { continue }
      var restsOnTold = before.restsOnTold || after.restsOnTold
      if plan.measureOfConstruct[construct] == nil {
        let children = parts.compactMap { changes[$0] }
        guard !children.isEmpty else { continue }
        // What is told of a part in tens enters a whole figure so; less the others it would be known.
        let isWhole = change.n >= Limits.fewAnswers
        restsOnTold = restsOnTold || children.contains { $0.n < Limits.fewAnswers }
        let told = children.map { isWhole ? WholeFigures.level($0.change, n: $0.n) : $0.change }
        let mean = told.reduce(0, +) / Double(told.count)
        change.interval = change.interval?.moved(by: mean - change.change, limits: nil)
        change.change = mean
      }
      if min(before.survey.n, after.survey.n) < Limits.fewAnswers {
        // The difference of two exact levels would undo that one is told to the next ten.
        change.change = Self.told(after) - Self.told(before)
      }
      if restsOnTold || change.n < Limits.fewAnswers {
        // Its own spread would tell of what is told in words or in tens.
        change.interval = WholeFigures.interval(
          ofFew: change.n, about: change.change, limits: nil)
      }
      changes[construct] = change
    }
  }

  /// A level as it is told.
  private static func told(_ figure: ShownSurvey.Figure) -> Double {
    WholeFigures.level(figure.level, n: figure.survey.n)
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
      return SurveyChange(differences: Moments(differences.sorted()), pairing: .respondents)
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
      return SurveyChange(differences: Moments(differences.sorted()), pairing: .organizations)
    }
  }
}
