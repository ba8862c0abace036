import Foundation
import TestSupport
import Testing

@Suite("A round of two coders: queue, sheet, decisions, scores, log, and back")
struct DisagreementRoundTests {
  /// The sample study as its coders left it, nothing decided.
  private static func undecided() throws -> Workplace {
    let place = try Workplace()
    let data = Fixtures.root.appending(path: "data/sample-study").path
    #expect(
      try place.run("init", "sample.covalence", "--framework", "van-winkelen-2010").status == 0)
    for kind in ["cases", "participants", "phases", "sources", "codings", "survey"] {
      let answer = try place.run("import", kind, "\(data)/\(kind).csv")
      #expect(answer.status == 0, "\(answer.talk)")
    }
    return place
  }

  private static func units(_ place: Workplace, _ options: String...) throws -> [[String: Any]] {
    let answer = try place.run(["adjudicate", "queue", "--json"] + options)
    #expect(answer.status == 0, "\(answer.talk)")
    return answer.object["units"] as? [[String: Any]] ?? []
  }

  private static func outcome(_ unit: [String: Any], _ choice: String) -> [String: Any]? {
    let effect = unit["effect"] as? [String: Any]
    return (effect?["outcomes"] as? [[String: Any]])?.first { $0["choice"] as? String == choice }
  }

  /// The score and band of a construct in a case and phase, by `score --json`.
  private static func score(
    _ scores: Workplace.Answer, _ unit: [String: Any]
  ) -> [String: Any]? {
    let cases = scores.object["cases"] as? [[String: Any]]
    let one = cases?.first {
      $0["case"] as? String == unit["case"] as? String
        && $0["phase"] as? String == unit["phase"] as? String
    }
    let construct = (unit["effect"] as? [String: Any])?["construct"] as? String
    return (one?["constructs"] as? [[String: Any]])?.first { $0["id"] as? String == construct }
  }

  private static func log(_ place: Workplace) throws -> [[String: Any]] {
    try place.run("adjudicate", "log", "--json").object["decisions"] as? [[String: Any]] ?? []
  }

  /// The figures of agreement as the report of a case gives them, a row a group of codes.
  private static func agreement(_ place: Workplace) throws -> [String] {
    let answer = try place.run(
      "report", "health", "brackwater", "--for", "researcher", "--format", "json", "--out",
      "reports")
    #expect(answer.status == 0, "\(answer.talk)")
    let report = try JSONSerialization.jsonObject(
      with: Data(place.text("reports/health-brackwater.2-maturing.researcher.json").utf8))
    return try rows(with: "alpha", in: report).map { row in
      let data = try JSONSerialization.data(withJSONObject: row, options: .sortedKeys)
      return String(decoding: data, as: UTF8.self)
    }
  }

  /// All objects that have a key, wherever they stand.
  private static func rows(with key: String, in value: Any) -> [[String: Any]] {
    if let list = value as? [Any] { return list.flatMap { rows(with: key, in: $0) } }
    guard let object = value as? [String: Any] else { return [] }
    if object[key] != nil { return [object] }
    return object.sorted { $0.key < $1.key }.flatMap { rows(with: key, in: $0.value) }
  }

  @Test("What would change a score most comes first, with all that is needed to decide")
  func queue() throws {
    let place = try Self.undecided()
    let units = try Self.units(place)
    #expect(units.count > 40)
    let changes = units.map { ($0["effect"] as? [String: Any])?["change"] as? Double ?? -1 }
    #expect(changes == changes.sorted(by: >))
    #expect((changes.first ?? 0) > 0)
    for unit in units {
      #expect((unit["coders"] as? [Any])?.count == 2)
      #expect((unit["kinds"] as? [String])?.isEmpty == false)
      #expect(unit["decision"] is NSNull)
      // The words are those at the place, with those around them.
      let text = try #require(unit["text"] as? String)
      let length = (unit["end"] as? Int ?? 0) - (unit["start"] as? Int ?? 0)
      #expect(text.unicodeScalars.count == length)
      let before = try #require(unit["before"] as? String)
      #expect(before.unicodeScalars.count <= 121)
      let source = try #require(unit["source"] as? String)
      let transcript = try String(
        contentsOf: Fixtures.root.appending(path: "data/sample-study/sources/\(source).txt"),
        encoding: .utf8)
      #expect(transcript.contains(text))
    }
    let onlyCode = try Self.units(place, "--kind", "code", "--case", "brackwater", "--limit", "3")
    #expect((1...3).contains(onlyCode.count))
    for unit in onlyCode {
      #expect(unit["case"] as? String == "brackwater")
      #expect((unit["kinds"] as? [String])?.contains("code") == true)
    }
    let words = try place.run("adjudicate", "queue", "--limit", "2")
    #expect(words.output.hasPrefix("1. "))
    #expect(words.output.contains("\n   now "))
    #expect(words.talk.contains("open ones are not shown"))
    #expect(try place.run("adjudicate", "queue", "--case", "brackwatre").status == 65)
  }

  @Test("One decision makes the score that the queue foretold")
  func foretold() throws {
    let place = try Self.undecided()
    let units = try Self.units(place, "--limit", "3")
    for (index, unit) in units.enumerated() {
      #expect(try place.run("adjudicate", "export", "meeting.csv", "--force").status == 0)
      var sheet = SheetTable(place.text("meeting.csv"))
      let row = try #require(
        sheet.rows.indices.first {
          sheet[$0, "source"] == unit["source"] as? String
            && sheet[$0, "code"] == unit["code"] as? String
            && sheet[$0, "start"] == "\(unit["start"] as? Int ?? -1)"
        })
      sheet[row, "decision"] = "accept"
      sheet[row, "reason"] = "read together"
      try place.write("filled.csv", sheet.text)
      let answer = try place.run(
        "adjudicate", "import", "filled.csv", "--by", "ana and ben", "--at", "2026-04-1\(index)",
        "--json")
      #expect(answer.status == 0, "\(answer.output)")
      let score = try #require(Self.score(try place.run("score", "--json"), unit))
      let foretold = try #require(Self.outcome(unit, "accept"))
      #expect(score["score"] as? Double == foretold["score"] as? Double)
      #expect(score["band"] as? String == foretold["band"] as? String)
      let number = try #require(answer.object["import"] as? Int)
      #expect(try place.run("undo-import", "\(number)").status == 0)
    }
  }

  @Test("The full round: sheet, decisions, scores, a second decision, log, undo")
  func round() throws {
    let place = try Self.undecided()
    let scoresBefore = try place.run("score", "--json").output
    let agreementBefore = try Self.agreement(place)
    #expect(agreementBefore.count > 1)
    let exported = try place.run("adjudicate", "export", "meeting.csv", "--json")
    #expect(exported.status == 0)
    var sheet = SheetTable(place.text("meeting.csv"))
    #expect(exported.object["rows"] as? Int == sheet.rows.count)
    for name in ["decision", "by", "at", "reason", "new code", "weight", "valence"] {
      #expect(sheet.rows.indices.allSatisfy { sheet[$0, name].isEmpty })
    }
    for row in 0..<9 {
      sheet[row, "decision"] = ["accept", "reject", "change"][row % 3]
      if row % 3 == 2 { sheet[row, "weight"] = "1" }
      sheet[row, "reason"] = "reason \(row)"
    }
    try place.write("filled.csv", sheet.text)
    let options = ["--by", "ana and ben", "--at", "2026-04-14T10:00:00Z", "--json"]
    let answer = try place.run(["adjudicate", "import", "filled.csv"] + options)
    #expect(answer.status == 0, "\(answer.output)")
    #expect(answer.object["kept"] as? Int == 9)
    let skipped = (answer.object["skipped"] as? [[String: Any]])?.first
    #expect(skipped?["kind"] as? String == "undecided")
    #expect(skipped?["count"] as? Int == sheet.rows.count - 9)
    #expect((answer.object["keptColumns"] as? [Any])?.isEmpty == true)

    #expect(try place.run("score", "--json").output != scoresBefore)
    #expect(try Self.agreement(place) == agreementBefore)
    let left = try place.run("adjudicate", "queue", "--json").object
    #expect(left["open"] as? Int == sheet.rows.count - 9)
    #expect(left["decided"] as? Int == 9)

    // The next week one of them is seen otherwise.
    var again = SheetTable(sheet.text)
    again.rows = [sheet.rows[0]]
    again[0, "decision"] = "reject"
    again[0, "by"] = "eve"
    again[0, "at"] = "2026-04-21T10:00:00Z"
    try place.write("again.csv", again.text)
    let second = try place.run("adjudicate", "import", "again.csv", "--json")
    #expect(second.status == 0)
    #expect(second.output.contains("ADJUDICATIONS-010"))
    let log = try Self.log(place)
    #expect(log.count == 10)
    #expect(log.map { $0["standing"] as? String }.filter { $0 == "stands" }.count == 9)
    #expect(log[0]["standing"] as? String == "superseded")
    #expect(log[0]["supersededBy"] as? Int == log[9]["number"] as? Int)
    #expect((log[9]["before"] as? [String: Any])?["state"] as? String == "accepted")
    #expect((log[9]["after"] as? [String: Any])?["state"] as? String == "rejected")
    #expect((log[0]["decision"] as? [String: Any])?["by"] as? String == "ana and ben")
    #expect((log[0]["decision"] as? [String: Any])?["reason"] as? String == "reason 0")
    #expect(log[0]["row"] as? Int == 2)
    #expect(log[0]["file"] as? String == "filled.csv")
    #expect(try Self.agreement(place) == agreementBefore)

    for answer in [second, answer] {
      let number = try #require(answer.object["import"] as? Int)
      #expect(try place.run("undo-import", "\(number)").status == 0)
    }
    #expect(try place.run("score", "--json").output == scoresBefore)
    let after = try place.run("adjudicate", "log", "--json").object
    #expect((after["decisions"] as? [Any])?.isEmpty == true)
    let takenBack = try #require(after["takenBack"] as? [[String: Any]])
    #expect(takenBack.map { $0["decisions"] as? Int } == [9, 1])
    let rows = try takenBack.map { try #require($0["rows"] as? [[String: Any]]) }
    #expect(rows.map(\.count) == [9, 1])
    for key in ["source", "case", "start", "end", "code", "row"] {
      #expect("\(rows[0][0][key] ?? "")" == "\(log[0][key] ?? "")", "\(key)")
    }
    let first = try #require(rows[0][0]["decision"] as? NSDictionary)
    #expect(first == log[0]["decision"] as? NSDictionary)
    #expect((rows[1][0]["decision"] as? [String: Any])?["by"] as? String == "eve")
    let words = try place.run("adjudicate", "log").output
    #expect(words.contains("   taken back: "))
    #expect(words.contains("   eve on 2026-04-21T10:00:00Z: reason 0"))
  }
}
