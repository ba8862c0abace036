/// How far members of a group answer alike, compared with members of other groups.
///
/// From a one-way analysis of variance. Negative values are given as computed: they say that there
/// is no variance between groups.
///
/// > Reference: Bliese (2000), in Klein & Kozlowski (eds.), Multilevel Theory, Research, and
/// > Methods in Organizations, 349-381; Shrout & Fleiss (1979), Psychological Bulletin 86, 420-428.
public struct IntraclassCorrelation: Sendable, Hashable {
  /// ICC(1) with the arithmetic mean group size: (MSB - MSW)/(MSB + (g - 1) MSW), as R's multilevel.
  public let icc1: Figure
  /// ICC(1) with the size adjusted for unequal groups, k0 = (N - Σn²/N)/(J - 1).
  public let icc1AdjustedSize: Figure
  /// ICC(2), the reliability of group means: (MSB - MSW)/MSB.
  public let icc2: Figure

  /// Computes the three from a one-way analysis of variance.
  ///
  /// Undefined for fewer than two groups, where every group has one value, and where all values
  /// are equal.
  public init(_ anova: OneWayANOVA) {
    guard anova.obstacle == nil, let between = anova.meanSquareBetween,
      let within = anova.meanSquareWithin, let k0 = anova.adjustedGroupSize
    else {
      let figure = Figure.undefined(anova.obstacle ?? .noVariance, n: anova.groupCount)
      (icc1, icc1AdjustedSize, icc2) = (figure, figure, figure)
      return
    }
    func ratio(_ below: Double) -> Figure {
      below > 0
        ? .defined(
          (between - within) / below, observed: between, expected: within, n: anova.groupCount)
        : .undefined(.noVariance, observed: between, expected: within, n: anova.groupCount)
    }
    icc1 = ratio(between + (anova.meanGroupSize - 1) * within)
    icc1AdjustedSize = ratio(between + (k0 - 1) * within)
    icc2 = ratio(between)
  }

  /// Computes the three from each group's moments.
  public init(groups: [Moments]) {
    self.init(OneWayANOVA(groups: groups))
  }
}
