/// How much agreement two categories count for: 1 for the same, less the farther apart they rank.
///
/// Ranks are those of the declared scale, so an unused category keeps its place.
public enum AgreementWeights: String, Sendable, Hashable, CaseIterable, Codable {
  /// 1 for equal categories, 0 for all others.
  case identity
  /// 1 - |k - l|/(q - 1).
  case linear
  /// 1 - (k - l)²/(q - 1)².
  case quadratic
  /// 1 - C(|k - l| + 1, 2)/C(q, 2).
  case ordinal

  /// The weight of categories at ranks `k` and `l` of `count`, 0 to 1.
  ///
  /// > Reference: Cohen (1968), Psychological Bulletin 70, 213-220 (linear, quadratic in use
  /// > after Fleiss & Cohen 1973); Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., ch. 3
  /// > (ordinal).
  public func weight(_ k: Int, _ l: Int, of count: Int) -> Double {
    if k == l { return 1 }
    guard count > 1 else { return 0 }
    let apart = Double(abs(k - l))
    let reach = Double(count - 1)
    return switch self {
    case .identity: 0
    case .linear: 1 - apart / reach
    case .quadratic: 1 - apart * apart / (reach * reach)
    case .ordinal: 1 - apart * (apart + 1) / (Double(count) * reach)
    }
  }

  /// The sum of the weights of all pairs of categories, T_w.
  func total(_ count: Int) -> Double {
    var sum = Double(count)
    for apart in stride(from: 1, to: count, by: 1) {
      sum += 2 * Double(count - apart) * weight(0, apart, of: count)
    }
    return sum
  }

  /// Σ_l w_kl x_l for every k.
  func spread(_ x: [Double]) -> [Double] {
    guard self != .identity else { return x }
    let byDistance = x.indices.map { weight(0, $0, of: x.count) }
    return x.indices.map { k in
      var sum = 0.0
      for l in x.indices { sum += byDistance[abs(k - l)] * x[l] }
      return sum
    }
  }
}
