import Exchange
import FileFormats
import StudyModel
import StudyStore

/// Brings in cases; further columns become attributes.
struct CasesImporter: RowImporter {
  private let context: ImportContext
  private var seen: [String: Int] = [:]

  init(_ context: ImportContext) { self.context = context }

  var counts: [String: Int] { ["cases": seen.count] }
  var keptColumns: [(index: Int, name: String)] { [] }

  mutating func add(_ record: borrowing TableRow) throws -> RowOutcome {
    var fields = RowFields(record, context.columns)
    let id = fields.required(record, "case")
    if id == "*" {
      fields.add(
        "CASES-001", column: "case", found: "*", "\"*\" stands for the whole set of cases",
        "Give the case another id.")
    }
    fields.refuseTwice(id, of: "case", seen: &seen)
    guard fields.stands else { return .rejected(fields.problems) }
    // What this file has no column for stays as an earlier one said it.
    let before = try context.session.storedCase(id)
    let row = Case(
      id: id, name: fields.text(record, "name") ?? before?.name ?? id,
      attributes: record.attributes(context.columns).added(to: before?.attributes ?? []))
    return RowOutcome(try context.session.store(row))
  }
}

/// Brings in participants; further columns become attributes.
struct ParticipantsImporter: RowImporter {
  private enum Role: String, CaseIterable { case participant, convenor }

  private let context: ImportContext
  private let known: KnownCases
  private var seen: [String: Int] = [:]

  init(_ context: ImportContext) throws {
    self.context = context
    known = try KnownCases(context)
  }

  var counts: [String: Int] { ["participants": seen.count] }
  var keptColumns: [(index: Int, name: String)] { [] }

  mutating func add(_ record: borrowing TableRow) throws -> RowOutcome {
    var fields = RowFields(record, context.columns)
    let id = fields.required(record, "participant")
    let (name, caseID) = known.find(record, &fields)
    fields.refuseTwice(id, of: "participant", in: [name], seen: &seen)
    let role = fields.word(record, "role", Role.self) ?? .participant
    guard fields.stands, let caseID else { return .rejected(fields.problems) }
    let row = Participant(
      id: id, caseID: name, organization: fields.text(record, "organization"),
      role: role.rawValue, attributes: record.attributes(context.columns))
    return RowOutcome(try context.session.store(row, caseID: caseID))
  }
}

/// Brings in phases.
struct PhasesImporter: RowImporter {
  private let context: ImportContext
  private var seen: [String: Int] = [:]

  init(_ context: ImportContext) { self.context = context }

  var counts: [String: Int] { ["phases": seen.count] }
  var keptColumns: [(index: Int, name: String)] { context.columns.further }

  mutating func add(_ record: borrowing TableRow) throws -> RowOutcome {
    var fields = RowFields(record, context.columns)
    let name = fields.required(record, "phase")
    let order = fields.int(record, "order")
    let from = fields.date(record, "from")
    let to = fields.date(record, "to")
    if let from, let to, from > to {
      fields.add(
        "PHASES-001", column: "to", found: to,
        "the phase ends on \(to), before it starts on \(from)",
        "Either exchange the two dates or correct one of them.")
    }
    fields.refuseTwice(name, of: "phase", seen: &seen)
    guard fields.stands else { return .rejected(fields.problems) }
    return RowOutcome(
      try context.session.store(Phase(name: name, order: order, from: from, to: to)))
  }
}

/// The cases of the study, for layouts whose rows name one.
struct KnownCases {
  private let ids: [String: Int64]
  private let standIn: String?

  init(_ context: ImportContext) throws {
    ids = try context.session.caseIDs()
    standIn = context.request.caseID
  }

  /// The case a row names, with a problem where the study does not have it.
  func find(
    _ record: borrowing TableRow, _ fields: inout RowFields
  ) -> (name: String, id: Int64?) {
    let name = fields.text(record, "case") ?? standIn ?? fields.required(record, "case")
    guard !name.isEmpty else { return (name, nil) }
    let id = find(name, &fields)
    return (name, id)
  }

  /// The name of a case's number.
  func name(_ id: Int64) -> String? { ids.first { $0.value == id }?.key }

  /// The case of a name.
  func find(_ name: String, _ fields: inout RowFields) -> Int64? {
    if let id = ids[name] { return id }
    let near = NearestName.of(name, among: ids.keys.sorted())
    fields.add(
      "CASES-002", column: "case", found: name, "there is no case \"\(name)\" in the study",
      near.map { "Either correct it (did you mean \"\($0)\"?) or import the case first." }
        ?? "Either correct it or import the case first.")
    return nil
  }
}

extension RowFields {
  /// Says that a key came before in the file, and in which row.
  mutating func refuseTwice(
    _ key: String, of column: String, in others: [String] = [], seen: inout [String: Int]
  ) {
    guard stands else { return }
    let whole = (others + [key]).joined(separator: "\u{1F}")
    guard let first = seen[whole] else {
      seen[whole] = row
      return
    }
    add(
      "CSV-017", column: column, found: key, "the same \(column) is in row \(first)",
      "Either remove one of the two rows or give one another \(column).")
  }
}

extension [Attribute] {
  /// Earlier attributes with these in their places, new ones at the end.
  fileprivate func added(to earlier: [Attribute]) -> [Attribute] {
    var all = earlier
    for attribute in self {
      if let place = all.firstIndex(where: { $0.name == attribute.name }) {
        all[place] = attribute
      } else {
        all.append(attribute)
      }
    }
    return all
  }
}

extension TableRow {
  /// The fields of columns that the layout does not know, as attributes.
  func attributes(_ columns: TableColumns) -> [Attribute] {
    columns.further.map { Attribute(name: $0.name, value: string(at: $0.index)) }
  }
}
