import Foundation
import TestSupport
import Testing

@Suite("Numbers that others read are sums of the parts they read, or hidden")
struct TotalsTests {
  private func run(_ place: Workplace, _ folder: String) throws {
    let answer = try place.run(
      "report", "methods", "--for", "working-group", "--draft", "--format", "md,csv,json", "--out",
      folder)
    #expect(answer.status == 0, "\(answer.talk)")
  }

  private func part(_ place: Workplace, _ folder: String, _ name: String) throws -> [String: Any] {
    let data = Data(place.text("\(folder)/methods.working-group.draft.json").utf8)
    let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    return (json["figures"] as? [String: Any])?[name] as? [String: Any] ?? [:]
  }

  private func number(_ value: Any?) -> Int? {
    value as? Int ?? (value as? [String: Any])?["count"] as? Int
  }

  @Test("In the methods report: sources and people")
  func methods() throws {
    let place = try MethodsReportTests.sample()
    try run(place, "out")
    let material = try #require(try part(place, "out", "material")["rows"] as? [[String: Any]])
    let rows = material.filter { $0["case"] is String }
    let total = try #require(material.first { !($0["case"] is String) })
    for key in total.keys where key != "case" && key != "phase" && key != "roles" {
      guard let whole = number(total[key]) else { continue }
      #expect(whole == rows.compactMap { number($0[key]) }.reduce(0, +), "\(key)")
    }
    #expect(total["interviewees"] is NSNull, "people in two phases would follow")
    // The same in the table for spreadsheets.
    let csv = SheetTable(place.text("out/methods.working-group.draft.csv"))
    let lines = csv.rows.indices.filter {
      csv[$0, "section"] == "material" && csv[$0, "table"] == "rows"
    }
    let totals = lines.filter { csv[$0, "case"].isEmpty }
    #expect(totals.count > 5)
    for line in totals {
      guard let whole = Int(csv[line, "value"]) else { continue }
      let own = lines.filter { !csv[$0, "case"].isEmpty && csv[$0, "name"] == csv[line, "name"] }
      #expect(
        whole == own.compactMap { Int(csv[$0, "value"]) }.reduce(0, +), "\(csv[line, "name"])")
    }
  }

  @Test("Of coding, agreement and decisions there is no number")
  func agreement() throws {
    let place = try MethodsReportTests.sample()
    try run(place, "out")
    let coding = try part(place, "out", "coding")
    #expect(coding["codings"] == nil && coding["units"] == nil && coding["consensus"] != nil)
    #expect(try part(place, "out", "disagreements").isEmpty)
    #expect(try part(place, "out", "agreement").isEmpty)
  }

  @Test("What few sources hold, and what one coder alone read in few, changes nothing of it")
  func hiddenEvidence() throws {
    let place = try MethodsReportTests.sample()
    try run(place, "before")
    // A code of the coders' own in one source of a case that is shown, and more in the one source that
    // one coder read.
    let answer = try place.bring(
      "codings",
      """
      source,coder,code,start,end,weight
      bw-p1-2,ana,scribble,0,30,2
      bw-p1-2,ben,scribble,0,30,3
      bw-p1-2,ben,scribble,200,230,3
      nf-p6-1,ana,value.affirmation,5,44,1
      nf-p6-1,ana,scribble,50,64,

      """)
    #expect(answer.status == 0, "\(answer.talk)")
    try run(place, "after")
    for format in ["md", "csv", "json"] {
      // The hash of the study is another, as it should be.
      let texts = ["before", "after"].map { folder in
        place.text("\(folder)/methods.working-group.draft.\(format)")
          .replacing(#/[0-9a-f]{64}/#, with: "HASH")
          .replacing(#/study begins with [0-9a-f]{12}/#, with: "HASH")
      }
      #expect(texts[0] == texts[1] && !texts[0].isEmpty, "\(format)")
    }
  }
}
