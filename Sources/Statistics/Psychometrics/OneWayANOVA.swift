/// A one-way analysis of variance between groups.
///
/// Built from each group's ``Moments``; groups without values are left out.
///
/// > Reference: Fisher (1925), Statistical Methods for Research Workers; omega squared: Hays
/// > (1963), Statistics for Psychologists.
public struct OneWayANOVA: Sendable, Hashable {
  /// The number of groups with values.
  public let groupCount: Int
  /// The number of values in all groups.
  public let count: Int
  /// The sum of squares between groups.
  public let sumOfSquaresBetween: Double
  /// The sum of squares within groups.
  public let sumOfSquaresWithin: Double
  /// The arithmetic mean group size, singletons counted; 0 without groups.
  public let meanGroupSize: Double
  /// The size that weighs unequal groups, (N - Σn²/N)/(J - 1); nil for fewer than two groups.
  public let adjustedGroupSize: Double?

  /// Computes the sums of squares.
  ///
  /// - Parameter groups: One element a group, in any order; empty ones are skipped.
  public init(groups: [Moments]) {
    let used = groups.filter { $0.count > 0 }
    var all = Moments()
    for group in used { all.merge(group) }
    groupCount = used.count
    count = all.count
    let grand = all.mean ?? 0
    sumOfSquaresBetween = used.reduce(0) { sum, group in
      let deviation = (group.mean ?? grand) - grand
      return sum + Double(group.count) * deviation * deviation
    }
    sumOfSquaresWithin = used.reduce(0) { $0 + $1.sumOfSquaredDeviations }
    let total = Double(all.count)
    meanGroupSize = used.isEmpty ? 0 : total / Double(used.count)
    adjustedGroupSize =
      used.count > 1
      ? (total - used.reduce(0) { $0 + Double($1.count) * Double($1.count) } / total)
        / Double(used.count - 1) : nil
  }

  /// The degrees of freedom between groups, J - 1.
  public var degreesBetween: Int { max(groupCount - 1, 0) }
  /// The degrees of freedom within groups, N - J.
  public var degreesWithin: Int { count - groupCount }

  /// The mean square between groups; nil for fewer than two groups.
  public var meanSquareBetween: Double? {
    degreesBetween > 0 ? sumOfSquaresBetween / Double(degreesBetween) : nil
  }

  /// The mean square within groups; nil where every group is a singleton.
  public var meanSquareWithin: Double? {
    degreesWithin > 0 ? sumOfSquaresWithin / Double(degreesWithin) : nil
  }

  /// Why no ratio of mean squares exists; nil where one does.
  var obstacle: UndefinedReason? {
    if groupCount < 2 { return .tooFewGroups(needed: 2, found: groupCount) }
    if degreesWithin < 1 { return .onlySingletonGroups }
    return sumOfSquaresWithin + sumOfSquaresBetween > 0 ? nil : .noVariance
  }

  /// The F ratio of the mean squares, 0 and up; undefined without variance within groups.
  public var f: Figure {
    if let obstacle { return .undefined(obstacle, n: count) }
    guard let between = meanSquareBetween, let within = meanSquareWithin, within > 0 else {
      return .undefined(.noVariance, n: count)
    }
    return .defined(between / within, observed: between, expected: within, n: count)
  }

  /// The probability of an F this large or larger where all groups share one mean; nil without F.
  public var pValue: Double? {
    f.value.flatMap {
      FDistribution.upperTail(
        $0, between: Double(degreesBetween), within: Double(degreesWithin))
    }
  }

  /// The share of the total sum of squares that lies between groups, 0 to 1; nil without variance.
  public var etaSquared: Double? {
    let total = sumOfSquaresBetween + sumOfSquaresWithin
    return total > 0 && groupCount > 1 ? sumOfSquaresBetween / total : nil
  }

  /// The share of variance between groups with chance taken off, below 0 possible.
  public var omegaSquared: Double? {
    guard obstacle == nil, let within = meanSquareWithin else { return nil }
    return (sumOfSquaresBetween - Double(degreesBetween) * within)
      / (sumOfSquaresBetween + sumOfSquaresWithin + within)
  }
}
