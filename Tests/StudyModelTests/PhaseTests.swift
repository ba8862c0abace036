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
    var paired = PairedChange(framework: SmallModel.framework(), phases: 2)
    let layout = paired.layout(columns: SmallModel.columns)
    for row in Self.answered {
      SmallModel.only("way.x", row.x).withUnsafeBufferPointer {
        _ = paired.add(respondent: row.token, phase: row.phase, answers: $0, layout: layout)
      }
    }
    return paired
  }

  @Test("Respondents are compared with themselves")
  func respondents() throws {
    let changes = paired().changes(from: 0, to: 1)
    #expect(changes.map(\.id) == ["way", "way.x"])
    // 25, 50 and 0: mean 25, sd 25, t(2) = 4.302652729749464.
    let change = try #require(changes.last)
    #expect(change.change == 25)
    #expect(change.n == 3)
    let half = 4.302652729749464 * 25 / 3.0.squareRoot()
    #expect(abs((change.interval?.high ?? 0) - (25 + half)) < 1e-9)
    #expect(paired().changes(from: 1, to: 0).last?.change == -25)
    #expect(paired().changes(from: 0, to: 2).isEmpty)
  }

  @Test("Organizations that answered in both phases are compared with themselves")
  func organizations() throws {
    // Means before: 25, 75, 0; after: 62.5, 50, 100. The third organization answered only once.
    let change = try #require(sums().changes(case: 0, from: 0, to: 1).last)
    #expect(change.id == "way.x")
    #expect(change.basis == .organizations)
    #expect(change.n == 3)
    #expect(abs(change.change - (37.5 - 25 + 100) / 3) < 1e-12)
  }

  @Test("Three who answered twice come before organizations; otherwise three organizations do")
  func better() {
    func change(_ n: Int, _ basis: ConstructChange.Basis) -> ConstructChange {
      ConstructChange(id: "x", change: 1, interval: nil, basis: basis, n: n)
    }
    let many = change(3, .respondents)
    let few = change(2, .respondents)
    let three = change(3, .organizations)
    #expect(ConstructChange.better(many, three) == many)
    #expect(ConstructChange.better(few, three) == three)
    #expect(ConstructChange.better(few, change(2, .organizations)) == few)
    #expect(ConstructChange.better(nil, change(1, .organizations))?.n == 1)
    #expect(ConstructChange.better(nil, nil) == nil)
  }

  @Test("Phases are scored apart, cases first")
  func grid() {
    let framework = SmallModel.framework()
    let cells = StudyCells(cases: ["one"], phases: ["before", "after"])
    let scores = Scoring.score(
      framework: framework,
      interviews: InterviewEvidence(framework: framework, cells: cells, participants: []),
      survey: sums())
    #expect(scores.map(\.phase) == ["before", "after"])
    #expect(scores.map(\.responses) == [5, 5])
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
