/// How much each of some respondents counts in a figure on them, all together 1.
struct AnswerWeights {
  private let of: [Double]

  /// Those of respondents of these organizations: of each organization together as much as of another, or all alike.
  init(_ organizations: [Int?], byOrganizations: Bool) {
    guard byOrganizations else {
      self.init(alike: organizations.count)
      return
    }
    let sizes = Dictionary(grouping: organizations) { $0 }.mapValues(\.count)
    self.init(of: organizations.map { 1 / Double(sizes.count * (sizes[$0] ?? 1)) })
  }

  /// Those of so many who weigh alike.
  init(alike count: Int) {
    self.init(of: Array(repeating: 1 / Double(max(1, count)), count: count))
  }

  private init(of weights: [Double]) { of = weights }

  /// By how many it goes what others are told of a figure on them: ``effective`` or, where one of them weighs more
  /// than each of ``Limits/leastHeads`` would, no more than would each weigh as much as that one.
  ///
  /// Who weighs a fifth moves a level by as much as one of five does; that the rest are many hides nothing of that.
  var heads: Int {
    guard let heaviest = of.max() else { return 0 }
    let alike = Int(1 / heaviest + 1e-9)
    return alike < Limits.leastHeads ? min(alike, effective) : effective
  }

  /// As how many they count that weigh alike, rounded down: 1 by the sum of their squared weights.
  ///
  /// > Reference: Kish (1965), Survey Sampling, 8.2.
  var effective: Int {
    let squares = of.reduce(0) { $0 + $1 * $1 }
    return squares > 0 ? Int(1 / squares + 1e-9) : 0
  }

  /// The weighted mean of as many values as there are respondents.
  func mean(_ values: [Double]) -> Double { zip(values, of).reduce(0) { $0 + $1.0 * $1.1 } }

  /// The value that all share, or all but what weighs no more than the heaviest does; nil where they differ, or where
  /// nobody is there.
  func shared(_ values: [Double]) -> Double? {
    var weights: [Double: Double] = [:]
    for (value, weight) in zip(values, of) {
      weights[NineDecimals.rounded(value), default: 0] += weight
    }
    guard let heaviest = of.max(),
      let most = weights.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      most.value + heaviest > 1 - 1e-9
    else { return nil }
    return most.key
  }
}
