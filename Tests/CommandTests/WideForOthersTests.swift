import Foundation
import TestSupport
import Testing

@Suite("Few or small organizations, and the way out that the researcher's guide gives")
struct WideForOthersTests {
  @Test(
    "check names the cases that are; with respondents of equal weight their intervals are as it said"
  )
  func named() throws {
    let place = try Workplace()
    try place.run("init", "s.covalence", "--framework", "van-winkelen-2010", "--title", "Small")
    try place.write("cases.csv", "case,name\nfew,Few\nmany,Many\n")
    #expect(try place.run("import", "cases", "cases.csv").status == 0)
    var rows = "respondent,case,organization,value.tangible.1,value.operational.1\n"
    for (name, organizations, each) in [("few", 4, 4), ("many", 12, 8)] {
      for person in 0..<organizations * each {
        rows +=
          "\(name)-\(person),\(name),\(name)-org-\(person % organizations),\(1 + person * 7 % 5),\(1 + person * 3 % 5)\n"
      }
    }
    try place.write("survey.csv", rows)
    #expect(try place.run("import", "survey", "survey.csv").status == 0)
    var notes = try place.run("check").lines.filter { $0.contains("SURVEY-007") }
    #expect(notes.count == 1)
    #expect(notes.first?.contains("most levels of Few with intervals of up to ±50") == true)
    #expect(notes.first?.contains("equal weight would give ±20") == true)

    let own = place.path("my/van-winkelen-2010")
    try FileManager.default.createDirectory(
      atPath: place.path("my"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: Fixtures.root.appending(path: "instruments/van-winkelen-2010").path, toPath: own)
    func replace(_ file: String, _ old: String, _ new: String) throws {
      let text = place.text("my/van-winkelen-2010/\(file)")
      #expect(text.contains(old))
      try place.write("my/van-winkelen-2010/\(file)", text.replacing(old, with: new))
    }
    try replace("scoring.yaml", "weighting: organizations", "weighting: respondents")
    try replace("framework.yaml", "version: 1.4", "version: 1.99")
    #expect(try place.run("framework", "update", "my/van-winkelen-2010").status == 0)
    notes = try place.run("check").lines.filter { $0.contains("SURVEY-007") }
    #expect(notes.isEmpty)
    let answer = try place.run(
      "report", "health", "few", "--for", "convenor", "--format", "json", "--out", "out")
    #expect(answer.status == 0, "\(answer.talk)")
    let report = place.text("out/health-few.convenor.json").filter { !$0.isWhitespace }
    #expect(report.contains("\"about\":20"))
    #expect(!report.contains("\"about\":50"))
  }
}
