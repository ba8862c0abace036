import Foundation
import GRDB
public import StudyModel

/// A study: one SQLite file, opened at the newest format.
///
/// Copies of this value share one opening. It ends with `close`, or with the last of them.
public struct StudyFile: Sendable {
  /// What a study is opened for, which decides about its locks.
  public typealias Purpose = StudyPurpose

  /// The number of the newest format, in which every open study is.
  public static var format: Int { StudyFormat.current }

  /// Where it is, as it was named; `:memory:` for a study in memory.
  public let path: String
  /// What it was opened for.
  public var purpose: Purpose { opening.purpose }
  let opening: Opening

  /// The connections.
  var database: any DatabaseWriter { opening.database }

  init(path: String, opening: Opening) {
    self.path = path
    self.opening = opening
  }

  /// Ends this opening.
  ///
  /// Connections are closed, a write-ahead log goes back into the file, a scratch copy is removed.
  /// Reading or writing fails afterwards.
  ///
  /// - Throws: `StudyFileError`; the study itself is whole all the same.
  public func close() throws {
    try Self.guarding(path) { try opening.close() }
  }

  /// Makes an empty study in memory, for tests.
  public static func inMemory() throws -> StudyFile {
    let database = try DatabaseQueue(configuration: Connections.configuration(.init()))
      .keptWithoutThreads()
    let study = StudyFile(path: ":memory:", opening: Opening(database, .writing, place: .memory))
    try study.makeEmpty()
    return study
  }

  /// Runs one transaction that has the write lock from its beginning.
  func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try mayWrite()
    return try Self.guarding(path) { try database.write(body) }
  }

  /// - Throws: `StudyFileError.cannotWrite` where the study was opened to read.
  func mayWrite() throws {
    guard purpose != .reading else {
      throw StudyFileError.cannotWrite(path: path, detail: "it was opened to be read only")
    }
  }
}
