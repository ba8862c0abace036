import FileFormats
import Statistics
import StudyModel

/// Ratings read from a table `unit,coder,value`, or from one with a column a coder.
struct RatingsFile {
  /// The ratings.
  let matrix: RatingMatrix
  /// Whether the scale was declared; if not, it is what occurs.
  let isDeclared: Bool
  /// Warnings and notes.
  let diagnostics: [Diagnostic]

  /// Eight bytes a rating while the file is read, so that memory is linear in ratings.
  private struct Rating {
    var unit: Int32
    var coder: Int16
    var value: Int16
  }

  /// Reads the table once, from the front.
  ///
  /// - Parameters:
  ///   - table: The file, with what was declared of it.
  ///   - isWide: Whether units are rows and coders columns; a first column `unit` names them.
  /// - Throws: `DiagnosticsError` with row and column: values outside the declared scale, two
  ///   different values by one coder for one unit, coders that were not declared.
  init(_ table: AgreementTable, isWide: Bool) throws {
    var reading = Reading(table)
    if isWide {
      try reading.readWide()
    } else {
      try reading.readLong()
    }
    try reading.checkScale()
    matrix = try reading.matrix()
    isDeclared = table.categories != nil
    diagnostics = reading.notes()
  }

  private struct Reading {
    let table: AgreementTable
    var units = NameTable()
    var coders: NameTable
    var values: NameTable
    var ratings: [Rating] = []
    var rows: [Int32] = []
    /// Filled at once where every row is a unit of its own.
    var cells: [Int16] = []
    var strange: [String: Int] = [:]
    var problems: [Diagnostic] = []
    var doubled = 0
    var cellNotes: [Diagnostic] = []

    init(_ table: AgreementTable) {
      self.table = table
      coders = NameTable(table.coders ?? [])
      values = NameTable(table.categories ?? [])
    }

    mutating func readLong() throws {
      let (reader, columns) = try table.open(["unit", "coder", "value"])
      cellNotes = try table.readAll(reader) { record in
        guard !record.isBlank else { return }
        let unit = units.number(record.bytes(at: columns[0]))
        guard let coder = coder(record.bytes(at: columns[1]), row: record.row) else { return }
        add(record.bytes(at: columns[2]), unit: unit, coder: coder, row: record.row)
      }
    }

    mutating func readWide() throws {
      let reader = try table.openAny()
      let named = reader.header.column("unit")
      let columns = (0..<reader.header.count).filter { $0 != named }
      coders = NameTable(columns.map { reader.header.names[$0] })
      var count = 0
      cellNotes = try table.readAll(reader) { record in
        guard !record.isBlank || columns.count > 1 else { return }
        // Rows are units in order; a name that comes again is the same unit.
        let unit = named.map { units.number(record.bytes(at: $0)) } ?? count
        count = max(count + 1, unit + 1)
        guard named != nil else {
          // Nothing can come twice here, so cells are filled as they come.
          for column in columns { cells.append(cell(record.bytes(at: column), row: record.row)) }
          return
        }
        for (coder, column) in columns.enumerated() {
          add(record.bytes(at: column), unit: unit, coder: coder, row: record.row)
        }
      }
      if named == nil { wideUnits = count }
    }

    private var wideUnits: Int?

    private mutating func coder(_ field: UnsafeRawBufferPointer, row: Int) -> Int? {
      if table.coders == nil { return coders.number(field) }
      if let found = coders.find(field) { return found }
      if problems.count < 20 {
        problems.append(
          Diagnostic(
            code: "AGREE-004", severity: .error,
            place: .init(file: table.name, row: row, column: "coder"),
            found: String(decoding: field, as: UTF8.self),
            message: "\"\(String(decoding: field, as: UTF8.self))\" is none of the coders declared",
            remedy: "Either add it to --coders or correct the row"))
      }
      return nil
    }

    private mutating func add(
      _ field: UnsafeRawBufferPointer, unit: Int, coder: Int, row: Int
    ) {
      let value = cell(field, row: row)
      guard value != RatingMatrix.missing, coder < RatingMatrix.largestCategoryCount else { return }
      ratings.append(
        Rating(unit: Int32(truncatingIfNeeded: unit), coder: Int16(coder), value: value))
      rows.append(Int32(truncatingIfNeeded: row))
    }

    /// A field's category; missing where it is empty or, which is noted, not in the scale.
    private mutating func cell(_ field: UnsafeRawBufferPointer, row: Int) -> Int16 {
      guard !field.isEmpty else { return RatingMatrix.missing }
      let value: Int
      if table.categories == nil {
        value = values.number(field)
      } else if let found = values.find(field) {
        value = found
      } else {
        let text = String(decoding: field, as: UTF8.self)
        if strange[text] == nil { strange[text] = row }
        return RatingMatrix.missing
      }
      return value < RatingMatrix.largestCategoryCount ? Int16(value) : RatingMatrix.missing
    }

    mutating func checkScale() throws {
      if values.count >= RatingMatrix.largestCategoryCount {
        problems.append(
          Diagnostic(
            code: "AGREE-005", severity: .error, place: .init(file: table.name, column: "value"),
            message: "there are more than \(RatingMatrix.largestCategoryCount) different values",
            remedy: "Check that the column holds ratings"))
      }
      for (value, row) in strange.sorted(by: { $0.value < $1.value }).prefix(20) {
        problems.append(
          Diagnostic(
            code: "AGREE-006", severity: .error,
            place: .init(file: table.name, row: row, column: "value"), found: value,
            message: "\"\(value)\" is not in the declared scale (\(scale))",
            remedy: "Either add it to --categories or correct the value"))
      }
      guard problems.isEmpty else { throw DiagnosticsError(problems) }
    }

    private var scale: String {
      values.names.prefix(12).joined(separator: ", ") + (values.count > 12 ? ", ..." : "")
    }

    mutating func matrix() throws -> RatingMatrix {
      let width = coders.count
      let unitCount = wideUnits ?? units.count
      if cells.isEmpty {
        cells = [Int16](repeating: RatingMatrix.missing, count: unitCount * width)
      }
      for (place, rating) in ratings.enumerated() {
        let cell = Int(rating.unit) * width + Int(rating.coder)
        if cells[cell] == RatingMatrix.missing {
          cells[cell] = rating.value
        } else if cells[cell] == rating.value {
          doubled += 1
        } else if problems.count < 20 {
          problems.append(conflict(rating, row: Int(rows[place]), first: Int(cells[cell])))
        }
      }
      ratings = []
      rows = []
      guard problems.isEmpty else { throw DiagnosticsError(problems) }
      // Without a declared scale values stand in the order of their text.
      var names = values.names
      if table.categories == nil {
        let order = names.indices.sorted { names[$0] < names[$1] }
        var places = [Int16](repeating: 0, count: names.count)
        for (place, old) in order.enumerated() { places[old] = Int16(place) }
        for cell in cells.indices where cells[cell] != RatingMatrix.missing {
          cells[cell] = places[Int(cells[cell])]
        }
        names.sort()
      }
      do {
        return try RatingMatrix(
          coders: coders.names, categories: names, unitCount: unitCount, cells: cells)
      } catch {
        throw TaskError(
          code: "AGREE-007", text: "The ratings cannot be used: \(error).", exitCode: 65)
      }
    }

    private func conflict(_ rating: Rating, row: Int, first: Int) -> Diagnostic {
      let coder = coders.name(Int(rating.coder))
      let unit = wideUnits == nil ? units.name(Int(rating.unit)) : "\(rating.unit + 1)"
      return Diagnostic(
        code: "AGREE-008", severity: .error,
        place: .init(file: table.name, row: row, column: "value"),
        found: values.name(Int(rating.value)),
        message:
          "coder \"\(coder)\" gives unit \"\(unit)\" the value \"\(values.name(Int(rating.value)))\" after \"\(values.name(first))\"",
        remedy: "Either remove one of the two rows or name the second unit otherwise")
    }

    func notes() -> [Diagnostic] {
      guard doubled > 0 else { return cellNotes }
      return cellNotes + [
        Diagnostic(
          code: "AGREE-009", severity: .warning, place: .init(file: table.name),
          message: "\(doubled) ratings stand in the file more than once, with the same value",
          remedy: "Each counts once")
      ]
    }
  }
}
