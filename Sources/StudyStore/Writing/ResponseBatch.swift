/// Stores new responses some at a time.
public struct ResponseBatch {
  private static let limit = 4 * BulkInsert.size

  private struct Waiting {
    var response: ImportSession.NewResponse
    var start: Int
    var roleStart: Int
    var answersStart: Int
    var end: Int
  }

  private let insert: BulkInsert
  private let importID: Int64
  private var waiting: [Waiting] = []
  private var bytes: [UInt8] = []

  /// Begins without responses.
  public init(_ session: ImportSession) throws {
    insert = try BulkInsert(
      session.db,
      into: """
        response (respondent, caseID, organizationID, role, phaseID, versionID, answers, importID,
          fileRow)
        """, width: 9)
    importID = session.importID
  }

  /// Takes in a response, copying its texts.
  ///
  /// - Throws: `RowConflict` where an earlier one is not new.
  public mutating func add(
    _ response: ImportSession.NewResponse, respondent: UnsafeRawBufferPointer,
    role: UnsafeRawBufferPointer, answers: UnsafeRawBufferPointer
  ) throws {
    let start = bytes.count
    bytes.append(contentsOf: respondent)
    let roleStart = bytes.count
    bytes.append(contentsOf: role)
    let answersStart = bytes.count
    bytes.append(contentsOf: answers)
    waiting.append(
      Waiting(
        response: response, start: start, roleStart: roleStart, answersStart: answersStart,
        end: bytes.count))
    if waiting.count == Self.limit { try flush() }
  }

  /// Stores what waits.
  ///
  /// - Throws: `RowConflict` where one is not new.
  public mutating func flush() throws {
    try bytes.withUnsafeBytes { bytes in
      func slice(_ start: Int, _ end: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: bytes[start..<end])
      }
      try insert.insert(waiting.indices) { statement, row, before in
        let (item, response) = (waiting[row], waiting[row].response)
        statement.bind(before + 1, utf8: slice(item.start, item.roleStart))
        statement.bind(before + 2, response.caseID)
        statement.bind(before + 3, optional: response.organizationID)
        statement.bind(before + 4, textOrNull: slice(item.roleStart, item.answersStart))
        statement.bind(before + 5, optional: response.phaseID)
        statement.bind(before + 6, response.versionID)
        statement.bind(before + 7, blob: slice(item.answersStart, item.end))
        statement.bind(before + 8, importID)
        statement.bind(before + 9, Int64(response.row))
      }
    }
    waiting.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }
}
