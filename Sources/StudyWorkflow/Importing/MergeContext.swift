import Exchange
import StudyModel
import StudyStore

/// What every merge works with.
struct MergeContext {
  let session: ImportSession
  let framework: Framework
  let task: ImportTask
  /// The imports that stand, newest last.
  let standing: [ImportEntry]
  /// Whether rows are stored in bulk, which fails at the first that is not new.
  let isBulk: Bool
  /// What the study has, the rows of this import included.
  let known: KnownNames
  /// The import whose rejected rows the file brings back, and those whose rejected rows that one did.
  let mended: [Int64]

  /// Gathers it; `origins` are the files whose rejected rows the file says it holds.
  init(
    session: ImportSession, framework: Framework, task: ImportTask, standing: [ImportEntry],
    origins: [String], isBulk: Bool
  ) {
    self.session = session
    self.framework = framework
    self.task = task
    self.standing = standing
    self.isBulk = isBulk
    known = KnownNames(session)
    var mended: [Int64] = []
    // Of two files of one name the later one is the more likely to be mended.
    var next = standing.last {
      $0.kind == task.kind && $0.rowsRejected > 0 && origins.contains($0.file)
    }
    while let entry = next, !mended.contains(entry.id) {
      mended.append(entry.id)
      next = standing.first { $0.id == entry.mendsID }
    }
    self.mended = mended
  }

  var options: ImportOptions { task.options }

  /// The newest import that stands and brought the same bytes as the same kind.
  func known(_ entry: ImportEntry) -> ImportEntry? {
    guard !entry.digest.isEmpty else { return nil }
    return standing.last { $0.kind == entry.kind && $0.digest == entry.digest && $0.rowsIn > 0 }
  }
}

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

  /// The participant of a case that a row names, with a problem where the study has none.
  func participantID(
    of name: String, caseID: RowID<Rows.Case>, caseName: String, _ row: inout RowProblems
  ) throws -> RowID<Rows.Participant>? {
    if let id = try participantID(name, caseID: caseID) { return id }
    let near = try nearest("participant of \(caseID)", name) {
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

/// Nearest names, each looked for once, and not for ever: after some hundred different names that are
/// not known, what is wrong is not a slip of the pen.
struct NearestNames {
  private static let mostSearches = 200
  private static let longest = 80
  private var found: [String: [String: String?]] = [:]
  private var searches = 0

  /// The nearest of the candidates of a kind, or nil.
  ///
  /// Cost: the first time linear in the candidates, afterwards a look into a dictionary.
  mutating func of(
    _ name: String, _ kind: String, among candidates: () throws -> [String]
  ) rethrows -> String? {
    if let known = found[kind]?[name] { return known }
    guard searches < Self.mostSearches, name.utf8.count <= Self.longest else { return nil }
    searches += 1
    let near = NearestName.of(name, among: try candidates())
    found[kind, default: [:]][name] = .some(near)
    return near
  }
}
