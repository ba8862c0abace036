import Reports
import StudyModel
import StudyStore

/// Whose words would illustrate a finding, if they might be quoted.
extension StudySnapshot {
  /// A note a case whose report has a finding on something that was said, with no passage on it cleared.
  ///
  /// Of the latest phase of each case; what somebody refused is not told apart from what nobody answered.
  func quotesToAskFor() throws -> [Diagnostic] {
    guard try reader.passageClearance().waiting > 0 else { return [] }
    let seen = try results(for: .researcher).seen().input
    return seen.cases.compactMap { item in
      guard let findings = seen.findings.last(where: { $0.caseID == item.id }) else { return nil }
      let quotes = seen.quotes.filter { $0.caseID == item.id && $0.phase == findings.phase }
      let wanted = findings.findings.flatMap(\.constructs).eachOnce.compactMap { id -> String? in
        let own = quotes.filter { $0.codes.contains(id) }
        guard !own.isEmpty, !own.contains(where: \.clear) else { return nil }
        let name = framework.construct(id).map { Words.inSentence($0.name) } ?? id
        return "\(name) (\(Words.count(own.count, "passage")))"
      }
      guard !wanted.isEmpty else { return nil }
      return Diagnostic(
        code: .quotesToAskFor, severity: .note, place: .init(file: file.path),
        message:
          "\(item.name): nothing may be quoted on \(Words.list(wanted, atMost: Words.mostNames)), of which its report speaks",
        remedy:
          "Ask those who said it, and write \"yes\" for them in the column \"clear\" of the codings."
      )
    }
  }
}
