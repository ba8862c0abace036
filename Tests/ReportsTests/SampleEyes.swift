@testable import StudyModel

/// Invented scores as others than the researcher would see them.
///
/// What may be shown is decided by `Eyes` from evidence; here it is written by hand, in the shapes that
/// `Eyes` gives, so that pages can be tried without a study.
enum SampleEyes {
  static func seen(_ raw: CaseScore, for eyes: Eyes, of framework: Framework) -> SeenScore {
    guard !eyes.seeEverything else { return SeenScore(raw) }
    let rules = framework.scoring
    var score = raw
    let isFew = raw.interviewees > 0 && raw.interviewees < rules.suppressIntervieweesBelow
    score.constructs = raw.constructs.map { construct in
      let answers = construct.survey?.n ?? 0
      if answers > 0, answers < rules.suppressAnswersBelow {
        score.suppression.survey.insert(construct.id)
      }
      let isHidden = score.suppression.survey.contains(construct.id)
      return ConstructScore(
        id: construct.id,
        interview: construct.interview.map { interview($0, isFew: isFew) },
        survey: isHidden ? nil : construct.survey.map(survey), rules: rules
      ).whole
    }
    for gap in raw.gaps where gap.n < rules.suppressAnswersBelow {
      score.suppression.gaps.insert(gap.id)
    }
    score.gaps = raw.gaps.filter { !score.suppression.gaps.contains($0.id) }.map(whole)
    score.health.score = raw.health.score.map(WholeFigures.whole)
    score.health.interval = raw.health.interval.map(whole)
    score.pillars = raw.pillars.map {
      PillarScore(
        id: $0.id, score: $0.score.map(WholeFigures.whole), entered: $0.entered,
        leftOut: $0.leftOut)
    }
    score.convenors = 0
    score.suppression.interviewNumbers = isFew
    if isFew { (score.interviewees, score.codingCover) = (0, CodingCover()) }
    score.change = raw.change.map { change($0, in: &score, isFew: isFew) }
    return .forOthers(score)
  }

  private static func change(
    _ raw: PhaseChange, in score: inout CaseScore, isFew: Bool
  ) -> PhaseChange {
    var change = raw
    change.intervieweesBefore = 0
    for place in change.constructs.indices {
      let id = change.constructs[place].id
      if score.suppression.survey.contains(id), change.constructs[place].survey != nil {
        score.suppression.changes.insert(id)
        change.constructs[place].survey = nil
      }
      if let known = change.constructs[place].survey {
        change.constructs[place].survey?.change = WholeFigures.whole(known.change)
        change.constructs[place].survey?.interval = known.interval.map(whole)
      }
      change.constructs[place].interviews =
        isFew ? nil : change.constructs[place].interviews.map(WholeFigures.whole)
    }
    return change
  }

  private static func interview(_ raw: InterviewFigure, isFew: Bool) -> InterviewFigure {
    guard raw.interviewees > 0 else { return raw }
    var figure = InterviewFigure.empty
    guard !isFew else {
      figure.heard = raw.speaking > 2 && !raw.contested ? .moreThanOne : .hidden
      return figure
    }
    let against = raw.contested ? max(2, raw.contrary) : 0
    let heard = Heard.of(speaking: raw.informants - against, denying: against)
    figure.heard = heard
    figure.interviewees = raw.interviewees
    figure.score = raw.informants > 2 ? raw.score.map(WholeFigures.whole) : nil
    figure.strength = figure.score == nil ? 0 : heard.strength
    if case .borneOut(let side) = heard { figure.side = side }
    figure.presenceOnly = heard.isSpoken && figure.score == nil
    if raw.speaking > 1 { (figure.informants, figure.speaking) = (raw.speaking, raw.speaking) }
    return figure
  }

  private static func survey(_ raw: SurveyFigure) -> SurveyFigure {
    var figure = raw
    figure.score = WholeFigures.whole(raw.score)
    (figure.sd, figure.rwg, figure.averageDeviation, figure.unplaced) = (nil, nil, nil, 0)
    figure.interval = raw.interval.map(whole)
    let all = raw.points.reduce(0, +)
    if all > 0 {
      let shares = raw.points.map { 100 * Double($0) / Double(all) }
      let thirds = AnswerShares.points(shares).thirds
      let isRough = raw.n < WholeFigures.fewAnswers
      figure.seenShares = WholeFigures.shares(shares, isFew: isRough)
      figure.seenThirds = isRough ? nil : WholeFigures.thirds(shares)
      figure.seenAbove =
        isRough
        ? .quarter(WholeFigures.quarter(thirds.above))
        : .percent(WholeFigures.share(thirds.above))
    }
    (figure.points, figure.above, figure.middle, figure.below) = ([], 0, 0, 0)
    return figure
  }

  private static func whole(_ raw: ValueGap) -> ValueGap {
    var gap = raw
    gap.desired = WholeFigures.whole(raw.desired)
    gap.derived = WholeFigures.whole(raw.derived)
    gap.gap = gap.desired - gap.derived
    gap.interval = raw.interval.map(whole)
    return gap
  }

  private static func whole(_ raw: Interval) -> Interval {
    Interval(low: WholeFigures.whole(raw.low), high: WholeFigures.whole(raw.high))
  }
}

extension ConstructScore {
  fileprivate var whole: ConstructScore {
    var copy = self
    copy.score = score.map(WholeFigures.whole)
    copy.interval = interval.map {
      Interval(low: WholeFigures.whole($0.low), high: WholeFigures.whole($0.high))
    }
    if let heard = interview?.heard, interview?.score == nil {
      copy.convergence = nil
      if !heard.isSpoken, survey == nil { copy.bandReason = nil }
    }
    return copy
  }
}
