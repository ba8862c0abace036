import FileFormats
import Foundation
import GRDB
import StudyModel

extension StudyFile {
  /// Makes a study at a path where there is no file yet, and opens it to write.
  ///
  /// It is made beside and gets its name when it is whole, with what `fill` puts into it: whoever
  /// sees the name sees a study, and of several that make it at once one succeeds.
  ///
  /// - Throws: `StudyFileError`, and what `fill` throws; nothing is left then.
  public static func create(
    _ path: String, fill: (StudyFile) throws -> Void = { _ in }
  ) throws -> StudyFile {
    // SQLite keeps a file of no name, and one of this, for itself.
    guard !path.isEmpty, path != ":memory:" else {
      throw StudyFileError.cannotWrite(path: path, detail: "it is no name of a file")
    }
    let place = try FoundFile.place(for: path)
    do {
      let folder = try PrivateFolder(.new, in: PrivateFolder.parent(of: place))
      defer { folder.remove() }
      let file = try folder.makeFile("study")
      try guarding(path) {
        let queue = try DatabaseQueue(
          path: Connections.name(file), configuration: Connections.configuration(.init())
        ).keptWithoutThreads()
        let study = StudyFile(path: path, opening: Opening(queue, .writing, place: .file(file)))
        try study.makeEmpty()
        try fill(study)
        try queue.close()
      }
      try PrivateFolder.settle(file)
      guard try PrivateFolder.move(file, to: place) else {
        throw StudyFileError.alreadyThere(path: path)
      }
      do throws(PrivateFolder.Failure) {
        try PrivateFolder.settle(place)
      } catch {
        throw StudyFileError.diskFailed(path: path, detail: error.text)
      }
    } catch let failure as PrivateFolder.Failure {
      throw StudyFileError.cannotWrite(path: path, detail: failure.text)
    }
    return try open(path, for: .writing)
  }

  /// Makes the tables of an empty study.
  ///
  /// Nothing waits for the disk here: the file has no name yet, and waits once before it gets one.
  func makeEmpty() throws {
    try database.writeWithoutTransaction { db in
      // Large pages: a response or a segment with its text seldom fits many to a small one.
      try db.execute(sql: "PRAGMA page_size = 16384")
      try db.execute(sql: "PRAGMA application_id = \(StudyFormat.applicationID)")
      try db.execute(sql: "PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF")
      try db.inTransaction(.immediate) {
        for migration in StudyFormat.migrations { try migration.migrate(db) }
        try db.execute(sql: "PRAGMA user_version = \(StudyFormat.current)")
        return .commit
      }
      try db.execute(sql: "PRAGMA foreign_keys = ON")
    }
  }
}
