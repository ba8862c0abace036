/// One cell to be written.
public enum CSVCell: Sendable, Hashable {
  /// Nothing.
  case empty
  /// Text, quoted where needed.
  case text(String)
  /// A whole number.
  case integer(Int)
  /// A number with a period, in the fewest digits that read back as the same; whole numbers without decimals.
  ///
  /// What is no number is written as `NaN`, `Inf` or `-Inf`.
  case decimal(Double)
}

extension CSVCell: ExpressibleByStringLiteral {
  /// Makes a text cell.
  public init(stringLiteral value: String) { self = .text(value) }
}
