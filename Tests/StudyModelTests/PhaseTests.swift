import StudyModel
import Testing

@Suite("Between phases, rules and cases")
struct PhaseTests {
  private static let answered: [(token: String, organization: Int?, phase: Int, x: Int8)] = [
    ("r1", 0, 0, 2), ("r1", 0, 1, 3), ("r2", 0, 0, 2), ("r2", 0, 1, 4), ("r3", 1, 0, 3),
    ("r3", 1, 1, 3), ("r4", 1, 0, 5), ("r5", 2, 1, 1), ("r6", 3, 0, 1), ("r7", 3, 1, 5),
  ]

  private func sums() -> SurveySums {
    var sums = SurveySums(
      framework: SmallModel.framework(),
      cells: StudyCells(cases: ["one"], phases: ["before", "after"]))
    let layout = sums.layout(columns: SmallModel.columns)
    for row in Self.answered {
      sums.add(
        caseID: "one", phase: row.phase == 0 ? "before" : "after", organization: row.organization,
        answers: SmallModel.only("way.x", row.x), layout: layout)
    }
    return sums
  }

  private func paired() -> PairedChange {
    var paired = PairedChange(
      framework: SmallModel.framework(),
      cells: StudyCells(cases: ["one"], phases: ["before", "after"]))
    let layout = paired.layout(columns: SmallModel.columns)
    for row in Self.answered {
      SmallModel.only("way.x", row.x).withUnsafeBufferPointer {
        _ = paired.add(
          respondent: row.token, case: 0, phase: row.phase, answers: $0, layout: layout)
      }
    }
    return paired
  }

  private static let cells = StudyCells(cases: ["one"], phases: ["before", "after"])

  private func scores(_ sums: SurveySums, respondents: PairedChange? = nil) -> [CaseScore] {
    let framework = SmallModel.framework()
    return Scoring.withChanges(
      Scoring(
        interviews: InterviewEvidence(framework: framework, cells: Self.cells, participants: []),
        survey: sums
      ).scores, respondents: respondents, organizations: sums)
  }

  @Test("Respondents are compared with themselves")
  func respondents() throws {
    let changes = paired().changes(case: "one", from: "before", to: "after")
    #expect(Set(changes.keys) == ["way", "way.x"])
    // 25, 50 and 0: mean 25, sd 25, t(2) = 4.302652729749464.
    let change = try #require(changes["way.x"])
    #expect(change.change == 25)
    #expect(change.n == 3 && change.pairing == .respondents)
    let half = 4.302652729749464 * 25 / 3.0.squareRoot()
    #expect(abs((change.interval?.high ?? 0) - (25 + half)) < 1e-9)
    #expect(change.clear == false)
    #expect(paired().changes(case: "one", from: "after", to: "before").isEmpty)
    #expect(paired().changes(case: "two", from: "before", to: "after").isEmpty)
  }

  @Test("What belongs to no phase is paired with nothing")
  func withoutPhase() {
    var paired = PairedChange(
      framework: SmallModel.framework(), cells: StudyCells(cases: ["one"], phases: [nil, "after"]))
    let layout = paired.layout(columns: SmallModel.columns)
    let taken = SmallModel.only("way.x", 3).withUnsafeBufferPointer { answers in
      [0, 1, 2].map {
        paired.add(respondent: "r", case: 0, phase: $0, answers: answers, layout: layout)
      }
    }
    #expect(taken == [false, true, false])
  }

  @Test("Organizations that answered in both phases are compared with themselves")
  func organizations() throws {
    // Means before: 25, 75, 0; after: 62.5, 50, 100. The third organization answered only once.
    let changes = sums().changes(case: "one", from: "before", to: "after")
    let change = try #require(changes["way.x"])
    #expect(change.pairing == .organizations)
    #expect(change.n == 3)
    #expect(abs(change.change - (37.5 - 25 + 100) / 3) < 1e-12)
  }

  @Test("Three who answered twice come before organizations, and without three pairs levels stand")
  func better() throws {
    let both = try #require(scores(sums(), respondents: paired()).last?.change)
    #expect(both.since == "before")
    #expect(both.construct("way.x")?.survey.figure?.pairing == .respondents)
    #expect(scores(sums()).first?.change == nil)
    let alone = try #require(scores(sums()).last?.change?.construct("way.x")?.survey.figure)
    #expect(alone.pairing == .organizations)
    var few = SurveySums(framework: SmallModel.framework(), cells: Self.cells)
    let layout = few.layout(columns: SmallModel.columns)
    for (phase, x) in [("before", 2), ("before", 4), ("after", 5)] as [(String, Int8)] {
      few.add(
        caseID: "one", phase: phase, organization: 0, answers: SmallModel.only("way.x", x),
        layout: layout)
    }
    let levels = try #require(scores(few).last?.change?.construct("way.x")?.survey.figure)
    #expect(levels.pairing == .none && levels.n == 0)
    #expect(levels.change == 50 && levels.interval == nil && levels.clear == nil)
  }

  @Test("Organizations of a whole study, against figures of an independent program")
  func fixture() throws {
    let study = try FixtureStudy("phased")
    let sums = study.sums(VanWinkelen.framework)
    let expected: [(String, Double, Double, Double, Int)] = [
      ("case-a", -5.879629629629631, -26.581735591828078, 14.822476332568819, 3),
      ("case-d", 6.5902777777777795, -6.950068390596296, 20.130623946151854, 5),
    ]
    for (caseID, change, low, high, n) in expected {
      let found = try #require(
        sums.changes(case: caseID, from: "1 founding", to: "2 maturing")["value.tangible"])
      #expect(abs(found.change - change) < 1e-9)
      #expect(abs((found.interval?.low ?? 0) - low) < 1e-9)
      #expect(abs((found.interval?.high ?? 0) - high) < 1e-9)
      #expect(found.n == n && found.clear == false)
    }
  }

  @Test("Phases are scored apart, cases first")
  func grid() {
    let framework = SmallModel.framework()
    let cells = StudyCells(cases: ["one"], phases: ["before", "after"])
    let scores = Scoring(
      interviews: InterviewEvidence(framework: framework, cells: cells, participants: []),
      survey: sums()
    ).scores
    #expect(scores.map(\.phase) == ["before", "after"])
    #expect(scores.map(\.responses) == [.shown(5), .shown(5)])
  }

  @Test("Which bands hang on the rule of consensus")
  func sensitivity() {
    let source = CodedSource(
      source: Source(
        id: "s", caseID: "one", participant: "p", coders: ["ana", "ben"], kind: .interview),
      codings: [
        Coding(coder: "ana", code: "way.x", span: Span(start: 0, end: 9), weight: 3),
        Coding(coder: "ana", code: "way.y", span: Span(start: 0, end: 9), weight: 3),
        Coding(coder: "ben", code: "way.y", span: Span(start: 0, end: 9), weight: 3),
      ], adjudications: [])
    let framework = SmallModel.framework { $0.leastEvidence = 0 }
    var scores: [ConsensusRule: [CaseScore]] = [:]
    for rule in ConsensusRule.allCases {
      scores[rule] = [SmallModel.score([source], framework: framework, rule: rule)]
    }
    let found = Scoring.sensitivity(scores, scoredBy: .majority)
    #expect(found.map(\.construct) == ["way.x"])
    #expect(found.first?.bands == [.any: .strength])
    #expect(Scoring.sensitivity([:], scoredBy: .majority).isEmpty)
  }
}
