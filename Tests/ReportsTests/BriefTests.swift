import StudyModel
import TestSupport
import Testing

@testable import Reports

@Suite("A brief says nothing that the full report does not, and what a board decides on")
struct BriefTests {
  static let names = ["both", "suppressed", "survey-only", "presence"]

  private static func pair(_ name: String) throws -> (full: ReportDocument, brief: ReportDocument) {
    let report = try HealthReportTests.report(name)
    return (report.document, report.brief)
  }

  private static func means(_ document: ReportDocument) -> [String] {
    document.sections.flatMap(\.blocks).flatMap { block -> [String] in
      if case .means(let means) = block { means.says } else { [] }
    }
  }

  private static func steps(_ document: ReportDocument) -> [ActionLine] {
    document.sections.flatMap(\.blocks).flatMap { block -> [ActionLine] in
      if case .actions(_, let lines) = block { lines } else { [] }
    }
  }

  @Test("The brief is as it was looked at", arguments: ["both", "suppressed"])
  func golden(name: String) throws {
    try Golden.check(
      ReportMarkdown.text(of: Self.pair(name).brief), "reports/health-\(name)-brief.md")
  }

  @Test("Head, headings, figures and sentences are those of the full report", arguments: names)
  func same(name: String) throws {
    let (full, brief) = try Self.pair(name)
    #expect(brief.headline == full.headline && brief.lead == full.lead)
    #expect(brief.facts == full.facts && brief.line == full.line)
    #expect(brief.length == .brief && brief.sections.count < full.sections.count)
    for section in brief.sections {
      #expect(full.section(section.id)?.heading == section.heading)
    }
    let titles = Set(full.figures.map(\.title))
    #expect(
      brief.figures.dropLast().allSatisfy { titles.contains($0.title) || $0.section == "head" })
    #expect(Set(Self.means(brief)).isSubset(of: Self.means(full)))
    // With what it was made, every report says.
    let made = full.sections.flatMap(\.blocks).flatMap { block -> [String] in
      guard case .notes(let notes) = block else { return [] }
      return notes.filter { $0.term == "Made with" }.flatMap(\.says)
    }
    #expect(made.count == 1 && made.allSatisfy(ReportMarkdown.text(of: brief).contains))
  }

  @Test("Sections and figures are numbered from 1, and no figure is named that it has not")
  func numbers() throws {
    let brief = try Self.pair("both").brief
    #expect(brief.sections.map(\.number) == Array(1...brief.sections.count))
    #expect(brief.figures.map(\.number) == Array(1...brief.figures.count))
    let known = Set(brief.figures.map(\.name))
    for named in ReportMarkdown.text(of: brief).matches(of: /(Figure|Table) \d+/) {
      #expect(known.contains(String(named.output.0)))
    }
  }

  @Test("The sheet has every step with its number, who takes it, today and the aim, and no date")
  func sheet() throws {
    let (full, brief) = try Self.pair("both")
    let steps = Self.steps(full)
    #expect(!steps.isEmpty && steps.map(\.number) == Array(1...steps.count))
    let sheet = try #require(brief.section("next")?.figures.first)
    guard case .text(let table) = sheet.body else {
      Issue.record("the steps are no table")
      return
    }
    let rows = table.rows.map { $0.map(\.text) }
    #expect(
      rows
        == steps.map { step in
          [
            String(step.number), step.action, Words.list(step.who), "",
            step.aim?.now ?? "not measured", step.aim?.goal ?? "",
          ]
        })
    #expect(table.columns.map(\.title) == ["Step", "What", "Who", "By when", "Today", "Aim"])
  }

  @Test("More steps than a board agrees on at once are in the full report, and counted")
  func manySteps() throws {
    func brief(_ steps: Int) throws -> Section? {
      var input = SampleStudies.both
      input.framework.recommendations = (1...steps).map { number in
        var step = input.framework.recommendations[0]
        (step.id, step.aim) = ("step-\(number)", nil)
        return step
      }
      input.findings[0].findings[0].recommends = input.framework.recommendations.map(\.id)
      input.findings[0].findings[0].constructs = ["transfer.translation"]
      return try HealthReport(of: "rivermouth", from: input).brief.section("next")
    }
    let all = try #require(try brief(7))
    #expect(all.figures.first?.table.rows.count == 7 && all.blocks.count == 1)
    let some = try #require(try brief(8))
    #expect(some.figures.first?.table.rows.count == 6)
    #expect(some.blocks.last == .paragraph("Two more steps are in the full report."))
  }

  @Test("What the head rests on and no figure of the brief shows has a figure of its own")
  func behindHead() throws {
    func behind(_ constructs: [String]) throws -> ReportFigure? {
      var input = SampleStudies.both
      input.findings[0].findings[0].constructs = constructs
      return try HealthReport(of: "rivermouth", from: input).brief.figures.first {
        $0.section == "head"
      }
    }
    #expect(try behind(["value.subject"]) == nil)
    let figure = try #require(try behind(["value.subject", "works.trust.safe"]))
    #expect(figure.constructs.contains("works.trust.safe"))
    #expect(!figure.constructs.contains("value.subject"))
    #expect(figure.title.hasPrefix("Also behind the first lines: "))
  }
}
