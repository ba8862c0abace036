import Foundation
import GRDB

/// Format 3: lists are rows or JSON and no longer joined texts, every reference is a foreign key, and
/// there is room for editions.
///
/// Tables whose columns change their kind are built anew and take the name of the old one; SQLite can
/// add columns to a table, and little else.
enum M003_Tables {
  static func migrate(_ db: Database) throws {
    // A view that names a table which is gone for a moment keeps SQLite from renaming any.
    try db.execute(
      sql: """
        DROP VIEW codedSegment; DROP VIEW everyCoding; DROP VIEW answer; DROP VIEW keptText;
        -- Nothing ever wrote or read it.
        DROP TABLE memo;
        """)
    try db.execute(sql: codings)
    try db.execute(sql: decisions)
    try db.execute(sql: responses)
    try db.execute(sql: keptTexts)
    try db.execute(sql: editions)
    try M003_JoinedTexts.migrate(db)
    try db.execute(
      sql: "INSERT INTO secret (name, value) VALUES ('study', ?)", arguments: [secret()])
    try db.execute(sql: views)
  }

  /// 32 random bytes from the system's own generator: what is hashed with them cannot be guessed by
  /// who has only what was published.
  private static func secret() -> Data {
    Data((0..<32).map { _ in UInt8.random(in: .min ... .max) })
  }

  /// `clear` is 1 where the coder cleared the passage for quoting, 0 where not, null where nothing was
  /// said.
  ///
  /// The formats before wrote 0 for the last two. It stays 0: to take a refusal for no answer
  /// would publish what somebody refused.
  private static let codings = """
    CREATE TABLE newSegment (
      id INTEGER PRIMARY KEY, versionID INTEGER NOT NULL REFERENCES sourceVersion (id),
      start INTEGER NOT NULL, end INTEGER NOT NULL, text TEXT,
      importID INTEGER NOT NULL REFERENCES import (id)
    ) STRICT;
    INSERT INTO newSegment (id, versionID, start, end, text, importID)
      SELECT id, versionID, start, end, text, importID FROM segment ORDER BY id;
    DROP TABLE segment;
    ALTER TABLE newSegment RENAME TO segment;

    CREATE TABLE newCoding (
      versionID INTEGER NOT NULL REFERENCES sourceVersion (id), start INTEGER NOT NULL,
      end INTEGER NOT NULL, codeID INTEGER NOT NULL REFERENCES code (id),
      coderID INTEGER NOT NULL REFERENCES coder (id),
      segmentID INTEGER NOT NULL REFERENCES segment (id), weight REAL, valence INTEGER, memo TEXT,
      clear INTEGER, importID INTEGER NOT NULL REFERENCES import (id), fileRow INTEGER NOT NULL,
      PRIMARY KEY (versionID, start, end, codeID, coderID)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO newCoding (versionID, start, end, codeID, coderID, segmentID, weight, valence, memo,
        clear, importID, fileRow)
      SELECT versionID, start, end, codeID, coderID, segmentID, weight, valence, memo,
        clear, importID, fileRow
      FROM coding ORDER BY versionID, start, end, codeID, coderID;
    DROP TABLE coding;
    ALTER TABLE newCoding RENAME TO coding;

    CREATE TABLE newReplacedCoding (
      versionID INTEGER NOT NULL REFERENCES sourceVersion (id), start INTEGER NOT NULL,
      end INTEGER NOT NULL, codeID INTEGER NOT NULL REFERENCES code (id),
      coderID INTEGER NOT NULL REFERENCES coder (id),
      segmentID INTEGER NOT NULL REFERENCES segment (id), weight REAL, valence INTEGER, memo TEXT,
      clear INTEGER, importID INTEGER NOT NULL REFERENCES import (id), fileRow INTEGER NOT NULL,
      replacedBy INTEGER NOT NULL REFERENCES import (id),
      PRIMARY KEY (versionID, start, end, codeID, coderID, importID)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO newReplacedCoding (versionID, start, end, codeID, coderID, segmentID, weight, valence,
        memo, clear, importID, fileRow, replacedBy)
      SELECT versionID, start, end, codeID, coderID, segmentID, weight, valence, memo,
        clear, importID, fileRow, replacedBy
      FROM replacedCoding ORDER BY versionID, start, end, codeID, coderID, importID;
    DROP TABLE replacedCoding;
    ALTER TABLE newReplacedCoding RENAME TO replacedCoding;
    """

  /// The version of the source that a decision is on was worked out until now: the newest there was
  /// when it came in, or a later one to which its words were moved, of which `change` has the row as it
  /// was.
  ///
  /// A row of `change` gets the version as it was before that change. A decision on a source that
  /// has lost all versions gets 0, which `check` lists as naming nothing.
  private static let decisions = """
    CREATE TABLE newAdjudication (
      id INTEGER PRIMARY KEY, sourceID INTEGER NOT NULL REFERENCES source (id),
      versionID INTEGER NOT NULL REFERENCES sourceVersion (id), start INTEGER NOT NULL,
      end INTEGER NOT NULL, codeID INTEGER NOT NULL REFERENCES code (id), decision TEXT NOT NULL,
      newCodeID INTEGER REFERENCES code (id), newStart INTEGER, newEnd INTEGER, weight REAL,
      valence INTEGER, decidedBy TEXT NOT NULL, decidedAt TEXT NOT NULL, reason TEXT NOT NULL,
      importID INTEGER NOT NULL REFERENCES import (id), fileRow INTEGER NOT NULL
    ) STRICT;
    INSERT INTO newAdjudication (id, sourceID, versionID, start, end, codeID, decision, newCodeID,
        newStart, newEnd, weight, valence, decidedBy, decidedAt, reason, importID, fileRow)
      SELECT id, sourceID, ifnull((
          SELECT v.id FROM sourceVersion v WHERE v.sourceID = a.sourceID
            AND (v.number = 1 OR v.importID < a.importID OR EXISTS (
              SELECT 1 FROM change c WHERE c.tableName = 'adjudication' AND c.rowKey = a.id
                AND c.importID = v.importID))
          ORDER BY v.number DESC LIMIT 1), 0),
        start, end, codeID, decision, newCodeID, newStart, newEnd, weight, valence, decidedBy,
        decidedAt, reason, importID, fileRow
      FROM adjudication a ORDER BY id;
    UPDATE change SET before = json_set(before, '$.versionID', ifnull((
        SELECT v.id FROM sourceVersion v
        WHERE v.sourceID = json_extract(change.before, '$.sourceID')
          AND (v.number = 1 OR v.importID < json_extract(change.before, '$.importID') OR EXISTS (
            SELECT 1 FROM change c WHERE c.tableName = 'adjudication' AND c.rowKey = change.rowKey
              AND c.importID = v.importID AND c.id < change.id))
        ORDER BY v.number DESC LIMIT 1), 0))
      WHERE tableName = 'adjudication' AND json_valid(before);
    DROP TABLE adjudication;
    ALTER TABLE newAdjudication RENAME TO adjudication;
    CREATE INDEX adjudicationBySource ON adjudication (sourceID);
    CREATE INDEX adjudicationByImport ON adjudication (importID);
    """

  private static let responses = """
    CREATE TABLE newResponse (
      id INTEGER PRIMARY KEY, respondent TEXT NOT NULL, caseID INTEGER NOT NULL
        REFERENCES studyCase (id),
      organizationID INTEGER REFERENCES organization (id), role TEXT,
      phaseID INTEGER REFERENCES phase (id),
      versionID INTEGER NOT NULL REFERENCES instrumentVersion (id), answers BLOB NOT NULL,
      importID INTEGER NOT NULL REFERENCES import (id), fileRow INTEGER NOT NULL
    ) STRICT;
    INSERT INTO newResponse (id, respondent, caseID, organizationID, role, phaseID, versionID,
        answers, importID, fileRow)
      SELECT id, respondent, caseID, organizationID, role, phaseID, versionID, answers, importID,
        fileRow
      FROM response ORDER BY id;
    DROP TABLE response;
    ALTER TABLE newResponse RENAME TO response;
    CREATE UNIQUE INDEX responseByRespondent
      ON response (respondent, caseID, ifnull(phaseID, 0));
    """

  private static let keptTexts = """
    CREATE TABLE newKeptColumn (
      importID INTEGER NOT NULL REFERENCES import (id), position INTEGER NOT NULL,
      name TEXT NOT NULL, PRIMARY KEY (importID, position)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO newKeptColumn (importID, position, name)
      SELECT importID, position, name FROM keptColumn;
    DROP TABLE keptColumn;
    ALTER TABLE newKeptColumn RENAME TO keptColumn;
    CREATE TABLE newKeptBlock (
      importID INTEGER NOT NULL REFERENCES import (id), firstRow INTEGER NOT NULL,
      rows TEXT NOT NULL, PRIMARY KEY (importID, firstRow)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO newKeptBlock (importID, firstRow, rows)
      SELECT importID, firstRow, rows FROM keptBlock;
    DROP TABLE keptBlock;
    ALTER TABLE newKeptBlock RENAME TO keptBlock;
    """

  /// What was published for other eyes, and the people it rests on.
  ///
  /// It names cases and phases by their
  /// ids in files, and so outlives the rows: an import that is taken back unpublishes nothing.
  private static let editions = """
    CREATE TABLE secret (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;

    CREATE TABLE edition (
      id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, toolVersion TEXT NOT NULL,
      report TEXT NOT NULL, audience TEXT NOT NULL, caseCode TEXT, phase TEXT,
      -- JSON: the framework with its version and hash, and the rule of consensus.
      rules TEXT NOT NULL, studyHash TEXT NOT NULL,
      -- The reason, where it was published although a few people came or went.
      republished TEXT
    ) STRICT;
    -- The people behind a case and phase as they were published: a row for each state, shared by the
    -- editions that rest on it. The statistics are JSON: the names of the sets in members, in order,
    -- with their counts; members are keyed digests of 8 bytes of the people, contents such of what each
    -- of them said, in the same order.
    CREATE TABLE editionBase (
      id INTEGER PRIMARY KEY, caseCode TEXT NOT NULL, phase TEXT, statistics TEXT NOT NULL,
      members BLOB NOT NULL, contents BLOB NOT NULL, digest BLOB NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX editionBaseByDigest ON editionBase (digest);
    CREATE INDEX editionBaseByCell ON editionBase (caseCode, phase);
    CREATE TABLE editionRestsOn (
      editionID INTEGER NOT NULL REFERENCES edition (id),
      baseID INTEGER NOT NULL REFERENCES editionBase (id), PRIMARY KEY (editionID, baseID)
    ) STRICT, WITHOUT ROWID;
    """

  private static let views = """
    CREATE VIEW everyCoding AS
    SELECT versionID, start, end, codeID, coderID, segmentID, weight, valence, memo, clear,
      importID, fileRow, NULL AS replacedBy FROM coding
    UNION ALL
    SELECT versionID, start, end, codeID, coderID, segmentID, weight, valence, memo, clear,
      importID, fileRow, replacedBy FROM replacedCoding;

    CREATE VIEW keptText AS
    SELECT b.importID, json_extract(r.value, '$[0]') AS fileRow, c.name AS "column",
      t.value AS text
    FROM keptBlock b JOIN json_each(b.rows) r JOIN json_each(r.value) t
    JOIN keptColumn c ON c.importID = b.importID AND c.position = t.key
    WHERE t.key > 0 AND t.value <> '';

    CREATE VIEW answer AS
    SELECT r.id AS responseID, i.name AS item,
      (instr('123456789ABCDEF', substr(hex(substr(r.answers, v.position, 1)), 1, 1)) * 16
        + instr('123456789ABCDEF', substr(hex(substr(r.answers, v.position, 1)), 2, 1)) + 128)
        % 256 - 128 AS value
    FROM response r
    JOIN instrumentItem v ON v.versionID = r.versionID
    JOIN item i ON i.id = v.itemID
    WHERE value > -120;

    CREATE VIEW codedSegment AS
    SELECT s.code AS source, c.code AS caseCode, p.code AS participant, f.name AS phase,
      coder.name AS coder, code.name AS code, k.start, k.end, g.text, k.weight,
      CASE k.valence WHEN 0 THEN 'supporting' WHEN 1 THEN 'contrary' WHEN 2 THEN 'mixed' END
        AS valence,
      k.memo, k.clear
    FROM coding k
    JOIN segment g ON g.id = k.segmentID
    JOIN sourceVersion v ON v.id = k.versionID
    JOIN source s ON s.id = v.sourceID
    LEFT JOIN studyCase c ON c.id = s.caseID
    LEFT JOIN participant p ON p.id = s.participantID
    LEFT JOIN phase f ON f.id = s.phaseID
    JOIN coder ON coder.id = k.coderID
    JOIN code ON code.id = k.codeID;
    """
}
