import Foundation
import TestSupport
import Testing

@Suite("A comparison of many cases")
struct ManyCasesTests {
  /// So many cases in four regions, each with six answers.
  private func study(_ count: Int) throws -> Workplace {
    let place = try Workplace()
    let ids = (0..<count).map { "c\($0)" }
    // Capitals make no group another.
    let regions = ["north", "south", "east", "west", "NORTH", "south", "east", "west"]
    try place.write(
      "cases.csv",
      "case,name,region,founded\n"
        + ids.enumerated().map { "\($1),Place \($0),\(regions[$0 % 8]),\(1950 + $0)\n" }.joined())
    let items = ["learning.acquiring.1", "learning.acquiring.2", "learning.using.1"]
    try place.write(
      "survey.csv",
      "respondent,case," + items.joined(separator: ",") + "\n"
        + ids.enumerated().flatMap { place, id in
          (0..<6).map { person in
            "r\(place)-\(person),\(id),\(1 + (place + person) % 5),\(1 + place % 5),\(1 + person % 5)\n"
          }
        }.joined())
    for arguments in [
      ["init", "s.covalence", "--framework", "hartley-rashman-2018"],
      ["import", "cases", "cases.csv"], ["import", "survey", "survey.csv"],
    ] {
      let answer = try place.run(arguments)
      #expect(answer.status == 0, "\(answer.talk)")
    }
    return place
  }

  private func page(_ place: Workplace, _ options: String...) throws -> String {
    let answer = try place.run(
      ["report", "compare", "--for", "researcher", "--format", "md", "--out", "out"] + options)
    #expect(answer.status == 0, "\(answer.talk)")
    return place.text("out/compare.researcher.md")
  }

  @Test("Of 20 each has a row, in its group")
  func rows() throws {
    let page = try page(study(20), "--group-by", "region")
    #expect(page.contains("Cases are grouped by region"))
    #expect(page.contains("| Group | Case | Acquiring learning | Using learning |"))
    #expect(page.contains("| North | Place 0 | "))
    #expect(!page.contains("Place 0 | Place 1"))
    // In the north stand places 0, 4, 8, 12 and 16, whose levels are 21, 79, 65, 50 and 35.
    #expect(page.contains("by region: the case in the middle of each group"))
    #expect(page.contains("North (5 cases)"))
    #expect(page.firstMatch(of: /\| Acquiring learning \|[^\n]*50 \(21 to 79\)/) != nil, "\(page)")
  }

  @Test("Groups have their figures on the terminal and in JSON, too")
  func groups() throws {
    let place = try study(20)
    let text = try place.run("compare", "--group-by", "region")
    #expect(text.output.contains("By region: the median score of each group's cases"))
    let answer = try place.run("compare", "--group-by", "region", "--json").object
    #expect(answer["groupedBy"] as? String == "region")
    let groups = try #require(answer["groups"] as? [[String: Any]])
    let north = try #require(groups.firstIndex { $0["value"] as? String == "North" })
    #expect(groups[north]["cases"] as? [String] == ["c0", "c4", "c8", "c12", "c16"])
    let row = try #require(
      (answer["rows"] as? [[String: Any]])?.first {
        $0["construct"] as? String == "learning.acquiring"
      })
    let spread = try #require((row["groups"] as? [[String: Any]])?[north])
    #expect(spread["scored"] as? Int == 5)
    let exact = ["lowest": 125.0 / 6, "median": 50, "highest": 475.0 / 6]
    for (key, value) in exact {
      #expect(abs(try #require(spread[key] as? Double) - value) < 1e-9, "\(key)")
    }
    let plain = try place.run("compare", "--json").object
    #expect(plain["groups"] is NSNull && plain["groupedBy"] is NSNull)
  }

  @Test("Of 70 none is named in the figures, and no list has more than eight names")
  func spread() throws {
    let page = try page(study(70), "--group-by", "region")
    #expect(page.contains("| Construct | Region | Cases | Lowest | Lower quartile | Median |"))
    #expect(page.contains("| North | 18 | 18 |"))
    for line in page.split(separator: "\n") {
      #expect(line.matches(of: /Place \d+/).count <= 9, "\(line)")
    }
  }

  @Test("What has too many values groups nothing; the terminal tells how many cases lie")
  func refused() throws {
    let place = try study(21)
    let answer = try place.run(
      "report", "compare", "--for", "researcher", "--group-by", "founded", "--out", "out")
    #expect(answer.status == 65 && answer.talk.contains("21 different values"), "\(answer.talk)")
    let unknown = try place.run("compare", "--group-by", "regoin")
    #expect(unknown.status == 65 && unknown.talk.contains("Did you mean \"region\"?"))
    let text = try place.run("compare")
    #expect(text.output.contains("quartile") && !text.output.contains("Place 1"))
  }
}
