/// Draws units, or whole clusters of units, with replacement, as tallies of their patterns.
///
/// Units of one pattern are alike, so a unit is drawn as its pattern, each with the probability
/// of its number of units.
struct PatternDraw: Sendable {
  /// Units with two or more ratings; only these are drawn.
  private let unitCount: Int
  private let table: AliasTable?
  /// Per cluster, its patterns with the number of units; nil where units are drawn one by one.
  private let clusters: [[(pattern: Int, units: Int)]]?

  /// Readies the draw.
  ///
  /// - Parameters:
  ///   - counts: The ratings.
  ///   - labels: Per unit of the matrix, its cluster; units past the end are clusters of their own.
  init(_ counts: RatingCounts, clusters labels: [Int]?) {
    unitCount = counts.pairableUnitCount
    table = AliasTable(
      zip(counts.sizes, counts.multiplicities).map { $0 > 1 ? Double($1) : 0 })
    clusters = labels.map { Self.clusters(counts, $0) }
  }

  private static func clusters(
    _ counts: RatingCounts, _ labels: [Int]
  ) -> [[(pattern: Int, units: Int)]] {
    var order: [Int: Int] = [:]
    var tallies: [[Int: Int]] = []
    for (unit, row) in counts.unitRows.enumerated() {
      let pattern = Int(counts.rowPatterns[Int(row)])
      guard pattern >= 0, counts.sizes[pattern] > 1 else { continue }
      guard unit < labels.count else {
        tallies.append([pattern: 1])
        continue
      }
      let cluster = order[labels[unit], default: tallies.count]
      if cluster == tallies.count {
        order[labels[unit]] = cluster
        tallies.append([:])
      }
      tallies[cluster][pattern, default: 0] += 1
    }
    return tallies.map { tally in
      tally.sorted { $0.key < $1.key }.map { (pattern: $0.key, units: $0.value) }
    }
  }

  /// How many units, or clusters, a resample has.
  var count: Int { clusters?.count ?? unitCount }

  /// Draws as many units (or clusters) as there are, and counts the patterns drawn.
  func fill(_ tallies: inout [Int], _ generator: inout SeededGenerator) {
    for pattern in tallies.indices { tallies[pattern] = 0 }
    if let clusters {
      for _ in clusters.indices {
        for (pattern, units) in clusters[generator.index(below: clusters.count)] {
          tallies[pattern] += units
        }
      }
    } else if let table {
      for _ in 0..<unitCount { tallies[table.draw(&generator)] += 1 }
    }
  }
}
