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
    guard !Self.pairsTell(answers, step: step, from: from, to: to) else { return }
    // What is told in words in one of the phases, or has such a part.
    var inWords: Set<Int> = []
    for construct in plan.tree.childrenFirst {
      guard let figure = plan.figureOfConstruct[construct],
        let before = from.figures[construct], let after = to.figures[construct]
      else { continue }
      let parts = plan.tree.children[construct]
      let isOwn = plan.measureOfConstruct[construct] != nil
      let pairing = answers.pairing(figure, step: step)
      guard before.alike == nil, after.alike == nil, inWords.isDisjoint(with: parts) else {
        // Of what is told in words there is no change, and of what it is a part of no other than the two
        // levels show.
        inWords.insert(construct)
        continue
      }
      guard !held.contains(plan.tree.ids[construct]),
        let compared = Self.change(of: figure, answers, step: step, pairing)
      else { continue }
      var change = compared.change
      var restsOnTold = compared.isAlike || before.restsOnTold || after.restsOnTold
      if !isOwn {
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
      if min(before.survey.heads, after.survey.heads) < Limits.fewAnswers {
        // The difference of two exact levels would undo that one is told to the next ten.
        change.change = Self.told(after) - Self.told(before)
      }
      if restsOnTold || !Limits.tellsSpread(ofPairs: change.n, arePeople: pairing.arePeople) {
        // Its own spread would tell of what is told in words or in tens, and that all changed alike; of few
        // people beside their two lists of answers, who moved from which to which.
        change.interval = WholeFigures.interval(
          byNumber: change.n, about: change.change, limits: nil)
      }
      changes[construct] = change
    }
  }

  /// Whether nearly all who are compared gave the same answer on something whose levels are told as numbers.
  ///
  /// Then no pairs are told of the whole step: that they are told of all but one construct would say it of that one.
  private static func pairsTell(
    _ answers: CaseAnswers, step: CaseAnswers.Step, from: ShownSurvey, to: ShownSurvey
  ) -> Bool {
    let plan = answers.plan
    return plan.constructs.enumerated().contains { figure, construct in
      guard plan.measureOfConstruct[construct] != nil,
        let before = from.figures[construct], let after = to.figures[construct],
        before.alike == nil, after.alike == nil
      else { return false }
      return answers.sayTheSame(answers.pairing(figure, step: step), figure, step: step)
    }
  }

  /// A level as it is told.
  private static func told(_ figure: ShownSurvey.Figure) -> Double {
    WholeFigures.level(figure.level, n: figure.survey.heads)
  }

  /// A change over those who are compared; `isAlike` where nearly all of them changed alike.
  private static func change(
    of figure: Int, _ answers: CaseAnswers, step: CaseAnswers.Step, _ pairing: CaseAnswers.Pairing
  ) -> (change: SurveyChange, isAlike: Bool)? {
    let differences = answers.differences(pairing, figure, step: step)
    let kind: SurveyChange.Pairing =
      if case .organizations = pairing { .organizations } else { .respondents }
    return SurveyChange(differences: Moments(differences.sorted()), pairing: kind).map {
      ($0, Alike.same(of: differences) != nil)
    }
  }
}

extension CaseAnswers.Pairing {
  /// Whether those who are compared are people, or organizations for which hardly more than one person each speaks.
  fileprivate var arePeople: Bool {
    switch self {
    case .none: false
    case .respondents: true
    case .organizations(let both):
      2 * both.reduce(0) { $0 + min($1.before.count, $1.after.count) } < 3 * both.count
    }
  }
}
