import FileFormats
import StudyModel

/// Reads responses to a questionnaire, one byte an answer.
///
/// Nearly every row has digits of the scale or nothing: it costs a look for each name by its bytes,
/// and no string.
struct ResponseTable: RowsReader {
  private let columns: TableColumns
  private let options: ImportOptions
  private let items: SurveyColumns
  private let itemIDs: [String]
  private var names: Incoming.Responses.Names
  private let standInCase: Int32
  private let standInPhase: Int32
  private let respondentColumn: Int
  private let caseColumn: Int
  private let organizationColumn: Int
  private let phaseColumn: Int
  private let roleColumn: Int

  init(_ columns: TableColumns, _ options: ImportOptions, _ items: SurveyColumns) {
    (self.columns, self.options, self.items) = (columns, options, items)
    itemIDs = items.items.map(\.id)
    respondentColumn = columns.index("respondent") ?? -1
    caseColumn = columns.index("case") ?? -1
    organizationColumn = columns.index("organization") ?? -1
    phaseColumn = columns.index("phase") ?? -1
    roleColumn = columns.index("role") ?? -1
    var names = Incoming.Responses.Names()
    standInCase = options.caseID.map { Int32(names.cases.number($0)) } ?? -1
    standInPhase = options.phase.map { Int32(names.phases.number($0)) } ?? -1
    self.names = names
  }

  var keptColumns: [(index: Int, name: String)] { items.kept }

  mutating func read(_ block: TableBlock) -> Incoming.Content {
    let (width, count) = (itemIDs.count, block.recordCount)
    var rows: [Incoming.Responses.Row] = []
    rows.reserveCapacity(count)
    var problems: [Int: [Diagnostic]] = [:]
    let answers = [Int8](unsafeUninitializedCapacity: count * width) { buffer, used in
      block.forEachRecord { record in
        guard !record.isBlank else { return }
        let own = UnsafeMutableBufferPointer(rebasing: buffer[used..<used + width])
        own.initialize(repeating: Answer.notAnswered)
        used += width
        var row = self.row(record)
        let isPlain =
          record.count == columns.count && !row.respondent.isEmpty && row.caseID >= 0
          && !RoundedNumber.isOne(record.bytes(at: respondentColumn))
          && items.readDigits(record, into: own)
        if !isPlain {
          let found = readWithCare(record, into: own)
          if !found.all.isEmpty { problems[rows.count] = found.all }
          row.isWrong = !found.stands
        }
        rows.append(row)
      }
    }
    return .responses(
      Incoming.Responses(
        items: itemIDs, names: names, rows: rows, answers: answers, bytes: block.bytes,
        problems: problems))
  }

  private mutating func row(_ record: borrowing TableRow) -> Incoming.Responses.Row {
    var row = Incoming.Responses.Row(row: record.row)
    row.caseID =
      record.isEmpty(at: caseColumn)
      ? standInCase : Int32(truncatingIfNeeded: names.cases.number(record.bytes(at: caseColumn)))
    if !record.isEmpty(at: organizationColumn) {
      row.organization = Int32(
        truncatingIfNeeded: names.organizations.number(record.bytes(at: organizationColumn)))
    }
    row.phase =
      record.isEmpty(at: phaseColumn)
      ? standInPhase : Int32(truncatingIfNeeded: names.phases.number(record.bytes(at: phaseColumn)))
    row.respondent = record.range(at: respondentColumn)
    row.role = record.range(at: roleColumn)
    return row
  }

  private func readWithCare(
    _ record: borrowing TableRow, into answers: UnsafeMutableBufferPointer<Int8>
  ) -> RowProblems {
    var fields = RowFields(record, columns)
    if record.isEmpty(at: respondentColumn) { _ = fields.required(record, "respondent") }
    if RoundedNumber.isOne(record.bytes(at: respondentColumn)) {
      fields.tellRounded("respondent", record.string(at: respondentColumn))
    }
    _ = fields.caseID(record, options)
    items.read(record, into: answers, problems: &fields)
    return fields.problems
  }
}
