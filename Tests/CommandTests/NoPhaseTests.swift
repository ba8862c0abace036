import Foundation
import TestSupport
import Testing

@Suite("Evidence without a phase in a study with phases")
struct NoPhaseTests {
  /// Sources without a phase, codings of them, and answers in two phases and in none.
  private func study() throws -> (place: Workplace, talk: [String]) {
    let place = try Workplace.withStudy()
    _ = try place.bring(
      "codings",
      "source,coder,code,start,end,weight\nn1,ana,pace.waiting,0,21,2\nn1,ben,pace.waiting,0,21,2\n"
    )
    try place.write("phases.csv", "phase,order\nsecond,2\nfirst,1\n")
    try place.run("import", "phases", "phases.csv")
    let answer = try place.bring(
      "survey",
      """
      respondent,case,phase,wait
      r1,north,first,4
      r2,north,,5
      r3,north,second,3
      r4,north,,5

      """)
    #expect(answer.status == 0)
    return (place, answer.lines)
  }

  @Test("Import warns of it, and --strict refuses it")
  func warning() throws {
    let (place, talk) = try study()
    #expect(
      talk.first
        == "survey.csv:3, column \"phase\": warning: 2 rows, this the first, state no phase, and the study has phases. It is scored apart, as \"no phase stated\", and is part of no change over time. If that is not meant, state the phase in the column or for the whole file, and import again. Take import 6 back before. 'covalence undo-import 6' does that. --phase states it for the whole file. [PHASES-002]"
    )
    let sources = "source,case,participant\nn5,north,p1\n"
    let none = try place.bring("sources", sources, ["--strict"])
    #expect(none.status == 65)
    #expect(none.talk.contains("one row states no phase"))
    #expect(try place.bring("sources", sources, ["--strict", "--phase", "first"]).status == 0)
    let whole = "source,case,kind\nall,*,document\n"
    #expect(try place.bring("sources", whole, ["--strict"]).status == 0)
    let made = "source,coder,code,start,end,case\nx1,ana,pace.route,0,5,south\n"
    #expect(try place.bring("codings", made, ["--strict"]).talk.contains("PHASES-002"))
  }

  @Test("Score and matrix name it, after the phases")
  func named() throws {
    let place = try study().place
    let heads = try place.run("score", "--case", "north").output.split(separator: "\n")
      .filter { $0.hasPrefix("North group") }
    #expect(
      heads == [
        "North group, phase first", "North group, phase second", "North group, no phase stated",
      ])
    #expect(try place.run("matrix", "codes", "phases").output.contains("no phase stated"))
    let json = try place.run("matrix", "codes", "phases", "--json").object
    #expect(Array((json["phases"] as? [String: Any] ?? [:]).keys) == ["no phase stated"])
  }

  @Test("It can be asked for, and is not what comes unasked")
  func asked() throws {
    let place = try study().place
    let trace = ["trace", "north", "pace.waiting"]
    let all = try place.run(trace).output
    #expect(all.contains("  first: ") && all.contains("  no phase stated: "))
    let first = try place.run(trace + ["--phase", "first"]).output
    #expect(!first.contains("n1 0") && !first.contains("no phase stated"))
    #expect(first.contains("first, wait: 1 answered 4"))
    let none = try place.run(trace + ["--phase", "no phase stated"]).output
    #expect(none.contains("n1 0–21") && none.contains("no phase stated, wait: 2 answered 5"))
    #expect(!none.contains("first"))

    #expect(try place.run("compare").output.contains("50"))
    let compared = try place.run("compare", "--phase", "no phase stated").output
    #expect(compared.contains("70") && !compared.contains("50"))
    try place.run("report", "health", "north", "--format", "md")
    let last = place.text("reports/health-north.second.convenor.full.md")
    #expect(last.contains("Second") && !last.contains("o phase stated"))
    try place.run(
      "report", "health", "north", "--format", "md", "--phase", "no phase stated", "--out", "none")
    let unstated = place.text("none/health-north.convenor.full.md")
    #expect(unstated.contains("No phase stated"))
    #expect(unstated.contains("part of no change over time"))
    try place.run("report", "compare", "--format", "json")
    let report = try JSONSerialization.jsonObject(
      with: Data(place.bytes("reports/compare.second.working-group.json") ?? []))
    let cases = (report as? [String: Any])?["cases"] as? [[String: Any]] ?? []
    #expect(cases.map { $0["phase"] as? String } == ["second", "second"])
  }

  @Test("An unknown phase is told", arguments: [["compare"], ["report", "compare"]])
  func unknown(command: [String]) throws {
    let place = try study().place
    let answer = try place.run(command + ["--phase", "2031"])
    #expect(answer.status == 65)
    #expect(
      answer.lines == [
        "error: No evidence of the study is of phase \"2031\". There is \"first\", \"second\", \"no phase stated\". [PHASE-001]"
      ])
  }

  @Test("Check counts it")
  func check() throws {
    let place = try study().place
    let findings = try #require(
      try place.run("check", "--json").object["findings"] as? [[String: Any]])
    let own = try #require(findings.first { $0["name"] as? String == "withoutPhase" })
    #expect(own["count"] as? Int == 4)
    #expect(own["places"] as? [String] == ["source n1", "source n2", "north: 2 responses"])
  }
}
