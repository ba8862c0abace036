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
