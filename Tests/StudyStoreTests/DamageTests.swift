import GRDB
import StudyModel
import Testing

@testable import StudyStore

@Suite("A value that no import writes is damage of its row, and never another value")
struct DamageTests {
  /// A change of the file by another hand, and what is said of it.
  struct Damage: Sendable, CustomTestStringConvertible {
    var sql: String
    var said: String
    var testDescription: String { sql }

    init(_ sql: String, _ said: String) { (self.sql, self.said) = (sql, said) }
  }

  static let all: [Damage] = [
    Damage(
      "UPDATE adjudication SET decision = 'withdrawn' WHERE id = 1",
      "row 1 of table \"adjudication\" has in \"decision\" the unknown word \"withdrawn\""),
    Damage(
      "UPDATE adjudication SET start = 14, end = 6 WHERE id = 1",
      "row 1 of table \"adjudication\" spans 14 to 6"),
    Damage(
      "UPDATE adjudication SET newStart = 9223372036854775807 WHERE id = 1",
      "row 1 of table \"adjudication\" spans 9223372036854775807 to 14"),
    Damage(
      "UPDATE adjudication SET weight = 9e999 WHERE id = 1",
      "row 1 of table \"adjudication\" has the weight inf"),
    Damage(
      "UPDATE adjudication SET versionID = 2 WHERE id = 1",
      "row 1 of table \"adjudication\" names no source, or no version of it"),
    Damage(
      "UPDATE adjudication SET codeID = 99 WHERE id = 2",
      "row 2 of table \"adjudication\" names no code"),
    Damage(
      "UPDATE adjudication SET newCodeID = 99 WHERE id = 2",
      "row 2 of table \"adjudication\" names no new code"),
    Damage(
      "UPDATE coding SET end = -9223372036854775808 WHERE start = 9",
      "row versionID 1, start 9, end -9223372036854775808, codeID 2, coderID 2 of table \"coding\" spans 9 to -9223372036854775808"
    ),
    Damage(
      "UPDATE coding SET weight = -1 WHERE start = 9",
      "row versionID 1, start 9, end 26, codeID 2, coderID 2 of table \"coding\" has the weight -1.0"
    ),
    Damage(
      "UPDATE coding SET valence = 7 WHERE start = 9",
      "row versionID 1, start 9, end 26, codeID 2, coderID 2 of table \"coding\" has the unknown valence 7"
    ),
    Damage(
      "UPDATE coding SET coderID = 99 WHERE start = 9",
      "row versionID 1, start 9, end 26, codeID 2, coderID 99 of table \"coding\" names no code or no coder"
    ),
    Damage(
      "UPDATE coding SET clear = 5 WHERE start = 9",
      "row versionID 1, start 9, end 26, codeID 2, coderID 2 of table \"coding\" has in \"clear\" what is no value of that column"
    ),
    Damage(
      "UPDATE segment SET start = 15 WHERE id = 1", "row 1 of table \"segment\" spans 15 to 14"),
    Damage(
      "UPDATE source SET kind = 'film' WHERE id = 2",
      "row 2 of table \"source\" has in \"kind\" the unknown word \"film\""),
    Damage(
      "UPDATE source SET phaseID = 4 WHERE id = 2",
      "row 2 of table \"source\" names in \"phaseID\" a row that is not there"),
    Damage(
      "UPDATE sourceCoder SET coderID = 99 WHERE position = 1",
      "row sourceID 1, coderID 99 of table \"sourceCoder\" names no coder"),
    Damage(
      "UPDATE participant SET role = 'boss'",
      "row 1 of table \"participant\" has in \"role\" the unknown word \"boss\""),
    Damage(
      "UPDATE participant SET attributes = '{\"age\":40}'",
      "row 1 of table \"participant\" has attributes that are no JSON object of texts"),
    Damage(
      "UPDATE studyCase SET attributes = 'terrain'",
      "row 1 of table \"studyCase\" has attributes that are no JSON object of texts"),
    Damage(
      "UPDATE response SET answers = x'04'",
      "row 1 of table \"response\" has 1 answers, its questionnaire 2"),
    Damage(
      "UPDATE response SET caseID = 9", "row 1 of table \"response\" names no case"),
    Damage(
      "UPDATE response SET phaseID = 9", "row 1 of table \"response\" names no phase"),
    Damage(
      "UPDATE response SET organizationID = 9",
      "row 1 of table \"response\" names no organization"),
    Damage(
      "DELETE FROM instrumentItem WHERE position = 1",
      "row versionID 1, position 2 of table \"instrumentItem\" names no item at its place"),
    Damage(
      "UPDATE import SET rowsIn = 9223372036854775807 WHERE id = 4",
      "row 4 of table \"import\" has in \"rowsIn\" what is no value of that column"),
    Damage(
      "UPDATE change SET before = '[]' WHERE id = 2",
      "row 2 of table \"change\" is not the kept row 1 of \"source\""),
    Damage(
      "UPDATE change SET before = json_set(before, '$.colour', 'red') WHERE id = 2",
      "row 2 of table \"change\" has a member that is no column of \"source\""),
    Damage(
      "UPDATE secret SET value = x'00'",
      "row \"study\" of table \"secret\" does not hold 32 bytes"),
  ]

  @Test("It is listed with table and row, and the rest is read", arguments: all)
  func listed(damage: Damage) throws {
    let file = try OldStudy.make()
    try damaging(file, damage.sql)
    let rows = try file.read { try $0.damagedRows() }
    #expect(rows.contains(damage.said), "\(rows)")
    // What is left can be read: nothing else is lost with the row.
    try file.read { reader in
      let lenient = reader.leavingOutDamage()
      #expect(try lenient.imports().count >= 7)
      try lenient.forEachCodedSource { _ in }
      _ = try lenient.orphans()
    }
  }

  @Test("What is well has none")
  func well() throws {
    let file = try OldStudy.make()
    #expect(try file.read { try $0.damagedRows() } == [])
    #expect(try file.read { try $0.orphans() }.isEmpty)
  }

  @Test("Whoever needs the row is told that the study is damaged")
  func refused() throws {
    func said(_ sql: String, _ read: (StudyReader) throws -> Void) throws -> String? {
      let file = try OldStudy.make()
      try damaging(file, sql)
      do {
        try file.read(read)
        return nil
      } catch StudyFileError.damaged(_, let detail, _) {
        return detail
      }
    }
    let withdrawn = "UPDATE adjudication SET decision = 'withdrawn' WHERE id = 1"
    let text = "row 1 of table \"adjudication\" has in \"decision\" the unknown word \"withdrawn\""
    #expect(try said(withdrawn) { _ = try $0.decisions() } == text)
    #expect(try said(withdrawn) { try $0.forEachCodedSource { _ in } } == text)
    #expect(try said("UPDATE source SET kind = 'film'") { _ = try $0.sources() } != nil)
    #expect(try said("UPDATE coding SET start = -5") { try $0.forEachCodedSource { _ in } } != nil)
    #expect(
      try said("UPDATE response SET answers = x'04'") {
        try $0.forEachResponse(ofCase: 1) { _ in }
      } != nil)
  }

  @Test("A decision taken back is held to the same")
  func undone() throws {
    let file = try OldStudy.make()
    for id in (5...8).reversed() { try file.undoImport(Int64(id), at: "2026-01-02") }
    #expect(
      try file.read { try $0.undoneDecisions() }.map(\.decision.reason) == ["clear", "clear"])
    try damaging(
      file,
      "UPDATE change SET before = json_set(before, '$.decision', 'maybe') WHERE tableName LIKE '%back'"
    )
    #expect(throws: StudyFileError.self) { try file.read { try $0.undoneDecisions() } }
    let rows = try file.read { try $0.damagedRows() }
    #expect(rows.count == 2 && rows.allSatisfy { $0.contains("the unknown word \"maybe\"") })
  }

  private func damaging(_ file: StudyFile, _ sql: String) throws {
    try file.database.writeWithoutTransaction { db in
      try db.execute(
        sql: """
          PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; \(sql);
          PRAGMA ignore_check_constraints = OFF; PRAGMA foreign_keys = ON;
          """)
      #expect(db.totalChangesCount > 0)
    }
  }
}

@Suite("Undo leaves a study as it was, whatever the file is made of")
struct UndoSchemaTests {
  @Test("A table added later is taken back without being named in the program")
  func added() throws {
    let file = try StudyFile.inMemory()
    try file.database.write { db in
      try db.execute(
        sql: """
          CREATE TABLE weather (id INTEGER PRIMARY KEY, caseID INTEGER REFERENCES studyCase (id),
            importID INTEGER NOT NULL REFERENCES import (id)) STRICT
          """)
    }
    let before = try file.contents()
    let entry = ImportEntry(
      kind: "any", file: "a", at: "2026", toolVersion: "", options: ImportOptions())
    try file.importing(entry) { session in
      _ = try session.store(Case(id: "north", name: "North"))
      return .keep((), entry)
    }
    try file.importing(entry) { session in
      try session.db.execute(
        sql: "INSERT INTO weather (caseID, importID) VALUES (1, \(session.importID))")
      return .keep((), entry)
    }
    #expect(throws: UndoRefusal.builtOn(1, by: [2])) { try file.undoImport(1, at: "2027") }
    try file.undoImport(2, at: "2027")
    try file.undoImport(1, at: "2027")
    #expect(try file.contents() == before)
  }

  @Test("Who codes a source and who agreed are kept, and come back as they were")
  func kept() throws {
    let file = try OldStudy.make()
    let before = try file.contents()
    let entry = ImportEntry(
      kind: "any", file: "a", at: "2026", toolVersion: "", options: ImportOptions())
    try file.importing(entry) { session in
      let stored = try session.store(
        Source(
          id: "n1", caseID: "north", participant: "p1", coders: ["cleo", "ben"],
          kind: .interview), caseID: RowID(1), participantID: RowID(1))
      #expect(stored == .changed)
      _ = try session.store(
        Participant(
          id: "p1", caseID: "north", organization: "Club", role: .convenor, agreed: true),
        caseID: RowID(1))
      return .keep((), entry)
    }
    let source = try #require(try file.read { try $0.sources() }.first)
    #expect(source.coders == ["cleo", "ben"])
    #expect(try file.read { try $0.participants() }.map(\.agreed) == [true])
    try file.undoImport(9, at: "2027")
    #expect(try file.contents() == before)
  }

  @Test("A passage is cleared by one yes and no no; an empty answer is none")
  func clearance() throws {
    let file = try OldStudy.make()
    func cleared(_ clear: String) throws -> [Bool?] {
      try file.database.write { try $0.execute(sql: "UPDATE coding SET clear = \(clear)") }
      let words = try file.read { try $0.words(ofSource: "n1") }
      return words.sorted { $0.key < $1.key }.map(\.value.clear)
    }
    #expect(try cleared("1") == [true, true])
    #expect(try cleared("0") == [false, false])
    #expect(try cleared("NULL") == [nil, nil])
  }

  @Test("Attributes keep every sign and their order")
  func attributes() throws {
    let file = try StudyFile.inMemory()
    let all = ["left\u{1F}right", "a;b", "\"quoted\"\\", "line\nline", "\u{1}", "ä € 😀", ""]
    let attributes = all.enumerated().map {
      Attribute(name: "z\(9 - $0)\u{1F}", value: $1)
    }
    let entry = ImportEntry(
      kind: "any", file: "a", at: "2026", toolVersion: "", options: ImportOptions())
    try file.importing(entry) { session in
      _ = try session.store(Case(id: "north", name: "North", attributes: attributes))
      return .keep((), entry)
    }
    #expect(try file.read { try $0.cases() }.first?.case.attributes == attributes)
  }

  /// Readers of codings, by name.
  static let readers: [(name: String, read: @Sendable (StudyReader) throws -> Void)] = [
    ("codes by codes", { try $0.forEachCodeCount { _, _, _ in } }),
    ("codes", { _ = try $0.codeCounts() }),
    ("scores", { try $0.forEachCodedSource { _ in } }),
    ("stages", { try $0.forEachSourceHistory { _ in } }),
    ("shares", { _ = try $0.codedShares() }),
    ("clearance", { _ = try $0.passageClearance() }),
    ("lengths", { _ = try $0.transcriptLengths() }),
    ("words", { _ = try $0.words(ofSource: "n1") }),
    (
      "trace",
      { reader in
        let coding = Coding(
          coder: "ben", code: "way", span: Span(start: 9, end: 26), weight: 2, valence: .mixed)
        _ = try reader.tracedCodings(alike: [coding], ofSource: "n1", by: Codebook())
      }
    ),
  ]

  @Test(
    "A row that hangs on nothing ends every reading that would give figures without it",
    arguments: [
      (
        "UPDATE coding SET codeID = 99 WHERE start = 9",
        ["codes by codes", "codes", "scores", "stages", "trace"]
      ),
      (
        "UPDATE coding SET versionID = 99 WHERE start = 9",
        ["codes by codes", "scores", "stages", "shares", "clearance"]
      ),
      (
        "UPDATE sourceVersion SET sourceID = 99 WHERE id = 1",
        ["codes by codes", "scores", "stages", "shares", "clearance", "lengths"]
      ),
      ("UPDATE coding SET segmentID = 99 WHERE start = 9", ["clearance", "words", "trace"]),
      ("UPDATE adjudication SET sourceID = 99 WHERE id = 1", ["scores", "stages"]),
      ("UPDATE sourceCoder SET sourceID = 99 WHERE position = 1", ["scores", "stages"]),
    ])
  func loose(sql: String, ending: [String]) throws {
    let file = try OldStudy.make()
    try file.database.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF; UPDATE coding SET clear = 1; \(sql)")
    }
    var ended: [String] = []
    for reader in Self.readers {
      do {
        try file.read(reader.read)
      } catch let error as StudyFileError {
        guard case .damaged = error else { throw error }
        ended.append(reader.name)
      }
    }
    #expect(Set(ended).isSuperset(of: ending), "ended: \(ended)")
    // Who looks over everything goes on, and is told.
    #expect(try file.read { try $0.damagedRows() }.count >= 1)
  }
}
