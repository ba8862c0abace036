import CXLSXWriter

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Writes workbooks that spreadsheets open, by libxlsxwriter.
///
/// Every text is a text: nothing that begins with `=` becomes a formula, and a guard sees to it that
/// it stays so where somebody saves the sheet as CSV. The header stays in sight and has filters. The same sheets and time give the same bytes.
public enum XLSXWriter {
  /// The longest text of a cell; what is longer is cut, with an ellipsis.
  static let longestText = 32_000

  /// The height of a line, in points, and the most lines a row is made to show.
  private static let (lineHeight, mostLines) = (15.0, 20)

  /// How many rows below the last also offer the choices of a column, for rows that people add.
  static let spareRows = 200

  /// Writes a workbook: readers see the old file or the whole new one.
  ///
  /// What was written is read back and compared before it takes its place, since the library does not
  /// tell every write that failed.
  ///
  /// - Parameters:
  ///   - sheets: The sheets, in order.
  ///   - target: Where, for whose eyes, and what may be replaced.
  ///   - created: When, in seconds since 1970, for the file's properties.
  /// - Throws: What stood in the way, or the library's or the operating system's reason.
  public static func write(
    _ sheets: [XLSXSheet], to target: FileTarget, created: Int
  ) throws(FileError) {
    let file = try NamedOutput(target)
    let path = file.path
    let failure = write(sheets, to: path, created: created)
    guard failure == LXW_NO_ERROR else {
      let reason = lxw_strerror(failure).map { String(cString: $0) }
      throw FileError(target.path, .program(reason ?? "the reason is not known"))
    }
    if let difference = WrittenWorkbook(path).difference(from: sheets) {
      throw FileError(
        target.path, .program("what was written does not read back as it is (\(difference))"))
    }
    try file.finish()
  }

  private static func write(_ sheets: [XLSXSheet], to path: String, created: Int) -> lxw_error {
    // The library's own temporary files go where the file goes: the usual place may be full or small,
    // and others may look into it.
    let cut = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    var folder = Array((cut == path.startIndex ? "." : String(path[..<cut])).utf8CString)
    return folder.withUnsafeMutableBufferPointer { folder in
      var options = lxw_workbook_options()
      options.tmpdir = folder.baseAddress
      guard let workbook = workbook_new_opt(path, &options) else {
        return LXW_ERROR_MEMORY_MALLOC_FAILED
      }
      var properties = lxw_doc_properties()
      properties.created = time_t(max(1, created))
      var failure = workbook_set_properties(workbook, &properties)
      if let formats = Formats(workbook) {
        for sheet in sheets where failure == LXW_NO_ERROR {
          failure = add(sheet, to: workbook, formats)
        }
      } else {
        failure = LXW_ERROR_MEMORY_MALLOC_FAILED
      }
      // Closing also frees the workbook, so it comes whatever went wrong before.
      let closing = workbook_close(workbook)
      return failure == LXW_NO_ERROR ? closing : failure
    }
  }

  /// How cells look; they belong to the workbook.
  private struct Formats {
    let header: UnsafeMutablePointer<lxw_format>
    let headerToFill: UnsafeMutablePointer<lxw_format>
    let cell: UnsafeMutablePointer<lxw_format>
    let numberToFill: UnsafeMutablePointer<lxw_format>
    /// Keeps what is typed: a time stays a text and is not made a date of the spreadsheet's own.
    let textToFill: UnsafeMutablePointer<lxw_format>

    init?(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
      guard let header = workbook_add_format(workbook),
        let headerToFill = workbook_add_format(workbook),
        let cell = workbook_add_format(workbook),
        let numberToFill = workbook_add_format(workbook),
        let textToFill = workbook_add_format(workbook)
      else { return nil }
      (self.header, self.headerToFill) = (header, headerToFill)
      self.cell = cell
      (self.numberToFill, self.textToFill) = (numberToFill, textToFill)
      for format in [header, headerToFill, cell, numberToFill, textToFill] {
        format_set_text_wrap(format)
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        // Numbers too: on the right they run into the text of the next column.
        format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
      }
      for format in [header, headerToFill] {
        format_set_bold(format)
        format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
      }
      format_set_bg_color(header, 0xE6E6E6)
      format_set_bg_color(headerToFill, 0xFFE699)
      for format in [numberToFill, textToFill] {
        format_set_bg_color(format, 0xFFF9E5)
        format_set_border(format, UInt8(LXW_BORDER_HAIR.rawValue))
      }
      format_set_num_format(textToFill, "@")
    }

    /// The look of a column's cells; a number to be checked against limits must stay one.
    func format(of column: XLSXSheet.Column) -> UnsafeMutablePointer<lxw_format> {
      guard column.isFilledIn else { return cell }
      if case .numbers? = column.choices { return numberToFill }
      return textToFill
    }
  }

  private static func add(
    _ sheet: XLSXSheet, to workbook: UnsafeMutablePointer<lxw_workbook>, _ formats: Formats
  ) -> lxw_error {
    guard let page = workbook_add_worksheet(workbook, sheet.name) else {
      return LXW_ERROR_SHEETNAME_ALREADY_USED
    }
    setPrinting(page, width: sheet.columns.map(\.width).reduce(0, +))
    worksheet_freeze_panes(page, 1, UInt16(clamping: sheet.frozenColumns))
    let last = UInt32(clamping: sheet.rows.count)
    if !sheet.columns.isEmpty {
      let failure = worksheet_autofilter(
        page, 0, 0, last, UInt16(clamping: sheet.columns.count - 1))
      guard failure == LXW_NO_ERROR else { return failure }
    }
    for (index, column) in sheet.columns.enumerated() {
      let at = UInt16(clamping: index)
      let width = worksheet_set_column(page, at, at, column.width, nil)
      guard width == LXW_NO_ERROR else { return width }
      let header = column.isFilledIn ? formats.headerToFill : formats.header
      let failure = worksheet_write_string(page, 0, at, text(column.header), header)
      guard failure == LXW_NO_ERROR else { return failure }
      if let choices = column.choices, last > 0 {
        let failure = XLSXChoices.set(
          choices, of: column.header, page, column: at,
          lastRow: last + UInt32(spareRows))
        guard failure == LXW_NO_ERROR else { return failure }
      }
    }
    for (index, row) in sheet.rows.enumerated() {
      let lines = lineCount(row, sheet.columns)
      if lines > 1 {
        let failure = worksheet_set_row(
          page, UInt32(clamping: index + 1), Double(lines) * lineHeight, nil)
        guard failure == LXW_NO_ERROR else { return failure }
      }
      for (cell, column) in zip(row.indices, sheet.columns) {
        let failure = write(
          row[cell], page, UInt32(clamping: index + 1), UInt16(clamping: cell),
          formats.format(of: column))
        guard failure == LXW_NO_ERROR else { return failure }
      }
    }
    return LXW_NO_ERROR
  }

  /// How many lines the longest text of a row takes: not every spreadsheet finds the height itself.
  private static func lineCount(_ row: [CSVCell], _ columns: [XLSXSheet.Column]) -> Int {
    let counts = zip(row, columns).map { cell, column in
      guard case .text(let text) = cell else { return 1 }
      // Words that no longer fit leave part of a line empty.
      let width = max(1, column.width * 0.9)
      return text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { max(1, Int((Double($0.count) / width).rounded(.up))) }.reduce(0, +)
    }
    return min(mostLines, counts.max() ?? 1)
  }

  /// On paper all columns stand beside one another, on a larger sheet where they are many.
  private static func setPrinting(_ page: UnsafeMutablePointer<lxw_worksheet>, width: Double) {
    let (a3, a4): (UInt8, UInt8) = (8, 9)
    worksheet_set_landscape(page)
    worksheet_set_paper(page, width > 200 ? a3 : a4)
    worksheet_fit_to_pages(page, 1, 0)
    _ = worksheet_repeat_rows(page, 0, 0)
  }

  private static func write(
    _ cell: CSVCell, _ page: UnsafeMutablePointer<lxw_worksheet>, _ row: UInt32, _ column: UInt16,
    _ format: UnsafeMutablePointer<lxw_format>
  ) -> lxw_error {
    switch cell {
    case .empty: worksheet_write_blank(page, row, column, format)
    case .text(let text): worksheet_write_string(page, row, column, Self.text(text), format)
    case .integer(let number): worksheet_write_number(page, row, column, Double(number), format)
    case .decimal(let number) where number.isFinite:
      worksheet_write_number(page, row, column, number, format)
    case .decimal: worksheet_write_blank(page, row, column, format)
    }
  }

  /// A text as it is written: guarded, with signs for what XML cannot hold, and not too long.
  static func text(_ text: String) -> String {
    CellText.written(FormulaGuard.guarded(text), atMost: longestText)
  }
}
