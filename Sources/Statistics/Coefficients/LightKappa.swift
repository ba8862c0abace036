/// Light's kappa: the mean of the kappas of all pairs of coders.
public enum LightKappa {
  /// The mean over pairs; undefined, naming the first such pair, where one pair has no kappa.
  ///
  /// Pairs are complete by pair: a unit counts for the pairs that rated it. irr drops incomplete
  /// units first and so may differ.
  ///
  /// > Reference: Light (1971), Psychological Bulletin 76, 365-377.
  public static func figure(_ table: PairwiseTable) -> Figure {
    guard !table.pairs.isEmpty else { return .undefined(.tooFewCoders(needed: 2, found: 1)) }
    var sum = 0.0
    for pair in table.pairs {
      guard let kappa = pair.kappa.value else {
        return .undefined(.undefinedPair(pair.first, pair.second), n: table.pairs.count)
      }
      sum += kappa
    }
    return .defined(sum / Double(table.pairs.count), n: table.pairs.count)
  }
}
