import Reports
import StudyModel
import StudyStore

/// What is known of the study's sources, read once.
struct MethodsSources: Sendable {
  /// Segments whose words are not those of their transcript.
  let otherWords: Int
  private let all: [Source]
  private let phases: [String]
  private let people: [Speaker: Participant]
  private let transcripts: Set<String>
  private let mismatched: Set<String>
  private let coders: [String: Int]

  /// `coders` says how many coders have read each source.
  init(_ reader: StudyReader, coders: [String: Int]) throws {
    self.coders = coders
    all = try reader.sources()
    phases = try reader.phases().values.sorted { $0.isBefore($1) }.map(\.name)
    people = Dictionary(
      try reader.participants().map { (Speaker(caseID: $0.caseID, participant: $0.id), $0) },
      uniquingKeysWith: { first, _ in first })
    transcripts = Set(try reader.transcriptLengths().keys)
    let segments = try reader.segmentsWithOtherWords()
    otherWords = segments.count
    mismatched = Set(segments.map(\.source))
  }

  /// A row a case and phase with sources, in the order of the cases; the whole set last.
  func rows(of cases: [Case]) -> [MethodsInput.MaterialRow] {
    let byPlace = Dictionary(grouping: all) { CasePhase(caseID: $0.caseID, phase: $0.phase) }
    return (cases.map { Optional($0.id) } + [nil]).flatMap { id in
      ([nil] + phases.map(Optional.init)).compactMap { phase in
        guard let own = byPlace[CasePhase(caseID: id, phase: phase)] else { return nil }
        var row = row(of: own)
        (row.caseID, row.phase) = (id, phase)
        return row
      }
    }
  }

  /// All rows that are shown as one; a person or an organization in several counts once.
  ///
  /// - Parameters:
  ///   - rows: The rows, hidden ones among them.
  ///   - isTold: Whether it is for others than the researcher. Who is in several rows would then follow
  ///     from the rows and the total, so people and organizations are counted only where nobody is.
  /// - Returns: The total; without people and organizations where those are hidden.
  func total(of rows: [MethodsInput.MaterialRow], isTold: Bool) -> MethodsInput.MaterialRow {
    let seen = rows.filter { !$0.isHidden }
    let shown = Set(seen.map { CasePhase(caseID: $0.caseID, phase: $0.phase) })
    var total = row(
      of: all.filter { shown.contains(CasePhase(caseID: $0.caseID, phase: $0.phase)) })
    total.hidesRoles = rows.contains { $0.hidesRoles || $0.isHidden }
    if total.hidesRoles { total.roles = [:] }
    guard isTold else { return total }
    total.hidesPeople =
      total.interviewees != seen.reduce(0) { $0 + $1.interviewees }
      || total.organizations != seen.reduce(0) { $0 + $1.organizations }
    if total.hidesPeople { (total.interviewees, total.organizations) = (0, 0) }
    return total
  }

  /// Some of the sources as one row.
  private func row(of sources: [Source]) -> MethodsInput.MaterialRow {
    var row = MethodsInput.MaterialRow()
    var spoken: [Speaker: Participant] = [:]
    for source in sources {
      row.sources[source.kind, default: 0] += 1
      if transcripts.contains(source.id) { row.transcripts += 1 }
      if mismatched.contains(source.id) { row.mismatched += 1 }
      row.cover.add(sourceReadBy: coders[source.id] ?? 0)
      if let caseID = source.caseID, let participant = source.participant {
        let speaker = Speaker(caseID: caseID, participant: participant)
        spoken[speaker] = people[speaker]
      }
    }
    row.interviewees = spoken.count
    row.roles = Dictionary(grouping: spoken.values, by: \.role).mapValues(\.count)
    row.organizations = Set(spoken.values.compactMap(\.organization)).count
    return row
  }
}
