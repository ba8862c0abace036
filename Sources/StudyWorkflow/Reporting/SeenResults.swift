public import Reports
public import StudyModel

/// A study's results as some eyes see them: all that is printed, written or answered is made from this.
///
/// `StudyResults/seen(by:order:)` alone makes it.
public struct SeenResults: Sendable {
  /// Whose eyes.
  public let eyes: Eyes
  /// What reports are made from.
  public let input: ReportInput
  /// How many outcomes and labels the cases have, of those that may be told.
  public let outcomes: SeenOutcomes
  /// The constructs with evidence for the whole set, in the framework's order.
  public let statedForSet: [String]
  /// Those of them with no evidence in any case; nil where silence is not told.
  public let setOnly: [String]?
  let segments: [StandingSegment]
  let lastPhase: String?
  /// The rule of consensus.
  let rule: ConsensusRule
  /// The phases that have scores, in time; a nil for evidence that states none.
  let phases: [String?]
  /// The people behind what others may see of the study, a case and phase each, whatever of it these
  /// eyes see; none for the researcher.
  let bases: [PublishedBase]

  /// The framework.
  public var framework: Framework { input.framework }

  /// The cells of cases by constructs, in the order of the cases; without a phase of the study's last.
  public func matrix(phase: String?) -> CaseMatrix {
    let wanted = phase ?? lastPhase ?? Phase.notStated
    return CaseMatrix(
      scores: input.scores.filter { ($0.phase ?? Phase.notStated) == wanted }, cases: input.cases,
      constructs: framework.constructs.map(\.id), order: .asGiven, segments: segments)
  }
}

/// Outcomes and labels by case, as far as they may be told: not of a case with few interviewees in a
/// phase, whose number would follow from them.
public struct SeenOutcomes: Sendable, Hashable {
  /// A case's count.
  public struct Count: Sendable, Hashable {
    /// The case.
    public var caseID: String
    /// The count; nil where it is hidden.
    public var count: OutcomeCounts.Count?
  }

  /// A count a case.
  public let cases: [Count]
  /// All cases together that are shown.
  public let total: OutcomeCounts.Count

  /// Whether some case's count is hidden.
  public var hidesSome: Bool { cases.contains { $0.count == nil } }

  init(_ counts: OutcomeCounts, of cases: [Case], hidden: Set<String>) {
    let known = Dictionary(
      counts.cases.compactMap { count in count.caseID.map { ($0, count) } },
      uniquingKeysWith: { first, _ in first })
    self.cases = cases.map {
      Count(caseID: $0.id, count: hidden.contains($0.id) ? nil : known[$0.id])
    }
    let shown = self.cases.compactMap(\.count)
    total = OutcomeCounts.Count(
      caseID: nil, outcomes: shown.reduce(0) { $0 + $1.outcomes },
      labels: shown.reduce(0) { $0 + $1.labels })
  }
}
