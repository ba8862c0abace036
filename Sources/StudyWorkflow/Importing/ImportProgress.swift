/// How far an import is.
public struct ImportProgress: Sendable, Hashable {
  /// Rows read.
  public var rows: Int
  /// Bytes read; of a workbook, of its sheet as text.
  public var bytes: Int
  /// How many bytes there are; nil where that is not known before, as of a pipe or a sheet.
  public var totalBytes: Int?
  /// Whether every row was read and nothing stays so far: told once, and the last time at which the
  /// import can be stopped.
  public var isLast = false
}
