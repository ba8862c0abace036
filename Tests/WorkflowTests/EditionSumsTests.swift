import Reports
import StudyModel
import TestSupport
import Testing

@testable import StudyWorkflow

@Suite("Sums over the same values are held side by side, whatever they are told as")
struct EditionSumsTests {
  private typealias Walk = EditionWalk
  private static let group = Walk.Report(.comparison, for: .workingGroup)

  private static func walk() throws -> Walk {
    let walk = try Walk()
    try walk.walks.undo(4)
    return walk
  }

  /// Brings in what respondents received, and wanted where they say so; -1 is left out.
  private static func receive(
    _ numbers: ClosedRange<Int>, wanting: Bool, named name: String = "r", in walk: Walk
  ) throws {
    let rows = numbers.map { number in
      "\(name)\(number),north,,\(1 + number % 5),\(1 + number % 4),\(wanting ? String(1 + number % 7) : "")\n"
    }
    try walk.walks.bring(
      .survey,
      "respondent,case,organization,gain.fitness.1,gain.fitness.2,gain.fitness.desired\n"
        + rows.joined())
  }

  /// Brings in whole responses of nine answers to a case.
  private static func answer(
    _ tokens: [(token: String, number: Int)], case name: String = "north", to items: Int = 4,
    isTurned: Bool = false, of organization: String = "", in walk: Walk
  ) throws {
    let columns = ["wait", "pace.route.1", "gain.fitness.1", "gain.fitness.2"].prefix(items)
    let rows = tokens.map { token, number in
      let answers = columns.indices.map { item in
        let answer = 1 + (number * (item + 2) + number / 3) % 5
        return String(isTurned ? 6 - answer : answer)
      }
      return "\(token),\(name),\(organization),\(answers.joined(separator: ","))\n"
    }
    try walk.walks.bring(
      .survey,
      "respondent,case,organization,\(columns.joined(separator: ","))\n" + rows.joined())
  }

  @Test("what those received who wanted it is held beside the level of all who were there before")
  func received() throws {
    let walk = try Self.walk()
    try Self.receive(1...12, wanting: false, in: walk)
    try walk.publish()
    // Eleven of them say what they wanted, and five come who do not.
    try Self.receive(1...11, wanting: true, in: walk)
    try Self.receive(20...24, wanting: false, in: walk)
    let said = try walk.refusal()
    #expect(
      said.first?.contains("1 went since edition 1") == true
        || said.first?.contains("1 respondent went") == true)
  }

  @Test(
    "a change that would rest on one fewer than an earlier level of the phase before is not told in pairs"
  )
  func earlierLevel() throws {
    let walk = try Self.walk()
    func change() throws -> SurveyChange.Pairing? {
      try walk.study.results(for: .convenor(of: "north")).seen().input.scores
        .compactMap(\.change).flatMap(\.constructs).first { $0.id == "pace.waiting" }?.survey
        .figure?
        .pairing
    }
    try walk.answer(1...12, phase: "one")
    try walk.publish(Walk.Report(.health, for: .convenor, caseID: "north", phase: "one"))
    try walk.answer(13...22, phase: "one")
    try walk.answer(1...11, 2, phase: "two")
    // Less eleven of the twenty-two, the eleven in pairs are twelve less one.
    #expect(try change() != .respondents)
    #expect(try walk.refusal() == [])
  }

  @Test("a case that holds all but one of another is not compared with it")
  func withinAnother() throws {
    for items in [1, 4] {
      let walk = try Self.walk()
      let all = (1...13).map { ("r\($0)", $0) }
      try Self.answer(all, to: items, in: walk)
      try Self.answer(Array(all.dropLast()), case: "south", to: items, in: walk)
      #expect(
        try walk.refusal(Self.group).first?.contains(
          "makes the difference to another case or phase of this report") == true, "\(items)")
      try walk.publish()
      #expect(
        try walk.refusal(Walk.Report(.health, for: .convenor, caseID: "south")).count == 1,
        "\(items)")
    }
  }

  @Test("all answers turned round, and organizations known by now, hide nobody who came")
  func turned() throws {
    let walk = try Self.walk()
    let all = (1...12).map { ("r\($0)", $0) }
    try Self.answer(all, in: walk)
    try walk.publish()
    try walk.walks.undo(5)
    try Self.answer(all + [("r13", 13)], isTurned: true, of: "Club", in: walk)
    #expect(try !walk.refusal().isEmpty)
  }
}
