import GRDB
public import StudyModel

/// Why an import cannot be taken back.
public enum UndoRefusal: Failing, Sendable, Hashable {
  case unknown(Int64)
  case already(Int64, at: String)
  /// Later imports changed or use what it brought, or what those brought, in the order in which they
  /// would have to go.
  case builtOn(Int64, by: [Int64])

  /// The refusal as what is told.
  public var failure: Failure {
    switch self {
    case .unknown(let id):
      Failure(
        .data, .cannotUndo, "There is no import \(id)", remedy: "Name one of the list of imports.",
        found: String(id), means: .listImports)
    case .already(let id, let at):
      Failure(
        .data, .cannotUndo, "Import \(id) was taken back already, on \(at)",
        remedy: "Nothing is left to do.", found: String(id))
    case .builtOn(let id, let later):
      Failure(
        .data, .cannotUndo, "Import \(id) cannot be taken back: \(Self.list(later)) on it",
        remedy: later.count == 1
          ? "Take that one back first."
          : "Take them back first, in this order: \(later.map(String.init).joined(separator: ", ")).",
        found: String(id),
        means: later.count == 1 ? later.first.map { .undoImport($0) } : .undoImports(later))
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
  /// Takes an import back whole: its rows go, what it changed is as it was.
  ///
  /// - Throws: `UndoRefusal`, changing nothing; `StudyFileError`.
  public func undoImport(_ id: Int64, at time: String) throws {
    try mayWrite()
    try Self.guarding(path) {
      try database.writeWithoutTransaction { db in
        // A row that goes would be looked for in every table that may name it, one by one; that no
        // other names it is asked once, of all that go.
        try db.execute(sql: "PRAGMA foreign_keys = OFF")
        defer { try? db.execute(sql: "PRAGMA foreign_keys = ON") }
        try db.inTransaction(.immediate) {
          try Self.undo(id, at: time, db)
          return .commit
        }
      }
    }
  }

  private static func undo(_ id: Int64, at time: String, _ db: Database) throws {
    let entry = try Row.fetchOne(
      db, sql: "SELECT undoneAt FROM import WHERE id = ?", arguments: [id])
    guard let entry else { throw UndoRefusal.unknown(id) }
    if let undone: String = entry[0] { throw UndoRefusal.already(id, at: undone) }
    let schema = try StudySchema(db)
    let torn = try Int64.fetchOne(
      db, sql: "SELECT id FROM change WHERE NOT json_valid(before) ORDER BY id LIMIT 1")
    if let torn { throw DamagedRow("change", torn, "is no JSON") }
    let later = try allBuilding(on: id, schema, db)
    guard later.isEmpty else { throw UndoRefusal.builtOn(id, by: later) }
    do {
      try restoreChanges(of: id, schema, db)
      guard try !isNamedByOthers(id, schema, db) else { throw UndoRefusal.builtOn(id, by: []) }
      try UndoneDecisions.keep(ofImport: id, db)
      for table in schema.brought {
        for part in schema.parts(of: table) {
          try db.execute(
            sql: """
              DELETE FROM \(part.child)
              WHERE \(part.column) IN (SELECT id FROM \(table) WHERE importID = ?)
              """, arguments: [id])
        }
        try db.execute(sql: "DELETE FROM \(table) WHERE importID = ?", arguments: [id])
      }
      try restoreSetAside(by: id, db)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      throw UndoRefusal.builtOn(id, by: [])
    }
    try UnusedRows.remove(schema, db)
    try db.execute(sql: "UPDATE import SET undoneAt = ? WHERE id = ?", arguments: [time, id])
  }

  /// Later imports that build on this one, or on one that does, the newest first: an import is built on
  /// by later ones alone, so that each can go when its turn comes.
  private static func allBuilding(
    on id: Int64, _ schema: StudySchema, _ db: Database
  ) throws -> [Int64] {
    var (found, waiting): (Set<Int64>, [Int64]) = ([], [id])
    while let next = waiting.popLast() {
      let building = try importsBuilding(on: next, schema, db).filter { !found.contains($0) }
      found.formUnion(building)
      waiting += building
    }
    return found.sorted(by: >)
  }

  /// Later imports that changed what this one brought or changed, or that refer to its rows.
  ///
  /// Earlier ones never build on it, also where it moved their codings to a version of its own.
  private static func importsBuilding(
    on id: Int64, _ schema: StudySchema, _ db: Database
  ) throws -> [Int64] {
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
      + schema.tables.filter { schema.hasImport($0) && schema.hasID($0) && $0 != "change" }
      .map(changing)
      + references(schema).flatMap { referring($0, schema) }
    var later: Set<Int64> = []
    for query in queries {
      later.formUnion(try Int64.fetchAll(db, sql: query, arguments: ["id": id]))
    }
    let undone = try Int64.fetchSet(db, sql: "SELECT id FROM import WHERE undoneAt IS NOT NULL")
    return later.subtracting(undone).sorted(by: >)
  }

  /// The references of rows that imports brought to others that go with their import.
  private static func references(_ schema: StudySchema) -> [StudySchema.Reference] {
    schema.references.filter {
      schema.hasImport($0.child) && schema.brought.contains($0.parent) && $0.child != "change"
    }
  }

  /// Later imports that changed a row which the import brought.
  private static func changing(_ table: String) -> String {
    """
    SELECT DISTINCT importID FROM change WHERE change.importID > :id AND tableName = '\(table)'
    AND rowKey IN (SELECT id FROM \(table) WHERE importID = :id)
    """
  }

  /// Later imports that brought a row naming one of the import's, or changed a row so that it does.
  private static func referring(
    _ reference: StudySchema.Reference, _ schema: StudySchema
  ) -> [String] {
    let (child, column) = (reference.child, reference.column)
    let names = "\(column) IN (SELECT id FROM \(reference.parent) WHERE importID = :id)"
    let brought = "SELECT DISTINCT importID FROM \(child) WHERE importID > :id AND \(names)"
    guard schema.hasID(child) else { return [brought] }
    return [
      brought,
      """
      SELECT DISTINCT importID FROM change WHERE importID > :id AND tableName = '\(child)'
      AND rowKey IN (SELECT id FROM \(child) WHERE \(names))
      """,
    ]
  }

  /// Whether a row that stays names one that goes.
  private static func isNamedByOthers(
    _ id: Int64, _ schema: StudySchema, _ db: Database
  ) throws -> Bool {
    try references(schema).contains { reference in
      try Bool.fetchOne(
        db,
        sql: """
          SELECT EXISTS (SELECT 1 FROM \(reference.child) WHERE importID <> :id
            AND \(reference.column) IN (SELECT id FROM \(reference.parent) WHERE importID = :id))
          """, arguments: ["id": id]) ?? false
    }
  }

  private static func restoreChanges(of id: Int64, _ schema: StudySchema, _ db: Database) throws {
    let changes = try Row.fetchAll(
      db,
      sql: "SELECT tableName, rowKey, before, id FROM change WHERE importID = ? ORDER BY id DESC",
      arguments: [id])
    for change in changes {
      let (table, key): (String, Int64) = (change[0], change[1])
      let moved =
        table == "segment"
        ? try Row.fetchOne(
          db, sql: "SELECT versionID, start, end FROM segment WHERE id = ?", arguments: [key])
        : nil
      try BeforeImage.restore(
        db, schema, table: table, id: key, change: change[3], text: change[2])
      guard let moved else { continue }
      // A coding carries its segment's span in its key.
      for coding in ["coding", "replacedCoding"] {
        try db.execute(
          sql: """
            UPDATE \(coding) SET (versionID, start, end)
              = (SELECT versionID, start, end FROM segment WHERE id = :segment)
            WHERE versionID = :version AND start = :start AND end = :end AND segmentID = :segment
            """,
          arguments: ["segment": key, "version": moved[0], "start": moved[1], "end": moved[2]])
      }
    }
    try db.execute(sql: "DELETE FROM change WHERE importID = ?", arguments: [id])
  }
}
