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
    ("003 lists and references", { try M003_Tables.migrate($0) }),
    ("004 mended imports", { try M004_MendedImports.migrate($0) }),
    ("005 handed in", { try M005_HandedIn.migrate($0) }),
    ("006 event clearance", { try M006_EventClearance.migrate($0) }),
  ]

  /// The format this program writes.
  static var current: Int { migrations.count }
}
