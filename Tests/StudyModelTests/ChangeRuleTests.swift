import Testing

@testable import StudyModel

@Suite("A rule reads the change of one stream, with its sign and certainty")
struct ChangeRuleTests {
  typealias Bounds = FindingCondition.Bounds

  private static let rules = [
    Figures.rule(
      "down", when: .number(.change("v.a"), Bounds(atMost: -10)), says: [.slot(.change, of: "v.a")]),
    Figures.rule("up", when: .number(.change("v.a"), Bounds(atLeast: 10))),
    Figures.rule("steady", when: .number(.change("v.a"), Bounds(above: -5, atMost: 5))),
    Figures.rule("nothing", when: .number(.clearChanges, Bounds(below: 1))),
  ]

  /// What fires on two phases of a case, with what is told of the changes.
  private func findings(
    _ before: ConstructScore, _ after: ConstructScore, survey: Told<SurveyChange, Never>,
    interviews: InterviewChange? = nil, forOthers: Bool = false
  ) -> [Finding] {
    var (earlier, later) = (Figures.score("A", [before]), Figures.score("A", [after]))
    (earlier.phase, later.phase) = ("one", "two")
    later.change = PhaseChange(
      from: earlier, to: later, since: "one", interviews: [interviews]
    ) { _, _, _ in survey }
    let seen = forOthers ? SeenScore.forOthers(later) : SeenScore(later)
    return FindingEngine(framework: Figures.framework(rules: Self.rules)).findings(
      in: seen, about: nil)
  }

  /// The rules that fire on a change of the survey.
  private func fired(_ change: SurveyChange, forOthers: Bool = false) -> [String] {
    findings(
      figure(survey: 50), figure(survey: 50), survey: .shown(change), forOthers: forOthers
    ).map(\.rule)
  }

  private func change(_ points: Double, half: Double?, n: Int = 12) -> SurveyChange {
    SurveyChange(
      change: points, interval: half.map { Interval(low: points - $0, high: points + $0) },
      pairing: half == nil ? .none : .respondents, n: n)
  }

  private func figure(survey: Double? = nil, interviews: Double? = nil) -> ConstructScore {
    Figures.construct(
      "v.a", interviews.map { Figures.interview(score: $0, informants: 4, grade: .corroborated) },
      survey.map { Figures.survey($0, n: 12) })
  }

  @Test("A score that changes because interviews came in fires nothing")
  func scoreAlone() {
    // Interviews come in at 0 in the later phase: the score falls, the survey does not.
    let (before, after) = (figure(survey: 34), figure(survey: 33, interviews: 20))
    #expect(
      findings(before, after, survey: .shown(change(0, half: 3))).map(\.rule)
        == ["steady", "nothing"])
    #expect(findings(before, after, survey: .absent).isEmpty)
  }

  @Test("A clear change is what it is, any other whatever its interval holds")
  func certainty() {
    #expect(fired(change(-14, half: 6)) == ["down"])
    #expect(fired(change(14, half: 6)) == ["up"])
    #expect(fired(change(-14, half: 20)) == ["nothing"])
    #expect(fired(change(1, half: 3)) == ["steady", "nothing"])
    #expect(fired(change(1, half: 20)) == ["nothing"], "that it is small is not known")
    #expect(fired(change(-14, half: nil)) == ["nothing"], "nobody was compared")
  }

  @Test("Where only interviews changed, theirs counts, and the sentence says whose it is")
  func interviewsAlone() {
    let (before, after) = (figure(interviews: 80), figure(interviews: 40))
    let own = InterviewChange(change: -40, n: 4)
    let found = findings(before, after, survey: .absent, interviews: own)
    #expect(found.map(\.says) == ["\u{2212}40 points in interviews with the same 4 people"])
    #expect(found.map(\.changes) == [[.interviews]])
    #expect(
      findings(before, after, survey: .shown(change(1, half: 3)), interviews: own).map(\.rule)
        == ["steady", "nothing"])
    #expect(findings(before, after, survey: .hidden, interviews: own).isEmpty)
  }

  @Test("No change is read where the streams of a phase contradict each other")
  func dissonance() {
    let torn = figure(survey: 20, interviews: 90)
    #expect(torn.convergence == .dissonance)
    let fell = Told<SurveyChange, Never>.shown(change(-20, half: 6))
    let own = InterviewChange(change: -40, n: 4)
    #expect(findings(torn, figure(survey: 20), survey: fell).isEmpty)
    #expect(findings(figure(survey: 40), torn, survey: fell, interviews: own).isEmpty)
    #expect(findings(figure(survey: 40), figure(survey: 20), survey: fell).map(\.rule) == ["down"])
  }

  @Test("A change reads one way for whatever speaks of it")
  func reading() {
    func reads(_ change: SurveyChange?, isContradicted: Bool = false) -> ChangeReading? {
      ConstructChange(
        id: "v.a", survey: Told(change), interviews: nil, isContradicted: isContradicted
      ).reading
    }
    #expect(reads(change(14, half: 6)) == .rose)
    #expect(reads(change(-14, half: 6)) == .fell)
    #expect(reads(change(-14, half: 6), isContradicted: true) == .contradicted)
    #expect(reads(change(-14, half: 14)) == .notClear)
    #expect(reads(change(-14, half: 20), isContradicted: true) == .notClear)
    #expect(reads(change(-14, half: nil)) == .untold)
    #expect(reads(nil) == nil)
  }

  @Test("What is told to others in tens is said to be about so much")
  func tens() {
    func says(_ forOthers: Bool) -> [String] {
      findings(
        figure(survey: 60), figure(survey: 40), survey: .shown(change(-20, half: 10, n: 7)),
        forOthers: forOthers
      ).map(\.says)
    }
    #expect(says(true) == ["About \u{2212}20 points in the survey"])
    #expect(says(false) == ["\u{2212}20 points in the survey"])
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
    #expect(found.map(\.says) == ["1 of 2 that can be shown", "2 of 2 that can be shown"])
  }
}
