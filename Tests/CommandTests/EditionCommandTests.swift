import Foundation
import TestSupport
import Testing

@Suite("Reports for others are editions, drafts are none, and what stands in the way is said")
struct EditionCommandTests {
  private static func answers(_ numbers: ClosedRange<Int>) -> String {
    "respondent,case,organization,wait\n" + numbers.map { "r\($0),north,,4\n" }.joined()
  }

  private static func begun() throws -> Workplace {
    let place = try Workplace.withStudy()
    #expect(try place.bring("survey", answers(1...8)).status == 0)
    return place
  }

  @Test("One late answer is refused with exit code 3, and no file is written")
  func refused() throws {
    let place = try Self.begun()
    let first = try place.run("report", "health", "north", "--out", "one")
    #expect(first.status == 0)
    #expect(try place.bring("survey", Self.answers(9...9), as: "late.csv").status == 0)
    let again = try place.run("report", "health", "north", "--out", "two", "--json")
    #expect(again.status == 3)
    let diagnostics = try #require(again.object["diagnostics"] as? [[String: Any]])
    #expect(diagnostics.map { $0["code"] as? String } == ["EDITION-001"])
    #expect(
      diagnostics.first?["message"] as? String
        == "north: 1 respondent came since edition 1 (health report for the convenor, 2026-04-14); the two, held side by side, would tell what they said"
    )
    #expect(
      (diagnostics.first?["remedy"] as? String)?.hasPrefix("Either wait for 9 more respondents")
        == true)
    #expect(
      !place.names.contains("two") || place.bytes("two/health-north.convenor.full.html") == nil)
    // The researcher reads at any time.
    #expect(try place.run("report", "health", "north", "--for", "researcher").status == 0)
    #expect(
      try place.run("report", "compare", "--for", "working-group").status == 3,
      "the working group may hold the convenor's page")
  }

  @Test("A report for others is told as the edition that it is, and a draft as none")
  func told() throws {
    let place = try Self.begun()
    let first = try place.run("report", "health", "north", "--out", "out")
    #expect(
      first.lines == [
        "Kept as edition 1, for the convenor: from now on a report that rests on a few people more or fewer waits ('covalence editions' lists them)."
      ])
    let json = try place.run("report", "health", "north", "--out", "out", "--json")
    #expect(json.object["edition"] as? Int == 1, "the same page again is the same edition")
    let draft = try place.run("report", "health", "north", "--draft", "--out", "out")
    #expect(draft.lines == ["A draft, to look at and not to hand on: no edition is kept."])
    let own = try place.run("report", "health", "north", "--for", "researcher", "--out", "out")
    #expect(own.lines == [])
    let unkept = try place.run("report", "compare", "--draft", "--out", "out", "--json")
    #expect(unkept.object["edition"] is NSNull)
  }

  @Test("A draft says so on every sheet and in every file, and is not kept")
  func draft() throws {
    let place = try Self.begun()
    let answer = try place.run(
      "report", "health", "north", "--draft", "--format", "html,md,json,csv", "--out", "out")
    #expect(answer.status == 0)
    let page = place.text("out/health-north.convenor.draft.full.html")
    #expect(page.contains("<title>Draft: "))
    #expect(page.contains("<b>Draft.</b>"))
    #expect(page.contains("@bottom-left{content:\"Draft – "))
    #expect(page.contains("body::before{content:\"Draft\";position:fixed"))
    #expect(place.text("out/health-north.convenor.draft.full.md").hasPrefix("> **Draft.**"))
    #expect(place.text("out/health-north.convenor.draft.json").contains("\"draft\": true"))
    let rows = place.text("out/health-north.convenor.draft.csv").split(separator: "\n")
    #expect(rows.first?.hasPrefix("draft,case,") == true)
    #expect(rows.dropFirst().allSatisfy { $0.hasPrefix("yes,north,") })
    let editions = try place.run("editions")
    #expect(editions.status == 0)
    #expect(editions.lines == ["Nothing was published yet for others than the researcher."])
    #expect(try place.run("report", "health", "north", "--out", "out").status == 0)
    #expect(!place.text("out/health-north.convenor.full.html").contains("Draft"))
  }

  @Test("Editions are listed, with the reason of one that was let out all the same")
  func listed() throws {
    let place = try Self.begun()
    try place.run("report", "health", "north", "--format", "html,md,json,csv")
    #expect(try place.bring("survey", Self.answers(9...9), as: "late.csv").status == 0)
    let answer = try place.run("report", "health", "north", "--republish", "the board asked")
    #expect(answer.status == 0)
    let list = try place.run("editions", "--json")
    let editions = try #require(list.object["editions"] as? [[String: Any]])
    #expect(editions.map { $0["edition"] as? Int } == [1, 2])
    #expect(editions.map { $0["report"] as? String } == ["health", "health"])
    #expect(editions.map { $0["for"] as? String } == ["convenor", "convenor"])
    #expect(editions.map { $0["republished"] as? String } == [nil, "the board asked"])
    let restsOn = editions.compactMap { ($0["restsOn"] as? [[String: Any]])?.first }
    #expect(restsOn.map { $0["answers"] as? Int } == [8, 9])
    #expect(restsOn.map { $0["interviewees"] as? Int } == [nil, nil])
    let table = try place.run("editions").output
    #expect(table.contains("the board asked"))
    #expect(!table.contains("p1"))
  }

  @Test(
    "What cannot be meant is refused",
    arguments: [
      ["--draft", "--republish", "so"], ["--for", "researcher", "--republish", "so"],
      ["--republish", " "],
    ])
  func wrongUse(options: [String]) throws {
    let place = try Self.begun()
    let answer = try place.run(["report", "health", "north"] + options)
    #expect(answer.status == 64)
    #expect(try place.run("editions").lines.count == 1)
  }
}

extension EditionCommandTests {
  @Test("Asked for all cases, what keeps one back keeps back no other")
  func all() throws {
    let place = try Workplace.withStudy()
    let south = (1...8).map { "s\($0),south,,3\n" }.joined()
    #expect(try place.bring("survey", Self.answers(1...8) + south).status == 0)
    let asked = ["report", "health", "--all", "--length", "brief", "--out"]
    #expect(try place.run(asked + ["one"]).lines.isEmpty == false)
    func names(_ folder: String) throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: place.path(folder)).sorted()
    }
    #expect(
      try names("one") == ["health-north.convenor.brief.html", "health-south.convenor.brief.html"])
    #expect(try place.bring("survey", Self.answers(9...9), as: "late.csv").status == 0)
    let again = try place.run(asked + ["two"])
    #expect(again.status == 3)
    #expect(again.talk.contains("north: 1 respondent came since edition 1"))
    #expect(try names("two") == ["health-south.convenor.brief.html"])
    #expect(again.output.contains("two/health-south.convenor.brief.html"))
    // One is named, or all are asked for.
    #expect(try place.run("report", "health").status == 64)
    #expect(try place.run("report", "health", "north", "--all").status == 64)
  }
}
