import Exchange
import FileFormats
import StudyModel
import StudyStore

/// Brings in how many were invited.
struct InvitedImporter: RowImporter {
  private let context: ImportContext
  private let known: KnownCases
  private var seen: [String: Int] = [:]

  init(_ context: ImportContext) throws {
    self.context = context
    known = try KnownCases(context)
  }

  var counts: [String: Int] { ["organizations": seen.count] }
  var keptColumns: [(index: Int, name: String)] { context.columns.further }

  mutating func add(_ record: borrowing TableRow) throws -> RowOutcome {
    var fields = RowFields(record, context.columns)
    let (name, caseID) = known.find(record, &fields)
    let organization = fields.text(record, "organization") ?? ""
    let phase = fields.text(record, "phase") ?? context.request.phase
    let invited = fields.int(record, "invited")
    if let invited, !(0...1_000_000_000).contains(invited) {
      fields.add(
        "INVITED-001", column: "invited", found: String(invited),
        "\(invited) people cannot be invited", "Write how many were invited.")
    } else if fields.text(record, "invited") == nil {
      _ = fields.required(record, "invited")
    }
    fields.refuseTwice(organization, of: "organization", in: [name, phase ?? ""], seen: &seen)
    guard fields.stands, let caseID, let invited else { return .rejected(fields.problems) }
    return RowOutcome(
      try context.session.storeInvited(
        caseID: caseID, organization: organization,
        phaseID: try phase.map { try context.session.phaseID($0) }, invited: invited))
  }
}

/// Brings in events.
struct EventsImporter: RowImporter {
  private let context: ImportContext
  private let known: KnownCases
  private var seen: [String: Int] = [:]

  init(_ context: ImportContext) throws {
    self.context = context
    known = try KnownCases(context)
  }

  var counts: [String: Int] { ["events": seen.count] }
  var keptColumns: [(index: Int, name: String)] { context.columns.further }

  mutating func add(_ record: borrowing TableRow) throws -> RowOutcome {
    var fields = RowFields(record, context.columns)
    let (name, caseID) = known.find(record, &fields)
    let date = fields.date(record, "date")
    if fields.text(record, "date") == nil { _ = fields.required(record, "date") }
    let event = fields.required(record, "event")
    fields.refuseTwice(event, of: "event", in: [name, date ?? ""], seen: &seen)
    guard fields.stands, let caseID, let date else { return .rejected(fields.problems) }
    return RowOutcome(
      try context.session.storeEvent(
        caseID: caseID, date: date, event: event, kind: fields.text(record, "kind") ?? ""))
  }
}

/// Brings in ratings of partners by partners.
struct PartnersImporter: RowImporter {
  private let context: ImportContext
  private let known: KnownCases
  private var seen: [String: Int] = [:]

  init(_ context: ImportContext) throws {
    self.context = context
    known = try KnownCases(context)
  }

  var counts: [String: Int] { ["ratings": seen.count] }
  var keptColumns: [(index: Int, name: String)] { context.columns.further }

  mutating func add(_ record: borrowing TableRow) throws -> RowOutcome {
    var fields = RowFields(record, context.columns)
    let (name, caseID) = known.find(record, &fields)
    let rater = fields.required(record, "rater")
    let ratee = fields.required(record, "ratee")
    let question = fields.required(record, "question")
    let value = fields.double(record, "value")
    let phase = fields.text(record, "phase") ?? context.request.phase
    if fields.text(record, "value") == nil { _ = fields.required(record, "value") }
    if !rater.isEmpty, rater == ratee {
      fields.add(
        "PARTNERS-001", severity: .warning, column: "ratee", found: ratee,
        "\"\(rater)\" rates itself", "Ratings of oneself are kept, and left out of every figure.")
    }
    fields.refuseTwice(ratee, of: "ratee", in: [name, phase ?? "", question, rater], seen: &seen)
    guard fields.stands, let caseID, let value else { return .rejected(fields.problems) }
    return RowOutcome(
      try context.session.storePartner(
        caseID: caseID, rater: rater, ratee: ratee, question: question,
        phaseID: try phase.map { try context.session.phaseID($0) }, value: value),
      fields.problems)
  }
}
