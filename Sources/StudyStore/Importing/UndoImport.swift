import GRDB

/// Why an import cannot be taken back.
public enum UndoRefusal: Error, Sendable, Hashable {
  case unknown(Int64)
  case already(Int64, at: String)
  /// Later imports changed or use what it brought.
  case builtOn(Int64, by: [Int64])

  /// The refusal as a sentence that says what to do.
  public var text: String {
    switch self {
    case .unknown(let id):
      "There is no import \(id). 'covalence imports' lists them."
    case .already(let id, let at):
      "Import \(id) was taken back already, on \(at)."
    case .builtOn(let id, let later):
      "Import \(id) cannot be taken back: \(later.isEmpty ? "later rows" : "import " + later.map(String.init).joined(separator: ", ")) build on it. Take those back first, the newest first."
    }
  }
}

extension StudyFile {
  /// Tables with rows of imports, each before those it refers to.
  private static let tables = [
    "invited", "event", "partner", "adjudication", "coding", "response", "keptBlock",
    "keptColumn", "sourceVersion", "source", "participant", "phase", "studyCase",
  ]

  /// Takes an import back whole: its rows go, what it changed is as it was.
  ///
  /// - Throws: `UndoRefusal`, changing nothing; `StudyFileError`.
  public func undoImport(_ id: Int64, at time: String) throws {
    try Self.guarding(path) {
      try queue.write { db in
        let entry = try Row.fetchOne(
          db, sql: "SELECT undoneAt FROM import WHERE id = ?", arguments: [id])
        guard let entry else { throw UndoRefusal.unknown(id) }
        if let undone: String = entry[0] { throw UndoRefusal.already(id, at: undone) }
        let later = try Self.importsBuilding(on: id, db)
        guard later.isEmpty else { throw UndoRefusal.builtOn(id, by: later) }
        try Self.restoreChanges(of: id, db)
        do {
          for table in Self.tables {
            try db.execute(sql: "DELETE FROM \(table) WHERE importID = ?", arguments: [id])
          }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
          throw UndoRefusal.builtOn(id, by: [])
        }
        try Self.removeOrphans(of: id, db)
        try db.execute(
          sql: "UPDATE import SET undoneAt = ? WHERE id = ?", arguments: [time, id])
      }
    }
  }

  /// Later imports that changed what this one brought or changed, or that refer to its rows.
  private static func importsBuilding(on id: Int64, _ db: Database) throws -> [Int64] {
    let queries = [
      """
      SELECT DISTINCT later.importID FROM change mine
      JOIN change later ON later.tableName = mine.tableName AND later.rowKey = mine.rowKey
      WHERE mine.importID = :id AND later.importID > :id
      """,
      """
      SELECT DISTINCT importID FROM change WHERE importID > :id AND (
        (tableName = 'studyCase' AND rowKey IN (SELECT id FROM studyCase WHERE importID = :id))
        OR (tableName = 'participant'
          AND rowKey IN (SELECT id FROM participant WHERE importID = :id))
        OR (tableName = 'source' AND rowKey IN (SELECT id FROM source WHERE importID = :id))
        OR (tableName = 'sourceVersion'
          AND rowKey IN (SELECT id FROM sourceVersion WHERE importID = :id))
        OR (tableName = 'segment' AND rowKey IN (SELECT id FROM segment WHERE importID = :id))
        OR (tableName = 'phase' AND rowKey IN (SELECT id FROM phase WHERE importID = :id))
        OR (tableName = 'response' AND rowKey IN (SELECT id FROM response WHERE importID = :id)))
      """,
      referring("participant", "caseID", "studyCase"),
      referring("source", "caseID", "studyCase"),
      referring("source", "participantID", "participant"),
      referring("source", "phaseID", "phase"),
      referring("response", "caseID", "studyCase"),
      referring("response", "phaseID", "phase"),
      referring("coding", "versionID", "sourceVersion"),
      referring("adjudication", "sourceID", "source"),
      referring("invited", "caseID", "studyCase"),
      referring("event", "caseID", "studyCase"),
      referring("partner", "caseID", "studyCase"),
    ]
    var later: Set<Int64> = []
    for query in queries {
      later.formUnion(try Int64.fetchAll(db, sql: query, arguments: ["id": id]))
    }
    let undone = try Int64.fetchSet(db, sql: "SELECT id FROM import WHERE undoneAt IS NOT NULL")
    return later.subtracting(undone).sorted(by: >)
  }

  private static func referring(_ child: String, _ column: String, _ parent: String) -> String {
    """
    SELECT DISTINCT importID FROM \(child) WHERE importID <> :id
    AND \(column) IN (SELECT id FROM \(parent) WHERE importID = :id)
    """
  }

  private static func restoreChanges(of id: Int64, _ db: Database) throws {
    let changes = try Row.fetchAll(
      db, sql: "SELECT tableName, rowKey, before FROM change WHERE importID = ? ORDER BY id DESC",
      arguments: [id])
    for change in changes {
      let table: String = change[0]
      let key: Int64 = change[1]
      try BeforeImage.restore(db, table: table, id: key, text: change[2])
      if table == "segment" {
        // A coding carries its segment's span in its key.
        try db.execute(
          sql: """
            UPDATE coding SET (versionID, start, end)
              = (SELECT versionID, start, end FROM segment WHERE id = segmentID)
            WHERE segmentID = ?
            """, arguments: [key])
      }
    }
    try db.execute(sql: "DELETE FROM change WHERE importID = ?", arguments: [id])
  }

  /// Names and segments that nothing uses any more.
  private static func removeOrphans(of id: Int64, _ db: Database) throws {
    try db.execute(
      sql: """
        DELETE FROM segment WHERE importID = ?
          AND id NOT IN (SELECT segmentID FROM coding);
        """, arguments: [id])
    try db.execute(
      sql: """
        DELETE FROM code WHERE id NOT IN (SELECT codeID FROM coding)
          AND id NOT IN (SELECT codeID FROM adjudication)
          AND id NOT IN (SELECT newCodeID FROM adjudication WHERE newCodeID IS NOT NULL);
        DELETE FROM organization WHERE id NOT IN (
          SELECT organizationID FROM participant WHERE organizationID IS NOT NULL UNION ALL
          SELECT organizationID FROM response WHERE organizationID IS NOT NULL);
        DELETE FROM phase WHERE importID IS NULL
          AND id NOT IN (SELECT phaseID FROM source WHERE phaseID IS NOT NULL)
          AND id NOT IN (SELECT phaseID FROM response WHERE phaseID IS NOT NULL)
          AND id NOT IN (SELECT phaseID FROM invited WHERE phaseID IS NOT NULL)
          AND id NOT IN (SELECT phaseID FROM partner WHERE phaseID IS NOT NULL);
        """)
  }
}
