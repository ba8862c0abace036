import GRDB
public import StudyModel

/// One import under way: everything it writes stands or falls together.
///
/// Names are looked up once and kept, statements are prepared once; nothing here outlives the
/// transaction.
public final class ImportSession {
  let db: Database
  /// The number of the import, on every row it makes.
  public let importID: Int64
  var names: [NameTable: [String: Int64]] = [:]
  var madeNames: [MadeName] = []
  /// The row of the file at hand, which every name carries that it is the first to mention; whoever brings
  /// rows in says it.
  public var row = 0
  /// Organizations that stand without a number, those of earlier imports and those met in this one; nil
  /// before the first is met.
  var metOrganizations: Set<String>?
  /// Of responses that took the place of earlier ones, by the import that had brought those: how many,
  /// and the row of the first.
  public internal(set) var replacedResponses: [Int64: (count: Int, row: Int)] = [:]
  private var statements = [PreparedStatement?](
    repeating: nil, count: RowStatement.allCases.count)
  /// Responses of earlier imports that this one brought again, with the row of its file.
  var metAgain: [Int64: Int] = [:]
  /// How answers of the file are laid over earlier ones.
  var answerPlans: [AnswerPlan.Key: AnswerPlan] = [:]
  /// Read when the first row is about to be changed.
  private var schema: StudySchema?
  /// How many segments this import brought that nobody had coded before.
  public internal(set) var newSegments = 0

  init(_ db: Database, entry: ImportEntry) throws {
    self.db = db
    try db.execute(
      sql: """
        INSERT INTO import (kind, file, sha256, bytes, at, toolVersion, options, rowsIn, rowsKept,
          rowsChanged, rowsSkipped, rowsRejected, round, frameworkID)
        VALUES (?, ?, '', 0, ?, ?, '{}', 0, 0, 0, 0, 0, ?, (SELECT max(id) FROM framework))
        """,
      arguments: [entry.kind, entry.file, entry.at, entry.toolVersion, entry.round])
    importID = db.lastInsertedRowID
  }

  /// The imports before this one, as they are now that nobody else can add any.
  public func earlierImports() throws -> [ImportEntry] {
    try StudyReader(db: db).imports().filter { $0.id != importID }
  }

  /// A statement, prepared at its first use.
  func prepared(_ which: RowStatement) throws -> PreparedStatement {
    if let statement = statements[which.rawValue] { return statement }
    let statement = try PreparedStatement(db, which.sql)
    statements[which.rawValue] = statement
    return statement
  }

  /// Writes what was said of the import and what became of its rows.
  func finish(_ entry: ImportEntry) throws {
    try db.execute(
      sql: """
        UPDATE import SET options = ?, sha256 = ?, bytes = ?, rowsIn = ?, rowsKept = ?, rowsChanged = ?,
          rowsSkipped = ?, rowsRejected = ?, mendsID = ? WHERE id = ?
        """,
      arguments: [
        try entry.options.json(), entry.digest, entry.bytes, entry.rowsIn, entry.rowsKept,
        entry.rowsChanged, entry.rowsSkipped, entry.rowsRejected, entry.mendsID, importID,
      ])
    // The questionnaire of the file is nobody's where all who answered it had answered more before.
    if answerPlans.values.contains(where: \.keepsOthers) {
      try UnusedRows.remove(StudySchema(db), db)
    }
  }

  /// Keeps a row as it stands before it is changed, so that the import can be taken back.
  func keepBefore(table: String, id: Int64) throws {
    let schema = try schema ?? StudySchema(db)
    self.schema = schema
    guard let before = try BeforeImage.text(db, schema, table: table, id: id) else { return }
    let statement = try prepared(.insertChange)
    statement.bind(1, importID)
    statement.bind(2, table)
    statement.bind(3, id)
    statement.bind(4, before)
    try statement.run()
  }
}

extension StudyFile {
  /// What becomes of an import's writes.
  public enum ImportOutcome<Value> {
    /// They stand, with this entry.
    case keep(Value, ImportEntry)
    /// They are undone, as if nothing had happened.
    case discard(Value)
  }

  /// Runs an import as one transaction.
  ///
  /// - Throws: what the body throws, after undoing everything; `StudyFileError` where SQLite fails.
  public func importing<Value>(
    _ entry: ImportEntry, _ body: (ImportSession) throws -> ImportOutcome<Value>
  ) throws -> Value {
    try mayWrite()
    return try Self.guarding(path) {
      try database.writeWithoutTransaction { db in
        // Every number comes from the import's own look-ups, and to check it once more for each row
        // would cost a fifth of the import. `check` looks over the whole study.
        try db.execute(sql: "PRAGMA foreign_keys = OFF")
        defer { try? db.execute(sql: "PRAGMA foreign_keys = ON") }
        var value: Value?
        try db.inTransaction(.immediate) {
          let session = try ImportSession(db, entry: entry)
          switch try body(session) {
          case .keep(let result, let entry):
            try session.finish(entry)
            value = result
            return .commit
          case .discard(let result):
            value = result
            return .rollback
          }
        }
        guard let value else { throw StudyFileError.cannotWrite(path: path, detail: "no result") }
        return value
      }
    }
  }
}

extension ImportSession {
  /// Reads what the study holds while the import is under way, what it has brought so far included.
  public var reader: StudyReader { StudyReader(db: db) }
}
