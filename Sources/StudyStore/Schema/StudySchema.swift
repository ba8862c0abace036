import GRDB

/// What tables the study has and which of them name rows of which others, as the file itself says it:
/// a table that is added later is taken back, cleaned up and checked without anybody thinking of it.
struct StudySchema {
  /// A column that names rows of another table.
  struct Reference: Hashable {
    var child: String
    var column: String
    var parent: String
  }

  /// Rows that several imports use: a segment is of its codings, whichever import brought it first.
  ///
  /// They are not taken back with an import, and go when nothing names them any more.
  ///
  /// The other tables of this kind are names, and versions of a questionnaire, and have no import; of
  /// phases those that were only named have none.
  static let used = [
    "segment", "instrumentVersion", "item", "code", "coder", "organization", "phase",
  ]

  /// The columns by table.
  private let columns: [String: [String]]
  /// The tables by name.
  var tables: [String] { columns.keys.sorted() }
  /// All references.
  let references: [Reference]
  /// The tables whose rows are parts of a row of another, which their key begins with, such as the
  /// items of a version of the questionnaire.
  private let parts: [Reference]

  init(_ db: Database) throws {
    var columns: [String: [String]] = [:]
    var firstOfKey: [String: String] = [:]
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT m.name, c.name, c.pk FROM sqlite_schema m JOIN pragma_table_info(m.name) c
        WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite!_%' ESCAPE '!'
          AND m.name <> 'grdb_migrations'
        ORDER BY m.name, c.cid
        """)
    for row in rows {
      let (table, column): (String, String) = (row[0], row[1])
      columns[table, default: []].append(column)
      if row[2] == 1 { firstOfKey[table] = column }
    }
    references = try Row.fetchAll(
      db,
      sql: """
        SELECT m.name, f."from", f."table" FROM sqlite_schema m
        JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table' ORDER BY 1, f.id
        """
    ).map { Reference(child: $0[0], column: $0[1], parent: $0[2]) }
    parts = references.filter { reference in
      let has = columns[reference.child] ?? []
      return !has.contains("id") && !has.contains("importID")
        && firstOfKey[reference.child] == reference.column
    }
    self.columns = columns
  }

  func hasImport(_ table: String) -> Bool { columns[table]?.contains("importID") ?? false }
  func hasID(_ table: String) -> Bool { columns[table]?.contains("id") ?? false }
  func has(_ column: String, in table: String) -> Bool { columns[table]?.contains(column) ?? false }

  /// The tables whose rows came with an import and go with it.
  var brought: [String] {
    tables.filter { hasImport($0) && $0 != "change" && $0 != "segment" }
  }

  /// The tables that hold parts of a table's rows.
  func parts(of table: String) -> [Reference] { parts.filter { $0.parent == table } }

  /// Which columns name rows of a table, those aside that say whose part a row is.
  func naming(_ table: String) -> [Reference] {
    references.filter { $0.parent == table && !parts.contains($0) }
  }

  /// The table that a table's rows are parts of, and the column that says of which row.
  func whole(of table: String) -> Reference? { parts.first { $0.child == table } }
}
