/// What a person should know of cells that were read all the same: one note a kind.
public struct SheetNote: Sendable, Hashable {
  /// What was noted.
  public enum Kind: Sendable, Hashable, CaseIterable {
    /// Cells that hold an error such as `#N/A`, read as that text.
    case errorValue
    /// Formulas that no program has computed, read as empty.
    case noResult
    /// Merged cells: each of their rows was read with the text that is shown in it.
    case merged
    /// Merged cells of a sheet so large that only the first row of each was read with the text.
    case mergedUnread
  }

  /// What was noted.
  public var kind: Kind
  /// The sheet.
  public var sheet: String
  /// How many cells, or merged ranges.
  public var count: Int
  /// The first few, as `B17 (#N/A)`.
  public var examples: [String]
  /// The first cell.
  public var cell: String

  /// What was noted, and what to do.
  public var text: (message: String, remedy: String) {
    let cells = count == 1 ? "1 cell" : "\(count) cells"
    let list = examples.joined(separator: ", ") + (count > examples.count ? ", ..." : "")
    return switch kind {
    case .errorValue:
      (
        "\(cells) of the sheet hold\(count == 1 ? "s" : "") an error and not a value: \(list)",
        "Mend the formula, or empty the cell; it was read as the text it shows."
      )
    case .noResult:
      (
        "\(cells) of the sheet hold\(count == 1 ? "s" : "") a formula without a result, and \(count == 1 ? "was" : "were") read as empty: \(list)",
        "Open the workbook in a spreadsheet, which computes them, and save it."
      )
    case .merged:
      (
        "\(count == 1 ? "1 range of cells is" : "\(count) ranges of cells are") merged: \(list)",
        "Each of their rows was read with the text that is shown in it, in the first of their columns; take the merging back where that is not meant."
      )
    case .mergedUnread:
      (
        "\(count == 1 ? "1 range of cells is" : "\(count) ranges of cells are") merged: \(list)",
        "In so large a sheet only the first row of each has the text; take the merging back, and fill each row."
      )
    }
  }
}
