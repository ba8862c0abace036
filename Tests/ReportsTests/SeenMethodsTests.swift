import FileFormats
import Reports
import StudyModel
import Testing

/// What is not said to be shown is hidden on every page of the methods report.
@Suite struct SeenMethodsTests {
  private func lines(_ seen: SeenMethods) throws -> [String] {
    ReportMarkdown.text(of: MethodsReport(seen, on: SampleStudies.facts).document).split(
      separator: "\n"
    ).map(String.init)
  }

  private var hidden: SeenMethods {
    var seen = SeenMethods(SampleStudies.suppressed.seen)
    seen.material = [.init(caseID: "rivermouth", phase: nil, material: .hidden)]
    return seen
  }

  @Test func `a row that is hidden has no number on the page or in its tables`() throws {
    let report = MethodsReport(hidden, on: SampleStudies.facts)
    let material = try #require(report.document.sections.first { $0.id == "material" })
    let table = try #require(
      material.blocks.compactMap { block in
        if case .figure(let figure) = block { figure.table } else { nil }
      }.first)
    let row = try #require(table.rows.first)
    #expect(row.dropFirst().allSatisfy { $0.text == "[c]" && $0.value == .none })
    #expect(row.count == table.columns.count)
    #expect(try lines(hidden).contains { $0.contains("Sources were coded; how many is hidden") })
    #expect(try !lines(hidden).contains { $0.contains("Nothing has been coded") })
  }

  @Test func `people who are not counted over all rows were chosen all the same`() throws {
    var seen = hidden
    var material = SeenMethods.Material()
    material.sources = [.interview: 6]
    seen.total = material
    seen.reading = .shown(.init(cover: CodingCover(), coders: 2, coding: .hidden))
    #expect(seen.total.people.isHidden)
    let chosen = "Interviewees were chosen, not sampled"
    #expect(try lines(seen).contains { $0.contains(chosen) })
    seen.total.people = .shown(.init(interviewees: 0, organizations: 0, roles: .shown([:])))
    #expect(try !lines(seen).contains { $0.contains(chosen) })
  }

  @Test func `answers that are hidden are told as marks, and nothing is said of organisations`()
    throws
  {
    var seen = hidden
    var survey = SurveyAccount()
    survey.rows = [.init(caseID: "rivermouth", phase: nil, answers: .hidden)]
    seen.survey = survey
    let text = try lines(seen).joined(separator: "\n")
    #expect(text.contains("The numbers of answers are hidden"))
    #expect(!text.contains("state an organisation") && !text.contains("states no organisation"))
  }

  @Test
  func `constructs whose children are kinds are named as having no level, where there are some`()
    throws
  {
    let says = "what is under them excludes or opposes each other"
    #expect(try !lines(hidden).contains { $0.contains(says) })
    var seen = hidden
    let place = try #require(
      seen.report.framework.constructs.firstIndex { seen.report.framework.isLeaf($0.id) == false })
    seen.report.framework.constructs[place].childrenAreKinds = true
    let line = try #require(try lines(seen).first { $0.contains(says) })
    #expect(line.contains(seen.report.framework.constructs[place].name))
  }

  @Test func `the tables of every part have a cell for every column`() throws {
    var seen = hidden
    var survey = SurveyAccount()
    survey.rows = [
      .init(
        caseID: "rivermouth", phase: "one",
        answers: .shown(.init(responses: 7, invited: nil, organizations: 3)))
    ]
    survey.versions = [.init(number: 1, items: 4, unknown: 0, responses: .hidden)]
    seen.survey = survey
    seen.imports = .shown([SampleStudies.imported("codings", "abc", rows: 3)])
    seen.decisions = .shown([
      .init(decision: .accept, by: "r1", at: "2026-03-10", standing: .stands)
    ])
    for figure in MethodsReport(seen, on: SampleStudies.facts).document.figures {
      #expect(figure.table.rows.allSatisfy { $0.count == figure.table.columns.count })
    }
  }

  @Test func `numbers of who answered are numbers, and none where they are hidden`() throws {
    func values(_ input: ReportInput) throws -> [String: DataTable.Value] {
      let figures = try HealthReport(of: "rivermouth", from: input).document.figures
      let table = try #require(figures.first { $0.title == "Who answered, and what was read" })
        .table
      return Dictionary(uniqueKeysWithValues: table.rows.map { ($0[0].text, $0[1].value) })
    }
    let open = try values(SampleStudies.both)
    #expect(open["Answered"] == .count(31))
    if case .number = open["Response rate"] {} else { Issue.record("the rate is no number") }
    let hidden = try values(SampleStudies.suppressed)
    #expect(hidden["Interviewees"] == DataTable.Value.none)
  }
}
