import FileFormats

/// Makes values of the rows of a layout.
protocol RowsReader {
  /// Columns whose texts are kept as they are.
  var keptColumns: [(index: Int, name: String)] { get }

  /// The values of a block's rows; rows without any text are passed over.
  mutating func read(_ block: TableBlock) -> Incoming.Content
}

extension TableBlock {
  /// A value a row that has any text, with what is wrong with it.
  func values<Value>(
    _ columns: TableColumns, _ make: (borrowing TableRow, inout RowFields) -> Value
  ) -> [Incoming.Row<Value>] {
    var rows: [Incoming.Row<Value>] = []
    rows.reserveCapacity(recordCount)
    forEachRecord { record in
      guard !record.isBlank else { return }
      var fields = RowFields(record, columns)
      let value = make(record, &fields)
      rows.append(Incoming.Row(row: record.row, value: value, problems: fields.problems.all))
    }
    return rows
  }
}
