import Exchange
import StudyModel
import StudyStore

/// Counts rows that state no phase, which in a study with phases belong to none of them.
struct PhasesStated {
  /// What follows where it is evidence.
  static let scoredApart =
    "It is scored apart, as \"\(Phase.notStated)\", and is part of no change over time."

  private var without = 0
  private var firstRow = 0

  /// Takes in a row.
  mutating func note(isStated: Bool, row: Int) {
    guard !isStated else { return }
    if without == 0 { firstRow = row }
    without += 1
  }

  /// A warning where rows state none, and others of the file or of the study do.
  func diagnostics(
    _ context: MergeContext, so consequence: String = scoredApart
  ) throws -> [Diagnostic] {
    guard without > 0, try context.session.hasPhases else { return [] }
    let rows = without == 1 ? "one row states" : "\(without) rows, this the first, state"
    return [
      Diagnostic(
        code: .noPhaseStated, severity: .warning,
        place: .init(row: firstRow, column: "phase"),
        message: "\(rows) no phase, and the study has phases",
        remedy:
          "\(consequence) If that is not meant, state the phase in the column or for the whole file, and import again.",
        means: .undoBeforeAgain
      )
    ]
  }
}
