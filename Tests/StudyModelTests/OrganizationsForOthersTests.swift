import Statistics
import Testing

@testable import StudyModel

/// Level, own interval and whole shares of 17 questions, ten answers in five organizations, left one way to share
/// the answers out in 88 of 170 trials, and what everybody said who was alone in an organization in 73 of 136.
@Suite("Where organizations weigh the same, what others are told does not tell one of them")
struct OrganizationsForOthersTests {
  /// So many people of so many organizations, who answer one question in both phases as they are told.
  private func study(
    organizations: Int?, _ answers: [Int8], then later: [Int8] = []
  ) -> EyesStudy {
    var study = EyesStudy()
    for (phase, given) in [("one", answers), ("two", later)] {
      study.responses += given.enumerated().map { person, answer in
        .init(
          token: "p\(person)", phase: phase, organization: organizations.map { person % $0 },
          answers: ["way.x.1": answer])
      }
    }
    return study
  }

  private func figure(_ study: EyesStudy) throws -> SurveyFigure {
    try #require(study.seen().construct("way.x")?.survey.figure)
  }

  private func answers(_ count: Int, seed: UInt64) -> [Int8] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in Int8(1 + generator.index(below: 5)) }
  }

  @Test(
    "of fewer than 20 answers shares are quarters, and of the interval half the width",
    arguments: 10...19)
  func few(count: Int) throws {
    for organizations in [5, 9, 10] {
      let figure = try figure(study(organizations: organizations, answers(count, seed: 1)))
      #expect(figure.weighting == .organizations)
      guard case .quarters = figure.shares else {
        Issue.record("\(organizations): \(String(describing: figure.shares))")
        continue
      }
      #expect(figure.interval?.about != nil)
      guard case .quarter = figure.told?.above else {
        Issue.record("\(organizations): \(String(describing: figure.told?.above))")
        continue
      }
    }
  }

  @Test(
    "from 20 on shares are to the next 5; of the interval half the width",
    arguments: [5, 9, 10, 12])
  func fives(organizations: Int) throws {
    for seed in UInt64(1)...5 {
      let figure = try figure(study(organizations: organizations, answers(31, seed: seed)))
      guard case .thirds(let thirds) = figure.shares,
        case .percent(let above, let step) = figure.told?.above
      else {
        Issue.record("\(String(describing: figure.answers))")
        continue
      }
      #expect(
        [thirds.below, thirds.middle, thirds.above, above].allSatisfy {
          $0.truncatingRemainder(dividingBy: 5) == 0
        })
      #expect(step == 5)
      // The interval holds those of all shares that are told so.
      let interval = try #require(figure.told?.aboveInterval)
      let exact = try #require(
        WilsonInterval.shares((max(0, above - 2.5) / 100)...(min(100, above + 2.5) / 100), of: 31))
      #expect(interval.low <= max(5, 100 * exact.lowerBound))
      #expect(interval.high >= min(95, 100 * exact.upperBound))
      #expect(figure.interval?.about != nil)
    }
  }

  @Test("the interval is own from 10 organizations on with five people each")
  func own() throws {
    for (organizations, each, isOwn) in [
      (10, 5, true), (9, 9, false), (10, 4, false), (20, 2, false),
    ] {
      let figure = try figure(study(sizes: Array(repeating: each, count: organizations)))
      #expect((figure.interval?.about == nil) == isOwn, "\(organizations) of \(each)")
    }
  }

  /// So many who answer for one organization, and others who are each alone in one.
  private func uneven(_ large: Int, _ alone: Int, seed: UInt64) -> EyesStudy {
    var study = study(organizations: 1, answers(large + alone, seed: seed))
    for place in large..<(large + alone) { study.responses[place].organization = place }
    return study
  }

  @Test(
    "answers count as they weigh: those of one large organization are hardly more than one",
    arguments: [(16, 4, 5), (13, 7, 9), (12, 7, 9), (20, 4, 5)])
  func heads(large: Int, alone: Int, heads: Int) throws {
    for seed in UInt64(1)...5 {
      let figure = try figure(uneven(large, alone, seed: seed))
      #expect(figure.n == large + alone && figure.heads == heads)
      #expect(figure.score.truncatingRemainder(dividingBy: 10) == 0)
      #expect(
        figure.interval
          == WholeFigures.interval(byNumber: alone + 1, about: figure.score, limits: 0...100)
      )
      guard case .quarters = figure.shares else {
        Issue.record("\(String(describing: figure.shares))")
        continue
      }
    }
    var whole = uneven(large, alone, seed: 1)
    for (place, answer) in answers(large + alone, seed: 2).enumerated() {
      for column in SmallModel.columns { whole.responses[place].answers[column] = answer }
    }
    let health = whole.seen().health
    #expect(
      health.interval
        == health.score.flatMap {
          WholeFigures.interval(byNumber: alone + 1, about: $0, limits: 0...100)
        })
    #expect(health.interval != nil)
    let some = try figure(uneven(11, 9, seed: 1))
    #expect(some.heads == 11 && some.interval?.about != nil)
    guard case .quarters = some.shares else {
      Issue.record("\(String(describing: some.shares))")
      return
    }
  }

  /// Half the width of an own interval, t·sd/√m, tells how far each organization's mean may lie from the level: of
  /// an organization of one among four the answer was the only one left in 42 of 120 questions, of one among
  /// seven in none.
  @Test(
    "an organization of fewer than five people among fewer than seven is told as few are",
    arguments: [
      (4, 8, 1, true), (5, 8, 1, true), (6, 4, 1, true), (7, 4, 1, false), (4, 25, 2, true),
      (3, 30, 4, true), (4, 8, 5, false),
    ])
  func dominated(organizations: Int, each: Int, smallest: Int, isFew: Bool) throws {
    let figure = try figure(
      study(sizes: [smallest] + Array(repeating: each, count: organizations - 1)))
    #expect((figure.heads == organizations) == isFew)
    #expect(
      (figure.interval
        == WholeFigures.interval(byNumber: organizations, about: figure.score, limits: 0...100))
        == isFew)
    #expect(!isFew || figure.score.truncatingRemainder(dividingBy: 10) == 0)
  }

  /// A narrow one left the answer of one among eight in 59 of 160 questions.
  @Test(
    "an organization of hardly anybody hides in no interval under ten, among however many",
    arguments: [8, 12, 20])
  func narrow(organizations: Int) throws {
    var study = study(sizes: [1] + Array(repeating: 6, count: organizations - 1))
    for place in study.responses.indices {
      study.responses[place].answers["way.x.1"] = place % 7 == 0 ? 3 : 4
    }
    let interval = try #require(try figure(study).interval)
    #expect(interval.about == 10)
  }

  /// People of organizations of these sizes.
  private func study(sizes: [Int]) -> EyesStudy {
    var study = study(organizations: 1, answers(sizes.reduce(0, +), seed: 3))
    let organizations = sizes.enumerated().flatMap { Array(repeating: $0, count: $1) }
    for (place, organization) in organizations.enumerated() {
      study.responses[place].organization = organization
    }
    return study
  }

  @Test("where nothing could be told of organizations, respondents are averaged")
  func lopsided() throws {
    let figure = try figure(uneven(20, 2, seed: 1))
    #expect(figure.weighting == .respondents && figure.n == 22 && figure.heads == 22)
  }

  @Test("what all say is in words where few of them weigh, or who differs weighs as one")
  func alike() throws {
    var study = uneven(20, 4, seed: 1)
    for place in study.responses.indices {
      // Half of the large organization say one less than everybody else.
      study.responses[place].answers["way.x.1"] = place < 10 ? 4 : 5
    }
    #expect(study.seen().construct("way.x")?.survey.saying == .agree)
    study.responses[20].answers["way.x.1"] = 3
    #expect(study.seen().construct("way.x")?.survey.saying == nil)
  }

  @Test("a gap goes by those who say both, as they weigh")
  func gaps() throws {
    #expect(gap(wanting: 2) == nil)
    let gap = try #require(self.gap(wanting: 4))
    #expect(gap.n == 20 && gap.organizations == 5 && gap.heads == 5)
    #expect(gap.desired.truncatingRemainder(dividingBy: 10) == 0)
    #expect(gap.interval == WholeFigures.interval(byNumber: 5, about: gap.gap, limits: nil))
  }

  /// Sixteen of one organization and ten organizations of three say what they received; what they wanted the sixteen
  /// and one each of so many others.
  private func gap(wanting others: Int) -> ValueGap? {
    var study = EyesStudy()
    for person in 0..<46 {
      let organization = person < 16 ? 0 : 1 + (person - 16) / 3
      let wants = person < 16 || (person - 16) % 3 == 0 && organization <= others
      var answers = ["gain.a.1": Int8(1 + person % 5)]
      if wants { answers["gain.a.desired"] = Int8(1 + person % 4) }
      study.responses.append(
        .init(token: "p\(person)", organization: organization, answers: answers))
    }
    return study.seen().construct("gain.a")?.gap.figure
  }

  @Test("who are each alone in an organization are people, and their changes by number alone")
  func lone() throws {
    let first: [Int8] = [1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 5, 5]
    let changes = try [0, 1, 5].map { turned -> SurveyChange in
      let later = Array((first[turned...] + first[..<turned]).map { min(5, $0 + 1) })
      let seen = study(organizations: 12, first, then: later).seen("two")
      return try #require(seen.change?.constructs.first { $0.id == "way.x" }?.survey.figure)
    }
    #expect(changes.allSatisfy { $0.pairing == .organizations && $0 == changes[0] })
  }

  @Test(
    "where everybody weighs the same, shares are whole from 100 answers on: of fewer they are counts",
    arguments: [31, 99, 100])
  func respondents(count: Int) throws {
    let figure = try figure(study(organizations: nil, answers(count, seed: 1)))
    #expect(figure.weighting == .respondents)
    guard case .percent(_, let step) = figure.told?.above else {
      Issue.record("\(String(describing: figure.told?.above))")
      return
    }
    #expect(step == (count < 100 ? 5 : 1))
  }

  @Test("of under 20 people who answered twice the interval of the change is by their number alone")
  func moves() throws {
    // The same two lists of answers, by other people: some stay, or all move.
    let first: [Int8] = [1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 5, 5]
    let changes = try [0, 1, 5].map { turned -> SurveyChange in
      let later = Array((first[turned...] + first[..<turned]).map { min(5, $0 + 1) })
      let seen = study(organizations: nil, first, then: later).seen("two")
      return try #require(seen.change?.constructs.first { $0.id == "way.x" }?.survey.figure)
    }
    #expect(changes.allSatisfy { $0.pairing == .respondents })
    #expect(changes.allSatisfy { $0 == changes[0] })
  }

  @Test("of more of them half the width is told")
  func manyMoves() throws {
    let first = answers(30, seed: 3)
    let seen = study(organizations: nil, first, then: answers(30, seed: 4)).seen("two")
    let change = try #require(seen.change?.constructs.first { $0.id == "way.x" }?.survey.figure)
    #expect(change.pairing == .respondents && change.interval?.about != nil)
  }
}

@Suite("Those who agreed did not agree to be told where coders differ on their words")
struct AgreedWordsTests {
  private func study(_ coders: [String: [String]]) -> EyesStudy {
    var study = EyesStudy()
    study.interview("p1", agreed: true, [("gain.a", 2, .supporting)])
    study.sources[0] = CodedSource(
      source: Source(
        id: "about p1", caseID: "one", participant: "p1", phase: "one", coders: ["ana", "ben"],
        kind: .interview),
      codings: coders.flatMap { coder, codes in
        codes.enumerated().map { place, code in
          Coding(
            coder: coder, code: code, span: Span(start: 10 * place, end: 10 * place + 9), weight: 2,
            valence: .supporting)
        }
      }, adjudications: [])
    return study
  }

  @Test("what one of two marked reads as what neither did")
  func undecided() throws {
    let differing = study(["ana": ["gain.a", "way.x"], "ben": ["gain.a"]])
    let silent = study(["ana": ["gain.a"], "ben": ["gain.a"]])
    #expect(
      InterviewEvidence.presence(of: "way.x", in: differing.raw) == .undecided)
    #expect(differing.seen().construct("way.x")?.interview?.heard == .agreed(.littleHeard))
    #expect(differing.seen() == silent.seen())
    #expect(differing.seen().construct("gain.a")?.interview?.heard == .agreed(.evident))
  }
}

extension InterviewEvidence {
  /// What the researcher reads of a construct.
  fileprivate static func presence(of id: String, in raw: RawScores) -> Presence? {
    raw.scores.first { $0.phase == "one" }?.construct(id)?.interview?.presence
  }
}
