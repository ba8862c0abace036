import FileFormats
import Foundation
import GRDB
public import StudyModel

extension StudyFile {
  /// Opens the study at a path, migrating an older format after keeping a copy beside it.
  ///
  /// What a killed program left half written is rolled back by SQLite before anything is said of the
  /// file. While another program writes, this waits.
  ///
  /// - Throws: `StudyFileError`; the study is then as it was.
  public static func open(
    _ path: String, for purpose: Purpose = .writing, waiting: Waiting = .init()
  ) throws -> StudyFile {
    try open(path, for: purpose, waiting: waiting, migrations: StudyFormat.migrations)
  }

  /// Opens a study with a list of migrations, which a test may lengthen.
  static func open(
    _ path: String, for purpose: Purpose, waiting: Waiting = .init(),
    migrations: [StudyFormat.Migration]
  ) throws -> StudyFile {
    let file = try FoundFile.study(at: path)
    // What a killed command was making there, or trying, holds what the study does.
    for folder in [PrivateFolder.parent(of: file), PrivateFolder.temporaryFiles] {
      PrivateFolder.tidy(folder)
    }
    return try guarding(path) {
      let queue = try firstConnection(file, path, waiting)
      let version = try queue.read { try checkedVersion($0, path, known: migrations.count) }
      try Connections.removeSpentJournal(of: file)
      if version < migrations.count {
        try StudyMigration(path: path, file: file, queue: queue, waiting: waiting)
          .run(migrations, from: version)
      }
      guard purpose == .serving else {
        try Connections.leaveLog(queue)
        return StudyFile(path: path, opening: Opening(queue, purpose, place: .file(file)))
      }
      let pool = try DatabasePool(path: file, configuration: Connections.configuration(waiting))
        .keptWithoutThreads()
      try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      return StudyFile(path: path, opening: Opening(pool, purpose, place: .file(file)))
    }
  }

  /// The first connection to a file, in which SQLite mends what is left half written.
  private static func firstConnection(
    _ file: String, _ path: String, _ waiting: Waiting
  ) throws -> DatabaseQueue {
    do {
      return try DatabaseQueue(
        path: Connections.name(file), configuration: Connections.configuration(waiting)
      ).keptWithoutThreads()
    } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
      // Zeros may have been a study whose first page was still to come; now they are not.
      if try !FoundFile.hasName(file, path) {
        throw StudyFileError.notAStudy(path: path, found: "no SQLite file")
      }
      throw error
    } catch let error as DatabaseError
      where [.SQLITE_READONLY, .SQLITE_CANTOPEN].contains(error.resultCode)
    {
      // Of a study that nobody left half written SQLite reads without writing anything.
      throw StudyFileError.unfinished(
        path: path, beside: companions(path).unfinished,
        detail: "the file or its folder cannot be written")
    }
  }

  /// The format of a study, under a read lock and after SQLite's recovery.
  static func checkedVersion(_ db: Database, _ path: String, known: Int) throws -> Int {
    guard try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0 > 0 else {
      throw StudyFileError.notAStudy(path: path, found: "an empty file")
    }
    guard
      try Int32.fetchOne(db, sql: "PRAGMA application_id") == StudyFormat.applicationID
    else {
      throw StudyFileError.notAStudy(path: path, found: "a SQLite file of another program")
    }
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard version <= known else {
      throw StudyFileError.newerFormat(path: path, found: version, known: known)
    }
    guard version > 0 else {
      throw StudyFileError.notAStudy(path: path, found: "a study that was never finished")
    }
    try checkSize(db, path)
    return version
  }

  /// Looks whether the end of the file is there.
  ///
  /// SQLite fills up a last page that was cut off, and says nothing. While the read lock is held
  /// nobody changes the file's size; with a log the newest pages need not be in the file.
  private static func checkSize(_ db: Database, _ path: String) throws {
    guard try String.fetchOne(db, sql: "PRAGMA journal_mode") != "wal",
      let pages = try Int64.fetchOne(db, sql: "PRAGMA page_count"),
      let page = try Int64.fetchOne(db, sql: "PRAGMA page_size"),
      let size = FoundFile.size(db), size < pages * page
    else { return }
    throw StudyFileError.damaged(
      path: path, detail: "it should have \(pages * page) bytes and has \(size)",
      beside: companions(path))
  }

  /// Whether others on the machine may read the study, as they could where it was made by an earlier
  /// version of the program or copied.
  public func isReadableByOthers() -> Bool {
    guard case .file(let file) = opening.place else { return false }
    var found = stat()
    return stat(file, &found) == 0 && found.st_mode & (S_IRGRP | S_IROTH) != 0
  }

  /// The same study once more, for reading beside this one at the same moment.
  ///
  /// As long as one reader is in it nobody can finish writing. Nil where that does not hold or there
  /// is no file.
  public func forReadingBeside() throws -> StudyFile? {
    guard case .file(let file) = opening.place, purpose != .serving else { return nil }
    return try Self.guarding(path) {
      let queue = try DatabaseQueue(
        path: Connections.name(file), configuration: Connections.configuration(.init())
      ).keptWithoutThreads()
      guard try queue.inDatabase({ try String.fetchOne($0, sql: "PRAGMA journal_mode") }) != "wal"
      else { return nil }
      return StudyFile(path: path, opening: Opening(queue, .reading, place: .file(file)))
    }
  }
}
