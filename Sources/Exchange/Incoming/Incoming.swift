public import FileFormats
public import StudyModel

/// What a file brings, as values: read, and not yet held against any study.
///
/// A reader of a format gives these and nothing else; what brings them into a study knows no format.
public enum Incoming {
  /// A value with the row it stood in and what is wrong with it by itself.
  public struct Row<Value: Sendable>: Sendable {
    /// The row of the table, as a spreadsheet shows it; in a format without rows, the number of the
    /// element, from which its reader finds its place again.
    public var row: Int
    /// What the row says; in part empty where it cannot stand.
    public var value: Value
    /// What is wrong with the row, with our names for its columns.
    public var problems: [Diagnostic]

    /// Makes a row.
    public init(row: Int, value: Value, problems: [Diagnostic] = []) {
      (self.row, self.value, self.problems) = (row, value, problems)
    }
  }

  /// Some rows of one kind, in the order of the file.
  public enum Content: Sendable {
    case cases([Row<Case>])
    case participants([Row<Participant>])
    case phases([Row<Phase>])
    case coders([Row<Coder>])
    case codes([Row<Code>])
    case sources([Row<Source>])
    case codings(Codings)
    case decisions([Row<Decision>])
    case responses(Responses)
    case invited([Row<Invited>])
    case events([Row<Event>])
    case partners([Row<Partner>])
  }

  /// What is handed on at a time.
  public struct Batch: Sendable {
    /// The rows.
    public var content: Content
    /// The rows as they stood in a table, for those that are rejected and texts that are kept; nil
    /// where there is no table.
    public var table: TableBlock?
    /// How many bytes of the file were read by then.
    public var bytesRead: Int

    /// Makes a batch.
    public init(_ content: Content, table: TableBlock? = nil, bytesRead: Int = 0) {
      (self.content, self.table, self.bytesRead) = (content, table, bytesRead)
    }
  }
}

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
  /// Not known.
  public var byteCount: Int? { nil }
  /// None: only tables hold rejected rows.
  public var origins: [String] { [] }
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
