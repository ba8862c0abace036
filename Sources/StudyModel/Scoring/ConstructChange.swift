/// How a construct changed from one phase to the next, as each stream has it.
public struct ConstructChange: Sendable, Hashable {
  /// The construct.
  public var id: String
  /// The change of the survey's level; absent where it has none in one of the phases, hidden where one of the
  /// levels is, or is told in words.
  public var survey: Told<SurveyChange, Never>
  /// The change of what the same people say in interviews; nil where nobody gave a level in both phases, and
  /// for others than the researcher: both levels are shown to them, and whose they are is not.
  public var interviews: InterviewChange?
  /// Whether interviews and survey contradict each other in one of the phases: a change of one of them would
  /// then be taken for one of the thing.
  public var isContradicted: Bool

  /// Creates a change.
  public init(
    id: String, survey: Told<SurveyChange, Never>, interviews: InterviewChange?,
    isContradicted: Bool
  ) {
    self.id = id
    self.survey = survey
    self.interviews = interviews
    self.isContradicted = isContradicted
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

  /// Reads what changed from one phase to a later one.
  ///
  /// - Parameters:
  ///   - earlier: The scores of the phase before.
  ///   - later: The scores of the phase after.
  ///   - since: What the phase before is called.
  ///   - interviews: The changes of the interviews, by the constructs' places; empty where none is told.
  ///   - survey: The change of a survey's level, by the construct's place and its two figures.
  init(
    from earlier: CaseScore, to later: CaseScore, since: String, interviews: [InterviewChange?],
    survey: (Int, _ before: Told<SurveyFigure, Alike>, _ after: Told<SurveyFigure, Alike>) -> Told<
      SurveyChange, Never
    >
  ) {
    let known = Dictionary(
      earlier.constructs.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let constructs = later.constructs.enumerated().compactMap { place, after -> ConstructChange? in
      let before = known[after.id]
      let surveyed = before?.survey ?? .absent
      let interviews = interviews.indices.contains(place) ? interviews[place] : nil
      guard interviews != nil || !surveyed.isAbsent || !after.survey.isAbsent else { return nil }
      return ConstructChange(
        id: after.id, survey: survey(place, surveyed, after.survey), interviews: interviews,
        isContradicted: [before, after].contains { $0?.convergence == .dissonance })
    }
    self.init(since: since, constructs: constructs)
  }

  /// The change of a construct.
  public func construct(_ id: String) -> ConstructChange? { constructs.first { $0.id == id } }
}
