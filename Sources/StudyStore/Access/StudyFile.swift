import CSQLiteSettings
import Foundation
import GRDB

/// A study: one SQLite file, opened at the newest format.
public struct StudyFile: Sendable {
  /// Where it is; `:memory:` for a study in memory.
  public let path: String
  let queue: DatabaseQueue

  /// Opens the study at a path, migrating an older format after keeping a copy beside it.
  ///
  /// - Throws: `StudyFileError`; nothing is changed then.
  public static func open(_ path: String) throws -> StudyFile {
    try open(path, migrations: StudyFormat.migrations)
  }

  /// Opens a study with a list of migrations, which a test may lengthen.
  static func open(_ path: String, migrations: [StudyFormat.Migration]) throws -> StudyFile {
    let header = try checkedHeader(path, known: migrations.count)
    if header.version < migrations.count {
      try keepCopy(of: path, version: header.version)
    }
    return try guarding(path) {
      let study = StudyFile(
        path: path, queue: try DatabaseQueue(path: path, configuration: configuration))
      try study.migrate(migrations)
      return study
    }
  }

  /// Makes an empty study at a path where there is no file yet.
  ///
  /// - Throws: `StudyFileError`.
  public static func create(_ path: String) throws -> StudyFile {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw StudyFileError.alreadyThere(path: path)
    }
    // SQLite keeps a file of no name, and one of this, for itself.
    guard !path.isEmpty, path != ":memory:" else {
      throw StudyFileError.cannotWrite(path: path, detail: "it is no name of a file")
    }
    let folder = URL(filePath: path).deletingLastPathComponent().path
    guard FileManager.default.isWritableFile(atPath: folder) else {
      throw StudyFileError.cannotWrite(
        path: path, detail: "the folder is not there or not writable")
    }
    do {
      return try guarding(path) {
        let study = StudyFile(
          path: path, queue: try DatabaseQueue(path: path, configuration: configuration))
        try study.prepare()
        return study
      }
    } catch {
      // Half a study would be taken for one the next time.
      for name in [path, "\(path)-journal"] { try? FileManager.default.removeItem(atPath: name) }
      throw error
    }
  }

  /// The same study once more, for reading beside this one; nil for a study in memory.
  public func forReadingBeside() throws -> StudyFile? {
    guard path != ":memory:" else { return nil }
    return try Self.guarding(path) {
      var configuration = Self.configuration
      configuration.readonly = true
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      return StudyFile(path: path, queue: queue)
    }
  }

  /// Makes an empty study in memory, for tests.
  public static func inMemory() throws -> StudyFile {
    let study = StudyFile(path: ":memory:", queue: try DatabaseQueue(configuration: configuration))
    try study.prepare()
    return study
  }

  /// A rollback journal, since an import writes once: a write-ahead log would write it all twice.
  private static var configuration: Configuration {
    _ = withoutStatistics
    var configuration = Configuration()
    configuration.label = "study"
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA cache_size = -9000; PRAGMA temp_store = FILE")
    }
    return configuration
  }

  /// Set once, before the first study is opened; without it everything works, more slowly.
  private static let withoutStatistics = covalence_sqlite_without_statistics()

  private func prepare() throws {
    try queue.writeWithoutTransaction { db in
      // Large pages: a response or a segment with its text seldom fits many to a small one.
      try db.execute(sql: "PRAGMA page_size = 16384")
      try db.execute(sql: "PRAGMA application_id = \(StudyFormat.applicationID)")
      // An empty study can be made again; the first write after this waits for the disk as usual,
      // and for all that is here.
      try db.execute(sql: "PRAGMA synchronous = OFF")
    }
    try migrate(StudyFormat.migrations)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
  }

  private func migrate(_ migrations: [StudyFormat.Migration]) throws {
    // A row that names one that is not there keeps nobody from opening the study: `check` lists it.
    var migrator = DatabaseMigrator().disablingDeferredForeignKeyChecks()
    for migration in migrations {
      migrator.registerMigration(migration.name, migrate: migration.migrate)
    }
    try migrator.migrate(queue)
    try queue.write { db in
      let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
      if version != migrations.count {
        try db.execute(sql: "PRAGMA user_version = \(migrations.count)")
      }
    }
  }

  /// Reads the file's header without opening it as a database, so that a wrong file stays untouched.
  private static func checkedHeader(_ path: String, known: Int) throws -> StudyFormat.Header {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      throw StudyFileError.notAStudy(path: path, found: "a folder")
    }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw StudyFileError.notFound(path: path)
    }
    defer { try? handle.close() }
    let bytes = [UInt8]((try? handle.read(upToCount: 100)) ?? Data())
    guard let header = StudyFormat.header(of: bytes) else {
      throw StudyFileError.notAStudy(
        path: path, found: bytes.isEmpty ? "an empty file" : "no SQLite file")
    }
    guard header.applicationID == StudyFormat.applicationID else {
      throw StudyFileError.notAStudy(path: path, found: "a SQLite file of another program")
    }
    guard header.version <= known else {
      throw StudyFileError.newerFormat(path: path, found: header.version, known: known)
    }
    let size = (try? handle.seekToEnd()).map(Int.init) ?? 0
    guard size >= header.pageCount * header.pageSize else {
      throw StudyFileError.damaged(
        path: path,
        detail: "it should have \(header.pageCount * header.pageSize) bytes and has \(size)")
    }
    return header
  }

  private static func keepCopy(of path: String, version: Int) throws {
    let copy = "\(path).backup-format-\(version)"
    guard !FileManager.default.fileExists(atPath: copy) else { return }
    do {
      try FileManager.default.copyItem(atPath: path, toPath: copy)
    } catch {
      throw StudyFileError.cannotWrite(path: copy, detail: "the copy before migrating failed")
    }
  }

  /// Turns SQLite's errors into the study's own.
  static func guarding<T>(_ path: String, _ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw translated(error, path)
    } catch let error as DamagedRow {
      throw StudyFileError.damaged(path: path, detail: error.text)
    } catch is RowDecodingError {
      throw StudyFileError.damaged(path: path, detail: "a value is of another kind than its column")
    }
  }

  static func translated(_ error: DatabaseError, _ path: String) -> any Error {
    switch error.resultCode {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT:
      StudyFileError.damaged(path: path, detail: error.message ?? "SQLite cannot read it")
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_PERM:
      StudyFileError.cannotWrite(path: path, detail: error.message ?? "SQLite refused")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      StudyFileError.busy(path: path)
    default:
      error
    }
  }
}
