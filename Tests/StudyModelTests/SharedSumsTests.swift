import Testing

@testable import StudyModel

@Suite("Sums over the same people tell of as many as weigh in what can be made of them")
struct SharedSumsTests {
  private typealias Weights = SharedSums.Weights<Int>

  private static func alike(_ people: some Sequence<Int>) -> Weights {
    Dictionary(uniqueKeysWithValues: people.map { ($0, 1) })
  }

  /// The weights of a mean of organizations, of so many people each from a first one on.
  private static func means(_ organizations: [(from: Int, people: Int)]) -> Weights {
    Dictionary(
      uniqueKeysWithValues: organizations.flatMap { organization in
        (0..<organization.people).map {
          (organization.from + $0, 1 / Double(organization.people))
        }
      })
  }

  private static func fewest(_ sums: Weights...) -> Double? {
    SharedSums(sums).fewest.map { ($0 * 100).rounded() / 100 }
  }

  @Test("people who weigh alike are told of by heads")
  func heads() {
    #expect(Self.fewest(Self.alike(0..<12)) == 12)
    #expect(Self.fewest(Self.alike(0..<12), Self.alike(0..<13)) == 1)
    #expect(Self.fewest(Self.alike(0..<12), Self.alike(0..<20)) == 8)
    #expect(Self.fewest(Self.alike(0..<12), Self.alike(0..<12)) == 12, "one sum twice")
    #expect(Self.fewest(Self.alike(0..<12), Self.alike(6..<18)) == 12)
    #expect(SharedSums([Weights]()).fewest == nil)
  }

  @Test("of three sums one may be left whom no two of them leave")
  func three() {
    let all = Self.alike(0..<21)
    #expect(Self.fewest(all, Self.alike(0..<10), Self.alike(10..<20)) == 1)
    #expect(Self.fewest(all, Self.alike(0..<10)) == 10)
    #expect(Self.fewest(Self.alike(0..<30), Self.alike(0..<10), Self.alike(10..<20)) == 10)
  }

  @Test("one alone in an organization outweighs four who come to a large one")
  func lone() {
    let before = Self.means([(0, 20), (100, 30), (200, 30)])
    let after = Self.means([(0, 24), (100, 30), (200, 30), (300, 1)])
    #expect(Self.fewest(before, after) == 1.76)
    // Five who come to five large organizations.
    let large = (0..<5).map { (from: 100 * $0, people: 20) }
    let grown = large.map { (from: $0.from, people: 21) }
    #expect(Self.fewest(Self.means(large), Self.means(grown)) == 5)
  }

  @Test("means of organizations beside the mean of all give whoever weighs most")
  func rule() {
    let people = [(from: 0, people: 30), (from: 100, people: 30), (from: 200, people: 1)]
    let all = Self.alike(Self.means(people).keys)
    #expect(Self.fewest(Self.means(people), all) == 1)
    let late = Self.alike(Array(all.keys) + Array(300..<305))
    #expect((Self.fewest(Self.means(people), late) ?? 9) < 2)
    // Organizations of the same size: both means are one.
    let same = Self.means([(0, 10), (100, 10), (200, 10)])
    #expect(Self.fewest(same, Self.alike(same.keys)) == 30)
  }

  @Test("a further sum is held where it tells of fewer than any alone, and than was told")
  func further() {
    let (all, part) = (Self.alike(0..<12), Self.alike(0..<11))
    #expect(SharedSums.few(part, beside: [all], least: 5) == 1)
    #expect(SharedSums.few(part, beside: [all, part], least: 5) == nil, "it was told")
    #expect(SharedSums.few(all, beside: [Weights](), least: 5) == nil)
    // A mean in which one outweighs all others tells of him or her alone.
    let lopsided = Self.means([(0, 20), (100, 1)])
    #expect(SharedSums.few(lopsided, beside: [lopsided], least: 5) == nil)
  }
}
