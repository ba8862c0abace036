import Foundation
import TestSupport
import Testing

@Suite("Agreement of a study, from the command line")
struct AgreeStudyTests {
  /// The sample study, its codings on one day and its decisions on another.
  private static func sample(decided: Bool = true) throws -> Workplace {
    let place = try Workplace()
    let data = Fixtures.root.appending(path: "data/sample-study").path
    try place.run(
      "init", "sample.covalence", "--framework", "van-winkelen-2010", "--title", "Sample study")
    for kind in ["cases", "participants", "phases", "sources", "codings"] {
      let answer = try place.run(
        "import", kind, "\(data)/\(kind).csv",
        environment: ["COVALENCE_NOW": "2026-03-01T09:00:00Z"])
      #expect(answer.status == 0, "\(answer.talk)")
    }
    if decided {
      let answer = try place.run("import", "adjudications", "\(data)/adjudications.csv")
      #expect(answer.status == 0, "\(answer.talk)")
    }
    return place
  }

  private static func figure(_ answer: [String: Any], _ name: String) -> Double? {
    let figures = answer["figures"] as? [[String: Any]] ?? []
    return figures.first { $0["name"] as? String == name }?["value"] as? Double
  }

  @Test("decisions change no figure, and count as settled")
  func decisions() throws {
    let before = try Self.sample(decided: false).run("agree", "--json", "--replicates", "50").object
    let after = try Self.sample().run("agree", "--json", "--replicates", "50").object
    #expect(Self.figure(before, "alphaNominal") == Self.figure(after, "alphaNominal"))
    #expect(Self.figure(before, "alphaNominal") != nil)
    let was = before["disagreements"] as? [String: Any]
    let now = after["disagreements"] as? [String: Any]
    #expect(was?["disputed"] as? Int == now?["disputed"] as? Int)
    #expect(was?["open"] as? Int == was?["disputed"] as? Int)
    #expect((now?["open"] as? Int ?? 0) < (was?["open"] as? Int ?? 0))
  }

  @Test("pooled figures never come without the table by code")
  func byCode() throws {
    let place = try Self.sample()
    for by in ["family", "pair", "case", "source", "round", "confusion"] {
      let answer = try place.run("agree", "--by", by, "--json", "--replicates", "0").object
      #expect((answer["byCode"] as? [Any])?.isEmpty == false, "\(by)")
    }
    let text = try place.run("agree", "--by", "pair", "--replicates", "0").output
    #expect(text.contains("By code"))
  }

  @Test("every figure is a value or a reason", arguments: ["sources", "segments", "characters"])
  func reasons(unit: String) throws {
    let answer = try Self.sample().run("agree", "--unit", unit, "--json")
    #expect(answer.status == 0, "\(answer.talk)")
    let groups = answer.object["groups"] as? [[String: Any]] ?? []
    #expect(groups.count > 40)
    let figures = groups.flatMap { $0["figures"] as? [[String: Any]] ?? [] }
    #expect(figures.count > groups.count)
    for figure in figures {
      let hasValue = figure["value"] is Double
      #expect(hasValue != (figure["reason"] is String), "\(figure)")
      #expect(figure["status"] as? String == (hasValue ? "ok" : "undefined"))
    }
  }

  @Test("a day before the codings has no agreement, the day itself has all of it")
  func asOf() throws {
    let place = try Self.sample()
    let early = try place.run("agree", "--as-of", "2026-02-28")
    #expect(early.status == 65)
    #expect(early.talk.contains("No source was read by two coders by 2026-02-28"))
    let day = try place.run("agree", "--as-of", "2026-03-01", "--json", "--replicates", "0").object
    let now = try place.run("agree", "--json", "--replicates", "0").object
    #expect(Self.figure(day, "percentAgreement") == Self.figure(now, "percentAgreement"))
    // The decisions came later.
    let open = (day["disagreements"] as? [String: Any])?["open"] as? Int
    #expect(open == (day["disagreements"] as? [String: Any])?["disputed"] as? Int)
    #expect(try place.run("agree", "--as-of", "yesterday").status == 64)
  }

  @Test("the pairs of codes that the sample mixes up on purpose come first")
  func confusion() throws {
    let answer = try Self.sample().run("agree", "--by", "confusion", "--json", "--replicates", "0")
    let pairs = answer.object["confusion"] as? [[String: Any]] ?? []
    #expect(
      pairs.first?["codes"] as? [String]
        == ["context.organization.amplification", "context.organization.transfer"])
    let counts = pairs.compactMap { $0["count"] as? Int }
    #expect(counts == counts.sorted(by: >))
  }

  @Test("the report of the sample study stays as it was looked at")
  func report() throws {
    let place = try Self.sample()
    let answer = try place.run(
      "report", "agreement", "--for", "researcher", "--format", "html,md,csv", "--out", "out",
      "--replicates", "200")
    #expect(answer.status == 0, "\(answer.talk)")
    try Golden.check(place.text("out/agreement.researcher.md"), "reports/agreement-sample.md")
    try Golden.check(
      page: place.text("out/agreement.researcher.html"), "reports/agreement-sample.html")
    try Golden.check(head: place.text("out/agreement.researcher.csv"), "tables/agreement.csv")
  }
}
