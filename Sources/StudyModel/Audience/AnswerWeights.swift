/// Averages over respondents as their level is formed.
struct AnswerWeights {
  private let of: [Double]

  init(_ organizations: [Int?], byOrganizations: Bool) {
    guard byOrganizations else {
      of = Array(repeating: 1 / Double(max(1, organizations.count)), count: organizations.count)
      return
    }
    let sizes = Dictionary(grouping: organizations) { $0 }.mapValues(\.count)
    of = organizations.map { 1 / Double(sizes.count * (sizes[$0] ?? 1)) }
  }

  /// As how many the respondents count that weigh alike, rounded down: 1 by the sum of their squared weights.
  ///
  /// > Reference: Kish (1965), Survey Sampling, 8.2.
  var heads: Int {
    let squares = of.reduce(0) { $0 + $1 * $1 }
    return squares > 0 ? Int(1 / squares + 1e-9) : 0
  }

  /// The weighted mean of as many values as there are respondents.
  func mean(_ values: [Double]) -> Double { zip(values, of).reduce(0) { $0 + $1.0 * $1.1 } }
}
