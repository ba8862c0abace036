import GRDB

/// Format 1: the study as first released.
///
/// Every row that came from a file names its import, so that an import can be taken back whole.
/// What people decide (`adjudication`, `memo`) is only ever appended.
enum M001_Study {
  static func migrate(_ db: Database) throws {
    try db.execute(sql: frameworkAndImports)
    try db.execute(sql: casesAndSources)
    try db.execute(sql: codings)
    try db.execute(sql: surveys)
    try db.execute(sql: otherLayouts)
    try db.execute(sql: views)
  }

  private static let frameworkAndImports = """
    CREATE TABLE study (
      name TEXT PRIMARY KEY, value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE framework (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL, version TEXT NOT NULL, sha256 TEXT NOT NULL,
      addedAt TEXT NOT NULL
    ) STRICT;
    CREATE TABLE frameworkFile (
      frameworkID INTEGER NOT NULL REFERENCES framework (id), name TEXT NOT NULL,
      text TEXT NOT NULL, PRIMARY KEY (frameworkID, name)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE import (
      id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, file TEXT NOT NULL,
      sha256 TEXT NOT NULL, bytes INTEGER NOT NULL, at TEXT NOT NULL, toolVersion TEXT NOT NULL,
      options TEXT NOT NULL, rowsIn INTEGER NOT NULL, rowsKept INTEGER NOT NULL,
      rowsChanged INTEGER NOT NULL, rowsSkipped INTEGER NOT NULL, rowsRejected INTEGER NOT NULL,
      undoneAt TEXT
    ) STRICT;
    CREATE TABLE change (
      id INTEGER PRIMARY KEY, importID INTEGER NOT NULL REFERENCES import (id),
      tableName TEXT NOT NULL, rowKey INTEGER NOT NULL, before TEXT NOT NULL
    ) STRICT;
    CREATE INDEX changeByImport ON change (importID);
    CREATE INDEX changeByRow ON change (tableName, rowKey);

    -- Columns that a layout does not know: many rows of the file to a stored one, as a JSON array of
    -- arrays, each the row's number and then its texts in the order of the import's kept columns,
    -- counted from 1. The view keptText has a row a text.
    CREATE TABLE keptColumn (
      importID INTEGER NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL,
      PRIMARY KEY (importID, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE keptBlock (
      importID INTEGER NOT NULL, firstRow INTEGER NOT NULL, rows TEXT NOT NULL,
      PRIMARY KEY (importID, firstRow)
    ) STRICT, WITHOUT ROWID;
    """

  private static let casesAndSources = """
    CREATE TABLE studyCase (
      id INTEGER PRIMARY KEY, code TEXT NOT NULL, name TEXT NOT NULL, attributes TEXT NOT NULL,
      importID INTEGER NOT NULL REFERENCES import (id)
    ) STRICT;
    CREATE UNIQUE INDEX studyCaseByCode ON studyCase (code);
    CREATE INDEX studyCaseByImport ON studyCase (importID);

    CREATE TABLE organization (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
    CREATE UNIQUE INDEX organizationByName ON organization (name);

    CREATE TABLE phase (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL, position INTEGER, startsOn TEXT, endsOn TEXT,
      importID INTEGER REFERENCES import (id)
    ) STRICT;
    CREATE UNIQUE INDEX phaseByName ON phase (name);

    CREATE TABLE participant (
      id INTEGER PRIMARY KEY, code TEXT NOT NULL,
      caseID INTEGER NOT NULL REFERENCES studyCase (id),
      organizationID INTEGER REFERENCES organization (id), role TEXT NOT NULL,
      attributes TEXT NOT NULL, importID INTEGER NOT NULL REFERENCES import (id)
    ) STRICT;
    CREATE UNIQUE INDEX participantByCode ON participant (caseID, code);
    CREATE INDEX participantByImport ON participant (importID);
    CREATE INDEX participantByOrganization ON participant (organizationID);

    CREATE TABLE source (
      id INTEGER PRIMARY KEY, code TEXT NOT NULL, caseID INTEGER REFERENCES studyCase (id),
      participantID INTEGER REFERENCES participant (id), phaseID INTEGER REFERENCES phase (id),
      kind TEXT NOT NULL, coders TEXT NOT NULL, importID INTEGER NOT NULL REFERENCES import (id)
    ) STRICT;
    CREATE UNIQUE INDEX sourceByCode ON source (code);
    CREATE INDEX sourceByCase ON source (caseID);
    CREATE INDEX sourceByParticipant ON source (participantID);
    CREATE INDEX sourceByPhase ON source (phaseID);
    CREATE INDEX sourceByImport ON source (importID);

    CREATE TABLE sourceVersion (
      id INTEGER PRIMARY KEY, sourceID INTEGER NOT NULL REFERENCES source (id),
      number INTEGER NOT NULL, file TEXT, sha256 TEXT, text TEXT,
      importID INTEGER NOT NULL REFERENCES import (id)
    ) STRICT;
    CREATE UNIQUE INDEX sourceVersionByNumber ON sourceVersion (sourceID, number);
    CREATE INDEX sourceVersionByImport ON sourceVersion (importID);
    """

  private static let codings = """
    CREATE TABLE coder (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
    CREATE UNIQUE INDEX coderByName ON coder (name);
    CREATE TABLE code (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
    CREATE UNIQUE INDEX codeByName ON code (name);

    -- Offsets are Unicode scalars of the version's text, the end exclusive.
    CREATE TABLE segment (
      id INTEGER PRIMARY KEY, versionID INTEGER NOT NULL, start INTEGER NOT NULL,
      end INTEGER NOT NULL, text TEXT, importID INTEGER NOT NULL
    ) STRICT;

    -- The span is repeated in the key: so the codings of a source lie together and in order, and
    -- are read for scoring without their texts.
    CREATE TABLE coding (
      versionID INTEGER NOT NULL REFERENCES sourceVersion (id), start INTEGER NOT NULL,
      end INTEGER NOT NULL, codeID INTEGER NOT NULL, coderID INTEGER NOT NULL,
      segmentID INTEGER NOT NULL, weight REAL, valence INTEGER, memo TEXT,
      clear INTEGER NOT NULL, importID INTEGER NOT NULL, fileRow INTEGER NOT NULL,
      PRIMARY KEY (versionID, start, end, codeID, coderID)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE adjudication (
      id INTEGER PRIMARY KEY, sourceID INTEGER NOT NULL REFERENCES source (id),
      start INTEGER NOT NULL, end INTEGER NOT NULL, codeID INTEGER NOT NULL REFERENCES code (id),
      decision TEXT NOT NULL, newCodeID INTEGER REFERENCES code (id), newStart INTEGER,
      newEnd INTEGER, weight REAL, valence INTEGER, decidedBy TEXT NOT NULL,
      decidedAt TEXT NOT NULL, reason TEXT NOT NULL,
      importID INTEGER NOT NULL REFERENCES import (id), fileRow INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX adjudicationBySource ON adjudication (sourceID);
    CREATE INDEX adjudicationByImport ON adjudication (importID);

    CREATE TABLE memo (
      id INTEGER PRIMARY KEY, at TEXT NOT NULL, writtenBy TEXT NOT NULL, about TEXT NOT NULL,
      aboutKey TEXT NOT NULL, text TEXT NOT NULL
    ) STRICT;
    """

  private static let surveys = """
    CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
    CREATE UNIQUE INDEX itemByName ON item (name);
    -- A version of the questionnaire is the list of its items in order; an item keeps its id.
    CREATE TABLE instrumentVersion (
      id INTEGER PRIMARY KEY, itemCount INTEGER NOT NULL, itemList TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX instrumentVersionByItems ON instrumentVersion (itemList);
    CREATE TABLE instrumentItem (
      versionID INTEGER NOT NULL REFERENCES instrumentVersion (id), position INTEGER NOT NULL,
      itemID INTEGER NOT NULL REFERENCES item (id), PRIMARY KEY (versionID, position)
    ) STRICT, WITHOUT ROWID;

    -- One signed byte an item, in the order of the version; -120 and below are kinds of missing.
    CREATE TABLE response (
      id INTEGER PRIMARY KEY, respondent TEXT NOT NULL, caseID INTEGER NOT NULL
        REFERENCES studyCase (id),
      organizationID INTEGER, role TEXT, phaseID INTEGER, versionID INTEGER NOT NULL,
      answers BLOB NOT NULL, importID INTEGER NOT NULL, fileRow INTEGER NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX responseByRespondent
      ON response (respondent, caseID, ifnull(phaseID, 0));
    """

  private static let otherLayouts = """
    CREATE TABLE invited (
      id INTEGER PRIMARY KEY, caseID INTEGER NOT NULL REFERENCES studyCase (id),
      organization TEXT NOT NULL, phaseID INTEGER REFERENCES phase (id),
      invited INTEGER NOT NULL, importID INTEGER NOT NULL REFERENCES import (id)
    ) STRICT;
    CREATE UNIQUE INDEX invitedByKey ON invited (caseID, organization, ifnull(phaseID, 0));
    CREATE INDEX invitedByImport ON invited (importID);

    CREATE TABLE event (
      id INTEGER PRIMARY KEY, caseID INTEGER NOT NULL REFERENCES studyCase (id),
      date TEXT NOT NULL, event TEXT NOT NULL, kind TEXT NOT NULL,
      importID INTEGER NOT NULL REFERENCES import (id)
    ) STRICT;
    CREATE UNIQUE INDEX eventByKey ON event (caseID, date, event);
    CREATE INDEX eventByImport ON event (importID);

    CREATE TABLE partner (
      id INTEGER PRIMARY KEY, caseID INTEGER NOT NULL REFERENCES studyCase (id),
      rater TEXT NOT NULL, ratee TEXT NOT NULL, question TEXT NOT NULL, value REAL NOT NULL,
      phaseID INTEGER REFERENCES phase (id), importID INTEGER NOT NULL REFERENCES import (id)
    ) STRICT;
    CREATE UNIQUE INDEX partnerByKey
      ON partner (caseID, rater, ratee, question, ifnull(phaseID, 0));
    CREATE INDEX partnerByImport ON partner (importID);
    """

  /// Plain SQL for whoever opens a study with another tool.
  private static let views = """
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
