/// Scott's pi of two coders, over units both rated.
public enum ScottPi {
  /// (po - pe)/(1 - pe) with pe = Σ ((p_k+ + p_+k)/2)², at most 1.
  ///
  /// Both coders are taken to use the categories alike. Undefined where they share no unit, one
  /// category is declared, or all ratings are equal.
  ///
  /// > Reference: Scott (1955), Public Opinion Quarterly 19, 321-325.
  public static func figure(_ table: PairTable) -> Figure {
    if let obstacle = table.obstacle { return .undefined(obstacle, n: table.unitCount) }
    let observed = table.agreement().value ?? 0
    let pooled = zip(table.firstMargins, table.secondMargins).map { $0 + $1 }
    let total = Double(2 * table.unitCount)
    let expected = pooled.reduce(0) { sum, count in
      sum + Double(count) / total * (Double(count) / total)
    }
    guard pooled.count(where: { $0 > 0 }) > 1,
      let value = ChanceCorrection.value(observed: observed, expected: expected)
    else {
      return .undefined(
        .expectedAgreementIsOne, observed: observed, expected: 1, n: table.unitCount)
    }
    return .defined(value, observed: observed, expected: expected, n: table.unitCount)
  }
}
