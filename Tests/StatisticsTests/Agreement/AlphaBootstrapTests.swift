import Foundation
import Statistics
import Testing

struct AlphaBootstrapTests {
  // Set, metric, procedure; figures stand in the fixture, from 20,000 replicates.
  static let cases: [(String, String, AlphaBootstrap.Procedure)] = [
    "nominal", "ordinal", "interval",
  ].flatMap { metric in
    [AlphaBootstrap.Procedure.unitsPercentile, .cells2011, .pairs2016].map {
      ("krippendorff2011-c-missing", metric, $0)
    }
  }
  static let keys: [AlphaBootstrap.Procedure: String] = [
    .unitsPercentile: "units_percentile", .cells2011: "cells_2011", .pairs2016: "pairs_2016",
  ]

  @Test("the three procedures fit the published algorithms' distributions", arguments: cases)
  func distribution(id: String, metric: String, procedure: AlphaBootstrap.Procedure) throws {
    try compare(id, metric, procedure)
  }

  @Test("so they do for two coders", arguments: AlphaBootstrap.Procedure.allCases)
  func twoCoders(procedure: AlphaBootstrap.Procedure) throws {
    try compare("gwet-cont4x4-diagnosis", "nominal", procedure, replicates: 5000)
  }

  private func compare(
    _ id: String, _ metric: String, _ procedure: AlphaBootstrap.Procedure,
    replicates: Int = 20_000
  ) throws {
    let fixture = try AgreementFixture(id)
    let counts = RatingCounts(try fixture.matrix().matrix)
    let key = try #require(Self.keys[procedure])
    let expected = try #require(fixture.figures["alpha_bootstrap"]?["by_metric"]?[metric]?[key])
    let result = KrippendorffAlpha.bootstrap(
      counts, metric: fixture.metric(metric),
      plan: .init(procedure: procedure, replicates: replicates, seed: 20_260_101))
    // The ends lie on a lattice: one step of the pairs' distribution on 55 pairs is .0107.
    let bands: [AlphaBootstrap.Procedure: Double] = [.unitsPercentile: 0.02, .pairs2016: 0.011]
    let band = bands[procedure] ?? 0.01
    let ends = try #require(expected["ci95"]?.numbers)
    let interval = try #require(result.interval)
    #expect(abs(interval.lowerBound - ends[0]) <= band)
    #expect(abs(interval.upperBound - ends[1]) <= band)
    // Four standard errors of the difference of two simulated means, and more.
    let spread = try #require(expected["sd"]?.number)
    #expect(abs((result.mean ?? 9) - (expected["mean"]?.number ?? 0)) < spread * 0.04)
    #expect(isClose(result.standardDeviation, spread, relative: 0.04))
    #expect(result.undefinedReplicates == 0)
    // Of the published algorithm alone the shares below the limits are known.
    let below = expected["q_below"]?.members ?? [:]
    #expect(below.isEmpty == (procedure != .cells2011))
    for (limit, share) in below {
      let limit = try #require(Double(limit))
      #expect(abs((result.probabilityBelow(limit) ?? 9) - (share.number ?? 0)) < 0.02)
    }
  }

  @Test("a seed gives the same distribution again")
  func reproducible() throws {
    let fixture = try AgreementFixture("krippendorff2011-c-missing")
    let counts = RatingCounts(try fixture.matrix().matrix)
    for procedure in AlphaBootstrap.Procedure.allCases {
      let plan = AlphaBootstrap.Plan(procedure: procedure, replicates: 333, seed: 5)
      let once = KrippendorffAlpha.bootstrap(counts, plan: plan)
      let again = KrippendorffAlpha.bootstrap(counts, plan: plan)
      #expect(once == again)
      var other = plan
      other.seed = 6
      #expect(KrippendorffAlpha.bootstrap(counts, plan: other).values != once.values)
    }
  }

  @Test("resamples of equal ratings are left out and counted")
  func undefinedReplicates() throws {
    // One unit of six differs from the rest, so a third of resamples hold equal ratings only.
    let matrix = try RatingMatrix(
      coders: ["a", "b"], categories: ["x", "y"], unitCount: 6,
      cells: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1])
    let result = KrippendorffAlpha.bootstrap(
      RatingCounts(matrix), plan: .init(replicates: 1000, seed: 1))
    // (5/6)^6 are without the odd unit, (1/6)^6 hold nothing else.
    #expect(abs(Double(result.undefinedReplicates) - 335) < 75)
    #expect(result.values.count + result.undefinedReplicates == 1000)
    #expect(result.probabilityBelow(0.8) == 0)
  }

  @Test("whole clusters are drawn where units belong to documents")
  func clusters() throws {
    let fixture = try AgreementFixture("gwet-cont4x4-diagnosis")
    let counts = RatingCounts(try fixture.matrix().matrix)
    let own = Array(0..<223)
    let single = KrippendorffAlpha.bootstrap(
      counts, plan: .init(replicates: 2000, seed: 3, clusters: own))
    let plain = KrippendorffAlpha.bootstrap(counts, plan: .init(replicates: 2000, seed: 3))
    let error = try #require(plain.standardDeviation)
    #expect(isClose(single.standardDeviation, error, relative: 0.1))
    let blocks = own.map { $0 / 40 }
    let wide = KrippendorffAlpha.bootstrap(
      counts, plan: .init(replicates: 300, seed: 3, clusters: blocks))
    #expect((wide.standardDeviation ?? 0) > 1.2 * error)
    let one = KrippendorffAlpha.bootstrap(
      counts, plan: .init(replicates: 20, seed: 3, clusters: own.map { _ in 0 }))
    let alpha = try #require(KrippendorffAlpha.figure(counts).value)
    #expect(one.values.allSatisfy { isClose($0, alpha, relative: 1e-12) })
  }

  @Test("data without an alpha have no distribution, and the reason is passed on")
  func undefined() throws {
    let matrix = try RatingMatrix(coders: ["a", "b"], categories: ["x", "y"], unitCount: 3)
    let result = KrippendorffAlpha.bootstrap(RatingCounts(matrix), plan: .init(seed: 1))
    #expect(result.undefined == .noPairableUnit)
    #expect(result.interval == nil)
    #expect(result.mean == nil)
    #expect(result.probabilityBelow(0.8) == nil)
  }
}
