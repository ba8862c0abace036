/// What stands between the fields of a row.
public enum CSVDelimiter: UInt8, Sendable, Hashable, CaseIterable {
  /// `,`, as RFC 4180 has it.
  case comma = 0x2C
  /// `;`, from spreadsheets where the comma is the decimal sign.
  case semicolon = 0x3B
  /// A tab, as in "text" exports.
  case tab = 0x09
}
