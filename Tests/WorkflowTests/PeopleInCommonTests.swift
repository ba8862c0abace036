import StudyModel
import TestSupport
import Testing
import WorkflowSupport

@testable import StudyWorkflow

/// A whole and its parts are three cases: each two of them differ by many, and all three tell of the one who is in no
/// part.
@Suite("Figures on cases that share people are not published beside each other")
struct PeopleInCommonTests {
  /// Answers of so many people to so many items, by the case that they are told for.
  private static func rows(
    _ caseID: String, _ people: ClosedRange<Int>, named prefix: String = "t", items: Int
  ) -> String {
    people.map { person in
      let values = (1...items).map { String(1 + (person * $0 + person / 3) % 5) }
      return "\(prefix)\(person),\(caseID),\(values.joined(separator: ","))\n"
    }.joined()
  }

  private static func study(items: Int, _ rows: String) throws -> EditionWalk {
    let walk = try EditionWalk()
    try walk.walks.undo(4)
    try walk.walks.bring(.cases, "case,name\nwhole,Whole\n")
    let columns = ["gain.fitness.1", "gain.fitness.2", "wait", "route"].prefix(items)
    try walk.walks.bring(
      .survey, "respondent,case,\(columns.joined(separator: ","))\n" + rows)
    return walk
  }

  private static let group = EditionWalk.Report(.comparison, for: .workingGroup)

  @Test("Known by tokens: neither one report on all nor one after the other", arguments: [2, 3])
  func parts(items: Int) throws {
    let walk = try Self.study(
      items: items,
      Self.rows("north", 1...12, items: items) + Self.rows("south", 13...25, items: items)
        + Self.rows("whole", 1...26, items: items))
    let said = try walk.refusal(Self.group)
    #expect(said.count == 1, "\(said)")
    #expect(
      said.first?.contains("12 respondents are behind whole as well") == true
        || said.first?.contains("12 respondents are behind north as well") == true, "\(said)")
    try walk.publish()
    let whole = EditionWalk.Report(.health, for: .convenor, caseID: "whole")
    #expect(try walk.refusal(whole).first?.contains("behind north as well") == true)
    #expect(
      try walk.refusal(EditionWalk.Report(.health, for: .convenor, caseID: "south")) == [])
  }

  @Test("Numbers for tokens are nobody's name: other people under the same go out")
  func numbers() throws {
    let walk = try Self.study(
      items: 3,
      Self.rows("north", 1...12, named: "", items: 3)
        + (1...12).map { "\($0),south,\(1 + $0 % 4),\(5 - $0 % 3),\(1 + $0 % 5)\n" }.joined())
    #expect(try walk.refusal(Self.group) == [])
  }
}
