/// Gathers the rows of a sheet while its part is parsed: row 17 of the sheet is record 17.
///
/// Every row is as wide as the header, so that cells nobody filled are empty fields and a text
/// beyond the header is a field too many.
final class SheetReader: XMLHandler {
  /// What is handed on at a time.
  private static let enough = 256 << 10

  /// Rows that are ready.
  private var rows = BlockTexts()
  private var firstRow = 1
  private(set) var notes = SheetNotes()

  private let sheet: String
  private let values: CellValues
  /// The most bytes of text it makes.
  private let limit: Int
  private var row = SheetRow()
  private var rowNumber = 0
  private var column = -1
  /// The width of the header; 0 before it.
  private var (width, headerRow) = (0, 0)
  private var rowCount = 0
  private var byteCount = 0

  private var (isInData, isInValue, isInline, isFormula) = (false, false, false, false)
  private var run = TextRun()
  private var text: [UInt8] = []
  private var (type, style) = (CellValues.Kind.number, 0)

  private var merged: MergedCells

  init(sheet: String, values: CellValues, merged: MergedCells, limit: Int) {
    (self.sheet, self.values, self.merged, self.limit) = (sheet, values, merged, limit)
  }

  var pauses: Bool { rows.size >= Self.enough }

  /// Hands on the rows that are ready, and goes on without them.
  func taken(failure: TableError? = nil, ending: SourceEnding? = nil) -> TableBlock {
    let block = rows.block(
      firstRow: firstRow, bytesRead: byteCount, failure: failure, ending: ending)
    (rows, firstRow) = (BlockTexts(), rowCount + 1)
    return block
  }

  func begin(_ element: XMLName, _ attributes: XMLAttributes) throws(WorkbookFault) {
    guard element.isSpreadsheet else { return }
    switch element {
    case "c" where isInData: try beginCell(attributes)
    case "v" where isInData: isInValue = true
    case "f" where isInData: isFormula = true
    case "is" where isInData: isInline = true
    case "t" where isInline, "rPh" where isInline: run.begin(element)
    case "row" where isInData: try beginRow(attributes)
    case "sheetData": isInData = true
    case "mergeCell": attributes["ref"].map { note(merged: $0.short) }
    default: break
    }
  }

  func text(_ bytes: UnsafeRawBufferPointer) throws(WorkbookFault) {
    // Of an inline text a value beside it is no part.
    guard isInValue && type != .inlineText || isInline && run.isText else { return }
    text += bytes
    if text.count > WorkbookLimits.cell { throw tooLong }
  }

  func end(_ element: XMLName) throws(WorkbookFault) {
    guard element.isSpreadsheet else { return }
    switch element {
    case "c" where isInData: try endCell()
    case "v" where isInData: isInValue = false
    case "is": isInline = false
    case "t" where isInline, "rPh" where isInline: run.end(element)
    case "row" where isInData: try endRow()
    case "sheetData": isInData = false
    default: break
    }
  }

  private func beginRow(_ attributes: XMLAttributes) throws(WorkbookFault) {
    let name = attributes["r"]
    column = -1
    row.removeAll()
    guard let next = name == nil ? rowNumber + 1 : name?.int, next > rowNumber,
      next <= WorkbookLimits.rows
    else {
      let place = name?.short ?? String(rowNumber + 1)
      throw .damaged("row \(place) of sheet \"\(sheet)\" stands after row \(rowNumber)")
    }
    rowNumber = next
  }

  private func beginCell(_ attributes: XMLAttributes) throws(WorkbookFault) {
    text.removeAll(keepingCapacity: true)
    (isFormula, isInValue, isInline, run) = (false, false, false, TextRun())
    style = attributes["s"]?.int ?? 0
    column += 1
    if let name = attributes["r"] {
      guard let place = CellReference(name.bytes), place.row == rowNumber else {
        throw .damaged(
          "a cell in row \(rowNumber) of sheet \"\(sheet)\" is named \"\(name.short)\"")
      }
      column = place.column
    }
    guard column < WorkbookLimits.columns, row.cellCount < WorkbookLimits.columns else {
      throw .damaged("row \(rowNumber) of sheet \"\(sheet)\" has too many cells")
    }
    type = .number
    if let name = attributes["t"] {
      guard let known = CellValues.Kind(name) else {
        throw fault(
          .cell, "the cell is of an unknown kind \"\(name.short)\"",
          "Write its value anew in a spreadsheet", found: name.short)
      }
      type = known
    }
  }

  private func endCell() throws(WorkbookFault) {
    switch values.value(&text, type, style) {
    case .text:
      row.add(text, column: column)
    case .shared(let number):
      guard let shared = values.shared[number] else {
        throw fault(
          .cell,
          "the cell points to text \(number), of which the workbook has \(values.shared.count)",
          "Save the workbook anew in a spreadsheet", found: String(number))
      }
      guard shared.count <= WorkbookLimits.cell else { throw tooLong }
      row.add(shared, column: column)
    case .none(let text):
      let found = text.short
      throw fault(
        .cell, "\"\(found)\" is no value of a cell", "Write it anew in a spreadsheet", found: found)
    }
    if type == .error, !text.isEmpty {
      notes.add(
        .errorValue, sheet: sheet, cell: cell,
        found: String(decoding: text.prefix(100), as: UTF8.self).short)
    }
    if isFormula, text.isEmpty, type == .number {
      notes.add(.noResult, sheet: sheet, cell: cell)
    }
    if row.byteCount > WorkbookLimits.row {
      throw fault(
        .tooLarge, "the row has more than \(WorkbookLimits.row >> 20) MiB", "Shorten its texts")
    }
  }

  private func endRow() throws(WorkbookFault) {
    if width == 0, row.width > 0 { (width, headerRow) = (row.width, rowNumber) }
    if width > 0 { merged.fill(&row, number: rowNumber, header: headerRow) }
    guard row.width > 0 else { return }
    let before = rows.size
    rows.skipRows(rowNumber - 1 - rowCount)
    if let doubled = row.write(to: &rows, least: width) {
      let name = CellReference(column: doubled, row: rowNumber).text
      throw .damaged("sheet \"\(sheet)\" has the cell \(name) twice")
    }
    rowCount = rowNumber
    byteCount += rows.size - before
    if byteCount > limit {
      throw WorkbookFault(
        .tooLarge,
        "the sheet has more than \(limit >> 20) MiB of text, counting empty cells and what cells share",
        "Take columns away that are not needed, or save the sheet as CSV", sheet: sheet,
        cell: cell)
    }
  }

  /// Merged cells matter where they hide values of the table's rows.
  private func note(merged range: String) {
    let ends = range.split(separator: ":").compactMap { CellReference($0.utf8) }
    guard let first = ends.first, let last = ends.last, headerRow > 0, last.row > headerRow,
      first.column < width, first.row <= rowCount
    else { return }
    let isFilled = merged.areKnown || first.row == last.row
    notes.add(isFilled ? .merged : .mergedUnread, sheet: sheet, cell: range)
  }

  private var cell: String { CellReference(column: column, row: rowNumber).text }

  private var tooLong: WorkbookFault {
    fault(.tooLarge, "the cell has more than \(WorkbookLimits.cell >> 20) MiB", "Shorten it")
  }

  private func fault(
    _ kind: WorkbookFault.Kind, _ message: String, _ remedy: String, found: String? = nil
  ) -> WorkbookFault {
    WorkbookFault(kind, message, remedy, sheet: sheet, cell: cell, found: found)
  }
}
