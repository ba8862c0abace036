import FileFormats
public import Statistics
public import StudyModel

/// Sets of codes read from a table `unit,coder,code`; a row without a code names a coder who gave none.
public struct CodeSetsFile {
  /// The sets.
  public let sets: CoderSets
  /// Warnings and notes.
  public let diagnostics: [Diagnostic]

  /// Reads the table once.
  ///
  /// - Throws: `DiagnosticsError` with row and column for every row that cannot stand; `RatingError`
  ///   where rows cannot be sets.
  public init(_ table: AgreementTable) throws {
    let (reader, columns) = try table.open(["unit", "coder", "code"])
    var units = ByteNames()
    var coders = OpenNames(table.coders, key: "coder")
    var codes = OpenNames(table.codes, key: "code")
    var rows: [(unit: Int32, coder: Int32, code: Int32)] = []
    var problems: [Diagnostic] = []
    let required = [("unit", columns[0]), ("coder", columns[1])]
    let cellNotes = try table.readAll(reader, required: required) { record in
      let row = record.row
      let unit = Int32(units.number(record.bytes(at: columns[0])))
      guard
        let coder = coders.place(record.bytes(at: columns[1]), table.name, row, &problems)
      else { return }
      guard !record.isEmpty(at: columns[2]) else {
        rows.append((unit, Int32(coder), -1))
        return
      }
      guard let code = codes.place(record.bytes(at: columns[2]), table.name, row, &problems)
      else { return }
      rows.append((unit, Int32(coder), Int32(code)))
    }
    guard problems.isEmpty else { throw DiagnosticsError(problems) }
    var sets = CoderSets(
      coders: coders.table.names, codes: codes.table.names, unitCount: units.count)
    var twice = 0
    for row in rows {
      if row.code < 0 {
        try sets.see(unit: Int(row.unit), coder: Int(row.coder))
      } else if try !sets.apply(Int(row.code), unit: Int(row.unit), coder: Int(row.coder)) {
        twice += 1
      }
    }
    self.sets = sets
    diagnostics = cellNotes + table.doubled(twice, "codes")
  }
}
