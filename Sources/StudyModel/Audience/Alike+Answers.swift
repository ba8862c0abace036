extension Alike {
  /// What nearly all of some respondents say; nil where they differ, are many, or there are none.
  ///
  /// Where all, or all but one, give the same answer, the one who does not would know those of all the
  /// others.
  static func said(by values: [Double]) -> Alike? { same(of: values).map(Alike.init(level:)) }

  /// The number that all of some people share, or all but one: levels, or what lies between two of them.
  ///
  /// - Returns: Nil where they differ, are many, or there are none.
  static func same(of values: [Double]) -> Double? {
    guard values.count < Limits.manyAnswers else { return nil }
    let counts = Dictionary(grouping: values.map(NineDecimals.rounded)) { $0 }.mapValues(\.count)
    guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      most.value >= values.count - 1
    else { return nil }
    return most.key
  }
}
