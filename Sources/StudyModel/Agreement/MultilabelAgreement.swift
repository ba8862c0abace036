public import Statistics

/// Every figure of agreement where a unit may have several codes.
public struct MultilabelAgreement: Sendable, Hashable {
  /// Alpha of whole sets of codes under one distance.
  public struct SetAlpha: Sendable, Hashable {
    /// How far two sets are apart.
    public let distance: SetDistance
    /// The figure.
    public let alpha: AlphaFigure
  }

  /// The decisions for and against one code, or against all of them together.
  public struct OfCode: Sendable, Hashable {
    /// Two coders, by their places.
    public struct Pair: Sendable, Hashable {
      /// The places of the coders.
      public let first: Int, second: Int
      /// Cohen's kappa.
      public let kappa: Figure
      /// The table of yes and no.
      public let table: BinaryAgreement
    }

    /// How often the code was applied, of how many decisions.
    public let applied: Int, ratings: Int
    /// How often each coder applied it, in the order of the coders.
    public let appliedBy: [Int]
    /// The share of agreeing pairs.
    public let percent: Figure
    /// Krippendorff's alpha.
    public let alpha: AlphaFigure
    /// Fleiss' kappa in Gwet's form, Gwet's AC1 and Brennan and Prediger's.
    public let fleissGwet: Figure, ac1: Figure, brennanPrediger: Figure
    /// Each pair of coders who decided on a unit both.
    public let pairs: [Pair]
  }

  /// The coders and codes, in order.
  public let coders: [String], codes: [String]
  /// How many units there are.
  public let unitCount: Int
  /// How alpha's intervals are made.
  public let bootstrap: BootstrapChoice
  /// Alpha of whole sets.
  public let sets: [SetAlpha]
  /// The decisions on every code together: flattered by rare codes.
  public let pooled: OfCode
  /// The decisions on each code, in their order.
  public let byCode: [OfCode]

  /// The mean of a figure over the codes that have it.
  public func mean(_ figure: (OfCode) -> Figure) -> MeanFigure { MeanFigure(byCode.map(figure)) }

  /// Computes everything.
  ///
  /// - Throws: `RatingError` where there are more codes than can be told apart.
  public init(_ sets: CoderSets, bootstrap: BootstrapChoice) throws(RatingError) {
    (coders, codes, unitCount) = (sets.coders, sets.codes, sets.unitCount)
    self.bootstrap = bootstrap
    let (whole, scale) = try sets.setRatings
    let counts = RatingCounts(whole)
    self.sets = [SetDistance.nominal, .jaccard, .masi].map { distance in
      SetAlpha(
        distance: distance,
        alpha: AlphaFigure(counts, metric: .sets(scale, distance), choice: bootstrap))
    }
    pooled = OfCode(try sets.pooledDecisions, bootstrap)
    var byCode: [OfCode] = []
    for code in sets.codes.indices {
      byCode.append(OfCode(try sets.decisions(on: code), bootstrap))
    }
    self.byCode = byCode
  }
}

extension MultilabelAgreement.OfCode {
  init(_ matrix: RatingMatrix, _ bootstrap: BootstrapChoice) {
    let rows = RatingRows(matrix)
    let counts = RatingCounts(rows)
    var (applied, ratings) = (0, 0)
    var byCoder = [Int](repeating: 0, count: matrix.coders.count)
    for unit in 0..<matrix.unitCount {
      for coder in matrix.coders.indices {
        guard let value = matrix[unit: unit, coder: coder] else { continue }
        ratings += 1
        if value == 1 {
          applied += 1
          byCoder[coder] += 1
        }
      }
    }
    self.applied = applied
    self.ratings = ratings
    appliedBy = byCoder
    percent = PercentAgreement.figure(counts)
    alpha = AlphaFigure(counts, metric: .nominal, choice: bootstrap)
    fleissGwet = FleissKappa.gwet(counts)
    ac1 = GwetAC.figure(counts)
    brennanPrediger = BrennanPrediger.figure(counts)
    pairs = PairwiseTable(rows).pairs.compactMap { pair in
      BinaryAgreement(pair.table, positive: 1).map {
        Pair(first: pair.first, second: pair.second, kappa: pair.kappa, table: $0)
      }
    }
  }
}
