/// What a model expects to go together: where all conditions hold, the outcome is found.
///
/// The comparison shows the cases that do not fit.
public struct Expectation: Sendable, Hashable {
  /// The construct expected.
  public var outcome: String
  /// What is expected to bring it about.
  public var conditions: [DeviantCases.Condition]
  /// Where the model states it.
  public var source: Citation?

  /// Creates an expectation.
  public init(outcome: String, conditions: [DeviantCases.Condition], source: Citation? = nil) {
    self.outcome = outcome
    self.conditions = conditions
    self.source = source
  }
}
