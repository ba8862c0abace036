import StudyModel

/// Counts the sources of an import of which nobody said what they are, and the interviews of which nobody
/// said with whom.
struct KindsStated {
  /// Sources that lack something, and the row of the first.
  private struct Lacking {
    private(set) var sources: Set<String> = []
    private var firstRow = 0

    mutating func note(_ source: Source, row: Int) {
      if sources.isEmpty { firstRow = row }
      sources.insert(source.id)
    }

    /// A warning where there are some.
    func diagnostics(
      _ code: MessageCode, _ one: String, _ many: String, column: String? = nil, remedy: String
    ) -> [Diagnostic] {
      guard !sources.isEmpty else { return [] }
      let isOne = sources.count == 1
      return [
        Diagnostic(
          code: code, severity: .warning, place: .init(row: firstRow, column: column),
          message: isOne ? one : "\(sources.count) \(many)", remedy: remedy)
      ]
    }
  }

  private var withoutKind = Lacking()
  private var withoutInterviewee = Lacking()

  /// Takes in a source that came with a row.
  mutating func note(_ source: Source, row: Int) {
    if source.kind == .unstated { withoutKind.note(source, row: row) }
    if source.lacksInterviewee { withoutInterviewee.note(source, row: row) }
  }

  /// Warnings where there are some: to others the words of the first are an interview's, and of the
  /// second nobody knows whether two are of one person.
  var diagnostics: [Diagnostic] {
    withoutKind.diagnostics(
      .kindNotStated, "one source has neither a kind nor a participant",
      "sources, this row's the first, have neither a kind nor a participant",
      remedy:
        "To others than the researcher it may be what somebody said, and is hidden as an interview is. If it is not, state in the column \"kind\" of the sources what it is, document, observation or case-analysis, and import those."
    )
      + withoutInterviewee.diagnostics(
        .intervieweeNotStated, "one interview names no participant",
        "interviews, this row's the first, name no participant", column: "participant",
        remedy:
          "Each counts as one with somebody else, whose role nobody knows. Name who was interviewed, by a pseudonym, in the column \"participant\" of the sources, and import those again."
      )
  }
}
