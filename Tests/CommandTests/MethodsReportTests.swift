import Foundation
import TestSupport
import Testing

@Suite("The methods report, from the command line")
struct MethodsReportTests {
  /// The sample study, all of it.
  static func sample() throws -> Workplace {
    let place = try Workplace()
    let data = Fixtures.root.appending(path: "data/sample-study").path
    try place.run(
      "init", "sample.covalence", "--framework", "van-winkelen-2010", "--title", "Sample study")
    for kind in [
      "cases", "participants", "phases", "sources", "codings", "adjudications", "survey", "invited",
    ] {
      let answer = try place.run("import", kind, "\(data)/\(kind).csv")
      #expect(answer.status == 0, "\(answer.talk)")
    }
    return place
  }

  /// A study small enough to be counted by hand: six units that anybody marked in the one source
  /// that two coders read, five of them disputed.
  private static func counted() throws -> Workplace {
    let place = try Workplace.withStudy()
    var answer = try place.bring(
      "codings",
      """
      source,coder,code,start,end,text,weight
      n1,ana,pace.waiting,0,21,We wait for the last.,2
      n1,ben,pace.waiting,0,21,We wait for the last.,3
      n1,ana,Weather,0,21,We wait for the last.,
      n1,ana,pace.waiting,22,37,We always wait.,2
      n1,ben,pace.waiting,22,37,We always wait.,2
      n1,ana,pace.route,38,55,The way is known.,
      n1,ben,pace.waiting,38,55,The way is known.,
      n1,ana,gain.fitness,56,76,Everyone comes home.,
      n2,ana,pace.route,0,10,Never lost,

      """)
    #expect(answer.status == 0, "\(answer.talk)")
    // The third is replaced by the fourth; nobody coded the fifth; the sixth meets no unit.
    answer = try place.bring(
      "adjudications",
      """
      source,start,end,code,decision,by,at,reason
      n1,38,55,pace.route,accept,ana and ben,2026-04-01T10:00:00Z,read together
      n1,38,55,pace.waiting,reject,ana and ben,2026-04-01T10:05:00Z,read together
      n1,56,76,gain.fitness,reject,ana,2026-04-02T10:00:00Z,not about it
      n1,56,76,gain.fitness,accept,ana and ben,2026-04-03T10:00:00Z,it is after all
      n1,56,76,gain.company.new,accept,ana and ben,2026-04-03T10:05:00Z,everyone
      n1,0,21,pace.route,reject,ben,2026-04-03T10:10:00Z,not there

      """)
    #expect(answer.status == 0, "\(answer.talk)")
    answer = try place.bring(
      "adjudications",
      """
      source,start,end,code,decision,by,at,reason
      n1,0,21,Weather,accept,ben,2026-04-04T10:00:00Z,hasty

      """, as: "hasty.csv")
    #expect(answer.status == 0, "\(answer.talk)")
    #expect(try place.run("undo-import", "6").status == 0)
    // The last row's answer lies outside the scale.
    answer = try place.bring(
      "survey",
      """
      respondent,case,organization,role,gain.fitness.1,gain.fitness.2,gain.company.new.1,wait
      r1,north,Club,participant,4,2,5,4
      r2,north,Hut,participant,5,1,4,3
      r3,north,,participant,3,3,,5
      r4,south,Club,participant,9,1,1,1

      """, ["--keep-good"])
    #expect(answer.status == 3, "\(answer.talk)")
    answer = try place.bring("invited", "case,organization,phase,invited\nnorth,,,5\n")
    #expect(answer.status == 0, "\(answer.talk)")
    return place
  }

  private static func json(_ place: Workplace, _ options: String...) throws -> [String: Any] {
    let isForOthers = options.contains("working-group")
    let answer = try place.run(
      ["report", "methods", "--format", "json", "--out", "out"] + options
        + (isForOthers ? [] : ["--replicates", "200"]))
    #expect(answer.status == 0, "\(answer.talk)")
    let name = isForOthers ? "methods.working-group" : "methods.researcher"
    let data = Data(place.text("out/\(name).json").utf8)
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private static func part(_ report: [String: Any], _ name: String) -> [String: Any] {
    (report["figures"] as? [String: Any])?[name] as? [String: Any] ?? [:]
  }

  private static func rows(_ part: [String: Any], _ table: String) -> [[String: Any]] {
    part[table] as? [[String: Any]] ?? []
  }

  private static func number(_ value: Any?) -> Int? {
    value as? Int ?? (value as? [String: Any])?["count"] as? Int
  }

  @Test("the report of the sample study stays as it was looked at")
  func sampleStudy() throws {
    let place = try Self.sample()
    for (audience, name, golden) in [
      ("researcher", "methods.researcher", "methods-researcher"),
      ("working-group", "methods.working-group", "methods"),
    ] {
      let answer = try place.run(
        ["report", "methods", "--for", audience, "--format", "html,md,csv,json", "--out", "out"]
          + (audience == "researcher" ? ["--replicates", "200"] : []))
      #expect(answer.status == 0, "\(answer.talk)")
      // The key of the study's hash for others is another in every study.
      let data = Data(place.text("out/\(name).json").utf8)
      let json = try JSONSerialization.jsonObject(with: data) as? [String: Any]
      let key = (json?["study"] as? [String: Any])?["hmacSha256"] as? String ?? "none"
      func unkeyed(_ text: String) -> String {
        text.replacing(key, with: "KEYED").replacing(key.prefix(12), with: "KEYED")
      }
      try Golden.check(unkeyed(place.text("out/\(name).md")), "reports/\(golden)-sample.md")
      try Golden.check(head: unkeyed(place.text("out/\(name).csv")), "tables/\(golden).csv")
      try Golden.check(
        JSONShape.lines(of: place.text("out/\(name).json")), "shapes/report-\(golden).txt")
    }
  }

  @Test("agreement, disputes and sensitivity are those of the other commands")
  func sameFigures() throws {
    let place = try Self.sample()
    let report = try Self.json(place)
    let agree = try place.run("agree", "--json", "--replicates", "200").object
    let figures = agree["figures"] as? [[String: Any]] ?? []
    let alpha = figures.first { $0["name"] as? String == "alphaNominal" }
    let agreement = Self.part(report, "agreement")
    #expect(agreement["alpha"] as? Double == alpha?["value"] as? Double)
    #expect(agreement["alpha"] is Double)
    let interval = ["alphaLow", "alphaHigh"].compactMap { agreement[$0] as? Double }
    #expect(interval == alpha?["interval"] as? [Double])
    let disputes = agree["disagreements"] as? [String: Any]
    let part = Self.part(report, "disagreements")
    for name in ["units", "disputed", "open"] {
      #expect(part[name] as? Int == disputes?[name] as? Int, "\(name)")
    }
    let open = Self.rows(part, "openByCode").compactMap { $0["open"] as? Int }
    #expect(open.reduce(0, +) == disputes?["open"] as? Int)
    let changes =
      try place.run("score", "--sensitivity", "--json").object["changes"] as? [[String: Any]] ?? []
    for row in Self.rows(part, "otherRules") {
      let rule = row["rule"] as? String ?? ""
      let bands = changes.compactMap { $0["bands"] as? [String: Any] }.filter {
        $0[rule] as? String != $0["majority"] as? String
      }.count
      #expect(row["bandsChanged"] as? Int == bands, "\(row)")
      #expect((row["scoresChanged"] as? Int ?? 0) >= (row["bandsChanged"] as? Int ?? 1))
    }
    #expect(Self.rows(part, "otherRules").count == 2)
  }

  @Test("units disputed, decided and open are as counted by hand")
  func decisions() throws {
    let report = try Self.json(Self.counted())
    let part = Self.part(report, "disagreements")
    let expected = [
      "units": 6, "disputed": 5, "settled": 3, "accepted": 2, "rejected": 1, "changed": 0,
      "open": 2, "leftOut": 1, "decisionsInAll": 6, "decisionsInForce": 4, "decisionsElsewhere": 1,
      "decisionsTakenBack": 1,
    ]
    for (name, count) in expected {
      #expect(part[name] as? Int == count, "\(name): \(String(describing: part[name]))")
    }
    #expect(part["decidedWhen"] as? String == "From 1 April 2026 to 3 April 2026")
    #expect(part["decidedBy"] as? String == "ana (1), ana and ben (4) and ben (1)")
    let kinds = Self.rows(part, "kinds").map { row in
      ["disputed", "accepted", "rejected", "changed", "open"].map { row[$0] as? Int }
    }
    #expect(kinds == [[2, 1, 0, 0, 1], [2, 1, 1, 0, 0], [1, 0, 0, 0, 1], [0, 0, 0, 0, 0]])
    let log = Self.rows(part, "decisions").map { row in
      ["inForce", "superseded", "withoutEffect"].map { row[$0] as? Int }
    }
    #expect(log == [[3, 0, 0], [1, 1, 1], [0, 0, 0]])
    let open = Self.rows(part, "openByCode").map {
      "\($0["code"] ?? "") \($0["open"] ?? "") \($0["atHalf"] ?? "")"
    }
    #expect(open == ["Weather 1 1", "pace.waiting 1 0"])
    let words = try #require(report["words"] as? [String]).joined(separator: "\n")
    #expect(
      words.contains(
        "Coders differed on 5 of 6 units that anybody marked in these sources: 2 on whether to mark it, 2 on the code and 1 on the weight. 3 units were settled by a decision from 1 April 2026 to 3 April 2026: 2 accepted and 1 rejected. 1 decision was later replaced. 2 units are open, on Weather (1) and waiting (1). 1 unit at exactly half of the coders is left out of scores."
      ))
  }

  @Test("material, coding, survey, rules and imports are as counted by hand")
  func counts() throws {
    let report = try Self.json(Self.counted())
    let material = Self.rows(Self.part(report, "material"), "rows")
    #expect(material.count == 1)
    #expect(material.first?["case"] as? String == "north")
    #expect(material.first?["roles"] as? String == "1 convenor, 1 participant")
    let row = ["interviews", "interviewees", "organizations", "transcripts", "mismatched"]
    #expect(row.map { material.first?[$0] as? Int } == [2, 2, 2, 1, 0])
    #expect(material.first?["readByOne"] as? Int == 1 && material.first?["readByTwo"] as? Int == 1)

    let coding = Self.part(report, "coding")
    let expected = [
      "codings": 9, "weighted": 4, "codesUsed": 4, "constructsUsed": 3, "constructsNeverUsed": 2,
      "unmapped": 1, "sourcesReadByOne": 1, "sourcesReadByTwo": 1, "standing": 6,
      "standingOnOneCoder": 1,
    ]
    for (name, count) in expected {
      #expect(
        Self.number(coding[name]) == count, "\(name): \(String(describing: coding[name]))")
    }
    #expect(Self.rows(coding, "units").map { $0["units"] as? Int } == [3, 3, 0, 1, 1, 0])
    #expect(Self.rows(coding, "coders").map { $0["codings"] as? Int } == [6, 3])

    let survey = Self.part(report, "survey")
    let answers = try #require(Self.rows(survey, "rows").first)
    let names = ["responses", "invited", "withoutOrganization", "byRespondents"]
    #expect(names.map { answers[$0] as? Int } == [3, 5, 1, 6])
    #expect(answers["responseRate"] as? Double == 0.6)
    #expect(answers["notAnswered"] as? Double == 1.0 / 12)
    #expect(Self.number(survey["items"]) == 4)
    #expect(Self.number(survey["reverseKeyed"]) == 1)
    let fitness = Self.rows(survey, "scales").first { $0["construct"] as? String == "gain.fitness" }
    #expect(fitness?["items"] as? Int == 2)
    #expect((fitness?["median"] as? Double).map { abs($0 - 1) < 1e-12 } == true)

    let rules = Self.rows(Self.part(report, "rules"), "rules")
    #expect(rules.count == 20)
    let differing = rules.filter { $0["differs"] as? String == "yes" }.map { $0["key"] as? String }
    #expect(
      Set(differing) == ["top-weight", "least-placed-share", "full-answers", "weighting"])
    // Every rule of the format is said in words.
    #expect(rules.allSatisfy { $0["says"] as? String != $0["key"] as? String })

    let imports = Self.part(report, "imports")
    #expect(
      ["imports", "takenBack", "rejected", "keptGood"].map { imports[$0] as? Int } == [7, 1, 1, 1])
    let files = Self.rows(imports, "files")
    #expect(files.count == 8)
    #expect(files.allSatisfy { ($0["sha256"] as? String)?.count == 64 })
    #expect(
      files.map { $0["state"] as? String }.filter { $0 != "stands" } == ["taken back", "good rows"])
  }

  @Test("what weakens the figures is said in plain sentences")
  func limits() throws {
    let report = try Self.json(Self.counted())
    let limits = try #require(report["limits"] as? [String])
    for sentence in [
      "North group has fewer than 5 interviewees in a phase or in all.",
      "South group has no sources.",
      "1 source was read by one coder only, whose word stands alone there.",
      "1 code stands for no construct of the framework and counts for nothing.",
      "2 disputed units are open; 1 at exactly half of the coders is left out of scores.",
      "1 decision met no unit and has no effect.", "South group has no survey answers.",
      "North group has fewer than 5 answers in a phase or in all.",
      "1 row of the files did not come in.",
    ] {
      #expect(limits.contains(sentence), "\(sentence)\n\(limits)")
    }
  }

  @Test("the commands of the report make the same study again")
  func again() throws {
    let place = try Self.counted()
    let report = try Self.json(place)
    let commands = Self.rows(Self.part(report, "imports"), "commands")
      .compactMap { $0["command"] as? String }
    #expect(!commands.contains { $0.contains("hasty") })
    for command in commands where !command.hasPrefix("covalence report") {
      let words = command.replacing("FOLDER", with: Workplace.small).split(separator: " ")
        .map { String($0.replacing("'", with: "")) }
      let answer = try place.run(Array(words.dropFirst()))
      #expect([0, 3].contains(answer.status), "\(command)\n\(answer.talk)")
    }
    let again = try Self.json(place, "-s", "study.covalence")
    let study = { (report: [String: Any]) in
      (report["study"] as? [String: Any])?["sha256"] as? String
    }
    #expect(study(report) != nil && study(report) == study(again))
  }

  @Test("a study with nothing in it says so")
  func empty() throws {
    let place = try Workplace()
    try place.run("init", "new.covalence", "--framework", "van-winkelen-2010")
    let report = try Self.json(place)
    #expect(report["headline"] as? String == "There is nothing yet that figures could rest on.")
    let words = try #require(report["words"] as? [String])
    #expect(words.contains("There were no interviews or other sources."))
    #expect(words.contains("There was no survey."))
    #expect(report["limits"] as? [String] == [])
  }

  @Test("a working group sees no number that tells of a small case, and a convenor nothing")
  func otherEyes() throws {
    let place = try Self.sample()
    let report = try Self.json(place, "--for", "working-group")
    let material = Self.rows(Self.part(report, "material"), "rows")
    let small = try #require(material.first { $0["case"] as? String == "quillbrook" })
    #expect(small["interviews"] is NSNull && small["readByTwo"] is NSNull)
    // What is shown adds up to the last row, without what is hidden.
    let shown = material.dropLast().compactMap { $0["interviews"] as? Int }
    #expect(shown.count < material.count - 1)
    #expect(material.last?["interviews"] as? Int == shown.reduce(0, +))
    // One small case takes nothing from the others: what is told is of the cases shown.
    let coding = Self.part(report, "coding")
    #expect(coding["codings"] == nil && coding["codesUsed"] == nil)
    #expect(coding["sourcesReadByTwo"] as? Int == material.last?["readByTwo"] as? Int)
    let agreement = Self.part(report, "agreement")
    #expect(agreement.isEmpty, "how coders agree is the researcher's")
    #expect(Self.part(report, "disagreements").isEmpty)
    let answers = Self.rows(Self.part(report, "survey"), "rows")
    let few = try #require(answers.first { $0["case"] as? String == "quillbrook" })
    #expect(few["responses"] is NSNull && few["invited"] is NSNull)
    #expect(Self.part(report, "imports")["files"] == nil)
    let text = place.text("out/methods.working-group.json")
    for word in ["codings.csv", "ana", "ben", "qb-p1"] {
      #expect(text.firstMatch(of: try Regex("\\b\(word)\\b")) == nil, "\(word)")
    }
    let refused = try place.run("report", "methods", "--for", "convenor", "--out", "out")
    #expect(refused.status == 65)
    #expect(
      refused.lines == [
        "error: The methods report tells of all 8 cases, and a convenor sees no case but his or her own. Make it for the researcher or the working group. The health report of a case is the convenor's. --for says whose eyes a report is for. [EYES-001]"
      ])
  }
}
