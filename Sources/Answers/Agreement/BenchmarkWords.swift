import FileFormats
import Statistics

/// Benchmarks stated beside figures, never stamped on them.
enum BenchmarkWords {
  static let beside =
    "Benchmarks, as their authors state them: Krippendorff, alpha of .800 and over to rely on, .667 to .800 for tentative conclusions; Landis & Koch for kappa, .41 to .60 moderate, .61 to .80 substantial, above almost perfect. They are conventions, not tests."

  /// What Krippendorff's benchmark says of an alpha.
  static func krippendorff(_ value: Double?) -> [JSONValue.Member] {
    guard let value, let band = BenchmarkScale.krippendorff2004.band(of: value) else { return [] }
    return [.init("benchmarkKrippendorff", .string(band.label))]
  }

  /// Gwet's probabilistic benchmarking of AC1 on the scale of Landis and Koch.
  static func record(_ benchmark: ProbabilisticBenchmark) -> AgreementRecord {
    AgreementRecord(
      "benchmarkLandisKochForGwetAc1",
      "Probability that AC1 is \(benchmark.band.label) or better",
      value: benchmark.steps.first { $0.band == benchmark.band }?.probability
    ).with([
      .init("levelAt95Percent", .string(benchmark.band.label)),
      .init("naiveLevel", .string(benchmark.bandOfValue.label)),
      .init(
        "cumulativeMembershipProbability",
        .object(benchmark.steps.map { .init($0.band.label, .number($0.probability)) })),
    ])
  }
}
