import Testing

@testable import StudyModel

@Suite("What all who are compared say, each of them says, and so it is told in no number")
struct AlikeAmongComparedTests {
  private typealias Response = EyesStudy.Response

  /// A response that gives a construct's items one answer, and what was wanted another.
  private static func response(
    _ token: String, _ phase: String, _ answer: Int, wanted: Int? = nil, organization: Int? = nil
  ) -> Response {
    var answers = ["gain.a.1": Int8(answer), "gain.a.2": Int8(answer)]
    if let wanted { answers["gain.a.desired"] = Int8(wanted) }
    return Response(token: token, phase: phase, organization: organization, answers: answers)
  }

  private static func gap(_ responses: [Response]) -> ValueGap? {
    EyesStudy(responses: responses).seen().shownGaps.first { $0.id == "gain.a" }
  }

  private static func change(_ responses: [Response]) throws -> SurveyChange {
    try #require(
      EyesStudy(responses: responses).seen("two").change?.construct("gain.a")?.survey.figure)
  }

  private static let mixed = [2, 3, 4, 2, 3, 4, 2, 3, 4, 2, 3]

  @Test("received is not told beside wanted where all who say both received the same")
  func received() {
    func people(_ received: (Int) -> Int) -> [Response] {
      (0..<11).map { Self.response("w\($0)", "one", received($0), wanted: 1 + $0 % 5) }
        + (0..<6).map { Self.response("n\($0)", "one", 1 + $0 % 5) }
    }
    #expect(Self.gap(people { _ in 5 }) == nil)
    #expect(Self.gap(people { $0 == 0 ? 3 : 5 }) == nil, "all but one")
    #expect(Self.gap(people { $0 < 2 ? 3 : 5 }) != nil)
  }

  @Test("no change is told in pairs where all of them say the same in one of the phases")
  func oneSide() throws {
    for (same, other) in [("two", "one"), ("one", "two")] {
      let pairs = Self.mixed.enumerated().flatMap { place, answer in
        [Self.response("p\(place)", other, answer), Self.response("p\(place)", same, 5)]
      }
      let others = (0..<6).map { Self.response("n\($0)", same, 1 + $0 % 4) }
      #expect(try Self.change(pairs + others).pairing == .none, "all say 5 in \(same)")
    }
  }

  @Test("the interval of a change that all made alike is by their number alone")
  func changedAlike() throws {
    func interval(_ after: (Int, Int) -> Int) throws -> Int? {
      let change = try Self.change(
        Self.mixed.enumerated().flatMap { place, answer in
          [
            Self.response("p\(place)", "one", answer),
            Self.response("p\(place)", "two", after(place, answer)),
          ]
        })
      #expect(change.pairing == .respondents && change.n == 11)
      return change.interval?.about
    }
    let byNumber = WholeFigures.interval(byNumber: 11, about: 0, limits: nil)?.about
    #expect(try interval { $1 + 1 } == byNumber)
    #expect(try interval { $0 == 0 ? 5 : $1 } == byNumber, "all but one stayed as they were")
    #expect(try interval { $0 < 2 ? $1 + 1 : $1 } == byNumber, "of fewer than 20 always")
  }

  @Test("the interval of a gap that is the same for all is by their number alone")
  func wantedAlike() throws {
    let gap = try #require(
      Self.gap(
        Self.mixed.enumerated().map {
          Self.response("w\($0)", "one", $1, wanted: $1 + 1)
        }))
    #expect(gap.gap == 25)
    #expect(
      gap.interval?.about == WholeFigures.interval(byNumber: 11, about: 25, limits: nil)?.about)
  }

  @Test("organizations whose means are all one level do not tell that by an interval without width")
  func organizations() throws {
    let people = (0..<6).flatMap { organization in
      organization == 5
        ? [Self.response("lone", "one", 3, organization: 5)]
        : [2, 4].map {
          Self.response("\(organization)-\($0)", "one", $0, organization: organization)
        }
    }
    let figure = try #require(
      EyesStudy(responses: people).seen().construct("gain.a")?.survey.figure)
    #expect(figure.weighting == .organizations && figure.n == 11 && figure.score == 50)
    let interval = try #require(figure.interval)
    #expect(interval.high - interval.low > 30)
  }
}
