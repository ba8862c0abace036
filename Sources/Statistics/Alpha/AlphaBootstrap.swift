internal import Foundation

/// The distribution of alpha over resamples, and how it was made.
///
/// Three procedures circulate and do not agree; a report names the one used, with seed, generator
/// and number of replicates.
public struct AlphaBootstrap: Sendable, Hashable {
  /// How replicates are drawn.
  public enum Procedure: String, Sendable, Hashable, CaseIterable, Codable {
    /// Units drawn with replacement, everything recomputed; the one whose width follows the
    /// number of units.
    case unitsPercentile
    /// Cells of the coincidence matrix, De kept (KALPHA, kripp.boot). Too narrow with three or
    /// more coders, as pairs are taken for independent.
    case cells2011
    /// Pairs within units, De kept (icr). Too narrow with three or more coders, likewise.
    case pairs2016
  }

  /// What to draw and how often.
  public struct Plan: Sendable, Hashable {
    /// How replicates are drawn.
    public var procedure: Procedure
    /// How many replicates to draw.
    public var replicates: Int
    /// The seed of the random numbers.
    public var seed: UInt64
    /// The interval's coverage, strictly between 0 and 1.
    public var confidence: Double
    /// Per unit of the matrix, its cluster (a document, say); whole clusters are then drawn.
    public var clusters: [Int]?

    /// Plans a bootstrap; clusters apply to `unitsPercentile` only.
    public init(
      procedure: Procedure = .unitsPercentile, replicates: Int = 1000, seed: UInt64,
      confidence: Double = 0.95, clusters: [Int]? = nil
    ) {
      self.procedure = procedure
      self.replicates = replicates
      self.seed = seed
      self.confidence = confidence
      self.clusters = clusters
    }
  }

  /// The plan that was followed.
  public let plan: Plan
  /// Why there is no distribution; nil where there is one.
  public let undefined: UndefinedReason?
  /// The defined replicates, ascending.
  public let values: [Double]
  /// Replicates left out because all their ratings were equal (De = 0).
  public let undefinedReplicates: Int
  /// What a replicate draws: units or clusters, cells (M) or pairs.
  public let drawCount: Int
  /// Cells of the coincidence matrix that are not 0 (Q); nil where cells are not drawn.
  public let cellCount: Int?

  init(plan: Plan, replicates: [Double], resampler: AlphaResampler) {
    self.plan = plan
    undefined = nil
    drawCount = resampler.drawCount
    cellCount = resampler.cellCount
    values = replicates.filter { !$0.isNaN }.sorted()
    undefinedReplicates = replicates.count - values.count
  }

  init(plan: Plan, undefined: UndefinedReason) {
    self.plan = plan
    self.undefined = undefined
    values = []
    undefinedReplicates = 0
    drawCount = 0
    cellCount = nil
  }

  /// The replicates' mean; nil without any.
  public var mean: Double? { Descriptive.mean(values) }

  /// The replicates' standard deviation, alpha's bootstrap standard error; nil below two.
  public var standardDeviation: Double? { Descriptive.sampleStandardDeviation(values) }

  /// The percentile interval (type 7 percentiles); nil without replicates,
  /// and where numbers were too large to compare.
  public var interval: ClosedRange<Double>? {
    let tail = (1 - plan.confidence) / 2
    guard tail > 0, tail < 0.5, let low = Descriptive.percentile(values, tail),
      let high = Descriptive.percentile(values, 1 - tail), low <= high
    else { return nil }
    return low...high
  }

  /// The share of replicates below a required alpha: the chance of missing it, 0 to 1.
  ///
  /// Krippendorff asks for it at .667 and .800. Nil without replicates.
  public func probabilityBelow(_ required: Double) -> Double? {
    guard !values.isEmpty else { return nil }
    return Double(values.count { $0 < required }) / Double(values.count)
  }
}

extension KrippendorffAlpha {
  /// Bootstraps alpha.
  ///
  /// Cost: replicates times units for `unitsPercentile`, times pairs for `pairs2016`.
  public static func bootstrap(
    _ counts: RatingCounts, metric: AlphaMetric = .nominal, plan: AlphaBootstrap.Plan
  ) -> AlphaBootstrap {
    switch AlphaResampler.make(counts, metric, plan) {
    case .failure(let obstacle): return AlphaBootstrap(plan: plan, undefined: obstacle.reason)
    case .success(let resampler):
      let values = ReplicateChunks.run(plan.replicates, seed: plan.seed, resampler.piece)
      return AlphaBootstrap(plan: plan, replicates: resampler.finish(values), resampler: resampler)
    }
  }
}
