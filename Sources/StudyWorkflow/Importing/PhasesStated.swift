import Exchange
import StudyModel
import StudyStore

/// Counts rows of evidence that state no phase, which a study with phases scores apart.
struct PhasesStated {
  private var without = 0
  private var firstRow = 0

  /// Takes in a row of evidence.
  mutating func note(isStated: Bool, row: Int) {
    guard !isStated else { return }
    if without == 0 { firstRow = row }
    without += 1
  }

  /// A warning where rows state none, and others of the file or of the study do.
  func diagnostics(_ context: MergeContext) throws -> [Diagnostic] {
    guard without > 0, try context.session.hasPhases else { return [] }
    let rows = without == 1 ? "one row states" : "\(without) rows, this the first, state"
    return [
      Diagnostic(
        code: .noPhaseStated, severity: .warning,
        place: .init(row: firstRow, column: "phase"),
        message: "\(rows) no phase, and the study has phases",
        remedy:
          "It is scored apart, as \"\(Phase.notStated)\", and is part of no change over time. If that is not meant, state the phase in the column or for the whole file, and import again.",
        means: .undoBeforeAgain
      )
    ]
  }
}
