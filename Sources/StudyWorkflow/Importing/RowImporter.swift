import Exchange
import FileFormats
import StudyModel
import StudyStore

/// Brings the rows of one layout into the study.
///
/// Rows are handed over in order within one transaction; what an importer writes stands or falls
/// with the import.
protocol RowImporter {
  /// Stores one row, or says why it cannot stand.
  mutating func add(_ record: borrowing TableRow) throws -> RowOutcome

  /// What is to be told about the file as a whole once the last row is in, and further counts.
  mutating func finish() throws -> [Diagnostic]

  /// How many distinct things the rows spoke of, by the names of the import's JSON.
  var counts: [String: Int] { get }

  /// Columns kept as text.
  var keptColumns: [(index: Int, name: String)] { get }
}

extension RowImporter {
  mutating func finish() throws -> [Diagnostic] { [] }
}

/// What became of a row.
enum RowOutcome {
  case kept([Diagnostic] = [])
  case changed([Diagnostic] = [])
  case same
  /// A row of a meeting's sheet without a decision.
  case undecided([Diagnostic] = [])
  case rejected([Diagnostic])

  init(_ stored: StoredRow, _ problems: [Diagnostic] = []) {
    switch stored {
    case .kept: self = .kept(problems)
    case .changed: self = .changed(problems)
    case .same: self = .same
    }
  }
}

/// What every importer works with.
struct ImportContext {
  let session: ImportSession
  let columns: TableColumns
  let framework: Framework
  let request: ImportRequest
  /// The imports that stand, newest last.
  var standing: [ImportEntry] = []
  /// Whether rows are stored in bulk, which fails at the first that is not new.
  var isBulk = false

  /// The newest import that stands and brought the same bytes of the same layout.
  func known(_ entry: ImportEntry) -> ImportEntry? {
    standing.last { $0.kind == entry.kind && $0.sha256 == entry.sha256 && $0.rowsIn > 0 }
  }
}
