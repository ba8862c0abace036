import FileFormats
import StudyModel

/// Reads cases; further columns become attributes.
struct CaseTable: RowsReader {
  let columns: TableColumns
  var keptColumns: [(index: Int, name: String)] { [] }

  init(_ columns: TableColumns) { self.columns = columns }

  func read(_ block: TableBlock) -> Incoming.Content {
    .cases(
      block.values(columns) { record, fields in
        Incoming.Case(
          id: fields.required(record, "case"), name: fields.text(record, "name"),
          attributes: record.attributes(columns))
      })
  }
}

/// Reads participants; further columns become attributes.
struct ParticipantTable: RowsReader {
  private enum Role: String, CaseIterable { case participant, convenor }

  let columns: TableColumns
  let options: ImportOptions
  var keptColumns: [(index: Int, name: String)] { [] }

  init(_ columns: TableColumns, _ options: ImportOptions) {
    (self.columns, self.options) = (columns, options)
  }

  func read(_ block: TableBlock) -> Incoming.Content {
    .participants(
      block.values(columns) { record, fields in
        Participant(
          id: fields.required(record, "participant"), caseID: fields.caseID(record, options),
          organization: fields.text(record, "organization"),
          role: (fields.word(record, "role", Role.self) ?? .participant).rawValue,
          agreed: fields.yesOrNo(record, "agreed"),
          attributes: record.attributes(columns))
      })
  }
}

/// Reads phases.
struct PhaseTable: RowsReader {
  let columns: TableColumns
  var keptColumns: [(index: Int, name: String)] { columns.further }

  init(_ columns: TableColumns) { self.columns = columns }

  func read(_ block: TableBlock) -> Incoming.Content {
    .phases(
      block.values(columns) { record, fields in
        Phase(
          name: fields.required(record, "phase"), order: fields.int(record, "order"),
          from: fields.date(record, "from"), to: fields.date(record, "to"))
      })
  }
}

/// Reads sources; their transcripts are only named.
struct SourceTable: RowsReader {
  let columns: TableColumns
  let options: ImportOptions
  var keptColumns: [(index: Int, name: String)] { columns.further }

  init(_ columns: TableColumns, _ options: ImportOptions) {
    (self.columns, self.options) = (columns, options)
  }

  func read(_ block: TableBlock) -> Incoming.Content {
    .sources(
      block.values(columns) { record, fields in
        Incoming.Source(
          id: fields.required(record, "source"), caseID: fields.caseID(record, options),
          participant: fields.text(record, "participant"),
          phase: fields.text(record, "phase") ?? options.phase, coders: coders(record, &fields),
          kind: fields.word(record, "kind", Source.Kind.self) { $0 != .unstated },
          transcript: fields.text(record, "file").map { .named($0) })
      })
  }

  private func coders(_ record: borrowing TableRow, _ fields: inout RowFields) -> [String] {
    var coders: [String] = []
    for part in (fields.text(record, "coders") ?? "").split(separator: ";") {
      let name = part.trimmingBlanks
      guard !name.isEmpty else { continue }
      if coders.contains(name) {
        fields.add(
          "SOURCES-003", severity: .warning, column: "coders", found: name,
          "coder \"\(name)\" is named twice", "Name each coder once.")
      } else {
        coders.append(name)
      }
    }
    return coders
  }
}

extension RowFields {
  /// The case that a row names, or the one that stands in; empty, with a problem, where neither does.
  mutating func caseID(_ record: borrowing TableRow, _ options: ImportOptions) -> String {
    text(record, "case") ?? options.caseID ?? required(record, "case")
  }
}

extension TableRow {
  /// The fields of columns that the layout does not know, as attributes.
  func attributes(_ columns: TableColumns) -> [Attribute] {
    columns.further.map { Attribute(name: $0.name, value: string(at: $0.index)) }
  }
}

extension Substring {
  /// The text without blanks at its ends.
  fileprivate var trimmingBlanks: String {
    let front = drop { $0.isWhitespace }
    return String(front.reversed().drop { $0.isWhitespace }.reversed())
  }
}
