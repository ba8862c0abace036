/// How a construct changed since the phase before, as a rule may read it.
extension CaseReading {
  /// A change in points, later minus earlier.
  struct Change {
    var points: Double
    /// Whether it is told from none.
    var isClear = true
    /// Whether it is told to the next ten.
    var isRough = false

    /// `+12`, or as much as is told.
    var words: String { (isRough ? "about " : "") + Words.signed(points) }

    /// What it may be: one that is not clear may be none at all.
    var range: ClosedRange<Double> {
      let points = NineDecimals.rounded(points)
      return isClear ? points...points : min(0, points)...max(0, points)
    }
  }

  /// The change of a construct; nil where one of the phases does not tell of it.
  ///
  /// To the researcher it is that of the score. To others it is formed of the streams that both phases
  /// tell of, for a score of the survey alone, where interviews are hidden, is another measure than one
  /// of both. Where that is the survey, it is the change that the tables show, clear or not.
  func change(_ id: String) -> Change? {
    guard let previous, let after = construct(id), let before = previous.construct(id),
      !before.survey.isHidden, !after.survey.isHidden
    else { return nil }
    let ofScore = Self.change(from: before.score, to: after.score)
    switch formed {
    case .asTheyAre: return ofScore
    case .forOthers: return changeForOthers(from: before, to: after, ofScore: ofScore)
    }
  }

  private func changeForOthers(
    from before: ConstructScore, to after: ConstructScore, ofScore: Change?
  ) -> Change? {
    guard before.survey.saying == nil, after.survey.saying == nil else { return nil }
    switch SharedStreams([before, after]) {
    case .both:
      return ofScore.map {
        Change(
          points: $0.points,
          isRough: [before, after].contains { Self.isRough($0.survey.figure?.n) })
      }
    case .survey: return surveyChange(after.id, since: previous?.phase)
    case .interviews:
      return Self.change(from: before.interview?.score, to: after.interview?.score)
    case nil: return nil
    }
  }

  private func surveyChange(_ id: String, since phase: String?) -> Change? {
    guard let change = score.change, change.since == phase,
      let survey = change.construct(id)?.survey.figure
    else { return nil }
    return Change(
      points: survey.change, isClear: survey.clear == true, isRough: Self.isRough(survey.n))
  }

  /// Whether what stands on so many answers is told to the next ten.
  private static func isRough(_ n: Int?) -> Bool { n.map { $0 < Limits.fewAnswers } ?? false }

  private static func change(from before: Double?, to after: Double?) -> Change? {
    guard let before, let after else { return nil }
    return Change(points: after - before)
  }
}
