import Exchange
import StudyModel
import StudyStore

/// Brings in responses to a questionnaire, one byte an answer.
///
/// Names come again and again, so each is looked up once; a response costs no string.
struct ResponseMerge: Merge {
  private let context: MergeContext
  /// The questionnaires that came in, by their items in order.
  private var versions: [[String]: RowID<Rows.Questionnaire>] = [:]
  /// The one of the batch at hand.
  private var questionnaire: (items: [String], version: RowID<Rows.Questionnaire>)?
  /// The study's numbers by the numbers of the names that came in.
  private var caseIDs = NumbersByName<Rows.Case>()
  private var organizationIDs = NumbersByName<Rows.Organization>()
  private var phaseIDs = NumbersByName<Rows.Phase>()
  private var batch: ResponseBatch?
  private var stated = PhasesStated()
  private var kept = 0
  private let untold: ImportSession.UntoldColumns

  init(_ context: MergeContext) throws {
    try Self.requireTokensOfOneKind(context)
    self.context = context
    untold = ImportSession.UntoldColumns(
      organization: context.absent.contains("organization"), role: context.absent.contains("role"))
    batch = context.isBulk ? try ResponseBatch(context.session) : nil
  }

  /// Makes sure that respondents are not known by tokens in one import and by hashes of them in another:
  /// everybody would be there twice.
  private static func requireTokensOfOneKind(_ context: MergeContext) throws {
    let hashes = context.task.tokenKey != nil
    let others = context.standing.filter { ($0.options.tokenKey != nil) != hashes }.map(\.id)
    let found = try context.session.importsOfResponses(among: others)
    guard found.isEmpty else { throw Failure.tokensOfBothKinds(found, hashesTokens: hashes) }
  }

  var counts: [String: Int] {
    [
      "responses": kept,
      "items": versions.keys.reduce(into: Set<String>()) { $0.formUnion($1) }.count,
      "cases": caseIDs.count, "organizations": organizationIDs.count,
    ]
  }

  /// Stores the responses of a batch, which brings its questionnaire with it.
  mutating func merge(_ incoming: Incoming.Responses, _ fates: inout RowFates) throws {
    let version = try version(of: incoming)
    let itemCount = incoming.items.count
    try incoming.bytes.withUnsafeBytes { bytes in
      try incoming.answers.withUnsafeBytes { answers in
        for (place, response) in incoming.rows.enumerated() {
          var row: RowProblems?
          if response.isWrong || !incoming.problems.isEmpty {
            row = incoming.problems[place].map { RowProblems(row: response.row, $0) }
          }
          let given = try self.response(response, incoming.names, version, &row)
          guard let given, !response.isWrong else {
            fates.add(response.row, .rejected, row?.all ?? [])
            continue
          }
          let own = UnsafeRawBufferPointer(
            rebasing: answers[place * itemCount..<(place + 1) * itemCount])
          let stored = try store(
            given, respondent: bytes.part(response.respondent), role: bytes.part(response.role),
            answers: own)
          switch stored {
          case .kept: fates.add(response.row, .kept, row?.all ?? [])
          case .changed(let lost):
            note(lost, row: response.row)
            fates.add(response.row, .changed, row?.all ?? [])
          case .same: fates.add(response.row, .same)
          case .twice(let earlier):
            var problems = row ?? RowProblems(row: response.row)
            problems.tellTwice(
              String(decoding: bytes.part(response.respondent), as: UTF8.self), row: earlier)
            fates.add(response.row, .rejected, problems.all)
          }
        }
      }
    }
  }

  private func note(_ lost: ImportSession.LostFields, row: Int) {
    context.emptied.note(answers: lost.answers, row: row)
    if lost.organization { context.emptied.note("organization", row: row) }
    if lost.role { context.emptied.note("role", row: row) }
  }

  /// The questionnaire of a batch, which must have an answer, or why there is none, for every item.
  private mutating func version(
    of batch: Incoming.Responses
  ) throws -> RowID<Rows.Questionnaire> {
    guard batch.answers.count == batch.rows.count * batch.items.count else {
      throw Failure(
        .fault, .unforeseen,
        "The reader of \(context.task.name) gave \(batch.answers.count) answers for \(Words.count(batch.rows.count, "response")) to \(Words.count(batch.items.count, "item"))",
        remedy: "Please report this, with the file.")
    }
    if let questionnaire, questionnaire.items == batch.items { return questionnaire.version }
    let version =
      try versions[batch.items] ?? context.session.instrumentVersion(items: batch.items)
    versions[batch.items] = version
    questionnaire = (batch.items, version)
    return version
  }

  /// Stores what waits; tells of responses without a phase in a study that has phases.
  mutating func finish() throws -> [Diagnostic] {
    try batch?.flush()
    return try stated.diagnostics(context)
  }

  /// What a response is of, by the study's numbers; nil, with problems, where it has no case.
  private mutating func response(
    _ incoming: Incoming.Responses.Row, _ names: Incoming.Responses.Names,
    _ version: RowID<Rows.Questionnaire>, _ row: inout RowProblems?
  ) throws -> ImportSession.NewResponse? {
    var caseID = caseIDs[incoming.caseID]
    if caseID == nil, incoming.caseID >= 0 {
      var problems = row ?? RowProblems(row: incoming.row)
      caseID = try context.known.caseID(of: names.caseID(of: incoming), &problems)
      if !problems.all.isEmpty { row = problems }
      caseIDs[incoming.caseID] = caseID
    }
    context.session.row = incoming.row
    let organizationID = try organizationIDs.number(incoming.organization) {
      try context.session.organizationID(names.organization(of: incoming))
    }
    let phaseID = try phaseIDs.number(incoming.phase) {
      try context.session.phaseID(names.phase(of: incoming))
    }
    guard let caseID else { return nil }
    return ImportSession.NewResponse(
      caseID: caseID, organizationID: organizationID, phaseID: phaseID, versionID: version,
      row: incoming.row)
  }

  private mutating func store(
    _ response: ImportSession.NewResponse, respondent: UnsafeRawBufferPointer,
    role: UnsafeRawBufferPointer, answers: UnsafeRawBufferPointer
  ) throws -> ImportSession.StoredResponse {
    guard let key = context.task.tokenKey else {
      return try store(response, token: respondent, role: role, answers: answers)
    }
    return try key.hashed(respondent).withUnsafeBytes {
      try store(response, token: $0, role: role, answers: answers)
    }
  }

  private mutating func store(
    _ response: ImportSession.NewResponse, token respondent: UnsafeRawBufferPointer,
    role: UnsafeRawBufferPointer, answers: UnsafeRawBufferPointer
  ) throws -> ImportSession.StoredResponse {
    var stored = ImportSession.StoredResponse.kept
    if batch != nil {
      try batch?.add(response, respondent: respondent, role: role, answers: answers)
    } else {
      stored = try context.session.store(
        response, respondent: respondent, role: role, answers: answers, untold: untold)
    }
    if case .twice = stored { return stored }
    stated.note(isStated: response.phaseID != nil, row: response.row)
    if stored != .same { kept += 1 }
    return stored
  }
}

extension RowProblems {
  fileprivate mutating func tellTwice(_ respondent: String, row: Int) {
    add(
      .respondentTwice, column: "respondent", found: respondent,
      "the same respondent answers in row \(row), in the same case and phase",
      "Either remove one of the two rows or give one another respondent.")
  }
}
