import Testing

@testable import StudyModel

@Suite("Figures on one page differ by five who weigh as five, not by five heads")
struct WeighedPeopleTests {
  private typealias Response = EyesStudy.Response

  private static func response(
    _ token: String, _ organization: Int?, _ answer: Int, wanted: Bool = false,
    phase: String = "one"
  ) -> Response {
    var answers = ["gain.a.1": Int8(answer), "gain.a.2": Int8(answer)]
    if wanted { answers["gain.a.desired"] = Int8(1 + (answer + 1) % 5) }
    return Response(token: token, phase: phase, organization: organization, answers: answers)
  }

  /// People of an organization with the answers 1 to 5 in turn.
  private static func people(
    _ count: Int, of organization: Int?, wanted: Bool = true, phase: String = "one",
    named name: String = "p"
  ) -> [Response] {
    (0..<count).map {
      response(
        "\(name)\(organization ?? 0)-\($0)", organization, 1 + $0 % 5, wanted: wanted, phase: phase)
    }
  }

  private static func told(_ responses: [Response]) throws -> (level: Int, received: Int?) {
    let seen = EyesStudy(responses: responses).seen()
    return (
      try #require(seen.construct("gain.a")?.survey.figure).n,
      seen.shownGaps.first { $0.id == "gain.a" }?.n
    )
  }

  @Test(
    "who is alone in an organization and says nothing wanted is left out, with four of a large one")
  func lone() throws {
    let large = Self.people(20, of: 0) + Self.people(20, of: 1) + Self.people(20, of: 2)
    let four = Self.people(4, of: 0, wanted: false, named: "n")
    let both = try Self.told(large + four + Self.people(1, of: 3, wanted: false))
    #expect(both.level == 60 && both.received == 60)
    // Five of large organizations tell of many.
    let many = try Self.told(
      large + (0..<3).flatMap { Self.people(2, of: $0, wanted: false, named: "n") })
    #expect(many.level == 66 && many.received == 60)
  }

  @Test("where many of a large organization go with the lone one, only the lone one is left out")
  func least() throws {
    let large = Self.people(20, of: 0) + Self.people(20, of: 1) + Self.people(20, of: 2)
    let many = Self.people(15, of: 0, wanted: false, named: "n")
    let both = try Self.told(large + many + Self.people(1, of: 3, wanted: false))
    #expect(both.level == 75 && both.received == 60)
  }

  @Test("who is alone in an organization that answered once is in neither phase of a change")
  func unpaired() throws {
    let both = ["one", "two"].flatMap { phase in
      (0..<6).flatMap { Self.people(4, of: $0, phase: phase) }
    }
    let once = Self.people(8, of: 7, phase: "two") + Self.people(1, of: 8, phase: "two")
    let seen = EyesStudy(responses: both + once).seen("two")
    #expect(seen.construct("gain.a")?.survey.figure?.n == 32, "the eight are many, the one goes")
    #expect(seen.change?.construct("gain.a")?.survey.figure?.pairing == .organizations)
  }

  @Test("pairs, those who say what they wanted, and all: what is left of the three is nobody's")
  func three() throws {
    func change(besides: Int) throws -> SurveyChange.Pairing? {
      let pairs = ["one", "two"].flatMap { Self.people(10, of: nil, wanted: false, phase: $0) }
      let others = Self.people(10, of: nil, phase: "two", named: "q")
      let left = Self.people(besides, of: nil, wanted: false, phase: "two", named: "x")
      let seen = EyesStudy(responses: pairs + others + left).seen("two")
      #expect(seen.shownGaps.first { $0.id == "gain.a" }?.n == 10)
      return seen.change?.construct("gain.a")?.survey.figure?.pairing
    }
    #expect(try change(besides: 1) == SurveyChange.Pairing.none)
    #expect(try change(besides: 4) == SurveyChange.Pairing.none)
    #expect(try change(besides: 5) == .respondents)
    #expect(try change(besides: 0) == .respondents)
  }

  @Test("pairs of one step, pairs of the next, and all: the one who is in neither is nobody's")
  func panel() throws {
    func study(besides: Int) -> EyesStudy {
      var study = EyesStudy()
      study.phases = ["one", "two", "three"]
      let (first, second) = (
        { Self.people(10, of: nil, phase: $0, named: "a") },
        { Self.people(10, of: nil, phase: $0, named: "b") }
      )
      study.responses =
        first("one") + first("two") + second("two") + second("three")
        + Self.people(besides, of: nil, phase: "two", named: "x")
      return study
    }
    func pairings(_ study: EyesStudy) -> [SurveyChange.Pairing?] {
      ["two", "three"].map { study.seen($0).change?.construct("gain.a")?.survey.figure?.pairing }
    }
    #expect(pairings(study(besides: 1)) == [.respondents, SurveyChange.Pairing.none])
    #expect(pairings(study(besides: 6)) == [.respondents, .respondents])
  }
}
