import Reports

@testable import StudyModel

/// Seven invented cases for comparisons, and three in words only.
extension SampleStudies {
  static let sevenNames = [
    ("cg", "Cross-Govt agencies", "strong"), ("gp", "Govt policy", "strong"),
    ("uk", "UK learning", "moderate"),
    ("lg", "Local Govt CoP", "moderate"), ("ig", "Int. Govt agencies", "moderate"),
    ("pl", "Private learning", "weak"),
    ("us", "US learning", "weak"),
  ]

  /// Seven cases with both streams; one hidden in the survey for the working group.
  static var compared: ReportInput {
    let framework = SampleFramework.rich
    let cases = sevenNames.map { id, name, drive in
      Case(
        id: id, name: name,
        attributes: [
          Attribute(name: "drive", value: drive),
          Attribute(name: "who", value: "Invented members of \(name)"),
          Attribute(
            name: "history",
            value: "About \(id.utf8.reduce(0) { $0 + Int($1) } % 7 + 2) years; regular events"),
        ])
    }
    var scores = cases.enumerated().map { place, item -> CaseScore in
      var facts = known
      for (row, id) in framework.constructs.map(\.id).enumerated() {
        guard var item = facts[id] else { continue }
        let shift = Double((place * 7 + row * 5) % 31) - 15
        item.survey = item.survey.map { min(96, max(8, $0 + shift)) }
        item.wanted = item.wanted.map { min(97, max(10, $0 - shift / 2)) }
        item.mentions = max(0, item.mentions + (place * 3 + row) % 7 - 3)
        item.grade = item.mentions == 0 ? .absent : item.grade
        item.speaking = item.mentions == 0 ? 0 : item.speaking
        item.points = []
        facts[id] = item
      }
      return SampleCase(
        id: item.id, phase: nil, framework: framework, n: 12 + place * 6, known: facts
      ).score
    }
    for place in scores[5].constructs.indices { scores[5].constructs[place].survey = .hidden }
    scores[5].hideGaps(of: framework)
    (scores[5].responses, scores[5].organizations) = (.hidden, .hidden)
    let seen = SeenStudy(
      SeenScores(
        by: .workingGroup,
        scores.map { SampleEyes.seen($0, for: .workingGroup, of: framework) }),
      framework: framework, frameworkHash: "9a0b1c", cases: cases)
    var input = ReportInput(seen, on: facts)
    input.study.title = "Seven learning collaborations"
    input.order = CaseOrdering(attribute: "drive", label: "Drive for outcomes")
    input.statedForSet = ["works.trust.venue", "works.power.conflicts"]
    input.set.likeness = likeness
    input.set.deviant = [
      DeviantCases(
        expectation: "What is expected: subject capability where leaders stand behind it.",
        deviants: [
          DeviantCases.Deviant(
            caseID: "cg", kind: .expectedNotFound,
            lookAgain:
              "Senior people meet regularly, so leadership alone would predict subject capability. Look again at what the board meetings are about"
          ),
          DeviantCases.Deviant(
            caseID: "uk", kind: .nearMiss,
            lookAgain:
              "Five forms of value and a dedicated team. What is absent is leaders of the member organizations"
          ),
          DeviantCases.Deviant(
            caseID: "us", kind: .typicalButThin,
            lookAgain:
              "The pattern depends on how one passage is coded. A fourth interview would help most here"
          ),
        ])
    ]
    input.set.findings = [
      Finding(
        rule: "set-headline", section: "headline", tone: .neutral,
        heading:
          "All seven collaborations create value. Only two build subject capability, and both have leaders who stay",
        says:
          "In two cases, leaders made a visible, long-term commitment without pressing for a quick result.",
        evidence: [], cases: ["ig", "us"]),
      Finding(
        rule: "set-value", section: "value", tone: .neutral,
        heading: "Relationships nearly everywhere; capability in two places",
        says: "Breadth of value and depth of change are different things.", evidence: [], cases: []),
    ]
    return input
  }

  /// The same over three phases, in which the cases draw apart and then together.
  static var comparedPhases: ReportInput {
    var input = compared
    let phases = [("1 founding", 0.3), ("2 widening", 2.2), ("3 settled", 0.4)]
    input.phases = phases.enumerated().map { place, phase in
      Phase(name: phase.0, order: place + 1)
    }
    input.all = input.all.flatMap { seen in
      phases.map { phase, spread in
        var copy = seen.score
        copy.phase = phase
        for place in copy.constructs.indices {
          copy.constructs[place].survey.change {
            let level = 60 + ($0.score - 60) * (place % 4 == 1 ? 1 : spread)
            let moved = min(100, max(0, level)).rounded() - $0.score
            $0.score += moved
            $0.interval = $0.interval.map {
              Interval(low: max(0, $0.low + moved), high: min(100, $0.high + moved))
            }
          }
        }
        return SeenScore(copy)
      }
    }
    return input
  }

  static let likeness = Likeness(
    cases: sevenNames.map(\.0), forms: 8, isOfPeople: true,
    distances: [
      [0, 0.5, 0.67, 1, 0.83, 0.75, 0.83], [0.5, 0, 0.67, 1, 0.83, 0.75, 0.83],
      [0.67, 0.67, 0, 0.4, 0.5, 0.6, 0.5],
      [1, 1, 0.4, 0, 0.6, 0.75, 0.6], [0.83, 0.83, 0.5, 0.6, 0, 0.5, 0.4],
      [0.75, 0.75, 0.6, 0.75, 0.5, 0, 0.8],
      [0.83, 0.83, 0.5, 0.6, 0.4, 0.8, 0],
    ], compared: Array(repeating: Array(repeating: 8, count: 7), count: 7),
    merges: [
      .init(left: 2, right: 3, height: 0.4), .init(left: 4, right: 6, height: 0.4),
      .init(left: 0, right: 1, height: 0.5),
      .init(left: 7, right: 8, height: 0.55), .init(left: 5, right: 10, height: 0.6625),
      .init(left: 9, right: 11, height: 0.8167),
    ])

  /// Seven cases of a published table: what is there in words, and practices for the set alone.
  static var paper: ReportInput {
    let framework = SampleFramework.rich
    var input = compared
    input.study.simulated = false
    input.all = input.cases.enumerated().map { place, item -> SeenScore in
      let forms = framework.valueForms.enumerated().filter {
        (place + $0.offset * $0.offset) % 3 == 0
      }.map(\.element.id)
      let facts = Dictionary(
        uniqueKeysWithValues: forms.map { ($0, Known(mentions: 1, grade: .agreed)) })
      var score = SampleCase(
        id: item.id, phase: nil, framework: framework, interviewees: 0, known: facts,
        silentSurvey: true
      ).score
      score.pillars = []
      score.health = HealthScore(score: nil, seed: 1)
      return SampleEyes.seen(score, for: .workingGroup, of: framework)
    }
    input.set.findings = []
    input.set.deviant = []
    input.statedForSet = framework.constructs.map(\.id).filter {
      $0.hasPrefix("works.") && framework.isLeaf($0)
    }
    return input
  }
}

extension ReportInput {
  /// What is concluded of the phase that a comparison takes of itself.
  var set: SetConclusions {
    get {
      seen.conclusions.first { $0.phase == seen.lastPhase }
        ?? SetConclusions(phase: seen.lastPhase)
    }
    set { seen.conclusions = [newValue] }
  }
}
