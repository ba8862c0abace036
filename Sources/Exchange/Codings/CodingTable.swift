import FileFormats
import StudyModel

/// Reads codings.
///
/// Nearly every row of a large file has numbers where numbers belong and names for the rest: it costs
/// a look for each name by its bytes, and no string.
struct CodingTable: RowsReader {
  private let columns: TableColumns
  private let standIns: (coder: String?, caseID: String?, phase: String?)
  /// The numbers of the stand-ins; -1 where there is none.
  private let standInCoder: Int32
  private let standInCase: Int32
  private let standInPhase: Int32
  private var names: Incoming.Codings.Names
  private let place: Places
  /// Codes that are several, one below the other, by their numbers among those that were looked at.
  private var severalCodes: Set<Int32> = []
  private var codesLookedAt = 0

  /// The places of the columns; -1 for those that the file does not have.
  private struct Places {
    var source, coder, code, caseID, participant, phase: Int
    var start, end, weight, valence, clear, text, memo: Int

    init(_ columns: TableColumns) {
      func index(_ name: String) -> Int { columns.index(name) ?? -1 }
      (source, coder, code) = (index("source"), index("coder"), index("code"))
      (caseID, participant, phase) = (index("case"), index("participant"), index("phase"))
      (start, end, weight) = (index("start"), index("end"), index("weight"))
      (valence, clear) = (index("valence"), index("clear"))
      (text, memo) = (index("text"), index("memo"))
    }
  }

  init(_ columns: TableColumns, _ options: ImportOptions) {
    self.columns = columns
    standIns = (options.coder, options.caseID, options.phase)
    place = Places(columns)
    var names = Incoming.Codings.Names()
    standInCoder = options.coder.map { Int32(names.coders.number($0)) } ?? -1
    standInCase = options.caseID.map { Int32(names.cases.number($0)) } ?? -1
    standInPhase = options.phase.map { Int32(names.phases.number($0)) } ?? -1
    self.names = names
  }

  var keptColumns: [(index: Int, name: String)] { columns.further }

  mutating func read(_ block: TableBlock) -> Incoming.Content {
    var rows: [Incoming.Codings.Row] = []
    var problems: [Int: [Diagnostic]] = [:]
    rows.reserveCapacity(block.recordCount)
    block.forEachRecord { record in
      guard !record.isBlank else { return }
      if let row = plainRow(record) {
        rows.append(row)
      } else {
        let (row, found) = carefulRow(record)
        if !found.isEmpty { problems[rows.count] = found }
        rows.append(row)
      }
    }
    return .codings(
      Incoming.Codings(names: names, rows: rows, bytes: block.bytes, problems: problems))
  }

  /// A row of which nothing has to be told, or nil where it is to be read with care.
  private mutating func plainRow(_ record: borrowing TableRow) -> Incoming.Codings.Row? {
    guard record.count == columns.count,
      let start = record.int(at: place.start), let end = record.int(at: place.end), start >= 0,
      start < end, end <= Span.furthestEnd, record.isEmpty(at: place.clear),
      !record.isEmpty(at: place.source), !record.isEmpty(at: place.code)
    else { return nil }
    var row = Incoming.Codings.Row(row: record.row)
    (row.placing, row.start, row.end) = (.span, start, end)
    if !record.isEmpty(at: place.coder) {
      row.coder = Int32(truncatingIfNeeded: names.coders.number(record.bytes(at: place.coder)))
    } else if standInCoder >= 0 {
      row.coder = standInCoder
    } else {
      return nil
    }
    if !record.isEmpty(at: place.weight) {
      guard let weight = Self.decimal(record.bytes(at: place.weight)) else { return nil }
      row.weight = weight
    }
    if !record.isEmpty(at: place.valence) {
      let bytes = record.bytes(at: place.valence)
      let valence = Valence.allCases.first { bytes.elementsEqual($0.rawValue.utf8) }
      guard let valence else { return nil }
      row.valence = valence
    }
    row.source = Int32(truncatingIfNeeded: names.sources.number(record.bytes(at: place.source)))
    row.code = Int32(truncatingIfNeeded: names.codes.number(record.bytes(at: place.code)))
    guard !areSeveral(row.code) else { return nil }
    takeOwner(record, &row)
    return row
  }

  /// Whether a code is several, one below the other: each is looked at once.
  private mutating func areSeveral(_ code: Int32) -> Bool {
    while codesLookedAt < names.codes.count {
      if names.codes[codesLookedAt].contains(where: \.isNewline) {
        severalCodes.insert(Int32(truncatingIfNeeded: codesLookedAt))
      }
      codesLookedAt += 1
    }
    return !severalCodes.isEmpty && severalCodes.contains(code)
  }

  /// Takes what a row says of its source, and its texts.
  private mutating func takeOwner(
    _ record: borrowing TableRow, _ row: inout Incoming.Codings.Row
  ) {
    row.caseID =
      record.isEmpty(at: place.caseID)
      ? standInCase : Int32(truncatingIfNeeded: names.cases.number(record.bytes(at: place.caseID)))
    if !record.isEmpty(at: place.participant) {
      row.participant = Int32(
        truncatingIfNeeded: names.participants.number(record.bytes(at: place.participant)))
    }
    row.phase =
      record.isEmpty(at: place.phase)
      ? standInPhase : Int32(truncatingIfNeeded: names.phases.number(record.bytes(at: place.phase)))
    (row.text, row.memo) = (record.range(at: place.text), record.range(at: place.memo))
  }

  /// A row of which something may have to be told.
  private mutating func carefulRow(
    _ record: borrowing TableRow
  ) -> (row: Incoming.Codings.Row, problems: [Diagnostic]) {
    var fields = RowFields(record, columns)
    var row = Incoming.Codings.Row(row: record.row)
    let source = fields.required(record, "source")
    let coder = fields.text(record, "coder") ?? standIns.coder ?? fields.required(record, "coder")
    let code = fields.required(record, "code")
    if !source.isEmpty { row.source = Int32(names.sources.number(source)) }
    if !coder.isEmpty { row.coder = Int32(names.coders.number(coder)) }
    if !code.isEmpty { row.code = Int32(names.codes.number(code)) }
    let codes = code.split(whereSeparator: \.isNewline)
    if codes.count > 1 {
      fields.add(
        .severalCodes, column: "code", found: code,
        "the cell holds \(codes.count) codes, one below the other: \(Words.quoted(codes.prefix(5).map(String.init)))",
        "Write a row for each code.")
    }
    if let span = fields.span(record, isRequired: false) {
      (row.placing, row.start, row.end) = (.span, span.start, span.end)
    } else if fields.text(record, "start") != nil || fields.text(record, "end") != nil {
      row.placing = .wrong
    }
    row.weight = fields.weight(record)
    row.valence = fields.word(record, "valence", Valence.self)
    row.clear = fields.yesOrNo(record, "clear")
    takeOwner(record, &row)
    row.isWrong = !fields.stands
    return (row, fields.problems.all)
  }

  /// A number of a few digits with or without decimals: a whole number divided by a power of ten,
  /// both exact, is rounded as reading the text would be.
  private static func decimal(_ bytes: UnsafeRawBufferPointer) -> Double? {
    guard !bytes.isEmpty, bytes.count <= 15 else { return nil }
    var (whole, scale, sawPoint) = (0, 1, false)
    for byte in bytes {
      if byte == UInt8(ascii: "."), !sawPoint {
        sawPoint = true
        continue
      }
      let digit = byte &- 0x30
      guard digit < 10 else { return nil }
      whole = whole &* 10 &+ Int(digit)
      if sawPoint { scale = scale &* 10 }
    }
    guard bytes[0] != UInt8(ascii: "."), bytes[bytes.count - 1] != UInt8(ascii: ".") else {
      return nil
    }
    return Double(whole) / Double(scale)
  }
}
