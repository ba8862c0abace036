import Foundation
import GRDB
public import StudyModel

/// Reads a study; everything read through one reader is of one moment.
public struct StudyReader {
  let db: Database
}

extension StudyFile {
  /// Reads from the study.
  ///
  /// - Throws: what the body throws; `StudyFileError` where the file is damaged.
  public func read<Value>(_ body: (StudyReader) throws -> Value) throws -> Value {
    try Self.guarding(path) { try database.read { try body(StudyReader(db: $0)) } }
  }

  /// Sets a fact about the study, such as its title.
  public func set(_ name: String, to value: String) throws {
    try write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO study (name, value) VALUES (?, ?)", arguments: [name, value])
    }
  }

  /// Adds a framework with its files.
  ///
  /// The newest is the one in force. With it, in the same transaction, come facts about the study.
  ///
  /// - Parameters:
  ///   - framework: The framework.
  ///   - facts: What is known of the study, by name.
  ///   - hash: The hash of the framework that it takes the place of; nil where that does not matter.
  /// - Throws: `StudyFileError`, `changed` where another framework was put in force meanwhile.
  public func add(
    _ framework: StoredFramework, facts: [String: String] = [:], replacing hash: String? = nil
  ) throws {
    try write { db in
      if let hash, try StudyReader(db: db).framework()?.sha256 != hash {
        throw StudyFileError.changed(path: path)
      }
      try db.execute(
        sql: "INSERT INTO framework (name, version, sha256, addedAt) VALUES (?, ?, ?, ?)",
        arguments: [framework.id, framework.version, framework.sha256, framework.addedAt])
      let id = db.lastInsertedRowID
      for file in framework.files {
        try db.execute(
          sql: "INSERT INTO frameworkFile (frameworkID, name, text) VALUES (?, ?, ?)",
          arguments: [id, file.name, file.text])
      }
      for (name, value) in facts.sorted(by: { $0.key < $1.key }) {
        try db.execute(
          sql: "INSERT OR REPLACE INTO study (name, value) VALUES (?, ?)",
          arguments: [name, value])
      }
    }
  }
}

/// A framework as the study keeps it: its files word for word, with their hash.
public struct StoredFramework: Sendable, Hashable {
  /// One file.
  public struct File: Sendable, Hashable {
    /// Its name within the framework's folder.
    public var name: String
    /// Its text.
    public var text: String

    /// Creates a file.
    public init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// The framework's id.
  public var id: String
  /// Its version.
  public var version: String
  /// The hash of its files.
  public var sha256: String
  /// When it was added, in ISO 8601.
  public var addedAt: String
  /// The files, by name.
  public var files: [File]

  /// Creates a stored framework.
  public init(id: String, version: String, sha256: String, addedAt: String, files: [File]) {
    self.id = id
    self.version = version
    self.sha256 = sha256
    self.addedAt = addedAt
    self.files = files
  }
}

extension StudyReader {
  /// A fact about the study, nil where it is not set.
  public func fact(_ name: String) throws -> String? {
    try String.fetchOne(db, sql: "SELECT value FROM study WHERE name = ?", arguments: [name])
  }

  /// The framework in force.
  public func framework() throws -> StoredFramework? {
    try frameworks("ORDER BY id DESC LIMIT 1").first?.framework
  }

  /// The hash of the files of the framework in force; nil where there is none.
  public func frameworkHash() throws -> String? {
    try String.fetchOne(db, sql: "SELECT sha256 FROM framework ORDER BY id DESC LIMIT 1")
  }

  /// All versions of the framework that were ever in force, oldest first, with their numbers.
  public func frameworkVersions() throws -> [(number: Int64, framework: StoredFramework)] {
    try frameworks("ORDER BY id")
  }

  private func frameworks(
    _ order: String
  ) throws -> [(number: Int64, framework: StoredFramework)] {
    try Row.fetchAll(
      db, sql: "SELECT id, name, version, sha256, addedAt FROM framework \(order)"
    ).map { row in
      let number: Int64 = row[0]
      let files = try Row.fetchAll(
        db, sql: "SELECT name, text FROM frameworkFile WHERE frameworkID = ? ORDER BY name",
        arguments: [number])
      let framework = StoredFramework(
        id: row[1], version: row[2], sha256: row[3], addedAt: row[4],
        files: files.map { StoredFramework.File(name: $0[0], text: $0[1]) })
      return (number, framework)
    }
  }

  private static func options(_ text: String, ofImport id: Int64) throws -> ImportOptions {
    do {
      return try ImportOptions(json: text)
    } catch is DecodingError {
      throw DamagedRow("import", id, "has options that are none: \(text)")
    }
  }

  /// The imports, oldest first, those taken back included.
  public func imports() throws -> [ImportEntry] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT i.*, frameworkID IS NULL AS isInferred, ifnull(frameworkID,
          (SELECT max(f.id) FROM framework f WHERE f.addedAt <= i.at)) AS inForce
        FROM import i ORDER BY i.id
        """
    ).map { row in
      var entry = ImportEntry(
        kind: row["kind"], file: row["file"], at: row["at"], toolVersion: row["toolVersion"],
        options: try Self.options(row["options"], ofImport: row["id"]))
      entry.id = row["id"]
      entry.sha256 = row["sha256"]
      entry.bytes = row["bytes"]
      entry.rowsIn = row["rowsIn"]
      entry.rowsKept = row["rowsKept"]
      entry.rowsChanged = row["rowsChanged"]
      entry.rowsSkipped = row["rowsSkipped"]
      entry.rowsRejected = row["rowsRejected"]
      entry.undoneAt = row["undoneAt"]
      entry.round = row["round"]
      entry.frameworkNumber = row["inForce"]
      entry.isFrameworkInferred = entry.frameworkNumber != nil && row["isInferred"]
      return entry
    }
  }

  /// The cases in the order in which they came in.
  public func cases() throws -> [NumberedCase] {
    try Row.fetchAll(db, sql: "SELECT id, code, name, attributes FROM studyCase ORDER BY id").map {
      row in
      let attributes = try StoredAttributes.decode(row[3], of: ("studyCase", row[0]), db)
      return NumberedCase(
        number: row[0], case: Case(id: row[1], name: row[2], attributes: attributes))
    }
  }

  /// How many cases there are.
  public func caseCount() throws -> Int {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM studyCase") ?? 0
  }

  /// A case with its number.
  public struct NumberedCase: Sendable, Hashable {
    /// The number by which other rows name it.
    public var number: Int64
    /// The case.
    public var `case`: Case
  }

  /// The phases by their numbers.
  public func phases() throws -> [Int64: Phase] {
    var phases: [Int64: Phase] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT id, name, position, startsOn, endsOn FROM phase") {
      phases[row[0]] = Phase(name: row[1], order: row[2], from: row[3], to: row[4])
    }
    return phases
  }

  /// The participants in the order in which they came in.
  public func participants() throws -> [Participant] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT p.code, c.code, o.name, p.role, p.attributes, p.agreed, p.id FROM participant p
        JOIN studyCase c ON c.id = p.caseID LEFT JOIN organization o ON o.id = p.organizationID
        ORDER BY p.id
        """
    ).map { row in
      Participant(
        id: row[0], caseID: row[1], organization: row[2], role: row[3], agreed: row[5],
        attributes: try StoredAttributes.decode(row[4], of: ("participant", row[6]), db))
    }
  }

  /// How many were invited, by case and phase, over all organizations.
  public func invited() throws -> [InvitedCount] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT c.code, f.name, i.organization, i.invited FROM invited i
        JOIN studyCase c ON c.id = i.caseID LEFT JOIN phase f ON f.id = i.phaseID ORDER BY i.id
        """
    ).map { InvitedCount(caseID: $0[0], phase: $0[1], organization: $0[2], invited: $0[3]) }
  }
}

extension StudyReader {
  /// The phases that sources of a case or responses belong to; nil among them where some belong
  /// to none.
  public func phasesInUse() throws -> Set<Int64?> {
    var used: Set<Int64?> = []
    // A study without phases, the usual one, is told from two rows and not from all of them.
    guard try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM phase)") ?? false else {
      let isAny = try Bool.fetchOne(
        db,
        sql: """
          SELECT EXISTS (SELECT 1 FROM source WHERE caseID IS NOT NULL)
            OR EXISTS (SELECT 1 FROM response)
          """)
      return isAny ?? false ? [nil] : []
    }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT DISTINCT phaseID FROM source WHERE caseID IS NOT NULL
        UNION SELECT DISTINCT phaseID FROM response
        """)
    for row in rows { used.insert(row[0]) }
    return used
  }
}

extension StudyReader {
  /// The lengths of the transcripts, in Unicode scalars, by source; the newest version's.
  public func transcriptLengths() throws -> [String: Int] {
    var lengths: [String: Int] = [:]
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT s.code, length(v.text) FROM sourceVersion v JOIN source s ON s.id = v.sourceID
        WHERE v.text IS NOT NULL ORDER BY v.number
        """)
    for row in rows { lengths[row[0]] = row[1] }
    return lengths
  }
}

extension StudyReader {
  /// The secret of the study, 32 bytes that are in no output: what is hashed with it cannot be guessed
  /// from outside.
  ///
  /// - Throws: `StudyFileError.damaged` where it is not there.
  public func secret() throws -> [UInt8] {
    let secret = try Data.fetchOne(db, sql: "SELECT value FROM secret WHERE name = 'study'")
    guard let secret, secret.count == 32 else {
      throw DamagedRow("secret", "\"study\"", "does not hold 32 bytes")
    }
    return [UInt8](secret)
  }
}
