import FileFormats

/// Reads a layout in which each row says one thing, and nothing that depends on another row.
struct PlainTable<Value: Sendable>: RowsReader {
  let columns: TableColumns
  let keptColumns: [(index: Int, name: String)]
  private let content: ([Incoming.Row<Value>]) -> Incoming.Content
  private let value: (borrowing TableRow, inout RowFields) -> Value

  /// - Parameters:
  ///   - columns: Where the layout's columns are.
  ///   - keepsFurther: Whether texts of columns that the layout does not know are kept as they are;
  ///     otherwise the value has them.
  ///   - content: What the rows are to those who take them.
  ///   - value: What a row says; what is wrong with it is noted on the way.
  init(
    _ columns: TableColumns, keepsFurther: Bool,
    _ content: @escaping ([Incoming.Row<Value>]) -> Incoming.Content,
    _ value: @escaping (borrowing TableRow, inout RowFields) -> Value
  ) {
    self.columns = columns
    keptColumns = keepsFurther ? columns.further : []
    self.content = content
    self.value = value
  }

  func read(_ block: TableBlock) -> Incoming.Content { content(block.values(columns, value)) }
}
