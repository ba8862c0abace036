import FileFormats
import Foundation
import StudyModel

/// The name of a report's files, before what the format adds: no two reports have the same.
///
/// The report, the case, the phase and for whose eyes it is, with dots between: `health-forum.2-later.convenor`,
/// `compare.working-group`. None of the parts holds a dot. A page of a health report adds its length.
public struct ReportName: Sendable, Hashable {
  /// The name, without an ending.
  public private(set) var text: String
  /// Who may read the files.
  let readers: FileTarget.Readers

  /// The name of a report for an audience.
  ///
  /// - Parameters:
  ///   - subject: Of what.
  ///   - phase: The phase that it is of; nil where none is stated, and for a report on all.
  ///   - audience: For whose eyes.
  init(_ subject: ReportSubject, phase: String?, for audience: Audience) {
    let report = [subject.kind.rawValue, subject.caseID.map { Self.part($0) }].compactMap { $0 }
      .joined(separator: "-")
    let parts: [String?] = [report, phase.map(Self.part(ofPhase:)), audience.rawValue]
    text = parts.compactMap { $0 }.joined(separator: ".")
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

  /// A phase as part of a file's name: words of plain signs with `-` between, any other as an id.
  ///
  /// No two phases have the same name, whatever other phases the study has.
  private static func part(ofPhase name: String) -> String {
    let words = name.split(separator: " ", omittingEmptySubsequences: false)
    let isPlain = words.allSatisfy { !$0.contains("-") && part(String($0)) == $0 }
    return isPlain && name.utf8.count <= 60 ? words.joined(separator: "-") : digested(name)
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
    return isPlain ? id : digested(id)
  }

  /// What can be read of an id, a tilde, and the beginning of its digest.
  private static func digested(_ id: String) -> String {
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
