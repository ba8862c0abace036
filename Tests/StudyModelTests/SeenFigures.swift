@testable import StudyModel

// What is tried here reads scores as somebody sees them; scores made by hand are the researcher's.

extension FindingEngine {
  func findings(in score: CaseScore, about: Case?) -> [Finding] {
    findings(in: SeenScore(score), about: about)
  }

  func findings(across scores: [CaseScore], cases: [Case]) -> [Finding] {
    findings(across: scores.map { SeenScore($0) }, cases: cases)
  }
}

extension CaseMatrix {
  init(
    scores: [CaseScore], cases: [Case], constructs: [String], segments: [StandingSegment] = []
  ) {
    self.init(
      scores: scores.map { SeenScore($0) }, cases: cases, constructs: constructs, order: .asGiven,
      segments: segments)
  }
}

extension CaseProfiles {
  init(scores: [CaseScore], cases: [Case], framework: Framework) {
    self.init(scores: scores.map { SeenScore($0) }, cases: cases, framework: framework)
  }
}

extension DeviantCases {
  init(
    outcome: String, conditions: [Expectation.Condition], scores: [CaseScore], cases: [Case],
    framework: Framework
  ) {
    self.init(
      outcome: outcome, conditions: conditions, scores: scores.map { SeenScore($0) }, cases: cases,
      framework: framework)
  }
}

extension PhaseDispersion {
  static func of(
    _ constructs: [String], in scores: [CaseScore], phases: [String]
  ) -> [PhaseDispersion] {
    of(constructs, in: scores.map { SeenScore($0) }, phases: phases)
  }
}

extension ValueInInterviews {
  init(framework: Framework, score: CaseScore) {
    self.init(framework: framework, score: SeenScore(score))
  }
}

extension InterviewFigure {
  /// A figure of which others are told this word.
  static func told(_ heard: Heard, speaking: Int = 0) -> InterviewFigure {
    var figure = InterviewFigure(
      heard, voices: speaking > 1 ? .init(speaking: speaking, interviewees: 6) : nil)
    if case .borneOut(let side) = heard { figure.side = side }
    return figure
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
}

extension SeenScore {
  /// As the researcher sees it.
  init(_ score: CaseScore) { self.init(score, formed: .asTheyAre) }
}
