/// The highest band a figure reaches with near certainty, given its standard error.
///
/// The figure is taken as normal between -1 and 1. From the top band down the probabilities that
/// the true value lies in a band, or above, are added up; the first band where the sum exceeds the
/// required one is the answer.
///
/// > Reference: Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., ch. 6.
public struct ProbabilisticBenchmark: Sendable, Hashable {
  /// A band and the probability of lying in it or above.
  public struct Step: Sendable, Hashable {
    /// The band.
    public let band: BenchmarkScale.Band
    /// The probability, 0 to 1, of the band and those above it.
    public let probability: Double
  }

  /// The scale used.
  public let scale: BenchmarkScale
  /// All bands from the top down.
  public let steps: [Step]
  /// The first band whose cumulative probability exceeds the required one.
  public let band: BenchmarkScale.Band
  /// The band of the value alone, which says nothing of its uncertainty.
  public let bandOfValue: BenchmarkScale.Band

  /// Benchmarks a figure; nil where it has no value or no standard error above 0.
  public init?(_ figure: Figure, on scale: BenchmarkScale, required: Double = 0.95) {
    guard let value = figure.value, let error = figure.standardError, error > 0,
      let naive = scale.band(of: value)
    else { return nil }
    func below(_ limit: Double) -> Double { Normal.cumulative((limit - value) / error) }
    let whole = below(1) - below(-1)
    guard whole > 0 else { return nil }
    steps = scale.bands.reversed().map { band in
      Step(band: band, probability: min((below(1) - below(band.lower)) / whole, 1))
    }
    guard let reached = steps.first(where: { $0.probability > required }) ?? steps.last else {
      return nil
    }
    band = reached.band
    bandOfValue = naive
    self.scale = scale
  }
}
