import GRDB

/// Format 2: what round of coding an import belongs to, which version of the framework was in force,
/// and codings that gave way when their coder coded the source anew.
///
/// `coding` holds what stands. `replacedCoding` holds what stood before, so that agreement of an
/// earlier round can be had and an import can be taken back; `everyCoding` has both.
enum M002_CodingRounds {
  static func migrate(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE import ADD COLUMN round TEXT;
        -- Null in imports of format 1, where the dates tell it.
        ALTER TABLE import ADD COLUMN frameworkID INTEGER REFERENCES framework (id);

        CREATE TABLE replacedCoding (
          versionID INTEGER NOT NULL REFERENCES sourceVersion (id), start INTEGER NOT NULL,
          end INTEGER NOT NULL, codeID INTEGER NOT NULL, coderID INTEGER NOT NULL,
          segmentID INTEGER NOT NULL, weight REAL, valence INTEGER, memo TEXT,
          clear INTEGER NOT NULL, importID INTEGER NOT NULL, fileRow INTEGER NOT NULL,
          replacedBy INTEGER NOT NULL REFERENCES import (id),
          PRIMARY KEY (versionID, start, end, codeID, coderID, importID)
        ) STRICT, WITHOUT ROWID;

        CREATE VIEW everyCoding AS
        SELECT versionID, start, end, codeID, coderID, segmentID, weight, valence, memo, clear,
          importID, fileRow, NULL AS replacedBy FROM coding
        UNION ALL
        SELECT versionID, start, end, codeID, coderID, segmentID, weight, valence, memo, clear,
          importID, fileRow, replacedBy FROM replacedCoding;
        """)
  }
}
