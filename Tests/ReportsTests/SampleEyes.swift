@testable import Reports
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
    let isFew =
      raw.interviewees.value.map { $0 > 0 && $0 < rules.suppressIntervieweesBelow } ?? true
    score.constructs = raw.constructs.map { construct in
      let isHidden =
        construct.survey.figure.map { $0.n < rules.suppressAnswersBelow }
        ?? construct.survey.isHidden
      var seen = ConstructScore(
        id: construct.id,
        interview: construct.interview.map { interview($0, isFew: isFew) },
        survey: isHidden ? nil : construct.survey.figure.map(survey), rules: rules
      ).whole
      if isHidden { seen.survey = .hidden }
      let hidesGap = construct.gap.figure.map { $0.n < rules.suppressAnswersBelow } ?? false
      seen.gap = hidesGap ? .hidden : construct.gap.map(whole)
      seen.wish =
        construct.wish == .wanted && !isFew || seen.interview?.heard == nil
        ? construct.wish : .hidden
      return seen
    }
    if isFew { score.valueBreadth = .bySurvey(raw.valueBreadth.told, atMost: 6) }
    score.health.draws = raw.health.draws.map { .init(made: $0.made, dropped: .hidden) }
    score.health.score = raw.health.score.map(WholeFigures.whole)
    score.health.interval = raw.health.interval.map(whole)
    score.pillars = raw.pillars.map {
      PillarScore(
        id: $0.id, score: $0.score.map(WholeFigures.whole), entered: $0.entered,
        leftOut: $0.leftOut)
    }
    if isFew { (score.interviewees, score.codingCover) = (.hidden, .hidden) }
    score.change = raw.change.map { change($0, of: score) }
    return .forOthers(score)
  }

  private static func change(_ raw: PhaseChange, of score: CaseScore) -> PhaseChange {
    var change = raw
    for place in change.constructs.indices {
      let row = change.constructs[place]
      let isHidden = score.construct(row.id)?.survey.isHidden == true && !row.survey.isAbsent
      change.constructs[place].survey =
        isHidden
        ? .hidden
        : row.survey.map { known in
          var told = known
          told.change = WholeFigures.whole(known.change)
          told.interval = known.interval.map(whole)
          told.byToken = nil
          return told
        }
      change.constructs[place].interviews = nil
    }
    return change
  }

  private static func interview(_ raw: InterviewFigure, isFew: Bool) -> InterviewFigure {
    guard let counts = raw.counts, counts.interviewees > 0 else { return raw }
    guard !isFew else {
      return InterviewFigure(counts.speaking > 2 && !counts.contested ? .moreThanOne : .hidden)
    }
    let against = counts.contested ? max(2, counts.contrary) : 0
    let heard = Heard.of(speaking: counts.informants - against, denying: against)
    var figure = InterviewFigure(heard, voices: counts.speaking > 1 ? raw.voices : nil)
    figure.score = counts.informants > 2 ? raw.score.map(WholeFigures.whole) : nil
    figure.weight = figure.score == nil ? 0 : heard.strength
    if case .borneOut(let side) = heard { figure.side = side }
    return figure
  }

  private static func survey(_ raw: SurveyFigure) -> SurveyFigure {
    var figure = raw
    figure.score = WholeFigures.whole(raw.score)
    figure.interval = raw.interval.map(whole)
    var told = SurveyFigure.ToldAnswers()
    if case .points(let shares) = raw.shares {
      let thirds = AnswerShares.points(shares).thirds
      let isRough = raw.n < Limits.fewAnswers
      told.shares = WholeFigures.shares(shares, isFew: isRough, step: 1)
      told.above =
        isRough
        ? .quarter(WholeFigures.quarter(thirds.above))
        : .percent(WholeFigures.share(thirds.above))
    }
    figure.answers = .told(told)
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
      if !heard.isSpoken, survey.figure == nil { copy.bandReason = nil }
    }
    return copy
  }
}

extension SeenScore {
  /// Scores as they were formed for others than the researcher, who may quote nothing.
  static func forOthers(_ score: CaseScore) -> SeenScore {
    SeenScore(score, formed: .forOthers(quotable: []))
  }
}

extension CaseScore {
  /// Changes a construct's figures.
  mutating func change(_ id: String, _ change: (inout ConstructScore) -> Void) {
    for place in constructs.indices where constructs[place].id == id { change(&constructs[place]) }
  }

  /// Hides the gaps of all forms of value.
  mutating func hideGaps(of framework: Framework) {
    for form in framework.valueForms { change(form.id) { $0.gap = .hidden } }
  }
}

extension Told {
  /// The same with its figure changed, where it is shown.
  mutating func change(_ change: (inout Figure) -> Void) {
    guard case .shown(var figure) = self else { return }
    change(&figure)
    self = .shown(figure)
  }
}

extension SeenScore {
  /// As the researcher sees it.
  init(_ score: CaseScore) { self.init(score, formed: .asTheyAre) }
}

extension ReportInput {
  /// The scores, which tests change by hand.
  var all: [SeenScore] {
    get { seen.scores }
    set { seen.seenScores = SeenScores(by: seen.eyes, newValue) }
  }

  /// The same scores as if other eyes had seen them.
  mutating func look(by eyes: Eyes) { seen.seenScores = SeenScores(by: eyes, all) }
}
