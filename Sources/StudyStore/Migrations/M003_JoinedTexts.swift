import GRDB

/// The lists of format 3: what was joined to one text becomes JSON or rows, also in the rows that
/// `change` keeps as they were.
enum M003_JoinedTexts {
  static func migrate(_ db: Database) throws {
    try attributes(db)
    try sourceCoders(db)
    // The items stood twice: as rows, and joined by line ends.
    try db.execute(
      sql: """
        DROP INDEX instrumentVersionByItems;
        ALTER TABLE instrumentVersion DROP COLUMN itemList;
        ALTER TABLE instrumentVersion DROP COLUMN itemCount;
        ALTER TABLE participant ADD COLUMN agreed INTEGER CHECK (agreed IN (0, 1));
        UPDATE change SET before = json_set(before, '$.agreed', NULL)
          WHERE tableName = 'participant' AND json_valid(before);
        -- A source without a kind and a participant was taken for a document, and nothing tells it
        -- from one of which somebody said so. What may be somebody's words is not told as published.
        UPDATE source SET kind = 'unstated' WHERE kind = 'document' AND participantID IS NULL;
        UPDATE change SET before = json_set(before, '$.kind', 'unstated')
          WHERE tableName = 'source' AND json_valid(before)
            AND json_extract(before, '$.kind') = 'document'
            AND json_extract(before, '$.participantID') IS NULL;
        """)
    let imports = try Row.fetchAll(db, sql: "SELECT id, options, round FROM import")
    for row in imports {
      try db.execute(
        sql: "UPDATE import SET options = ? WHERE id = ?",
        arguments: [M003_ImportOptions.json(row[1], round: row[2]), row[0] as Int64])
    }
  }

  /// The rows of a table that `change` keeps, as far as they can be read at all.
  private static func kept(_ db: Database, _ table: String, _ member: String) throws -> [Row] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT id, json_extract(before, ?) FROM change WHERE tableName = ? AND json_valid(before)
          AND json_type(before, ?) = 'text'
        """, arguments: ["$.\(member)", table, "$.\(member)"])
  }

  // MARK: Attributes

  private static func attributes(_ db: Database) throws {
    for table in ["studyCase", "participant"] {
      for row in try Row.fetchAll(db, sql: "SELECT id, attributes FROM \(table)") {
        try db.execute(
          sql: "UPDATE \(table) SET attributes = ? WHERE id = ?",
          arguments: [attributesJSON(row[1]), row[0] as Int64])
      }
      for row in try kept(db, table, "attributes") {
        try db.execute(
          sql: "UPDATE change SET before = json_set(before, '$.attributes', ?) WHERE id = ?",
          arguments: [attributesJSON(row[1]), row[0] as Int64])
      }
    }
  }

  /// Names and values stood one after the other, each ended by a unit separator; what a value with
  /// one in it was cut into cannot be joined again.
  private static func attributesJSON(_ joined: String) -> String {
    let parts = joined.unicodeScalars.split(separator: "\u{1F}", omittingEmptySubsequences: false)
      .map(String.init)
    let members = stride(from: 0, to: parts.count - 1, by: 2).map {
      quoted(parts[$0]) + ":" + quoted(parts[$0 + 1])
    }
    return "{" + members.joined(separator: ",") + "}"
  }

  /// A text within JSON; written here, since a migration stays as it was whatever the program does.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "\0"..<" ":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u00" + (digits.count < 2 ? "0" : "") + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  // MARK: Coders of sources

  private static func sourceCoders(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE sourceCoder (
          sourceID INTEGER NOT NULL REFERENCES source (id),
          coderID INTEGER NOT NULL REFERENCES coder (id), position INTEGER NOT NULL,
          PRIMARY KEY (sourceID, coderID)
        ) STRICT, WITHOUT ROWID;
        """)
    for row in try Row.fetchAll(db, sql: "SELECT id, coders FROM source ORDER BY id") {
      for (index, coder) in try coderIDs(row[1], db).enumerated() {
        try db.execute(
          sql: "INSERT INTO sourceCoder (sourceID, coderID, position) VALUES (?, ?, ?)",
          arguments: [row[0] as Int64, coder, index + 1])
      }
    }
    for row in try kept(db, "source", "coders") {
      let list = try coderIDs(row[1], db).enumerated().map {
        "{\"coderID\":\($1),\"position\":\($0 + 1)}"
      }
      try db.execute(
        sql: """
          UPDATE change SET before
            = json_set(json_remove(before, '$.coders'), '$.sourceCoder', json(?)) WHERE id = ?
          """, arguments: ["[" + list.joined(separator: ",") + "]", row[0] as Int64])
    }
    try db.execute(sql: "ALTER TABLE source DROP COLUMN coders")
  }

  /// The numbers of the coders of a list with `;` between, each once.
  private static func coderIDs(_ joined: String, _ db: Database) throws -> [Int64] {
    var ids: [Int64] = []
    for name in joined.split(separator: ";").map(String.init) {
      try db.execute(
        sql: "INSERT INTO coder (name) VALUES (?) ON CONFLICT DO NOTHING", arguments: [name])
      let id = try Int64.fetchOne(db, sql: "SELECT id FROM coder WHERE name = ?", arguments: [name])
      if let id, !ids.contains(id) { ids.append(id) }
    }
    return ids
  }
}
