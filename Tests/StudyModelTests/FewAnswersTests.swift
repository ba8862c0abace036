import Testing

@testable import StudyModel

@Suite("On fewer than ten answers others are told what many lists of answers have in common")
struct FewAnswersTests {
  /// What others are told of answers from 0 to 4, by people without organizations; nil where it is said
  /// in words.
  private func told(_ answers: [Int8]) -> [String]? {
    let responses = answers.enumerated().map { place, answer in
      EyesStudy.Response(
        token: "p\(place)", organization: nil,
        answers: ["gain.a.1": answer + 1, "gain.a.2": answer + 1])
    }
    guard let figure = EyesStudy(responses: responses).seen().construct("gain.a")?.survey.figure
    else {
      return nil
    }
    return [
      "\(figure.n)", "\(figure.score)", "\(figure.shares.map { "\($0)" } ?? "")",
      "\(figure.interval.map { "\($0)" } ?? "")",
      "\((figure.told?.above).map { "\($0)" } ?? "")",
    ]
  }

  /// All lists of so many answers, in ascending order.
  private func lists(_ count: Int, from least: Int8 = 0) -> [[Int8]] {
    guard count > 0 else { return [[]] }
    return (least...4).flatMap { first in lists(count - 1, from: first).map { [first] + $0 } }
  }

  @Test("hardly ever is one list left", arguments: [5, 6])
  func few(n: Int) {
    let all = lists(n).compactMap { list in told(list).map { (list, $0) } }
    let groups = Dictionary(grouping: all, by: \.1)
    let single = groups.values.filter { $0.count == 1 }.count
    // As many as 10 of 106, and 9 of 190; with whole levels, quarters and exact intervals nearly all.
    #expect(single <= 10, "\(single) of \(all.count)")
  }

  @Test("Levels go to the next ten, and the interval by the number of answers alone")
  func figures() throws {
    let five = try #require(told([0, 1, 2, 3, 4]))
    #expect(told([1, 1, 2, 3, 4]) != nil)
    #expect(five[1] == "50.0")
    #expect(WholeFigures.level(55, n: 9) == 60 && WholeFigures.level(55, n: 10) == 55)
    #expect(WholeFigures.level(-15, n: 5) == -20 && WholeFigures.level(-4, n: 5) == 0)
    #expect(
      (5...9).compactMap { WholeFigures.interval(byNumber: $0, about: 50, limits: nil)?.about }
        == [40, 35, 30, 25, 25])
  }

  @Test("A change on few is the difference of the levels that are told")
  func change() throws {
    func people(_ answers: [Int8], _ phase: String) -> [EyesStudy.Response] {
      answers.enumerated().map { place, answer in
        EyesStudy.Response(
          token: "p\(place)", phase: phase, organization: nil,
          answers: ["gain.a.1": answer, "gain.a.2": answer])
      }
    }
    let study = EyesStudy(
      responses: people([1, 2, 3, 4, 3, 2, 5], "one") + people([2, 2, 4, 4, 5, 3, 3], "two"))
    let levels = ["one", "two"].compactMap {
      study.seen($0).construct("gain.a")?.survey.figure?.score
    }
    let change = try #require(study.seen("two").change?.construct("gain.a")?.survey.figure)
    #expect(change.pairing == .respondents && change.change == levels[1] - levels[0])
  }
}
