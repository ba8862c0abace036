import Foundation
import GRDB
public import StudyModel

/// Reads a study; everything read through one reader is of one moment.
public struct StudyReader {
  let db: Database
  /// Where damaged rows are noted while everything is looked over; nil: the first ends the reading.
  let damage: DamageLog?

  init(db: Database, damage: DamageLog? = nil) {
    self.db = db
    self.damage = damage
  }
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
  ///   - look: Looks whether what the study holds allows it, and throws where it does not.
  /// - Throws: `StudyFileError`, `changed` where another framework was put in force meanwhile; what
  ///   `look` throws.
  public func add(
    _ framework: StoredFramework, facts: [String: String] = [:], replacing hash: String? = nil,
    where look: (StudyReader) throws -> Void = { _ in }
  ) throws {
    try write { db in
      let reader = StudyReader(db: db)
      if let hash, try reader.framework()?.sha256 != hash {
        throw StudyFileError.changed(path: path)
      }
      try look(reader)
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
    try rows(
      of: "framework", "SELECT id, name, version, sha256, addedAt FROM framework \(order)"
    ) { row in
      let number = try row.int64(0)
      let files = try Row.fetchAll(
        db, sql: "SELECT name, text FROM frameworkFile WHERE frameworkID = ? ORDER BY name",
        arguments: [number])
      let framework = StoredFramework(
        id: try row.text(1), version: try row.text(2), sha256: try row.text(3),
        addedAt: try row.text(4),
        files: try files.map {
          FrameworkFile(name: try $0.text(0), text: try $0.text(1))
        })
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
    try rows(
      of: "import",
      """
      SELECT id, kind, file, at, toolVersion, options, sha256, bytes, rowsIn, rowsKept, rowsChanged,
        rowsSkipped, rowsRejected, undoneAt, round, frameworkID IS NULL, ifnull(frameworkID,
          (SELECT max(f.id) FROM framework f WHERE f.addedAt <= i.at)), mendsID
      FROM import i ORDER BY id
      """
    ) { row in
      var entry = ImportEntry(
        kind: try row.text(1), file: try row.text(2), at: try row.text(3),
        toolVersion: try row.text(4),
        options: try Self.options(try row.text(5), ofImport: try row.int64(0)))
      entry.id = try row.int64(0)
      entry.digest = try row.text(6)
      entry.bytes = try row.count(7)
      entry.rowsIn = try row.count(8)
      entry.rowsKept = try row.count(9)
      entry.rowsChanged = try row.count(10)
      entry.rowsSkipped = try row.count(11)
      entry.rowsRejected = try row.count(12)
      entry.undoneAt = try row.optionalText(13)
      entry.round = try row.optionalText(14)
      entry.frameworkNumber = try row.optionalInt64(16)
      entry.mendsID = try row.optionalInt64(17)
      entry.isFrameworkInferred = try row.flag(15) && entry.frameworkNumber != nil
      return entry
    }
  }

  /// The cases in the order in which they came in.
  public func cases() throws -> [NumberedCase] {
    try rows(of: "studyCase", "SELECT id, code, name, attributes FROM studyCase ORDER BY id") {
      NumberedCase(
        number: try $0.int64(0),
        case: Case(
          id: try $0.text(1), name: try $0.text(2),
          attributes: try StoredAttributes.decode(try $0.text(3), db)))
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
    let pairs = try rows(
      of: "phase", "SELECT id, name, position, startsOn, endsOn FROM phase ORDER BY id"
    ) { row in
      (
        try row.int64(0),
        Phase(
          name: try row.text(1), order: try row.optionalInt64(2).map(Int.init),
          from: try row.optionalText(3), to: try row.optionalText(4))
      )
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  /// The participants in the order in which they came in.
  public func participants() throws -> [Participant] {
    try rows(
      of: "participant",
      """
      SELECT p.id, p.code, c.code, p.organizationID, o.name, p.role, p.agreed, p.attributes, p.caseID
      FROM participant p
      LEFT JOIN studyCase c ON c.id = p.caseID LEFT JOIN organization o ON o.id = p.organizationID
      ORDER BY p.id
      """
    ) { row in
      guard let caseID = try row.named(2, by: 8) else { throw BadValue("names no case") }
      return Participant(
        id: try row.text(1), caseID: caseID, organization: try row.named(4, by: 3),
        role: try row.word(5, Participant.Role.self), agreed: try row.optionalFlag(6),
        attributes: try StoredAttributes.decode(try row.text(7), db))
    }
  }

  /// What happened, in time; of a day in the order in which it came in.
  public func events() throws -> [CaseEvent] {
    try rows(
      of: "event",
      """
      SELECT e.id, e.caseID, c.code, e.date, e.event, e.kind, e.clear FROM event e
      LEFT JOIN studyCase c ON c.id = e.caseID ORDER BY e.date, e.id
      """
    ) { row in
      guard let caseID = try row.named(2, by: 1) else { throw BadValue("names no case") }
      return CaseEvent(
        caseID: caseID, date: try row.text(3), event: try row.text(4), kind: try row.text(5),
        clear: try row.optionalFlag(6))
    }
  }

  /// How many were invited, a row as it was stated.
  public func invited() throws -> [InvitedCount] {
    try rows(
      of: "invited",
      """
      SELECT i.id, i.caseID, c.code, i.phaseID, f.name, i.organization, i.invited FROM invited i
      LEFT JOIN studyCase c ON c.id = i.caseID LEFT JOIN phase f ON f.id = i.phaseID ORDER BY i.id
      """
    ) { row in
      guard let caseID = try row.named(2, by: 1) else { throw BadValue("names no case") }
      return InvitedCount(
        caseID: caseID, phase: try row.named(4, by: 3), organization: try row.text(5),
        invited: try row.count(6))
    }
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
    for row in rows { used.insert(try row.decode(Int64?.self, atIndex: 0)) }
    return used
  }
}

extension StudyReader {
  /// The lengths of the transcripts, in Unicode scalars, by source; the newest version's.
  public func transcriptLengths() throws -> [String: Int] {
    var lengths: [String: Int] = [:]
    _ = try rows(
      of: "sourceVersion",
      """
      SELECT v.id, s.code, length(v.text) FROM sourceVersion v
      LEFT JOIN source s ON s.id = v.sourceID WHERE v.text IS NOT NULL ORDER BY v.number
      """
    ) { row in
      guard let source = try row.optionalText(1) else { throw BadValue("is of no source") }
      lengths[source] = try row.count(2)
    }
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
