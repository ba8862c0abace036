import StudyModel

/// How much of a case its reader has seen, so that no sentence takes what is hidden for absent.
extension CaseView {
  /// How much of the survey on some constructs.
  func surveySight(_ ids: some Sequence<String>) -> Sight { Sight(ids.map { survey($0).sight }) }

  /// How much of the interviews on some constructs.
  func interviewSight(_ ids: some Sequence<String>) -> Sight {
    Sight(ids.map { interviews($0)?.sight ?? .absent })
  }

  /// How much of both streams on some constructs.
  func sight(_ ids: some Sequence<String>) -> Sight {
    Sight(ids.flatMap { [survey($0).sight, interviews($0)?.sight ?? .absent] })
  }

  /// How much of what was wanted and received of some forms of value.
  func gapSight(_ ids: some Sequence<String>) -> Sight { Sight(ids.map { gap($0).sight }) }

  /// How much of what changed in the survey's levels since the phase before.
  func changeSight(_ ids: some Sequence<String>) -> Sight { Sight(ids.map { change($0).sight }) }

  /// How much of everything that findings are drawn from.
  ///
  /// Whatever others are told of interviews in words leaves grades and single voices out.
  var sight: Sight {
    let leaves = framework.constructs.map(\.id).filter(framework.isLeaf)
    return Sight(leaves.flatMap(scoreTold) + framework.valueForms.map { gap($0.id).sight })
  }

  /// How much of everything that is told, words of few interviewees that enter no finding included.
  var toldSight: Sight { sight(framework.constructs.map(\.id).filter(framework.isLeaf)) }

  /// How much of what findings are drawn from, as a sentence may say it beside what is told: where nothing
  /// of it is seen, and words of the interviews are, not all is hidden.
  var sightOfFindings: Sight { sight == .hidden && toldSight != .hidden ? .part : sight }

  /// How much of what scores of some constructs are formed from.
  func scoreSight(_ ids: some Sequence<String>) -> Sight { Sight(ids.flatMap(scoreTold)) }

  private func scoreTold(_ id: String) -> [Sight] {
    let figure = interviews(id)
    let spoken = figure?.sight ?? .absent
    guard let heard = figure?.heard else { return [survey(id).sight, spoken] }
    // What few people say is told in a word, and enters no score.
    return [survey(id).sight] + (heard.isOfFew ? [.hidden] : [spoken, .hidden])
  }
}

extension CaseScore {
  /// How many levels, gaps and changes of the survey are hidden in it.
  var hiddenOfSurvey: Int {
    constructs.count { $0.survey.isHidden } + constructs.count { $0.gap.isHidden }
      + (change?.constructs.count { $0.survey.isHidden } ?? 0)
  }
}
