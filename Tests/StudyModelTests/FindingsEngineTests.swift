import Testing

@testable import StudyModel

@Suite("Findings of a case and of the set")
struct FindingsEngineTests {
  typealias Bounds = FindingCondition.Bounds

  @Test("Findings come in the order of the rules, and of the constructs a rule is tried on")
  func order() {
    let framework = Figures.framework(rules: [
      Figures.rule(
        "second", each: ["v.b", "v.a"], when: .number(.score("this"), Bounds(below: 50))),
      Figures.rule("set", scope: .set, when: .all([])),
      Figures.rule("first", when: .number(.score("v.a"), Bounds(below: 50))),
    ])
    let score = Figures.score(
      "A", ["v.a", "v.b"].map { Figures.construct($0, nil, Figures.survey(40, n: 9)) })
    let found = FindingEngine(framework: framework).findings(in: score, about: nil)
    #expect(found.map(\.rule) == ["second", "second", "first"])
    #expect(found.map(\.construct) == ["v.b", "v.a", nil])
  }

  @Test("A finding names the evidence it fired on, and what is at stake")
  func evidence() {
    let framework = Figures.framework(rules: [
      Figures.rule(
        "gap", each: ["v.a"],
        when: .all([
          .gap(construct: "this", .short),
          .any([
            .number(.score("this"), Bounds(below: 50)), .number(.score("this"), Bounds(above: 90)),
          ]),
        ])),
      Figures.rule("level", when: .word(.band("v.a"), oneOf: ["concern"])),
      Figures.rule("good", tone: .strength, when: .number(.score("v.b"), Bounds(below: 50))),
      Figures.rule("drop", when: .number(.change("v.a"), Bounds(below: 0))),
    ])
    var now = Figures.score(
      "A", ["v.a", "v.b"].map { Figures.construct($0, nil, Figures.survey(40, n: 9)) },
      gaps: [Figures.gap("v.a", desired: 52.5, derived: 40, interval: Interval(low: 5, high: 20))])
    now.change = Figures.change("v.a", by: -7, since: "one")
    let found = FindingEngine(framework: framework).findings(
      in: now, about: nil)
    #expect(found.map(\.loss) == [12.5, 60, 0, 7])
    #expect(
      found.first?.evidence == ["gap of v.a: 12.5, interval +5 to +20", "score of v.a: 40"])
    #expect(found.last?.evidence == ["change of v.a: \u{2212}7 points in the survey"])
  }

  @Test("A finding by a band knows whether the border lies inside the interval")
  func close() {
    let concern = FindingCondition.word(.band("this"), oneOf: ["concern"])
    let other = FindingCondition.word(.band("v.b"), oneOf: ["concern"])
    let framework = Figures.framework(rules: [
      Figures.rule("band", each: ["v.a", "v.b"], when: concern),
      Figures.rule("both", each: ["v.a"], when: .all([concern, other])),
      Figures.rule("either", each: ["v.a"], when: .any([concern, other])),
    ])
    let score = Figures.score(
      "A",
      [
        Figures.construct(
          "v.a", nil, Figures.survey(45, n: 30, interval: Interval(low: 38, high: 52))),
        Figures.construct(
          "v.b", nil, Figures.survey(20, n: 30, interval: Interval(low: 13, high: 27))),
      ])
    let found = FindingEngine(framework: framework).findings(in: score, about: nil)
    #expect(found.map(\.rule) == ["band", "band", "both", "either"])
    #expect(found.map(\.isClose) == [true, false, true, false])
  }

  /// Seven cases: found in five, silent in one, and one without a source.
  var seven: [CaseScore] {
    ["A", "B", "C", "D", "E"].map {
      Figures.score($0, [Figures.construct("v.a", Figures.interview())])
    } + [
      Figures.score("F", [Figures.construct("v.a", Figures.silent)]),
      Figures.score("G", [Figures.construct("v.a")]),
    ]
  }

  func set(_ condition: FindingCondition) -> [Finding] {
    let says: [FindingText.Piece] = [
      .slot(.count, of: nil), .words(" of "), .slot(.of, of: nil), .words(": "),
      .slot(.cases, of: nil),
    ]
    let framework = Figures.framework(rules: [
      Figures.rule(scope: .set, when: condition, says: says)
    ])
    return FindingEngine(framework: framework).findings(
      across: seven, cases: seven.map { Case(id: $0.caseID, name: "Case " + $0.caseID) })
  }

  @Test("A set rule counts the cases in which its condition holds, and names them")
  func counts() {
    let evident = FindingCondition.word(.presence("v.a"), oneOf: ["evident"])
    let found = set(.cases(evident, count: Bounds(atLeast: 5), share: nil))
    #expect(
      found.map(\.says) == ["5 of 6 that were asked: Case A, Case B, Case C, Case D and Case E"])
    #expect(found.first?.cases == ["A", "B", "C", "D", "E"])
    #expect(found.first?.evidence.first == "5 of 6 cases")
    #expect(found.first?.evidence.last == "Case E: presence of v.a: evident")
  }

  @Test("A case of which it is unknown may be either: a bound holds only if it would both ways")
  func unknownCases() {
    let evident = FindingCondition.word(.presence("v.a"), oneOf: ["evident"])
    #expect(set(.cases(evident, count: Bounds(atLeast: 6), share: nil)).isEmpty)
    #expect(set(.not(.cases(evident, count: Bounds(atLeast: 6), share: nil))).isEmpty)
    #expect(set(.not(.cases(evident, count: Bounds(atLeast: 7), share: nil))).count == 1)
    #expect(set(.cases(evident, count: nil, share: Bounds(atLeast: 5.0 / 7))).count == 1)
    #expect(set(.cases(evident, count: Bounds(atMost: 5), share: nil)).isEmpty)
    #expect(set(evident).isEmpty)
  }
}
