import Exchange
import FileFormats
import StudyModel
import StudyStore

/// Brings in survey responses, one byte an answer.
struct SurveyImporter: RowImporter {
  private let context: ImportContext
  private let known: KnownCases
  private let items: SurveyColumns
  private let version: Int64
  private let respondentColumn: Int
  private let caseColumn: Int
  private let organizationColumn: Int
  private let phaseColumn: Int
  private let roleColumn: Int
  private let columnCount: Int
  private var answers: [Int8]
  private var cases = NameNumbers()
  private var organizations = NameNumbers()
  private var phases = NameNumbers()
  private var batch: ResponseBatch?
  private var stated = PhasesStated()
  private var kept = 0

  init(_ context: ImportContext) throws {
    self.context = context
    known = try KnownCases(context)
    items = try SurveyColumns(context.columns, framework: context.framework)
    version = try context.session.instrumentVersion(items: items.items.map(\.id))
    answers = Array(repeating: 0, count: items.items.count)
    respondentColumn = context.columns.index("respondent") ?? -1
    caseColumn = context.columns.index("case") ?? -1
    organizationColumn = context.columns.index("organization") ?? -1
    phaseColumn = context.columns.index("phase") ?? -1
    roleColumn = context.columns.index("role") ?? -1
    columnCount = context.columns.count
    batch = context.isBulk ? try ResponseBatch(context.session) : nil
  }

  var counts: [String: Int] {
    [
      "responses": kept, "items": items.items.count, "cases": cases.count,
      "organizations": organizations.count,
    ]
  }
  var keptColumns: [(index: Int, name: String)] { items.kept }

  mutating func add(_ record: borrowing TableRow) throws -> RowOutcome {
    if let response = plainResponse(record) {
      switch try store(response, record) {
      case .kept:
        kept += 1
        return .kept()
      case .changed:
        kept += 1
        return .changed()
      case .same: return .same
      case .twice: break
      }
    }
    return try addWithCare(record)
  }

  /// A row of which nothing has to be told: names met before, digits of the scale or nothing.
  ///
  /// Nearly every row is one, and costs no string and no look for a column by its name.
  private mutating func plainResponse(
    _ record: borrowing TableRow
  ) -> ImportSession.NewResponse? {
    guard record.count == columnCount, !record.isEmpty(at: respondentColumn),
      let caseID = cases[record.bytes(at: caseColumn)]
    else { return nil }
    let organization = record.bytes(at: organizationColumn)
    let organizationID = organizations[organization]
    guard organizationID != nil || organization.isEmpty else { return nil }
    let phase = record.bytes(at: phaseColumn)
    let phaseID = phases[phase]
    guard phaseID != nil || phase.isEmpty && context.request.phase == nil else { return nil }
    guard items.readDigits(record, into: &answers) else { return nil }
    return ImportSession.NewResponse(
      caseID: caseID, organizationID: organizationID, phaseID: phaseID, versionID: version,
      row: record.row)
  }

  private mutating func store(
    _ response: ImportSession.NewResponse, _ record: borrowing TableRow
  ) throws -> ImportSession.StoredResponse {
    let (respondent, role) = (record.bytes(at: respondentColumn), record.bytes(at: roleColumn))
    let stored: ImportSession.StoredResponse = try answers.withUnsafeBytes { bytes in
      guard batch != nil else {
        return try context.session.store(
          response, respondent: respondent, role: role, answers: bytes)
      }
      try batch?.add(response, respondent: respondent, role: role, answers: bytes)
      return .kept
    }
    if case .twice = stored { return stored }
    stated.note(isStated: response.phaseID != nil, row: response.row)
    return stored
  }

  mutating func finish() throws -> [Diagnostic] {
    try batch?.flush()
    return try stated.diagnostics(context)
  }

  private mutating func addWithCare(_ record: borrowing TableRow) throws -> RowOutcome {
    var fields = RowFields(record, context.columns)
    if record.isEmpty(at: respondentColumn) { _ = fields.required(record, "respondent") }
    let caseID = try number("case", record, &cases, &fields)
    let organization = try number("organization", record, &organizations, &fields)
    let phase = try number("phase", record, &phases, &fields)
    items.read(record, into: &answers, problems: &fields)
    guard fields.stands, let caseID else { return .rejected(fields.problems) }
    let response = ImportSession.NewResponse(
      caseID: caseID, organizationID: organization, phaseID: phase, versionID: version,
      row: record.row)
    switch try store(response, record) {
    case .kept:
      kept += 1
      return .kept(fields.problems)
    case .changed:
      kept += 1
      return .changed(fields.problems)
    case .same:
      return .same
    case .twice(let row):
      fields.add(
        "SURVEY-005", column: "respondent", found: record.string(at: respondentColumn),
        "the same respondent answers in row \(row), in the same case and phase",
        "Either remove one of the two rows or give one another respondent.")
      return .rejected(fields.problems)
    }
  }

  /// The number of a name in a column; names come again and again, so each is looked up once.
  private func number(
    _ column: String, _ record: borrowing TableRow, _ names: inout NameNumbers,
    _ fields: inout RowFields
  ) throws -> Int64? {
    let bytes = record.bytes(at: context.columns.index(column) ?? -1)
    if let number = names[bytes] { return number }
    switch column {
    case "case":
      guard let id = known.find(record, &fields).id else { return nil }
      names[bytes] = id
      return id
    case "organization":
      guard !bytes.isEmpty else { return nil }
      let id = try context.session.organizationID(record.string(at: bytes))
      names[bytes] = id
      return id
    default:
      let phase = bytes.isEmpty ? context.request.phase : record.string(at: bytes)
      guard let phase else { return nil }
      let id = try context.session.phaseID(phase)
      names[bytes] = id
      return id
    }
  }
}

extension TableRow {
  fileprivate func string(at bytes: UnsafeRawBufferPointer) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
