import GRDB

/// Rows that others use and that nothing uses any more: names, segments, versions of a questionnaire.
enum UnusedRows {
  /// Removes them, but for what a kept row, as it was before a change, would need again.
  static func remove(_ schema: StudySchema, _ db: Database) throws {
    for table in StudySchema.used {
      let unused = try condition(table, schema)
      for part in schema.parts(of: table) {
        try db.execute(
          sql: """
            DELETE FROM \(part.child) WHERE \(part.column) IN (SELECT id FROM \(table) WHERE \(unused))
            """)
      }
      try db.execute(sql: "DELETE FROM \(table) WHERE \(unused)")
    }
  }

  /// The condition under which nothing uses a row of a table.
  static func condition(_ table: String, _ schema: StudySchema) throws -> String {
    var conditions = schema.naming(table).flatMap { reference in
      [named(reference), namedByKept(reference, schema)].compactMap { $0 }
        .map { "id NOT IN (\($0))" }
    }
    // A phase that a file brought stays with its import.
    if table != "segment", schema.hasImport(table) { conditions.append("importID IS NULL") }
    return conditions.joined(separator: " AND ")
  }

  private static func named(_ reference: StudySchema.Reference) -> String {
    "SELECT \(reference.column) FROM \(reference.child) WHERE \(reference.column) IS NOT NULL"
  }

  /// What rows named as they were before a change; nil where none of them is ever kept.
  private static func namedByKept(
    _ reference: StudySchema.Reference, _ schema: StudySchema
  ) -> String? {
    if schema.hasID(reference.child) {
      let value = "json_extract(before, '$.\(reference.column)')"
      return """
        SELECT \(value) FROM change WHERE tableName = '\(reference.child)' AND \(value) IS NOT NULL
        """
    }
    guard let whole = schema.whole(of: reference.child) else { return nil }
    let value = "json_extract(part.value, '$.\(reference.column)')"
    return """
      SELECT \(value) FROM change JOIN json_each(change.before, '$.\(reference.child)') part
      WHERE change.tableName = '\(whole.parent)' AND \(value) IS NOT NULL
      """
  }
}
