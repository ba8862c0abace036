/// How far the difference of a figure between two samples of clusters may vary by chance.
///
/// Clusters are drawn with replacement. One that is in both samples is drawn for both at once, so
/// that what it has of its own falls out of the difference; those in one sample only are drawn in it
/// alone. Each kind keeps its number.
///
/// > Reference: Efron & Tibshirani (1993), An Introduction to the Bootstrap, ch. 8 (two samples;
/// > the unit of resampling), ch. 13 (percentile interval); strata: Davison & Hinkley (1997),
/// > Bootstrap Methods and their Application, sec. 3.2.
public struct DifferenceBootstrap: Sendable, Hashable {
  /// Which clusters the two samples have.
  public struct Design: Sendable, Hashable {
    /// The number of clusters of the first and of the second sample.
    public var counts: [Int]
    /// The places, in the first and in the second, of clusters that are in both.
    public var shared: [[Int]]

    /// Finds the clusters that two samples have in common, by their names.
    ///
    /// A name that occurs twice in a sample is paired once.
    public init<Name: Hashable>(first: [Name], second: [Name]) {
      counts = [first.count, second.count]
      var places = Dictionary(
        second.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
      shared = first.enumerated().compactMap { place, name in
        places.removeValue(forKey: name).map { [place, $0] }
      }
    }

    /// Clusters of the first, or second, sample alone.
    fileprivate func alone(_ sample: Int) -> [Int] {
      let paired = Set(shared.map { $0[sample] })
      return (0..<counts[sample]).filter { !paired.contains($0) }
    }
  }

  /// The defined replicates, ascending.
  public let values: [Double]
  /// Replicates in which a figure was not defined.
  public let undefinedReplicates: Int

  init(replicates: [Double]) {
    values = replicates.filter { !$0.isNaN }.sorted()
    undefinedReplicates = replicates.count - values.count
  }

  /// The replicates' standard deviation; nil below two.
  public var standardDeviation: Double? { Descriptive.sampleStandardDeviation(values) }

  /// The 95 % percentile interval; nil without replicates.
  public var interval: ClosedRange<Double>? {
    guard let low = Descriptive.percentile(values, 0.025),
      let high = Descriptive.percentile(values, 0.975), low <= high
    else { return nil }
    return low...high
  }

  /// Draws replicates of several differences at once.
  ///
  /// Cost: replicates times what `differences` costs.
  ///
  /// - Parameters:
  ///   - design: The clusters.
  ///   - width: How many differences there are.
  ///   - replicates: How many replicates to draw; none for less than 1.
  ///   - seed: The seed.
  ///   - differences: The differences, `width` of them, from how often each cluster of the first and
  ///     of the second sample was drawn; NaN for one that is not defined.
  /// - Returns: As many distributions as there are differences.
  public static func run(
    _ design: Design, width: Int, replicates: Int, seed: UInt64,
    _ differences: (_ first: [Int], _ second: [Int]) -> [Double]
  ) -> [DifferenceBootstrap] {
    let alone = [design.alone(0), design.alone(1)]
    let flat = ReplicateChunks.run(replicates, seed: seed) { count, generator in
      (0..<count).flatMap { _ -> [Double] in
        var times = design.counts.map { [Int](repeating: 0, count: $0) }
        for _ in design.shared.indices {
          let pair = design.shared[generator.index(below: design.shared.count)]
          times[0][pair[0]] += 1
          times[1][pair[1]] += 1
        }
        for sample in 0...1 {
          for _ in alone[sample].indices {
            times[sample][alone[sample][generator.index(below: alone[sample].count)]] += 1
          }
        }
        let values = differences(times[0], times[1]).prefix(width)
        return values + [Double](repeating: .nan, count: width - values.count)
      }
    }
    return (0..<width).map { place in
      DifferenceBootstrap(
        replicates: stride(from: place, to: flat.count, by: width).map { flat[$0] })
    }
  }
}
