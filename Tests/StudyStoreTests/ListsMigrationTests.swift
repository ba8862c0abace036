import Foundation
import GRDB
import StudyModel
import TestSupport
import Testing

@testable import StudyStore

@Suite("A study of an older format holds after its migration what the same imports bring today")
struct ListsMigrationTests {
  @Test(
    "Every table, and every table again after each import is taken back",
    arguments: OldStudy.Format.allCases)
  func same(format: OldStudy.Format) throws {
    let place = try Workplace()
    let path = place.path("old.covalence")
    try OldStudy.write(format, to: path)
    let (old, new) = (try StudyFile.open(path), try OldStudy.make())
    #expect(place.names.contains("old.covalence.backup-format-\(format.number)"))
    #expect(try columns(old) == columns(new))
    try compare(old, new, "migrated")
    #expect(
      try old.read { try $0.imports().map(\.options) }
        == Array(repeating: ImportOptions(), count: 8))
    for id in (1...8).reversed() {
      for file in [old, new] { try file.undoImport(Int64(id), at: "2026-01-02") }
      try compare(old, new, "import \(id) taken back")
    }
    let left = try new.contents().filter { !$0.value.isEmpty }
    #expect(left.keys.sorted() == ["change"], "only the decisions that were taken back are left")
  }

  private func compare(_ old: StudyFile, _ new: StudyFile, _ when: String) throws {
    let (old, new) = (try old.contents(), try new.contents())
    #expect(old.keys.sorted() == new.keys.sorted())
    for (table, rows) in new { #expect(old[table] == rows, "\(table), \(when)") }
  }

  /// Every column and index, as a study has them.
  private func columns(_ file: StudyFile) throws -> [String] {
    try file.read { reader in
      try String.fetchAll(
        reader.db,
        sql: """
          SELECT m.name || '.' || c.name || ' ' || c.type || c."notnull" || c.pk
          FROM sqlite_schema m JOIN pragma_table_info(m.name) c WHERE m.name <> 'grdb_migrations'
          UNION ALL
          SELECT m.name || ' by ' || i.name FROM sqlite_schema m JOIN pragma_index_list(m.name) i
          WHERE m.type = 'table' ORDER BY 1
          """)
    }
  }

  @Test("What earlier builds published stays an edition, on people known by name alone")
  func editions() throws {
    let place = try Workplace()
    let path = place.path("old.covalence")
    try OldStudy.write(.threeAtFirst, to: path)
    let old = try DatabaseQueue(path: path)
    try old.write { db in
      try db.execute(
        sql: """
          INSERT INTO edition VALUES (1, '2026', '1.0.0', 'health', 'working-group', 'north', NULL, '', '', NULL);
          INSERT INTO editionBase VALUES
            (1, 'north', NULL, '[{"count":2,"name":"responses"}]', x'01000000000000000200000000000000', x'AA');
          INSERT INTO editionRestsOn VALUES (1, 1);
          """)
    }
    try old.close()
    let states = try StudyFile.open(path).read { try $0.publishedStates() }
    let members = states.flatMap(\.base.people).flatMap(\.members)
    #expect(members == [.init(person: 1, content: nil), .init(person: 2, content: nil)])
  }

  @Test("A study that is made has a secret of its own, and so has one that is migrated")
  func secret() throws {
    let place = try Workplace()
    let path = place.path("old.covalence")
    try OldStudy.write(.two, to: path)
    let files = [try StudyFile.open(path), try StudyFile.inMemory(), try StudyFile.inMemory()]
    let secrets = try files.map { try $0.read { try $0.secret() } }
    #expect(secrets.allSatisfy { $0.count == 32 } && Set(secrets).count == 3)
  }

  @Test("Options that read in one way only are told apart; others are kept as they were written")
  func options() {
    let written: [(text: String, json: String)] = [
      ("", "{}"),
      ("--keep-good", #"{"keepGood":true}"#),
      (
        "--map code=Kode;coder=Wer --sheet people --coder Ana Maria --case x --phase one --prune",
        #"{"case":"x","coder":"Ana Maria","map":{"code":"Kode","coder":"Wer"},"phase":"one","prune":true,"sheet":"people"}"#
      ),
      (
        "--by eve --at 2026-04-01 --accept-stale --encoding utf16 --delimiter tab",
        #"{"acceptStale":true,"at":"2026-04-01","by":"eve","delimiter":"tab","encoding":"utf16","meeting":true}"#
      ),
      (#"--coder the "first" --of all"#, #"{"coder":"the \"first\" --of all"}"#),
      ("--round two --prune", #"{"prune":true,"round":"two"}"#),
      // A coder called --keep-good, a phase before a case, a map with a sign of its own, and a round
      // that the study knows by another name.
      ("--coder --keep-good", #"{"asWritten":"--coder --keep-good"}"#),
      ("--phase a --case b", #"{"asWritten":"--phase a --case b"}"#),
      ("--map code=a;b", #"{"asWritten":"--map code=a;b"}"#),
      ("--map code=a=b", #"{"asWritten":"--map code=a=b"}"#),
      ("--round one", #"{"asWritten":"--round one"}"#),
      ("--keep-good yes", #"{"asWritten":"--keep-good yes"}"#),
      ("--encoding latin", #"{"asWritten":"--encoding latin"}"#),
      ("nothing known", #"{"asWritten":"nothing known"}"#),
    ]
    for (text, json) in written { #expect(M003_ImportOptions.json(text, round: "two") == json) }
  }

  @Test("Rows that no import wrote do not keep a study from being opened")
  func damaged() throws {
    let place = try Workplace()
    let path = place.path("old.covalence")
    try OldStudy.write(.two, to: path)
    let old = try DatabaseQueue(path: path)
    try old.writeWithoutTransaction { db in
      try db.execute(
        sql: """
          PRAGMA foreign_keys = OFF;
          UPDATE change SET before = 'torn' WHERE id = 5;
          UPDATE adjudication SET sourceID = 77 WHERE id = 2;
          UPDATE coding SET codeID = 78;
          """)
    }
    try old.close()
    let file = try StudyFile.open(path)
    #expect(throws: StudyFileError.self) { try file.undoImport(8, at: "2026-01-02") }
    let orphans = try file.read { try $0.orphans() }
    #expect(orphans.map(\.table).contains("adjudication"))
    #expect(orphans.map(\.table).contains("coding"))
  }
}
