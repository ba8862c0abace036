import GRDB

/// The tables that give a name a number.
enum NameTable: String {
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
