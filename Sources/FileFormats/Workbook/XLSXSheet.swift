/// One sheet of a workbook to be written: a header row and rows of cells.
public struct XLSXSheet: Sendable, Hashable {
  /// What may stand in a column, offered as a drop-down in its cells.
  public enum Choices: Sendable, Hashable {
    /// These words, at most 255 characters of them with commas between, as spreadsheets allow.
    case words([String])
    /// The cells of a column of another sheet, from its second row on: for long lists.
    case column(sheet: String, column: Int, rows: Int)
    /// A number within limits.
    case numbers(ClosedRange<Double>)
  }

  /// A column.
  public struct Column: Sendable, Hashable {
    /// Its header.
    public var header: String
    /// Its width, in characters.
    public var width: Double
    /// Whether people fill it in; its header is then set apart.
    public var isFilledIn: Bool
    /// What may stand in it.
    public var choices: Choices?

    /// Creates a column.
    public init(
      _ header: String, width: Double, isFilledIn: Bool = false, choices: Choices? = nil
    ) {
      self.header = header
      self.width = width
      self.isFilledIn = isFilledIn
      self.choices = choices
    }
  }

  /// Its name, at most 31 characters, as the tab shows it.
  public var name: String
  /// Its columns.
  public var columns: [Column]
  /// Its rows, each with a cell a column.
  public var rows: [[CSVCell]]
  /// How many columns stay in sight when the sheet is moved sideways.
  public var frozenColumns: Int

  /// Creates a sheet.
  public init(name: String, columns: [Column], rows: [[CSVCell]], frozenColumns: Int = 0) {
    self.name = name
    self.columns = columns
    self.rows = rows
    self.frozenColumns = frozenColumns
  }
}
