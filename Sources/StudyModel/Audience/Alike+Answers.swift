extension Alike {
  /// The number that all of some people or organizations that weigh alike share, or all but one: levels, or what lies
  /// between two of them.
  ///
  /// The one who does not would know those of all the others.
  ///
  /// - Returns: Nil where they differ, or there are none.
  static func same(of values: [Double]) -> Double? {
    AnswerWeights(alike: values.count).shared(values)
  }
}
