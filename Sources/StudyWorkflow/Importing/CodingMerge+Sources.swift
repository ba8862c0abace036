import Exchange
import StudyModel
import StudyStore

extension CodingMerge {
  /// The source of a row; with no sources file the row itself may say whose it is.
  mutating func source(
    of row: Row, _ names: Names, _ told: inout RowProblems
  ) throws -> ImportSession.StoredSource? {
    let name = names.source(of: row)
    let scope = names.scope(of: row)
    if let source = try context.known.source(name) {
      try tellOtherCase(scope, source, &told)
      told.tellOtherOwner(row, names, source)
      return source
    }
    guard let scope else {
      try context.known.tellNoSource(
        name, "Either correct it, import the source first, or add a column \"case\".", &told)
      return nil
    }
    let caseID = try context.known.caseID(of: scope, &told)
    let participant = names.participant(of: row)
    if scope == .wholeSet, let participant { told.tellInterviewOfAll(participant) }
    guard told.stands else { return nil }
    var participantID: RowID<Rows.Participant>?
    if let participant, let caseID, let caseName = scope.caseID {
      participantID = try self.participantID(participant, caseID: caseID, caseName: caseName)
    }
    let phase = names.phase(of: row)
    let source = Source(
      id: name, caseID: scope.caseID, participant: participant, phase: phase,
      kind: Source.Kind(stated: nil, participant: participant))
    kinds.note(source, row: row.row)
    if scope != .wholeSet { phases.note(isStated: phase != nil, row: row.row) }
    _ = try context.session.store(source, caseID: caseID, participantID: participantID)
    guard let stored = try context.session.source(name) else { return nil }
    context.known.add(stored)
    return stored
  }

  /// The participant of a case, made where the study has none of the name.
  private func participantID(
    _ name: String, caseID: RowID<Rows.Case>, caseName: String
  ) throws -> RowID<Rows.Participant>? {
    if let id = try context.session.participantID(name, caseID: caseID) { return id }
    let participant = Participant(
      id: name, caseID: caseName, organization: nil, role: .participant)
    _ = try context.session.store(participant, caseID: caseID)
    context.known.forgetParticipants()
    return try context.session.participantID(name, caseID: caseID)
  }

  /// Says that a row names another case than its source has; a source is of one case.
  private func tellOtherCase(
    _ scope: Source.Scope?, _ source: ImportSession.StoredSource, _ told: inout RowProblems
  ) throws {
    guard let scope else { return }
    let id = try context.known.caseID(of: scope, &told)
    guard id != source.caseID, id != nil || scope == .wholeSet else { return }
    let own = Source.Scope(caseID: try source.caseID.flatMap { try context.known.caseName($0) })
    told.add(
      .otherCase, column: "case", found: scope.name,
      "source \"\(source.code)\" belongs to case \"\(own.name)\", not to \"\(scope.name)\"",
      "Either correct the case or give the other case's source another id.")
  }
}

extension RowProblems {
  /// Says that a row names another participant or phase than its source has, which are the source's.
  fileprivate mutating func tellOtherOwner(
    _ row: Incoming.Codings.Row, _ names: Incoming.Codings.Names,
    _ source: ImportSession.StoredSource
  ) {
    let given = [
      ("participant", names.participant(of: row), source.participant),
      ("phase", names.phase(of: row), source.phase),
    ]
    for (what, name, own) in given {
      guard let name, name != own else { continue }
      add(
        .otherOwner, column: what, found: name,
        own.map { "source \"\(source.code)\" has the \(what) \"\($0)\", not \"\(name)\"" }
          ?? "source \"\(source.code)\" states no \(what), and \"\(name)\" is given",
        own == nil
          ? "Either state it in the sources and import those first, or leave it away here."
          : "Either correct the \(what), or leave it away: it is the source's.")
    }
  }
}
