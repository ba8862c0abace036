import Testing

@testable import StudyModel

@Suite("For others a change is of the same streams at both ends")
struct SharedStreamsTests {
  typealias Bounds = FindingCondition.Bounds

  private static let rules = [
    Figures.rule("down", when: .number(.change("v.a"), Bounds(atMost: -10))),
    Figures.rule("up", when: .number(.change("v.a"), Bounds(atLeast: 10))),
    Figures.rule("steady", when: .number(.change("v.a"), Bounds(above: -5, atMost: 5))),
  ]

  /// Two phases of a case, with what the survey's change is told to be.
  private func fired(
    _ before: ConstructScore, _ after: ConstructScore, change: SurveyChange?, forOthers: Bool = true
  ) -> [String] {
    var (earlier, later) = (Figures.score("A", [before]), Figures.score("A", [after]))
    (earlier.phase, later.phase) = ("one", "two")
    later.change = PhaseChange(
      since: "one", constructs: [ConstructChange(id: "v.a", survey: Told(change), interviews: nil)])
    let seen = [earlier, later].map { forOthers ? SeenScore.forOthers($0) : SeenScore($0) }
    return FindingEngine(framework: Figures.framework(rules: Self.rules)).findings(
      in: seen[1], about: nil, previous: seen[0]
    ).map(\.rule)
  }

  private func change(_ points: Double, half: Double?) -> SurveyChange {
    SurveyChange(
      change: points, interval: half.map { Interval(low: points - $0, high: points + $0) },
      pairing: half == nil ? .none : .respondents, n: 12)
  }

  private func figure(survey: Double?, interviews: Double?) -> ConstructScore {
    Figures.construct(
      "v.a", interviews.map { Figures.interview(score: $0, informants: 4, grade: .corroborated) },
      survey.map { Figures.survey($0, n: 12) })
  }

  @Test("A score of the survey alone is not held against one of both")
  func surveyAlone() {
    // Interviews come in at 0 in the later phase: the score falls, the survey does not.
    let (before, after) = (figure(survey: 34, interviews: nil), figure(survey: 33, interviews: 0))
    #expect(fired(before, after, change: change(0, half: 30)) == ["steady"])
    #expect(fired(before, after, change: nil) == [])
    #expect(fired(before, after, change: change(0, half: 30), forOthers: false) == ["down"])
  }

  @Test("A change of the survey that is not clear may be none, and fires no rise and no fall")
  func notClear() {
    let (before, after) = (figure(survey: 60, interviews: nil), figure(survey: 46, interviews: nil))
    #expect(fired(before, after, change: change(-14, half: 20)) == [])
    #expect(fired(before, after, change: change(-14, half: nil)) == [])
    #expect(fired(before, after, change: change(-14, half: 6)) == ["down"])
    #expect(fired(before, after, change: change(3, half: 20)) == ["steady"])
  }

  @Test("Where both phases tell of both streams, or of interviews alone, the score's change counts")
  func sameStreams() {
    #expect(
      fired(
        figure(survey: 40, interviews: 40), figure(survey: 60, interviews: 60),
        change: change(20, half: 30)) == ["up"])
    #expect(
      fired(
        figure(survey: nil, interviews: 60), figure(survey: nil, interviews: 40), change: nil)
        == ["down"])
    #expect(
      fired(
        figure(survey: 60, interviews: nil), figure(survey: nil, interviews: 20), change: nil)
        == [])
  }

  @Test("Nor is the spread of the cases one of different measures in two phases")
  func dispersion() {
    func score(_ id: String, _ phase: String, _ construct: ConstructScore) -> SeenScore {
      var score = Figures.score(id, [construct])
      score.phase = phase
      return .forOthers(score)
    }
    // Levels of the survey stay; interviews at 0 are told of one case, in the later phase.
    let scores = [
      score("A", "one", figure(survey: 50, interviews: nil)),
      score("B", "one", figure(survey: 60, interviews: nil)),
      score("A", "two", figure(survey: 50, interviews: 0)),
      score("B", "two", figure(survey: 60, interviews: nil)),
    ]
    let found = PhaseDispersion.of(["v.a"], in: scores, phases: ["one", "two"])
    #expect(found.first?.dispersions.map(\.range) == [10, 10])
    #expect(found.first?.words == nil)
    let researcher = PhaseDispersion.of(
      ["v.a"], in: scores.map { SeenScore($0.score) }, phases: ["one", "two"])
    #expect((researcher.first?.dispersions.last?.range ?? 0) > 20)
  }

  @Test("A set counts as hidden the cases that hide what the rule asks for, and no other")
  func hiddenOfSet() {
    func rule(_ condition: FindingCondition) -> FindingRule {
      Figures.rule(
        "r", scope: .set, when: .cases(condition, count: Bounds(atLeast: 1), share: nil),
        says: [.slot(.count, of: nil), .words(" of "), .slot(.of, of: nil)])
    }
    let framework = Figures.framework(rules: [
      rule(.word(.presence("v.a"), oneOf: ["evident"])), rule(.gap(construct: "v.a", .short)),
    ])
    let gap = Figures.gap("v.a", desired: 60, derived: 40, interval: Interval(low: 10, high: 30))
    func told(_ heard: Heard) -> CaseScore {
      Figures.score(
        "A", [Figures.construct("v.a", .told(heard), Figures.survey(40, n: 9))], gaps: [gap])
    }
    var (first, second, third) = (told(.borneOut(.for)), told(.littleHeard), told(.hidden))
    (first.caseID, second.caseID, third.caseID) = ("A", "B", "C")
    // One hides its interviews; another a gap, and what is little heard there is told as that.
    third.interviewees = .hidden
    second.change("v.a") { $0.gap = .hidden }
    let found = FindingEngine(framework: framework).findings(
      across: [first, second, third].map(SeenScore.forOthers), cases: [])
    #expect(found.map(\.says) == ["1 of 2 shown", "2 of 2 shown"])
  }
}
