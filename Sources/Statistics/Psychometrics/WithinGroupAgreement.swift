/// How far the members of one group agree in their answers to a set of items.
///
/// From counts of answers per item and scale point, over members who answered every item of the
/// set. Only distances between scale points enter, so a scale may start at 0 or 1.
///
/// > Reference: James, Demaree & Wolf (1984), Journal of Applied Psychology 69, 85-98 (rwg,
/// > rwg(j)); Lindell, Brandt & Whitney (1999), Applied Psychological Measurement 23, 127-135
/// > (r*wg(j)); Burke, Finkelstein & Dusig (1999), Organizational Research Methods 2, 49-68 and
/// > Burke & Dunlap (2002), same journal 5, 159-172 (AD); Brown & Hauenstein (2005), same journal
/// > 8, 165-184 (a_wg).
public struct WithinGroupAgreement: Sendable, Hashable {
  /// How many members answered every item.
  public let count: Int
  /// The items' variances (n - 1 below), averaged; nil for fewer than two members.
  public let meanVariance: Double?
  /// The variance expected where members answer at random.
  public let nullVariance: Double
  /// rwg for one item, rwg(j) for several, 0 to 1; variance above the null's counts as the null's.
  public let rwg: Figure
  /// Lindell's r*wg(j) = 1 - mean variance / null variance, not capped: below 0 possible.
  public let lindell: Figure
  /// AD(M): the mean distance from the item's mean, in scale points, averaged over items.
  public let averageDeviationMean: Figure
  /// AD(Md): the mean distance from the item's median, in scale points, averaged over items.
  public let averageDeviationMedian: Figure
  /// a_wg(j), averaged over the items where it is defined; 1 where all gave one end of the scale.
  public let awg: Figure
  /// Largest AD that counts as agreement, A/6 for A scale points.
  public let averageDeviationCutoff: Double

  /// Computes all figures for one group.
  ///
  /// Nil for no items, fewer than two scale points, rows of unequal length, a negative count,
  /// items with unequal numbers of answers, or a null variance that is not positive.
  ///
  /// - Parameters:
  ///   - counts: Items x scale points, in the scale's order: how many members chose the point.
  ///   - nullVariance: The null variance; by default that of a uniform answer, (A² - 1)/12.
  public init?(counts: [[Int]], nullVariance: Double? = nil) {
    guard let first = counts.first, first.count > 1,
      counts.allSatisfy({ $0.count == first.count && $0.allSatisfy { $0 >= 0 } })
    else { return nil }
    let n = first.reduce(0, +)
    let points = Double(first.count)
    let null = nullVariance ?? (points * points - 1) / 12
    guard counts.allSatisfy({ $0.reduce(0, +) == n }), null > 0, null.isFinite else { return nil }
    count = n
    self.nullVariance = null
    averageDeviationCutoff = points / 6
    guard n > 1 else {
      let figure = Figure.undefined(.tooFewValues(needed: 2, found: n), n: n)
      meanVariance = nil
      (rwg, lindell, awg) = (figure, figure, figure)
      (averageDeviationMean, averageDeviationMedian) = (figure, figure)
      return
    }
    let items = counts.map(AnswerCounts.init)
    let j = Double(items.count)
    let variance = items.reduce(0) { $0 + $1.variance } / j
    let agreement = 1 - min(variance, null) / null
    meanVariance = variance
    rwg = .defined(
      j * agreement / (j * agreement + 1 - agreement), observed: variance, expected: null, n: n)
    lindell = .defined(1 - variance / null, observed: variance, expected: null, n: n)
    averageDeviationMean = .defined(items.reduce(0) { $0 + $1.deviationFromMean } / j, n: n)
    averageDeviationMedian = .defined(items.reduce(0) { $0 + $1.deviationFromMedian } / j, n: n)
    let defined = items.compactMap(\.awg)
    awg =
      defined.isEmpty
      ? .undefined(.meanTooExtreme, n: n)
      : .defined(defined.reduce(0, +) / Double(defined.count), n: n)
  }
}
