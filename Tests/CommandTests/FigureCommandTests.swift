import Foundation
import TestSupport
import Testing

@Suite("Figures through the command line")
struct FigureCommandTests {
  @Test(
    "The scoring fixtures come out exactly, under every rule",
    arguments: ["plain", "phased", "presence", "names", "pending"])
  func fixtures(_ name: String) throws {
    let folder = Fixtures.own.appending(path: "scoring/\(name)")
    let place = try Workplace()
    try place.run("init", "a.covalence", "--framework", "van-winkelen-2010")
    for kind in [
      "cases", "phases", "participants", "sources", "codings", "adjudications", "survey",
    ] {
      let path = folder.appending(path: "\(kind).csv").path
      guard kind != "phases" || FileManager.default.fileExists(atPath: path) else { continue }
      let answer = try place.run("import", kind, path)
      #expect(answer.status == 0, "\(kind): \(answer.talk)")
    }
    for rule in ["majority", "any", "unanimous"] {
      let answer = try place.run("score", "--consensus", rule, "--json")
      var expected = try #require(
        try JSONSerialization.jsonObject(
          with: Data(contentsOf: folder.appending(path: "expected-\(rule).json")))
          as? [String: Any])
      if let known = expected["dispersion"] as? [[String: Any]] {
        let found =
          try place.run("compare", "--consensus", rule, "--json").object["dispersion"]
          as? [[String: Any]]
        #expect(Self.dispersion(found ?? []) == known.map(Self.line).sorted())
      }
      expected["dispersion"] = nil
      var found = answer.object
      found["cases"] = (found["cases"] as? [[String: Any]])?.map { score in
        var score = score
        score["changes"] = Self.changes(score)
        return score
      }
      let differences = Self.differences(found, expected, at: rule)
      #expect(differences.isEmpty, "\(differences.count): \(differences.prefix(8))")
    }
  }

  /// What changed in a case since the phase before, in the words of the fixtures.
  private static func changes(_ score: [String: Any]) -> Any {
    guard let change = score["change"] as? [String: Any] else { return NSNull() }
    let rows = change["constructs"] as? [[String: Any]] ?? []
    return rows.filter { !($0["survey"] is NSNull) || !($0["interviews"] is NSNull) }.map { row in
      var told = row
      (told["from"], told["to"]) = (change["since"], score["phase"])
      if let survey = row["survey"] as? [String: Any] {
        let pairing = survey["pairing"] as? String
        told["survey"] = [
          "basis": pairing == "not paired" ? "unpaired" : pairing ?? "",
          "units": survey["n"] ?? NSNull(), "difference": survey["change"] ?? NSNull(),
          "interval": survey["interval"] ?? NSNull(), "clear": survey["clear"] ?? NSNull(),
          "paired": survey["byToken"] ?? NSNull(),
        ]
      }
      if let interviews = row["interviews"] as? [String: Any] {
        told["interviews"] = [
          "interviewees": interviews["n"] ?? NSNull(),
          "difference": interviews["change"] ?? NSNull(),
        ]
      }
      return told
    }
  }

  /// The lines of a dispersion, one a construct, stream and phase.
  private static func dispersion(_ found: [[String: Any]]) -> [String] {
    found.flatMap { item in
      (item["phases"] as? [[String: Any]] ?? []).map { phase in
        var row = phase
        (row["id"], row["stream"]) = (item["construct"], item["stream"])
        row["cv"] = phase["coefficientOfVariation"]
        return line(row)
      }
    }.sorted()
  }

  /// A dispersion with its figures to nine significant digits.
  private static func line(_ row: [String: Any]) -> String {
    let names = ["id", "stream", "phase"].map { row[$0] as? String ?? "" }
    let cases = (row["cases"] as? [String] ?? []).joined(separator: " ")
    let figures = ["sd", "range", "cv"].map { key in
      (row[key] as? NSNumber).map { String(format: "%.8e", $0.doubleValue + 0) } ?? "none"
    }
    return (names + [cases] + figures).joined(separator: ", ")
  }

  /// Where the answer lacks or contradicts what is expected; it may hold more.
  static func differences(_ found: Any?, _ expected: Any, at path: String) -> [String] {
    switch (found, expected) {
    case (let found as [String: Any], let expected as [String: Any]):
      return expected.keys.sorted().flatMap { key in
        differences(found[key], expected[key] ?? NSNull(), at: "\(path).\(key)")
      }
    case (let found as [Any], let expected as [Any]):
      guard found.count == expected.count else {
        return ["\(path): \(found.count) instead of \(expected.count)"]
      }
      return zip(byID(found), byID(expected)).enumerated().flatMap {
        differences($0.element.0, $0.element.1, at: "\(path)[\($0.offset)]")
      }
    case (is NSNull, is NSNull): return []
    case (let found as String, let expected as String):
      return found == expected ? [] : ["\(path): \(found) instead of \(expected)"]
    case (let found as NSNumber, let expected as NSNumber):
      return abs(found.doubleValue - expected.doubleValue) <= 1e-9
        ? [] : ["\(path): \(found) instead of \(expected)"]
    default: return ["\(path): \(found ?? "nothing") instead of \(expected)"]
    }
  }

  private static func byID(_ list: [Any]) -> [Any] {
    let ids = list.map { ($0 as? [String: Any])?["id"] as? String }
    guard !ids.contains(nil) else { return list }
    return zip(ids, list).sorted { ($0.0 ?? "") < ($1.0 ?? "") }.map(\.1)
  }

  private func coded() throws -> Workplace {
    let place = try Workplace.withStudy()
    _ = try place.bring(
      "codings",
      """
      source,coder,code,start,end,text,weight,memo
      n1,ana,pace.waiting,0,21,We wait for the last.,3,sure
      n1,ben,pace.waiting,0,20,,2,
      n1,ana,pace.route,38,55,The way is known.,1,

      """)
    _ = try place.bring("survey", "respondent,case,wait\nr1,north,4\nr2,north,4\nr3,north,\n")
    return place
  }

  @Test("A trace shows words, coders, places and answers")
  func trace() throws {
    let place = try coded()
    let words = try place.run("trace", "north", "pace.waiting")
    #expect(words.status == 0)
    for part in [
      "Waiting (pace.waiting) in north", "n1 0–21 pace.waiting: agreed (2 of 2), supporting",
      "    ana: We wait for the last.", "      memo: sure", "      import 4, row 2",
      "wait: 2 answered 4, 1 gave no answer",
    ] {
      #expect(words.output.contains(part), "\(part) is not in\n\(words.output)")
    }
    let answer = try place.run("trace", "north", "pace", "--json")
    #expect(answer.object["ok"] as? Bool == true)
    #expect(answer.object["construct"] as? String == "pace")
    let units = try #require(answer.object["units"] as? [[String: Any]])
    #expect(units.map { $0["code"] as? String } == ["pace.waiting", "pace.route"])
    #expect(units.map { $0["state"] as? String } == ["agreed", "unresolved"])
    let unit = try #require(units.first)
    #expect(
      Set(unit.keys) == [
        "source", "start", "end", "code", "codedAs", "state", "votes", "handedIn", "weight",
        "valence", "codings", "decision",
      ])
    #expect(unit["weight"] as? Double == 2.5)
    #expect(unit["decision"] is NSNull)
    let codings = try #require(unit["codings"] as? [[String: Any]])
    #expect(
      codings.map { $0["text"] as? String } == ["We wait for the last", "We wait for the last."])
    let answers = try #require(answer.object["answers"] as? [[String: Any]])
    let waiting = try #require(answers.first { $0["item"] as? String == "wait" })
    #expect(waiting["points"] as? [String: Int] == ["4": 2])
    #expect(waiting["missing"] as? Int == 1)
    #expect(waiting["phase"] is NSNull)
  }

  @Test("An unknown case or construct names the nearest")
  func unknown() throws {
    let place = try coded()
    let noCase = try place.run("trace", "nort", "pace")
    #expect(noCase.status == 65)
    #expect(
      noCase.lines == [
        "error: There is no case \"nort\" in the study. Did you mean \"north\"? [CASE-001]"
      ])
    let noConstruct = try place.run("trace", "north", "pace.waitin")
    #expect(noConstruct.status == 65)
    #expect(
      noConstruct.lines == [
        "error: There is no construct \"pace.waitin\" in \"small\". Did you mean \"pace.waiting\"? 'covalence framework show' lists those of a framework. [CONSTRUCT-001]"
      ])
    let score = try place.run("score", "--case", "elsewhere")
    #expect(score.status == 65)
    #expect(
      score.lines == [
        "error: There is no case \"elsewhere\" in the study. It has \"north\", \"south\". [CASE-001]"
      ])
  }

  @Test("A sixth framework: listed by folder, shown, checked, scored")
  func framework() throws {
    let place = try coded()
    let show = try place.run("framework", "show", Workplace.small, "--json")
    #expect(show.object["id"] as? String == "small")
    #expect((show.object["constructs"] as? [Any])?.count == 8)
    let construct = try #require((show.object["constructs"] as? [[String: Any]])?.first)
    #expect(construct["plainName"] is String)
    #expect(construct["parent"] is NSNull)
    #expect(
      try place.run("framework", "show", Workplace.small).output.contains("pace.waiting: Waiting"))
    let valid = try place.run("framework", "validate", Workplace.small, "--json")
    #expect(valid.status == 0)
    #expect(valid.object["framework"] as? String == "small")
    let list = try place.run("framework", "list", "--json")
    let ids = (list.object["frameworks"] as? [[String: Any]])?.map { $0["id"] as? String }
    #expect(ids?.contains("van-winkelen-2010") == true)
    let score = try place.run("score", "--json", "--case", "north")
    let cases = try #require(score.object["cases"] as? [[String: Any]])
    #expect(cases.map { $0["case"] as? String } == ["north"])
    #expect(cases.first?["phase"] is NSNull)
    let none = try place.run("framework", "validate", "none")
    #expect(none.status == 66)
    #expect(none.lines == ["error: There is no folder none. Check the path. [INPUT-001]"])
  }

  @Test("A framework with a mistake is refused by its line")
  func mistake() throws {
    let place = try Workplace()
    try place.copySmallFramework(to: "small")
    try place.write(
      "small/framework.yaml",
      place.text("small/framework.yaml").replacing(
        "Waits: pace.waiting", with: "Waits: pace.waitng"))
    let answer = try place.run("framework", "validate", "small")
    #expect(answer.status == 65)
    #expect(answer.talk.contains("small/framework.yaml:"))
    #expect(answer.talk.contains("pace.waitng"))
    #expect(try place.run("init", "a.covalence", "--framework", "small").status == 65)
    #expect(place.names == ["small"])
  }
}

@Suite("Check finds what is wrong with a study and what waits for somebody")
struct CheckCommandTests {
  @Test("A study that is well")
  func well() throws {
    let place = try Workplace.withStudy()
    let before = place.study
    let words = try place.run("check")
    #expect(words.status == 0)
    #expect(words.output == "The study is well: nothing was found.\n")
    let json = try place.run("check", "--json")
    #expect(json.object["ok"] as? Bool == true)
    #expect(json.object["isWell"] as? Bool == true)
    #expect((json.object["findings"] as? [Any])?.isEmpty == true)
    #expect(place.study == before)
  }

  @Test("Everything at once")
  func all() throws {
    let place = try Workplace.withStudy()
    _ = try place.bring(
      "codings",
      """
      source,coder,code,start,end,text
      n1,ana,pace.waiting,0,21,
      n1,ana,weather,38,55,
      n1,ben,weather,38,55,
      n2,ana,pace.route,3,7,went
      n9,ana,pace.route,3,7,

      """, ["--keep-good"])
    _ = try place.bring(
      "adjudications",
      "source,start,end,code,decision,by,at,reason\nn1,1,9,gain,reject,eve,2026-04-01,no\n")
    try place.write("talks/n1.txt", "The way is known. We wait.")
    try place.write("talks/n2.txt", "We wait.")
    _ = try place.bring(
      "sources",
      """
      source,case,participant,phase,coders,read,file
      n1,north,p1,,ana;ben,ana;ben,talks/n1.txt
      n2,north,p2,,ana,ana,talks/n2.txt

      """)
    let answer = try place.run("check")
    #expect(answer.status == 3)
    #expect(
      answer.output == """
        One coded segment is not in the newest transcript of its source. Code it again there.
          n1, version 1, 0 to 21: We wait for the last.
        The words of one segment are not those of its transcript. Either import the transcript that was coded, or take the codings back and give other places.
          n2, 3 to 7: went
        Half of the coders put one code where the others did not. Decide on it: it counts for nothing until then. 'covalence adjudicate queue' lists them.
          n1, 0 to 21, pace.waiting: "ana" of "ana", "ben"
        One decision to change or reject meets no coded unit. Correct its source, code, start or end. 'covalence adjudicate log' shows decisions.
          n1, 1 to 9, gain: reject by eve at 2026-04-01
        One row did not come in. Mend it in the file of rejected rows, or in its own, and import that; or remove it from its own and import that again. 'covalence imports' lists the imports.
          import 4, codings from codings.csv: 1 of 5 rows
        One code is not in "small" and counts for no construct. Either map it in the framework or leave it.
          weather: 2 codings

        """)
    let json = try place.run("check", "--json")
    #expect(json.status == 3)
    let findings = try #require(json.object["findings"] as? [[String: Any]])
    #expect(
      findings.map { $0["name"] as? String } == [
        "lostSegments", "otherWords", "unresolved", "decisionsWithoutEffect", "rejectedRows",
        "unmappedCodes",
      ])
    #expect(findings.map { $0["count"] as? Int } == [1, 1, 1, 1, 1, 1])
  }
}
