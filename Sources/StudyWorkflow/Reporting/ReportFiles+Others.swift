import FileFormats
import Reports
import StudyModel

/// A file that this program wrote under a report's name for something else than the report at hand.
struct OtherEdition: Sendable {
  /// Where it is.
  var path: String
  /// What it holds.
  var bytes: [UInt8]

  /// Whether it bears a hash.
  func bears(_ hash: String) -> Bool {
    String(decoding: bytes, as: UTF8.self).contains(hash)
  }
}

extension ReportFiles {
  /// The files in the folder, in whatever format, that bear the report's name and are of another edition.
  ///
  /// Of a draft those of other drafts; none for the researcher's own. A page says by its hash of which edition it is, a table by what it holds.
  func others(than report: FinishedReport) throws -> [OtherEdition] {
    guard let hash = report.hash else { return [] }
    let kind = report.document.kind
    var others: [OtherEdition] = []
    func look(_ ending: String, _ mark: ReportMark, own: String?) throws {
      let path = "\(folder)/\(report.name.text)\(ending)"
      // What is no plain file is told when it is written to.
      guard let bytes = try FileTarget.plain(path), mark.isOn(bytes) else { return }
      let other = OtherEdition(path: path, bytes: bytes)
      if !other.bears(hash), own.map({ Array($0.utf8) != bytes }) ?? true { others.append(other) }
    }
    for format in ReportFormat.allCases.sorted() {
      let own = files(of: report, format)
      for (ending, mark) in format.files(of: kind, isDraft: report.standing == .draft) {
        try look(ending, mark, own: own.first { $0.ending == ending }?.text)
      }
    }
    try look(Self.print, .afterEnd(kind), own: nil)
    return others
  }

  /// The paths of what a report for others takes the place of in the folder, when it is written: files of
  /// another edition or draft of it.
  public func replaced(by report: FinishedReport) throws -> [String] {
    try others(than: report).map(\.path)
  }

  /// Refuses to take the place of another edition.
  ///
  /// Who holds both can tell what those said who came or went between them. A draft takes that of another,
  /// and so does what is published for a reason.
  ///
  /// - Parameters:
  ///   - others: What lies there.
  ///   - report: What would be written.
  ///   - editions: What was published, by which what lies there is named.
  /// - Throws: `Failure`.
  func refuse(
    _ others: [OtherEdition], before report: FinishedReport, of editions: [Edition] = []
  ) throws {
    guard !replacesAll, !report.isOnPurpose, report.standing != .draft, let first = others.first
    else { return }
    let names = Words.list(others.map { String($0.path.dropFirst(folder.count + 1)) })
    let known = editions.filter { edition in others.contains { $0.bears(edition.studyHash) } }
    // The same page can have been published several times.
    let hashes = Set(known.map(\.studyHash))
    let label = hashes.count == 1 ? known.first?.label : nil
    throw Failure(
      .cannotWrite, .otherEdition,
      "\(folder) holds \(names) of \(label ?? "another edition of this report"), and two editions in one folder are handed on as a pair that tells what those said who came or went between them",
      remedy:
        "Either write to another folder or allow them to be replaced, all of them, in whatever format.",
      place: .init(file: first.path))
  }
}
