/// Gwet's standard error of alpha over units.
///
/// Alpha is written as a weighted coefficient with weights 1 - d/d_max, which leaves it unchanged.
///
/// > Reference: Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed.; irrCAC 1.0,
/// > `krippen.alpha.raw`.
enum GwetAlphaError {
  /// The standard error; nil for one unit, and for metrics irrCAC has no like of.
  static func standardError(
    _ counts: RatingCounts, _ parts: KrippendorffAlpha.Parts, _ metric: AlphaMetric
  ) -> Double? {
    switch metric {
    case .ordinal, .sets, .distances: return nil
    case .nominal, .interval, .ratio: break
    }
    let units = Double(counts.pairableUnitCount)
    let values = Double(counts.pairableValueCount)
    guard units > 1 else { return nil }
    let used = parts.margins.indices.filter { parts.margins[$0] > 0 }
    var largest = 0.0
    for row in used { for column in used { largest = max(largest, parts.distance(row, column)) } }
    guard largest > 0 else { return nil }
    func weight(_ c: Int, _ k: Int) -> Double { 1 - parts.distance(c, k) / largest }

    let mean = values / units
    let shares = parts.margins.map { Double($0) / values }
    var spread = [Double](repeating: 0, count: shares.count)
    for c in used { for k in used { spread[c] += weight(c, k) * shares[k] } }
    let expected = used.reduce(0) { $0 + shares[$1] * spread[$1] }
    // Observed agreement before the correction for small samples: 1 - Do/d_max.
    let observed = 1 - parts.observed / largest
    let prime = (observed - expected) / (1 - expected)
    // As irrCAC: the correction enters the units' terms, not the centre they are compared with.
    let corrected = observed + (1 - observed) / values

    var sum = 0.0
    for pattern in 0..<counts.patternCount where counts.sizes[pattern] > 1 {
      let size = Double(counts.sizes[pattern])
      let excess = (size - mean) / mean
      let agreement = (size - parts.disagreements[pattern] / largest) / mean - corrected * excess
      var chance = -expected * excess
      for entry in counts.entries(pattern) {
        chance += Double(counts.tallies[entry]) * spread[counts.members[entry]] / mean
      }
      let term =
        (agreement - expected) / (1 - expected)
        - 2 * (1 - prime) * (chance - expected) / (1 - expected)
      sum += (term - prime) * (term - prime) * Double(counts.multiplicities[pattern])
    }
    return (sum / (units * (units - 1))).squareRoot()
  }
}
