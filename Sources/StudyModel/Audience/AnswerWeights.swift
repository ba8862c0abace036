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

  /// The weighted mean of as many values as there are respondents.
  func mean(_ values: [Double]) -> Double { zip(values, of).reduce(0) { $0 + $1.0 * $1.1 } }
}
