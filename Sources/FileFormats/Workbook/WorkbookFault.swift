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

  /// A file whose parts cannot be made sense of.
  static func damaged(_ what: String) -> Self {
    Self(
      .damaged, "the workbook is damaged: \(what)",
      "Either copy it again from where it came or open it in a spreadsheet and save it anew")
  }

  static let outOfMemory = Self(
    .tooLarge, "there is no memory left to read the workbook", "Close other programs")

  /// A sheet was asked for, and the file has none.
  static func noSheets(named name: String) -> Self {
    Self(.noSheet, "the file is no workbook and has no sheet \"\(name)\"", "Leave --sheet away")
  }

  static let fromStream = Self(
    .notReadable, "a workbook cannot be read from a stream such as standard input",
    "Save it to a file and name that, or send CSV")
}

/// How much is read of a workbook, so that a small file made for it cannot fill the machine.
enum WorkbookLimits {
  /// The most bytes all parts read may unpack to.
  static let unpacked = 2 << 30
  /// The most bytes the table of a sheet may have as text; a shared text counts at each cell that points to it.
  static let table = 1 << 30
  /// The most bytes the texts that cells share may unpack to; they are held in memory.
  static let sharedStrings = 512 << 20
  /// The most bytes of a cell's text, far beyond the 32,767 characters of spreadsheets.
  static let cell = 1 << 20
  /// The most bytes of the texts of a row.
  static let row = 8 << 20
  /// Rows and columns of a sheet.
  static let (rows, columns) = (1_048_576, 16_384)
}
