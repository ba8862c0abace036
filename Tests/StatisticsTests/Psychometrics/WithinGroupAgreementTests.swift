import Foundation
import Statistics
import TestSupport
import Testing

@Suite(.enabled(if: Fixtures.shared != nil, "needs the folder of shared fixtures"))
struct JamesDemareeWolf1984Tests {
  // Data set, scale, column of groups, lowest scale point.
  static let cases: [(String, String, String, Int)] = [
    ("lq2002", "LEAD", "COMPID", 1), ("lq2002", "TSIG", "COMPID", 1),
    ("lq2002", "HOSTIL", "COMPID", 0), ("lq2002_edge", "TSIG", "organization", 1),
    ("lq2002_edge", "HOSTIL", "organization", 0), ("cohesion", "", "GROUP", 1),
  ]

  @Test("agreement within each group fits R's multilevel", arguments: cases)
  func agreement(set: String, scale: String, column: String, low: Int) throws {
    let fixture = try SurveyFixture(set)
    let whole = try #require(fixture.oracle["agreement"])
    let oracle = try #require(scale.isEmpty ? whole : whole[scale])
    let items = try #require(oracle["items"]).texts
    let points = try #require(oracle["categories"]?.int)
    var compared = 0
    for expected in try #require(oracle["per_group"]).list {
      let name = try #require(expected["group"]?.text)
      let rows = fixture.rows.filter { $0[column] == name }
      let counts = counts(fixture, rows, items, points: points, low: low)
      let figures = try #require(WithinGroupAgreement(counts: counts))
      #expect(figures.count == expected["n"]?.int)
      #expect(fits(figures.rwg, expected["rwg_j"]), "rwg of \(name)")
      #expect(fits(figures.lindell, expected["rwg_j_lindell"]), "Lindell of \(name)")
      #expect(fits(figures.averageDeviationMean, expected["ad_mean_j"]), "AD(M) of \(name)")
      #expect(fits(figures.averageDeviationMedian, expected["ad_median_j"]), "AD(Md) of \(name)")
      #expect(fits(figures.awg, expected["a_wg_j"]), "a_wg of \(name)")
      compared += 1
    }
    #expect(compared > 3)
    // The sets with one scale say nothing of a single item.
    guard let single = oracle["single_item"] else { return #expect(scale.isEmpty) }
    let groups = try #require(single["per_group"]).list
    #expect(groups.count > 3)
    for expected in groups {
      let item = try #require(single["item"]?.text)
      let rows = fixture.rows.filter { $0[column] == expected["group"]?.text }
      let counts = counts(fixture, rows, [item], points: points, low: low)
      let figures = try #require(WithinGroupAgreement(counts: counts))
      #expect(fits(figures.rwg, expected["rwg"]))
      #expect(fits(figures.averageDeviationMean, expected["ad_mean"]))
    }
  }

  private func counts(
    _ fixture: SurveyFixture, _ rows: [[String: String]], _ items: [String], points: Int, low: Int
  ) -> [[Int]] {
    var counts = [[Int]](repeating: [Int](repeating: 0, count: points), count: items.count)
    for row in rows {
      let values = fixture.values(row, items: items)
      guard !values.contains(nil) else { continue }
      for (item, value) in values.enumerated() { counts[item][(value ?? 0) - low] += 1 }
    }
    return counts
  }

  private func fits(_ figure: Figure, _ expected: JSON?) -> Bool {
    guard let expected else { return false }
    guard let number = expected.number else { return figure.value == nil }
    return isClose(figure.value, number, relative: 1e-9, absolute: 1e-12)
  }
}

struct WithinGroupAgreementTests {
  @Test("counts that do not describe one group are refused")
  func refused() {
    #expect(WithinGroupAgreement(counts: []) == nil)
    #expect(WithinGroupAgreement(counts: [[3]]) == nil)
    #expect(WithinGroupAgreement(counts: [[1, 2], [1, 1]]) == nil)
    #expect(WithinGroupAgreement(counts: [[1, 2], [1, 1, 1]]) == nil)
    #expect(WithinGroupAgreement(counts: [[-1, 2]]) == nil)
    #expect(WithinGroupAgreement(counts: [[1, 2]], nullVariance: 0) == nil)
  }

  @Test("one member has no agreement, and the figure says so")
  func oneMember() {
    let figures = WithinGroupAgreement(counts: [[0, 1, 0]])
    #expect(figures?.rwg.undefined == .tooFewValues(needed: 2, found: 1))
  }

  @Test("members spread evenly have an rwg of 0, unanimous ones of 1")
  func ends() {
    let even = WithinGroupAgreement(counts: [[2, 2, 2, 2, 2]])
    #expect(even?.rwg.value == 0)
    #expect((even?.lindell.value ?? 0) < 0)
    let unanimous = WithinGroupAgreement(counts: [[0, 0, 4, 0, 0], [0, 0, 4, 0, 0]])
    #expect(unanimous?.rwg.value == 1)
    #expect(unanimous?.averageDeviationMedian.value == 0)
  }

  @Test("a skewed null variance lowers agreement")
  func skewedNull() {
    // James, Demaree & Wolf (1984), slight skew on five points: 1.34.
    let counts = [[0, 1, 4, 4, 1]]
    let uniform = WithinGroupAgreement(counts: counts)?.rwg.value ?? 0
    let skewed = WithinGroupAgreement(counts: counts, nullVariance: 1.34)?.rwg.value ?? 0
    #expect(skewed < uniform)
  }
}
