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
  /// The largest workbook in which merged cells are looked for before the rows are read.
  static let merged = 8 << 20
  /// Rows and columns of a sheet.
  static let (rows, columns) = (1_048_576, 16_384)
}
