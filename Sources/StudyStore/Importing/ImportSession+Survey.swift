import Foundation
import GRDB

extension ImportSession {
  /// The number of the questionnaire version with these items in this order, made at its first use.
  public func instrumentVersion(items: [String]) throws -> Int64 {
    let list = items.joined(separator: "\n")
    let known = try Int64.fetchOne(
      db, sql: "SELECT id FROM instrumentVersion WHERE itemList = ?", arguments: [list])
    if let known { return known }
    try db.execute(
      sql: "INSERT INTO instrumentVersion (itemCount, itemList) VALUES (?, ?)",
      arguments: [items.count, list])
    let version = db.lastInsertedRowID
    for (index, item) in items.enumerated() {
      try db.execute(
        sql: "INSERT INTO instrumentItem VALUES (?, ?, ?)",
        arguments: [version, index + 1, try id(of: item, in: .item)])
    }
    return version
  }

  /// A response to be stored; texts are bytes of the file's row.
  public struct NewResponse {
    /// The case's number.
    public var caseID: Int64
    /// The organization's number; nil where it is not stated.
    public var organizationID: Int64?
    /// The phase's number.
    public var phaseID: Int64?
    /// The questionnaire version.
    public var versionID: Int64
    /// The row of the file.
    public var row: Int

    /// Creates a response to be stored.
    public init(
      caseID: Int64, organizationID: Int64?, phaseID: Int64?, versionID: Int64, row: Int
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
    case kept, changed, same
    /// The respondent came before in the same file, in this row.
    case twice(row: Int)
  }

  /// Stores a response: new, or in place of the same respondent's earlier one in case and phase.
  public func store(
    _ response: NewResponse, respondent: UnsafeRawBufferPointer, role: UnsafeRawBufferPointer,
    answers: UnsafeRawBufferPointer
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
    return try replace(response, respondent: respondent, role: role, answers: answers)
  }

  private func replace(
    _ response: NewResponse, respondent: UnsafeRawBufferPointer, role: UnsafeRawBufferPointer,
    answers: UnsafeRawBufferPointer
  ) throws -> StoredResponse {
    let name = String(decoding: respondent, as: UTF8.self)
    let role = role.isEmpty ? nil : String(decoding: role, as: UTF8.self)
    let answers = Data(answers)
    let old = try Row.fetchOne(
      db,
      sql: """
        SELECT id, organizationID, role, versionID, answers, importID, fileRow FROM response
        WHERE respondent = ? AND caseID = ? AND ifnull(phaseID, 0) = ifnull(?, 0)
        """, arguments: [name, response.caseID, response.phaseID])
    guard let old else { return .same }
    let id: Int64 = old["id"]
    let owner: Int64 = old["importID"]
    if owner == importID { return .twice(row: old["fileRow"]) }
    // A respondent of an earlier import may come once in this one as well.
    if let row = metAgain[id] { return .twice(row: row) }
    metAgain[id] = response.row
    let isSame =
      old["organizationID"] == response.organizationID && old["role"] == role
      && old["versionID"] == response.versionID && old["answers"] == answers
    if isSame { return .same }
    try keepBefore(table: "response", id: id)
    try db.execute(
      sql: """
        UPDATE response SET organizationID = ?, role = ?, versionID = ?, answers = ? WHERE id = ?
        """,
      arguments: [response.organizationID, role, response.versionID, answers, id])
    return .changed
  }
}
