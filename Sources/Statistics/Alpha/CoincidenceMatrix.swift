/// Krippendorff's coincidence matrix: how often two values meet in a unit, over all its pairs.
///
/// Shape: categories x categories, symmetric; a unit with r ratings adds r in all.
///
/// > Reference: Krippendorff (2011), Computing Krippendorff's alpha-reliability, Annenberg working
/// > paper 43.
public struct CoincidenceMatrix: Sendable, Hashable {
  /// The number of declared categories.
  public let categoryCount: Int
  /// Per category, how many pairable ratings it got, n_c: the sum of its row.
  public let margins: [Int]
  /// The sum of all cells, n‥.
  public let total: Int
  private let cells: [Double]

  /// Counts o_ck = Σ_i r_ic (r_ik - [c = k]) / (r_i - 1) over units with two or more ratings.
  public init(_ counts: RatingCounts) {
    let q = counts.categoryCount
    var cells = [Double](repeating: 0, count: q * q)
    for pattern in 0..<counts.patternCount where counts.sizes[pattern] > 1 {
      let factor = Double(counts.multiplicities[pattern]) / Double(counts.sizes[pattern] - 1)
      for entry in counts.entries(pattern) {
        for other in counts.entries(pattern) {
          let pairs = counts.tallies[entry] * (counts.tallies[other] - (entry == other ? 1 : 0))
          cells[counts.members[entry] * q + counts.members[other]] += Double(pairs) * factor
        }
      }
    }
    categoryCount = q
    margins = counts.pairableMargins
    total = counts.pairableValueCount
    self.cells = cells
  }

  /// The coincidences of two categories, by position; 0 outside the scale.
  public subscript(row: Int, column: Int) -> Double {
    guard (0..<categoryCount).contains(row), (0..<categoryCount).contains(column) else { return 0 }
    return cells[row * categoryCount + column]
  }
}
