import Reports
import StudyModel
import TestSupport
import Testing

@testable import StudyWorkflow

@Suite("On whom a change rests is remembered, and how those behind a figure weigh")
struct EditionChangeTests {
  private typealias Walk = EditionWalk

  private static func change(_ walk: Walk) throws -> SurveyChange? {
    try walk.study.results(for: .convenor(of: "north")).seen().input.scores
      .compactMap(\.change).flatMap(\.constructs).first { $0.id == "pace.waiting" }?.survey.figure
  }

  /// A first round of 40, a second of 10 of them and 12 others.
  private static func rounds() throws -> Walk {
    let walk = try Walk()
    try walk.walks.undo(4)
    try walk.answer(1...40, phase: "one")
    try walk.answer(1...10, 2, phase: "two")
    try walk.answer(1...12, 3, phase: "two", named: "new")
    return walk
  }

  @Test("the late pair of ten late answers is not told of: the change is that of the levels")
  func latePair() throws {
    let walk = try Self.rounds()
    #expect(try Self.change(walk)?.pairing == .respondents)
    let first = try walk.publish()
    #expect(try Self.change(walk)?.pairing == .respondents, "an unchanged study is shown as it was")
    #expect(try walk.publish() == first)
    try walk.answer(13...21, 2, phase: "two", named: "new")
    try walk.answer(15...15, 1, phase: "two")
    #expect(try walk.refusal() == [], "ten came to the level")
    #expect(try Self.change(walk)?.pairing != .respondents)
    // Ten more pairs: the level less the one before is their sum, and the pairs less those before are theirs with his.
    try walk.answer(16...25, 1, phase: "two")
    #expect(try Self.change(walk)?.pairing != .respondents)
    #expect(try walk.refusal() == [])
  }

  @Test("an unchanged study is the same edition again, where a scale has several items")
  func severalItems() throws {
    let walk = try Walk()
    try walk.walks.undo(4)
    for (phase, people) in [("one", 1...12), ("two", 1...14)] {
      let rows = people.map {
        "r\($0),north,,\(phase),\(1 + $0 % 5),\(1 + ($0 * 2) % 5)\n"
      }.joined()
      try walk.walks.bring(
        .survey, "respondent,case,organization,phase,gain.fitness.1,gain.fitness.2\n" + rows)
    }
    // The two who came in the second phase would follow from its level and the change.
    let first = try walk.publish()
    let two = try #require(try walk.study.editions().first?.bases.first { $0.phase == "two" })
    #expect(two.count(of: .survey("gain.fitness")) == 12)
    #expect(try walk.publish() == first)
    #expect(try walk.refusal(Walk.Report(.comparison, for: .workingGroup)) == [])
  }

  @Test("who stands in pairs is in the edition, with the answers of both phases")
  func pairs() throws {
    let walk = try Self.rounds()
    try walk.publish()
    let two = try #require(try walk.study.editions().first?.bases.first { $0.phase == "two" })
    #expect(two.count(of: .changeFrom("pace.waiting")) == nil)
    #expect(two.count(of: .changeTo("pace.waiting")) == 10)
    #expect(two.count(of: .survey("pace.waiting")) == 22)
    let one = try #require(try walk.study.editions().first?.bases.first { $0.phase == "one" })
    #expect(one.count(of: .changeTo("pace.waiting")) == nil)
    #expect(one.count(of: .changeFrom("pace.waiting")) == 10)
    let level = one.people.first { $0.statistic == .survey("pace.waiting") }?.members ?? []
    let before = one.people.first { $0.statistic == .changeFrom("pace.waiting") }?.members ?? []
    #expect(Set(before).isSubset(of: level), "they bear the marks that they bear behind the level")
  }

  @Test("beside an edition that does not know its pairs, a change is that of the levels")
  func before() throws {
    let walk = try Self.rounds()
    try walk.publishAsBefore()
    #expect(try Self.change(walk)?.pairing != .respondents)
    #expect(try walk.refusal() == [])
  }

  @Test("the late organization of a change is held as a late respondent is")
  func lateOrganization() throws {
    let walk = try Walk().weighing("weighting: organizations")
    try walk.walks.undo(4)
    for number in 1...6 {
      let own = (3 * number - 2)...(3 * number)
      try walk.answer(own, phase: "one", of: "o\(number)")
      try walk.answer(own, 2, phase: "two", named: "b", of: "o\(number)")
    }
    for number in 1...5 {
      try walk.answer(number...number, phase: "one", named: "a", of: "a\(number)")
      try walk.answer(number...number, 2, phase: "two", named: "c", of: "c\(number)")
    }
    try walk.answer(9...9, phase: "one", named: "z", of: "z")
    #expect(try Self.change(walk)?.pairing == .organizations)
    try walk.publish()
    try walk.answer(8...8, 5, phase: "two", named: "z", of: "z")
    for number in 11...14 {
      try walk.answer(number...number, 2, phase: "two", named: "c", of: "c\(number)")
    }
    #expect(try walk.refusal() == [], "five came to the level")
    #expect(try Self.change(walk)?.pairing != .organizations)
  }

  @Test("the same people weighed by another rule do not go out, whatever rule makes it so")
  func otherRule() throws {
    let walk = try Walk().weighing("weighting: organizations")
    try walk.walks.undo(4)
    try walk.answer(1...1, 2, of: "Club")
    for number in 2...5 { try walk.answer((3 * number)...(3 * number + 2), of: "o\(number)") }
    try walk.publish()
    for rule in [
      "weighting: respondents", "weighting: organizations\n  least-organizations: 6",
    ] {
      let said = try walk.weighing(rule).refusal()
      #expect(said.first?.contains("what 13 respondents said counts otherwise") == true, "\(rule)")
    }
    // A rule that changes nobody's weight hinders nothing.
    let same = try walk.weighing("weighting: organizations\n  least-organizations: 4")
    #expect(try same.refusal() == [])
  }

  @Test("beside an edition that does not say how people weighed, other rules are held")
  func otherRuleBefore() throws {
    let walk = try Walk()
    try walk.publishAsBefore()
    #expect(try walk.refusal() == [], "the same rules on the same people weigh as they did")
    let other = try walk.weighing("weighting: organizations")
    #expect(try other.refusal(Walk.Report(.comparison, for: .workingGroup)) == [])
    let before = try Walk()
    try before.publishAsBefore()
    let said = try before.weighing("weighting: organizations").refusal()
    #expect(said.first?.contains("what 8 respondents said counts otherwise") == true)
  }
}
