import Statistics
import Testing

struct SeededGeneratorTests {
  // A separate Python implementation, itself held to the vectors of rand_xoshiro (state 1, 2, 3, 4)
  // and to SplitMix64's published ones (seed 1234567).
  static let sequences: [(UInt64, [UInt64])] = [
    (
      0,
      [
        11_091_344_671_253_066_420, 13_793_997_310_169_335_082, 1_900_383_378_846_508_768,
        7_684_712_102_626_143_532,
      ]
    ),
    (
      42,
      [
        1_546_998_764_402_558_742, 6_990_951_692_964_543_102, 12_544_586_762_248_559_009,
        17_057_574_109_182_124_193,
      ]
    ),
  ]

  @Test("a seed gives xoshiro256**'s sequence", arguments: sequences)
  func sequence(seed: UInt64, expected: [UInt64]) {
    var generator = SeededGenerator(seed: seed)
    let values = expected.map { _ in generator.next() }
    #expect(values == expected)
  }

  @Test("every index below a bound comes equally often")
  func indices() {
    var generator = SeededGenerator(seed: 7)
    var counts = [Int](repeating: 0, count: 6)
    for _ in 0..<60_000 { counts[generator.index(below: 6)] += 1 }
    // Standard deviation of each count is 91.
    #expect(counts.allSatisfy { abs($0 - 10_000) < 460 })
  }

  @Test("a bound below two leaves only 0")
  func smallBounds() {
    var generator = SeededGenerator(seed: 7)
    let indices = [-3, 0, 1].map { generator.index(below: $0) }
    #expect(indices == [0, 0, 0])
  }

  @Test("streams of one seed differ, and stream 0 is the seed itself")
  func streams() {
    var plain = SeededGenerator(seed: 9)
    var zero = SeededGenerator(seed: 9, stream: 0)
    let same = plain.next() == zero.next()
    #expect(same)
    let firsts = (0..<1000).map { stream in
      var generator = SeededGenerator(seed: 9, stream: UInt64(stream))
      return generator.next()
    }
    #expect(Set(firsts).count == 1000)
  }
}
