import GRDB

/// The tables that give a name a number.
public enum NameTable: String, Sendable, Hashable {
  case organization, coder, code, phase, item
}

extension ImportSession {
  /// The number of a name, given at its first use.
  func id(of name: String, in table: NameTable) throws -> Int64 {
    if let id = try known(table)[name] { return id }
    try db.execute(
      sql: "INSERT INTO \(table.rawValue) (name) VALUES (?)", arguments: [name])
    let id = db.lastInsertedRowID
    names[table]?[name] = id
    madeNames.append((table, name))
    return id
  }

  /// All names of a table, read once.
  func known(_ table: NameTable) throws -> [String: Int64] {
    if let known = names[table] { return known }
    let known = Dictionary(
      try reader.names(table.rawValue).map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    names[table] = known
    return known
  }

  /// The number of an organization.
  public func organizationID(_ name: String) throws -> RowID<Rows.Organization> {
    RowID(try id(of: name, in: .organization))
  }
  /// The number of a coder.
  public func coderID(_ name: String) throws -> RowID<Rows.Coder> {
    RowID(try id(of: name, in: .coder))
  }
  /// The number of a code.
  public func codeID(_ name: String) throws -> RowID<Rows.Code> {
    RowID(try id(of: name, in: .code))
  }
  /// Stores the name of a coder, for files that list them.
  public func storeCoder(_ name: String) throws -> StoredRow { try store(name, in: .coder) }
  /// Stores the name of a code, for files that list them.
  public func storeCode(_ name: String) throws -> StoredRow { try store(name, in: .code) }

  private func store(_ name: String, in table: NameTable) throws -> StoredRow {
    guard try known(table)[name] == nil else { return .same }
    _ = try id(of: name, in: table)
    return .kept
  }

  /// Whether the study has phases, those of this import included.
  public var hasPhases: Bool { get throws { try !known(.phase).isEmpty } }
  /// The number of a phase.
  public func phaseID(_ name: String) throws -> RowID<Rows.Phase> {
    RowID(try id(of: name, in: .phase))
  }
}

extension ImportSession {
  /// The names that got a number since this was last asked, by being mentioned in a row.
  public func takeMadeNames() -> [(table: NameTable, name: String)] {
    defer { madeNames.removeAll() }
    return madeNames
  }

  /// The names of a table, those of this import included.
  public func allNames(_ table: NameTable) throws -> [String] {
    try known(table).keys.sorted()
  }

  /// The organizations that stand where they have no number, as those invited and partners: each with
  /// whether it was there before this import.
  public func unnumberedOrganizations() throws -> [(name: String, isEarlier: Bool)] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT name, min(importID) FROM (
          SELECT organization AS name, importID FROM invited WHERE organization <> ''
          UNION ALL SELECT rater, importID FROM partner UNION ALL SELECT ratee, importID FROM partner)
        GROUP BY name ORDER BY name
        """)
    return try rows.map {
      (try $0.decode(String.self, atIndex: 0), try $0.decode(Int64.self, atIndex: 1) < importID)
    }
  }

  /// The phases that a file of phases states.
  public func statedPhases() throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT name FROM phase WHERE importID IS NOT NULL OR position IS NOT NULL
          OR startsOn IS NOT NULL OR endsOn IS NOT NULL ORDER BY position, name
        """)
  }
}
