/// Interviews and survey put together: how far to believe them, the score, the band.
///
/// Scoring specification, section 4. Holds numbers only, so that the draws of the health interval
/// can form it thousands of times.
struct Judgement {
  /// What the interviews give: their level, strength and informants, and whether coders differ on what
  /// somebody said.
  struct Interviews {
    var level: Double?
    var strength: Double
    var informants: Int
    var isUndecided: Bool

    /// Of a figure; nil, where the case and phase has no source, counts as nobody speaking.
    init(_ figure: InterviewFigure?) {
      level = figure?.score
      strength = figure?.weight ?? 0
      informants = figure?.informants ?? 0
      isUndecided = (figure?.counts?.unresolved ?? 0) > 0
    }
  }

  /// What the survey gives: its level, respondents and weighting.
  struct Survey {
    var level: Double
    var n: Int
    var weighting: ScoringRules.Weighting
  }

  /// How far to believe the score, 0 to 1.
  let evidence: Double
  /// The survey's share of the evidence, q; 0 without evidence.
  let surveyShare: Double
  /// 0 to 100; nil without any stream.
  let score: Double?
  /// How the two agree; nil where neither speaks, or interviews say no level.
  let convergence: Convergence?
  /// The band; nil with `bandReason`, or without a score.
  let band: Band?
  /// Why there is no band although there is a score.
  let bandReason: BandReason?

  init(_ interviews: Interviews, _ survey: Survey?, rules: ScoringRules) {
    let byInterviews = interviews.level == nil ? 0 : 0.5 * interviews.strength
    let bySurvey =
      survey.map {
        0.5 * (rules.fullAnswers > 0 ? min(1, Double($0.n) / Double(rules.fullAnswers)) : 1)
          * ($0.weighting == .organizations ? 1 : rules.respondentsFactor)
      } ?? 0
    evidence = byInterviews + bySurvey
    surveyShare = evidence > 0 ? bySurvey / evidence : 0
    score =
      evidence > 0
      ? (byInterviews * (interviews.level ?? 0) + bySurvey * (survey?.level ?? 0)) / evidence : nil
    convergence = Self.convergence(interviews, survey, rules: rules)
    if score == nil {
      bandReason = nil
    } else if NineDecimals.isLess(evidence, than: rules.leastEvidence) {
      bandReason = .tooLittleEvidence
    } else {
      bandReason = convergence == .dissonance ? .sourcesDiffer : nil
    }
    band = bandReason == nil ? score.map { Self.band($0, rules: rules) } : nil
  }

  private static func convergence(
    _ interviews: Interviews, _ survey: Survey?, rules: ScoringRules
  ) -> Convergence? {
    guard interviews.informants > 0 else {
      if survey == nil { return nil }
      return interviews.isUndecided ? .undecidedInterviews : .silenceInterviews
    }
    guard let survey else { return .silenceSurvey }
    guard let level = interviews.level else { return nil }
    guard interviews.informants >= rules.leastInformants, survey.n >= rules.fullAnswers else {
      return .tooLittle
    }
    let distance = abs(level - survey.level)
    if !NineDecimals.isLess(rules.agreementWithin, than: distance) { return .agreement }
    return NineDecimals.isLess(rules.partialAgreementWithin, than: distance)
      ? .dissonance : .partialAgreement
  }

  /// The band of a score.
  static func band(_ score: Double, rules: ScoringRules) -> Band {
    if NineDecimals.isLess(score, than: rules.developingFrom) { return .concern }
    return NineDecimals.isLess(score, than: rules.strengthFrom) ? .developing : .strength
  }
}

extension ConstructScore {
  /// What is known of a parent whose children are kinds: who speaks of it, and no level.
  ///
  /// It has a reason for having no band also where nothing is known. Scoring specification, section 2.
  init(ofKinds id: String, interview: InterviewFigure?) {
    self.init(
      id: id, interview: interview, survey: .absent, evidence: 0, score: nil, interval: nil,
      band: nil, bandReason: .kinds, borderline: nil, convergence: nil)
  }

  /// Puts the two streams of a construct together.
  ///
  /// Scoring specification, section 4. The interval carries the survey's uncertainty only.
  ///
  /// - Parameters:
  ///   - id: The construct.
  ///   - interview: The interview stream; nil where the case and phase has no source.
  ///   - survey: The survey stream; nil where no respondent has it.
  ///   - rules: The framework's rules.
  public init(id: String, interview: InterviewFigure?, survey: SurveyFigure?, rules: ScoringRules) {
    let together = Judgement(
      .init(interview), survey.map { .init(level: $0.score, n: $0.n, weighting: $0.weighting) },
      rules: rules)
    var interval: Interval?
    if let score = together.score, let survey, let range = survey.interval {
      interval = Interval(
        low: score - together.surveyShare * (survey.score - range.low),
        high: score + together.surveyShare * (range.high - survey.score))
    }
    var borderline: Bool?
    if together.band != nil, let interval {
      borderline = [rules.developingFrom, rules.strengthFrom].contains {
        NineDecimals.isLess(interval.low, than: $0) && NineDecimals.isLess($0, than: interval.high)
      }
    }
    self.init(
      id: id, interview: interview, survey: Told(survey), evidence: together.evidence,
      score: together.score, interval: interval, band: together.band,
      bandReason: together.bandReason, borderline: borderline, convergence: together.convergence)
  }
}
