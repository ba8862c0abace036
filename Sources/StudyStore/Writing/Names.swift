import GRDB

/// The tables that give a name a number.
public enum NameTable: String, Sendable, Hashable {
  case organization, coder, code, phase, item
}

/// A name that the study did not have, with the row that mentions it first.
public struct MadeName: Sendable, Hashable {
  /// Where it stands.
  public var table: NameTable
  /// The name.
  public var name: String
  /// The row of the file.
  public var row: Int
}

extension ImportSession {
  /// The number of a name, given at its first use.
  func id(of name: String, in table: NameTable) throws -> Int64 {
    if let id = try known(table)[name] { return id }
    try db.execute(
      sql: "INSERT INTO \(table.rawValue) (name) VALUES (?)", arguments: [name])
    let id = db.lastInsertedRowID
    names[table]?[name] = id
    madeNames.append(MadeName(table: table, name: name, row: row))
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
  /// The names that came new since this was last asked, by being mentioned in a row.
  public func takeMadeNames() -> [MadeName] {
    defer { madeNames.removeAll() }
    return madeNames
  }

  /// The names of a table, those of this import included.
  public func allNames(_ table: NameTable) throws -> [String] {
    try known(table).keys.sorted()
  }

  /// The organizations that stand where they have no number, as those invited and partners.
  public func unnumberedOrganizations() throws -> Set<String> {
    try String.fetchSet(
      db,
      sql: """
        SELECT organization FROM invited WHERE organization <> ''
        UNION SELECT rater FROM partner UNION SELECT ratee FROM partner
        """)
  }

  /// Takes in an organization that a row mentions where it gets no number, before the row is stored.
  func mention(organization name: String) throws {
    guard !name.isEmpty else { return }
    var met = try metOrganizations ?? unnumberedOrganizations()
    if met.insert(name).inserted {
      madeNames.append(MadeName(table: .organization, name: name, row: row))
    }
    metOrganizations = met
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
