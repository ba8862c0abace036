import CSQLiteSettings
import Foundation
import GRDB

/// How connections to a study file are made.
enum Connections {
  /// A rollback journal, since an import writes once: a write-ahead log would write it all twice.
  static func configuration(_ waiting: Waiting) -> Configuration {
    _ = withoutStatistics
    var configuration = Configuration()
    configuration.label = "study"
    configuration.busyMode = .callback { waiting.pause(beforeTry: $0) }
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA cache_size = -9000; PRAGMA temp_store = FILE")
    }
    return configuration
  }

  /// Set once, before the first study is opened; without it everything works, more slowly.
  private static let withoutStatistics = covalence_sqlite_without_statistics()

  /// The name of a file as a URI that opens what is there and makes nothing: a study that was moved
  /// away a moment ago must not leave an empty file behind.
  static func name(_ file: String) -> String {
    let plain = Set(
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
    let escaped = file.utf8.map { byte -> String in
      guard plain.contains(byte) else {
        return (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
      return String(UnicodeScalar(byte))
    }
    return "file://\(escaped.joined())?mode=rw"
  }

  /// Removes a rollback journal that a stopped command left before anything was written: SQLite plays back
  /// those that matter, and leaves the others where they are.
  ///
  /// Where another program is at work the journal is its own, and stays; so it does where the folder cannot
  /// be written.
  static func removeSpentJournal(of file: String) throws {
    guard FileManager.default.fileExists(atPath: "\(file)-journal") else { return }
    var configuration = Configuration()
    configuration.busyMode = .immediateError
    do {
      let queue = try DatabaseQueue(path: name(file), configuration: configuration)
      try queue.inDatabase { db in
        guard try String.fetchOne(db, sql: "PRAGMA journal_mode") == "delete" else { return }
        // On the way back to this mode SQLite takes the writer's lock and removes the journal.
        _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = PERSIST")
        _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE")
      }
      try queue.close()
    } catch let error as DatabaseError
      where [
        .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_IOERR,
        .SQLITE_PERM,
      ].contains(error.resultCode)
    {
      return
    }
  }

  /// Takes a write-ahead log back into its file where nobody else has it open.
  ///
  /// Where somebody has, the study stays as it is, which is as good, and the next one to open it
  /// does this.
  static func leaveLog(_ queue: DatabaseQueue) throws {
    try queue.inDatabase { db in
      guard try String.fetchOne(db, sql: "PRAGMA journal_mode") == "wal" else { return }
      do {
        _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE")
      } catch let error as DatabaseError
        where [.SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_READONLY].contains(error.resultCode)
      {
        return
      }
    }
  }
}
