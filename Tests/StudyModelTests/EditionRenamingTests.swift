import StudyModel
import Testing

@Suite("People whose names changed are known again by what they said")
struct EditionRenamingTests {
  /// Respondents with these whole responses (nil: too short to know anybody by) and answers on a construct.
  private static func base(
    _ prefix: UInt64, _ answers: [UInt64], whole: [UInt64?]? = nil, caseID: String = "north",
    columns: Range<UInt64> = 0..<9
  ) -> PublishedBase {
    // Of a whole response each answer is its own.
    let parts = (whole ?? []).compactMap { $0 }.enumerated().flatMap { place, content in
      columns.map {
        PublishedBase.Member(
          person: 1000 * prefix + UInt64(place), content: 10000 * (content + 1) + $0)
      }
    }
    let whole = whole ?? answers.map { _ in nil }
    return PublishedBase(
      caseID: caseID, phase: nil,
      people: (parts.isEmpty ? [] : [.init(.parts, parts)]) + [
        .init(
          .responses,
          whole.enumerated().map { .init(person: prefix + UInt64($0.offset), content: $0.element) }),
        .init(
          .survey("pace"),
          answers.enumerated().map {
            .init(person: prefix + UInt64($0.offset), content: $0.element)
          }),
      ])
  }

  private static func moved(_ now: PublishedBase, _ then: PublishedBase) -> [[Int]] {
    EditionConflict.between(now, and: then, limits: .init()).map { [$0.came, $0.went] }
  }

  @Test("one new answer among new names is one who came; the same answers alone are nobody")
  func renamed() {
    let then = Self.base(100, [1, 2, 3, 4, 4, 5, 3])
    #expect(Self.moved(Self.base(200, [1, 2, 3, 4, 4, 5, 3]), then) == [])
    let found = EditionConflict.between(
      Self.base(200, [1, 2, 3, 4, 4, 5, 3, 2]), and: then, limits: .init())
    #expect(found.map(\.came) == [1] && found.map(\.went) == [0])
    #expect(found.map(\.statistic) == [.survey("pace")])
    #expect(found.map(\.matching) == [.contributions(formerly: nil)])
    #expect(Self.moved(Self.base(200, [1, 2, 3, 4, 4, 5]), then) == [[0, 1]])
    #expect(Self.moved(Self.base(200, [1, 2, 3, 4, 4, 5, 5]), then) == [[1, 1]])
    // Five more may come, whatever they are called.
    #expect(Self.moved(Self.base(200, [1, 2, 3, 4, 4, 5, 3, 1, 1, 1, 2, 2]), then) == [])
  }

  @Test("other people with other whole responses may answer a question alike")
  func otherPeople() {
    let then = Self.base(100, [1, 2, 3, 4, 4, 5, 3], whole: Array(11...17))
    let now = Self.base(200, [1, 2, 3, 4, 4, 5, 4], whole: Array(21...27))
    #expect(Self.moved(now, then) == [])
    // The same whole responses are the same people, and one more came.
    let same = Self.base(200, [1, 2, 3, 4, 4, 5, 3, 1], whole: Array(11...18))
    #expect(Self.moved(same, then) == [[1, 0], [1, 0]])
  }

  @Test(
    "a column more makes other responses of all, and hides nobody", arguments: ["north", "nord"])
  func furtherColumn(formerly: String) {
    let then = Self.base(
      100, [1, 2, 3, 4, 4, 5, 3], whole: Array(11...17), caseID: formerly, columns: 0..<9)
    // Other digests of whole responses, of which each holds the same nine answers and more.
    var now = Self.base(200, [1, 2, 3, 4, 4, 5, 2], whole: Array(11...17), columns: 0..<12)
    let whole = now.people.firstIndex { $0.statistic == .responses } ?? 0
    for place in now.people[whole].members.indices {
      now.people[whole].members[place].content = now.people[whole].members[place].content.map {
        $0 + 1000
      }
    }
    #expect(Self.moved(now, then) == [[1, 1]])
    #expect(Self.moved(then, now) == [[1, 1]])
    // Other answers are other people's.
    #expect(
      Self.moved(
        Self.base(200, [1, 2, 3, 4, 4, 5, 2], whole: Array(31...37), columns: 0..<12), then) == [])
  }

  @Test("where tokens return, one corrected answer is one, whatever phase or case is called")
  func sameTokens() {
    func base(_ prefix: UInt64, _ answers: [UInt64], _ caseID: String, _ phase: String)
      -> PublishedBase
    {
      var base = Self.base(prefix, answers, caseID: caseID)
      base.phase = phase
      base.people.append(
        .init(.tokens, answers.indices.map { .init(person: UInt64($0), content: 0) }))
      return base
    }
    let then = base(100, [1, 2, 3, 4, 4, 5], "north", "one")
    #expect(Self.moved(base(200, [1, 2, 3, 4, 4, 4], "north", "1"), then) == [[1, 1]])
    #expect(Self.moved(base(200, [1, 2, 3, 4, 4, 4], "nord", "one"), then) == [[1, 1]])
    #expect(
      EditionConflict.between(
        base(200, [1, 2, 3, 4, 4, 4], "nord", "one"), and: then, limits: .init(), isKnown: true)
        == [], "tokens are often mere numbers, and these people were published as what they are")
    // A round of its own, in which five and more answer otherwise.
    let many = base(100, [1, 2, 3, 4, 4, 5, 1, 2, 3, 4], "north", "one")
    #expect(Self.moved(base(200, [5, 5, 5, 5, 5, 5, 5, 2, 3, 4], "north", "1"), many) == [])
  }

  @Test("of another place, short answers must be wholly there, long ones by half")
  func otherPlace() {
    let then = Self.base(100, [1, 2, 3, 4, 4, 5], caseID: "nord")
    #expect(Self.moved(Self.base(200, [1, 2, 3, 4, 4, 5, 5]), then) == [[1, 0]])
    #expect(Self.moved(Self.base(200, [1, 2, 3, 4, 4, 3, 3]), then) == [])
    let long = Self.base(100, [1, 2, 3, 4, 4, 5], whole: Array(11...16), caseID: "nord")
    #expect(
      Self.moved(Self.base(200, [1, 2, 3, 4, 4, 2], whole: Array(11...15) + [30]), long)
        == [[1, 1], [1, 1]])
    let found = EditionConflict.between(
      Self.base(200, [1, 2, 3, 4, 4, 5, 5]), and: then, limits: .init())
    #expect(
      found.map(\.matching)
        == [.contributions(formerly: .init(caseID: "nord", phase: nil))])
  }

  @Test("what three interviewees share under other names betrays the one who is new")
  func interviews() {
    func base(_ prefix: UInt64, _ said: [UInt64]) -> PublishedBase {
      PublishedBase(
        caseID: "north", phase: nil,
        people: [
          .init(
            .interviewees,
            said.enumerated().map {
              .init(person: prefix + UInt64($0.offset), content: $0.element)
            })
        ])
    }
    #expect(Self.moved(base(200, [1, 2, 3, 4, 5, 6]), base(100, [1, 2, 3, 4, 5])) == [[1, 0]])
    #expect(Self.moved(base(200, [7, 8, 9, 10, 11]), base(100, [1, 2, 3, 4, 5])) == [])
  }
}
