import Reports
public import StudyModel
import StudyStore

/// What is asked of a comparison of all cases.
public struct ComparisonRequest: Sendable, Hashable {
  /// Whose eyes it is for.
  public var audience: Audience
  /// The phase; nil: the study's last.
  public var phase: String?
  /// How the cases are ordered and grouped.
  public var arranged = CaseArrangement()
  /// Only this construct and what is under it.
  public var under: String?
  /// When codings of several coders stand.
  public var rule: ConsensusRule = .majority

  /// Asks for everything that such eyes may see.
  public init(for audience: Audience) { self.audience = audience }
}

/// The cases side by side, as some eyes see them.
public struct CaseComparison: Sendable {
  /// The framework.
  public let framework: Framework
  /// The phase compared; nil where no evidence states one.
  public let phase: String?
  /// The cases, in order.
  public let cases: [Case]
  /// The attribute by which cases are grouped; nil where that was not asked for.
  public let grouping: CaseOrdering?
  /// The groups in which the cases stand; one without a title where that was not asked for.
  public let groups: [CaseGroup]
  /// A row a construct, its cells in the order of the cases.
  public let rows: [CaseMatrix.Row]
  /// How far the cases lie apart, a construct each.
  public let dispersions: [PhaseDispersion]
  /// The constructs with evidence for the whole set, in the framework's order.
  public let statedForSet: [String]
  /// Those of them with no evidence in any case; nil where silence is not told.
  public let setOnly: [String]?
  /// How many outcomes and labels the cases have, of those that may be told.
  public let outcomes: SeenOutcomes
}

extension Study {
  /// Sets the cases side by side.
  ///
  /// - Throws: `Failure` where there is nothing to compare, too much, or not what is asked for;
  ///   `StudyFileError`; `CancellationError`.
  public func comparison(_ request: ComparisonRequest) throws -> CaseComparison {
    try read { try $0.comparison(request) }
  }
}

extension StudySnapshot {
  fileprivate func comparison(_ request: ComparisonRequest) throws -> CaseComparison {
    let under = try request.under.map { id in
      try framework.required(construct: id)
      return Set([id] + framework.descendants(of: id).map(\.id))
    }
    let seen = try compared(request)
    let matrix = seen.matrix(phase: request.phase)
    func isWanted(_ construct: String) -> Bool { under?.contains(construct) ?? true }
    return CaseComparison(
      framework: framework, phase: request.phase ?? seen.input.lastPhase, cases: matrix.cases,
      grouping: seen.input.grouping,
      groups: CaseGroup.of(matrix.cases, by: seen.input.grouping?.attribute),
      rows: matrix.rows.filter { isWanted($0.construct) },
      dispersions: seen.input.dispersions(upTo: request.phase).filter { isWanted($0.construct) },
      statedForSet: seen.input.statedForSet, setOnly: seen.setOnly,
      outcomes: seen.outcomes(phase: request.phase))
  }

  /// What is seen of all cases, to be set side by side.
  func compared(_ request: ComparisonRequest) throws -> SeenResults {
    let eyes = try eyes(of: request.audience, toSee: .all("The comparison"))
    try requireComparable()
    let results = try results(for: eyes, rule: request.rule, quoting: .nobody)
    try results.requireEvidence()
    try results.require(request.arranged)
    if let phase = request.phase { try results.require(phase: phase) }
    return results.seen(arranged: request.arranged)
  }
}
