import StudyModel
import TestSupport
import Testing

@testable import StudyWorkflow

@Suite("Words, wishes and marks between two editions tell of nobody")
struct EditionVoicesTests {
  private typealias Walk = EditionWalk

  /// A northern case with so many interviewees, the first of whom convenes it unless nobody is named.
  private static func walk(_ count: Int, convenor: Int? = 1) throws -> Walk {
    let walk = try Walk()
    try people(1...count, convenor: convenor, walk)
    try interview(1...count, walk)
    return walk
  }

  private static func people(
    _ numbers: ClosedRange<Int>, convenor: Int?, _ walk: Walk
  ) throws {
    // The three who stand in every such study were not interviewed but for two; these are others.
    try walk.walks.undo(3)
    try walk.walks.undo(2)
    try name(numbers, convenor: convenor, walk)
  }

  private static func name(_ numbers: ClosedRange<Int>, convenor: Int?, _ walk: Walk) throws {
    let rows = numbers.map { "q\($0),north,Hut,\($0 == convenor ? "convenor" : "")\n" }.joined()
    try walk.walks.bring(.participants, "participant,case,organization,role\n" + rows)
  }

  private static func interview(_ numbers: ClosedRange<Int>, _ walk: Walk) throws {
    let rows = numbers.map { "s\($0),north,q\($0),ana;ben,ana;ben,interview\n" }.joined()
    try walk.walks.bring(.sources, "source,case,participant,coders,read,kind\n" + rows)
  }

  private static func code(
    _ numbers: ClosedRange<Int>, _ code: String = "pace.waiting",
    by coders: [String] = ["ana", "ben"], at start: Int = 0, in walk: Walk
  ) throws {
    let rows = numbers.flatMap { number in
      coders.map { "s\(number),\($0),\(code),\(start),\(start + 5)\n" }
    }.joined()
    try walk.walks.bring(.codings, "source,coder,code,start,end\n" + rows)
  }

  @Test(
    "a word that one more of three interviewees makes is refused, whether a word stood there or not"
  )
  func fewInterviewees() throws {
    let walk = try Self.walk(3)
    try Self.code(2...2, in: walk)
    try walk.publish()
    #expect(try walk.refusal() == [])
    try Self.code(3...3, in: walk)
    #expect(
      try walk.refusal().first?.hasPrefix(
        "north, on \"pace.waiting\": what 1 interviewee said counts otherwise since edition 1")
        == true)
  }

  @Test("one more interviewee of few is refused where a word changes, and goes out where none does")
  func oneCame() throws {
    let walk = try Self.walk(3)
    try Self.code(2...2, in: walk)
    try walk.publish()
    try Self.name(4...4, convenor: nil, walk)
    try Self.interview(4...4, walk)
    #expect(try walk.refusal() == [])
    try Self.code(4...4, in: walk)
    #expect(try walk.refusal().first?.contains("1 interviewee") == true)
  }

  @Test("words on the first who are interviewed go out: what stood before said nothing")
  func firstInterviews() throws {
    let walk = try Self.walk(1)
    try Self.code(1...1, in: walk)
    try walk.publish()
    try Self.name(2...3, convenor: nil, walk)
    try Self.interview(2...3, walk)
    try Self.code(2...3, in: walk)
    #expect(try walk.refusal() == [])
  }

  @Test("who is marked as convenor tells who spoke, where that changes a word, and nothing of many")
  func otherConvenor() throws {
    let walk = try Self.walk(3)
    try Self.code(2...3, in: walk)
    try walk.publish()
    try Self.name(1...1, convenor: nil, walk)
    try Self.name(2...2, convenor: 2, walk)
    #expect(try walk.refusal().first?.contains("counts otherwise since edition 1") == true)

    let many = try Self.walk(6)
    try Self.code(2...4, in: many)
    try many.publish()
    try Self.name(1...1, convenor: nil, many)
    try Self.name(2...2, convenor: 2, many)
    #expect(try many.refusal() == [], "of six the words do not depend on roles")
  }

  @Test("the second voice of six, with which little heard becomes borne out, is refused")
  func secondVoice() throws {
    let walk = try Self.walk(6)
    try Self.code(2...2, in: walk)
    try walk.publish()
    try Self.code(3...3, in: walk)
    #expect(try walk.refusal().first?.contains("what 1 interviewee said") == true)
  }

  @Test("the second who wants it is refused, and so is the one who does not any more")
  func wishes() throws {
    let walk = try Self.walk(6)
    try Self.code(2...2, "gain.fitness.desired", in: walk)
    try walk.publish()
    try Self.code(3...3, "gain.fitness.desired", in: walk)
    #expect(
      try walk.refusal().first?.hasPrefix(
        "north, on \"gain.fitness\": what 1 interviewee said counts otherwise") == true)
  }

  @Test(
    "five more who are interviewed go out where the word stays, and not where one of the first is told of"
  )
  func fiveCame() throws {
    for (first, isHeld) in [(2...4, false), (2...2, true)] {
      let walk = try Self.walk(6)
      try Self.code(first, in: walk)
      try walk.publish()
      try Self.name(7...11, convenor: nil, walk)
      try Self.interview(7...11, walk)
      try Self.code(7...11, in: walk)
      let refusal = try walk.refusal()
      // Little was heard of six, and of eleven nobody speaks against: of the six one does, or none.
      #expect(refusal.contains { $0.contains("another word stands there now") } == isHeld)
      #expect(refusal.isEmpty != isHeld)
    }
  }

  @Test("what one coder marked is nobody's concern where agreement may not be told")
  func oneMark() throws {
    let walk = try Self.walk(12)
    try Self.code(1...6, in: walk)
    try walk.publish()
    // Where one of two marks, nobody has settled it: no word of the interviews changes, and on so few codes
    // nothing is told of agreement.
    try Self.code(8...8, by: ["ben"], at: 40, in: walk)
    #expect(try walk.refusal() == [])
  }

  @Test("a second phase in which four others say something goes out beside a first with four")
  func secondPhase() throws {
    let walk = try Self.walk(6)
    try Self.name(7...12, convenor: nil, walk)
    for (phase, people) in [("one", 1...6), ("two", 7...12)] {
      try walk.walks.bring(
        .sources,
        "source,case,participant,coders,read,kind,phase\n"
          + people.map { "t\($0),north,q\($0),ana,ana,interview,\(phase)\n" }.joined())
      try walk.walks.bring(
        .codings,
        "source,coder,code,start,end,weight\n"
          + people.prefix(4).map { "t\($0),ana,pace.waiting,0,9,2\n" }.joined())
    }
    try walk.publish(Walk.Report(.health, for: .convenor, caseID: "north", phase: "one"))
    #expect(
      try walk.refusal(Walk.Report(.health, for: .convenor, caseID: "north", phase: "two")) == [])
  }
}
