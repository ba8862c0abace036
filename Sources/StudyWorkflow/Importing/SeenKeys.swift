import Exchange
import StudyModel

/// Keys that came before in the file.
struct SeenKeys {
  private var rows: [[String]: Int] = [:]
  var count: Int { rows.count }

  /// Tells where a key came before, unless the row cannot stand anyway.
  mutating func refuseTwice(
    _ key: String, of column: String, in others: [String] = [], _ row: inout RowProblems
  ) {
    guard row.stands else { return }
    let whole = others + [key]
    guard let first = rows[whole] else {
      rows[whole] = row.row
      return
    }
    row.add(
      .keyTwice, column: column, found: key, "the same \(column) is in row \(first)",
      "Either remove one of the two rows or give one another \(column).")
  }
}
