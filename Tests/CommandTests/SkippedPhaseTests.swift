import Foundation
import TestSupport
import Testing

@Suite("Change of a case that was not asked in every phase, or not of all")
struct SkippedPhaseTests {
  /// Three phases: `steady` is asked in all, `skips` in the first and the last, and `narrow` in these of a practice
  /// alone.
  private static func study() throws -> Workplace {
    let place = try Workplace()
    try place.run("init", "s.covalence", "--framework", "van-winkelen-2010", "--title", "Skipped")
    try place.write(
      "cases.csv", "case,name\nsteady,Steady\nskips,Skips\nnarrow,Narrow\n")
    try place.write("phases.csv", "phase,order\none,1\ntwo,2\nthree,3\n")
    var rows = "respondent,case,organization,phase,value.reputation.1,dynamics.systems.manager.1\n"
    for (name, phases) in [
      ("steady", ["one", "two", "three"]), ("skips", ["one", "three"]),
      ("narrow", ["one", "three"]),
    ] {
      for phase in phases {
        for person in 0..<80 {
          // Some answer otherwise than most, so that nothing is told in words.
          let other = person % 10 < 3 ? 1 : 0
          // And not all change alike, so that there is an interval.
          let level = phase == "three" ? 2 - other + (person % 7 == 0 ? 1 : 0) : 5 - other
          let value = name == "narrow" && phase == "one" ? "" : "\(level)"
          rows += "\(name)-\(person),\(name),\(name)-o\(person / 8),\(phase),\(value),\(level)\n"
        }
      }
    }
    try place.write("survey.csv", rows)
    for kind in ["cases", "phases", "survey"] {
      let answer = try place.run("import", kind, "\(kind).csv")
      #expect(answer.status == 0, "\(answer.talk)")
    }
    return place
  }

  @Test(
    "Rules read the change since the phase before in which the case was asked",
    arguments: [
      "steady", "skips",
    ])
  func rules(name: String) throws {
    let place = try Self.study()
    let answer = try place.run(
      "report", "health", name, "--phase", "three", "--for", "researcher", "--format", "md",
      "--length", "full", "--out", "out")
    #expect(answer.status == 0, "\(answer.talk)")
    let page = place.text("out/health-\(name).three.researcher.full.md")
    let since = name == "skips" ? "one" : "two"
    #expect(page.contains("Reputation building fell (\u{2212}71 points in the survey)"), "\(page)")
    #expect(page.localizedCaseInsensitiveContains("since \(since)"))
  }

  @Test("Where no form of value was asked twice, what else changed stands there all the same")
  func narrow() throws {
    let place = try Self.study()
    let answer = try place.run(
      "report", "health", "narrow", "--phase", "three", "--for", "researcher", "--format", "md",
      "--length", "full", "--out", "out")
    #expect(answer.status == 0, "\(answer.talk)")
    let page = place.text("out/health-narrow.three.researcher.full.md")
    #expect(page.contains("1 fell: collaboration manager"), "\(page)")
    #expect(page.contains("clear fall"))
  }
}
