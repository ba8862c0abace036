import Testing

@testable import StudyModel

@Suite("What findings do not claim while coders left it open, and do not praise")
struct FindingsGuardTests {
  typealias Bounds = FindingCondition.Bounds

  /// A case with a silent form, an evident one, and one that is denied, each with so many units left open.
  private func score(
    open: Int, awaits: Bool = false, change: (inout CaseScore) -> Void = { _ in }
  ) -> CaseScore {
    let figures = [
      ("v.a", Figures.silent), ("v.b", Figures.interview()),
      ("v.c", Figures.interview(contrary: 1, side: .against)),
    ]
    var score = Figures.score(
      "A",
      figures.map { id, figure in
        Figures.construct(id, Self.opened(figure, by: open))
      })
    score.awaitsCodings = awaits
    change(&score)
    return score
  }

  private static func opened(_ figure: InterviewFigure, by units: Int) -> InterviewFigure {
    guard var counts = figure.counts else { return figure }
    counts.unresolved = units
    var open = figure
    open.account = .counted(counts)
    return open
  }

  private func presence(_ id: String, _ words: String...) -> FindingCondition {
    .word(.presence(id), oneOf: words)
  }

  @Test("Nothing absent is claimed of what deciding could change, by a word or by its negation")
  func absence() {
    let absent: [FindingCondition] = [
      presence("v.a", "not spoken of"), presence("v.c", "denied"),
      presence("v.a", "not spoken of", "denied"), .not(presence("v.a", "evident")),
      .not(presence("v.c", "evident")), .word(.grade("v.a"), oneOf: ["absent"]),
      .word(.grade("v.b"), oneOf: ["single"]), .word(.side("v.c"), oneOf: ["against"]),
    ]
    for condition in absent {
      #expect(Figures.fires(condition, in: score(open: 0)), "\(condition)")
      #expect(!Figures.fires(condition, in: score(open: 1)), "\(condition)")
      #expect(!Figures.fires(condition, in: score(open: 0, awaits: true)), "\(condition)")
      #expect(!Figures.fires(.not(condition), in: score(open: 1)), "\(condition)")
    }
  }

  @Test("What stands is known, whatever is left open")
  func presence() {
    for condition in [
      presence("v.b", "evident"), .not(presence("v.b", "not spoken of")),
      .word(.side("v.b"), oneOf: ["for"]),
    ] {
      #expect(Figures.fires(condition, in: score(open: 2, awaits: true)), "\(condition)")
    }
  }

  @Test("Evident is exactly evident: no other presence is taken for it", arguments: [false, true])
  func evident(isOpen: Bool) {
    for presence: Presence in [.denied, .contested, .notSpokenOf, .undecided] {
      let reading = CaseReading(
        SeenScore(score(open: isOpen ? 1 : 0)), about: nil,
        framework: Figures.framework(), judged: .init(Figures.framework()))
      #expect(reading.presences(presence, of: "v.a") != ["evident"], "\(presence)")
    }
  }

  @Test("Silence of the interviews beside a survey is not told while it may be broken")
  func silence() {
    func score(open: Int) -> CaseScore {
      let figure = Self.opened(Figures.silent, by: open)
      return Figures.score("A", [Figures.construct("v.a", figure, Figures.survey(60, n: 9))])
    }
    let silent = FindingCondition.word(.convergence("v.a"), oneOf: ["silence: interviews"])
    #expect(Figures.fires(silent, in: score(open: 0)))
    #expect(!Figures.fires(silent, in: score(open: 1)))
  }

  @Test("Fewer than k spoken of is not told where more may be")
  func fewSpoken() {
    func fires(_ bounds: Bounds, open: Int, awaits: Bool = false) -> Bool {
      var parent = Figures.interview(repertoire: .init(spoken: 1, of: 2))
      parent.side = nil
      var score = Figures.score(
        "A",
        [
          Figures.construct("v", parent), Figures.construct("v.a", Figures.interview()),
          Figures.construct("v.b", Self.opened(Figures.silent, by: open)),
        ])
      score.awaitsCodings = awaits
      return Figures.fires(.number(.spoken("v"), bounds), in: score)
    }
    for bounds in [Bounds(below: 2), Bounds(atLeast: 1, below: 2), Bounds(atMost: 1)] {
      #expect(fires(bounds, open: 0))
      #expect(!fires(bounds, open: 1))
      #expect(!fires(bounds, open: 0, awaits: true))
    }
    #expect(fires(Bounds(atLeast: 1), open: 1) && fires(Bounds(below: 3), open: 1))
    #expect(!fires(Bounds(atLeast: 2), open: 1))
  }

  @Test("Numbers of informants and segments may rise by each unit that is open, and without end")
  func numbers() {
    for number: FindingCondition.Quantity in [.informants("v.b"), .mentions("v.b")] {
      #expect(Figures.fires(.number(number, Bounds(below: 3)), in: score(open: 1)))
      #expect(!Figures.fires(.number(number, Bounds(below: 3)), in: score(open: 2)))
      #expect(!Figures.fires(.number(number, Bounds(below: 99)), in: score(open: 0, awaits: true)))
      #expect(Figures.fires(.number(number, Bounds(atLeast: 1)), in: score(open: 2)))
    }
  }

  @Test("Few forms borne out are not told where another may be")
  func breadth() {
    let few = FindingCondition.number(.valueBreadth, Bounds(below: 1))
    #expect(Figures.fires(few, in: score(open: 0)))
    #expect(!Figures.fires(few, in: score(open: 1)))
    #expect(!Figures.fires(few, in: score(open: 0, awaits: true)))
  }

  @Test("Nobody is said not to have wanted it while sources are still to come")
  func wanted() {
    let unwanted = FindingCondition.word(.wanted("v.b"), oneOf: ["no"])
    #expect(Figures.fires(unwanted, in: score(open: 0)))
    #expect(!Figures.fires(unwanted, in: score(open: 0, awaits: true)))
  }

  @Test("A case of which it is open counts neither way among the set")
  func set() {
    func fires(_ condition: FindingCondition, _ scores: [CaseScore]) -> Bool {
      let engine = FindingEngine(
        framework: Figures.framework(rules: [Figures.rule(scope: .set, when: condition)]))
      return !engine.findings(across: scores, cases: []).isEmpty
    }
    var other = score(open: 0)
    other.caseID = "B"
    let everywhere = FindingCondition.cases(
      presence("v.a", "not spoken of"), count: nil, share: Bounds(atLeast: 1))
    let nowhere = FindingCondition.cases(
      presence("v.a", "evident"), count: Bounds(atMost: 0), share: nil)
    for condition in [everywhere, nowhere] {
      #expect(fires(condition, [score(open: 0), other]))
      #expect(!fires(condition, [score(open: 1), other]))
    }
  }

  // MARK: - Praise

  /// What short, and what contradicted, a level of 80 from the survey may be.
  private func praised(short: Bool = false, interviews: Double? = nil) -> CaseScore {
    let figure = interviews.map {
      Figures.interview(score: $0, informants: 3, grade: .corroborated)
    }
    return Figures.score(
      "A", [Figures.construct("v.a", figure, Figures.survey(80, n: 9))],
      gaps: [
        Figures.gap(
          "v.a", desired: 95, derived: 80,
          interval: short ? Interval(low: 5, high: 25) : Interval(low: -5, high: 35))
      ],
      pillars: [PillarScore(id: "p", score: 80, entered: ["v.a"], leftOut: [])])
  }

  private func fires(
    _ condition: FindingCondition, _ tone: FindingRule.Tone, each: [String] = [],
    in score: CaseScore
  ) -> Bool {
    !FindingEngine(
      framework: Figures.framework(rules: [Figures.rule(tone: tone, each: each, when: condition)])
    ).findings(in: score, about: nil).isEmpty
  }

  @Test("What falls clearly short is not praised, by whatever it is praised for")
  func shortfall() {
    let praise: [FindingCondition] = [
      .number(.score("v.a"), Bounds(atLeast: 75)), .number(.surveyLevel("v.a"), Bounds(above: 50)),
      .word(.band("v.a"), oneOf: ["strength"]), .number(.pillar("p"), Bounds(atLeast: 75)),
      .any([.word(.band("v.a"), oneOf: ["concern"]), .word(.band("v.a"), oneOf: ["strength"])]),
      .not(.number(.score("v.a"), Bounds(below: 50))),
    ]
    for condition in praise {
      #expect(fires(condition, .strength, in: praised()), "\(condition)")
      #expect(!fires(condition, .strength, in: praised(short: true)), "\(condition)")
      for tone: FindingRule.Tone in [.neutral, .caution, .shortfall] {
        #expect(fires(condition, tone, in: praised(short: true)), "\(condition)")
      }
    }
    let this = FindingCondition.number(.score("this"), Bounds(atLeast: 75))
    #expect(fires(this, .strength, each: ["v.a"], in: praised()))
    #expect(!fires(this, .strength, each: ["v.a"], in: praised(short: true)))
  }

  @Test("Nor what interviews and survey contradict each other on")
  func dissonance() {
    for condition: FindingCondition in [
      .number(.score("v.a"), Bounds(atLeast: 40)), .word(.presence("v.a"), oneOf: ["evident"]),
      .not(.gap(construct: "v.a", .short)),
    ] {
      #expect(fires(condition, .strength, in: praised(interviews: 75)), "\(condition)")
      #expect(!fires(condition, .strength, in: praised(interviews: 20)), "\(condition)")
      #expect(fires(condition, .neutral, in: praised(interviews: 20)), "\(condition)")
    }
  }

  @Test("What tells how much is known praises nothing, and is told of what falls short too")
  func evidence() {
    for condition: FindingCondition in [
      .number(.answers("v.a"), Bounds(atLeast: 5)), .number(.evidence("v.a"), Bounds(above: 0)),
      .word(.convergence("v.a"), oneOf: ["agreement", "silence: interviews"]),
    ] {
      #expect(fires(condition, .strength, in: praised(short: true, interviews: 75)), "\(condition)")
    }
  }

  @Test("A case in which it falls short is not counted as one that does well")
  func setPraise() {
    let condition = FindingCondition.cases(
      .word(.band("v.a"), oneOf: ["strength"]), count: Bounds(atLeast: 1), share: nil)
    func counted(_ tone: FindingRule.Tone) -> [String] {
      var other = praised(short: true)
      other.caseID = "B"
      return FindingEngine(
        framework: Figures.framework(rules: [Figures.rule(scope: .set, tone: tone, when: condition)]
        )
      ).findings(across: [praised(), other], cases: []).flatMap(\.cases)
    }
    #expect(counted(.strength) == ["A"])
    #expect(counted(.neutral) == ["A", "B"])
  }

  @Test("Where it is there and falls short it is counted, and the count must do without it")
  func setPresence() {
    func counted(share: Double, short: Bool) -> [String] {
      var other = praised(short: short, interviews: 75)
      other.caseID = "B"
      let condition = FindingCondition.cases(
        presence("v.a", "evident"), count: nil, share: Bounds(atLeast: share))
      return FindingEngine(
        framework: Figures.framework(rules: [
          Figures.rule(scope: .set, tone: .strength, when: condition)
        ])
      ).findings(across: [praised(interviews: 75), other], cases: []).flatMap(\.cases)
    }
    #expect(counted(share: 0.75, short: false) == ["A", "B"])
    #expect(counted(share: 0.5, short: true) == ["A", "B"])
    #expect(counted(share: 0.75, short: true) == [])
  }

  @Test("That many forms of value are borne out is not praised on those that fall short")
  func breadthOfPraise() {
    let broad = FindingCondition.number(.valueBreadth, Bounds(atLeast: 1))
    #expect(fires(broad, .strength, in: praised()))
    #expect(!fires(broad, .strength, in: praised(short: true)))
    #expect(fires(broad, .neutral, in: praised(short: true)))
    #expect(!fires(.number(.valueBreadth, Bounds(below: 1)), .strength, in: praised(short: true)))
  }
}
