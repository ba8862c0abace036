import StudyModel

/// Counts the sources of an import of which nobody said what they are.
struct KindsStated {
  private var without: Set<String> = []
  private var firstRow = 0

  /// Takes in a source that came with a row.
  mutating func note(_ source: Source, row: Int) {
    guard source.kind == .unstated else { return }
    if without.isEmpty { firstRow = row }
    without.insert(source.id)
  }

  /// A warning where there are some: to others their words are an interview's.
  var diagnostics: [Diagnostic] {
    guard !without.isEmpty else { return [] }
    let sources =
      without.count == 1
      ? "one source has" : "\(without.count) sources, this row's the first, have"
    return [
      Diagnostic(
        code: MessageCode.kindNotStated.rawValue, severity: .warning,
        place: .init(row: firstRow),
        message: "\(sources) neither a kind nor a participant",
        remedy:
          "To others than the researcher it may be what somebody said, and is hidden as an interview is. If it is not, state in the column \"kind\" of the sources what it is, document, observation or case-analysis, and import those."
      )
    ]
  }
}
