import Foundation
import Statistics
import TestSupport
import Testing

@Suite(.enabled(if: Fixtures.shared != nil, "needs the folder of shared fixtures"))
struct CronbachAlphaSurveyTests {
  // Data set and the key of its scales; nil where there is one scale.
  static let scales: [(String, String)] = [
    ("lq2002", "LEAD"), ("lq2002", "TSIG"), ("lq2002", "HOSTIL"), ("lq2002_edge", "TSIG"),
    ("lq2002_edge", "HOSTIL"), ("lq2002_edge", "TSIG_plus_constant_item"),
    ("lq2002_edge", "two_items"), ("bfi", "agree"), ("bfi", "consc"), ("bfi", "extra"),
    ("bfi", "neuro"), ("bfi", "open"), ("cohesion", ""), ("attitude", ""), ("ability16", ""),
  ]

  @Test("alpha and Feldt's interval fit psych over complete rows", arguments: scales)
  func alpha(set: String, scale: String) throws {
    let fixture = try SurveyFixture(set)
    let oracle = try #require(
      scale.isEmpty
        ? fixture.oracle["scale"] ?? fixture.oracle["scale_all7"]
        : fixture.oracle["scales"]?[scale])
    let sums = try sums(fixture, oracle)
    let alpha = CronbachAlpha(sums)
    let expected = try #require(oracle["listwise"])
    #expect(sums.count == expected["n"]?.int)
    #expect(isClose(alpha.raw.value, try #require(expected["raw_alpha"]?.number), relative: 1e-12))
    let interval = try #require(alpha.raw.interval)
    let low = try #require(expected["feldt95_low"]?.number)
    let high = try #require(expected["feldt95_high"]?.number)
    #expect(isClose(interval.lowerBound, low, relative: 1e-11))
    #expect(isClose(interval.upperBound, high, relative: 1e-11))
    #expect(alpha.itemCount == expected["feldt_k_used"]?.int)
  }

  private func sums(_ fixture: SurveyFixture, _ oracle: JSON) throws -> ScaleSums {
    let items = try #require(oracle["items"]).texts
    // The limits stand in the rule "x' = 1 + 6 - x".
    let limits = (oracle["reversal"]?.text ?? "").split(separator: " ").compactMap { Int($0) }
    var sums = ScaleSums(itemCount: items.count)
    for row in fixture.rows {
      let values = fixture.values(
        row, items: items, reversed: Set(oracle["reverse"]?.texts ?? []),
        low: limits.first ?? 0, high: limits.last ?? 0)
      if !values.contains(nil) { sums.add(values.compactMap { $0 }) }
    }
    return sums
  }
}

struct CronbachAlphaTests {
  @Test("sums merged from parts equal sums of the whole")
  func merging() {
    var generator = SeededGenerator(seed: 5)
    let rows = (0..<100).map { _ in (0..<4).map { _ in generator.index(below: 6) } }
    var whole = ScaleSums(itemCount: 4)
    var parts = ScaleSums(itemCount: 4)
    for row in rows { whole.add(row) }
    for start in stride(from: 0, to: 100, by: 30) {
      var part = ScaleSums(itemCount: 4)
      for row in rows[start..<min(start + 30, 100)] { part.add(row) }
      parts.merge(part)
    }
    #expect(parts == whole)
    let tookShortRow = parts.add([1, 2])
    let tookHugeValue = parts.add([1, 2, 3, 10_001])
    #expect(!tookHugeValue)
    #expect(CronbachAlpha.feldt(1.5, n: 10, k: 3) == nil)
    let tookOtherScale = parts.merge(ScaleSums(itemCount: 3))
    #expect(!tookShortRow)
    #expect(!tookOtherScale)
    #expect(parts == whole)
  }

  @Test("a scale that cannot have an alpha says why")
  func undefined() {
    var sums = ScaleSums(itemCount: 2)
    #expect(CronbachAlpha(sums).raw.undefined == .tooFewValues(needed: 2, found: 0))
    sums.add([1, 3])
    sums.add([2, 3])
    #expect(CronbachAlpha(sums).raw.undefined == .tooFewItems(needed: 2, found: 1))
    #expect(CronbachAlpha(sums).constantItems == [1])
    var opposed = ScaleSums(itemCount: 2)
    opposed.add([1, 3])
    opposed.add([3, 1])
    #expect(CronbachAlpha(opposed).raw.undefined == .noVariance)
  }

  @Test("identical items have an alpha of 1, opposed ones a negative alpha")
  func extremes() {
    var same = ScaleSums(itemCount: 3)
    for value in 1...5 { same.add([value, value, value]) }
    #expect(isClose(CronbachAlpha(same).raw.value, 1, relative: 1e-15))
    var opposed = ScaleSums(itemCount: 2)
    for (first, second) in [(1, 5), (2, 4), (3, 4), (4, 2)] { opposed.add([first, second]) }
    #expect((CronbachAlpha(opposed).raw.value ?? 0) < 0)
  }
}
