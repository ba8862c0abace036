/// The share of agreeing pairs of coders, averaged over units; no correction for chance.
public enum PercentAgreement {
  /// The mean over units with two or more ratings of Σ_k r_ik (r_ik - 1) / (r_i (r_i - 1)).
  ///
  /// Each unit weighs the same, however many coders rated it; Krippendorff's observed agreement
  /// weighs it by its ratings instead. 0 to 1; partial credit with weights other than identity.
  /// Undefined where no unit has two ratings.
  ///
  /// > Reference: Fleiss (1971), Psychological Bulletin 76, 378-382, equation 2; Gwet (2014),
  /// > Handbook of Inter-Rater Reliability, 4th ed., ch. 2 and 3 (missing ratings, weights).
  public static func figure(
    _ counts: RatingCounts, weights: AgreementWeights = .identity
  ) -> Figure {
    guard counts.coderCount > 1 else {
      return .undefined(.tooFewCoders(needed: 2, found: counts.coderCount))
    }
    guard counts.pairableUnitCount > 0 else { return .undefined(.noPairableUnit, n: 0) }
    var sum = 0.0
    for pattern in 0..<counts.patternCount where counts.sizes[pattern] > 1 {
      sum +=
        counts.pairAgreement(pattern, weights: weights) * Double(counts.multiplicities[pattern])
    }
    return .defined(sum / Double(counts.pairableUnitCount), n: counts.pairableUnitCount)
  }

  /// The share of units, of those with two or more ratings, whose ratings are all equal.
  ///
  /// Stricter than ``figure(_:weights:)`` with more than two coders. 0 to 1.
  public static func shareOfUnitsAllEqual(_ counts: RatingCounts) -> Figure {
    guard counts.pairableUnitCount > 0 else { return .undefined(.noPairableUnit, n: 0) }
    var equal = 0
    for pattern in 0..<counts.patternCount
    where counts.sizes[pattern] > 1 && counts.entries(pattern).count == 1 {
      equal += counts.multiplicities[pattern]
    }
    return .defined(
      Double(equal) / Double(counts.pairableUnitCount), n: counts.pairableUnitCount)
  }
}

extension RatingCounts {
  /// The share of agreeing pairs within a unit of this pattern; 0 with fewer than two ratings.
  func pairAgreement(_ pattern: Int, weights: AgreementWeights) -> Double {
    let size = Double(sizes[pattern])
    guard size > 1 else { return 0 }
    var sum = 0.0
    for entry in entries(pattern) {
      let tally = Double(tallies[entry])
      var spread = tally
      if weights != .identity {
        for other in entries(pattern) where other != entry {
          spread +=
            weights.weight(members[entry], members[other], of: categoryCount)
            * Double(tallies[other])
        }
      }
      sum += tally * (spread - 1)
    }
    return sum / (size * (size - 1))
  }
}
