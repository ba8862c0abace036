/// Draws units, or whole clusters of units, with replacement, as tallies of their patterns.
struct PatternDraw: Sendable {
  private let unitPatterns: [Int32]
  /// Per cluster, its patterns with the number of units; empty where units are drawn one by one.
  private let clusters: [[(pattern: Int, units: Int)]]
  private let isClustered: Bool

  /// Only units with two or more ratings are drawn.
  ///
  /// - Parameters:
  ///   - counts: The ratings.
  ///   - labels: Per unit of the matrix, its cluster; units past the end are clusters of their own.
  init(_ counts: RatingCounts, clusters labels: [Int]?) {
    var patterns = counts.unitPatterns
    if patterns.isEmpty {
      // Counts that came as patterns: their units stand in a row.
      patterns = zip(0..., counts.multiplicities).flatMap {
        [Int32](repeating: Int32($0), count: $1)
      }
    }
    let pairable = patterns.indices.filter { counts.sizes[Int(patterns[$0])] > 1 }
    unitPatterns = pairable.map { patterns[$0] }
    isClustered = labels != nil
    guard let labels else {
      clusters = []
      return
    }
    var order: [Int: Int] = [:]
    var tallies: [[Int: Int]] = []
    for place in pairable {
      let unit = place < counts.ratedUnits.count ? Int(counts.ratedUnits[place]) : place
      let pattern = Int(patterns[place])
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
    clusters = tallies.map { tally in
      tally.sorted { $0.key < $1.key }.map { (pattern: $0.key, units: $0.value) }
    }
  }

  /// Draws as many units (or clusters) as there are, and counts the patterns drawn.
  func fill(_ tallies: inout [Int], _ generator: inout SeededGenerator) {
    for pattern in tallies.indices { tallies[pattern] = 0 }
    if isClustered {
      for _ in clusters.indices {
        for (pattern, units) in clusters[generator.index(below: clusters.count)] {
          tallies[pattern] += units
        }
      }
    } else {
      let count = unitPatterns.count
      for _ in 0..<count {
        tallies[Int(unitPatterns[generator.index(below: count)])] += 1
      }
    }
  }
}
