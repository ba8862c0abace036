extension OtherEyes {
  /// Takes out of a case's changes what others than the researcher may not see.
  ///
  /// A change of the survey's level goes
  /// 1. where the level is hidden in either phase, for the other level and the change would give it;
  /// 2. on fewer pairs than the threshold;
  /// 3. where all but a few answers of the two levels are in pairs: the levels less the change are
  ///    then a figure on those few;
  /// 4. where those that go by 1 to 3 could be worked out from parents and children.
  ///
  /// What is not paired is the difference of two levels that are shown, and gives nothing away. The
  /// interviews' change goes where their numbers are hidden in either phase.
  static func hideChanges(in view: inout CaseScore, framework: Framework) {
    guard var change = view.change else { return }
    let rules = framework.scoring
    let threshold = rules.suppressAnswersBelow
    let levels = view.suppression.survey.union(
      SurveyTreeSuppression(
        answers: answers(change) { $0.answersBefore }, threshold: threshold, framework: framework
      ).hidden())
    let open = change.constructs.filter { row in
      levels.contains(row.id) || row.survey.map { $0.pairing != .none } ?? false
    }
    let small = open.filter { row in
      levels.contains(row.id) || isTooSmall(row, threshold: threshold)
    }
    let hidden = SurveyTreeSuppression(
      answers: Dictionary(
        open.compactMap { row in row.survey.map { (row.id, $0.n) } },
        uniquingKeysWith: { first, _ in first }),
      threshold: threshold, framework: framework
    ).hidden(besides: Set(small.map(\.id)))
    let hidesInterviews =
      view.suppression.interviewNumbers
      || (change.intervieweesBefore > 0
        && change.intervieweesBefore < rules.suppressIntervieweesBelow)
    for place in change.constructs.indices {
      if hidden.contains(change.constructs[place].id) { change.constructs[place].survey = nil }
      if hidesInterviews { change.constructs[place].interviews = nil }
      change.constructs[place].answersBefore = 0
      change.constructs[place].answersAfter = 0
    }
    change.intervieweesBefore = 0
    view.change = change
    view.suppression.changes.formUnion(hidden)
  }

  private static func isTooSmall(_ row: ConstructChange, threshold: Int) -> Bool {
    guard let change = row.survey, change.pairing != .none else { return false }
    let left =
      abs(row.answersBefore - change.answersBefore) + abs(row.answersAfter - change.answersAfter)
    return change.n < threshold || (left > 0 && left < threshold)
  }

  private static func answers(
    _ change: PhaseChange, _ count: (ConstructChange) -> Int
  ) -> [String: Int] {
    Dictionary(
      change.constructs.map { ($0.id, count($0)) }.filter { $0.1 > 0 },
      uniquingKeysWith: { first, _ in first })
  }
}
