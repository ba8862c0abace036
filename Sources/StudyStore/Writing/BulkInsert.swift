import GRDB

/// Inserts rows many at a time: what SQLite does at the beginning and end of a statement costs as
/// much as a row.
struct BulkInsert {
  /// The rows of the large statement.
  static let size = 32

  private let many: PreparedStatement
  private let one: PreparedStatement
  private let width: Int
  private let db: Database

  /// Prepares the statements; the table is named with its columns, of which there are `width`.
  init(_ db: Database, into table: String, width: Int) throws {
    self.db = db
    self.width = width
    let row = "(" + repeatElement("?", count: width).joined(separator: ", ") + ")"
    func sql(_ count: Int) -> String {
      let rows = repeatElement(row, count: count).joined(separator: ", ")
      return "INSERT INTO \(table) VALUES \(rows) ON CONFLICT DO NOTHING"
    }
    many = try PreparedStatement(db, sql(Self.size))
    one = try PreparedStatement(db, sql(1))
  }

  /// Inserts rows, each bound by the closure at the indexes after `before`.
  ///
  /// - Throws: `RowConflict` where a row was not taken.
  func insert(
    _ rows: Range<Int>, _ bind: (PreparedStatement, _ row: Int, _ before: Int32) -> Void
  ) throws {
    var next = rows.lowerBound
    while next < rows.upperBound {
      let isMany = rows.upperBound - next >= Self.size
      let (statement, count) = isMany ? (many, Self.size) : (one, 1)
      for place in 0..<count { bind(statement, next + place, Int32(place * width)) }
      try statement.run()
      guard db.changesCount == count else { throw RowConflict() }
      next += count
    }
  }
}
