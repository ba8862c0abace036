import Testing

@testable import StudyModel

@Suite("Conditions of finding rules")
struct FindingsConditionTests {
  typealias Bounds = FindingCondition.Bounds

  @Test("A bound is compared after rounding to 9 decimals")
  func rounding() {
    let almost = Figures.score(
      "A", [Figures.construct("v.a", nil, Figures.survey(0.1 + 0.2, n: 9))])
    #expect(Figures.fires(.number(.surveyLevel("v.a"), Bounds(atMost: 0.3)), in: almost))
    #expect(!Figures.fires(.number(.surveyLevel("v.a"), Bounds(above: 0.3)), in: almost))
  }

  @Test("A condition on an absent score does not fire, nor does its negation")
  func absentScore() {
    let none = Figures.score("A", [Figures.construct("v.a", Figures.silent)])
    let low = FindingCondition.number(.score("v.a"), Bounds(below: 50))
    #expect(!Figures.fires(low, in: none))
    #expect(!Figures.fires(.not(low), in: none))
    #expect(!Figures.fires(.number(.score("unheard-of"), Bounds(atLeast: 0)), in: none))
  }

  @Test("An unknown part leaves 'all' unknown unless another part is false, and 'any' unless true")
  func kleene() {
    let score = Figures.score("A", [Figures.construct("v.a", Figures.interview(score: 80))])
    let known = FindingCondition.number(.interviewLevel("v.a"), Bounds(atLeast: 50))
    let unknown = FindingCondition.number(.surveyLevel("v.a"), Bounds(atLeast: 50))
    #expect(!Figures.fires(.all([known, unknown]), in: score))
    #expect(!Figures.fires(.not(.all([known, unknown])), in: score))
    #expect(Figures.fires(.not(.all([.not(known), unknown])), in: score))
    #expect(Figures.fires(.any([unknown, known]), in: score))
    #expect(!Figures.fires(.not(.any([unknown, .not(known)])), in: score))
  }

  @Test("A construct with a source is not spoken of; without one its presence is unknown")
  func presence() {
    let silent = Figures.score("A", [Figures.construct("v.a", Figures.silent)])
    let sourceless = Figures.score("A", [Figures.construct("v.a", nil, Figures.survey(40, n: 9))])
    let condition = FindingCondition.word(.presence("v.a"), oneOf: ["not spoken of"])
    #expect(Figures.fires(condition, in: silent))
    #expect(!Figures.fires(.not(condition), in: silent))
    #expect(!Figures.fires(condition, in: sourceless))
    #expect(!Figures.fires(.not(condition), in: sourceless))
  }

  @Test("A level needs an informant, and a strength of 0 is known where there is a source")
  func levels() {
    let silent = Figures.score("A", [Figures.construct("v.a", Figures.silent)])
    #expect(!Figures.fires(.number(.interviewLevel("v.a"), Bounds(below: 50)), in: silent))
    #expect(Figures.fires(.number(.strength("v.a"), Bounds(atMost: 0)), in: silent))
  }

  @Test("A gap is short, over or level by its interval, and nothing without one")
  func gaps() {
    let score = Figures.score(
      "A",
      gaps: [
        Figures.gap("v.a", desired: 80, derived: 40, interval: Interval(low: 20, high: 60)),
        Figures.gap("v.b", desired: 50, derived: 55, interval: Interval(low: -12, high: 2)),
        Figures.gap("v.c", desired: 50, derived: 10),
      ])
    #expect(Figures.fires(.gap(construct: "v.a", .short), in: score))
    #expect(Figures.fires(.gap(construct: "v.b", .level), in: score))
    #expect(Figures.fires(.not(.gap(construct: "v.b", .over)), in: score))
    #expect(!Figures.fires(.gap(construct: "v.c", .short), in: score))
    #expect(!Figures.fires(.not(.gap(construct: "v.c", .short)), in: score))
  }

  @Test("The lowest is the one whose interval lies below all others', and unknown where none does")
  func extreme() {
    func scores(_ levels: [Double?]) -> CaseScore {
      Figures.score(
        "A",
        zip(["v.a", "v.b", "v.c"], levels).map { id, level in
          Figures.construct(
            id, nil,
            level.map { Figures.survey($0, n: 9, interval: Interval(low: $0 - 4, high: $0 + 4)) })
        })
    }
    let lowest = FindingCondition.extreme(
      construct: "v.a", highest: false, of: ["v.a", "v.b", "v.c"])
    #expect(Figures.fires(lowest, in: scores([30, 40, 50])))
    #expect(Figures.fires(.not(lowest), in: scores([60, 30, 50])))
    #expect(!Figures.fires(lowest, in: scores([30, 37, 50])))
    #expect(!Figures.fires(.not(lowest), in: scores([37, 30, 50])))
    #expect(!Figures.fires(lowest, in: scores([30, 40, nil])))
    #expect(!Figures.fires(.not(lowest), in: scores([30, 40, nil])))
  }

  @Test("An attribute that is not stated is unknown, as text and as a number")
  func attributes() {
    let about = Case(
      id: "A", name: "A",
      attributes: [
        Attribute(name: "drive", value: "Strong"), Attribute(name: "years", value: "8"),
        Attribute(name: "fee", value: ""),
      ])
    let score = Figures.score("A")
    #expect(Figures.fires(.word(.attribute("drive"), oneOf: ["strong"]), in: score, about: about))
    #expect(
      Figures.fires(.number(.attribute("years"), Bounds(atLeast: 3)), in: score, about: about))
    for absent in ["fee", "size"] {
      let condition = FindingCondition.word(.attribute(absent), oneOf: ["yes"])
      #expect(!Figures.fires(condition, in: score, about: about))
      #expect(!Figures.fires(.not(condition), in: score, about: about))
    }
    #expect(
      !Figures.fires(.number(.attribute("drive"), Bounds(atLeast: 0)), in: score, about: about))
  }

  @Test("A change is one that is told: none where it is hidden, or where there is none")
  func change() {
    var now = Figures.score("A", [Figures.construct("v.a", nil, Figures.survey(45, n: 9))])
    let fell = FindingCondition.number(.change("v.a"), Bounds(atMost: -10))
    #expect(!Figures.fires(fell, in: now))
    #expect(!Figures.fires(.not(fell), in: now))
    now.change = Figures.change("v.a", by: -15, since: "one")
    #expect(Figures.fires(fell, in: now))
    now.change?.constructs[0].survey = .hidden
    #expect(!Figures.fires(fell, in: now))
    #expect(!Figures.fires(.not(fell), in: now))
  }

  @Test("A hidden figure is absent: survey, answers, gap, interview numbers, organizations")
  func hidden() {
    var score = Figures.score(
      "A",
      [
        Figures.construct(
          "v.a", Figures.interview(score: 80, informants: 2), Figures.survey(20, n: 4))
      ], gaps: [Figures.gap("v.a", desired: 80, derived: 20)])
    score.change("v.a") { ($0.survey, $0.gap, $0.wish) = (.hidden, .hidden, .hidden) }
    (score.interviewees, score.responses, score.organizations) = (.hidden, .hidden, .hidden)
    score.constructs[0].interview = .told(.hidden)
    let quantities: [FindingCondition.Quantity] = [
      .surveyLevel("v.a"), .answers("v.a"), .gap("v.a"), .desired("v.a"), .evidence("v.a"),
      .informants("v.a"), .contrary("v.a"), .mentions("v.a"), .interviewees, .organizations,
    ]
    for quantity in quantities {
      #expect(!Figures.fires(.number(quantity, Bounds()), in: score), "\(quantity)")
    }
    #expect(!Figures.fires(.word(.side("v.a"), oneOf: ["for"]), in: score))
    #expect(!Figures.fires(.word(.convergence("v.a"), oneOf: ["dissonance"]), in: score))
    #expect(!Figures.fires(.word(.presence("v.a"), oneOf: ["not spoken of"]), in: score))
    #expect(!Figures.fires(.word(.wanted("v.a"), oneOf: ["no"]), in: score))
  }

  @Test("What others are told of interviews is known, and of what is little heard nothing is")
  func told() {
    func presence(_ words: [String], _ heard: Heard) -> Bool {
      Figures.fires(
        .word(.presence("v.a"), oneOf: words),
        in: Figures.score("A", [Figures.construct("v.a", .told(heard))]))
    }
    #expect(presence(["evident"], .borneOut(.for)))
    #expect(presence(["denied"], .borneOut(.against)))
    #expect(presence(["sources differ"], .sourcesDiffer))
    let all = ["evident", "denied", "contested", "not spoken of", "sources differ"]
    for silent: Heard in [.littleHeard, .moreThanOne, .hidden, .agreed(.evident)] {
      #expect(!presence(all, silent))
      #expect(
        !Figures.fires(
          .not(.word(.presence("v.a"), oneOf: ["evident"])),
          in: Figures.score("A", [Figures.construct("v.a", .told(silent))])))
    }
  }

  @Test("Breadth is a range where a form's survey is hidden: a lower bound may hold, an upper not")
  func breadth() {
    var forms = [
      Figures.construct("v.a", Figures.interview(grade: .corroborated)),
      Figures.construct("v.b", Figures.silent),
    ]
    #expect(
      Figures.fires(.number(.valueBreadth, Bounds(atMost: 1)), in: Figures.score("A", forms)))
    forms[1].survey = .hidden
    let score = Figures.score("A", forms)
    #expect(score.valueBreadth == .atLeast(1, atMost: 2))
    #expect(Figures.fires(.number(.valueBreadth, Bounds(atLeast: 1)), in: score))
    #expect(!Figures.fires(.number(.valueBreadth, Bounds(atMost: 1)), in: score))
    #expect(!Figures.fires(.not(.number(.valueBreadth, Bounds(atMost: 1))), in: score))
    #expect(!Figures.fires(.number(.valueBreadth, Bounds(atMost: 1)), in: Figures.score("A")))
  }
}
