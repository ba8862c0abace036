import Foundation
import GRDB

/// What makes a SQLite file a study: an application id, and a format version that counts migrations.
enum StudyFormat {
  /// `Cova` in ASCII, at byte 68 of the file.
  static let applicationID: Int32 = 0x436F_7661

  /// One step from a format to the next.
  typealias Migration = (name: String, migrate: @Sendable (Database) throws -> Void)

  /// The migrations in order, never edited after release; the format version is their number.
  static let migrations: [Migration] = [
    ("001 study", { try M001_Study.migrate($0) }),
    ("002 coding rounds", { try M002_CodingRounds.migrate($0) }),
    ("003 lists and references", { try M003_ListsAndReferences.migrate($0) }),
  ]

  /// The format this program writes.
  static var current: Int { migrations.count }

  /// What the first 100 bytes of a SQLite file tell, read without opening it.
  struct Header {
    var applicationID: Int32
    var version: Int
    var pageSize: Int
    var pageCount: Int
  }

  /// Reads the header of a SQLite file; nil where the bytes are of something else.
  static func header(of bytes: [UInt8]) -> Header? {
    guard bytes.count >= 100, bytes.starts(with: Array("SQLite format 3\0".utf8)) else {
      return nil
    }
    func number(_ at: Int, _ count: Int) -> Int {
      bytes[at..<at + count].reduce(0) { $0 << 8 | Int($1) }
    }
    let page = number(16, 2)
    return Header(
      applicationID: Int32(truncatingIfNeeded: number(68, 4)), version: number(60, 4),
      pageSize: page == 1 ? 65536 : page, pageCount: number(28, 4))
  }
}
