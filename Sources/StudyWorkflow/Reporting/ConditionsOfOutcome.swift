import Reports
public import StudyModel
import StudyStore

/// What goes with an outcome across the cases of a phase, as some eyes see them.
public struct ConditionsOfOutcome: Sendable {
  /// The framework.
  public let framework: Framework
  /// The phase; nil where no evidence states one.
  public let phase: String?
  /// The cases, in order.
  public let cases: [Case]
  /// The table.
  public let table: OutcomeConditions
}

extension Study {
  /// Sets each condition beside an outcome, in the cases where it is found and in those where it is not.
  ///
  /// - Parameters:
  ///   - outcome: The id of a construct.
  ///   - request: For whom, of which phase; what is looked at is all outside the outcome's part of the framework,
  ///     unless it names a construct.
  /// - Returns: The table, with what it is of.
  /// - Throws: `Failure` where there is nothing to compare, too much, or not what is asked for;
  ///   `StudyFileError`; `CancellationError`.
  public func conditions(
    of outcome: String, _ request: ComparisonRequest
  ) throws -> ConditionsOfOutcome {
    try read { try $0.conditions(of: outcome, request) }
  }
}

extension StudySnapshot {
  fileprivate func conditions(
    of outcome: String, _ request: ComparisonRequest
  ) throws -> ConditionsOfOutcome {
    try framework.required(construct: outcome)
    let under = try request.under.map { id in
      try framework.required(construct: id)
      return framework.leaves(under: id).map(\.id).filter { $0 != outcome }
    }
    let seen = try compared(request)
    let conditions = under ?? OutcomeConditions.candidates(for: outcome, in: framework)
    return ConditionsOfOutcome(
      framework: framework, phase: request.phase ?? seen.input.lastPhase, cases: seen.input.cases,
      table: seen.conditions(of: outcome, conditions, phase: request.phase))
  }
}
