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
      "Import \(id) cannot be taken back: \(Self.list(later)) on it. Take \(later.count == 1 ? "that one" : "those") back first\(later.count > 1 ? ", the newest first" : "")."
    }
  }

  private static func list(_ imports: [Int64]) -> String {
    guard let last = imports.last else { return "later imports build" }
    if imports.count == 1 { return "import \(last) builds" }
    return
      "imports \(imports.dropLast().map(String.init).joined(separator: ", ")) and \(last) build"
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
    try write { db in
      let entry = try Row.fetchOne(
        db, sql: "SELECT undoneAt FROM import WHERE id = ?", arguments: [id])
      guard let entry else { throw UndoRefusal.unknown(id) }
      if let undone: String = entry[0] { throw UndoRefusal.already(id, at: undone) }
      let later = try Self.importsBuilding(on: id, db)
      guard later.isEmpty else { throw UndoRefusal.builtOn(id, by: later) }
      do {
        try Self.restoreChanges(of: id, db)
        try UndoneDecisions.keep(ofImport: id, db)
        for table in Self.tables {
          try db.execute(sql: "DELETE FROM \(table) WHERE importID = ?", arguments: [id])
        }
        try Self.restoreSetAside(by: id, db)
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
        throw UndoRefusal.builtOn(id, by: [])
      }
      try Self.removeOrphans(db)
      try db.execute(
        sql: "UPDATE import SET undoneAt = ? WHERE id = ?", arguments: [time, id])
    }
  }

  /// Later imports that changed what this one brought or changed, or that refer to its rows.
  ///
  /// Earlier ones never build on it, also where it moved their codings to a version of its own.
  private static func importsBuilding(on id: Int64, _ db: Database) throws -> [Int64] {
    let queries =
      [
        """
        SELECT DISTINCT later.importID FROM change mine
        JOIN change later ON later.tableName = mine.tableName AND later.rowKey = mine.rowKey
        WHERE mine.importID = :id AND later.importID > :id
        """,
        // Codings found or checked in a transcript that this import brought.
        """
        SELECT DISTINCT importID FROM everyCoding WHERE importID > :id AND versionID IN (
          SELECT id FROM sourceVersion WHERE importID = :id
          UNION SELECT rowKey FROM change WHERE importID = :id AND tableName = 'sourceVersion')
        """,
        // Decisions on its codings.
        """
        SELECT DISTINCT a.importID FROM adjudication a
        JOIN sourceVersion v ON v.sourceID = a.sourceID
        JOIN everyCoding k ON k.versionID = v.id AND k.codeID = a.codeID
        WHERE a.importID > :id AND k.importID = :id AND k.start < a.end AND a.start < k.end
        """,
        // Decisions on a source or on the words of a transcript that it brought.
        "SELECT DISTINCT importID FROM adjudication WHERE importID > :id AND sourceID IN "
          + "(SELECT sourceID FROM sourceVersion WHERE importID = :id)",
      ]
      + setAsideSince
      + (tables.filter { $0 != "coding" && !$0.hasPrefix("kept") } + ["segment"]).map(changing)
      + references.flatMap { referring($0.child, $0.column, $0.parent) }
    var later: Set<Int64> = []
    for query in queries {
      later.formUnion(try Int64.fetchAll(db, sql: query, arguments: ["id": id]))
    }
    let undone = try Int64.fetchSet(db, sql: "SELECT id FROM import WHERE undoneAt IS NOT NULL")
    return later.subtracting(undone).sorted(by: >)
  }

  /// Which tables name rows of which others.
  private static let references: [(child: String, column: String, parent: String)] = [
    ("participant", "caseID", "studyCase"), ("source", "caseID", "studyCase"),
    ("source", "participantID", "participant"), ("source", "phaseID", "phase"),
    ("response", "caseID", "studyCase"), ("response", "phaseID", "phase"),
    ("invited", "caseID", "studyCase"), ("invited", "phaseID", "phase"),
    ("event", "caseID", "studyCase"), ("partner", "caseID", "studyCase"),
    ("partner", "phaseID", "phase"),
  ]

  /// Later imports that changed a row which the import brought.
  private static func changing(_ table: String) -> String {
    """
    SELECT DISTINCT importID FROM change WHERE importID > :id AND tableName = '\(table)'
    AND rowKey IN (SELECT id FROM \(table) WHERE importID = :id)
    """
  }

  /// Later imports that brought a row naming one of the import's, or changed a row so that it does.
  private static func referring(_ child: String, _ column: String, _ parent: String) -> [String] {
    let names = "\(column) IN (SELECT id FROM \(parent) WHERE importID = :id)"
    return [
      "SELECT DISTINCT importID FROM \(child) WHERE importID > :id AND \(names)",
      """
      SELECT DISTINCT importID FROM change WHERE importID > :id AND tableName = '\(child)'
      AND rowKey IN (SELECT id FROM \(child) WHERE \(names))
      """,
    ]
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
        for coding in ["coding", "replacedCoding"] {
          try db.execute(
            sql: """
              UPDATE \(coding) SET (versionID, start, end)
                = (SELECT versionID, start, end FROM segment WHERE id = segmentID)
              WHERE segmentID = ?
              """, arguments: [key])
        }
      }
    }
    try db.execute(sql: "DELETE FROM change WHERE importID = ?", arguments: [id])
  }

  /// Names and segments that nothing uses any more, and no row as it was before a change.
  private static func removeOrphans(_ db: Database) throws {
    try db.execute(
      sql: """
        DELETE FROM segment WHERE id NOT IN (SELECT segmentID FROM everyCoding);
        DELETE FROM code WHERE id NOT IN (SELECT codeID FROM everyCoding)
          AND id NOT IN (SELECT codeID FROM adjudication)
          AND id NOT IN (SELECT newCodeID FROM adjudication WHERE newCodeID IS NOT NULL);
        DELETE FROM organization WHERE id NOT IN (
          SELECT organizationID FROM participant WHERE organizationID IS NOT NULL UNION ALL
          SELECT organizationID FROM response WHERE organizationID IS NOT NULL UNION ALL
          SELECT json_extract(before, '$.organizationID') FROM change
            WHERE tableName IN ('participant', 'response')
            AND json_extract(before, '$.organizationID') IS NOT NULL);
        DELETE FROM phase WHERE importID IS NULL
          AND id NOT IN (SELECT phaseID FROM source WHERE phaseID IS NOT NULL)
          AND id NOT IN (SELECT phaseID FROM response WHERE phaseID IS NOT NULL)
          AND id NOT IN (SELECT phaseID FROM invited WHERE phaseID IS NOT NULL)
          AND id NOT IN (SELECT phaseID FROM partner WHERE phaseID IS NOT NULL)
          AND id NOT IN (SELECT json_extract(before, '$.phaseID') FROM change
            WHERE tableName = 'source' AND json_extract(before, '$.phaseID') IS NOT NULL);
        """)
  }
}
