import GRDB
import StudyModel

/// A response as it was stored before.
private struct EarlierResponse {
  var id: Int64
  var owner: Int64
  var row: Int
  var organization: Int64?
  var role: [UInt8]
  var version: Int64
  var answers: [UInt8]

  init(_ row: StatementRow) throws {
    id = try row.int(0)
    organization = try row.optionalInt(1)
    role = Array(row.bytes(2))
    version = try row.int(3)
    answers = Array(row.bytes(4))
    owner = try row.int(5)
    self.row = Int(try row.int(6))
  }
}

/// Where the answers of a file go among those that a respondent gave before, whose questionnaire had other
/// items.
struct AnswerPlan {
  /// From which questionnaire to which.
  struct Key: Hashable {
    var old: Int64
    var new: Int64
  }

  /// The questionnaire that the answers are to in the end.
  var version: Int64
  /// Places for the answers of the file, in its order; places beyond the earlier ones are new.
  var places: [Int]
  /// How many items the earlier one has.
  var before: Int
  /// How many the file has beside them.
  var added: Int
  /// Whether the earlier one has items that the file has not.
  var keepsOthers: Bool
}

extension ImportSession {
  /// Puts a response in the place of the same respondent's earlier one in case and phase.
  func replace(
    _ response: NewResponse, respondent: UnsafeRawBufferPointer, role: UnsafeRawBufferPointer,
    answers: UnsafeRawBufferPointer, untold: UntoldColumns
  ) throws -> StoredResponse {
    let find = try prepared(.findResponse)
    find.bind(1, utf8: respondent)
    find.bind(2, response.caseID)
    find.bind(3, optional: response.phaseID)
    var found: EarlierResponse?
    try find.eachRow { row in
      found = try EarlierResponse(row)
      return false
    }
    guard let found else { return .same }
    if found.owner == importID { return .twice(row: found.row) }
    // A respondent of an earlier import may come once in this one as well.
    if let row = metAgain[found.id] { return .twice(row: row) }
    metAgain[found.id] = response.row
    var lost = LostFields()
    var next = found
    if !untold.organization {
      next.organization = response.organizationID?.number
      lost.organization = found.organization != nil && next.organization == nil
    }
    if !untold.role {
      next.role = Array(role)
      lost.role = !found.role.isEmpty && next.role.isEmpty
    }
    lost.answers = try take(answers, of: response.versionID.number, into: &next)
    if next.organization == found.organization, next.role == found.role,
      next.version == found.version, next.answers == found.answers
    {
      return .same
    }
    let lastChange = try Int64.fetchOne(
      db.cachedStatement(
        sql: "SELECT max(importID) FROM change WHERE tableName = 'response' AND rowKey = ?"),
      arguments: [found.id])
    replacedResponses[lastChange ?? found.owner, default: (0, response.row)].count += 1
    try keepBefore(table: "response", id: found.id)
    let update = try prepared(.updateResponse)
    try next.role.withUnsafeBytes { role in
      try next.answers.withUnsafeBytes { answers in
        update.bind(1, optional: next.organization)
        update.bind(2, textOrNull: role)
        update.bind(3, next.version)
        update.bind(4, blob: answers)
        update.bind(5, found.id)
        try update.run()
      }
    }
    return .changed(lost: lost)
  }

  /// Takes in the answers of a file; those to items that it has no column for stay.
  ///
  /// - Returns: How many answers were there and are empty now.
  private func take(
    _ answers: UnsafeRawBufferPointer, of version: Int64, into next: inout EarlierResponse
  ) throws -> Int {
    let before = next.answers
    let plan = try plan(from: next.version, to: version)
    guard before.count == plan.before else {
      throw DamagedRow("response", next.id, "has \(before.count) answers")
    }
    var lost = 0
    if plan.keepsOthers {
      next.version = plan.version
      next.answers += Array(repeating: Self.byte(Answer.notAsked), count: plan.added)
      for (answer, place) in zip(answers, plan.places) { next.answers[place] = answer }
    } else {
      (next.version, next.answers) = (version, Array(answers))
    }
    for (answer, place) in zip(answers, plan.places) where before.indices.contains(place) {
      let isGone = Answer.isMissing(Int8(bitPattern: answer))
      if isGone, !Answer.isMissing(Int8(bitPattern: before[place])) { lost += 1 }
    }
    return lost
  }

  private static func byte(_ answer: Int8) -> UInt8 { UInt8(bitPattern: answer) }

  /// How answers to one questionnaire are laid over those to another, worked out once.
  private func plan(from old: Int64, to new: Int64) throws -> AnswerPlan {
    let key = AnswerPlan.Key(old: old, new: new)
    if let known = answerPlans[key] { return known }
    let versions = try reader.instrumentVersions()
    guard let before = versions[old], let after = versions[new] else {
      throw DamagedRow("instrumentVersion", old, "is not there")
    }
    var items = before
    let places = after.map { item in
      if let place = items.firstIndex(of: item) { return place }
      items.append(item)
      return items.count - 1
    }
    let keepsOthers = !Set(before).isSubset(of: after)
    let plan = AnswerPlan(
      version: keepsOthers ? try instrumentVersion(items: items).number : new, places: places,
      before: before.count, added: items.count - before.count, keepsOthers: keepsOthers)
    answerPlans[key] = plan
    return plan
  }
}
