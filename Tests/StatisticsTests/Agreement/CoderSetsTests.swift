import Statistics
import Testing

struct Passonneau2006Tests {
  /// Alpha of two coders on two units, the second unit held equal and apart from the first.
  static func alpha(_ one: [Int], _ other: [Int], _ distance: SetDistance) throws -> Figure {
    var sets = CoderSets(coders: ["a", "b"], codes: (0..<70).map { "\($0)" }, unitCount: 2)
    for (coder, codes) in [one, other].enumerated() {
      try sets.see(unit: 0, coder: coder)
      for code in codes { try sets.apply(code, unit: 0, coder: coder) }
      try sets.apply(69, unit: 1, coder: coder)
    }
    return try sets.setAlpha(distance)
  }

  // Sets, MASI distance as in the paper, Jaccard distance. Codes lie in two words of bits.
  static let pairs: [([Int], [Int], Double, Double)] = [
    ([1, 2], [1, 2], 0, 0), ([1, 66], [1], 1 - 0.5 * 2 / 3, 0.5),
    ([1, 2], [2, 66], 1 - 1.0 / 9, 2.0 / 3), ([1, 2], [3], 1, 1), ([], [], 0, 0), ([], [1], 1, 1),
  ]

  @Test("observed disagreement holds MASI's and Jaccard's distances", arguments: pairs)
  func distances(one: [Int], other: [Int], masi: Double, jaccard: Double) throws {
    // Two of four values are as far apart as the sets, so Do is half the distance.
    #expect(isClose(try Self.alpha(one, other, .masi).observed, masi / 2, absolute: 1e-15))
    #expect(isClose(try Self.alpha(one, other, .jaccard).observed, jaccard / 2, absolute: 1e-15))
    let differ = one == other ? 0.0 : 0.5
    #expect(try Self.alpha(one, other, .nominal).observed == differ)
  }
}

struct CoderSetsTests {
  @Test("looking without applying is a no, not looking is missing")
  func coverage() throws {
    var sets = CoderSets(coders: ["a", "b"], codes: ["x", "y"], unitCount: 2)
    try sets.see(unit: 0, coder: 0)
    try sets.apply(1, unit: 0, coder: 1)
    #expect(sets.applied(1, unit: 0, coder: 0) == false)
    #expect(sets.applied(1, unit: 0, coder: 1) == true)
    #expect(sets.applied(1, unit: 1, coder: 1) == nil)
    #expect(sets.applied(7, unit: 0, coder: 1) == nil)
    let decisions = try sets.decisions(on: 1)
    #expect(decisions[unit: 0, coder: 0] == 0)
    #expect(decisions[unit: 0, coder: 1] == 1)
    #expect(decisions[unit: 1, coder: 0] == nil)
    #expect(try sets.pooledDecisions.unitCount == 4)
  }

  @Test("codes and places that are not there are refused")
  func refused() {
    var sets = CoderSets(coders: ["a"], codes: ["x"], unitCount: 1)
    #expect(throws: RatingError.noSuchPlace(unit: 1, coder: 0)) {
      try sets.see(unit: 1, coder: 0)
    }
    #expect(throws: RatingError.noSuchCategory(1, unit: 0, coder: 0)) {
      try sets.apply(1, unit: 0, coder: 0)
    }
    #expect(throws: RatingError.noSuchCategory(2, unit: 0, coder: 0)) {
      try sets.decisions(on: 2)
    }
  }

  @Test("nobody having coded leaves set alpha undefined")
  func nothing() throws {
    let sets = CoderSets(coders: ["a", "b"], codes: ["x"], unitCount: 3)
    #expect(try sets.setAlpha(.masi).undefined == .noPairableUnit)
    let none = CoderSets(coders: [], codes: [], unitCount: 0)
    #expect(try none.setAlpha(.jaccard).undefined == .tooFewCoders(needed: 2, found: 0))
  }

  @Test("more different sets than fit a table of distances give the same alpha")
  func manySets() throws {
    // 1,100 different sets are past the table's limit of 1,024; alpha from its definition.
    var sets = CoderSets(coders: ["a", "b"], codes: (0..<11).map { "\($0)" }, unitCount: 1100)
    for unit in 0..<1100 {
      for coder in 0..<2 {
        try sets.see(unit: unit, coder: coder)
        let bits = (unit + coder) % 1100
        for code in 0..<11 where bits >> code & 1 == 1 {
          try sets.apply(code, unit: unit, coder: coder)
        }
      }
    }
    func distance(_ a: Int, _ b: Int) -> Double {
      let either = (a | b).nonzeroBitCount
      return either == 0 ? 0 : 1 - Double((a & b).nonzeroBitCount) / Double(either)
    }
    var observed = 0.0
    var expected = 0.0
    for a in 0..<1100 {
      observed += distance(a, (a + 1) % 1100) / 1100
      for b in 0..<1100 { expected += 4 * distance(a, b) / (2200 * 2199) }
    }
    let alpha = try sets.setAlpha(.jaccard)
    #expect(isClose(alpha.value, 1 - observed / expected, relative: 1e-10))
  }
}
