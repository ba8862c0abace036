import Exchange
import FileFormats
import StudyModel
import StudyStore

/// Brings in decisions; they are only ever appended.
struct AdjudicationsImporter: RowImporter {
  private let context: ImportContext
  private let sources: [String: ImportSession.StoredSource]
  private var kept = 0
  private var checks: DecisionChecks
  private var unmapped: [(code: String, row: Int, column: String)] = []

  init(_ context: ImportContext) throws {
    self.context = context
    sources = try context.session.sources()
    checks = DecisionChecks(context)
  }

  var counts: [String: Int] { ["decisions": kept] }
  /// The context on a meeting's sheet is the program's own, and nothing to be kept.
  var keptColumns: [(index: Int, name: String)] {
    context.request.sheet == nil ? context.columns.further : []
  }

  mutating func add(_ record: borrowing TableRow) throws -> RowOutcome {
    var fields = RowFields(record, context.columns)
    let sheet = context.request.sheet
    if sheet != nil, fields.text(record, "decision") == nil {
      fields.tellFilledInWithoutDecision(record)
      return .undecided(fields.problems)
    }
    let row = fields.adjudication(
      record, by: sheet?.by, at: sheet?.at, topWeight: context.framework.scoring.topWeight)
    if let name = fields.text(record, "source"), sources[name] == nil {
      let near = NearestName.of(name, among: sources.keys.sorted())
      fields.add(
        "CODINGS-004", column: "source", found: name,
        "there is no source \"\(name)\" in the study",
        near.map { "Either correct it (did you mean \"\($0)\"?) or import the source first." }
          ?? "Either correct it or import the source first.")
    }
    guard let row, let source = sources[row.source] else { return .rejected(fields.problems) }
    if row.decision.reason.isEmpty {
      fields.add(
        "ADJUDICATIONS-005", severity: .warning, column: "reason", found: nil,
        "the decision has no reason", "Say why, so that others can follow it.")
    }
    if try context.session.isKnown(row.decision, sourceID: source.id) { return .same }
    try checks.check(
      row.decision, source: source, state: fields.text(record, "state"), &fields)
    guard fields.stands else { return .rejected(fields.problems) }
    note(row.decision.code, "code", record.row)
    if let code = row.decision.newCode { note(code, "new code", record.row) }
    try context.session.append(row.decision, sourceID: source.id)
    kept += 1
    return .kept(fields.problems)
  }

  /// Codes that the framework does not know, each where it came first.
  mutating func finish() throws -> [Diagnostic] {
    unmapped.map { .unmapped($0.code, row: $0.row, column: $0.column, context) }
  }

  private mutating func note(_ code: String, _ column: String, _ row: Int) {
    guard context.framework.meaning(ofCode: code) == nil,
      !unmapped.contains(where: { $0.code == code })
    else { return }
    unmapped.append((code, row, column))
  }
}

extension RowFields {
  /// Warns of a row that says what should become of a unit, and not that it is decided.
  fileprivate mutating func tellFilledInWithoutDecision(_ record: borrowing TableRow) {
    let names = ["new code", "new start", "new end", "weight", "valence", "reason"]
    var filled: String?
    for name in names where filled == nil && text(record, name) != nil { filled = name }
    guard let filled else { return }
    add(
      "ADJUDICATIONS-006", severity: .warning, column: filled, found: text(record, filled),
      "\"\(filled)\" is filled in and \"decision\" is empty, so the row is passed over",
      "Write accept, reject or change, or empty the row's other cells.")
  }
}
