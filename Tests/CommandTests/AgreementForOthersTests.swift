import Foundation
import TestSupport
import Testing

/// A case of six interviewees, each heard once by two coders.
@Suite("How coders agree is the researcher's")
struct AgreementForOthersTests {
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
    coders: String = "ana;ben", except silent: (_ source: Int, _ code: Int) -> Bool
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
      ["source,case,participant,coders"] + sources.map { "\($0),one,p\($0),\(coders)" })
    var rows = ["source,coder,code,start,end"]
    for (place, code) in try codes().enumerated() {
      for (number, source) in sources.enumerated() where !silent(number, place) {
        rows += ["ana", "ben"].map { "\(source),\($0),\(code),\(20 * place),\(20 * place + 9)" }
      }
    }
    try bring("codings", rows)
    return place
  }

  private static func report(
    _ place: Workplace, _ kind: [String], _ more: String...
  ) throws -> Workplace.Answer {
    try place.run(
      ["report"] + kind + ["--for", "working-group", "--format", "md,csv,json"] + more
        + ["--out", "out", "--json"])
  }

  private static func refusal(_ answer: Workplace.Answer) -> String? {
    (answer.object["diagnostics"] as? [[String: Any]])?.first?["code"] as? String
  }

  @Test("A report of it for others is refused, and one on methods says nothing of it")
  func refused() throws {
    let place = try Self.study { ($0 + $1) % 6 == 0 }
    let answer = try Self.report(place, ["agreement"])
    #expect(answer.status == 64 && Self.refusal(answer) == "AGREE-022", "\(answer.talk)")
    #expect(try Self.report(place, ["methods"]).status == 0)
    let methods = place.text("out/methods.working-group.md")
    #expect(
      !methods.contains("lpha over all")
        && methods.contains("How coders agree is in the researchers"))
  }

  @Test("What one coder marks, and nothing comes of, changes no page for others")
  func marks() throws {
    let place = try Self.study { ($0 + $1) % 6 == 0 }
    func pages() throws -> [String] {
      try [["health", "one"], ["compare"], ["methods"]].flatMap { kind in
        let answer = try Self.report(place, kind, "--draft")
        #expect(answer.status == 0, "\(answer.talk)")
        return try #require(answer.object["files"] as? [String]).map { place.text($0) }
      }
    }
    let before = try pages()
    #expect(before.count > 8)
    // Ana marks what nobody had: both are asked for their word, and hers alone stands for nothing.
    let code = try Self.codes()[6]
    let answer = try place.bring(
      "codings", "source,coder,code,start,end\ns1,ana,\(code),400,409\n", as: "late.csv")
    #expect(answer.status == 0, "\(answer.talk)")
    #expect(try pages() == before)
  }

  @Test(
    "Who has read a source of which nobody names the coders follows from what was marked, and is not told"
  )
  func reading() throws {
    func pages(_ marks: [String]) throws -> [String] {
      let place = try Self.study(coders: "") { person, place in (person + place) % 6 == 0 }
      for (number, coder) in marks.enumerated() {
        let row = "s1,\(coder),\(try Self.codes()[6 + number]),400,409\n"
        let answer = try place.bring(
          "codings", "source,coder,code,start,end\n" + row, as: "late\(number).csv")
        #expect(answer.status == 0, "\(answer.talk)")
      }
      return try [["health", "one"], ["methods"]].flatMap { kind in
        let answer = try Self.report(place, kind, "--draft")
        #expect(answer.status == 0, "\(answer.talk)")
        return try #require(answer.object["files"] as? [String]).map {
          place.text($0).replacing(/begins with [0-9a-f]{12}|[0-9a-f]{64}/, with: "HASH")
        }
      }
    }
    for (before, after) in zip(try pages([]), try pages(["eve"])) {
      let lines = zip(before.split(separator: "\n"), after.split(separator: "\n"))
      let other = lines.first { $0 != $1 }
      #expect(before == after, "\(other.map { "\($0.0) | \($0.1)" } ?? "")")
    }
  }

  @Test("A report under another rule of consensus than an earlier edition is refused")
  func consensus() throws {
    let place = try Self.study { ($0 + $1) % 6 == 0 }
    #expect(try Self.report(place, ["health", "one"]).status == 0)
    let answer = try Self.report(place, ["health", "one"], "--consensus", "any")
    #expect(answer.status == 3 && Self.refusal(answer) == "EDITION-001", "\(answer.talk)")
    #expect(answer.output.contains("another rule of consensus"))
    #expect(answer.output.contains("Either make it under the same rules"))
    // A reason lets out that one, and no further report beside it.
    let reason = ["--republish", "the board asked for it"]
    let out = try Self.report(place, ["health", "one"], "--consensus", "any", reason[0], reason[1])
    #expect(out.status == 0, "\(out.talk)")
    for kind in [["compare"], ["methods"]] {
      let next = try Self.report(place, kind)
      #expect(next.status == 3 && Self.refusal(next) == "EDITION-001", "\(kind): \(next.talk)")
      #expect(next.output.contains("under several rules") && !next.output.contains("same rules"))
    }
    #expect(
      try Self.report(place, ["health", "one"], "--consensus", "any", "--draft").status == 0)
  }
}
