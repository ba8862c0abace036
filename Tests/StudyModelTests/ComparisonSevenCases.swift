import StudyModel

/// Table II of the study of seven cases: which value each derived, an outcome a line.
enum SevenCases {
  static let outcomes: [(name: String, drive: String, lines: [[String]])] = [
    ("Cross-Govt agencies", "strong", [["tangible"], ["reputation"], ["relationship"]]),
    ("Govt policy", "strong", [["tangible"], ["relationship"], ["capability.collaborating"]]),
    (
      "UK learning", "moderate",
      [["tangible"], ["operational"], ["individual-capacity"], ["affirmation"], ["relationship"]]
    ),
    ("Local Govt CoP", "moderate", [["operational"], ["affirmation"], ["individual-capacity"]]),
    (
      "Int. Govt agencies", "moderate",
      [["operational", "capability.subject"], ["relationship"], ["affirmation"]]
    ),
    ("Private learning", "weak", [["affirmation"], ["relationship"]]),
    (
      "US learning", "weak",
      [["capability.subject", "relationship"], ["operational"], ["individual-capacity"]]
    ),
  ]

  static let cases = outcomes.map {
    Case(id: $0.name, name: $0.name, attributes: [Attribute(name: "drive", value: $0.drive)])
  }

  static let scores = outcomes.map { outcome in
    let found = Set(outcome.lines.joined().map { "value." + $0 })
    return Figures.score(
      outcome.name,
      VanWinkelen.forms.map { form in
        Figures.construct(
          form,
          Figures.interview(
            informants: found.contains(form) ? 1 : 0, interviewees: 0, grade: .agreed))
      }, interviewees: 0, responses: 0, organizations: 0)
  }

  static let segments = outcomes.flatMap { outcome in
    outcome.lines.enumerated().flatMap { line, forms in
      forms.map {
        StandingSegment(
          caseID: outcome.name, source: "table-ii-" + outcome.name, kind: .caseAnalysis,
          span: Span(start: line * 100, end: line * 100 + 80), construct: "value." + $0)
      }
    }
  }
}
