import GRDB

extension StudyReader {
  /// Hands over every stored row as text, table by table and in the order of its key: two studies
  /// that give the same texts hold the same.
  ///
  /// - Parameter body: Called with the table's name and the row's values as SQLite writes them.
  /// - Throws: What the body throws; `StudyFileError`.
  public func forEachRow(_ body: (_ table: String, _ values: String) throws -> Void) throws {
    let tables = try String.fetchAll(
      db,
      sql: """
        SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
        ORDER BY name
        """)
    for table in tables {
      let columns = try Row.fetchAll(
        db, sql: "SELECT name, pk FROM pragma_table_info(?) ORDER BY cid", arguments: [table])
      let values = columns.map { "quote(\(Self.quoted($0["name"])))" }.joined(
        separator: " || ',' || ")
      let keys = columns.filter { ($0["pk"] as Int? ?? 0) > 0 }
        .sorted { ($0["pk"] as Int? ?? 0) < ($1["pk"] as Int? ?? 0) }
        .map { Self.quoted($0["name"]) }
      let order = keys.isEmpty ? "rowid" : keys.joined(separator: ", ")
      let rows = try String.fetchCursor(
        db, sql: "SELECT \(values) FROM \(Self.quoted(table)) ORDER BY \(order)")
      while let row = try rows.next() { try body(table, row) }
    }
  }

  /// The facts about the study, by name.
  public func facts() throws -> [String: String] {
    var facts: [String: String] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT name, value FROM study") {
      facts[row[0]] = row[1] as String?
    }
    return facts
  }

  private static func quoted(_ name: String?) -> String {
    "\"\((name ?? "").replacing("\"", with: "\"\""))\""
  }
}
