import StudyModel

/// Builds the scores of invented cases from a few figures each.
struct SampleCase {
  /// What is known of a construct: survey level, half its interval, answers by point, interviews.
  struct Known {
    var survey: Double?
    var half: Double = 6
    var points: [Int] = []
    var speaking: Int = 0
    var mentions: Int = 0
    var grade: Grade = .absent
    var level: Double?
    var isContested = false
    var wanted: Double?
    var gapHalf: Double = 9
    var answers: Int?
  }

  var id: String
  var phase: String?
  var framework: Framework
  var interviewees = 6
  var n = 31
  var known: [String: Known] = [:]
  var silentSurvey = false
  var hasSources = true

  var score: CaseScore {
    var constructs = framework.constructs.map(figure)
    for form in framework.valueForms {
      guard let place = constructs.firstIndex(where: { $0.id == form.id }) else { continue }
      constructs[place].gap = Told(gap(form.id))
      constructs[place].wish =
        form.id == "value.subject" && known[form.id] != nil ? .wanted : .notWanted
    }
    var cover = CodingCover()
    cover.two = interviewees
    let pillars = framework.pillars.map {
      PillarScore(id: $0.id, score: 61.4, entered: [], leftOut: [])
    }
    return CaseScore(
      caseID: id, phase: phase, constructs: constructs, pillars: pillars,
      health: HealthScore(
        score: framework.pillars.isEmpty ? nil : 61.4, interval: Interval(low: 55.2, high: 66.1),
        draws: .init(made: 2000, dropped: .shown(2)), seed: 1),
      valueBreadth: .counted(6),
      interviewees: interviewees, codingCover: cover,
      responses: silentSurvey ? 0 : n,
      organizations: silentSurvey ? 0 : 14)
  }

  private func gap(_ form: String) -> ValueGap? {
    guard !silentSurvey, let known = known[form], let wanted = known.wanted,
      let survey = known.survey
    else { return nil }
    let gap = wanted - survey
    let interval = Interval(low: gap - known.gapHalf, high: gap + known.gapHalf)
    return ValueGap(
      id: form, desired: wanted, derived: survey, gap: gap, interval: interval,
      n: known.answers ?? n,
      quadrant: gap > 0 ? .concentrate : .keep)
  }

  private func figure(_ construct: Construct) -> ConstructScore {
    let known = known[construct.id] ?? Known()
    let survey = silentSurvey ? nil : known.survey.map { surveyFigure($0, known) }
    let interview =
      hasSources ? interviewFigure(known, isLeaf: framework.isLeaf(construct.id)) : nil
    let both = [interview?.score, survey?.score].compactMap { $0 }
    let score = both.isEmpty ? nil : both.reduce(0, +) / Double(both.count)
    let differ = both.count == 2 && abs(both[0] - both[1]) > 40
    let thin = survey == nil && (interview?.strength ?? 0) < 0.5
    let band: Band? = score.flatMap {
      differ || thin ? nil : $0 < 50 ? .concern : $0 < 75 ? .developing : .strength
    }
    let interval = score.flatMap { score in
      survey?.interval.map {
        Interval(low: score - ($0.high - $0.low) / 2, high: score + ($0.high - $0.low) / 2)
      }
    }
    let borderline =
      band == nil
      ? nil
      : interval.map { interval in [50.0, 75].contains { $0 > interval.low && $0 < interval.high } }
    return ConstructScore(
      id: construct.id, interview: interview, survey: Told(survey),
      evidence: both.isEmpty ? 0 : 0.75, score: score,
      interval: interval, band: band,
      bandReason: score == nil || band != nil ? nil : differ ? .sourcesDiffer : .tooLittleEvidence,
      borderline: borderline, convergence: convergence(interview, survey))
  }

  private func convergence(_ interview: InterviewFigure?, _ survey: SurveyFigure?) -> Convergence? {
    let spoken = (interview?.informants ?? 0) > 0
    guard spoken || survey != nil else { return nil }
    guard spoken else { return .silenceInterviews }
    guard let survey else { return .silenceSurvey }
    guard let level = interview?.score, (interview?.informants ?? 0) > 1 else {
      return interview?.score == nil ? nil : .tooLittle
    }
    let distance = abs(level - survey.score)
    return distance <= 20 ? .agreement : distance <= 40 ? .partialAgreement : .dissonance
  }

  private func surveyFigure(_ level: Double, _ known: Known) -> SurveyFigure {
    let points = known.points.isEmpty ? Self.points(level, n) : known.points
    let half = points.count / 2
    return SurveyFigure(
      score: level, weighting: .organizations, n: known.answers ?? n, organizations: 14,
      interval: Interval(low: max(0, level - known.half), high: min(100, level + known.half)),
      answers: .counted(
        .init(
          sd: 18, above: points[(half + 1)...].reduce(0, +), middle: points[half],
          below: points[..<half].reduce(0, +), points: points)))
  }

  /// A spread of answers about a level that adds up to n.
  static func points(_ level: Double, _ n: Int) -> [Int] {
    let weights = (0..<5).map { point -> Double in
      let distance = (level / 25 - Double(point)) / 1.1
      return 1 / (1 + distance * distance * distance * distance)
    }
    let all = weights.reduce(0, +)
    var counts = weights.map { Int((Double(n) * $0 / all).rounded(.down)) }
    let place = min(4, max(0, Int((level / 25).rounded())))
    counts[place] += n - counts.reduce(0, +)
    return counts
  }

  private func interviewFigure(_ known: Known, isLeaf: Bool) -> InterviewFigure {
    let informants = known.grade == .absent ? 0 : max(known.speaking, 1)
    return InterviewFigure(
      score: known.level, side: informants > 0 ? .for : nil, strength: known.grade.strength,
      counts: .init(
        informants: informants, measured: known.level == nil ? 0 : informants,
        interviewees: interviewees, speaking: known.speaking, mentions: known.mentions,
        contrary: known.isContested ? 2 : 0, contested: known.isContested, unresolved: 0,
        grade: isLeaf ? known.grade : nil,
        presence: informants == 0
          ? .notSpokenOf : known.isContested ? .contested : .evident))
  }
}
