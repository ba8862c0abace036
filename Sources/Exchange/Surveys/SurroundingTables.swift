import FileFormats
import StudyModel

/// Reads how many were invited.
struct InvitedTable: RowsReader {
  let columns: TableColumns
  let options: ImportOptions
  var keptColumns: [(index: Int, name: String)] { columns.further }

  init(_ columns: TableColumns, _ options: ImportOptions) {
    (self.columns, self.options) = (columns, options)
  }

  func read(_ block: TableBlock) -> Incoming.Content {
    .invited(
      block.values(columns) { record, fields in
        let row = Incoming.Invited(
          caseID: fields.caseID(record, options),
          organization: fields.text(record, "organization") ?? "",
          phase: fields.text(record, "phase") ?? options.phase,
          invited: fields.int(record, "invited"))
        if fields.text(record, "invited") == nil { _ = fields.required(record, "invited") }
        return row
      })
  }
}

/// Reads events.
struct EventTable: RowsReader {
  let columns: TableColumns
  let options: ImportOptions
  var keptColumns: [(index: Int, name: String)] { columns.further }

  init(_ columns: TableColumns, _ options: ImportOptions) {
    (self.columns, self.options) = (columns, options)
  }

  func read(_ block: TableBlock) -> Incoming.Content {
    .events(
      block.values(columns) { record, fields in
        let caseID = fields.caseID(record, options)
        let date = fields.date(record, "date")
        if fields.text(record, "date") == nil { _ = fields.required(record, "date") }
        return Incoming.Event(
          caseID: caseID, date: date, event: fields.required(record, "event"),
          kind: fields.text(record, "kind") ?? "")
      })
  }
}

/// Reads ratings of partners by partners.
struct PartnerTable: RowsReader {
  let columns: TableColumns
  let options: ImportOptions
  var keptColumns: [(index: Int, name: String)] { columns.further }

  init(_ columns: TableColumns, _ options: ImportOptions) {
    (self.columns, self.options) = (columns, options)
  }

  func read(_ block: TableBlock) -> Incoming.Content {
    .partners(
      block.values(columns) { record, fields in
        let row = Incoming.Partner(
          caseID: fields.caseID(record, options), rater: fields.required(record, "rater"),
          ratee: fields.required(record, "ratee"), question: fields.required(record, "question"),
          phase: fields.text(record, "phase") ?? options.phase,
          value: fields.double(record, "value"))
        if fields.text(record, "value") == nil { _ = fields.required(record, "value") }
        return row
      })
  }
}
