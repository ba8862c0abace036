import Foundation
import TestSupport
import Testing

@Suite("An unchanged study is shown as it was")
struct SameEditionTests {
  /// Two rounds of a survey; an organization is in the first alone.
  private static func study() throws -> Workplace {
    let place = try Workplace()
    let item = "context.organization.leadership"
    try place.write("cases.csv", "case,name\nforum,Forum\n")
    try place.write("phases.csv", "phase,order\n2025,1\n2026,2\n")
    let head = "respondent,case,organization,phase,\(item).1,\(item).2\n"
    func round(_ phase: String, _ answers: [(Int, Int, Int)]) -> String {
      head + answers.map { "r\($0.0),forum,O\($0.0),\(phase),\($0.1),\($0.2)\n" }.joined()
    }
    try place.write(
      "first.csv",
      round("2025", [(1, 3, 4), (2, 2, 3), (3, 3, 3), (4, 3, 4), (5, 4, 2), (6, 2, 3)]))
    try place.write(
      "second.csv", round("2026", [(1, 1, 2), (2, 1, 1), (3, 1, 1), (5, 3, 3), (6, 2, 2)]))
    try place.run("init", "study.covalence", "--framework", "van-winkelen-2010", "--title", "T")
    for (layout, file) in [
      ("cases", "cases"), ("phases", "phases"), ("survey", "first"), ("survey", "second"),
    ] {
      #expect(try place.run("import", layout, "\(file).csv").status == 0)
    }
    return place
  }

  @Test("A third round that leaves out one of the second leaves the first two as they were")
  func thirdRound() throws {
    let place = try Workplace()
    let item = "context.organization.leadership"
    try place.write("cases.csv", "case,name\nforum,Forum\n")
    try place.write("phases.csv", "phase,order\n2025,1\n2026,2\n2027,3\n")
    let answers: [(String, Int, (Int) -> (Int, Int))] = [
      ("2025", 8, { (1 + $0 % 4, 2 + $0 % 3) }), ("2026", 7, { (1 + 2 * $0 % 5, 1 + $0 % 5) }),
      ("2027", 6, { (5 - $0 % 3, 1 + $0 * $0 % 5) }),
    ]
    for (phase, people, said) in answers {
      let rows = (1...people).map {
        "r\($0),forum,O\($0),\(phase),\(said($0).0),\(said($0).1)\n"
      }
      try place.write(
        "\(phase).csv",
        "respondent,case,organization,phase,\(item).1,\(item).2\n" + rows.joined())
    }
    try place.run("init", "study.covalence", "--framework", "van-winkelen-2010", "--title", "T")
    for (layout, file) in [
      ("cases", "cases"), ("phases", "phases"), ("survey", "2025"), ("survey", "2026"),
    ] {
      #expect(try place.run("import", layout, "\(file).csv").status == 0)
    }
    let report = ["report", "health", "forum", "--for", "convenor", "--format", "md"]
    #expect(try place.run(report + ["--phase", "2026", "--out", "one"]).status == 0)
    #expect(try place.run("import", "survey", "2027.csv").status == 0)
    let again = try place.run(report + ["--phase", "2026", "--out", "two"])
    #expect(again.status == 0 && again.talk.contains("edition 1"), "\(again.talk)")
    #expect(
      place.text("two/health-forum.2026.convenor.full.md")
        == place.text("one/health-forum.2026.convenor.full.md"))
    let third = try place.run(report + ["--phase", "2027", "--out", "three"])
    #expect(third.status == 0, "\(third.talk)")
  }

  @Test("The same report of two phases is the same edition, and a draft shows the same page")
  func again() throws {
    let place = try Self.study()
    let report = ["report", "health", "forum", "--for", "convenor", "--format", "md", "--out"]
    #expect(try place.run(report + ["one"]).status == 0)
    let again = try place.run(report + ["two"])
    #expect(again.status == 0 && again.talk.contains("edition 1"))
    #expect(
      place.text("two/health-forum.2026.convenor.full.md")
        == place.text("one/health-forum.2026.convenor.full.md"))
    #expect(try place.run(report + ["three", "--draft"]).status == 0)
    let draft = place.text("three/health-forum.2026.convenor.draft.full.md").split(separator: "\n")
    for line in place.text("one/health-forum.2026.convenor.full.md").split(separator: "\n") {
      #expect(draft.contains(line), "\(line)")
    }
  }

  @Test("Other reports on it go out as well")
  func others() throws {
    let place = try Self.study()
    for (kind, audience) in [
      (["compare"], "working-group"), (["methods"], "working-group"),
      (["health", "forum"], "convenor"), (["health", "forum"], "working-group"),
    ] {
      #expect(
        try place.run(["report"] + kind + ["--for", audience, "--out", audience]).status == 0,
        "\(kind) for \(audience)")
    }
  }
}
