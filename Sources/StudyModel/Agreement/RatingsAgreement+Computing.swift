public import Statistics

extension RatingsAgreement {
  /// Computes every figure of a table.
  ///
  /// At the levels interval and ratio a category that is no number leaves alpha undefined. Cost:
  /// linear in the different rows of ratings, for each replicate.
  public init(_ matrix: RatingMatrix, isScaleDeclared: Bool, plan: Plan) {
    let rows = RatingRows(matrix)
    let counts = RatingCounts(rows)
    self.plan = plan
    self.isScaleDeclared = isScaleDeclared
    categories = matrix.categories
    coders = matrix.coders
    silentCoders = rows.codersWithoutRatings.map { matrix.coders[$0] }
    self.counts = Counts(
      units: counts.ratedUnitCount, pairableUnits: counts.pairableUnitCount,
      values: counts.valueCount, pairableValues: counts.pairableValueCount)
    percent = PercentAgreement.figure(counts)
    allEqual = PercentAgreement.shareOfUnitsAllEqual(counts)
    fleiss = FleissKappa.classical(counts)
    fleissByCategory = fleiss.value == nil ? [] : FleissKappa.byCategory(counts)
    fleissGwet = FleissKappa.gwet(counts)
    byCoders = Self.byCoders(matrix, rows, counts, plan)
    func needingScale(_ figure: () -> Figure) -> Scaled {
      isScaleDeclared ? .figure(figure()) : .noScale
    }
    brennanPrediger = needingScale { BrennanPrediger.figure(counts) }
    let ac1 = needingScale { GwetAC.figure(counts) }
    self.ac1 = ac1
    benchmark =
      if case .figure(let figure) = ac1 {
        ProbabilisticBenchmark(figure, on: .landisKoch1977)
      } else { nil }
    let isPair = matrix.coders.count == 2
    weighted = plan.orderedWeights.map { weights in
      let own = weights.statistics
      return Weighted(
        weights: weights,
        cohen: isPair
          ? needingScale {
            CohenKappa.figure(PairTable(rows, first: 0, second: 1), weights: own)
          } : nil,
        brennanPrediger: needingScale { BrennanPrediger.figure(counts, weights: own) },
        ac2: needingScale { GwetAC.figure(counts, weights: own) })
    }
    alphas = Self.alphas(counts, matrix.categories, isScaleDeclared, plan)
  }

  private static func byCoders(
    _ matrix: RatingMatrix, _ rows: RatingRows, _ counts: RatingCounts, _ plan: Plan
  ) -> ByCoders {
    guard matrix.coders.count == 2 else {
      let table = PairwiseTable(rows)
      return .several(
        Several(
          congerComplete: CongerKappa.completeUnits(rows),
          congerEvery: CongerKappa.everyRating(counts), light: LightKappa.figure(table),
          pairs: table.pairs))
    }
    let table = PairTable(rows, first: 0, second: 1)
    var binary: Binary?
    if matrix.categories.count == 2 {
      let place = plan.positive.flatMap { matrix.categories.firstIndex(of: $0) } ?? 0
      binary = BinaryAgreement(table, positive: place).map {
        Binary(positive: matrix.categories[place], table: $0)
      }
    }
    return .pair(
      Pair(
        cohen: CohenKappa.figure(table), scott: ScottPi.figure(table),
        everyRating: CongerKappa.everyRating(counts), binary: binary))
  }

  private static func alphas(
    _ counts: RatingCounts, _ categories: [String], _ isScaleDeclared: Bool, _ plan: Plan
  ) -> [LevelAlpha] {
    let values = categories.map { Double($0) ?? .nan }
    let levels = MeasurementLevel.allCases
    let rank = levels.firstIndex(of: plan.level) ?? 0
    return levels.prefix(rank + 1).map { level in
      let metric: AlphaMetric =
        switch level {
        case .nominal: .nominal
        case .ordinal: .ordinal
        case .interval: .interval(values)
        case .ratio: .ratio(values)
        }
      let needsOrder = level == .ordinal && !isScaleDeclared
      return LevelAlpha(
        level: level,
        alpha: needsOrder
          ? nil : AlphaFigure(counts, metric: metric, choice: plan.bootstrap))
    }
  }
}
