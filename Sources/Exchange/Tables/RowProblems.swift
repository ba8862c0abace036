public import StudyModel

/// What is wrong with one row, gathered to the end of it, so that a person mends it once.
///
/// Columns have our names here; the reader of the file knows what the file calls them.
public struct RowProblems: Sendable {
  /// The row as a spreadsheet shows it.
  public let row: Int
  /// What was found.
  public private(set) var all: [Diagnostic]

  /// Begins with what was found before.
  public init(row: Int, _ all: [Diagnostic] = []) { (self.row, self.all) = (row, all) }

  /// Whether the row can stand.
  public var stands: Bool { !all.contains { $0.severity == .error } }

  /// Adds a problem.
  mutating func add(_ problem: Diagnostic) { all.append(problem) }

  /// Adds a problem of a column.
  public mutating func add(
    _ code: MessageCode, severity: Diagnostic.Severity = .error, column: String?, found: String?,
    _ message: String, _ remedy: String, means: Diagnostic.Means? = nil
  ) {
    var problem = Diagnostic(
      code: code, severity: severity, place: .init(row: row, column: column), found: found,
      message: message, remedy: remedy)
    problem.means = means
    all.append(problem)
  }
}
