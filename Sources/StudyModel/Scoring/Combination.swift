/// Brings interviews and survey together: evidence, score, interval, convergence and band.
public enum Combination {
  /// What a construct scores by its two streams; a parent by its own two.
  ///
  /// Either stream may be absent. Without a level in any there is no score, no interval and no band;
  /// evidence is then 0.
  ///
  /// - Parameters:
  ///   - id: The construct.
  ///   - interview: The interview stream; nil where the case and phase has no source.
  ///   - survey: The survey stream; nil where no respondent has it, or where it is hidden.
  ///   - rules: The framework's rules.
  /// - Returns: The construct's score, with what is absent nil.
  public static func combine(
    id: String, interview: InterviewFigure?, survey: SurveyFigure?, rules: ScoringRules
  ) -> ConstructScore {
    let fromInterviews = interview?.score == nil ? 0 : 0.5 * (interview?.strength ?? 0)
    let fromSurvey = survey.map { surveyEvidence($0, rules) } ?? 0
    let evidence = fromInterviews + fromSurvey
    var score: Double?
    var surveyShare = 0.0
    if evidence > 0 {
      let sum = fromInterviews * (interview?.score ?? 0) + fromSurvey * (survey?.score ?? 0)
      score = sum / evidence
      surveyShare = fromSurvey / evidence
    }
    let interval = interval(of: score, survey: survey, share: surveyShare)
    let convergence = convergence(interview, survey, rules)
    let reason = bandReason(evidence: evidence, convergence: convergence, rules)
    let band = reason == nil ? score.map { Combination.band(of: $0, rules) } : nil
    return ConstructScore(
      id: id, interview: interview, survey: survey, evidence: evidence, score: score,
      interval: interval, band: band, bandReason: score == nil ? nil : reason,
      borderline: band == nil ? nil : interval.map { isBorderline($0, rules) },
      convergence: convergence)
  }

  /// The band of a score; thresholds belong to the band above them.
  public static func band(of score: Double, _ rules: ScoringRules) -> Band {
    let score = Rounding.nine(score)
    if score < Rounding.nine(rules.developingFrom) { return .concern }
    return score < Rounding.nine(rules.strengthFrom) ? .developing : .strength
  }

  private static func surveyEvidence(_ survey: SurveyFigure, _ rules: ScoringRules) -> Double {
    let full = max(1, Double(rules.fullAnswers))
    let factor = survey.weighting == .organizations ? 1 : rules.respondentsFactor
    return 0.5 * min(1, Double(survey.n) / full) * factor
  }

  /// The survey's interval drawn in by the survey's share of the evidence; not cut again.
  private static func interval(
    of score: Double?, survey: SurveyFigure?, share: Double
  ) -> Interval? {
    guard let score, let survey, let own = survey.interval else { return nil }
    return Interval(
      low: score - share * (survey.score - own.low),
      high: score + share * (own.high - survey.score))
  }

  private static func convergence(
    _ interview: InterviewFigure?, _ survey: SurveyFigure?, _ rules: ScoringRules
  ) -> Convergence? {
    let informants = interview?.informants ?? 0
    if informants == 0 { return survey == nil ? nil : .silenceInterviews }
    guard let survey else { return .silenceSurvey }
    guard let level = interview?.score else { return nil }
    if informants < rules.leastInformants || survey.n < rules.fullAnswers { return .tooLittle }
    let distance = Rounding.nine(abs(level - survey.score))
    if distance <= Rounding.nine(rules.agreementWithin) { return .agreement }
    return distance <= Rounding.nine(rules.partialAgreementWithin) ? .partialAgreement : .dissonance
  }

  private static func bandReason(
    evidence: Double, convergence: Convergence?, _ rules: ScoringRules
  ) -> BandReason? {
    if Rounding.nine(evidence) < Rounding.nine(rules.leastEvidence) { return .tooLittleEvidence }
    return convergence == .dissonance ? .sourcesDiffer : nil
  }

  private static func isBorderline(_ interval: Interval, _ rules: ScoringRules) -> Bool {
    let (low, high) = (Rounding.nine(interval.low), Rounding.nine(interval.high))
    return [rules.developingFrom, rules.strengthFrom].map(Rounding.nine).contains {
      low < $0 && $0 < high
    }
  }
}
