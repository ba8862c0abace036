import StudyModel

/// A number of many digits as spreadsheets save it, `1.18012E+11`: the digits that told people apart are gone.
enum RoundedNumber {
  /// Whether a field is one.
  static func isOne(_ field: UnsafeRawBufferPointer) -> Bool {
    let count = field.count
    guard count >= 5, field[count - 3] == UInt8(ascii: "+"),
      field[count - 4] | 0x20 == UInt8(ascii: "e")
    else { return false }
    return field.indices.allSatisfy { place in
      let byte = field[place]
      return byte &- 0x30 < 10 || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
        || place == count - 3 || place == count - 4
    }
  }
}

extension RowFields {
  /// Tells that an id is such a number.
  mutating func tellRounded(_ column: String, _ found: String) {
    add(
      .roundedNumber, severity: .warning, column: column, found: found,
      "\"\(found)\" is a number in scientific notation: its last digits are gone, and several may have the same",
      "Write the column as text in the spreadsheet, and export it again.")
  }
}
