/// What a model expects to go together: where all conditions hold, the outcome is found.
///
/// The comparison shows the cases that do not fit.
public struct Expectation: Sendable, Hashable {
  /// What is expected to bring the outcome about.
  public enum Condition: Sendable, Hashable {
    /// A construct is found.
    case construct(String)
    /// An attribute has one of these values, without regard to capitals.
    case attribute(String, oneOf: [String])
  }

  /// The construct expected.
  public var outcome: String
  /// What is expected to bring it about.
  public var conditions: [Condition]
  /// Where the model states it.
  public var source: Citation?

  /// Creates an expectation.
  public init(outcome: String, conditions: [Condition], source: Citation? = nil) {
    self.outcome = outcome
    self.conditions = conditions
    self.source = source
  }
}
