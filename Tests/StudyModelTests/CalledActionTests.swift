import Testing

@testable import StudyModel

@Suite("An action follows from its reasons")
struct CalledActionTests {
  static let place = Citation(reference: "", place: "")

  private func recommendation(
    _ id: String, actsOn: [String] = [], aim: Aim? = nil
  ) -> Recommendation {
    Recommendation(
      id: id, action: id, who: [], actsOn: actsOn, sign: "", aim: aim, basis: "",
      source: Self.place)
  }

  private func finding(
    _ rule: String, of constructs: [String] = [], loss: Double = 0, calls: [String]
  ) -> Finding {
    Finding(
      rule: rule, section: "s", tone: .shortfall, heading: nil, says: "", evidence: [],
      constructs: constructs, recommends: calls, loss: loss)
  }

  private func called(
    _ recommendations: [Recommendation], by findings: [Finding], in score: CaseScore? = nil
  ) -> [CalledAction] {
    CalledAction.all(
      from: findings, in: SeenScore(score ?? Figures.score()),
      framework: Figures.framework(
        rules: ["r1", "r2", "r3"].map { Figures.rule($0, when: .all([])) },
        recommendations: recommendations))
  }

  @Test("Actions come once each, by the first rule that calls for them, whatever is lost")
  func order() {
    let actions = called(
      ["x", "y", "z", "unused"].map { recommendation($0) },
      by: [
        finding("r2", loss: 10, calls: ["y", "unheard-of"]), finding("r1", calls: ["z", "y"]),
        finding("r3", loss: 90, calls: ["x"]),
      ])
    #expect(actions.map(\.recommendation.id) == ["y", "z", "x"])
    #expect(actions.first?.reasons.map(\.rule) == ["r2", "r1"])
  }

  @Test("A reason speaks of something that the action acts on, or of what is under it")
  func reasons() {
    let findings = [
      finding("r1", calls: ["x", "y"]), finding("r2", of: ["v.b"], calls: ["x", "y"]),
      finding("r3", of: ["v"], calls: ["x", "y"]),
    ]
    let actions = called(
      [recommendation("x", actsOn: ["v.b"]), recommendation("y", actsOn: ["v"])], by: findings)
    #expect(actions.map { $0.reasons.map(\.rule) } == [["r2"], ["r2", "r3"]])
  }

  @Test("Without such a reason it is left out, also where a finding names no construct")
  func without() {
    let one = recommendation("x", actsOn: ["v.a"])
    let other = finding("r1", of: ["v.b"], calls: ["x"])
    #expect(called([one], by: [other]).isEmpty)
    #expect(called([one], by: [other, finding("r2", calls: ["x"])]).isEmpty)
  }

  @Test("An aim looks at what the reasons speak of, of all that it is of")
  func meant() {
    let score = Figures.score(
      "A",
      [("v.a", 20), ("v.b", 60)].map {
        Figures.construct($0.0, nil, Figures.survey($0.1, n: 9))
      })
    let one = recommendation(
      "x", actsOn: ["v"], aim: Aim(.level, of: ["v.a", "v.b"], goal: 75))
    #expect(
      called([one], by: [finding("r1", of: ["v.b"], calls: ["x"])], in: score).first?.today?.now
        == .shown(.level(60)))
    let ofBoth = [
      finding("r1", of: ["v.b"], calls: ["x"]), finding("r2", of: ["v"], calls: ["x"]),
    ]
    #expect(called([one], by: ofBoth, in: score).first?.today?.construct == "v.b")
    #expect(
      called([one], by: [finding("r1", of: ["v"], calls: ["x"])], in: score).first?.today?.now
        == .shown(.level(20)))
  }
}

@Suite("Where a case stands on an aim")
struct AimTodayTests {
  private func survey(above: Int, of all: Int, level: Double = 50) -> SurveyFigure {
    var figure = Figures.survey(level, n: all)
    figure.answers = .counted(.init(above: above, below: all - above))
    return figure
  }

  private func today(
    _ measure: Aim.Measure, goal: Int, in constructs: [ConstructScore], gaps: [ValueGap] = []
  ) -> AimToday {
    AimToday(
      Aim(measure, of: ["v.a", "v.b"], goal: goal),
      in: SeenScore(Figures.score("A", constructs, gaps: gaps)))
  }

  @Test("An aim is met by the figures as they are printed: two of three are 67%")
  func printed() {
    func isMet(_ above: Int, of all: Int) -> Bool? {
      today(.agree, goal: 67, in: [Figures.construct("v.a", nil, survey(above: above, of: all))])
        .isMet
    }
    #expect(isMet(2, of: 3) == true)
    #expect(isMet(66, of: 100) == false)
    for (gap, isMet) in [(9.4, true), (9.6, false), (-20.0, true)] {
      #expect(
        today(
          .gap, goal: 10, in: [], gaps: [Figures.gap("v.a", desired: 50 + gap, derived: 50)]
        ).isMet == isMet)
    }
  }

  @Test("Of several the one furthest from the aim speaks, and all are to reach it")
  func several() {
    let both = [("v.a", 80.0), ("v.b", 40)].map {
      Figures.construct($0.0, nil, Figures.survey($0.1, n: 9))
    }
    let missed = today(.level, goal: 75, in: both)
    #expect(missed.construct == "v.b" && missed.isMet == false)
    #expect(today(.level, goal: 40, in: both).isMet == true)
  }

  @Test("What is hidden gives no figure and meets nothing; what was not asked is left aside")
  func hidden() {
    var first = Figures.construct("v.a", nil, survey(above: 9, of: 9))
    let second = Figures.construct("v.b")
    #expect(today(.agree, goal: 67, in: [first, second]).isMet == true)
    first.survey = .hidden
    let today = today(.agree, goal: 67, in: [first, second])
    #expect(today.now == .hidden && today.isMet == nil)
    let none = self.today(.agree, goal: 67, in: [second])
    #expect(none.now == .absent && none.construct == nil && none.isMet == nil)
  }

  @Test("What nearly all say meets an aim where all that the words cover does")
  func inWords() {
    func isMet(_ alike: Alike, _ measure: Aim.Measure, _ goal: Int) -> Bool? {
      var score = Figures.construct("v.a")
      score.survey = .inWords(alike)
      return today(measure, goal: goal, in: [score]).isMet
    }
    #expect(isMet(.agree, .agree, 75) == true)
    #expect(isMet(.between, .agree, 50) == false)
    #expect(isMet(.agree, .level, 75) == true)
    #expect(isMet(.agree, .level, 80) == nil)
    #expect(isMet(.tendToAgree, .level, 80) == false)
  }

  @Test("Where interviews contradict the survey, nobody can tell that the aim is met")
  func contradicted() {
    var score = Figures.construct("v.a", nil, survey(above: 9, of: 10))
    score.convergence = .dissonance
    let met = today(.agree, goal: 75, in: [score])
    #expect(met.isMet == nil && met.isContradicted)
    #expect(today(.agree, goal: 95, in: [score]).isMet == false)
  }
}
