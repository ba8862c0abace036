import StudyModel
import Testing

@Suite("Several reports together tell of nobody whom no two of them tell of")
struct EditionsTogetherTests {
  private static func base(_ persons: [UInt64]) -> PublishedBase {
    PublishedBase(
      caseID: "north", phase: nil,
      people: [.init(.survey("pace"), persons.map { .init(person: $0, content: 0) })])
  }

  private static func told(_ now: [UInt64], _ earlier: [UInt64]...) -> [Int] {
    EditionConflict.together(base(now), with: earlier.map(base), limits: .init()).map(\.came)
  }

  private static let x = Array(UInt64(1)...15)
  private static let y = Array(UInt64(21)...32)
  private static let z = Array(UInt64(41)...52)

  @Test("all with one besides, less two parts that share a third, are the one")
  func one() {
    let all = Self.x + Self.y + Self.z
    let parts = [Self.x, Self.x + Self.y, Self.x + Self.z]
    #expect(Self.told(all + [99], parts[0], parts[1], parts[2]) == [1])
    #expect(Self.told(all + [96, 97, 98, 99], parts[2], parts[0], parts[1]) == [4])
    #expect(Self.told(all, parts[0], parts[1], parts[2]) == [], "nobody is left over")
    #expect(Self.told(all + Array(95...99), parts[0], parts[1], parts[2]) == [])
    // One gone of the first: of him or her all but one follows.
    #expect(Self.told(Array(all.dropFirst()), parts[0], parts[1], parts[2]) == [1])
    // Without the first the third part cannot be taken off.
    #expect(Self.told(all + [99], parts[1], parts[2]) == [])
  }

  @Test("what was told already, or follows from what was, hinders nothing")
  func known() {
    let all = Self.x + Self.y + Self.z + [99]
    let parts = [Self.x, Self.x + Self.y, Self.x + Self.z]
    #expect(Self.told(all, parts[0], parts[1], parts[2], all) == [])
    #expect(
      Self.told(all + Array(101...110), parts[0], parts[1], parts[2], all) == [],
      "of the one it was told before; this tells of ten")
  }

  @Test("a chain tells no more than its neighbours, and small cells alone tell nothing")
  func harmless() {
    #expect(Self.told(Self.x + Self.y + Self.z, Self.x, Self.x + Self.y) == [])
    // Two share three people with the first; whose sum of the three is told by none.
    #expect(
      Self.told(Array(UInt64(13)...30), Array(UInt64(1)...15), Array(UInt64(28)...45)) == [])
  }

  @Test("many editions of many people are looked through in a moment")
  func many() {
    func isIn(_ person: Int, _ edition: Int) -> Bool {
      let turn = person / 10 + edition
      return turn % 7 != 0 || person % 5 == 0
    }
    let earlier = (0..<60).map { edition -> PublishedBase in
      let people = (0..<2000).filter { isIn($0, edition) }
      return Self.base(people.map { UInt64($0) })
    }
    let took = ContinuousClock().measure {
      _ = EditionConflict.together(
        Self.base(Array(UInt64(0)..<1990)), with: earlier, limits: .init())
    }
    #expect(took < .seconds(20))
  }
}
