import Testing

@testable import StudyModel

@Suite("Whatever is hidden from others stands in the figure as hidden, and not as absent")
struct HiddenFiguresTests {
  /// What is told of a figure, without it.
  private func kind<Figure, Saying>(_ told: Told<Figure, Saying>) -> String {
    switch told {
    case .shown: "shown"
    case .inWords: "in words"
    case .hidden: "hidden"
    case .absent: "absent"
    }
  }

  /// So many people, each of an organization of his or her own, who answer one after the other of these.
  private func people(
    _ count: Int, _ answers: [Int8], phase: String = "one"
  ) -> [EyesStudy.Response] {
    (0..<count).map { place in
      var given = ["gain.a.1": answers[place % answers.count]]
      given["gain.a.2"] = given["gain.a.1"]
      return .init(token: "p\(place)", phase: phase, organization: place, answers: given)
    }
  }

  @Test("Levels of few, of several and of nearly all alike, and of nobody")
  func levels() throws {
    for (count, answers, expected): (Int, [Int8], String) in [
      (4, [1, 2, 4], "hidden"), (12, [1, 2, 4], "shown"), (12, [5], "in words"),
    ] {
      let seen = EyesStudy(responses: people(count, answers)).seen()
      #expect(kind(try #require(seen.construct("gain.a")).survey) == expected)
      #expect(kind(try #require(seen.construct("gain.b")).survey) == "absent")
      #expect(kind(try #require(seen.construct("gain.a")).gap) == "absent")
    }
  }

  @Test("For random studies: who has a figure as a researcher is told of it as another")
  func random() {
    for seed in EyesPropertyTests.seeds {
      let study = EyesStudy.random(seed: seed)
      for (place, phase) in study.phases.enumerated() {
        let seen = study.seen(phase)
        for known in study.raw.scores[place].constructs {
          guard let told = seen.construct(known.id) else { continue }
          #expect(known.survey.isAbsent || !told.survey.isAbsent, "level of \(known.id), \(seed)")
          #expect(known.gap.isAbsent || !told.gap.isAbsent, "gap of \(known.id), \(seed)")
          #expect(!known.survey.isAbsent || told.survey.isAbsent)
        }
      }
    }
  }

  @Test("A change is hidden where one of its levels is, also where both are")
  func changes() throws {
    for (before, after, expected): (Int, Int, String) in [
      (12, 12, "shown"), (4, 12, "hidden"), (12, 4, "hidden"), (4, 4, "hidden"),
    ] {
      let study = EyesStudy(
        responses: people(before, [1, 2, 4]) + people(after, [2, 3, 5], phase: "two"))
      let change = try #require(study.seen("two").change?.construct("gain.a"))
      #expect(kind(change.survey) == expected, "\(before) and \(after)")
    }
  }

  @Test("The forms that are borne out are counted, at least so many, or so many by the survey")
  func breadth() {
    let rules = ScoringRules()
    func breadth(_ forms: ConstructScore...) -> ValueBreadth { ValueBreadth(forms, rules: rules) }
    let corroborated = Figures.construct("a", Figures.interview(grade: .corroborated))
    let high = Figures.construct("b", .told(.littleHeard), Figures.survey(60, n: 9))
    var hidden = Figures.construct("c", .told(.borneOut(.against)))
    hidden.survey = .hidden
    #expect(breadth() == .absent && breadth(Figures.construct("a")) == .absent)
    #expect(breadth(corroborated, Figures.construct("b", Figures.silent)) == .counted(1))
    // What is shown to be borne out cannot be one more.
    #expect(breadth(high) == .counted(1))
    #expect(breadth(high, hidden) == .atLeast(1, atMost: 2))
    #expect(breadth(high, Figures.construct("d", .told(.hidden))) == .bySurvey(1, atMost: 2))
  }

  @Test("That a form is not wanted is told of whom nobody hides")
  func wanted() throws {
    var study = EyesStudy()
    for person in 0..<6 {
      study.interview(
        "p\(person)", [("gain.a", 2, nil)] + (person < 2 ? [("gain.b.desired", nil, nil)] : []))
    }
    #expect(study.seen().construct("gain.b")?.wish == .wanted)
    #expect(study.seen().construct("gain.c")?.wish == .hidden)
    #expect(study.seen().wantedInInterviews == .shown(["gain.b"]))
    #expect(study.raw.scores[0].construct("gain.c")?.wish == .notWanted)
    study.sources.removeLast(2)
    study.participants.removeLast(2)
    #expect(study.seen().construct("gain.b")?.wish == .hidden)
    #expect(study.seen().wantedInInterviews == .hidden)
  }
}
