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
  ///   - phases: The phases that the study knows.
  ///   - audience: For whose eyes.
  init(_ subject: ReportSubject, phase: String?, among phases: [String], for audience: Audience) {
    let report = [subject.kind.rawValue, subject.caseID.map(Self.part)].compactMap { $0 }
      .joined(separator: "-")
    text = [report, phase.map { Self.part(ofPhase: $0, among: phases) }, audience.rawValue]
      .compactMap { $0 }.joined(separator: ".")
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

  /// A phase as part of a file's name: what can be read of it, where no other phase reads alike.
  private static func part(ofPhase name: String, among phases: [String]) -> String {
    func readable(_ name: String) -> String { String(part(name).prefix { $0 != "~" }) }
    let own = readable(name)
    let isAlone = !phases.contains { $0 != name && readable($0) == own }
    return own.isEmpty || !isAlone ? part(name) : own
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
