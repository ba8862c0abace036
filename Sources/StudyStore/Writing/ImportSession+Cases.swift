import GRDB
public import StudyModel

extension ImportSession {
  /// The numbers of all cases by their ids.
  public func caseIDs() throws -> [String: RowID<Rows.Case>] {
    let pairs: [(String, RowID<Rows.Case>)] = try reader.rows(
      of: "studyCase", "SELECT id, code FROM studyCase"
    ) {
      (try $0.text(1), try $0.id(0))
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  /// The case as it stands, nil where the study has none of this id.
  public func storedCase(_ id: String) throws -> Case? {
    try reader.rows(
      of: "studyCase", "SELECT id, name, attributes FROM studyCase WHERE code = ?", [id]
    ) { row in
      Case(
        id: id, name: try row.text(1), attributes: try StoredAttributes.decode(try row.text(2), db))
    }.first
  }

  /// Stores a case.
  public func store(_ row: Case) throws -> StoredRow {
    try upsert(
      table: "studyCase", key: ["code": row.id],
      values: ["name": row.name, "attributes": StoredAttributes.text(row.attributes)])
  }

  /// The numbers of all participants by case and pseudonym.
  public func participantIDs() throws -> [RowID<Rows.Case>: [String: RowID<Rows.Participant>]] {
    var ids: [RowID<Rows.Case>: [String: RowID<Rows.Participant>]] = [:]
    _ = try reader.rows(of: "participant", "SELECT id, caseID, code FROM participant") {
      ids[try $0.id(1), default: [:]][try $0.text(2)] = try $0.id(0)
    }
    return ids
  }

  /// The number of a participant of the case with this number.
  public func participantID(
    _ code: String, caseID: RowID<Rows.Case>
  ) throws -> RowID<Rows.Participant>? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM participant WHERE caseID = ? AND code = ?"),
      arguments: [caseID.number, code]
    ).map { RowID($0) }
  }

  /// The participant of a case as it stands; nil where the study has none of this pseudonym.
  public func storedParticipant(_ code: String, of caseName: String) throws -> Participant? {
    try reader.rows(
      of: "participant",
      """
      SELECT p.id, p.organizationID, o.name, p.role, p.agreed, p.attributes FROM participant p
      JOIN studyCase c ON c.id = p.caseID LEFT JOIN organization o ON o.id = p.organizationID
      WHERE c.code = ? AND p.code = ?
      """, [caseName, code]
    ) { row in
      Participant(
        id: code, caseID: caseName, organization: try row.named(2, by: 1),
        role: try row.word(3, Participant.Role.self), agreed: try row.optionalFlag(4),
        attributes: try StoredAttributes.decode(try row.text(5), db))
    }.first
  }

  /// The phase as it stands, nil where the study has none of this name.
  public func storedPhase(_ name: String) throws -> Phase? {
    try reader.rows(
      of: "phase", "SELECT id, position, startsOn, endsOn FROM phase WHERE name = ?", [name]
    ) { row in
      Phase(
        name: name, order: try row.optionalInt64(1).map(Int.init), from: try row.optionalText(2),
        to: try row.optionalText(3))
    }.first
  }

  /// An event of the case with this number as it stands; nil where the study does not have it.
  public func storedEvent(_ event: CaseEvent, caseID: RowID<Rows.Case>) throws -> CaseEvent? {
    try reader.rows(
      of: "event",
      "SELECT id, kind, clear FROM event WHERE caseID = ? AND date = ? AND event = ?",
      [caseID.number, event.date, event.event]
    ) { row in
      CaseEvent(
        caseID: event.caseID, date: event.date, event: event.event, kind: try row.text(1),
        clear: try row.optionalFlag(2))
    }.first
  }

  /// Stores a participant of the case with this number.
  public func store(_ row: Participant, caseID: RowID<Rows.Case>) throws -> StoredRow {
    try upsert(
      table: "participant", key: ["caseID": caseID.number, "code": row.id],
      values: [
        "organizationID": row.organization.map { try organizationID($0).number },
        "role": row.role.rawValue, "agreed": row.agreed,
        "attributes": StoredAttributes.text(row.attributes),
      ])
  }

  /// Stores a phase.
  public func store(_ row: Phase) throws -> StoredRow {
    let stored = try upsert(
      table: "phase", key: ["name": row.name],
      values: ["position": row.order, "startsOn": row.from, "endsOn": row.to])
    names[.phase] = nil
    return stored
  }

  /// Stores how many were invited.
  public func storeInvited(
    caseID: RowID<Rows.Case>, organization: String, phaseID: RowID<Rows.Phase>?, invited: Int
  ) throws -> StoredRow {
    try mention(organization: organization)
    return try upsert(
      table: "invited",
      key: ["caseID": caseID.number, "organization": organization, "phaseID": phaseID?.number],
      values: ["invited": invited])
  }

  /// Stores an event of the case with this number.
  public func store(_ row: CaseEvent, caseID: RowID<Rows.Case>) throws -> StoredRow {
    try upsert(
      table: "event", key: ["caseID": caseID.number, "date": row.date, "event": row.event],
      values: ["kind": row.kind, "clear": row.clear])
  }

  /// Stores how one partner rated another.
  public func storePartner(
    caseID: RowID<Rows.Case>, rater: String, ratee: String, question: String,
    phaseID: RowID<Rows.Phase>?, value: Double
  ) throws -> StoredRow {
    for name in [rater, ratee] { try mention(organization: name) }
    return try upsert(
      table: "partner",
      key: [
        "caseID": caseID.number, "rater": rater, "ratee": ratee, "question": question,
        "phaseID": phaseID?.number,
      ],
      values: ["value": value])
  }

  /// Inserts a row, or changes the one with the same key where a value differs.
  ///
  /// For tables of thousands of rows; codings and responses have ways of their own. GRDB keeps the
  /// statements by their text: to prepare one costs more than to run it.
  func upsert(
    table: String, key: KeyValuePairs<String, (any DatabaseValueConvertible)?>,
    values: KeyValuePairs<String, (any DatabaseValueConvertible)?>
  ) throws -> StoredRow {
    let condition = key.map { "\($0.key) IS ?" }.joined(separator: " AND ")
    let columns = values.map(\.key)
    let old = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT id, \(columns.joined(separator: ", ")) FROM \(table) WHERE \(condition)"),
      arguments: StatementArguments(key.map(\.value)))
    guard let old else {
      let all = key.map(\.key) + columns + ["importID"]
      let slots = all.map { _ in "?" }.joined(separator: ", ")
      try db.cachedStatement(
        sql: "INSERT INTO \(table) (\(all.joined(separator: ", "))) VALUES (\(slots))"
      ).execute(arguments: StatementArguments(key.map(\.value) + values.map(\.value) + [importID]))
      return .kept
    }
    let isSame = values.allSatisfy { column, value in
      let stored: DatabaseValue = old[column]
      return stored == (value?.databaseValue ?? .null)
    }
    if isSame { return .same }
    let id = try old.decode(Int64.self, forColumn: "id")
    try keepBefore(table: table, id: id)
    try db.cachedStatement(
      sql:
        "UPDATE \(table) SET \(columns.map { "\($0) = ?" }.joined(separator: ", ")) WHERE id = ?"
    ).execute(arguments: StatementArguments(values.map(\.value) + [id]))
    return .changed
  }
}
