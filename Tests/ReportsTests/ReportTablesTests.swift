import FileFormats
import Reports
import StudyModel
import TestSupport
import Testing

@Suite struct ReportTablesTests {
  @Test(arguments: ["both", "suppressed", "survey-only", "presence"])
  func `the report of a case is the same words in Markdown`(_ name: String) throws {
    let report = try HealthReportTests.report(name)
    try Golden.check(ReportMarkdown.text(of: report.document), "reports/health-\(name).md")
  }

  @Test func `the report of a case has the same keys in JSON`() throws {
    let json = JSONWriter.text(ReportJSON.value(of: try HealthReportTests.report("both")))
    try Golden.check(JSONShape.lines(of: json), "shapes/report-health.txt")
  }

  @Test func `scores, gaps and changes are tidy tables`() throws {
    let report = try HealthReportTests.report("both")
    try Golden.check(head: ScoreTable.csv(of: report), "tables/health-scores.csv")
    try Golden.check(head: ScoreTable.gapsCSV(of: report), "tables/health-gaps.csv")
    let changes = try #require(ScoreTable.changesCSV(of: report))
    try Golden.check(head: changes, "tables/health-changes.csv")
  }

  @Test func `without phases there is no table of changes or of dispersion`() throws {
    #expect(ScoreTable.changesCSV(of: try HealthReportTests.report("survey-only")) == nil)
    #expect(ScoreTable.dispersionCSV(of: CompareReportTests.report("compared")) == nil)
  }

  @Test func `scores and dispersion of a comparison are tidy tables`() throws {
    let report = CompareReportTests.report("phases")
    try Golden.check(head: ScoreTable.csv(of: report), "tables/compare-scores.csv")
    let dispersion = try #require(ScoreTable.dispersionCSV(of: report))
    try Golden.check(head: dispersion, "tables/compare-dispersion.csv")
  }

  @Test(arguments: ["compared", "paper", "phases"])
  func `the comparison is the same words in Markdown`(_ name: String) throws {
    let report = CompareReportTests.report(name)
    try Golden.check(ReportMarkdown.text(of: report.document), "reports/compare-\(name).md")
  }

  @Test func `the comparison has the same keys in JSON`() throws {
    let json = JSONWriter.text(ReportJSON.value(of: CompareReportTests.report("phases")))
    try Golden.check(JSONShape.lines(of: json), "shapes/report-compare.txt")
  }

  @Test func `numbers of JSON are at full precision and absent ones are null`() throws {
    let json = ReportJSON.value(of: try HealthReportTests.report("both"))
    let text = JSONWriter.text(json)
    #expect(text.contains("\"low\": 12") || text.contains(".") && text.contains("null"))
    let cases = try #require(json["cases"])
    guard case .array(let list) = cases, let first = list.first else {
      Issue.record("no cases")
      return
    }
    #expect(first["health"]?["score"] == .number(61.4))
    #expect(first["health"]?["interval"] == .array([.number(55.2), .number(66.1)]))
  }
}

@Suite struct JSONWriterTests {
  @Test func `values are written in order and shortest`() {
    let values: [(JSONValue, String)] = [
      (.number(0.1), "0.1"), (.number(1e22), "1e+22"), (.number(5), "5"),
      (.number(1.0 / 3), "0.3333333333333333"), (.number(.nan), "null"),
      (.string("a\"\\\n\u{1}é"), "\"a\\\"\\\\\\n\\u0001é\""), (.array([]), "[]"),
      (.object([]), "{}"),
      (
        ["b": .integer(1), "a": .array([.null, .bool(true)])],
        "{\n  \"b\": 1,\n  \"a\": [null, true]\n}"
      ),
    ]
    for (value, text) in values { #expect(JSONWriter.text(value) == text + "\n") }
  }
}
