/// Brennan and Prediger's kappa: every declared category is expected equally often.
///
/// Also known as Bennett's S and as Randolph's free-marginal kappa; with two categories it is
/// PABAK, 2 po - 1. The number of declared categories enters, so it must be the codebook's.
public enum BrennanPrediger {
  /// (po - pe)/(1 - pe) with pe = Σ w / q², for any number of coders, with missing ratings.
  ///
  /// At most 1. Standard error and t interval over units. Undefined where no unit has two ratings
  /// or one category is declared.
  ///
  /// > Reference: Brennan & Prediger (1981), Educational and Psychological Measurement 41,
  /// > 687-699; weights and variance: Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed.
  public static func figure(
    _ counts: RatingCounts, weights: AgreementWeights = .identity, confidence: Double = 0.95
  ) -> Figure {
    if let obstacle = ChanceCorrection.obstacle(counts) { return .undefined(obstacle) }
    let q = Double(counts.categoryCount)
    let expected = weights.total(counts.categoryCount) / (q * q)
    return ChanceCorrection.figure(
      counts, weights: weights, expected: expected, confidence: confidence, unitExpected: nil)
  }
}
