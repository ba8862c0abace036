/// A row that was to come in with many others is in the study already, in part or word for word.
///
/// Thrown when rows are stored in bulk; the import is then undone and done again row by row, which
/// tells what became of each.
public struct RowConflict: Error, Sendable {}
