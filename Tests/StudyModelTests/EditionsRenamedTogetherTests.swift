import Testing

@testable import StudyModel

@Suite("Several editions are taken together also where all have other names since")
struct EditionsRenamedTogetherTests {
  /// People who contribute what their number says, under names that begin at a number.
  private static func people(_ numbers: some Sequence<UInt64>, from name: UInt64) -> [PublishedBase
    .Member]
  {
    numbers.map { .init(person: name + $0, content: 1 + $0) }
  }

  private static func base(
    _ numbers: [UInt64], from name: UInt64, case caseID: String = "north"
  ) -> PublishedBase {
    let people = people(numbers, from: name)
    return PublishedBase(
      caseID: caseID, phase: nil,
      people: [.init(.responses, people), .init(.survey("pace"), people)])
  }

  private static func together(
    _ now: PublishedBase, _ earlier: [PublishedBase]
  ) -> [EditionConflict] {
    EditionConflict.together(now, with: earlier, limits: .init())
  }

  @Test("all with one besides, less two parts and with their common part again, are the one")
  func renamed() {
    let (first, second, third) = ([UInt64](1...15), [UInt64](16...27), [UInt64](28...39))
    let earlier = [first, first + second, first + third].map { Self.base($0, from: 1_000) }
    let found = Self.together(Self.base(second + third + [40], from: 5_000), earlier)
    #expect(found.map(\.came) == [1])
    #expect(found.map(\.matching) == [.together])
    #expect(Self.together(Self.base(second + third, from: 5_000), earlier).isEmpty)
    #expect(Self.together(Self.base(Array(50...70), from: 5_000), earlier).isEmpty)
  }

  @Test("a case that is divided into two with one left out tells of the one")
  func divided() {
    let earlier = [
      Self.base(Array(1...28), from: 1_000), Self.base(Array(1...14), from: 2_000, case: "a"),
    ]
    #expect(
      Self.together(Self.base(Array(15...27), from: 3_000, case: "b"), earlier).map(\.came) == [1])
    #expect(Self.together(Self.base(Array(15...28), from: 3_000, case: "b"), earlier).isEmpty)
  }
}
