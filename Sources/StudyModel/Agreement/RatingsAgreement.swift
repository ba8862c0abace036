public import Statistics

/// What differences between values mean; each level allows what those before it allow.
public enum MeasurementLevel: String, Sendable, Hashable, CaseIterable {
  case nominal, ordinal, interval, ratio
}

/// How near two different categories of a scale are taken to be.
public enum RatingWeights: String, Sendable, Hashable, CaseIterable {
  case linear, quadratic, ordinal

  /// The weights of the statistics.
  var statistics: AgreementWeights {
    switch self {
    case .linear: .linear
    case .quadratic: .quadratic
    case .ordinal: .ordinal
    }
  }
}

/// Every figure of agreement of a table of ratings.
public struct RatingsAgreement: Sendable, Hashable {
  /// What is asked.
  public struct Plan: Sendable, Hashable {
    /// What the values mean.
    public var level: MeasurementLevel = .nominal
    /// The weighted figures wanted; nil for those the level allows.
    public var weights: Set<RatingWeights>?
    /// The category that counts as positive in a table of two; nil for the first.
    public var positive: String?
    /// How alpha's intervals are made.
    public var bootstrap = BootstrapChoice()

    /// Makes a plan with the defaults.
    public init() {}

    /// The weights in the order of the figures.
    var orderedWeights: [RatingWeights] {
      if let weights { return RatingWeights.allCases.filter(weights.contains) }
      return level == .nominal ? [] : RatingWeights.allCases
    }
  }

  /// A figure that rests on how many categories were declared.
  public enum Scaled: Sendable, Hashable {
    case figure(Figure)
    /// No scale was declared.
    case noScale
  }

  /// The figures of two coders.
  public struct Pair: Sendable, Hashable {
    /// Cohen's kappa.
    public let cohen: Figure
    /// Scott's pi.
    public let scott: Figure
    /// Cohen's kappa with the margins of every rating.
    public let everyRating: Figure
    /// The table of two categories with the one that counts as positive; nil for another number.
    public let binary: Binary?
  }

  /// Two coders, two categories.
  public struct Binary: Sendable, Hashable {
    /// The category that counts as positive.
    public let positive: String
    /// The table.
    public let table: BinaryAgreement
  }

  /// The figures of one coder, or of three and more.
  public struct Several: Sendable, Hashable {
    /// Conger's kappa over the units everybody rated.
    public let congerComplete: Figure
    /// Conger's kappa over every rating.
    public let congerEvery: Figure
    /// Light's kappa, the mean over pairs.
    public let light: Figure
    /// Each pair of coders, by their places.
    public let pairs: [PairwiseTable.Pair]
  }

  /// What depends on how many coders there are.
  public enum ByCoders: Sendable, Hashable {
    case pair(Pair)
    case several(Several)
  }

  /// The figures under one set of weights.
  public struct Weighted: Sendable, Hashable {
    /// The weights.
    public let weights: RatingWeights
    /// Cohen's kappa; nil unless there are two coders.
    public let cohen: Scaled?
    /// Brennan and Prediger's.
    public let brennanPrediger: Scaled
    /// Gwet's AC2.
    public let ac2: Scaled
  }

  /// Alpha under one metric.
  public struct LevelAlpha: Sendable, Hashable {
    /// What differences mean to it.
    public let level: MeasurementLevel
    /// The figure; nil where it needs an order that was not declared.
    public let alpha: AlphaFigure?
  }

  /// What was asked.
  public let plan: Plan
  /// The scale, in order.
  public let categories: [String]
  /// Whether it was declared, and is not just what occurs.
  public let isScaleDeclared: Bool
  /// The coders, in order.
  public let coders: [String]
  /// Those without any rating.
  public let silentCoders: [String]
  /// Units, values and those that can be paired.
  public let counts: Counts
  /// The share of agreeing pairs.
  public let percent: Figure
  /// The share of units in which all agree.
  public let allEqual: Figure
  /// Fleiss' kappa.
  public let fleiss: Figure
  /// Fleiss' kappa of each category.
  public let fleissByCategory: [Figure]
  /// Fleiss' kappa, Gwet's form.
  public let fleissGwet: Figure
  /// What depends on how many coders there are.
  public let byCoders: ByCoders
  /// Brennan and Prediger's.
  public let brennanPrediger: Scaled
  /// Gwet's AC1.
  public let ac1: Scaled
  /// Where AC1 stands on the scale of Landis and Koch, and how surely; nil without an error.
  public let benchmark: ProbabilisticBenchmark?
  /// Weighted figures, in the order of the weights.
  public let weighted: [Weighted]
  /// Alpha under each metric the level allows.
  public let alphas: [LevelAlpha]

  /// How much there is.
  public struct Counts: Sendable, Hashable {
    /// Units with a rating, and those with two.
    public let units: Int, pairableUnits: Int
    /// Ratings, and those of units with two.
    public let values: Int, pairableValues: Int
  }
}
