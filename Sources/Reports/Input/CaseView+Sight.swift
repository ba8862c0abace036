import StudyModel

/// How much of a case its reader has seen, so that no sentence takes what is hidden for absent.
extension CaseView {
  /// How much of the survey on some constructs.
  func surveySight(_ ids: some Sequence<String>) -> Sight { Sight(ids.map { survey($0).told }) }

  /// How much of the interviews on some constructs.
  func interviewSight(_ ids: some Sequence<String>) -> Sight {
    Sight(ids.map { interviews($0)?.told ?? .absent })
  }

  /// What is told of a construct by either stream: shown where one of them is.
  func told(_ id: String) -> Told {
    let both = [survey(id).told, interviews(id)?.told ?? .absent]
    return [Told.shown, .hidden, .undecided].first(where: both.contains) ?? .absent
  }

  /// How much of both streams on some constructs.
  func sight(_ ids: some Sequence<String>) -> Sight {
    Sight(ids.flatMap { [survey($0).told, interviews($0)?.told ?? .absent] })
  }

  /// How much of what was wanted and received of some forms of value.
  func gapSight(_ ids: some Sequence<String>) -> Sight { Sight(ids.map { gap($0).told }) }

  /// How much of what changed in the survey's levels since the phase before.
  func changeSight(_ ids: some Sequence<String>) -> Sight { Sight(ids.map { change($0).told }) }

  /// How much of everything that findings are drawn from.
  ///
  /// Whatever others are told of interviews in words leaves grades and single voices out.
  var sight: Sight {
    let leaves = framework.constructs.map(\.id).filter(framework.isLeaf)
    return Sight(leaves.flatMap(scoreTold) + framework.valueForms.map { gap($0.id).told })
  }

  /// How much of everything that is told, words of few interviewees that enter no finding included.
  var toldSight: Sight {
    Sight(framework.constructs.map(\.id).filter(framework.isLeaf).map(told))
  }

  /// How much of what findings are drawn from, as a sentence may say it beside what is told: where nothing
  /// of it is seen, and words of the interviews are, not all is hidden.
  var sightOfFindings: Sight { sight == .hidden && toldSight != .hidden ? .part : sight }

  /// How much of what scores of some constructs are formed from.
  func scoreSight(_ ids: some Sequence<String>) -> Sight { Sight(ids.flatMap(scoreTold)) }

  private func scoreTold(_ id: String) -> [Told] {
    let figure = interviews(id)
    let interviews: [Told] =
      switch figure?.heard {
      case nil: [figure?.told ?? .absent]
      // What few people say is told in a word, and enters no score.
      case .hidden, .moreThanOne, .agreed: [.hidden]
      case .borneOut, .sourcesDiffer, .littleHeard: [figure?.told ?? .absent, .hidden]
      }
    return [survey(id).told] + interviews
  }
}

extension CaseView.Stream {
  /// What is told of it.
  var told: Told {
    switch self {
    case .shown, .alike: .shown
    case .hidden: .hidden
    case .silent: .absent
    }
  }
}
