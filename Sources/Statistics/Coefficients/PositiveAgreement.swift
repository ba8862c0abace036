/// Agreement on what anybody marked: what neither of two coders marked counts for nothing.
public enum PositiveAgreement {
  /// 2 both / (2 both + only one), summed over pairs of coders and units; 0 to 1.
  ///
  /// A unit with y marks among r ratings has y (y - 1) marks matched by another coder's and
  /// y (r - 1) marks that stand in a pair at all. Undefined where no unit has two ratings, or nothing
  /// is marked in those. The category is the position of the one that says "marked".
  ///
  /// > Reference: Cicchetti & Feinstein (1990), Journal of Clinical Epidemiology 43, 551-558.
  public static func figure(_ counts: RatingCounts, category: Int) -> Figure {
    guard counts.pairableUnitCount > 0 else { return .undefined(.noPairableUnit, n: 0) }
    var (both, marks) = (0, 0)
    for pattern in 0..<counts.patternCount where counts.sizes[pattern] > 1 {
      for entry in counts.entries(pattern) where counts.members[entry] == category {
        let marked = counts.tallies[entry]
        both += counts.multiplicities[pattern] * marked * (marked - 1)
        marks += counts.multiplicities[pattern] * marked * (counts.sizes[pattern] - 1)
      }
    }
    guard marks > 0 else { return .undefined(.nothingCoded, n: counts.pairableUnitCount) }
    return .defined(Double(both) / Double(marks), n: counts.pairableUnitCount)
  }
}
