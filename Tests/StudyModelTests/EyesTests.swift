import Testing

@testable import StudyModel

@Suite("What others than the researcher see")
struct EyesTests {
  /// So many people, each of an organization, with the same answers on one form and its wish.
  private func people(
    _ count: Int, _ answers: [Int8], wanted: [Int8?] = [], from first: Int = 0,
    phase: String = "one"
  ) -> [EyesStudy.Response] {
    (0..<count).map { place in
      let answer = answers[place % answers.count]
      var given: [String: Int8] = ["gain.a.1": answer, "gain.a.2": answer]
      if !wanted.isEmpty { given["gain.a.desired"] = wanted[place % wanted.count] }
      return .init(
        token: "p\(first + place)", phase: phase, organization: place, answers: given)
    }
  }

  @Test("The researcher sees everything as it is")
  func researcher() {
    let study = EyesStudy.random(seed: 7)
    #expect(Eyes.researcher.see(study.raw).list.map(\.score) == study.raw.scores)
  }

  @Test("A convenor sees one case, the working group all")
  func others() {
    let study = EyesStudy.random(seed: 7)
    #expect(Eyes.convenor(of: "another").see(study.raw).list.isEmpty)
    #expect(Eyes.workingGroup.see(study.raw).list.count == 2)
  }

  @Test("Who left out what was wanted is in no figure of the form")
  func gapAndLevel() throws {
    let study = EyesStudy(
      responses: people(6, [4, 4, 5, 3, 4, 1], wanted: [4, 5, 4, 5, 5, nil]))
    let tangible = try #require(study.seen().construct("gain.a")?.survey.figure)
    #expect(tangible.n == 5)
    #expect(study.seen().shownGaps.map(\.n) == [5])
    #expect(study.seen().shownGaps.first?.derived == tangible.score)
    #expect(study.raw.scores[0].construct("gain.a")?.survey.figure?.n == 6)
  }

  @Test("Five who left it out make a group of their own: the level keeps them")
  func fiveLeftOut() {
    let study = EyesStudy(
      responses: people(
        12, [1, 2, 3, 4, 5], wanted: [4, 5, 3, 5, 2, 4, 5] + [nil, nil, nil, nil, nil]))
    #expect(study.seen().construct("gain.a")?.survey.figure?.n == 12)
    #expect(study.seen().shownGaps.map(\.n) == [7])
  }

  @Test("Who names no organization is left out altogether where organizations count")
  func unplaced() {
    var study = EyesStudy(responses: people(8, [1, 2, 3, 4, 5]))
    study.responses.append(
      .init(token: "x", organization: nil, answers: ["gain.a.1": 1, "gain.a.2": 1]))
    #expect(study.seen().construct("gain.a")?.survey.figure?.n == 8)
    #expect(study.seen().construct("gain.a")?.survey.figure?.counts == nil)
    #expect(study.seen().responses == .shown(8))
  }

  @Test("A few who came or went are in neither level where a change is told")
  func newcomers() throws {
    var study = EyesStudy(responses: people(12, [1, 2, 3, 4]))
    study.responses += people(11, [2, 3, 4, 5], phase: "two")
    study.responses += people(2, [1], from: 20, phase: "two")
    // Where organizations weigh the same, people are not compared beside such levels.
    #expect(study.seen("two").change?.construct("gain.a")?.survey.figure?.pairing != .respondents)
    for place in study.responses.indices { study.responses[place].organization = nil }
    #expect(study.seen("one").construct("gain.a")?.survey.figure?.n == 11)
    #expect(study.seen("two").construct("gain.a")?.survey.figure?.n == 11)
    let change = try #require(study.seen("two").change?.construct("gain.a")?.survey.figure)
    #expect(change.pairing == .respondents && change.n == 11)
    #expect(study.seen("two").change?.constructs.contains { $0.survey.isHidden } == false)
  }

  @Test("With fewer than five pairs the change is the difference of two levels")
  func fewPairs() throws {
    var study = EyesStudy(responses: people(8, [1, 2, 3, 4]))
    study.responses += people(8, [2, 3, 4, 5], from: 4, phase: "two").map {
      var other = $0
      other.organization = $0.organization.map { $0 + 40 }
      return other
    }
    let change = try #require(study.seen("two").change?.construct("gain.a")?.survey.figure)
    #expect(change.pairing == .none)
    let levels = ["one", "two"].compactMap {
      study.seen($0).construct("gain.a")?.survey.figure?.score
    }
    #expect(change.change == levels[1] - levels[0])
  }

  @Test("Where all but one answer alike it is said in words, and no number stands beside")
  func alike() throws {
    let study = EyesStudy(responses: people(12, [4] + Array(repeating: 5, count: 11)))
    let seen = study.seen()
    let form = try #require(seen.construct("gain.a"))
    #expect(form.survey == .inWords(.agree) && form.score == nil && form.interval == nil)
    #expect(form.band == .strength)
    let mixed = EyesStudy(responses: people(12, [4, 4] + Array(repeating: 5, count: 10)))
    #expect(!mixed.seen().tellsInWords)
    // Of twenty and more, where nineteen in twenty do.
    for (differing, isTold) in [(0, true), (2, true), (3, false)] {
      let many = EyesStudy(
        responses: people(
          40,
          Array(repeating: 4, count: differing) + Array(repeating: 5, count: 40 - differing)))
      #expect(many.seen().tellsInWords == isTold, "\(differing)")
    }
  }

  @Test("What coders left open in documents is told as open: neither as silence nor as not wanted")
  func open() throws {
    var study = EyesStudy(responses: people(12, [1, 2, 3, 4]))
    study.document(markedByOne: ["gain.a", "gain.b.desired"])
    let (own, told) = (study.raw.scores[0], study.seen())
    #expect(own.construct("gain.a")?.convergence == .undecidedInterviews)
    #expect(told.construct("gain.a")?.convergence == .undecidedInterviews)
    #expect(own.construct("gain.b")?.wish == .open)
    #expect(told.construct("gain.b")?.wish == .open)
  }

  @Test("The interval of a rounded score ends within the scale")
  func withinScale() throws {
    // Interviews 100 and survey 97, its interval up to 100, each for a half: 98.5, and 1.5 more.
    var study = EyesStudy(
      responses: people(22, Array(repeating: 5, count: 19) + [4, 4, 4]).enumerated().map {
        var row = $0.element
        row.organization = $0.offset % 11
        return row
      })
    study.framework.scoring.weighting = .respondents
    for person in 1...6 { study.interview("p\(person)", [("gain.a", 3, .supporting)]) }
    let seen = try #require(study.seen().construct("gain.a"))
    let interval = try #require(seen.interval)
    #expect(seen.score == 99 && seen.survey.figure?.score == 97)
    #expect(interval.high == 100)
  }

  @Test("Nothing about it tells how the one differs from what nearly all say")
  func theOneWhoDiffers() throws {
    func parent(_ differing: Int8) throws -> ConstructScore {
      let study = EyesStudy(
        responses: (0..<12).map { place in
          .init(
            token: "p\(place)", organization: place,
            answers: [
              "way.x.1": place == 0 ? differing : 5, "way.y.1": Int8(1 + place % 5),
            ])
        })
      #expect(study.seen().construct("way.x")?.survey == .inWords(.agree))
      return try #require(study.seen().construct("way"))
    }
    let (first, second) = (try parent(1), try parent(4))
    #expect(
      first.survey.figure?.interval != nil
        && first.survey.figure?.interval == second.survey.figure?.interval)
    #expect(first == second)
  }

  @Test("Shares about the middle are per cents from ten answers on, and quarters below")
  func shares() {
    // Of nobody's organization, so that everybody weighs the same.
    let alone = people(10, [1, 2, 3, 4, 5]).map { response in
      var response = response
      response.organization = nil
      return response
    }
    let ten = EyesStudy(responses: alone).seen()
    #expect(
      ten.construct("gain.a")?.survey.figure?.shares
        == .thirds(.init(below: 40, middle: 20, above: 40)))
    let nine = EyesStudy(responses: people(9, [1, 2, 3, 4, 5, 5, 4, 4, 4])).seen()
    #expect(
      nine.construct("gain.a")?.survey.figure?.shares == .quarters(below: 1, middle: 1, above: 3))
    #expect(WholeFigures.share(2) == 5 && WholeFigures.share(99.6) == 95)
  }
}
