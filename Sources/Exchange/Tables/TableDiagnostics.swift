public import FileFormats
public import StudyModel

extension Diagnostic {
  /// A row with more or fewer fields than the header.
  static func fieldCount(_ count: Int, header: Int, file: String? = nil, row: Int) -> Diagnostic {
    Diagnostic(
      code: .fieldCount, severity: .error, place: Place(file: file, row: row),
      found: String(count),
      message: "the row has \(Words.count(count, "field")), the header \(header)",
      remedy: count > header
        ? "Either quote a field that holds a delimiter or remove what is too much."
        : "Either add the missing delimiters or look for a line break that is not quoted.")
  }

  /// A column that must have a text and has none.
  static func empty(_ column: String, file: String? = nil, row: Int) -> Diagnostic {
    Diagnostic(
      code: .emptyField, severity: .error, place: Place(file: file, row: row, column: column),
      message: "\"\(column)\" is empty", remedy: "Fill it in, or remove the row.")
  }

  /// A fault of the file itself.
  public init(_ error: TableError, file: String?) {
    if case .workbook(let fault) = error.kind {
      self.init(fault, file: file)
      return
    }
    self.init(
      code: .unreadableTable, severity: .error,
      place: Place(
        file: file, row: error.place?.row,
        column: error.place.map { TableHeader.letters(ofColumn: $0.column - 1) }),
      message: error.found
        + (error.place.map { " (line \($0.line), byte \($0.byteOffset))" } ?? ""),
      remedy: error.remedy)
  }

  /// A workbook that cannot be read.
  private init(_ fault: WorkbookFault, file: String?) {
    let code: MessageCode =
      switch fault.kind {
      case .notReadable: .noWorkbook
      case .damaged: .damagedWorkbook
      case .noSheet: .noSuchSheet
      case .cell: .wrongCell
      case .tooLarge: .largeWorkbook
      }
    self.init(
      code: code, severity: .error,
      place: Place(file: file, sheet: fault.sheet, cell: fault.cell), found: fault.found,
      message: fault.message, remedy: fault.remedy + ".")
  }

  /// That the encoding of a file was guessed; nil where it was told or is plain.
  static func guessed(_ summary: TableSummary, file: String) -> Diagnostic? {
    summary.guessed.map { example in
      Diagnostic(
        code: .guessedEncoding, severity: .note, place: Place(file: file), found: example,
        message: "the file is no UTF-8 and was read as Windows-1252"
          + (example.isEmpty ? "" : ", in which there stands \"\(example)\""),
        remedy: "Look whether that is right; if not, save the file as UTF-8 and import it again.")
    }
  }

  /// What is to be known of cells of a sheet that were read all the same.
  public init(_ note: SheetNote, file: String) {
    let (code, severity): (MessageCode, Severity) =
      switch note.kind {
      case .errorValue: (.errorCells, .warning)
      case .noResult: (.formulasWithoutResult, .warning)
      case .merged: (.mergedCells, .note)
      case .mergedUnread: (.mergedCells, .warning)
      }
    let (message, remedy) = note.text
    self.init(
      code: code, severity: severity,
      place: Place(file: file, sheet: note.sheet, cell: note.cell), message: message,
      remedy: remedy)
  }

  /// The diagnostic with the sheet and the cell, where the table is one of a workbook.
  func located(in reader: any TableSource) -> Diagnostic {
    guard let sheet = reader.sheet, place.sheet == nil, place.file != nil else { return self }
    var located = self
    located.place.sheet = sheet
    // A sheet has no delimiters: what is too much stands in a cell beside the table.
    if code == .fieldCount, let row = place.row, let count = found.flatMap({ Int($0) }) {
      located.place.cell = TableHeader.letters(ofColumn: count - 1) + String(row)
      located.message =
        "the cell stands beside the table, which has \(Words.count(reader.header.count, "column"))"
      located.remedy = "Either give its column a heading or empty the cell."
    }
    if let row = place.row, let column = place.column.flatMap({ reader.header.column($0) }) {
      located.place.cell = TableHeader.letters(ofColumn: column) + String(row)
    }
    return located
  }
}
