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
    public var text: String
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
  /// - Throws: `Failure` where the templates cannot be used.
  public func files(
    _ format: ReportFormat, home: Home, openTables: Bool = false
  ) throws -> [File] {
    forms.files(format, with: try home.reportTemplates(), openTables: openTables)
  }
}

/// A report in all its forms, on its way out: what they say hangs on whether it is a draft, and not on the
/// edition that it will be.
struct ReportForms: Sendable {
  /// The name of its files, without what a format adds.
  let name: ReportName
  /// What it says.
  let document: ReportDocument
  /// The hash that its pages bear, by which its edition is known; nil for the researcher's.
  let hash: String?
  let isDraft: Bool
  /// Whether it may take the place of another edition, since somebody gave a reason to publish it.
  let isOnPurpose: Bool
  private let json: JSONValue
  private let tables: [(table: ReportTable, text: String)]

  /// The forms of a report that was asked for.
  init(_ report: SignedReport, _ request: ReportRequest) {
    let isDraft = request.publication == .draft
    let content = report.content
    let name = ReportName(request.subject, for: report.audience)
    var document = content.document
    document.isDraft = isDraft
    self.name = isDraft ? name.draft : name
    self.document = document
    self.isDraft = isDraft
    hash = report.hash
    isOnPurpose = request.publication.isOnPurpose
    json = isDraft ? DraftMark.on(content.json) : content.json
    tables = content.tables.compactMap { table in
      table.text.map {
        (table.table, VisibleText.of(isDraft ? DraftMark.on(csv: $0) : $0))
      }
    }
  }

  /// The files of a format.
  func files(
    _ format: ReportFormat, with templates: ReportTemplates, openTables: Bool
  ) -> [FinishedReport.File] {
    format.files(of: document.kind, isDraft: isDraft).compactMap { ending, mark in
      text(format, mark, with: templates, openTables: openTables).map {
        FinishedReport.File(ending: ending, text: $0 + mark.added, mark: mark)
      }
    }
  }

  /// The text of a table; nil for one that the report has not, and for what is no table.
  func table(_ mark: ReportMark) -> String? {
    tables.first { mark == .columns($0.table, isDraft: isDraft) }?.text
  }

  /// What stands in a file; nil for a table that the report has not.
  private func text(
    _ format: ReportFormat, _ mark: ReportMark, with templates: ReportTemplates, openTables: Bool
  ) -> String? {
    switch format {
    case .html: ReportPage.html(of: document, with: templates, openTables: openTables)
    case .md: ReportMarkdown.text(of: document)
    case .json: JSONWriter.text(json)
    case .csv: table(mark)
    }
  }
}
