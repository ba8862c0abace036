import GRDB

extension ImportSession {
  /// Those of some imports that brought a response which is in the study, oldest first.
  ///
  /// Cost: a look through the responses.
  public func importsOfResponses(among imports: [Int64]) throws -> [Int64] {
    guard !imports.isEmpty else { return [] }
    let ids = imports.map { String($0) }.joined(separator: ",")
    return try Int64.fetchAll(
      db,
      sql: "SELECT DISTINCT importID FROM response WHERE importID IN (\(ids)) ORDER BY importID")
  }

  /// The number of the questionnaire version with these items in this order, made at its first use.
  public func instrumentVersion(items: [String]) throws -> RowID<Rows.Questionnaire> {
    // The newest of several that are alike, which only another program can have made.
    let known = try reader.instrumentVersions().filter { $0.value == items }.keys.max()
    if let known { return RowID(known) }
    try db.execute(sql: "INSERT INTO instrumentVersion DEFAULT VALUES")
    let version = db.lastInsertedRowID
    for (index, item) in items.enumerated() {
      try db.execute(
        sql: "INSERT INTO instrumentItem (versionID, position, itemID) VALUES (?, ?, ?)",
        arguments: [version, index + 1, try id(of: item, in: .item)])
    }
    return RowID(version)
  }

  /// A response to be stored; texts are bytes of the file's row.
  public struct NewResponse {
    /// The case's number.
    public var caseID: RowID<Rows.Case>
    /// The organization's number; nil where it is not stated.
    public var organizationID: RowID<Rows.Organization>?
    /// The phase's number.
    public var phaseID: RowID<Rows.Phase>?
    /// The questionnaire version.
    public var versionID: RowID<Rows.Questionnaire>
    /// The row of the file.
    public var row: Int

    /// Creates a response to be stored.
    public init(
      caseID: RowID<Rows.Case>, organizationID: RowID<Rows.Organization>?,
      phaseID: RowID<Rows.Phase>?,
      versionID: RowID<Rows.Questionnaire>, row: Int
    ) {
      self.caseID = caseID
      self.organizationID = organizationID
      self.phaseID = phaseID
      self.versionID = versionID
      self.row = row
    }
  }

  /// What became of a response.
  public enum StoredResponse: Sendable, Hashable {
    case kept, same
    /// It took the place of an earlier one.
    case changed(lost: LostFields)
    /// The respondent came before in the same file, in this row.
    case twice(row: Int)
  }

  /// What a file has no column for, so that it stays as it was.
  public struct UntoldColumns: Sendable, Hashable {
    /// Of which organization respondents are.
    public var organization: Bool
    /// What they do there.
    public var role: Bool

    /// Says which of the two no column is for.
    public init(organization: Bool, role: Bool) {
      (self.organization, self.role) = (organization, role)
    }
  }

  /// What was there and is empty in a file that has a column for it.
  public struct LostFields: Sendable, Hashable {
    /// How many answers.
    public var answers = 0
    /// Whether the organization is among it.
    public var organization = false
    /// Whether the role is.
    public var role = false
  }

  /// Stores a response: new, or in place of the same respondent's earlier one in case and phase, of which
  /// stays what the file has no column for.
  public func store(
    _ response: NewResponse, respondent: UnsafeRawBufferPointer, role: UnsafeRawBufferPointer,
    answers: UnsafeRawBufferPointer, untold: UntoldColumns
  ) throws -> StoredResponse {
    let insert = try prepared(.insertResponse)
    insert.bind(1, utf8: respondent)
    insert.bind(2, response.caseID)
    insert.bind(3, optional: response.organizationID)
    insert.bind(4, textOrNull: role)
    insert.bind(5, optional: response.phaseID)
    insert.bind(6, response.versionID)
    insert.bind(7, blob: answers)
    insert.bind(8, importID)
    insert.bind(9, Int64(response.row))
    try insert.run()
    if db.changesCount > 0 { return .kept }
    return try replace(
      response, respondent: respondent, role: role, answers: answers, untold: untold)
  }
}
