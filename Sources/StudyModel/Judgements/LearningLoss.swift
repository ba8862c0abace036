internal import Statistics

/// Where learning is lost on its way from a person to an organization: judged once, for whatever speaks of it.
///
/// A framework's chain names the steps in the order in which learning takes them. What is lost between two is
/// the difference of the shares of respondents above the middle. Scoring specification, section 8: an order is
/// claimed only where intervals do not overlap, and a diagnosis needs steps that have a band.
public struct LearningLoss: Sendable, Hashable {
  /// A step of the chain.
  public struct Step: Sendable, Hashable {
    /// The construct.
    public var id: String
    /// The share of respondents above the middle; nil where none is told.
    public var share: ShareAbove?
    /// Whether the construct has a band: enough evidence, and sources that do not contradict each other.
    public var hasBand: Bool
  }

  /// What is lost between a step and the next.
  public struct Loss: Sendable, Hashable {
    /// Points of per cent, below 0 where there is more at the next step; nil where a share is not told.
    public var points: Double?
    /// Its 95 % interval; nil where one of the shares has none that can be reckoned with.
    public var interval: Interval?
    /// Whether one of the shares is told roughly, so that this is.
    public var isRough = false
    /// Whether the shares' intervals do not overlap; nil where that cannot be told.
    public var isClear: Bool?
  }

  /// What can be said of the whole chain.
  public enum Conclusion: Sendable, Hashable {
    /// Between this step and the next more is lost than between any other two.
    case most(after: Int)
    /// After these steps something is clearly lost; where most, cannot be told.
    case clear(after: [Int])
    /// No loss is clear.
    case noneClear
    /// Nothing may be concluded, for these constructs have no band.
    case unsettled([String])
    /// The shares are told too roughly, or have no interval.
    case rough
    /// A share is not told.
    case untold
  }

  /// The steps, in the order of the chain.
  public let steps: [Step]
  /// The loss after each step but the last.
  public let losses: [Loss]
  /// What can be said of the whole.
  public let verdict: Conclusion

  /// Judges a chain by a case's scores, as its reader sees them.
  public init(chain: [String], in score: SeenScore) { self.init(chain: chain, in: score.score) }

  init(chain: [String], in score: CaseScore) {
    let steps = chain.map { id -> Step in
      let construct = score.construct(id)
      return Step(
        id: id, share: construct?.survey.figure.flatMap(ShareAbove.init),
        hasBand: construct?.band != nil)
    }
    let losses = zip(steps, steps.dropFirst()).map { Self.loss(from: $0.share, to: $1.share) }
    self.steps = steps
    self.losses = losses
    verdict = Self.verdict(steps, losses)
  }

  private static func loss(from first: ShareAbove?, to second: ShareAbove?) -> Loss {
    guard let first, let second else { return Loss(points: nil, interval: nil) }
    var interval: Interval?
    var isClear: Bool?
    if let before = first.reckoned, let after = second.reckoned {
      interval = DifferenceInterval.of(first.percent, before, minus: second.percent, after).map {
        Interval(low: $0.lowerBound, high: $0.upperBound)
      }
      isClear = NineDecimals.isLess(after.upperBound, than: before.lowerBound)
    }
    return Loss(
      points: first.percent - second.percent, interval: interval,
      isRough: first.isRough || second.isRough, isClear: isClear)
  }

  private static func verdict(_ steps: [Step], _ losses: [Loss]) -> Conclusion {
    guard !losses.isEmpty, losses.allSatisfy({ $0.points != nil }) else { return .untold }
    let unsettled = steps.filter { !$0.hasBand }.map(\.id)
    guard unsettled.isEmpty else { return .unsettled(unsettled) }
    let clear = losses.indices.filter { losses[$0].isClear == true }
    let most = clear.first { place in
      losses.indices.allSatisfy { $0 == place || losses[place].exceeds(losses[$0]) }
    }
    if let most { return .most(after: most) }
    if !clear.isEmpty { return .clear(after: clear) }
    return losses.allSatisfy { $0.isClear == false } ? .noneClear : .rough
  }

  /// What is said of the loss on the way to a step.
  enum Word: String, CaseIterable {
    /// It is the largest.
    case most
    /// It is clear; whether another is larger, cannot be told, or there is a larger one.
    case clear
    /// It may be none.
    case notClear = "not clear"
  }

  /// What is said of the loss on the way to a step; nil where nothing may be concluded.
  func word(before id: String) -> Word? {
    guard let place = place(before: id) else { return nil }
    switch verdict {
    case .untold, .rough, .unsettled: return nil
    case .most(place): return .most
    case .most, .clear, .noneClear:
      return losses[place].isClear.map { $0 ? .clear : .notClear }
    }
  }

  /// The step on the way to which most is lost; nil where that cannot be told.
  public var mostBefore: String? {
    guard case .most(let place) = verdict else { return nil }
    return steps[place + 1].id
  }

  /// The loss on the way to a step; nil of the first, and of what is no step.
  func loss(before id: String) -> Loss? { place(before: id).map { losses[$0] } }

  /// The step before one.
  func step(before id: String) -> Step? { place(before: id).map { steps[$0] } }

  private func place(before id: String) -> Int? {
    steps.firstIndex { $0.id == id }.flatMap { $0 > 0 ? $0 - 1 : nil }
  }
}

extension LearningLoss.Loss {
  /// `74 points`, `about 1 point`; nil where it is not told, or nothing is lost.
  public var words: String? {
    guard let points, points > 0 else { return nil }
    let size = Words.whole(points)
    guard size != "0" else { return nil }
    return (isRough ? "about " : "") + size + (size == "1" ? " point" : " points")
  }

  /// Whether it is larger than another, whatever their intervals' ends.
  fileprivate func exceeds(_ other: LearningLoss.Loss) -> Bool {
    guard let low = interval?.low, let high = other.interval?.high else { return false }
    return NineDecimals.isLess(high, than: low)
  }
}

extension Framework {
  /// The steps from what a person learns to what an organization does, as a report draws them; empty where the
  /// framework has no chain.
  public var chain: [String] {
    sections.lazy.flatMap(\.parts).first { $0.figure == .chain }?.of ?? []
  }
}
