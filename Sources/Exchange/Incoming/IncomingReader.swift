public import StudyModel

/// Reads a file of some format into values.
///
/// It may bring several kinds in one go: cases before sources, sources before codings. A new format
/// needs a reader and nothing else.
public protocol IncomingReader: AnyObject {
  /// The names of the columns, for a table of rejected rows; empty where there is no table.
  var columns: [String] { get }
  /// Columns whose texts are kept as they are, by their place in the table.
  var keptColumns: [(index: Int, name: String)] { get }
  /// Columns that do not come in, since they tell who somebody is.
  var leftOut: [LeftOutColumn] { get }
  /// How many bytes will have been read at the end, as `Incoming.Batch.bytesRead` counts them; nil where
  /// that is not known before.
  var byteCount: Int? { get }
  /// The files whose rejected rows the file says it holds, as its first rows have it.
  var origins: [String] { get }
  /// Columns that are no part of the rows, by their place: those that a file of rejected rows has beside.
  var passedOver: Set<Int> { get }
  /// Columns of its layout that the file does not have: of what they hold it says nothing.
  var absent: Set<String> { get }
  /// What is known once the last batch was handed on; nil before.
  var ending: IncomingEnding? { get }

  /// Hands on what the file brings, in order.
  ///
  /// - Throws: What `body` throws; `DiagnosticsError` at a fault of the file itself, after which
  ///   nothing can be told of what follows.
  func read(_ body: (Incoming.Batch) throws -> Void) throws

  /// A problem of a row with its whole place: file, sheet, the column as the file calls it, cell.
  func located(_ problem: Diagnostic) -> Diagnostic
}

extension IncomingReader {
  /// None: a reader of a format without columns leaves none out.
  public var leftOut: [LeftOutColumn] { [] }
  /// None: a reader of a format without columns says all there is.
  public var absent: Set<String> { [] }
  /// Not known.
  public var byteCount: Int? { nil }
  /// None: only tables hold rejected rows.
  public var origins: [String] { [] }
  /// None, for the same reason.
  public var passedOver: Set<Int> { [] }
}

/// What is known of a file that was read to its end.
public struct IncomingEnding: Sendable {
  /// The SHA-256 of its bytes, in hexadecimal.
  public var sha256: String
  /// How many bytes it has.
  public var byteCount: Int
  /// What is to be told of the file as a whole.
  public var notes: [Diagnostic]

  /// Makes an ending.
  public init(sha256: String, byteCount: Int, notes: [Diagnostic] = []) {
    (self.sha256, self.byteCount, self.notes) = (sha256, byteCount, notes)
  }
}
