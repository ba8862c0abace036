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

  private static let cells = StudyCells(cases: ["one"], phases: ["before", "after"])

  private typealias Row = (token: String, organization: Int?, phase: Int, x: Int8)

  /// The change of `way.x` by these answers.
  private func change(_ rows: [Row], tokens: Bool = true) throws -> SurveyChange {
    let framework = SmallModel.framework()
    var sums = SurveySums(framework: framework, cells: Self.cells)
    var paired = PairedChange(framework: framework, cells: Self.cells)
    let (plain, pairs) = (
      sums.layout(columns: SmallModel.columns), paired.layout(columns: SmallModel.columns)
    )
    for row in rows {
      let answers = SmallModel.only("way.x", row.x)
      sums.add(
        caseID: "one", phase: row.phase == 0 ? "before" : "after", organization: row.organization,
        answers: answers, layout: plain)
      guard tokens else { continue }
      answers.withUnsafeBufferPointer {
        _ = paired.add(
          respondent: row.token, case: 0, phase: row.phase, organization: row.organization,
          answers: $0, layout: pairs)
      }
    }
    paired.finish()
    let scoring = Scoring(
      interviews: InterviewEvidence(framework: framework, cells: Self.cells, participants: []),
      survey: sums)
    let scores = scoring.withChanges(scoring.scores, paired: paired)
    #expect(scores.first?.change == nil)
    let change = try #require(scores.last?.change)
    #expect(change.since == "before")
    return try #require(change.construct("way.x")?.survey.figure)
  }

  @Test("Organizations come first where levels go by them, each by those who stayed in it")
  func organizations() throws {
    // Those who stayed: 25 and 50, 0, none and none; means of the fourth before and after: 0 and 100.
    let change = try change(Self.answered + [("r8", 4, 0, 2), ("r9", 4, 1, 2)])
    #expect(change.pairing == .organizations && change.n == 4 && change.byToken == 2)
    #expect(abs(change.change - (37.5 + 0 + 100 + 0) / 4) < 1e-12)
    let means = try self.change(Self.answered, tokens: false)
    // Means before: 25, 75, 0; after: 62.5, 50, 100. The third organization answered only once.
    #expect(means.pairing == .organizations && means.n == 3 && means.byToken == 0)
    #expect(abs(means.change - (37.5 - 25 + 100) / 3) < 1e-12)
  }

  @Test("Who is of another organization than before stands for neither")
  func moved() throws {
    let moved = Self.answered.map { row -> Row in
      row.token == "r3" && row.phase == 1 ? (row.token, 0, row.phase, row.x) : row
    }
    let change = try change(moved + [("r8", 1, 1, 1)])
    // The second organization: 75 before, 0 after.
    #expect(change.pairing == .organizations && change.byToken == 1)
    #expect(abs(change.change - (37.5 - 75 + 100) / 3) < 1e-12)
  }

  @Test("Respondents are compared with themselves where levels do not go by organizations")
  func respondents() throws {
    let change = try change(Self.answered.map { ($0.token, nil, $0.phase, $0.x) })
    // 25, 50 and 0: mean 25, sd 25, t(2) = 4.302652729749464.
    #expect(change.change == 25 && change.byToken == nil)
    #expect(change.n == 3 && change.pairing == .respondents)
    let half = 4.302652729749464 * 25 / 3.0.squareRoot()
    #expect(abs((change.interval?.high ?? 0) - (25 + half)) < 1e-9)
    #expect(change.clear == false)
  }

  @Test("Without three pairs the levels stand, and of them nothing is clear")
  func levels() throws {
    let change = try change([("a", 0, 0, 2), ("b", 0, 0, 4), ("a", 0, 1, 5)])
    #expect(change.pairing == .none && change.n == 0)
    #expect(change.change == 50 && change.interval == nil && change.clear == nil)
  }

  @Test("What belongs to no phase is paired with nothing")
  func withoutPhase() {
    var paired = PairedChange(
      framework: SmallModel.framework(), cells: StudyCells(cases: ["one"], phases: [nil, "after"]))
    let layout = paired.layout(columns: SmallModel.columns)
    let taken = SmallModel.only("way.x", 3).withUnsafeBufferPointer { answers in
      [0, 1, 2].map {
        paired.add(
          respondent: "r", case: 0, phase: $0, organization: nil, answers: answers, layout: layout)
      }
    }
    #expect(taken == [false, true, false])
  }

  @Test("Interviews change by what the same people say, parents by their parts")
  func interviews() throws {
    func interview(_ id: String, _ phase: String, _ weights: [String: Double]) -> CodedSource {
      CodedSource(
        source: Source(
          id: id + phase, caseID: "one", participant: id, phase: phase, coders: ["ana"],
          kind: .interview),
        codings: weights.sorted { $0.key < $1.key }.enumerated().map { place, coded in
          Coding(
            coder: "ana", code: coded.key, span: Span(start: 10 * place, end: 10 * place + 9),
            weight: coded.value)
        }, adjudications: [])
    }
    var evidence = InterviewEvidence(
      framework: SmallModel.framework(), cells: Self.cells, participants: [])
    for source in [
      interview("p", "before", ["way.x": 1, "way": 3]),
      interview("q", "before", ["way.x": 3, "way.y": 1]),
      interview("p", "after", ["way.x": 3, "way": 1]), interview("q", "after", ["way.x": 3]),
      interview("new", "after", ["way.y": 3]),
    ] {
      evidence.add(source)
    }
    let scoring = Scoring(interviews: evidence, survey: nil)
    let change = try #require(scoring.withChanges(scoring.scores, paired: nil).last?.change)
    // Of the top weight 3: p by 2/3 and q by nothing; the parent itself by -2/3.
    let leaf = try #require(change.construct("way.x")?.interviews)
    #expect(abs(leaf.change - 100.0 / 3) < 1e-9 && leaf.n == 2)
    #expect(change.construct("way.y")?.interviews == nil)
    let parent = try #require(change.construct("way")?.interviews)
    #expect(abs(parent.change - (100.0 / 3 - 200.0 / 3) / 2) < 1e-9 && parent.n == 2)
  }

  @Test("Phases are in time by order, then by name, and those without an order last")
  func time() {
    let phases = [
      Phase(name: "b"), Phase(name: "z", order: 1), Phase(name: "d", order: 2),
      Phase(name: "a"), Phase(name: "c", order: 2),
    ]
    #expect(phases.sorted { $0.isBefore($1) }.map(\.name) == ["z", "c", "d", "a", "b"])
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
    func scores(_ rule: ConsensusRule) -> [CaseScore] {
      [SmallModel.score([source], framework: framework, rule: rule)]
    }
    func changed(_ others: [ConsensusRule]) -> [BandSensitivity] {
      ScoresByRule(
        rule: .majority, own: scores(.majority), others: others.map { ($0, scores($0)) }
      ).sensitivity
    }
    let found = changed([.any, .unanimous])
    #expect(found.map(\.construct) == ["way.x"])
    #expect(found.first?.bands == [.any: .strength])
    #expect(changed([.unanimous]).isEmpty)
  }
}
