/// How a construct changed from one phase to the next, as each stream has it.
public struct ConstructChange: Sendable, Hashable {
  /// The construct.
  public var id: String
  /// The change of the survey's level; nil where it has none in one of the phases.
  public var survey: SurveyChange?
  /// The change of the interviews' level, later minus earlier; nil where one of the phases has none.
  ///
  /// There is no interval: interviewees are chosen, not sampled.
  public var interviews: Double?

  /// Creates a change.
  public init(id: String, survey: SurveyChange?, interviews: Double?) {
    self.id = id
    self.survey = survey
    self.interviews = interviews
  }
}

/// What changed in a case since the phase before.
public struct PhaseChange: Sendable, Hashable {
  /// The phase before: the last earlier one in which the case has a source or a response.
  public var since: String
  /// A row a construct that has a survey level in one of the phases, or that changed in the
  /// interviews; in the framework's order.
  public var constructs: [ConstructChange]

  /// Creates the changes since a phase.
  public init(since: String, constructs: [ConstructChange]) {
    self.since = since
    self.constructs = constructs
  }

  /// The change of a construct.
  public func construct(_ id: String) -> ConstructChange? { constructs.first { $0.id == id } }
}
