import Exchange
import FileFormats
import Foundation
import StudyModel
import StudyStore

/// Brings in sources and their transcripts.
struct SourcesImporter: RowImporter {
  private let context: ImportContext
  private let known: KnownCases
  private let participants: [Int64: [String: Int64]]
  private var seen: [String: Int] = [:]
  private var phases = PhasesStated()

  init(_ context: ImportContext) throws {
    self.context = context
    known = try KnownCases(context)
    participants = try context.session.participantIDs()
  }

  var counts: [String: Int] { ["documents": seen.count] }
  var keptColumns: [(index: Int, name: String)] { context.columns.further }

  mutating func add(_ record: borrowing TableRow) throws -> RowOutcome {
    var fields = RowFields(record, context.columns)
    let id = fields.required(record, "source")
    fields.refuseTwice(id, of: "source", seen: &seen)
    let isForAll = fields.text(record, "case") == "*"
    var (caseName, caseID): (String, Int64?) = ("*", nil)
    if !isForAll { (caseName, caseID) = known.find(record, &fields) }
    let participant = fields.text(record, "participant")
    var participantID: Int64?
    if let participant {
      participantID = self.participantID(
        participant, caseID: caseID, caseName: caseName, isForAll: isForAll, &fields)
    }
    let coders = coders(record, &fields)
    let kind =
      fields.word(record, "kind", Source.Kind.self) ?? (participant == nil ? .document : .interview)
    let transcript = transcript(record, &fields)
    guard fields.stands else { return .rejected(fields.problems) }
    let source = Source(
      id: id, caseID: isForAll ? nil : caseName, participant: participant,
      phase: fields.text(record, "phase") ?? context.request.phase, coders: coders, kind: kind)
    if !isForAll { phases.note(isStated: source.phase != nil, row: record.row) }
    let stored = try context.session.store(source, caseID: caseID, participantID: participantID)
    guard let transcript, let sourceID = try context.session.sourceID(id) else {
      return RowOutcome(stored, fields.problems)
    }
    let outcome = try context.session.storeTranscript(
      sourceID: sourceID, file: transcript.file, sha256: transcript.sha256, text: transcript.text)
    if !outcome.lost.isEmpty { fields.tellLost(outcome, source: id) }
    let isChange = stored == .same && outcome.stored != .same
    return RowOutcome(isChange ? .changed : stored, fields.problems)
  }

  mutating func finish() throws -> [Diagnostic] { try phases.diagnostics(context) }

  private func participantID(
    _ name: String, caseID: Int64?, caseName: String, isForAll: Bool, _ fields: inout RowFields
  ) -> Int64? {
    if isForAll {
      fields.add(
        "SOURCES-001", column: "participant", found: name,
        "a source for the whole set has no interviewee",
        "Either name the interviewee's case or leave the participant empty.")
      return nil
    }
    guard let caseID else { return nil }
    let ids = participants[caseID] ?? [:]
    if let id = ids[name] { return id }
    let near = NearestName.of(name, among: ids.keys.sorted())
    fields.add(
      "SOURCES-002", column: "participant", found: name,
      "there is no participant \"\(name)\" in case \"\(caseName)\"",
      near.map { "Either correct it (did you mean \"\($0)\"?) or import the participant first." }
        ?? "Either correct it or import the participant first.")
    return nil
  }

  private func coders(_ record: borrowing TableRow, _ fields: inout RowFields) -> [String] {
    var coders: [String] = []
    for part in (fields.text(record, "coders") ?? "").split(separator: ";") {
      let name = part.trimmingCharacters(in: .whitespaces)
      guard !name.isEmpty else { continue }
      if coders.contains(name) {
        fields.add(
          "SOURCES-003", severity: .warning, column: "coders", found: name,
          "coder \"\(name)\" is named twice", "Name each coder once.")
      } else {
        coders.append(name)
      }
    }
    return coders
  }

  private func transcript(
    _ record: borrowing TableRow, _ fields: inout RowFields
  ) -> (file: String, sha256: String, text: String)? {
    guard let name = fields.text(record, "file") else { return nil }
    let folder = URL(filePath: context.request.path).deletingLastPathComponent()
    let url = name.hasPrefix("/") ? URL(filePath: name) : folder.appending(path: name)
    guard let data = FileManager.default.contents(atPath: url.path) else {
      fields.add(
        "SOURCES-004", column: "file", found: name, "the transcript \"\(name)\" cannot be read",
        "Either correct the name, which counts from the folder of this file, or leave it empty.")
      return nil
    }
    var hash = SHA256()
    data.withUnsafeBytes { hash.update($0) }
    guard let text = TranscriptText.decode(data) else {
      fields.add(
        "SOURCES-005", column: "file", found: name,
        "the transcript \"\(name)\" is no plain text in UTF-8",
        "Save it as plain text in UTF-8.")
      return nil
    }
    return (name, hash.hexadecimal, text)
  }
}

/// The text of a transcript as offsets count it: BOM dropped, CRLF and CR as LF.
enum TranscriptText {
  static func decode(_ data: Data) -> String? {
    var bytes = [UInt8](data)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
      return nil
    }
    guard bytes.contains(0x0D) else { return text }
    var lines = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      if scalar == "\r" {
        lines.append("\n")
      } else if !(scalar == "\n" && afterReturn) {
        lines.append(scalar)
      }
      afterReturn = scalar == "\r"
    }
    return String(lines)
  }
}

extension RowFields {
  fileprivate mutating func tellLost(
    _ outcome: ImportSession.TranscriptOutcome, source: String
  ) {
    let spans = outcome.lost.prefix(5).map { "\($0.start)–\($0.end)" }.joined(separator: ", ")
    let more = outcome.lost.count > 5 ? " and \(outcome.lost.count - 5) more" : ""
    let isOne = outcome.lost.count == 1
    add(
      "SOURCES-006", severity: .warning, column: "file", found: source,
      "\(outcome.lost.count) coded segment\(isOne ? " was" : "s were") not found again, or found twice, in the new text (\(spans)\(more))",
      isOne
        ? "It stays on the old version and 'covalence check' lists it; code it again in the new text."
        : "They stay on the old version and 'covalence check' lists them; code them again in the new text."
    )
  }
}
