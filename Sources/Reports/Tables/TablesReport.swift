import StudyModel

/// The tables of a study for a paper: those of the comparison and of the methods report, with titles that name
/// what they hold and not what was found in it.
///
/// Nothing is worked out here, so that a table in a paper cannot differ from the page it is told on.
public struct TablesReport: Sendable {
  /// Its words and figures.
  public var document: ReportDocument
  /// What it was made from.
  public var input: ReportInput
  /// The phase that the cases are compared in; nil where no evidence states one.
  public var phase: String?

  /// The parts of the methods report whose tables describe the sample and its measures.
  private static let measures = ["material", "agreement", "survey"]

  /// Takes the tables out of two reports on the same study.
  public init(_ comparison: CompareReport, _ methods: MethodsReport) {
    let (input, phase) = (comparison.input, comparison.phase)
    (self.input, self.phase) = (input, phase)
    let study = input.study
    let sample = methods.document.sections.filter { Self.measures.contains($0.id) }
    var sections = [
      Self.section(
        "measures", "Sample", "Sample and measures",
        sample.flatMap(\.figures).map { Self.table($0, $0.title) }),
      Self.section(
        "cases", "Cases", "Cases side by side",
        comparison.document.sections.flatMap { section in
          section.figures.map { figure in
            // The title of a drawing is what was found in it.
            let isAlone = section.figures.count == 1
            let title = isAlone ? section.title : figure.measured
            return Self.table(figure, figure.isTable ? figure.title : title)
          }
        }),
    ]
    sections.number()
    let made = MethodSentences.made(study)
    sections[1].blocks.append(.notes([Note(term: "Made with", says: [made])]))
    let labels = [
      study.title, "Tables",
      phase.map { Words.capitalized(CaseView.label(ofPhase: $0, among: input.phases)) },
      input.audience.title, Words.date(study.date),
    ]
    document = ReportDocument(
      kind: .tables, title: "\(study.title): tables",
      masthead: labels.compactMap(\.self),
      simulated: study.simulated, headline: "Tables for a paper",
      lead:
        "The tables of the comparison and of the methods report. What each figure is, and how it came about, is told there.",
      source: study.source, facts: [], line: nil, sections: sections,
      made: made)
  }

  private static func section(
    _ id: String, _ title: String, _ heading: String, _ tables: [ReportFigure?]
  ) -> Section {
    var section = Section(id: id, number: 0, title: title, heading: heading, reading: nil)
    section.blocks = tables.compactMap { $0.map(Block.figure) }
    if section.blocks.isEmpty { section.blocks = [.paragraph("There is no table of this kind.")] }
    return section
  }

  /// A figure as a table with its own title; nil of what is no table of figures.
  private static func table(_ figure: ReportFigure, _ title: String) -> ReportFigure? {
    var table = figure.isTable ? figure.asTable : figure.forPeople
    switch figure.body {
    case .tree: return nil
    case .text: break
    case .matrix(let matrix):
      table.body = .text(TextTable(WordsTable(matrix)))
      if let names = matrix.shortNames { table.notes.insert(names, at: 0) }
    case .strips, .trends, .multiples:
      table = figure.asTable
      table.body = .text(TextTable(WordsTable(table.table)))
    }
    table.title = title
    table.key = []
    return table
  }
}

extension ReportFigure {
  /// What is measured, without of whom and how.
  fileprivate var measured: String { subtitle.prefix { $0 != ";" && $0 != "," }.description }
}

extension TextTable {
  /// A table of plain words.
  fileprivate init(_ words: WordsTable) {
    columns = words.columns.map { Column(title: $0.title, isNumber: $0.isNumber) }
    rows = words.rows.map { row in row.map { Cell(text: $0) } }
  }
}
