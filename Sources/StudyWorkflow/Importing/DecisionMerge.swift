import Exchange
import StudyModel
import StudyStore

/// Brings in decisions; they are only ever appended.
struct DecisionMerge: Merge {
  private let context: MergeContext
  private var kept = 0
  private var checks: DecisionChecks
  private var unmapped: [(code: String, row: Int, column: String)] = []

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
    note(decision.code, "code", row.row)
    if let code = decision.newCode { note(code, "new code", row.row) }
    try context.session.append(decision, sourceID: source.id)
    kept += 1
    return .kept
  }

  /// Codes that the framework does not know, each where it came first.
  mutating func finish() throws -> [Diagnostic] {
    unmapped.map {
      .unmapped($0.code, row: $0.row, column: $0.column, context.framework)
    }
  }

  private mutating func note(_ code: String, _ column: String, _ row: Int) {
    guard context.framework.meaning(ofCode: code) == nil,
      !unmapped.contains(where: { $0.code == code })
    else { return }
    unmapped.append((code, row, column))
  }
}

extension RowProblems {
  /// Whether a weight is one of the framework's.
  mutating func checkWeight(_ weight: Double?, _ framework: Framework) {
    let top = framework.scoring.topWeight
    guard let weight, !(weight >= 0 && weight <= top) else { return }
    add(
      .weightRange, column: "weight", found: weight.plain,
      "the weight \(weight.plain) lies outside 0 to \(top.plain)",
      "Write a weight from 0 to \(top.plain), or leave it empty.")
  }
}

extension Diagnostic {
  /// A code that the framework does not know: kept, with a warning.
  static func unmapped(
    _ code: String, row: Int, column: String = "code", said: String = "", _ framework: Framework
  ) -> Diagnostic {
    let names = framework.constructs.map(\.id) + framework.codes.keys.sorted()
    let near = NearestName.of(code, among: names)
    return Diagnostic(
      code: .unmappedCode, severity: .warning, place: .init(row: row, column: column), found: code,
      message:
        "code \"\(code)\" \(said)is not in \"\(framework.id)\" and counts for no construct",
      remedy: near.map { NearestName.remedy(nearest: $0, or: "leave it unmapped") }
        ?? "Either map it to a construct in the framework or leave it unmapped.")
  }
}
