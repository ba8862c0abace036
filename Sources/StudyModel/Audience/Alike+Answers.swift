extension Alike {
  /// What nearly all of some respondents say; nil where they differ, or there are none.
  ///
  /// Where all, or all but one, give the same answer, the one who does not would know those of all the
  /// others.
  static func said(by values: [Double], weighing weights: AnswerWeights) -> Alike? {
    same(of: values, weighing: weights).map(Alike.init(level:))
  }

  /// The number that all of some people share, or all but what weighs as one: levels, or what lies between two of
  /// them.
  ///
  /// - Returns: Nil where they differ, or there are none.
  static func same(of values: [Double], weighing weights: AnswerWeights) -> Double? {
    weights.shared(values)
  }

  /// The same of people or organizations that weigh alike.
  static func same(of values: [Double]) -> Double? {
    same(of: values, weighing: AnswerWeights(alike: values.count))
  }
}
