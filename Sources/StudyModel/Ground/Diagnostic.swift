/// A message to the person at work: what was found, where, why it cannot stand, and what to do.
///
/// One value serves the terminal, `--json` and, later, a table on a page. Rejected rows carry the
/// diagnostics that rejected them.
public struct Diagnostic: Sendable, Hashable {
  /// How grave a diagnostic is.
  public enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
    case note, warning, error

    /// Orders by gravity: a note is less than a warning, a warning less than an error.
    public static func < (left: Severity, right: Severity) -> Bool {
      left.rank < right.rank
    }

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// Where it was found.
  ///
  /// Rows count from 1 as a spreadsheet shows them, the header being row 1.
  public struct Place: Sendable, Hashable {
    /// The file, as the person named it.
    public var file: String?
    /// The row of a table, or the line of a text.
    public var row: Int?
    /// The column's header, or the key of a YAML file.
    public var column: String?
    /// The sheet, where the file is a workbook.
    public var sheet: String?
    /// The cell of the sheet, such as `B17`.
    public var cell: String?

    /// Creates a place; whatever is not known stays nil.
    public init(
      file: String? = nil, row: Int? = nil, column: String? = nil, sheet: String? = nil,
      cell: String? = nil
    ) {
      self.file = file
      self.row = row
      self.column = column
      self.sheet = sheet
      self.cell = cell
    }
  }

  /// What kind of message it is; `docs/diagnostics.md` has them all.
  public var code: MessageCode
  /// How grave it is.
  public var severity: Severity
  /// Where it was found.
  public var place: Place
  /// The value as found, cut at 60 characters; nil where there is none to show.
  public var found: String?
  /// What is wrong, as a sentence without a full stop.
  public var message: String
  /// What to do about it, as a sentence.
  public var remedy: String
  /// What would remedy it, where a front can offer to do that.
  public var means: Means?

  /// Something that a front has a command or a button for.
  public enum Means: Sendable, Hashable {
    /// Taking back an import.
    case undoImport(Int64)
    /// Taking back several imports, in this order.
    case undoImports([Int64])
    /// Taking back the import under way, where it comes in at all, before its file is brought in anew.
    case undoBeforeAgain
    /// Looking at the list of imports.
    case listImports
    /// Making a study in a file that is not there.
    case makeStudy(path: String)
    /// Letting nobody but its owner read a file.
    case keepToOwner(path: String)
    /// Checking the study.
    case checkStudy
    /// Saying which column of a file is which of ours.
    case mapColumns
    /// Keeping respondents' tokens as hashes.
    case hashTokens
    /// Letting coders' earlier codings give way to a file, or taking back the import that brought them.
    case replaceCodings(of: Int64)
  }

  /// Creates a diagnostic; `found` is cut at 60 characters, also where message and remedy repeat it.
  public init(
    code: MessageCode, severity: Severity, place: Place = Place(), found: String? = nil,
    message: String, remedy: String, means: Means? = nil
  ) {
    self.means = means
    self.code = code
    self.severity = severity
    self.place = place
    guard let found, found.count > 60 else {
      (self.found, self.message, self.remedy) = (found, message, remedy)
      return
    }
    let cut = String(found.prefix(59)) + "…"
    self.found = cut
    self.message = message.replacing(found, with: cut)
    self.remedy = remedy.replacing(found, with: cut)
  }

  /// The diagnostic as the terminal shows it, its place first and its code last.
  public var text: String {
    var parts = ""
    if let file = place.file, !namesFile(file) { parts += file }
    if let sheet = place.sheet {
      parts += ", sheet \"\(sheet)\""
      if let cell = place.cell { parts += ", cell \(cell)" }
      if place.cell == nil, let row = place.row { parts += ", row \(row)" }
    } else if let row = place.row {
      parts += parts.isEmpty ? "row \(row)" : ":\(row)"
    }
    if let column = place.column {
      let word = place.file?.hasSuffix(".yaml") == true ? "key" : "column"
      parts += (parts.isEmpty ? "" : ", ") + "\(word) \"\(column)\""
    }
    if !parts.isEmpty { parts += ": " }
    return "\(parts)\(severity.rawValue): \(sentences) [\(code.rawValue)]"
  }

  /// Message and remedy as sentences.
  public var sentences: String {
    let sentences = remedy.isEmpty ? message : "\(message). \(remedy)"
    let stop = sentences.last.map { ".!?".contains($0) } ?? true ? "" : "."
    return sentences + stop
  }

  /// Whether the message is of a file as a whole and names it, so that it need not stand before.
  private func namesFile(_ file: String) -> Bool {
    place == Place(file: file) && message.contains(file)
  }
}

/// Several diagnostics that together stop the work.
public struct DiagnosticsError: Error, Sendable {
  /// What was found, in the order of the places.
  public var diagnostics: [Diagnostic]

  /// Creates the error.
  public init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }
}
