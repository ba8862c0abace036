/// One row of a table, taken apart; valid only within the call it is handed to.
///
/// Fields are reached by column, from 0. A column past the end of a short row reads as an empty field: compare
/// `count` with the header's to notice. Spaces and tabs around unquoted fields were dropped unless `keepsBlanks`, those in
/// quotation marks kept; where tabs are the delimiter, only spaces are dropped.
public struct TableRow: ~Copyable {
  /// The row as a spreadsheet shows it: the header's is 1, empty lines count.
  public let row: Int
  /// The line the row begins in, as a text editor shows it.
  public let line: Int
  @usableFromInline let bytes: UnsafeRawBufferPointer
  @usableFromInline let ends: UnsafeBufferPointer<UInt32>
  /// Whether the file is one that this program wrote, whose guards against formulas are taken off.
  @usableFromInline let isGuarded: Bool

  init(
    row: Int, line: Int, bytes: UnsafeRawBufferPointer, ends: UnsafeBufferPointer<UInt32>,
    isGuarded: Bool
  ) {
    (self.row, self.line, self.bytes, self.ends) = (row, line, bytes, ends)
    self.isGuarded = isGuarded
  }

  /// The number of fields, at least 1.
  @inlinable public var count: Int { ends.count &- 1 }

  /// The field's bytes, UTF-8, without quotation marks; not to be kept after the call.
  @inlinable
  public func bytes(at column: Int) -> UnsafeRawBufferPointer {
    guard column >= 0, column < count, let base = bytes.baseAddress else {
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    let (start, end) = (Int(ends[column]), Int(ends[column &+ 1]))
    let field = UnsafeRawBufferPointer(start: base + start, count: end &- start)
    return isGuarded ? FormulaGuard.unguarded(field) : field
  }

  /// Where the field's bytes stand among those of its block, which a value that outlives the call may
  /// keep instead of a copy; empty for a column that the row does not have.
  @inlinable
  public func range(at column: Int) -> Range<UInt32> {
    guard column >= 0, column < count else { return 0..<0 }
    let end = ends[column &+ 1]
    return (isGuarded ? end &- UInt32(bytes(at: column).count) : ends[column])..<end
  }

  /// Whether the field has no bytes.
  @inlinable
  public func isEmpty(at column: Int) -> Bool {
    column < 0 || column >= count || ends[column] == ends[column &+ 1]
  }

  /// Whether all fields are empty, as in the rows spreadsheets leave below a table.
  @inlinable public var isBlank: Bool { ends.first == ends.last }

  /// The field's text.
  public func string(at column: Int) -> String {
    String(decoding: bytes(at: column), as: UTF8.self)
  }

  /// The fields' texts.
  public var strings: [String] { (0..<count).map { string(at: $0) } }

  /// The field as a whole number in decimal digits with or without a sign; `nil` for all else, also an empty field.
  public func int(at column: Int) -> Int? {
    let field = bytes(at: column)
    if field.count == 1 {
      let digit = field[0] &- 0x30
      return digit < 10 ? Int(digit) : nil
    }
    guard field.count > 1 else { return nil }
    let isNegative = field[0] == 0x2D
    var place = isNegative || field[0] == 0x2B ? 1 : 0
    var value = 0
    while place < field.count {
      let digit = field[place] &- 0x30
      guard digit < 10 else { return nil }
      let (shifted, isTooLarge) = value.multipliedReportingOverflow(by: 10)
      let (next, overflows) = shifted.subtractingReportingOverflow(Int(digit))
      guard !isTooLarge, !overflows else { return nil }
      value = next  // below zero, because the smallest number has no positive counterpart
      place &+= 1
    }
    if isNegative { return value }
    return value == .min ? nil : -value
  }
}
