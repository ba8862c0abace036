@testable import StudyModel

/// Builds figures by hand, with what a test does not speak of left empty.
enum Figures {
  static func interview(
    score: Double? = nil, informants: Int = 1, interviewees: Int = 6, contrary: Int = 0,
    mentions: Int? = nil, contested: Bool = false, side: InterviewFigure.Side? = .for,
    grade: Grade? = .single, strength: Double? = nil,
    repertoire: InterviewFigure.Repertoire? = nil
  ) -> InterviewFigure {
    InterviewFigure(
      score: score, side: informants == 0 ? nil : side,
      strength: strength ?? (informants == 0 ? 0 : grade?.strength ?? 0),
      counts: .init(
        informants: informants, measured: score == nil ? 0 : informants,
        interviewees: interviewees, speaking: min(informants, interviewees),
        mentions: mentions ?? informants, contrary: contrary, contested: contested, unresolved: 0,
        grade: informants == 0 ? .absent : grade,
        presence: informants == 0
          ? .notSpokenOf : contested ? .contested : side == .against ? .denied : .evident,
        repertoire: repertoire))
  }

  static let silent = interview(informants: 0)

  static func survey(_ score: Double, n: Int, interval: Interval? = nil) -> SurveyFigure {
    SurveyFigure(
      score: score, weighting: .respondents, n: n, organizations: 0, interval: interval,
      answers: .counted(.init()))
  }

  static func gap(
    _ id: String, desired: Double, derived: Double, interval: Interval? = nil, n: Int = 8,
    quadrant: ValueGap.Quadrant? = nil
  ) -> ValueGap {
    ValueGap(
      id: id, desired: desired, derived: derived, gap: desired - derived, interval: interval,
      n: n, quadrant: quadrant)
  }

  /// A clear change of one construct in the survey.
  static func change(_ id: String, by points: Double, since: String) -> PhaseChange {
    let interval = Interval(low: points - 2, high: points + 2)
    return PhaseChange(
      since: since,
      constructs: [
        ConstructChange(
          id: id,
          survey: .shown(
            SurveyChange(change: points, interval: interval, pairing: .respondents, n: 20)),
          interviews: nil, isContradicted: false)
      ])
  }

  static func construct(
    _ id: String, _ interview: InterviewFigure? = nil, _ survey: SurveyFigure? = nil
  ) -> ConstructScore {
    ConstructScore(id: id, interview: interview, survey: survey, rules: ScoringRules())
  }

  static func score(
    _ caseID: String = "A", _ constructs: [ConstructScore] = [], gaps: [ValueGap] = [],
    interviewees: Int = 6, responses: Int = 10, organizations: Int = 4, pillars: [PillarScore] = [],
    health: HealthScore? = nil,
    wanted: [String] = []
  ) -> CaseScore {
    var all = constructs
    for gap in gaps where !all.contains(where: { $0.id == gap.id }) {
      all.append(construct(gap.id))
    }
    for place in all.indices {
      all[place].gap = Told(gaps.first { $0.id == all[place].id })
      all[place].wish = wanted.contains(all[place].id) ? .wanted : .notWanted
    }
    return CaseScore(
      caseID: caseID, phase: nil, constructs: all, pillars: pillars,
      health: health ?? HealthScore(score: nil, seed: 1),
      valueBreadth: ValueBreadth(all, rules: ScoringRules()), interviewees: interviewees,
      codingCover: CodingCover(), responses: responses, organizations: organizations)
  }

  /// A framework of forms of value with plain names, and the rules and recommendations of a test.
  static func framework(
    forms: [(id: String, name: String)] = [("v.a", "Practical help"), ("v.b", "New skills")],
    rules: [FindingRule] = [], recommendations: [Recommendation] = []
  ) -> Framework {
    let place = Citation(reference: "", place: "")
    return Framework(
      id: "test", version: "1", title: "", summary: "", references: [],
      constructs: [
        Construct(id: "v", name: "Value", kind: "", levels: [], definition: "", source: place)
      ]
        + forms.map {
          Construct(
            id: $0.id, name: $0.name + " (term)", plainName: $0.name, kind: "form", levels: [],
            definition: "", source: place, parent: "v")
        },
      formsOfValue: "v", findings: rules, recommendations: recommendations)
  }

  static func rule(
    _ id: String = "r", scope: FindingRule.Scope = .case, tone: FindingRule.Tone = .shortfall,
    each: [String] = [], when condition: FindingCondition, heading: [FindingText.Piece]? = nil,
    says: [FindingText.Piece] = [.words("Said.")], recommends: [String] = []
  ) -> FindingRule {
    FindingRule(
      id: id, scope: scope, section: "s", tone: tone, each: each, condition: condition,
      heading: heading.map { FindingText($0) }, says: FindingText(says), recommends: recommends)
  }

  /// What the rules with these conditions find in a case, by whether each fires.
  static func fires(
    _ condition: FindingCondition, in score: CaseScore, about: Case? = nil
  ) -> Bool {
    !FindingEngine(framework: framework(rules: [rule(when: condition)]))
      .findings(in: score, about: about).isEmpty
  }
}
