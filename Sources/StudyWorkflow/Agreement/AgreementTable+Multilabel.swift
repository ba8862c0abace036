import FileFormats
import Statistics
public import StudyModel

extension AgreementTable {
  /// Every figure of agreement of the table where a unit may have several codes: `unit,coder,code`.
  ///
  /// A row with an empty code says that the coder looked and applied nothing; no row at all for a
  /// unit and coder says that the coder did not code it.
  ///
  /// - Returns: The figures, with warnings and notes.
  /// - Throws: `DiagnosticsError` and `Failure` where the table cannot be used.
  public func multilabel(
    _ bootstrap: BootstrapChoice
  ) throws -> (result: MultilabelAgreement, diagnostics: [Diagnostic]) {
    do {
      let (sets, diagnostics) = try coderSets()
      return (try MultilabelAgreement(sets, bootstrap: bootstrap), diagnostics)
    } catch let error as RatingError {
      throw Failure.unusable("codes", error, in: self)
    }
  }

  private func coderSets() throws -> (CoderSets, [Diagnostic]) {
    let (reader, columns) = try open(["unit", "coder", "code"])
    var units = NameTable()
    var coders = OpenNames(self.coders, key: "coder")
    var codes = OpenNames(self.codes, key: "code")
    var rows: [(unit: Int32, coder: Int32, code: Int32)] = []
    var problems: [Diagnostic] = []
    let required = [("unit", columns[0]), ("coder", columns[1])]
    let cellNotes = try readAll(reader, required: required) { record in
      let row = record.row
      let unit = Int32(units.number(record.bytes(at: columns[0])))
      guard
        let coder = coders.place(record.bytes(at: columns[1]), name, row, &problems)
      else { return }
      guard !record.isEmpty(at: columns[2]) else {
        rows.append((unit, Int32(coder), -1))
        return
      }
      guard let code = codes.place(record.bytes(at: columns[2]), name, row, &problems)
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
    return (sets, cellNotes + doubled(twice, "codes"))
  }
}
