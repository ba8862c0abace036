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

  /// Does what reads archives and XML, and words for workbooks what these find.
  static func worded<Value>(
    sheet: String? = nil, _ body: () throws -> Value
  ) throws(WorkbookFault) -> Value {
    do { return try body() } catch let fault as WorkbookFault {
      throw fault
    } catch {
      var fault = Self(error)
      fault.sheet = sheet
      throw fault
    }
  }

  /// What an archive or an XML text cannot be read for.
  private init(_ error: any Error) {
    switch error {
    case let fault as ArchiveFault where fault.kind == .encrypted:
      self.init(
        .notReadable, "the workbook's parts are encrypted",
        "Save it without a password in a spreadsheet")
    case let fault as ArchiveFault where fault.kind == .tooLarge:
      self = .tooLarge("the workbook is larger than can be read: \(fault.message)")
    case let fault as ArchiveFault: self = .damaged(fault.message)
    case let fault as XMLFault where fault.kind == .tooLarge:
      self = .tooLarge("the workbook is larger than can be read: \(fault.message)")
    case let fault as XMLFault: self = .damaged(fault.message)
    default: self = .damaged("\(error)")
    }
  }

  /// A workbook that would fill the machine.
  static func tooLarge(_ message: String) -> Self {
    Self(.tooLarge, message, "Save the sheet as CSV and bring that in")
  }

  /// A sheet was asked for, and the file has none.
  static func noSheets(named name: String) -> Self {
    Self(.noSheet, "the file is no workbook and has no sheet \"\(name)\"", "Name no sheet of it")
  }

  static let fromStream = Self(
    .notReadable, "a workbook cannot be read from a stream such as standard input",
    "Save it to a file and name that, or send CSV")
}

/// How much is read of a workbook, so that a small file made for it cannot fill the machine.
enum WorkbookLimits {
  /// The most bytes all parts read may unpack to.
  static let unpacked = 2 << 30
  /// The most bytes the table of a sheet may have as text.
  ///
  /// A shared text counts at each cell that points to it. For small workbooks it is less: as much as
  /// they may unpack to.
  static let table = 1 << 30
  /// The most bytes the texts that cells share may unpack to; they are held in memory.
  static let sharedStrings = 128 << 20
  /// The most styles, formats of numbers, and sheets; spreadsheets have 65,490 of the first.
  static let (styles, sheets) = (65_536, 4_096)
  /// The most bytes of a cell's text, far beyond the 32,767 characters of spreadsheets.
  static let cell = 1 << 20
  /// The most bytes of the texts of a row.
  static let row = 8 << 20
  /// Rows and columns of a sheet.
  static let (rows, columns) = (1_048_576, 16_384)
}
