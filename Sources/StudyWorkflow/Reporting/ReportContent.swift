import FileFormats
import Reports
import StudyModel

/// What a report says, in all its forms, before it is settled whether it may go out.
struct ReportContent: Sendable {
  let document: ReportDocument
  /// The same in its other lengths; none for a report that has one.
  var others: [ReportDocument] = []
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
    others = [report.brief, report.members]
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

  /// The tables for a paper.
  init(_ report: TablesReport) {
    document = report.document
    phase = report.phase
    json = PaperTables.json(of: report)
    tables = [(.tables, PaperTables.csv(of: report))]
  }

  /// The methods report.
  init(_ report: MethodsReport) {
    document = report.document
    phase = nil
    json = MethodsTables.json(of: report)
    tables = [(.methods, MethodsTables.csv(of: report))]
  }
}
