import GRDB

/// Format 4: an import says whose rejected rows it brought back, and keeps no plain digest of a file
/// whose tokens were hashed.
///
/// Builds between two releases wrote format 3 in several shapes; each becomes this one.
enum M004_MendedImports {
  static func migrate(_ db: Database) throws {
    try dropUnused(db)
    try addContents(db)
    if try !has("mendsID", in: "import", db) {
      try db.execute(sql: "ALTER TABLE import ADD COLUMN mendsID INTEGER REFERENCES import (id)")
    }
    try forgetPlainDigests(db)
  }

  /// Takes away the digests of files whose tokens were hashed: earlier builds kept them without the key,
  /// and by them it could be tried who gave which answers.
  private static func forgetPlainDigests(_ db: Database) throws {
    try db.execute(
      sql: """
        UPDATE import SET sha256 = ''
          WHERE json_valid(options) AND json_extract(options, '$.hashTokens') IS NOT NULL
        """)
  }

  /// Takes away what the first builds made for later and nothing ever wrote.
  private static func dropUnused(_ db: Database) throws {
    try db.execute(
      sql: """
        DROP TABLE IF EXISTS codeMeaning;
        DROP TABLE IF EXISTS foreignID;
        DROP INDEX IF EXISTS codeByGUID;
        DROP INDEX IF EXISTS codeByParent;
        UPDATE change SET before = json_remove(before, '$.work')
          WHERE tableName = 'source' AND json_valid(before);
        UPDATE change SET before = json_set(before, '$.sourceCoder', (
            SELECT json_group_array(json_remove(value, '$.hasRead'))
            FROM json_each(change.before, '$.sourceCoder')))
          WHERE tableName = 'source' AND json_valid(before)
            AND json_type(before, '$.sourceCoder') = 'array'
            AND NOT EXISTS (
              SELECT 1 FROM json_each(change.before, '$.sourceCoder') WHERE type <> 'object');
        """)
    let unused = [
      ("source", ["work"]), ("sourceCoder", ["hasRead"]),
      ("code", ["parentID", "position", "definition", "colour", "guid", "isCodable", "importID"]),
    ]
    for (table, columns) in unused {
      for column in columns where try has(column, in: table, db) {
        try db.execute(sql: "ALTER TABLE \(table) DROP COLUMN \(column)")
      }
    }
  }

  /// Adds what each of those behind an edition contributed, of which the first builds kept nothing: 0
  /// is too little to know anybody by.
  ///
  /// Those builds took a source of which nobody said anything for a document, as formats 1 and 2 did.
  private static func addContents(_ db: Database) throws {
    guard try !has("contents", in: "editionBase", db) else { return }
    try db.execute(
      sql: """
        CREATE TABLE newEditionBase (
          id INTEGER PRIMARY KEY, caseCode TEXT NOT NULL, phase TEXT, statistics TEXT NOT NULL,
          members BLOB NOT NULL, contents BLOB NOT NULL, digest BLOB NOT NULL
        ) STRICT;
        INSERT INTO newEditionBase (id, caseCode, phase, statistics, members, contents, digest)
          SELECT id, caseCode, phase, statistics, members, zeroblob(length(members)), digest
          FROM editionBase ORDER BY id;
        DROP TABLE editionBase;
        ALTER TABLE newEditionBase RENAME TO editionBase;
        CREATE UNIQUE INDEX editionBaseByDigest ON editionBase (digest);
        CREATE INDEX editionBaseByCell ON editionBase (caseCode, phase);
        UPDATE source SET kind = 'unstated' WHERE kind = 'document' AND participantID IS NULL;
        UPDATE change SET before = json_set(before, '$.kind', 'unstated')
          WHERE tableName = 'source' AND json_valid(before)
            AND json_extract(before, '$.kind') = 'document'
            AND json_extract(before, '$.participantID') IS NULL;
        """)
  }

  private static func has(_ column: String, in table: String, _ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT count(*) > 0 FROM pragma_table_info(?) WHERE name = ?",
      arguments: [table, column]) ?? false
  }
}
