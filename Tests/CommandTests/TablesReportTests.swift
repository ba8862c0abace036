import Foundation
import TestSupport
import Testing

@Suite("The tables of a study for a paper")
struct TablesReportTests {
  private static func write(
    _ kind: String, for audience: String = "researcher", as formats: String, _ place: Workplace
  ) throws {
    let answer = try place.run(
      "report", kind, "--for", audience, "--format", formats, "--out", "out")
    #expect(answer.status == 0, "\(answer.talk)")
  }

  private static func tables(_ place: Workplace, _ audience: String) throws -> [[String: Any]] {
    let data = Data(place.text("out/tables.2-maturing.\(audience).json").utf8)
    let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    return try #require(object?["tables"] as? [[String: Any]])
  }

  /// The tables that a page holds in Markdown, each as its lines.
  private static func tables(in page: String) -> [[Substring]] {
    page.split(separator: "\n", omittingEmptySubsequences: false)
      .split { !$0.hasPrefix("| ") }.map(Array.init)
  }

  @Test(
    "Each figure is one of the comparison's or of the methods report's",
    arguments: ["researcher", "working-group"])
  func same(audience: String) throws {
    let place = try MethodsReportTests.sample()
    for kind in ["compare", "methods"] { try Self.write(kind, for: audience, as: "md", place) }
    try Self.write("tables", for: audience, as: "json,csv,md", place)
    let pages =
      place.text("out/compare.2-maturing.\(audience).md") + place.text("out/methods.\(audience).md")
    let lines = Set(pages.split(separator: "\n"))
    let page = Self.tables(in: place.text("out/tables.2-maturing.\(audience).md"))
    let tables = try Self.tables(place, audience)
    #expect(page.count == tables.count)
    #expect(tables.map { $0["number"] as? Int } == Array(1...tables.count))
    // Matrices stand there under short names, and drawings are tables here alone.
    let same = page.filter { lines.contains($0[0]) }
    #expect(same.count > 5)
    for row in same.joined() { #expect(lines.contains(row), "\(row)") }
    // A row a cell but for the first of each row, which names it.
    let rows = tables.flatMap { $0["rows"] as? [[Any]] ?? [] }
    let csv = place.text("out/tables.2-maturing.\(audience).csv").split(separator: "\n")
    #expect(csv.count == 1 + rows.reduce(0) { $0 + $1.count - 1 })
  }

  @Test("Titles say what a table holds, and not what was found; they stay as they were looked at")
  func looked() throws {
    let place = try MethodsReportTests.sample()
    try Self.write("tables", as: "tex,json,md", place)
    let hash = /SHA-256 [0-9a-f]{64}/
    try Golden.check(
      place.text("out/tables.2-maturing.researcher.tex").replacing(hash, with: "SHA-256 HASH"),
      "reports/tables-sample.tex")
    try Golden.check(
      JSONShape.lines(of: place.text("out/tables.2-maturing.researcher.json")),
      "shapes/report-tables.txt")
    for table in try Self.tables(place, "researcher") {
      let title = try #require(table["title"] as? String)
      #expect(title.firstMatch(of: /\d+ of \d+|strength|concern|falls short/) == nil, "\(title)")
      #expect(place.text("out/tables.2-maturing.researcher.md").contains(". \(title)**"))
    }
  }
}
