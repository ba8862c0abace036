/// A row that holds what no import writes: the file was damaged, or another program wrote to it.
struct DamagedRow: Error, Hashable {
  /// The table.
  var table: String
  /// The row, by its number or its key.
  var row: String
  /// What is wrong with it.
  var detail: String

  init(_ table: String, _ row: Int64, _ detail: String) {
    self.init(table, String(row), detail)
  }

  init(_ table: String, _ row: String, _ detail: String) {
    self.table = table
    self.row = row
    self.detail = detail
  }

  /// The damage in words, for an error that says of which file.
  var text: String { "row \(row) of table \"\(table)\" \(detail)" }
}
