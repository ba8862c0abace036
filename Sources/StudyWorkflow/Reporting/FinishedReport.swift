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
  /// The edition as which the study keeps it; nil for the researcher's own and for drafts.
  public var edition: Edition? {
    if case .edition(let entry) = standing { return entry }
    return nil
  }
  /// The name of its files, without what a format adds.
  public let name: ReportName
  /// What it says.
  public let document: ReportDocument
  /// The hash that its pages bear, by which its edition is known; nil for the researcher's.
  let hash: String?
  /// Whether it may take the place of another edition, since somebody gave a reason to publish it.
  let isOnPurpose: Bool
  private let json: JSONValue
  private let tables: [(table: ReportTable, text: String)]

  init(
    _ report: SignedReport, named name: ReportName, as standing: Standing,
    isOnPurpose: Bool = false
  ) {
    self.isOnPurpose = isOnPurpose
    let content = report.content
    hash = report.hash
    var document = content.document
    document.isDraft = standing == .draft
    self.document = document
    self.standing = standing
    self.name = standing == .draft ? name.draft : name
    json = standing == .draft ? DraftMark.on(content.json) : content.json
    tables = content.tables.compactMap { table in
      table.text.map {
        (table.table, VisibleText.of(standing == .draft ? DraftMark.on(csv: $0) : $0))
      }
    }
  }

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
    files(format, with: try home.reportTemplates(), openTables: openTables)
  }

  func files(_ format: ReportFormat, with templates: ReportTemplates, openTables: Bool) -> [File] {
    format.files(of: document.kind, isDraft: standing == .draft).compactMap { ending, mark in
      text(format, mark, with: templates, openTables: openTables).map {
        File(ending: ending, text: $0 + mark.added, mark: mark)
      }
    }
  }

  /// What stands in a file; nil for a table that the report has not.
  private func text(
    _ format: ReportFormat, _ mark: ReportMark, with templates: ReportTemplates, openTables: Bool
  ) -> String? {
    switch format {
    case .html: ReportPage.html(of: document, with: templates, openTables: openTables)
    case .md: ReportMarkdown.text(of: document)
    case .json: JSONWriter.text(json)
    case .csv:
      tables.first { mark == .columns($0.table, isDraft: standing == .draft) }?.text
    }
  }
}

/// What a report says, in all its forms, before it is settled whether it may go out.
struct ReportContent: Sendable {
  let document: ReportDocument
  /// Of which phase it is; nil where no evidence states one, and for a report on all.
  let phase: String?
  let json: JSONValue
  /// Its tables; those without a text are left out.
  let tables: [(table: ReportTable, text: String?)]

  /// Everything that it says, as texts: what a page draws, the same document says in Markdown.
  var texts: [String] {
    [ReportMarkdown.text(of: document), JSONWriter.text(json)]
      + tables.flatMap { [$0.table.suffix, $0.text ?? ""] }
  }

  /// The health report of a case.
  init(_ report: HealthReport) {
    document = report.document
    phase = report.phase
    json = ReportJSON.value(of: report)
    tables = [
      (.scores, ScoreTable.csv(of: report)), (.gaps, ScoreTable.gapsCSV(of: report)),
      (.changes, ScoreTable.changesCSV(of: report)),
    ]
  }

  /// The comparison.
  init(_ report: CompareReport) {
    document = report.document
    phase = report.phase
    json = ReportJSON.value(of: report)
    tables = [
      (.scores, ScoreTable.csv(of: report)), (.gaps, ScoreTable.gapsCSV(of: report)),
      (.dispersion, ScoreTable.dispersionCSV(of: report)),
    ]
  }

  /// The agreement report.
  init(_ report: AgreementReport) {
    document = report.document
    phase = nil
    json = AgreementTables.json(of: report)
    tables = [(.agreement, AgreementTables.csv(of: report))]
  }

  /// The methods report.
  init(_ report: MethodsReport) {
    document = report.document
    phase = nil
    json = MethodsTables.json(of: report)
    tables = [(.methods, MethodsTables.csv(of: report))]
  }
}
