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
/// Every text is a text: nothing that begins with `=` becomes a formula. The header stays in sight
/// and has filters. The same sheets and time give the same bytes.
public enum XLSXWriter {
  /// The longest text of a cell; what is longer is cut, with an ellipsis.
  static let longestText = 32_000

  /// The height of a line, in points, and the most lines a row is made to show.
  private static let (lineHeight, mostLines) = (15.0, 20)

  /// How many rows below the last also offer the choices of a column, for rows that people add.
  static let spareRows = 200

  /// Writes a workbook under a temporary name and renames it: readers see the old file or the new.
  ///
  /// - Parameters:
  ///   - sheets: The sheets, in order.
  ///   - path: The file; one of this name is replaced.
  ///   - created: When, in seconds since 1970, for the file's properties.
  /// - Throws: The library's or the operating system's reason; nothing is left behind then.
  public static func write(
    _ sheets: [XLSXSheet], to path: String, created: Int
  ) throws(XLSXError) {
    let temporary = "\(path).\(getpid())-\(UInt32.random(in: 0 ... .max)).part"
    // Asked first: the library would say on standard error that it cannot, and not why.
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw XLSXError(path: path, reason: String(cString: strerror(errno)))
    }
    _ = close(descriptor)
    guard let workbook = workbook_new(temporary) else {
      _ = unlink(temporary)
      throw XLSXError(path: path, reason: "there is no memory for it")
    }
    var properties = lxw_doc_properties()
    properties.created = time_t(max(1, created))
    workbook_set_properties(workbook, &properties)
    var failure = LXW_NO_ERROR
    if let formats = Formats(workbook) {
      for sheet in sheets where failure == LXW_NO_ERROR {
        failure = add(sheet, to: workbook, formats)
      }
    } else {
      failure = LXW_ERROR_MEMORY_MALLOC_FAILED
    }
    // Closing also frees the workbook, so it comes whatever went wrong before.
    let closing = workbook_close(workbook)
    if failure == LXW_NO_ERROR { failure = closing }
    guard failure == LXW_NO_ERROR, rename(temporary, path) == 0 else {
      let reason =
        failure == LXW_NO_ERROR
        ? String(cString: strerror(errno)) : lxw_strerror(failure).map { String(cString: $0) }
      _ = unlink(temporary)
      throw XLSXError(path: path, reason: reason ?? "the reason is not known")
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
      worksheet_autofilter(page, 0, 0, last, UInt16(clamping: sheet.columns.count - 1))
    }
    for (index, column) in sheet.columns.enumerated() {
      let at = UInt16(clamping: index)
      worksheet_set_column(page, at, at, column.width, nil)
      let header = column.isFilledIn ? formats.headerToFill : formats.header
      let failure = worksheet_write_string(page, 0, at, column.header, header)
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
        worksheet_set_row(page, UInt32(clamping: index + 1), Double(lines) * lineHeight, nil)
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
    worksheet_repeat_rows(page, 0, 0)
  }

  private static func write(
    _ cell: CSVCell, _ page: UnsafeMutablePointer<lxw_worksheet>, _ row: UInt32, _ column: UInt16,
    _ format: UnsafeMutablePointer<lxw_format>
  ) -> lxw_error {
    switch cell {
    case .empty: worksheet_write_blank(page, row, column, format)
    case .text(let text):
      worksheet_write_string(page, row, column, CellText.escaped(cut(text)), format)
    case .integer(let number): worksheet_write_number(page, row, column, Double(number), format)
    case .decimal(let number) where number.isFinite:
      worksheet_write_number(page, row, column, number, format)
    case .decimal: worksheet_write_blank(page, row, column, format)
    }
  }

  private static func cut(_ text: String) -> String {
    guard text.unicodeScalars.count > longestText / 2 else { return text }
    // A spreadsheet counts UTF-16 units, of which a scalar has up to two.
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(longestText / 2 - 1))) + "…"
  }
}
