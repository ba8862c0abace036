internal import Foundation

/// Draws replicates of alpha; everything that does not change between them is computed once.
struct AlphaResampler: Sendable {
  /// Draws a number of replicates; NaN marks one whose De is 0.
  let piece: @Sendable (Int, inout SeededGenerator) -> [Double]
  /// What is done to all replicates together at the end.
  let finish: @Sendable ([Double]) -> [Double]
  /// What a replicate draws: units or clusters, cells or pairs.
  let drawCount: Int
  /// Cells of the coincidence matrix that are not 0; nil where cells are not drawn.
  var cellCount: Int?

  /// Readies a plan, or says why alpha has no distribution.
  static func make(
    _ counts: RatingCounts, _ metric: AlphaMetric, _ plan: AlphaBootstrap.Plan
  ) -> Result<AlphaResampler, AlphaObstacle> {
    KrippendorffAlpha.parts(counts, metric).flatMap { parts in
      switch plan.procedure {
      case .unitsPercentile: units(counts, metric, parts, plan.clusters)
      case .cells2011: cells(counts, parts)
      case .pairs2016: pairs(counts, parts)
      }
    }
  }

  /// Units, or clusters of units, with replacement.
  private static func units(
    _ counts: RatingCounts, _ metric: AlphaMetric, _ parts: KrippendorffAlpha.Parts,
    _ clusters: [Int]?
  ) -> Result<AlphaResampler, AlphaObstacle> {
    let draw = PatternDraw(counts, clusters: clusters)
    let isOrdinal = metric == .ordinal
    return .success(
      AlphaResampler(
        piece: { count, generator in
          var tallies = [Int](repeating: 0, count: counts.patternCount)
          var margins = [Int](repeating: 0, count: counts.categoryCount)
          return (0..<count).map { _ in
            draw.fill(&tallies, &generator)
            return replicate(counts, parts, isOrdinal: isOrdinal, tallies, &margins)
          }
        }, finish: { $0 }, drawCount: draw.count))
  }

  /// Alpha of a resample given as a number of units for each pattern; NaN where De is 0.
  private static func replicate(
    _ counts: RatingCounts, _ parts: KrippendorffAlpha.Parts, isOrdinal: Bool, _ tallies: [Int],
    _ margins: inout [Int]
  ) -> Double {
    for category in margins.indices { margins[category] = 0 }
    var values = 0
    for pattern in tallies.indices where tallies[pattern] > 0 && counts.sizes[pattern] > 1 {
      values += tallies[pattern] * counts.sizes[pattern]
      for entry in counts.entries(pattern) {
        margins[counts.members[entry]] += tallies[pattern] * counts.tallies[entry]
      }
    }
    let distance = isOrdinal ? .squares(AlphaDistance.midRanks(margins)) : parts.distance
    var observed = 0.0
    for pattern in tallies.indices where tallies[pattern] > 0 {
      let disagreement =
        isOrdinal ? counts.disagreement(pattern, distance) : parts.disagreements[pattern]
      observed += Double(tallies[pattern]) * disagreement
    }
    guard margins.count(where: { $0 > 0 }) > 1 else { return .nan }
    let expected = distance.total(margins)
    return expected > 0 ? 1 - observed * Double(values - 1) / expected : .nan
  }

  /// Cells of the coincidence matrix.
  ///
  /// > Reference: Krippendorff (2006, revised 2011), Algorithm for bootstrapping a distribution of
  /// > alpha.
  private static func cells(
    _ counts: RatingCounts, _ parts: KrippendorffAlpha.Parts
  ) -> Result<AlphaResampler, AlphaObstacle> {
    let matrix = CoincidenceMatrix(counts)
    let total = Double(matrix.total)
    var weights: [Double] = []
    var distances: [Double] = []
    var diagonal: [Double] = []
    var nonZero = 0
    for c in 0..<matrix.categoryCount {
      for k in c..<matrix.categoryCount where matrix[c, k] > 0 {
        nonZero += c == k ? 1 : 2
        weights.append(matrix[c, k] * (c == k ? 1 : 2))
        distances.append(parts.distance(c, k))
        if c == k { diagonal.append(matrix[c, c] / total) }
      }
    }
    guard let table = AliasTable(weights) else { return .failure(AlphaObstacle(.noPairableUnit)) }
    let cells = distances
    let draws = min(25 * nonZero, (counts.activeCoderCount - 1) * matrix.total / 2)
    let shares = diagonal
    return .success(
      AlphaResampler(
        piece: { count, generator in
          (0..<count).map { _ in
            var sum = 0.0
            for _ in 0..<draws { sum += cells[table.draw(&generator)] }
            return max(1 - sum / Double(draws) / parts.expected, -1)
          }
        },
        finish: { values in
          // A sample of equal values only says nothing about agreement; so many count as 0.
          let chance = shares.reduce(0) { $0 + pow($1, Double(draws)) }
          var excess =
            shares.count == 1
            ? values.count : Int((Double(values.count) * chance).rounded())
          return values.map { value in
            guard value == 1, excess > 0 else { return value }
            excess -= 1
            return 0
          }
        }, drawCount: draws, cellCount: nonZero))
  }

  /// Pairs within units.
  ///
  /// > Reference: Krippendorff (2016), Bootstrapping distributions for Krippendorff's alpha.
  private static func pairs(
    _ counts: RatingCounts, _ parts: KrippendorffAlpha.Parts
  ) -> Result<AlphaResampler, AlphaObstacle> {
    // Distances of all pairs of the study, equal categories together, by how often they occur.
    var weights: [Double] = []
    var distances: [Double] = []
    // For each number of ratings, the pairs to draw and what a unit of distance takes off alpha.
    var draws: [Int: Int] = [:]
    for pattern in 0..<counts.patternCount where counts.sizes[pattern] > 1 {
      let units = counts.multiplicities[pattern]
      let size = counts.sizes[pattern]
      draws[size, default: 0] += units * size * (size - 1) / 2
      let entries = counts.entries(pattern)
      for entry in entries {
        let tally = counts.tallies[entry]
        if tally > 1 {
          weights.append(Double(units * tally * (tally - 1) / 2))
          distances.append(0)
        }
        for other in (entry + 1)..<max(entries.upperBound, entry + 1) {
          weights.append(Double(units * tally * counts.tallies[other]))
          distances.append(parts.distance(counts.members[entry], counts.members[other]))
        }
      }
    }
    guard let table = AliasTable(weights) else { return .failure(AlphaObstacle(.noPairableUnit)) }
    let drawn = distances
    let bySize = draws.sorted { $0.key < $1.key }
    let scale = 2 / (Double(counts.pairableValueCount) * parts.expected)
    return .success(
      AlphaResampler(
        piece: { count, generator in
          (0..<count).map { _ in
            var alpha = 1.0
            for (size, pairs) in bySize {
              var sum = 0.0
              for _ in 0..<pairs { sum += drawn[table.draw(&generator)] }
              alpha -= scale * sum / Double(size - 1)
            }
            return max(alpha, -1)
          }
        }, finish: { $0 }, drawCount: bySize.reduce(0) { $0 + $1.value }))
  }
}
