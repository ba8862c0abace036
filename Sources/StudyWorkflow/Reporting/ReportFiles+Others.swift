import FileFormats
import Reports
import StudyModel

/// A file that this program wrote under a report's name for something else than the report at hand.
struct OtherEdition: Sendable {
  /// Where it is.
  var path: String
  /// What can be read in it as plain text.
  var text: String

  /// Whether it bears a hash.
  func bears(_ hash: String) -> Bool { text.contains(hash) }
}

extension ReportFiles {
  /// The files in the folder, in whatever format, that bear the report's name and are of another edition.
  ///
  /// Of a draft those of other drafts; none for the researcher's own. A page says by its hash of which
  /// edition it is, a table by what it holds.
  func others(than report: ReportForms) throws -> [OtherEdition] {
    guard let hash = report.hash else { return [] }
    let kind = report.document.kind
    let files = ReportFormat.allCases.sorted().flatMap {
      $0.files(of: kind, isDraft: report.isDraft)
    }
    return try (files + Self.printed(kind)).compactMap { file in
      let path = "\(folder)/\(report.name.text)\(file.ending)"
      // What is no plain file is told when it is written to.
      guard let bytes = try FileTarget.plain(path), file.mark.isOn(bytes) else { return nil }
      let other = OtherEdition(path: path, text: file.mark.text(in: bytes))
      let isOwn =
        other.bears(hash) || report.table(file.mark).map { Array($0.utf8) == bytes } == true
      return isOwn ? nil : other
    }
  }
}
