import Exchange
import StudyModel
import StudyStore

/// Brings one noun into the study: every check against the study is here, and none knows what kind of
/// file the values came in.
///
/// Batches are handed over in order within one transaction; what a merge writes stands or falls with the
/// import.
protocol Merge {
  /// What a batch holds.
  associatedtype Content

  init(_ context: MergeContext) throws

  /// Stores a batch, and says of each row what became of it.
  mutating func merge(_ content: Content, _ fates: inout RowFates) throws

  /// Stores what waits once the last row is in, and tells what is to be told of the file as a whole.
  mutating func finish() throws -> [Diagnostic]

  /// How many distinct things the rows spoke of, by the names of the import's JSON.
  var counts: [String: Int] { get }
}

extension Merge {
  /// Nothing waits, and rows tell all.
  mutating func finish() throws -> [Diagnostic] { [] }
}

/// A merge that looks at one row after the other.
protocol RowMerge: Merge where Content == [Incoming.Row<Value>] {
  /// What a row says.
  associatedtype Value: Sendable

  var context: MergeContext { get }

  /// Stores one row, or adds to the row's problems why it cannot stand.
  mutating func merge(_ value: Value, _ row: inout RowProblems) throws -> RowFate
}

extension RowMerge {
  mutating func merge(_ rows: [Incoming.Row<Value>], _ fates: inout RowFates) throws {
    for incoming in rows {
      context.session.row = incoming.row
      var row = RowProblems(row: incoming.row, incoming.problems)
      let fate = try merge(incoming.value, &row)
      // Of what is there already everything was told when it came in.
      fates.add(
        incoming.row, row.stands ? fate : .rejected, row.stands && fate == .same ? [] : row.all)
    }
  }
}
