import FileFormats
import StudyModel

extension PlainTable where Value == Incoming.Case {
  /// Reads cases; further columns become attributes.
  static func cases(_ columns: TableColumns) -> Self {
    Self(columns, keepsFurther: false, Incoming.Content.cases) { record, fields in
      Incoming.Case(
        id: fields.required(record, "case"), name: fields.text(record, "name"),
        attributes: record.attributes(columns))
    }
  }
}

extension PlainTable where Value == Participant {
  /// Reads participants; further columns become attributes.
  static func participants(_ columns: TableColumns, _ options: ImportOptions) -> Self {
    Self(columns, keepsFurther: false, Incoming.Content.participants) { record, fields in
      Participant(
        id: fields.required(record, "participant"), caseID: fields.caseID(record, options),
        organization: fields.text(record, "organization"),
        role: fields.word(record, "role", Participant.Role.self) ?? .participant,
        agreed: fields.yesOrNo(record, "agreed"),
        attributes: record.attributes(columns))
    }
  }
}

extension PlainTable where Value == Phase {
  /// Reads phases.
  static func phases(_ columns: TableColumns) -> Self {
    Self(columns, keepsFurther: true, Incoming.Content.phases) { record, fields in
      Phase(
        name: fields.required(record, "phase"), order: fields.int(record, "order"),
        from: fields.date(record, "from"), to: fields.date(record, "to"))
    }
  }
}

extension PlainTable where Value == Incoming.Source {
  /// Reads sources; their transcripts are only named.
  static func sources(_ columns: TableColumns, _ options: ImportOptions) -> Self {
    Self(columns, keepsFurther: true, Incoming.Content.sources) { record, fields in
      Incoming.Source(
        id: fields.required(record, "source"),
        scope: Source.Scope(name: fields.caseID(record, options)),
        participant: fields.text(record, "participant"),
        phase: fields.text(record, "phase") ?? options.phase,
        coders: fields.coders(record, "coders"),
        read: fields.coders(record, "read"),
        kind: fields.word(record, "kind", Source.Kind.self) { $0 != .unstated },
        work: fields.text(record, "work"),
        transcript: fields.text(record, "file").map { .named($0) })
    }
  }
}

extension RowFields {
  /// The case that a row names, or the one that stands in; empty, with a problem, where neither does.
  mutating func caseID(_ record: borrowing TableRow, _ options: ImportOptions) -> String {
    text(record, "case") ?? options.caseID ?? required(record, "case")
  }

  /// Coders of a source, with `;` between; one who is named twice counts once, and is told.
  fileprivate mutating func coders(_ record: borrowing TableRow, _ column: String) -> [String] {
    var coders: [String] = []
    for part in (text(record, column) ?? "").split(separator: ";") {
      let name = String(part.trimmed())
      guard !name.isEmpty else { continue }
      if coders.contains(name) {
        add(
          .coderTwice, severity: .warning, column: column, found: name,
          "coder \"\(name)\" is named twice", "Name each coder once.")
      } else {
        coders.append(name)
      }
    }
    return coders
  }
}

extension TableRow {
  /// The fields of columns that the layout does not know, as attributes.
  func attributes(_ columns: TableColumns) -> [Attribute] {
    columns.further.map { Attribute(name: $0.name, value: string(at: $0.index)) }
  }
}
