/// What deciding a unit one way or another would make of its construct's score in its case.
public struct DecisionEffect: Sendable, Hashable {
  /// A way of deciding.
  public enum Choice: Sendable, Hashable {
    /// The unit does not stand.
    case reject
    /// It stands, with the weight and valence that consensus gives it.
    case accept
    /// It stands with the weight and valence that one coder gave.
    case asCoded(by: String)
  }

  /// A way of deciding with the score that comes of it.
  public struct Outcome: Sendable, Hashable {
    /// The way.
    public var choice: Choice
    /// The score, 0 to 100; nil without any stream.
    public var score: Double?
    /// The band.
    public var band: Band?
    /// Why there is no band although there is a score.
    public var bandReason: BandReason?

    /// Creates an outcome.
    public init(choice: Choice, score: Double?, band: Band?, bandReason: BandReason?) {
      self.choice = choice
      self.score = score
      self.band = band
      self.bandReason = bandReason
    }
  }

  /// The construct.
  public var construct: String
  /// The ways of deciding: reject, accept and, where coders differ in weight or valence, as each
  /// coder has it.
  public var outcomes: [Outcome]
  /// Whether a coder left the unit out; otherwise only its weight or valence is in dispute.
  public var isPresenceDisputed: Bool

  /// Creates an effect.
  public init(construct: String, outcomes: [Outcome], isPresenceDisputed: Bool) {
    self.construct = construct
    self.outcomes = outcomes
    self.isPresenceDisputed = isPresenceDisputed
  }

  /// The outcomes that somebody's coding speaks for: no rejection where all marked the unit.
  public var disputed: [Outcome] {
    isPresenceDisputed ? outcomes : outcomes.filter { $0.choice != .reject }
  }

  /// The outcome of a way of deciding.
  public func outcome(_ choice: Choice) -> Outcome? { outcomes.first { $0.choice == choice } }

  /// The largest distance of two disputed outcomes' scores.
  ///
  /// Where one of them has no score at all and another has, 100, the whole of the scale.
  public var change: Double {
    let outcomes = disputed
    let scores = outcomes.compactMap(\.score)
    guard let low = scores.min(), let high = scores.max() else { return 0 }
    return scores.count < outcomes.count ? 100 : NineDecimals.rounded(high - low)
  }

  /// Whether the band hangs on what is disputed; having one or none counts too.
  public var bandWouldChange: Bool { Set(disputed.map(\.band)).count > 1 }
}
