/// A cell by its place: column and row from 0 and 1, as `B17` writes them.
struct CellReference: Sendable, Equatable {
  /// The column, from 0.
  var column: Int
  /// The row, from 1.
  var row: Int

  init(column: Int, row: Int) { (self.column, self.row) = (column, row) }

  /// Reads letters and digits, with or without `$`; nil for all else and beyond the limits of sheets.
  init?(_ text: some Sequence<UInt8>) {
    var (column, row) = (0, 0)
    var hasDigits = false
    for byte in text where byte != 0x24 {
      switch byte {
      case 0x41...0x5A, 0x61...0x7A:
        guard !hasDigits else { return nil }
        column = column * 26 + Int(byte & 0x1F)
        guard column <= WorkbookLimits.columns else { return nil }
      case 0x30...0x39:
        hasDigits = true
        row = row * 10 + Int(byte - 0x30)
        guard row <= WorkbookLimits.rows else { return nil }
      default: return nil
      }
    }
    guard column > 0, row > 0 else { return nil }
    self.init(column: column - 1, row: row)
  }

  /// As a spreadsheet writes it.
  var text: String { TableHeader.letters(ofColumn: column) + String(row) }
}
