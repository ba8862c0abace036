import Foundation
import Statistics
import Testing

struct Gwet2014BenchmarkTests {
  @Test(
    "AC1 is benchmarked as irrCAC does",
    arguments: ["gwet-cont4x4-diagnosis", "krippendorff2011-c-missing"])
  func benchmark(id: String) throws {
    let fixture = try AgreementFixture(id)
    let counts = RatingCounts(try fixture.matrix().matrix)
    let expected = try #require(fixture.figures["benchmark_landis_koch_for_gwet_ac1"])
    let result = try #require(
      ProbabilisticBenchmark(GwetAC.figure(counts), on: .landisKoch1977))
    #expect(result.band.label == expected["level_at_95_percent"]?.text?.lowercased())
    #expect(result.bandOfValue.label == expected["naive_level"]?.text?.lowercased())
    let cumulative = try #require(expected["cumulative_membership_probability"]).members
    #expect(cumulative.count >= 5)
    for (label, probability) in cumulative {
      let step = result.steps.first { $0.band.label == label.lowercased() }
      #expect(isClose(step?.probability, try #require(probability.number), absolute: 1e-12))
    }
    #expect(result.steps.count == 6)
  }

  @Test("a figure without a standard error cannot be benchmarked")
  func refused() {
    #expect(ProbabilisticBenchmark(.defined(0.5), on: .landisKoch1977) == nil)
    let undefined = Figure.undefined(.noPairableUnit)
    #expect(ProbabilisticBenchmark(undefined, on: .altman1991) == nil)
    let certain = Figure.defined(1, standardError: 0)
    #expect(ProbabilisticBenchmark(certain, on: .altman1991) == nil)
  }
}

struct BenchmarkScaleTests {
  // Scale, value, word; ends of bands are the authors'.
  static let bands: [(BenchmarkScale, Double, String)] = [
    (.landisKoch1977, -0.3, "poor"), (.landisKoch1977, 0, "slight"),
    (.landisKoch1977, 0.2, "fair"), (.landisKoch1977, 0.799, "substantial"),
    (.landisKoch1977, 1, "almost perfect"), (.krippendorff2004, 0.8, "rely on"),
    (.krippendorff2004, 0.667, "tentative conclusions only"),
    (.krippendorff2004, 0.66, "do not draw conclusions"), (.fleiss1981, 0.75, "fair to good"),
    (.fleiss1981, 0.7500001, "excellent"), (.altman1991, 0.8, "very good"),
  ]

  @Test("a value at the end of a band falls where its author put it", arguments: bands)
  func ends(scale: BenchmarkScale, value: Double, label: String) {
    #expect(scale.band(of: value)?.label == label)
  }
}
