import Foundation
import GRDB

/// A study of an older format, brought to the newest: once, whole, and never without a copy.
struct StudyMigration {
  /// The study as it was named, and its file after all links.
  var path: String
  var file: String
  var queue: DatabaseQueue
  var waiting: Waiting

  /// Runs what is missing, under the write lock from the copy to the end.
  ///
  /// Of several that open the study at once one does it, and the others find it done.
  ///
  /// - Throws: `StudyFileError.cannotMigrate`; the study is then as it was.
  func run(_ migrations: [StudyFormat.Migration], from found: Int) throws {
    do {
      try queue.inDatabase { db in
        // A row that names one that is not there keeps nobody from opening the study: `check` lists
        // it.
        try db.execute(sql: "PRAGMA foreign_keys = OFF")
        defer { try? db.execute(sql: "PRAGMA foreign_keys = ON") }
        try db.inTransaction(.immediate) {
          let version = try StudyFile.checkedVersion(db, path, known: migrations.count)
          guard version < migrations.count else { return .rollback }
          let beside = try DatabaseQueue(
            path: Connections.name(file), configuration: Connections.configuration(waiting))
          try StudyCopy(file: file, version: version).keep(from: beside)
          for migration in migrations[version...] { try migration.migrate(db) }
          try db.execute(sql: "PRAGMA user_version = \(migrations.count)")
          try beside.close()
          return .commit
        }
      }
    } catch let error as StudyFileError {
      if case .cannotWrite(_, let detail) = error {
        throw cannot(found, migrations.count, detail)
      }
      throw error
    } catch let error as DatabaseError {
      switch StudyFile.translated(error, path) {
      case .cannotWrite(_, let detail), .refused(_, let detail):
        throw cannot(found, migrations.count, detail)
      case let other: throw other
      }
    }
  }

  private func cannot(_ found: Int, _ known: Int, _ detail: String) -> StudyFileError {
    .cannotMigrate(path: path, from: found, to: known, detail: detail)
  }
}
