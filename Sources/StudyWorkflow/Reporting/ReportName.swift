import FileFormats
import Foundation
import StudyModel

/// The name of a report's files, before what the format adds: no two reports have the same.
///
/// The report, the case, and for whose eyes it is unless that is the usual ones, with dots between:
/// `health-forum`, `health-forum.researcher`, `compare`. None of the parts holds a dot. The researcher's
/// are the usual ones of no report, so that what is confidential says so in its name.
public struct ReportName: Sendable, Hashable {
  /// The name, without an ending.
  public private(set) var text: String
  /// Who may read the files.
  let readers: FileTarget.Readers

  private init(_ report: String, usually usual: Audience, for audience: Audience) {
    text = audience == usual ? report : "\(report).\(audience.rawValue)"
    readers = Self.readers(audience)
  }

  /// The health report of a case.
  static func health(_ caseID: String, for audience: Audience) -> ReportName {
    ReportName("health-" + part(caseID), usually: .convenor, for: audience)
  }

  /// The comparison.
  static func compare(for audience: Audience) -> ReportName {
    ReportName("compare", usually: .workingGroup, for: audience)
  }

  /// The agreement report.
  static func agreement(for audience: Audience) -> ReportName {
    ReportName("agreement", usually: .workingGroup, for: audience)
  }

  /// The methods report.
  static func methods(for audience: Audience) -> ReportName {
    ReportName("methods", usually: .workingGroup, for: audience)
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
