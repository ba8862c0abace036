import Foundation
import TestSupport
import Testing

/// A case of six interviewees, each heard once by two coders, of a framework with enough codes that others are
/// told a word on how coders agree.
@Suite("Others are told of agreement in a word, or nothing, and no edition tells a passage by it")
struct ToldAgreementCommandTests {
  private static let sources = (1...6).map { "s\($0)" }

  /// The codes of which nothing lies under them and which interviews speak of.
  private static func codes() throws -> [String] {
    let shown = try Workplace().run("framework", "show", "van-winkelen-2010", "--json").object
    let constructs = try #require(shown["constructs"] as? [[String: Any]])
    let parents = Set(constructs.compactMap { $0["parent"] as? String })
    return constructs.compactMap { $0["id"] as? String }.filter { !parents.contains($0) }
  }

  /// A study in which everybody speaks of a code, and both coders mark it, but in the pairs left out.
  private static func study(
    except silent: (_ source: Int, _ code: Int) -> Bool
  ) throws -> Workplace {
    let place = try Workplace()
    try place.run("init", "six.covalence", "--framework", "van-winkelen-2010", "--title", "Six")
    func bring(_ kind: String, _ lines: [String]) throws {
      let answer = try place.bring(kind, lines.joined(separator: "\n") + "\n")
      #expect(answer.status == 0, "\(answer.talk)")
    }
    try bring("cases", ["case,name", "one,The one", "two,The other"])
    try bring(
      "participants",
      ["participant,case,role"]
        + sources.map { "p\($0),one,\($0 == "s1" ? "convenor" : "participant")" })
    try bring(
      "sources",
      ["source,case,participant,coders"] + sources.map { "\($0),one,p\($0),ana;ben" })
    var rows = ["source,coder,code,start,end"]
    for (place, code) in try codes().enumerated() {
      for (number, source) in sources.enumerated() where !silent(number, place) {
        rows += ["ana", "ben"].map { "\(source),\($0),\(code),\(20 * place),\(20 * place + 9)" }
      }
    }
    try bring("codings", rows)
    return place
  }

  private static func report(_ place: Workplace, _ kind: String = "agreement") throws
    -> Workplace.Answer
  {
    try place.run(
      "report", kind, "--for", "working-group", "--format", "md,csv,json", "--out", "out", "--json")
  }

  private static func refusal(_ answer: Workplace.Answer) -> String? {
    (answer.object["diagnostics"] as? [[String: Any]])?.first?["code"] as? String
  }

  @Test("Where nearly everybody speaks of everything, or few of much, nothing is told")
  func most() throws {
    let some = try Self.study { ($0 + $1) % 6 == 0 }
    let told = try Self.report(some)
    #expect(told.status == 0, "\(told.talk)")
    #expect(some.text("out/agreement.working-group.csv").hasSuffix("to rely on\n"))
    for place in [
      try Self.study { source, code in source == 0 && code % 2 == 0 },
      try Self.study { source, code in source > 1 || code > 12 },
    ] {
      let untold = try Self.report(place)
      #expect(untold.status == 65 && Self.refusal(untold) == "AGREE-022", "\(untold.talk)")
    }
  }

  @Test(
    "What one coder marks later in one interview moves no word, and no further report is made of it"
  )
  func later() throws {
    let place = try Self.study { ($0 + $1) % 6 == 0 }
    #expect(try Self.report(place).status == 0)
    let first = place.text("out/agreement.working-group.md")
    // Ana marks what nobody had: both are asked for their word, and hers alone stands for nothing.
    let code = try Self.codes()[6]
    let answer = try place.bring(
      "codings", "source,coder,code,start,end\ns1,ana,\(code),400,409\n", as: "late.csv")
    #expect(answer.status == 0, "\(answer.talk)")
    #expect(try Self.report(place).status == 0)
    #expect(place.text("out/agreement.working-group.md") == first)
    let methods = try Self.report(place, "methods")
    #expect(methods.status == 3 && Self.refusal(methods) == "EDITION-001", "\(methods.talk)")
    // The comparison has nothing of agreement, and what stands is as it was.
    #expect(
      try place.run("report", "compare", "--for", "working-group", "--out", "out").status == 0)
  }

  @Test("A case of which nothing is told moves neither the word nor its numbers")
  func otherCase() throws {
    func text(_ place: Workplace) throws -> [String] {
      #expect(
        try place.run(
          "report", "agreement", "--for", "working-group", "--draft", "--format", "md,csv", "--out",
          "out"
        ).status == 0)
      return ["md", "csv"].map {
        place.text("out/agreement.working-group.draft.\($0)")
          .replacing(#/[0-9a-f]{64}/#, with: "HASH")
      }
    }
    let place = try Self.study { ($0 + $1) % 6 == 0 }
    // The page of a case tells of that case alone.
    #expect(
      try place.run(
        "report", "health", "one", "--for", "working-group", "--draft", "--format", "md", "--out",
        "out"
      ).status == 0)
    #expect(
      place.text("out/health-one.working-group.draft.full.md").contains(
        "over all codes shown, coders agree well enough to rely on"))
    let before = try text(place)
    let code = try Self.codes()[0]
    for (kind, lines) in [
      ("participants", "participant,case,role\nq1,two,participant\n"),
      ("sources", "source,case,participant,coders\nt1,two,q1,ana;ben\n"),
      ("codings", "source,coder,code,start,end\nt1,ana,\(code),0,9\n"),
    ] {
      let answer = try place.bring(kind, lines, as: "more-\(kind).csv")
      #expect(answer.status == 0, "\(answer.talk)")
    }
    #expect(try text(place) == before)
  }
}
