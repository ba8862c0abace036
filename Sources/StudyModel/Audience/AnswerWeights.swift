/// How much each of some respondents counts in a figure on them, all together 1.
struct AnswerWeights {
  private let of: [Double]
  /// How many organizations are averaged; nil where respondents are.
  private let organizations: Int?
  /// The respondents of the smallest organization; nil where respondents are averaged.
  private let smallest: Int?

  /// Those of respondents of these organizations: of each organization together as much as of another, or all alike.
  init(_ organizations: [Int?], byOrganizations: Bool) {
    guard byOrganizations else {
      self.init(alike: organizations.count)
      return
    }
    let sizes = Dictionary(grouping: organizations) { $0 }.mapValues(\.count)
    self.init(
      of: organizations.map { 1 / Double(sizes.count * (sizes[$0] ?? 1)) },
      smallest: sizes.values.min(), organizations: sizes.count)
  }

  /// Those of so many who weigh alike.
  init(alike count: Int) {
    self.init(of: Array(repeating: 1 / Double(max(1, count)), count: count))
  }

  private init(of weights: [Double], smallest: Int? = nil, organizations: Int? = nil) {
    (of, self.smallest, self.organizations) = (weights, smallest, organizations)
  }

  /// By how many it goes what others are told of a figure on them: ``effective`` or, where an organization of few
  /// people is one of fewer than ``Limits/organizationsBesideFew``, no more than there are organizations.
  ///
  /// Who weighs a fifth moves a level by as much as one of five does; that the rest are many hides nothing of that.
  /// Fewer than `least` people of an organization count as one: their mean is a figure on too few.
  func heads(least: Int) -> Int {
    guard let organizations, let smallest, smallest < least,
      organizations < Limits.organizationsBesideFew
    else { return effective }
    return min(organizations, effective)
  }

  /// Whether `least` people or more stand behind the mean of each organization, so that how these spread tells of
  /// nobody.
  func hidesEach(least: Int) -> Bool { smallest.map { $0 >= least } ?? true }

  /// As how many they count that weigh alike, rounded down: 1 by the sum of their squared weights.
  ///
  /// > Reference: Kish (1965), Survey Sampling, 8.2.
  var effective: Int {
    let squares = of.reduce(0) { $0 + $1 * $1 }
    return squares > 0 ? Int(1 / squares + 1e-9) : 0
  }

  /// The weighted mean of as many values as there are respondents.
  func mean(_ values: [Double]) -> Double { zip(values, of).reduce(0) { $0 + $1.0 * $1.1 } }

  /// The value that all share, or all but what weighs no more than the heaviest does; of many, who have at least
  /// ``Limits/manyAnswers``, that by which more than ``Limits/mostShare`` in a hundred go; nil where they differ, or
  /// where nobody is there.
  func shared(_ values: [Double]) -> Double? {
    var weights: [Double: Double] = [:]
    for (value, weight) in zip(values, of) {
      weights[NineDecimals.rounded(value), default: 0] += weight
    }
    guard let heaviest = of.max(),
      let most = weights.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      most.value + heaviest > 1 - 1e-9
        || effective >= Limits.manyAnswers && most.value > Limits.mostShare / 100 - 1e-9
    else { return nil }
    return most.key
  }
}

extension SurveyFigure {
  /// Whether many answers count as few, as they weigh: then it is told to others as one on few.
  public var weighsFew: Bool { n >= Limits.fewAnswers && heads < Limits.fewAnswers }
}

extension ValueGap {
  /// See ``SurveyFigure/weighsFew``.
  public var weighsFew: Bool { n >= Limits.fewAnswers && heads < Limits.fewAnswers }
}
