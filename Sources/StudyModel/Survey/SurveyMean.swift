internal import Statistics

/// The mean of a case's respondents, by organizations where enough are stated, and its interval.
///
/// Scoring specification, section 3, "level V" and "interval".
struct SurveyMean {
  /// What is averaged.
  let weighting: ScoringRules.Weighting
  /// The mean.
  let level: Double
  /// The respondents in it.
  let n: Int
  /// Respondents left out for want of an organization.
  let unplaced: Int
  /// Organizations stated among those in it.
  let organizations: Int
  /// The sample sd over the respondents in it; nil for one.
  let deviation: Double?
  /// The 95 % interval, not cut; nil where the sd it is made from is 0 or there are too few.
  let interval: Interval?

  /// Averages; nil without values.
  ///
  /// - Parameters:
  ///   - organizations: The respondents of each organization; those without values are skipped.
  ///   - unplaced: The respondents with no organization.
  ///   - rules: The framework's rules.
  init?(organizations: [Moments], unplaced: Moments, rules: ScoringRules) {
    let stated = organizations.filter { $0.count > 0 }
    var placed = Moments()
    for organization in stated { placed.merge(organization) }
    let weighting = Self.weighting(
      organizations: stated.count, placed: placed.count, unplaced: unplaced.count, rules: rules)
    self.weighting = weighting
    self.organizations = stated.count
    switch weighting {
    case .organizations:
      let means = stated.compactMap(\.mean)
      guard let level = Descriptive.mean(means) else { return nil }
      self.level = level
      n = placed.count
      self.unplaced = unplaced.count
      deviation = placed.sampleStandardDeviation
      interval = Self.interval(
        level, deviation: Descriptive.sampleStandardDeviation(means), of: means.count)
    case .respondents:
      var all = placed
      all.merge(unplaced)
      guard let level = all.mean else { return nil }
      self.level = level
      n = all.count
      self.unplaced = 0
      deviation = all.sampleStandardDeviation
      interval = Self.interval(level, deviation: deviation, of: all.count, atLeast: 3)
    }
  }

  /// What is averaged: organizations where enough are stated, and by enough of the respondents.
  static func weighting(
    organizations: Int, placed: Int, unplaced: Int, rules: ScoringRules
  ) -> ScoringRules.Weighting {
    guard rules.weighting == .organizations, organizations >= max(1, rules.leastOrganizations),
      placed > 0,
      NineDecimals.isAtLeast(
        Double(placed) / Double(placed + unplaced), rules.leastPlacedShare)
    else { return .respondents }
    return .organizations
  }

  /// Student's 95 % interval of a mean; nil where the sd rounds to 0 or there are too few values.
  static func interval(
    _ mean: Double, deviation: Double?, of count: Int, atLeast least: Int = 2
  ) -> Interval? {
    guard let deviation, count >= least, !NineDecimals.isZero(deviation),
      let range = MeanInterval.t(mean: mean, standardDeviation: deviation, n: count)
    else { return nil }
    return Interval(low: range.lowerBound, high: range.upperBound)
  }
}
