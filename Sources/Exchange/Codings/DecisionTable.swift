import FileFormats
import StudyModel

/// Reads decisions, of the plain layout or of a meeting's sheet.
struct DecisionTable: RowsReader {
  let columns: TableColumns
  let meeting: MeetingOptions?

  init(_ columns: TableColumns, _ options: ImportOptions) {
    (self.columns, meeting) = (columns, options.meeting)
  }

  /// The context on a meeting's sheet is the program's own, and nothing to be kept.
  var keptColumns: [(index: Int, name: String)] { meeting == nil ? columns.further : [] }

  func read(_ block: TableBlock) -> Incoming.Content {
    .decisions(
      block.values(columns) { record, fields in
        if meeting != nil, fields.text(record, "decision") == nil {
          fields.tellFilledInWithoutDecision(record)
          return Incoming.Decision(source: "", decision: nil, isUndecided: true)
        }
        let decision = fields.adjudication(record, by: meeting?.by, at: meeting?.at)
        return Incoming.Decision(
          source: fields.text(record, "source") ?? "", decision: decision,
          state: fields.text(record, "state"))
      })
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
      .filledInUndecided, severity: .warning, column: filled, found: text(record, filled),
      "\"\(filled)\" is filled in and \"decision\" is empty, so the row is passed over",
      "Write accept, reject or change, or empty the row's other cells.")
  }
}
