import FileFormats
import Foundation
public import Statistics
public import StudyModel

/// Ratings read from a table `unit,coder,value`, or from one with a column a coder.
public struct RatingsFile {
  /// The ratings.
  public let matrix: RatingMatrix
  /// Whether the scale was declared; if not, it is what occurs.
  public let isDeclared: Bool
  /// Warnings and notes.
  public let diagnostics: [Diagnostic]

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
  public init(_ table: AgreementTable, isWide: Bool) throws {
    var reading = Reading(table)
    if isWide {
      try reading.readWide()
    } else {
      try reading.readLong()
    }
    try reading.checkScale()
    matrix = try reading.matrix()
    isDeclared = table.categories != nil
    diagnostics =
      reading.cellNotes + table.doubled(reading.doubled, "ratings") + reading.likeLabels
      + reading.unitColumns
  }

  private struct Reading {
    let table: AgreementTable
    var units = ByteNames()
    var coders: OpenNames
    var values: ByteNames
    var ratings: [Rating] = []
    var rows: [Int32] = []
    /// Filled at once where every row is a unit of its own.
    var cells: [Int16] = []
    /// Values outside the declared scale, and the rows in which each first stands.
    var strange = ByteNames()
    var strangeRows: [Int] = []
    var problems: [Diagnostic] = []
    var doubled = 0
    var cellNotes: [Diagnostic] = []

    init(_ table: AgreementTable) {
      self.table = table
      coders = OpenNames(table.coders, key: "coder")
      values = ByteNames(table.categories ?? [])
    }

    mutating func readLong() throws {
      let (reader, columns) = try table.open(["unit", "coder", "value"])
      let required = [("unit", columns[0]), ("coder", columns[1])]
      cellNotes = try table.readAll(reader, required: required) { record in
        let unit = units.number(record.bytes(at: columns[0]))
        guard let coder = coder(record.bytes(at: columns[1]), row: record.row) else { return }
        add(record.bytes(at: columns[2]), unit: unit, coder: coder, row: record.row)
      }
    }

    mutating func readWide() throws {
      let reader = try table.openAny()
      let named = reader.header.column("unit")
      let columns = try coderColumns(reader.header, named)
      cellNotes = try table.readAll(reader, required: named.map { [("unit", $0)] } ?? []) {
        record in
        if let named {
          let unit = units.number(record.bytes(at: named))
          for (coder, column) in columns {
            add(record.bytes(at: column), unit: unit, coder: coder, row: record.row)
          }
          return
        }
        // Each row is a unit, so nothing can come twice and cells are filled as they come.
        let base = cells.count
        for _ in 0..<coders.table.count { cells.append(RatingMatrix.missing) }
        for (coder, column) in columns {
          cells[base + coder] = cell(record.bytes(at: column), row: record.row)
        }
        wideUnits += 1
      }
    }

    /// Units read from rows that do not name them.
    private var wideUnits = 0

    /// The columns that hold ratings, with their coders.
    private mutating func coderColumns(
      _ header: TableHeader, _ named: Int?
    ) throws -> [(coder: Int, column: Int)] {
      if let column = header.unnamedColumns.first {
        throw DiagnosticsError([
          Diagnostic(
            code: .unnamedCoder, severity: .error,
            place: .init(
              file: table.name, row: header.row, column: TableHeader.letters(ofColumn: column)),
            message: "a column has no name, so it is nobody's",
            remedy: "Name it after its coder or, where it tells units apart, \"unit\"; or remove it"
          )
        ])
      }
      var columns: [(coder: Int, column: Int)] = []
      for (column, name) in header.names.enumerated() where column != named {
        let same = header.names.indices.filter {
          header.names[$0].utf8.elementsEqual(name.utf8)
        }
        try table.refuse(
          same.count > 1 ? [.init(name: name, columns: same)] : [], row: header.row)
        var name = name
        let place = name.withUTF8 { coder(UnsafeRawBufferPointer($0), row: header.row) }
        if let place { columns.append((place, column)) }
      }
      guard problems.isEmpty else { throw DiagnosticsError(problems) }
      return columns
    }

    private mutating func coder(_ field: UnsafeRawBufferPointer, row: Int) -> Int? {
      coders.place(field, table.name, row, &problems)
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
        if strange.number(field) == strangeRows.count { strangeRows.append(row) }
        return RatingMatrix.missing
      }
      return value < RatingMatrix.largestCategoryCount ? Int16(value) : RatingMatrix.missing
    }

    /// Labels that read alike and count as different, where no scale was declared.
    var likeLabels: [Diagnostic] {
      guard table.categories == nil else { return [] }
      let groups = Dictionary(grouping: values.names.filter { !$0.isEmpty }, by: LikeLabels.key)
      return groups.values.filter { $0.count > 1 }.map { $0.sorted() }
        .sorted { $0[0] < $1[0] }.prefix(20).map { alike in
          Diagnostic(
            code: .likeLabels, severity: .warning, place: .init(file: table.name, column: "value"),
            found: alike[1],
            message: "\(Words.quoted(alike)) read alike and count as different labels",
            remedy: "Write them alike, or declare the scale.")
        }
    }

    /// Columns taken for coders that number the units: they have another value in each.
    var unitColumns: [Diagnostic] {
      guard wideUnits > 2 else { return [] }
      let width = coders.table.count
      return (0..<width).compactMap { coder in
        let given = (0..<wideUnits).map { cells[$0 * width + coder] }
        guard !given.contains(RatingMatrix.missing), Set(given).count == wideUnits,
          width > 1
        else { return nil }
        let name = coders.table[coder]
        return Diagnostic(
          code: .unitColumn, severity: .warning, place: .init(file: table.name, column: name),
          message:
            "column \"\(name)\" has another value in each of \(wideUnits) rows, as one that numbers the units, and counts as a coder",
          remedy: "Call it \"unit\" if it numbers the units.")
      }
    }

    mutating func checkScale() throws {
      if values.count >= RatingMatrix.largestCategoryCount {
        problems.append(
          Diagnostic(
            code: .manyValues, severity: .error, place: .init(file: table.name, column: "value"),
            message: "there are more than \(RatingMatrix.largestCategoryCount) different values",
            remedy: "Check that the column holds ratings"))
      }
      for (value, row) in zip(strange.names, strangeRows).prefix(20) {
        problems.append(
          Diagnostic(
            code: .outsideScale, severity: .error,
            place: .init(file: table.name, row: row, column: "value"), found: value,
            message: "\"\(value)\" is not in the declared scale (\(scale))",
            remedy: isBlankAway(value)
              ? "Either drop the blanks or add it to the scale"
              : "Either add it to the scale or correct the value"))
      }
      guard problems.isEmpty else { throw DiagnosticsError(problems) }
    }

    /// Whether a value would be in the scale but for the blanks around it.
    private func isBlankAway(_ value: String) -> Bool {
      values.names.contains(value.trimmingCharacters(in: .whitespaces))
    }

    private var scale: String {
      values.names.prefix(12).joined(separator: ", ") + (values.count > 12 ? ", ..." : "")
    }

    mutating func matrix() throws -> RatingMatrix {
      let width = coders.table.count
      let unitCount = max(wideUnits, units.count)
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
        names = order.map { names[$0] }
        var places = [Int16](repeating: 0, count: names.count)
        for (place, old) in order.enumerated() { places[old] = Int16(place) }
        for cell in cells.indices where cells[cell] != RatingMatrix.missing {
          cells[cell] = places[Int(cells[cell])]
        }
      }
      do {
        return try RatingMatrix(
          coders: coders.table.names, categories: names, unitCount: unitCount, cells: cells)
      } catch {
        throw Failure.unusable("ratings", error, in: table)
      }
    }

    private func conflict(_ rating: Rating, row: Int, first: Int) -> Diagnostic {
      let coder = coders.table[Int(rating.coder)]
      let unit = units[Int(rating.unit)]
      return Diagnostic(
        code: .ratedTwice, severity: .error,
        place: .init(file: table.name, row: row, column: "value"),
        found: values[Int(rating.value)],
        message:
          "coder \"\(coder)\" gives unit \"\(unit)\" the value \"\(values[Int(rating.value)])\" after \"\(values[first])\"",
        remedy: "Either remove one of the two rows or name the second unit otherwise")
    }
  }
}
