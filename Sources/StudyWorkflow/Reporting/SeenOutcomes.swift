public import StudyModel

/// Outcomes and labels by case in one phase, as far as they may be told: to others than the researcher not
/// where somebody speaks, for they would count what a lone voice says.
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
  /// All cases together that are shown; nil where none is.
  public let total: OutcomeCounts.Count?

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
    let isHidden = shown.isEmpty && !cases.isEmpty
    total =
      isHidden
      ? nil
      : OutcomeCounts.Count(
        caseID: nil, outcomes: shown.reduce(0) { $0 + $1.outcomes },
        labels: shown.reduce(0) { $0 + $1.labels })
  }
}
