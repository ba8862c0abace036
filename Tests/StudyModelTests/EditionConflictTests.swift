import StudyModel
import Testing

@Suite("Two reports side by side tell of a few where a few are behind one of them alone")
struct EditionConflictTests {
  private static func members(_ persons: some Sequence<UInt64>) -> [PublishedBase.Member] {
    persons.map { .init(person: $0, content: nil) }
  }

  private static func base(_ persons: [UInt64], _ statistic: PublishedBase.Statistic = .responses)
    -> PublishedBase
  {
    PublishedBase(caseID: "north", phase: nil, people: [.init(statistic, members(persons))])
  }

  private static func moved(_ now: ClosedRange<UInt64>, _ then: ClosedRange<UInt64>) -> [[Int]] {
    EditionConflict.between(base(Array(now)), and: base(Array(then)), limits: .init()).map {
      [$0.came, $0.went]
    }
  }

  @Test("nobody or at least five may have come, and gone")
  func few() {
    #expect(Self.moved(1...10, 1...10) == [])
    #expect(Self.moved(1...11, 1...10) == [[1, 0]])
    #expect(Self.moved(1...14, 1...10) == [[4, 0]])
    #expect(Self.moved(1...15, 1...10) == [])
    #expect(Self.moved(1...9, 1...10) == [[0, 1]])
    #expect(Self.moved(1...5, 1...10) == [])
    // Seven came, but one went.
    #expect(Self.moved(2...17, 1...10) == [[7, 1]])
    #expect(Self.moved(11...20, 1...10) == [])
  }

  @Test("how many to wait for; none where somebody went")
  func awaited() {
    let came = EditionConflict.between(
      Self.base(Array(1...12)), and: Self.base(Array(1...10)), limits: .init())
    #expect(came.map(\.awaited) == [3])
    let went = EditionConflict.between(
      Self.base(Array(1...8)), and: Self.base(Array(1...10)), limits: .init())
    #expect(went.map(\.awaited) == [nil])
  }

  @Test("a figure on too few is hidden, and what is hidden is held beside nothing")
  func hidden() {
    #expect(Self.moved(1...4, 1...6) == [])
    #expect(Self.base(Array(1...4)).shown(.init()).people.isEmpty)
    #expect(Self.base(Array(1...4)).shown(.init(answers: 3)).people.count == 1)
  }

  @Test("what interviews say is shown from two speakers on among five interviewees")
  func interviews() {
    let two = PublishedBase.People(.interviews("pace"), Self.members(1...2))
    let one = PublishedBase.People(.interviews("work"), Self.members(1...1))
    func shown(_ interviewees: Int) -> [PublishedBase.Statistic] {
      PublishedBase(
        caseID: "north", phase: nil,
        people: [.init(.interviewees, Self.members(0..<UInt64(interviewees))), two, one]
      ).shown(.init()).people.map(\.statistic)
    }
    #expect(shown(5) == [.interviewees, .interviews("pace")])
    #expect(shown(4) == [.interviewees])
    #expect(shown(1) == [])
  }

  @Test(
    "a statistic reads back as what it was kept by",
    arguments: [
      PublishedBase.Statistic.responses, .survey("a.b"), .gap("a b"), .interviewees,
      .interviews("pace"),
    ])
  func names(statistic: PublishedBase.Statistic) {
    #expect(PublishedBase.Statistic(name: statistic.name) == statistic)
  }

  @Test("no other word is a statistic", arguments: ["", "survey", "level pace", "responses now"])
  func otherNames(name: String) {
    #expect(PublishedBase.Statistic(name: name) == nil)
  }
}
