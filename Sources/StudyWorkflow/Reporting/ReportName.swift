import FileFormats
import Foundation
import StudyModel

/// The name of a report's files, before what the format adds: no two reports have the same.
///
/// The report, the case, and for whose eyes it is, with dots between: `health-forum`,
/// `health-forum.researcher`, `compare`. None of the parts holds a dot. Whose eyes is left away for those it
/// is usually made for; where that is the researcher, for the working group: what is confidential always
/// says so in its name.
public struct ReportName: Sendable, Hashable {
  /// The name, without an ending.
  public private(set) var text: String
  /// Who may read the files.
  let readers: FileTarget.Readers

  /// The name of a report for an audience.
  init(_ subject: ReportSubject, for audience: Audience) {
    let report = [subject.kind.rawValue, subject.caseID.map(Self.part)].compactMap { $0 }
      .joined(separator: "-")
    let usual = subject.usualAudience
    let unsaid: Audience = usual == .researcher ? .workingGroup : usual
    text = audience == unsaid ? report : "\(report).\(audience.rawValue)"
    readers = Self.readers(audience)
  }

  /// The name of a draft of the same report.
  var draft: ReportName {
    var name = self
    name.text += ".draft"
    return name
  }

  /// Who may read what is made for an audience, on a machine that others use too.
  static func readers(_ audience: Audience) -> FileTarget.Readers {
    audience == .researcher ? .owner : .everyone
  }

  /// An id as part of a file's name: plain ones as they are, others by what can be read of them, a
  /// tilde, and the beginning of their digest.
  ///
  /// So ids that differ only in case, in what a name cannot hold, or in the form of their letters have
  /// names that differ on every disk, and an id of any length has a short one.
  static func part(_ id: String) -> String {
    let isPlain =
      (1...60).contains(id.utf8.count)
      && id.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F
      }
    guard !isPlain else { return id }
    var hash = SHA256()
    hash.update(Array(id.utf8))
    var shown = ""
    let visible = VisibleText.of(id.precomposedStringWithCanonicalMapping.lowercased())
    for character in visible {
      let next = character.isLetter || character.isNumber ? character : "-"
      guard shown.utf8.count + next.utf8.count <= 60 else { break }
      if next != "-" || (!shown.isEmpty && shown.last != "-") { shown.append(next) }
    }
    return "\(shown)~\(hash.hexadecimal.prefix(20))"
  }
}
