/// Why a workbook, or a sheet of it, cannot be read: where, what was found, and what to do.
public struct WorkbookFault: Error, Sendable, Hashable {
  /// What kind of thing is wrong.
  public enum Kind: Sendable, Hashable, CaseIterable {
    /// The file is no workbook that can be read: of another program, encrypted, from a stream.
    case notReadable
    /// The file is broken: cut off, not well-formed, without a part it needs.
    case damaged
    /// The sheet asked for is not there, or none can be seen.
    case noSheet
    /// A cell holds what cannot be.
    case cell
    /// More than the limits allow.
    case tooLarge
  }

  /// What kind of thing is wrong.
  public var kind: Kind
  /// The sheet, by its name.
  public var sheet: String?
  /// The cell, such as `B17`.
  public var cell: String?
  /// The value as found.
  public var found: String?
  /// What is wrong, as a sentence without a full stop.
  public var message: String
  /// What to do about it.
  public var remedy: String

  init(
    _ kind: Kind, _ message: String, _ remedy: String, sheet: String? = nil, cell: String? = nil,
    found: String? = nil
  ) {
    (self.kind, self.message, self.remedy) = (kind, message, remedy)
    (self.sheet, self.cell, self.found) = (sheet, cell, found)
  }

  /// A sheet was asked for, and the file has none.
  static func noSheets(named name: String) -> Self {
    Self(.noSheet, "the file is no workbook and has no sheet \"\(name)\"", "Name no sheet of it")
  }

  static let fromStream = Self(
    .notReadable, "a workbook cannot be read from a stream such as standard input",
    "Save it to a file and name that, or send CSV")
}
