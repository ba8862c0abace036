import Foundation
import TestSupport
import Testing

@Suite("A second round of independent coding is compared with the first")
struct CodingRoundTests {
  private typealias Object = [String: Any]

  private func agree(_ place: Workplace, _ arguments: String...) throws -> Object {
    let answer = try place.run(["agree", "--json", "--replicates", "200"] + arguments)
    #expect(answer.status == 0, "\(answer.talk)")
    return answer.object
  }

  private func groups(_ answer: Object) -> [Object] { answer["groups"] as? [Object] ?? [] }

  private func figure(_ object: Object?, _ name: String = "alphaNominal") -> Object? {
    (object?["figures"] as? [Object])?.first { $0["name"] as? String == name }
  }

  private func value(_ object: Object?, _ name: String = "alphaNominal") -> Double? {
    figure(object, name)?["value"] as? Double
  }

  @Test("Low, mended, coded anew: agreement of both rounds, and by how much they differ")
  func rounds() throws {
    let place = try Workplace.withRounds()
    let rounds = groups(try agree(place, "--by", "round"))
    #expect(rounds.map { $0["key"] as? String } == ["first", "after training"])
    let (first, second) = (try #require(rounds.first), try #require(rounds.last))
    #expect(first["sources"] as? Int == 24 && second["sources"] as? Int == 30)
    #expect(try #require(value(first)) < 0.5)
    #expect(try #require(value(second)) > (try #require(value(first))) + 0.2)
    #expect(first["difference"] is NSNull)
    let difference = try #require(second["difference"] as? Object)
    #expect(difference["from"] as? String == "first")
    #expect(difference["drawing"] as? String == "mixed")
    #expect(difference["sourcesInBoth"] as? Int == 18)
    #expect(difference["sourcesBeforeOnly"] as? Int == 6)
    #expect(difference["sourcesAfterOnly"] as? Int == 12)
    for name in [
      "percentAgreement", "positiveAgreement", "alphaNominal", "cohenKappa", "gwetAc1",
    ] {
      let change = try #require(value(difference, name))
      let expected = try #require(value(second, name)) - (try #require(value(first, name)))
      #expect(abs(change - expected) < 1e-12, "\(name)")
      let interval = try #require(figure(difference, name)?["interval"] as? [Double])
      #expect(interval.count == 2 && interval[0] < change && change < interval[1], "\(name)")
    }
    let byCode = second["groups"] as? [Object] ?? []
    #expect(byCode.count == 3)
    #expect(byCode.allSatisfy { $0["difference"] is Object })
  }

  @Test("Decisions between the rounds change no figure of either")
  func decisions() throws {
    let before = try Workplace.withRounds(upTo: "first")
    let after = try Workplace.withRounds(upTo: "decisions")
    let (was, now) = (try agree(before, "--by", "round"), try agree(after, "--by", "round"))
    #expect(value(was) == value(now) && value(was) != nil)
    #expect(value(groups(was).first) == value(groups(now).first))
    #expect(groups(now).count == 1)
    let rounds = groups(try agree(Workplace.withRounds(), "--by", "round"))
    #expect(value(rounds.first) == value(was))
  }

  @Test("A day between the rounds shows the first, today what stands")
  func days() throws {
    let place = try Workplace.withRounds()
    let first = try agree(Workplace.withRounds(upTo: "first"))
    let between = try agree(place, "--as-of", "2026-02-28", "--by", "round")
    #expect(value(between) == value(first))
    #expect(groups(between).count == 1)
    let now = try agree(place)
    // Eighteen sources by the second coding, six by the first, twelve new ones.
    #expect((now["sources"] as? Object)?["readByTwoOrMore"] as? Int == 36)
    let rounds = groups(try agree(place, "--by", "round"))
    let (low, high) = (try #require(value(rounds.first)), try #require(value(rounds.last)))
    let all = try #require(value(now))
    #expect(low < all && all < high)
  }

  @Test("Without --prune the same codings are refused, and nothing comes in")
  func withoutPrune() throws {
    let place = try Workplace.withRounds(upTo: "update")
    let before = place.study
    let answer = try place.run(
      "import", "codings", "first-ana.csv", "--round", "after training")
    #expect(answer.status == 65)
    #expect(
      answer.lines.first
        == "first-ana.csv:2, column \"code\": error: \"ana\" has \"pace.waiting\" on 100 to 110 of \"s1\" already, from round first (import 3, row 2), and it cannot stand twice. Either let the earlier codings give way, if the source was coded anew: they are kept for their round. Or remove this row. --prune lets them give way. [CODINGS-014]"
    )
    #expect(place.study == before)
    let named = try place.run("import", "codings", "first-ana.csv", "--round", "first")
    #expect(named.lines.last?.contains("is in the study already") == true)
  }

  @Test("What gave way is said, kept, and comes back when the round is taken back")
  func undo() throws {
    let place = try Workplace.withRounds(upTo: "update")
    let before = try agree(place)
    try place.write("anew.csv", "source,coder,code,start,end\ns3,ana,pace.route,200,210\n")
    let answer = try place.run("import", "codings", "anew.csv", "--round", "second", "--prune")
    #expect(answer.status == 0, "\(answer.talk)")
    #expect(
      answer.lines.first?.contains("in 1 source, counted by coder, gave way to this file") == true)
    #expect(value(try agree(place)) != value(before))
    #expect(try place.run("check").output.contains("row") == false)
    let refused = try place.run("undo-import", "3")
    #expect(refused.status != 0)
    #expect(refused.talk.contains("imports 6 and 5 build on it"))
    #expect(try place.run("undo-import", "6").status == 0)
    let after = try agree(place)
    #expect(value(after) == value(before))
    #expect((after["byCode"] as? NSArray) == (before["byCode"] as? NSArray))
    #expect((after["groups"] as? NSArray) == (before["groups"] as? NSArray))
  }

  @Test("A round has a name of one line, and only codings have one")
  func names() throws {
    let place = try Workplace.withRounds(upTo: "init")
    #expect(try place.run("import", "cases", "cases.csv", "--round", "first").status == 64)
    #expect(try place.run("import", "cases", "cases.csv", "--prune").status == 64)
    try place.write("c.csv", "source,coder,code,start,end\ns1,ana,pace.route,0,9\n")
    #expect(try place.run("import", "codings", "c.csv", "--round", " ").status == 64)
    #expect(try place.run("import", "codings", "c.csv", "--round", " first ").status == 0)
    let imports = try place.run("imports", "--json").object["imports"] as? [Object]
    #expect(imports?.last?["round"] as? String == "first")
  }

  @Test("In words: both rounds, the difference, and how sources were drawn")
  func words() throws {
    let text = try Workplace.withRounds().run("agree", "--by", "round", "--replicates", "200")
      .output
    #expect(text.contains("after training, less first, all codes:"))
    #expect(
      text.contains(
        "18 sources stand in both and are drawn in pairs; 6 in the earlier only and 12 in the later only are drawn independently."
      ))
    let lines = text.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("pace.waiting") && $0.hasSuffix("definition changed") })
    #expect(lines.contains { $0.hasPrefix("pace.route") && !$0.hasSuffix("definition changed") })
  }

  @Test("A coder alone in a round leaves it without figures, and it is said")
  func alone() throws {
    let place = try Workplace.withRounds(upTo: "first")
    try place.write("more.csv", "source,case,participant,coders\ns99,north,,ana;ben\n")
    try place.run("import", "sources", "more.csv")
    try place.write("c.csv", "source,coder,code,start,end\ns99,ana,pace.route,0,9\n")
    try place.run("import", "codings", "c.csv", "--round", "third")
    let rounds = groups(try agree(place, "--by", "round"))
    #expect(rounds.last?["sources"] as? Int == 0)
    #expect(value(rounds.last) == nil)
    #expect(rounds.last?["difference"] is NSNull)
    #expect(
      try place.run("agree", "--by", "round", "--replicates", "0").output.contains(
        "Without a source that two coders coded, so nothing to compare: third."))
  }

  @Test("The report of two rounds stays as it was looked at")
  func report() throws {
    let place = try Workplace.withRounds()
    let answer = try place.run(
      "report", "agreement", "--for", "researcher", "--format", "md", "--out", "out",
      "--replicates", "200")
    #expect(answer.status == 0, "\(answer.talk)")
    try Golden.check(place.text("out/agreement.researcher.md"), "reports/agreement-rounds.md")
  }
}
