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

/// What is wrong with a value, before it is known of which row.
struct BadValue: Error {
  var detail: String

  init(_ detail: String) { self.detail = detail }
}

/// The damage that was met while everything is looked over, where one damaged row must not keep the
/// others from being looked at.
final class DamageLog {
  private var known: Set<DamagedRow> = []
  /// The rows in the order in which they were met, each damage once.
  private(set) var rows: [DamagedRow] = []

  func note(_ row: DamagedRow) {
    if known.insert(row).inserted { rows.append(row) }
  }
}
