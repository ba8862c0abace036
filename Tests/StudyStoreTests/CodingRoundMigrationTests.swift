import Foundation
import GRDB
import StudyModel
import TestSupport
import Testing

@testable import StudyStore

@Suite("A study of format 1 is taken over, and its imports get their version from the dates")
struct CodingRoundMigrationTests {
  @Test("The version in force on the day, marked as inferred; unknown before the first")
  func inferred() throws {
    let place = try Workplace()
    let path = place.path("old.covalence")
    let old = try DatabaseQueue(path: path)
    var migrator = DatabaseMigrator()
    migrator.registerMigration("001 study") { try M001_Study.migrate($0) }
    try migrator.migrate(old)
    try old.write { db in
      try db.execute(
        sql: """
          PRAGMA application_id = \(StudyFormat.applicationID);
          PRAGMA user_version = 1;
          INSERT INTO framework VALUES (1, 'small', '1.0.0', 'aa', '2026-02-01T12:00:00Z'),
            (2, 'small', '1.1.0', 'bb', '2026-03-01T12:00:00Z');
          INSERT INTO import VALUES
            (1, 'codings', 'a.csv', '', 0, '2026-01-01T09:00:00Z', '', '', 1, 1, 0, 0, 0, NULL),
            (2, 'codings', 'b.csv', '', 0, '2026-02-02T09:00:00Z', '', '', 1, 1, 0, 0, 0, NULL),
            (3, 'codings', 'c.csv', '', 0, '2026-03-02T09:00:00Z', '', '', 1, 1, 0, 0, 0, NULL);
          """)
    }
    try old.close()
    let study = try StudyFile.open(path, for: .writing)
    let imports = try study.read { try $0.imports() }
    #expect(imports.map(\.frameworkNumber) == [nil, 1, 2])
    #expect(imports.map(\.isFrameworkInferred) == [false, true, true])
    #expect(imports.map(\.roundName) == ["2026-01-01", "2026-02-02", "2026-03-02"])
    #expect(place.names.contains("old.covalence.backup-format-1"))
    let fresh = ImportEntry(
      kind: "cases", file: "d.csv", at: "2026-01-01", toolVersion: "", options: ImportOptions())
    try study.importing(fresh) { _ in .keep((), fresh) }
    let last = try #require(try study.read { try $0.imports() }.last)
    #expect(last.frameworkNumber == 2 && !last.isFrameworkInferred)
  }
}
