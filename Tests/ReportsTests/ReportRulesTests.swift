import Foundation
import Reports
import TestSupport
import Testing

@testable import StudyModel

@Suite struct ReportRulesTests {
  @Test func `a section quotes a person once, and nothing twice`() throws {
    let document = try HealthReportTests.report("both").document
    let quotes = document.sections.map { section in
      section.blocks.flatMap { block -> [QuoteLine] in
        if case .quotes(let lines) = block { lines } else { [] }
      }
    }
    #expect(quotes.allSatisfy { $0.count <= 2 })
    let texts = quotes.flatMap { $0 }.map(\.text)
    #expect(Set(texts).count == texts.count)
    #expect(!(quotes.first ?? []).contains { $0.text.hasPrefix("A second thing") })
  }

  @Test func `the sections that every report has are there, in order, and method is last`() throws {
    for name in ["both", "suppressed", "survey-only", "presence"] {
      let ids = try HealthReportTests.report(name).document.sections.map(\.id)
      #expect(ids.suffix(4) == ["next", "trend", "quality", "method"])
    }
  }

  @Test func `a section without data keeps its heading and says what to collect`() throws {
    var input = SampleStudies.both
    input.all = [
      SampleCase(
        id: "rivermouth", phase: nil, framework: input.framework, interviewees: 0,
        silentSurvey: true, hasSources: false
      ).score
    ].map { SeenScore($0) }
    input.phases = []
    let document = try HealthReport(of: "rivermouth", from: input).document
    let value = try #require(document.section("value"))
    #expect(value.heading == "Value wanted and received")
    #expect(
      value.blocks == [
        .missing(
          "Ask members what they wanted and what they received, or code interviews for forms of value."
        )
      ])
  }

  @Test func `evidence without a phase comes last, is not taken unasked and has no trend`() throws {
    var input = SampleStudies.both
    var loose = input.all[2].score
    loose.phase = nil
    input.all.append(SeenScore(loose))
    #expect(try HealthReport(of: "rivermouth", from: input).phase == "3")
    let whole = try HealthReport(of: "rivermouth", from: SampleStudies.both).document
    #expect(
      try HealthReport(of: "rivermouth", from: input).document.section("trend")
        == whole.section("trend"))
    let report = try HealthReport(of: "rivermouth", phase: Phase.notStated, from: input)
    #expect(report.phase == nil)
    #expect(report.document.masthead.contains("No phase stated"))
    #expect(report.document.section("trend")?.heading == "No phase stated")
    #expect(CompareReport(from: input).scores.map { $0.phase } == ["3"])
  }

  @Test func `a presence study has words and no level`() throws {
    let document = CompareReport(from: SampleStudies.paper).document
    let html = try Pages.html(document)
    #expect(!html.contains("of 100"))
    var matrices = 0
    for figure in document.figures {
      guard case .matrix(let matrix) = figure.body else { continue }
      matrices += 1
      let words = Set(matrix.groups.flatMap { $0.rows.flatMap { $0.cells.map(\.text) } })
      #expect(words.isSubset(of: ["evident", "not spoken of", "stated", "not stated"]))
    }
    #expect(matrices > 0)
  }

  @Test func `what is stated for the set is not spread over the cases`() throws {
    let document = CompareReport(from: SampleStudies.paper).document
    let works = try #require(document.section("works"))
    guard case .matrix(let matrix) = works.figures.first?.body else {
      Issue.record("no matrix")
      return
    }
    #expect(matrix.columns.last?.name == "Whole set")
    for row in matrix.groups.flatMap(\.rows) {
      #expect(row.cells.last?.text == "stated")
      #expect(row.cells.dropLast().allSatisfy { $0.text == "not spoken of" })
    }
  }

  @Test func `an unknown case or phase is refused by name`() {
    for (id, phase) in [("nowhere", nil), ("rivermouth", "9" as String?)] {
      let nothing = #expect(throws: HealthReport.NoScores.self) {
        try HealthReport(of: id, phase: phase, from: SampleStudies.both)
      }
      #expect(nothing?.caseID == id && nothing?.phase == phase)
    }
  }

  @Test func `open tables are written open`() throws {
    let document = try HealthReportTests.report("both").document
    #expect(try !Pages.html(document).contains("<details open>"))
    #expect(try Pages.html(document, openTables: true).contains("<details open>"))
  }

  @Test func `templates may not let text through unescaped`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "templates-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("<p>{{{headline}}}</p>".utf8).write(to: folder.appending(path: "page.mustache"))
    #expect(throws: ReportTemplates.Fault.rawTag(file: "page.mustache", name: "headline")) {
      try ReportTemplates(folder: folder)
    }
  }

  @Test func `a folder without a page is refused by its path`() {
    #expect(throws: ReportTemplates.Fault.unreadable(path: "/nowhere/page.mustache")) {
      try ReportTemplates(folder: URL(filePath: "/nowhere"))
    }
  }
}
