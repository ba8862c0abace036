import Foundation
import TestSupport
import Testing

@Suite("What a stranger may do wrong is told, with an exit code that says so")
struct WrongUseTests {
  @Test(
    "Options that name nothing are refused",
    arguments: [
      ["report", "compare", "--format", ","], ["report", "compare", "--format", ""],
      ["agree", "spans", "spans.csv", "--threshold", ","],
      ["agree", "ratings", "ratings.csv", "--weights", ","],
      ["report", "agreement", "--width", "0"], ["report", "agreement", "--width", "nan"],
      ["report", "agreement", "--replicates=-5"], ["agree", "--replicates=-5"],
      ["score", "--study", ""], ["init", "", "--framework", Workplace.small],
    ])
  func empty(arguments: [String]) throws {
    let place = try Workplace.withStudy()
    let before = place.names
    let answer = try place.run(arguments)
    #expect(answer.status == 64, "\(answer.talk)")
    #expect(answer.output.isEmpty)
    #expect(place.names == before, "nothing is written")
  }

  @Test(
    "An attribute that no case states orders nothing",
    arguments: [["compare"], ["report", "compare", "--for", "researcher"]])
  func order(command: [String]) throws {
    let place = try Workplace.withStudy()
    _ = try place.bring("cases", "case,name,terrain\nnorth,North group,hills\n")
    let answer = try place.run(command + ["--order", "terain"])
    #expect(answer.status == 65)
    #expect(
      answer.lines == [
        "error: No case of the study has an attribute \"terain\". Did you mean \"terrain\"? [ATTRIBUTE-001]"
      ])
    #expect(try place.run(command + ["--order", "terrain"]).status == 0)
  }

  @Test(
    "A study without cases, and one without evidence",
    arguments: [["score"], ["score", "--sensitivity"], ["compare"]])
  func nothing(command: [String]) throws {
    let place = try Workplace()
    try place.run("init", "walk.covalence", "--framework", Workplace.small)
    let none = try place.run(command)
    #expect(none.status == 65)
    #expect(none.output.isEmpty)
    #expect(
      none.lines == [
        "error: The study has no cases yet. Bring them in first. 'covalence import' brings files in. [EVIDENCE-001]"
      ])
    _ = try place.bring("cases", "case,name\nnorth,North\n")
    let bare = try place.run(command + (command == ["score"] ? ["--json"] : []))
    #expect(bare.status == 65)
    #expect((bare.talk + bare.output).contains("The study has cases and no evidence yet"))
    let trace = try place.run("trace", "west", "gain")
    #expect(
      trace.lines == ["error: There is no case \"west\" in the study. It has \"north\". [CASE-001]"]
    )
  }

  @Test("Control characters of names and words reach no terminal, and stay in JSON")
  func controls() throws {
    let place = try Workplace.withStudy()
    _ = try place.bring("cases", "case,name\nnorth,\u{1B}[31mNorth\u{7F}\u{9B}\n")
    _ = try place.bring(
      "codings",
      "source,coder,code,start,end,text,memo\nn2,ana,pace.waiting,0,9,a\u{1B}]0;x\u{7}b,\"one\rtwo\"\n"
    )
    let score = try place.run("score")
    #expect(score.output.hasPrefix("␛[31mNorth␡\u{FFFD}\n"))
    let trace = try place.run("trace", "north", "pace.waiting")
    #expect(trace.output.contains("ana: a␛]0;x␇b\n"))
    #expect(trace.output.contains("memo: one␍two\n"))
    for answer in [score, trace] {
      #expect(
        !answer.output.unicodeScalars.contains {
          $0 != "\n" && $0.properties.generalCategory == .control
        })
    }
    let json = try place.run("trace", "north", "pace.waiting", "--json").object
    let units = try #require(json["units"] as? [[String: Any]])
    let coding = try #require((units.first?["codings"] as? [[String: Any]])?.first)
    #expect(coding["text"] as? String == "a\u{1B}]0;x\u{7}b")
    let unknown = try place.run("score", "--case", "a\u{1B}b")
    #expect(unknown.talk.contains("a␛b"))
  }

  @Test(
    "A result that cannot be written is no success",
    arguments: [
      "$covalence score >&-", "$covalence score --json > /dev/full",
      "$covalence imports > /dev/full",
    ])
  func output(script: String) throws {
    let place = try Workplace.withStudy()
    let answer = try place.shell(script)
    #expect(answer.status == 74)
    #expect(answer.lines == ["error: The result cannot be written to standard output."])
  }

  @Test("Closed streams take nothing from the study, and a reader that leaves early no trap")
  func streams() throws {
    let place = try Workplace.withStudy()
    try place.write("more.csv", "case,name\nwest,West\n")
    #expect(try place.shell("$covalence import cases more.csv <&- >&- 2>&-").status == 0)
    #expect(try place.run("check").status == 0)
    #expect(try place.run("score", "--case", "west").status == 0)
    let left = try place.shell("$covalence framework show van-winkelen-2010 | true; echo done")
    #expect(left.output == "done\n" && left.talk.isEmpty)
  }

  @Test("A study that cannot be made leaves no file")
  func half() throws {
    let place = try Workplace()
    let answer = try place.shell(
      "ulimit -f 8; trap '' XFSZ; $covalence init a.covalence --framework '\(Workplace.small)'")
    #expect(answer.status == 74, "\(answer.talk)")
    #expect(place.names.isEmpty)
    let odd = try place.run("init", ":memory:", "--framework", Workplace.small)
    #expect(odd.status == 74)
    #expect(place.names.isEmpty)
  }
}
