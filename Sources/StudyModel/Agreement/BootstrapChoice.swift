public import Statistics

/// How alpha's intervals are simulated.
public struct BootstrapChoice: Sendable, Hashable {
  /// `units` (default), `cells2011` (KALPHA) or `pairs2016` (icr).
  public enum Method: String, Sendable, Hashable, CaseIterable {
    /// Units drawn with replacement.
    case units
    /// Cells of the coincidence matrix, Krippendorff 2006 and 2011, as KALPHA does.
    case cells2011
    /// Pairs within units, Krippendorff 2016.
    case pairs2016
  }

  /// The procedure.
  public var method: Method
  /// How many replicates; 0 for no interval.
  public var replicates: Int
  /// The seed.
  public var seed: UInt64

  /// Makes a choice.
  public init(method: Method = .units, replicates: Int = 1000, seed: UInt64 = 1) {
    self.method = method
    self.replicates = replicates
    self.seed = seed
  }

  /// The procedure of the statistic.
  public var procedure: AlphaBootstrap.Procedure {
    switch method {
    case .units: .unitsPercentile
    case .cells2011: .cells2011
    case .pairs2016: .pairs2016
    }
  }

  /// The plan of the statistic.
  var plan: AlphaBootstrap.Plan {
    .init(procedure: procedure, replicates: replicates, seed: seed)
  }
}

/// Krippendorff's alpha with its simulated distribution.
public struct AlphaFigure: Sendable, Hashable {
  /// Alpha; its own error and interval are Gwet's, by formula.
  public let figure: Figure
  /// The replicates; nil where alpha is undefined or none were asked for.
  public let bootstrap: AlphaBootstrap?

  /// Computes alpha.
  ///
  /// Cost: linear in the ratings for each replicate.
  init(_ counts: RatingCounts, metric: AlphaMetric, choice: BootstrapChoice) {
    figure = KrippendorffAlpha.figure(counts, metric: metric)
    bootstrap =
      figure.value != nil && choice.replicates > 0
      ? KrippendorffAlpha.bootstrap(counts, metric: metric, plan: choice.plan) : nil
  }
}
