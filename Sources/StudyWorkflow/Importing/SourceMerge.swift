import Exchange
import FileFormats
import StudyModel
import StudyStore

/// Brings in sources and their transcripts.
struct SourceMerge: RowMerge {
  let context: MergeContext
  private var seen = SeenKeys()
  private var phases = PhasesStated()
  private var kinds = KindsStated()
  private var transcripts = 0

  init(_ context: MergeContext) { self.context = context }

  var counts: [String: Int] { ["documents": seen.count] }

  mutating func merge(_ value: Incoming.Source, _ row: inout RowProblems) throws -> RowFate {
    seen.refuseTwice(value.id, of: "source", &row)
    let before = try context.session.source(value.id)
    var value = value
    let caseID = try context.known.caseID(of: value.scope, &row)
    // Who is a participant of one case is none of another.
    let interviewee = before?.caseID == caseID ? before?.participant : nil
    if context.absent.contains("participant") { value.participant = interviewee }
    let participantID = try participantID(of: value, caseID: caseID, &row)
    let transcript = try transcript(of: value, &row)
    if value.transcript != nil { transcripts += 1 }
    let source = told(value, before: before, row: row.row)
    checkReaders(of: source, stated: value.read, &row)
    guard row.stands else { return .rejected }
    if value.participant == nil, interviewee != nil {
      context.emptied.note("participant", row: row.row)
    }
    kinds.note(source, row: row.row)
    if value.scope != .wholeSet { phases.note(isStated: source.phase != nil, row: row.row) }
    let stored = try context.session.store(source, caseID: caseID, participantID: participantID)
    context.known.forgetSources()
    guard let transcript, let sourceID = try context.session.sourceID(value.id) else {
      return RowFate(stored)
    }
    let outcome = try context.session.storeTranscript(
      sourceID: sourceID, file: transcript.name, sha256: transcript.sha256, text: transcript.text)
    if !outcome.lost.isEmpty { row.tellLost(outcome, source: value.id) }
    return stored == .same && outcome.stored != .same ? .changed : RowFate(stored)
  }

  /// The source that a row makes: of what the file has no column for, it stays as it was.
  private func told(
    _ value: Incoming.Source, before: ImportSession.StoredSource?, row: Int
  ) -> Source {
    let isKindKept = context.absent.contains("kind") && before?.kind != .unstated
    let coders = context.told(
      "coders", value.coders.isEmpty ? nil : value.coders,
      before: before.flatMap { $0.coders.isEmpty ? nil : $0.coders }, row: row)
    let read = context.told(
      "read", value.read.isEmpty ? nil : value.read,
      before: before.flatMap { $0.read.isEmpty ? nil : $0.read }, row: row)
    return Source(
      id: value.id, caseID: value.scope.caseID,
      participant: value.participant,
      phase: context.told("phase", value.phase, before: before?.phase, row: row),
      coders: coders ?? [],
      // Who is no longer to read it has not.
      read: (read ?? []).filter { coders?.contains($0) == true },
      kind: Source.Kind(
        stated: value.kind ?? (isKindKept ? before?.kind : nil), participant: value.participant),
      work: context.told("work", value.work, before: before?.work, row: row))
  }

  /// Says which of those who are said to have read a source are not among its coders.
  private func checkReaders(
    of source: Source, stated: [String], _ row: inout RowProblems
  ) {
    for name in stated where !source.coders.contains(name) {
      row.add(
        .unregisteredReader, column: "read", found: name,
        source.coders.isEmpty
          ? "\"\(name)\" read \"\(source.id)\", for which no coder is registered"
          : "\"\(name)\" read \"\(source.id)\" and is not among those registered for it (\(Words.quoted(source.coders)))",
        source.coders.isEmpty
          ? "Name in the column \"coders\" all who read it, or are to."
          : NearestName.remedy(
            name, among: source.coders, or: "name this coder in the column \"coders\" too"))
    }
  }

  mutating func finish() throws -> [Diagnostic] {
    try phases.diagnostics(context) + kinds.diagnostics + inVain
  }

  /// A warning where a folder of transcripts was named and no row names one.
  private var inVain: [Diagnostic] {
    guard context.task.namesTexts, transcripts == 0, seen.count > 0 else { return [] }
    return [
      Diagnostic(
        code: .saidInVain, severity: .warning, place: .init(file: context.task.name),
        message: "a folder of transcripts was named, and no row names a transcript",
        remedy: "Name them in a column \"file\", and import again.")
    ]
  }

  private func participantID(
    of value: Incoming.Source, caseID: RowID<Rows.Case>?, _ row: inout RowProblems
  ) throws -> RowID<Rows.Participant>? {
    guard let name = value.participant else { return nil }
    guard let caseName = value.scope.caseID else {
      row.tellInterviewOfAll(name)
      return nil
    }
    guard let caseID else { return nil }
    return try context.known.participantID(of: name, caseID: caseID, caseName: caseName, &row)
  }

  private func transcript(
    of value: Incoming.Source, _ row: inout RowProblems
  ) throws -> (name: String, sha256: String, text: String)? {
    let (name, bytes): (String, [UInt8])
    switch value.transcript {
    case nil: return nil
    case .bytes(let given, let itsName): (name, bytes) = (itsName, given)
    case .named(let itsName):
      do throws(TranscriptRefusal) {
        (name, bytes) = (itsName, try context.task.open(itsName))
      } catch {
        row.add(
          error.code, column: "file", found: itsName, error.message(itsName), error.remedy(itsName))
        return nil
      }
    }
    guard let text = TranscriptText.decode(bytes) else {
      row.tellNoText(name, isDocument: FileHead.isDocument(bytes))
      return nil
    }
    return (name, ByteSource.bytes(bytes).sha256 ?? "", text)
  }
}

extension ImportTask {
  /// The bytes of a transcript that a table names.
  fileprivate func open(_ name: String) throws(TranscriptRefusal) -> [UInt8] {
    guard let texts else { throw .noFolder }
    return try texts(name)
  }
}

extension RowProblems {
  /// Says that a source for the whole set names an interviewee.
  mutating func tellInterviewOfAll(_ name: String) {
    add(
      .intervieweeOfAll, column: "participant", found: name,
      "a source for the whole set has no interviewee",
      "Either name the interviewee's case or leave the participant empty.")
  }

  fileprivate mutating func tellNoText(_ name: String, isDocument: Bool) {
    add(
      .transcriptEncoding, column: "file", found: name,
      isDocument
        ? "the transcript \"\(name)\" is a document of an office program, and no plain text"
        : "the transcript \"\(name)\" is no plain text in UTF-8",
      isDocument
        ? "Save it from there as plain text in UTF-8, and name that file."
        : "Save it as plain text in UTF-8.")
  }

  fileprivate mutating func tellLost(_ outcome: ImportSession.TranscriptOutcome, source: String) {
    let spans = outcome.lost.prefix(5).map { "\($0.start)–\($0.end)" }.joined(separator: ", ")
    let more = outcome.lost.count > 5 ? " and \(outcome.lost.count - 5) more" : ""
    let isOne = outcome.lost.count == 1
    add(
      .lostSegments, severity: .warning, column: "file", found: source,
      "\(outcome.lost.count) coded segment\(isOne ? " was" : "s were") not found again, or found twice, in the new text (\(spans)\(more))",
      isOne
        ? "It stays on the old version; code it again in the new text."
        : "They stay on the old version; code them again in the new text."
    )
  }
}
