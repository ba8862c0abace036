import Exchange
import StudyModel
import StudyStore

/// Brings in decisions; they are only ever appended.
struct DecisionMerge: RowMerge {
  let context: MergeContext
  private var kept = 0
  private var checks: DecisionChecks

  init(_ context: MergeContext) {
    self.context = context
    checks = DecisionChecks(context)
  }

  var counts: [String: Int] { ["decisions": kept] }

  mutating func merge(_ value: Incoming.Decision, _ row: inout RowProblems) throws -> RowFate {
    if value.isUndecided { return .undecided }
    row.checkWeight(value.decision?.weight, context.framework)
    let source = try context.known.source(value.source)
    if source == nil, !value.source.isEmpty {
      try context.known.tellNoSource(
        value.source, "Either correct it or import the source first.", &row)
    }
    guard row.stands, let decision = value.decision, let source else { return .rejected }
    if decision.reason.isEmpty {
      row.add(
        .noReason, severity: .warning, column: "reason", found: nil,
        "the decision has no reason", "Say why, so that others can follow it.")
    }
    if try context.session.isKnown(decision, sourceID: source.id) { return .same }
    try checks.check(decision, source: source, state: value.state, &row)
    guard row.stands else { return .rejected }
    context.unmapped.note(decision.code, row: row.row)
    if let code = decision.newCode {
      context.unmapped.note(code, column: "new code", row: row.row)
    }
    try context.session.append(decision, sourceID: source.id)
    kept += 1
    return .kept
  }
}
