import Exchange
import StudyModel
import StudyStore

/// Brings in how many were invited.
struct InvitedMerge: RowMerge {
  let context: MergeContext
  private var seen = SeenKeys()
  private var phases = PhasesStated()

  init(_ context: MergeContext) { self.context = context }

  var counts: [String: Int] { ["organizations": seen.count] }

  mutating func merge(_ value: Incoming.Invited, _ row: inout RowProblems) throws -> RowFate {
    let caseID = try context.known.caseID(of: value.caseID, &row)
    if let invited = value.invited, !(0...1_000_000_000).contains(invited) {
      row.add(
        .invitedBelowZero, column: "invited", found: String(invited),
        "\(invited) people cannot be invited", "Write how many were invited.")
    }
    seen.refuseTwice(
      value.organization, of: "organization", in: [value.caseID, value.phase ?? ""], &row)
    guard row.stands, let caseID, let invited = value.invited else { return .rejected }
    phases.note(isStated: value.phase != nil, row: row.row)
    return RowFate(
      try context.session.storeInvited(
        caseID: caseID, organization: value.organization,
        phaseID: try value.phase.map { try context.session.phaseID($0) }, invited: invited))
  }

  mutating func finish() throws -> [Diagnostic] {
    try phases.diagnostics(context, so: "It counts for answers that state no phase either.")
  }
}

/// Brings in events.
struct EventMerge: RowMerge {
  let context: MergeContext
  private var seen = SeenKeys()

  init(_ context: MergeContext) { self.context = context }

  var counts: [String: Int] { ["events": seen.count] }

  mutating func merge(_ value: Incoming.Event, _ row: inout RowProblems) throws -> RowFate {
    let caseID = try context.known.caseID(of: value.caseID, &row)
    seen.refuseTwice(value.event, of: "event", in: [value.caseID, value.date ?? ""], &row)
    guard row.stands, let caseID, let date = value.date else { return .rejected }
    var event = CaseEvent(caseID: value.caseID, date: date, event: value.event)
    let before = try context.session.storedEvent(event, caseID: caseID)
    event.kind =
      context.told(
        "kind", value.kind.isEmpty ? nil : value.kind,
        before: before.flatMap { $0.kind.isEmpty ? nil : $0.kind }, row: row.row) ?? ""
    event.clear = context.told("clear", value.clear, before: before?.clear, row: row.row)
    return RowFate(try context.session.store(event, caseID: caseID))
  }
}

/// Brings in ratings of partners by partners.
struct PartnerMerge: RowMerge {
  let context: MergeContext
  private var seen = SeenKeys()
  private var phases = PhasesStated()

  init(_ context: MergeContext) { self.context = context }

  var counts: [String: Int] { ["ratings": seen.count] }

  mutating func merge(_ value: Incoming.Partner, _ row: inout RowProblems) throws -> RowFate {
    let caseID = try context.known.caseID(of: value.caseID, &row)
    if !value.rater.isEmpty, value.rater == value.ratee {
      row.add(
        .partnerOfItself, severity: .warning, column: "ratee", found: value.ratee,
        "\"\(value.rater)\" rates itself",
        "Ratings of oneself are kept, and left out of every figure.")
    }
    seen.refuseTwice(
      value.ratee, of: "ratee",
      in: [value.caseID, value.phase ?? "", value.question, value.rater], &row)
    guard row.stands, let caseID, let rating = value.value else { return .rejected }
    phases.note(isStated: value.phase != nil, row: row.row)
    return RowFate(
      try context.session.storePartner(
        caseID: caseID, rater: value.rater, ratee: value.ratee, question: value.question,
        phaseID: try value.phase.map { try context.session.phaseID($0) }, value: rating))
  }

  mutating func finish() throws -> [Diagnostic] {
    try phases.diagnostics(context, so: "It is kept apart, as \"\(Phase.notStated)\".")
  }
}
