/// Ratings sorted by the cluster their unit is in, such as a document, so that whole clusters can be
/// drawn and any figure computed of the draw.
///
/// Units of one cluster are not independent of each other, so clusters are drawn and not units.
public struct ClusteredRatings: Sendable {
  private let counts: RatingCounts
  /// Per cluster, its patterns with the number of units.
  private let tallies: [[(pattern: Int, units: Int)]]
  /// Per cluster, coders x categories: how often each coder gave each category.
  private let margins: [[Int]]

  /// Sorts the units of a matrix.
  ///
  /// - Parameters:
  ///   - matrix: The ratings.
  ///   - clusters: Per unit, the place of its cluster; units without one, or of a place below 0 or
  ///     beyond `count`, are left out.
  ///   - count: The number of clusters, empty ones included.
  public init(_ matrix: RatingMatrix, clusters: [Int], count: Int) {
    counts = RatingCounts(matrix)
    let width = matrix.coders.count
    let q = matrix.categories.count
    var tallies = [[Int: Int]](repeating: [:], count: max(count, 0))
    var margins = [[Int]](
      repeating: [Int](repeating: 0, count: width * q), count: max(count, 0))
    for (unit, row) in counts.unitRows.enumerated() {
      let pattern = counts.rowPatterns[Int(row)]
      guard pattern >= 0, clusters.indices.contains(unit), tallies.indices.contains(clusters[unit])
      else { continue }
      tallies[clusters[unit]][Int(pattern), default: 0] += 1
      for coder in 0..<width {
        guard let category = matrix[unit: unit, coder: coder] else { continue }
        margins[clusters[unit]][coder * q + category] += 1
      }
    }
    self.margins = margins
    self.tallies = tallies.map { tally in
      tally.sorted { $0.key < $1.key }.map { (pattern: $0.key, units: $0.value) }
    }
  }

  /// The counts of a draw, from how often each cluster was drawn; what is missing was not.
  ///
  /// With every cluster once they give the figures of the matrix itself.
  public func counts(drawn times: [Int]) -> RatingCounts {
    var units = [Int](repeating: 0, count: counts.patternCount)
    var drawn = [Int](repeating: 0, count: counts.coderMargins.count)
    for (cluster, count) in zip(tallies.indices, times) where count > 0 {
      for (pattern, number) in tallies[cluster] { units[pattern] += count * number }
      for place in drawn.indices { drawn[place] += count * margins[cluster][place] }
    }
    let patterns = (0..<counts.patternCount).map { pattern in
      var row = [Int](repeating: 0, count: counts.categoryCount)
      for entry in counts.entries(pattern) { row[counts.members[entry]] = counts.tallies[entry] }
      return (counts: row, multiplicity: units[pattern])
    }
    return RatingCounts(
      patterns: patterns, coderCount: counts.coderCount, categoryCount: counts.categoryCount,
      coderMargins: drawn)
  }
}
