import Exchange
import StudyModel
import StudyStore

/// Brings in cases.
struct CaseMerge: RowMerge {
  let context: MergeContext
  private var seen = SeenKeys()

  init(_ context: MergeContext) { self.context = context }

  var counts: [String: Int] { ["cases": seen.count] }

  mutating func merge(_ value: Incoming.Case, _ row: inout RowProblems) throws -> RowFate {
    if Source.Scope(name: value.id) == .wholeSet {
      row.add(
        .caseNamedAll, column: "case", found: value.id,
        "\"\(value.id)\" stands for the whole set of cases",
        "Give the case another id.")
    }
    seen.refuseTwice(value.id, of: "case", &row)
    row.check(value.attributes, by: context.framework)
    guard row.stands else { return .rejected }
    // What this file does not say stays as an earlier one said it.
    let before = try context.session.storedCase(value.id)
    let stored = Case(
      id: value.id, name: value.name ?? before?.name ?? value.id,
      attributes: context.told(
        value.attributes, before: before?.attributes ?? [], row: row.row))
    context.known.forgetCases()
    return RowFate(try context.session.store(stored))
  }
}

/// Brings in participants.
struct ParticipantMerge: RowMerge {
  let context: MergeContext
  private var seen = SeenKeys()

  init(_ context: MergeContext) { self.context = context }

  var counts: [String: Int] { ["participants": seen.count] }

  mutating func merge(_ value: Participant, _ row: inout RowProblems) throws -> RowFate {
    let caseID = try context.known.caseID(of: value.caseID, &row)
    seen.refuseTwice(value.id, of: "participant", in: [value.caseID], &row)
    guard row.stands, let caseID else { return .rejected }
    context.known.forgetParticipants()
    guard let before = try context.session.storedParticipant(value.id, of: value.caseID) else {
      return RowFate(try context.session.store(value, caseID: caseID))
    }
    var stored = value
    stored.organization = context.told(
      "organization", value.organization, before: before.organization, row: row.row)
    stored.agreed = context.told("agreed", value.agreed, before: before.agreed, row: row.row)
    if context.absent.contains("role") { stored.role = before.role }
    stored.attributes = context.told(
      value.attributes, before: before.attributes, row: row.row)
    return RowFate(try context.session.store(stored, caseID: caseID))
  }
}

/// Brings in phases.
struct PhaseMerge: RowMerge {
  let context: MergeContext
  private var seen = SeenKeys()

  init(_ context: MergeContext) { self.context = context }

  var counts: [String: Int] { ["phases": seen.count] }

  mutating func merge(_ value: Phase, _ row: inout RowProblems) throws -> RowFate {
    // A month or a year ends on its last day.
    if let from = value.from, let to = value.to, let first = CalendarDay.days(of: from),
      let last = CalendarDay.days(of: to), first.lowerBound > last.upperBound
    {
      row.add(
        .phaseEndsEarly, column: "to", found: to,
        "the phase ends on \(to), before it starts on \(from)",
        "Either exchange the two dates or correct one of them.")
    }
    seen.refuseTwice(value.name, of: "phase", &row)
    guard row.stands else { return .rejected }
    let before = try context.session.storedPhase(value.name)
    let stored = Phase(
      name: value.name,
      order: context.told("order", value.order, before: before?.order, row: row.row),
      from: context.told("from", value.from, before: before?.from, row: row.row),
      to: context.told("to", value.to, before: before?.to, row: row.row))
    return RowFate(try context.session.store(stored))
  }
}

/// Brings in coders, for formats that list them; tables name them with what they coded.
struct CoderMerge: RowMerge {
  let context: MergeContext
  private var seen = SeenKeys()

  init(_ context: MergeContext) { self.context = context }

  var counts: [String: Int] { ["coders": seen.count] }

  mutating func merge(_ value: Incoming.Coder, _ row: inout RowProblems) throws -> RowFate {
    seen.refuseTwice(value.name, of: "coder", &row)
    guard row.stands else { return .rejected }
    return RowFate(try context.session.storeCoder(value.name))
  }
}

/// Brings in codes, for formats that list them; tables name them with what was coded.
struct CodeMerge: RowMerge {
  let context: MergeContext
  private var seen = SeenKeys()

  init(_ context: MergeContext) { self.context = context }

  var counts: [String: Int] { ["codes": seen.count] }

  mutating func merge(_ value: Incoming.Code, _ row: inout RowProblems) throws -> RowFate {
    seen.refuseTwice(value.name, of: "code", &row)
    guard row.stands else { return .rejected }
    context.unmapped.note(value.name, row: row.row)
    return RowFate(try context.session.storeCode(value.name))
  }
}
