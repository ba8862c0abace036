import Foundation
import GRDB
import StudyModel
import TestSupport

@testable import StudyStore

/// A study as older formats wrote it, in SQL, and the same eight imports made today.
enum OldStudy {
  static let text = "We wait. The way is known."
  static let newText = "Well. We wait. Nobody knows."

  /// What older programs wrote.
  enum Format: Int, CaseIterable {
    case one = 1
    case two
    case three
    /// Format 3 with the column that tells whose rejected rows came back.
    case threeWithMends
    /// Format 3 as it was written first, with room for what never came.
    case threeAtFirst

    var number: Int { min(rawValue, 3) }
  }

  /// Writes the old study; opened, it is migrated.
  static func write(_ format: Format, to path: String) throws {
    let old = try DatabaseQueue(path: path)
    try old.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      for migration in StudyFormat.migrations.prefix(min(format.number, 2)) {
        try migration.migrate(db)
      }
      try db.execute(
        sql: """
          PRAGMA application_id = \(StudyFormat.applicationID);
          PRAGMA user_version = \(format.number);
          \(rows)
          """)
      try db.execute(
        sql: """
          UPDATE sourceVersion SET text = ? WHERE number = 1 AND file IS NOT NULL;
          """, arguments: [text])
      try db.execute(
        sql: "UPDATE sourceVersion SET text = ? WHERE number = 2", arguments: [newText])
      if format.number == 3 { try StudyFormat.migrations[2].migrate(db) }
      switch format {
      case .threeWithMends:
        try db.execute(
          sql: "ALTER TABLE import ADD COLUMN mendsID INTEGER REFERENCES import (id)")
      case .threeAtFirst: try db.execute(sql: atFirst)
      case .one, .two, .three: break
      }
    }
    try old.close()
  }

  /// What the first builds had in format 3, and later ones have no more.
  private static let atFirst = """
    ALTER TABLE code ADD COLUMN parentID INTEGER REFERENCES code (id);
    ALTER TABLE code ADD COLUMN position INTEGER;
    ALTER TABLE code ADD COLUMN definition TEXT;
    ALTER TABLE code ADD COLUMN colour TEXT;
    ALTER TABLE code ADD COLUMN guid TEXT;
    ALTER TABLE code ADD COLUMN isCodable INTEGER NOT NULL DEFAULT 1 CHECK (isCodable IN (0, 1));
    ALTER TABLE code ADD COLUMN importID INTEGER REFERENCES import (id);
    CREATE UNIQUE INDEX codeByGUID ON code (guid);
    CREATE INDEX codeByParent ON code (parentID);
    CREATE TABLE codeMeaning (
      id INTEGER PRIMARY KEY, codeID INTEGER NOT NULL REFERENCES code (id), construct TEXT,
      aspect TEXT NOT NULL CHECK (aspect IN ('received', 'wanted')),
      importID INTEGER NOT NULL REFERENCES import (id)
    ) STRICT;
    CREATE TABLE foreignID (
      id INTEGER PRIMARY KEY, tableName TEXT NOT NULL, rowKey INTEGER NOT NULL,
      program TEXT NOT NULL, name TEXT NOT NULL, importID INTEGER NOT NULL REFERENCES import (id)
    ) STRICT;
    CREATE INDEX foreignIDByRow ON foreignID (tableName, rowKey);
    ALTER TABLE source ADD COLUMN work TEXT;
    ALTER TABLE sourceCoder
      ADD COLUMN hasRead INTEGER NOT NULL DEFAULT 0 CHECK (hasRead IN (0, 1));
    UPDATE change SET before = json_set(before, '$.work', NULL, '$.sourceCoder[0].hasRead', 0,
        '$.sourceCoder[1].hasRead', 0)
      WHERE tableName = 'source';
    UPDATE source SET kind = 'document' WHERE kind = 'unstated';
    DROP INDEX editionBaseByDigest;
    DROP INDEX editionBaseByCell;
    ALTER TABLE editionBase DROP COLUMN contents;
    CREATE UNIQUE INDEX editionBaseByDigest ON editionBase (digest);
    CREATE INDEX editionBaseByCell ON editionBase (caseCode, phase);
    """

  /// Makes the same with the program as it is.
  static func make() throws -> StudyFile {
    let file = try StudyFile.inMemory()
    func bring(_ kind: String, _ body: (ImportSession) throws -> Void) throws {
      let entry = ImportEntry(
        kind: kind, file: "\(kind).csv", at: "2026-01-01T09:00:00Z", toolVersion: "1.0.0",
        options: ImportOptions())
      try file.importing(entry) { session in
        try body(session)
        return .keep((), entry)
      }
    }
    try bring("cases") {
      _ = try $0.store(
        Case(
          id: "north", name: "North",
          attributes: [
            Attribute(name: "terrain", value: "hills"),
            Attribute(name: "note", value: "a \"b\"\n\\c\u{7}"),
          ]))
    }
    try bring("participants") {
      _ = try $0.store(
        Participant(
          id: "p1", caseID: "north", organization: "Club", role: .convenor,
          attributes: [Attribute(name: "age", value: "40")]), caseID: RowID(1))
    }
    try bring("sources") { session in
      _ = try session.store(
        Source(
          id: "n1", caseID: "north", participant: "p1", coders: ["ana", "ben"], kind: .interview),
        caseID: RowID(1), participantID: RowID(1))
      _ = try session.storeTranscript(
        sourceID: RowID(1), file: "n1.txt", sha256: "aa", text: text)
      _ = try session.store(
        Source(id: "n2", caseID: "north", coders: [], kind: .unstated), caseID: RowID(1),
        participantID: nil)
    }
    try bring("codings") { session in
      let codings = [
        (Span(start: 0, end: 8), "ana", "wait", true as Bool?, "We wait."),
        (Span(start: 9, end: 26), "ben", "way", false, "The way is known."),
      ]
      for (row, (span, coder, code, clear, words)) in codings.enumerated() {
        let coding = ImportSession.NewCoding(
          versionID: RowID(1), span: span, codeID: try session.codeID(code),
          coderID: try session.coderID(coder), weight: 2, valence: .mixed, clear: clear,
          row: row + 2)
        var bytes = Array(words.utf8)
        _ = try bytes.withUnsafeMutableBytes {
          try session.store(
            coding, text: UnsafeRawBufferPointer($0),
            memo: UnsafeRawBufferPointer(start: nil, count: 0))
        }
      }
    }
    try bring("adjudications") { session in
      for (row, span) in [Span(start: 0, end: 8), Span(start: 9, end: 26)].enumerated() {
        try session.append(
          Adjudication(
            code: row == 0 ? "wait" : "way", span: span, decision: .accept, by: "eve",
            at: "2026-04-01", reason: "clear", row: row + 2), sourceID: RowID(1))
      }
    }
    try bring("sources") { session in
      _ = try session.store(
        Source(
          id: "n1", caseID: "north", participant: "p1", coders: ["ben", "cleo"], kind: .interview),
        caseID: RowID(1), participantID: RowID(1))
      _ = try session.storeTranscript(
        sourceID: RowID(1), file: "n1.txt", sha256: "bb", text: newText)
    }
    try bring("survey") { session in
      let version = try session.instrumentVersion(items: ["wait", "way"])
      let response = ImportSession.NewResponse(
        caseID: RowID(1), organizationID: try session.organizationID("Hut"), phaseID: nil,
        versionID: version, row: 2)
      let (respondent, answers) = (Array("r1".utf8), [UInt8]([4, 128]))
      try respondent.withUnsafeBytes { respondent in
        try answers.withUnsafeBytes { answers in
          _ = try session.store(
            response, respondent: respondent,
            role: UnsafeRawBufferPointer(start: nil, count: 0), answers: answers,
            untold: .init(organization: false, role: false))
        }
      }
    }
    try bring("cases") {
      _ = try $0.store(Case(id: "north", name: "Far north", attributes: []))
    }
    return file
  }

  private static let rows = """
    INSERT INTO import (id, kind, file, sha256, bytes, at, toolVersion, options, rowsIn, rowsKept,
        rowsChanged, rowsSkipped, rowsRejected)
      SELECT key + 1, value, value || '.csv', '', 0, '2026-01-01T09:00:00Z', '1.0.0', '', 0, 0, 0, 0, 0
      FROM json_each('["cases","participants","sources","codings","adjudications","sources","survey","cases"]');
    INSERT INTO studyCase VALUES (1, 'north', 'Far north', '', 1);
    INSERT INTO organization VALUES (1, 'Club'), (2, 'Hut');
    INSERT INTO participant
      VALUES (1, 'p1', 1, 1, 'convenor', 'age' || char(31) || '40' || char(31), 2);
    INSERT INTO source VALUES (1, 'n1', 1, 1, NULL, 'interview', 'ben;cleo', 3),
      (2, 'n2', 1, NULL, NULL, 'document', '', 3);
    INSERT INTO sourceVersion VALUES (1, 1, 1, 'n1.txt', 'aa', NULL, 3), (2, 2, 1, NULL, NULL, NULL, 3),
      (3, 1, 2, 'n1.txt', 'bb', NULL, 6);
    INSERT INTO coder VALUES (1, 'ana'), (2, 'ben'), (3, 'cleo');
    INSERT INTO code VALUES (1, 'wait'), (2, 'way');
    INSERT INTO segment VALUES (1, 3, 6, 14, 'We wait.', 4), (2, 1, 9, 26, 'The way is known.', 4);
    INSERT INTO coding VALUES (1, 9, 26, 2, 2, 2, 2, 2, NULL, 0, 4, 3),
      (3, 6, 14, 1, 1, 1, 2, 2, NULL, 1, 4, 2);
    INSERT INTO adjudication VALUES
      (1, 1, 6, 14, 1, 'accept', NULL, NULL, NULL, NULL, NULL, 'eve', '2026-04-01', 'clear', 5, 2),
      (2, 1, 9, 26, 2, 'accept', NULL, NULL, NULL, NULL, NULL, 'eve', '2026-04-01', 'clear', 5, 3);
    INSERT INTO item VALUES (1, 'wait'), (2, 'way');
    INSERT INTO instrumentVersion VALUES (1, 2, 'wait' || char(10) || 'way');
    INSERT INTO instrumentItem VALUES (1, 1, 1), (1, 2, 2);
    INSERT INTO response VALUES (1, 'r1', 1, 2, NULL, NULL, 1, x'0480', 7, 2);
    INSERT INTO change VALUES
      (1, 3, 'sourceVersion', 1,
        '{"file":null,"id":1,"importID":3,"number":1,"sha256":null,"sourceID":1,"text":null}'),
      (2, 6, 'source', 1, '{"caseID":1,"code":"n1","coders":"ana;ben","id":1,"importID":3,"kind":"interview","participantID":1,"phaseID":null}'),
      (3, 6, 'adjudication', 1, '{"codeID":1,"decidedAt":"2026-04-01","decidedBy":"eve","decision":"accept","end":8,"fileRow":2,"id":1,"importID":5,"newCodeID":null,"newEnd":null,"newStart":null,"reason":"clear","sourceID":1,"start":0,"valence":null,"weight":null}'),
      (4, 6, 'segment', 1,
        '{"end":8,"id":1,"importID":4,"start":0,"text":"We wait.","versionID":1}'),
      (5, 8, 'studyCase', 1, json_object('attributes', 'terrain' || char(31) || 'hills' || char(31)
        || 'note' || char(31) || 'a "b"' || char(10) || '\\c' || char(7) || char(31),
        'code', 'north', 'id', 1, 'importID', 1, 'name', 'North'));
    """
}
