import FileFormats
public import Reports
public import StudyModel

/// A report that may be shown, sent and written: the researcher's own; for other eyes an edition, which
/// the study keeps, or a draft, which says so on every sheet.
///
/// The workflow alone makes it, so that no report for other eyes is had in another way.
public struct FinishedReport: Sendable {
  /// What it goes out as.
  public enum Standing: Sendable, Hashable {
    /// For the researcher.
    case own
    /// Published for other eyes, as this edition.
    case edition(Edition)
    /// Not to be given away.
    case draft
  }

  /// What it goes out as.
  public let standing: Standing
  let forms: ReportForms

  /// The edition as which the study keeps it; nil for the researcher's own and for drafts.
  public var edition: Edition? {
    if case .edition(let entry) = standing { return entry }
    return nil
  }
  /// The name of its files, without what a format adds.
  public var name: ReportName { forms.name }
  /// What it says.
  public var document: ReportDocument { forms.document }

  /// One of its forms, to be shown, sent or written.
  public struct File: Sendable, Hashable {
    /// What is added to the report's name, such as `.gaps.csv`.
    public var ending: String
    /// What it holds.
    public var bytes: [UInt8]
    /// By what it is known.
    let mark: ReportMark
  }

  /// The report in a format: a file, or, as tables, several, to be shown or sent.
  ///
  /// - Parameters:
  ///   - format: The format.
  ///   - home: Where the templates of pages are.
  ///   - openTables: Whether a page's tables of figures are open.
  /// - Returns: What makes it; nothing where tables are asked for and it has none.
  /// - Throws: `Failure` where the templates cannot be used, or a program is missing or fails that the format
  ///   is made with.
  public func files(
    _ format: ReportFormat, home: Home, openTables: Bool = false
  ) throws -> [File] {
    try forms.files(format, with: try home.reportTemplates(), openTables: openTables)
  }
}

/// A report in all its forms, on its way out: what they say hangs on whether it is a draft, and not on the
/// edition that it will be.
struct ReportForms: Sendable {
  /// The name of its files, without what a format adds.
  let name: ReportName
  /// What it says.
  let document: ReportDocument
  /// What is written as pages, by length.
  private let pages: [ReportLength: ReportDocument]
  /// The hash that its pages bear, by which its edition is known; nil for the researcher's.
  let hash: String?
  let isDraft: Bool
  /// The day of the report.
  private let day: String
  /// Whether it may take the place of another edition, since somebody gave a reason to publish it.
  let isOnPurpose: Bool
  private let json: JSONValue
  private let tables: [(table: ReportTable, text: String)]

  /// The forms of a report that was asked for.
  init(_ report: SignedReport, _ request: ReportRequest) {
    let isDraft = request.publication == .draft
    let content = report.content
    let name = ReportName(
      request.subject, phase: content.phase, for: report.audience)
    func marked(_ document: ReportDocument) -> ReportDocument {
      var document = document
      document.isDraft = isDraft
      return document
    }
    self.name = isDraft ? name.draft : name
    document = marked(content.document)
    pages = Dictionary(
      ([content.document] + content.others)
        .filter { content.others.isEmpty || request.lengths.contains($0.length) }
        .map { ($0.length, marked($0)) }, uniquingKeysWith: { first, _ in first })
    self.isDraft = isDraft
    hash = report.hash
    day = request.day
    isOnPurpose = request.publication.isOnPurpose
    json = isDraft ? DraftMark.on(content.json) : content.json
    tables = content.tables.compactMap { table in
      table.text.map {
        (table.table, VisibleText.of(isDraft ? DraftMark.on(csv: $0) : $0))
      }
    }
  }

  /// The lengths in which it is written as pages.
  var lengths: Set<ReportLength> { Set(pages.keys) }

  /// The files of a format.
  ///
  /// - Throws: `Failure` where a program is missing or fails that the format is made with.
  func files(
    _ format: ReportFormat, with templates: ReportTemplates, openTables: Bool
  ) throws(Failure) -> [FinishedReport.File] {
    var files: [FinishedReport.File] = []
    for file in format.files(of: document.kind, isDraft: isDraft) {
      guard let bytes = try bytes(format, file, with: templates, openTables: openTables) else {
        continue
      }
      files.append(FinishedReport.File(ending: file.ending, bytes: bytes, mark: file.mark))
    }
    return files
  }

  /// The text of a table; nil for one that the report has not, and for what is no table.
  func table(_ mark: ReportMark) -> String? {
    tables.first { mark == .columns($0.table, isDraft: isDraft) }?.text
  }

  /// What stands in a file; nil for a table or a drawing that the report has not, and for a length that is not
  /// asked for.
  private func bytes(
    _ format: ReportFormat, _ file: ReportFormat.File, with templates: ReportTemplates,
    openTables: Bool
  ) throws(Failure) -> [UInt8]? {
    let text: String?
    switch format {
    case .html:
      text = pages[file.length].map {
        ReportPage.html(of: $0, with: templates, openTables: openTables)
      }
    case .md: text = pages[file.length].map(ReportMarkdown.text)
    case .tex: text = ReportLaTeX.text(of: document)
    case .json: text = JSONWriter.text(json)
    case .csv: text = table(file.mark)
    case .svg: text = drawing(file.figure, with: templates)
    case .png:
      guard let svg = drawing(file.figure, with: templates) else { return nil }
      let picture = try PicturePrinter.png(of: svg, in: PrintingFolder())
      guard let known = PNGText.adding(file.mark.line(hash), to: picture) else {
        throw PicturePrinter.program.failure(nil)
      }
      return known
    case .docx:
      guard let document = pages[file.length] else { return nil }
      let page = WordPage(
        of: document, known: file.mark.line(hash), with: templates, openTables: openTables)
      return try WordPrinter.docx(
        of: page, styles: templates.wordStyles(of: file.length), day: day)
    }
    return text.map { Array(($0 + file.mark.added).utf8) }
  }

  /// A figure drawn by itself; nil of a table, and where there is none of the number.
  private func drawing(_ number: Int?, with templates: ReportTemplates) -> String? {
    document.figures.first { $0.number == number }.flatMap {
      FigureFile.svg(of: $0, in: document, with: templates)
    }
  }
}
