import Exchange
import StudyModel
import StudyStore

/// The cases, participants and sources of the study by their names, read once and again after this
/// import has added some.
final class KnownNames {
  private let session: ImportSession
  private var caseIDs: [String: RowID<Rows.Case>]?
  private var participantIDs: [RowID<Rows.Case>: [String: RowID<Rows.Participant>]]?
  private var sources: [String: ImportSession.StoredSource]?
  private var near = NearestNames()

  init(_ session: ImportSession) { self.session = session }

  /// The number of a case.
  func caseID(_ name: String) throws -> RowID<Rows.Case>? { try cases()[name] }

  /// The name of a case's number.
  func caseName(_ id: RowID<Rows.Case>) throws -> String? {
    try cases().first { $0.value == id }?.key
  }

  /// The number of a participant of a case.
  func participantID(
    _ name: String, caseID: RowID<Rows.Case>
  ) throws -> RowID<Rows.Participant>? {
    try participants()[caseID]?[name]
  }

  /// A source.
  func source(_ name: String) throws -> ImportSession.StoredSource? { try allSources()[name] }

  /// Says that cases were added.
  func forgetCases() { caseIDs = nil }
  /// Says that participants were added.
  func forgetParticipants() { participantIDs = nil }
  /// Says that sources were added or changed.
  func forgetSources() { sources = nil }
  /// Takes in a source that was added.
  func add(_ source: ImportSession.StoredSource) { sources?[source.code] = source }

  /// The case that a row names, with a problem where the study does not have it; nothing is said of
  /// an empty name, of which its reader told.
  func caseID(of name: String, _ row: inout RowProblems) throws -> RowID<Rows.Case>? {
    guard !name.isEmpty else { return nil }
    if let id = try caseID(name) { return id }
    let near = try nearest("case", name) { try cases().keys.sorted() }
    row.add(
      .unknownCase, column: "case", found: name, "there is no case \"\(name)\" in the study",
      NearestName.remedy(nearest: near, or: "import the case first"))
    return nil
  }

  /// The case of which a row says that a source is evidence; nil for the whole set, and, with a problem,
  /// where the study does not have it.
  func caseID(
    of scope: Source.Scope, _ row: inout RowProblems
  ) throws -> RowID<Rows.Case>? {
    switch scope {
    case .wholeSet: nil
    case .case(let name): try caseID(of: name, &row)
    }
  }

  /// The participant of a case that a row names, with a problem where the study has none.
  func participantID(
    of name: String, caseID: RowID<Rows.Case>, caseName: String, _ row: inout RowProblems
  ) throws -> RowID<Rows.Participant>? {
    if let id = try participantID(name, caseID: caseID) { return id }
    let near = try near.of(name, "participant of \(caseID)", isOfPeople: true) {
      try participants()[caseID, default: [:]].keys.sorted()
    }
    row.add(
      .unknownParticipant, column: "participant", found: name,
      "there is no participant \"\(name)\" in case \"\(caseName)\"",
      NearestName.remedy(nearest: near, or: "import the participant first"))
    return nil
  }

  /// Tells that the study has no such source; `other` is what else may be done.
  func tellNoSource(_ name: String, _ other: String, _ row: inout RowProblems) throws {
    let near = try nearest("source", name) { try allSources().keys.sorted() }
    row.add(
      .unknownSource, column: "source", found: name,
      "there is no source \"\(name)\" in the study",
      near.map { NearestName.remedy(nearest: $0, or: "import the source first") } ?? other)
  }

  private func nearest(
    _ kind: String, _ name: String, among candidates: () throws -> [String]
  ) rethrows -> String? {
    try near.of(name, kind, among: candidates)
  }

  private func cases() throws -> [String: RowID<Rows.Case>] {
    if let caseIDs { return caseIDs }
    let read = try session.caseIDs()
    caseIDs = read
    return read
  }

  private func participants() throws -> [RowID<Rows.Case>: [String: RowID<Rows.Participant>]] {
    if let participantIDs { return participantIDs }
    let read = try session.participantIDs()
    participantIDs = read
    return read
  }

  private func allSources() throws -> [String: ImportSession.StoredSource] {
    if let sources { return sources }
    let read = try session.sources()
    sources = read
    return read
  }
}
