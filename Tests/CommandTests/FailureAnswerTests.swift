import Foundation
import TestSupport
import Testing

@Suite("Failures as JSON")
struct FailureAnswerTests {
  private func diagnostic(_ answer: Workplace.Answer) throws -> [String: Any] {
    #expect(answer.object["ok"] as? Bool == false)
    #expect(answer.talk.isEmpty, "\(answer.talk)")
    return try #require((answer.object["diagnostics"] as? [[String: Any]])?.first)
  }

  @Test(
    "Every failure has a remedy of its own, and none glued to the message",
    arguments: [
      ["imports", "-s", "none.covalence"], ["init", "walk.covalence", "--framework", "x"],
      ["trace", "nort", "pace"], ["trace", "north", "nothing"], ["undo-import", "99"],
      ["undo-import", "1"], ["import", "cases", "none.csv"], ["import", "cases", "talks"],
      ["scales"], ["agree", "--as-of", "yesterday"],
      ["agree", "ratings", "none.csv"], ["framework", "validate", "none"],
      ["framework", "update", "van-winkelen-2010"], ["compare", "--phase", "2031"],
      ["compare", "--order", "nothing"], ["framework", "list", "--home", "none"],
      ["report", "health", "nort"],
      ["report", "compare", "--out", "walk.covalence/reports"],
      ["adjudicate", "export", "sheet.csv"],
    ])
  func remedies(_ command: [String]) throws {
    let place = try Workplace.withStudy()
    try place.write("sheet.csv", "kept\n")
    let answer = try place.run(command + ["--json"])
    #expect([64, 65, 66, 74].contains(answer.status), "\(answer.status)")
    let told = try diagnostic(answer)
    let remedy = try #require(told["remedy"] as? String)
    let message = try #require(told["message"] as? String)
    #expect(remedy.count > 5 && remedy.hasSuffix(".") || remedy.hasSuffix("?"), "\(told)")
    #expect(!message.contains(". ") && !message.hasSuffix("."), "\(message)")
    #expect(!message.contains("'covalence"), "\(message)")
  }

  @Test("A file that is not there stands in its own field")
  func place() throws {
    let place = try Workplace.withStudy()
    #expect(
      try diagnostic(place.run("import", "cases", "none.csv", "--json"))["file"] as? String
        == "none.csv")
  }

  @Test("A command that is not understood is answered as JSON too where that was asked for")
  func usage() throws {
    let place = try Workplace.withStudy()
    let answer = try place.run("score", "--consensus", "most", "--json")
    #expect(answer.status == 64)
    #expect(try diagnostic(answer)["code"] as? String == "USAGE-001")
    let late = try place.run("matrix", "codes", "codes", "--json")
    #expect(late.status == 64)
    #expect(try diagnostic(late)["code"] as? String == "USAGE-001")
  }

  @Test("A value that reads like the option does not ask for JSON")
  func value() throws {
    let place = try Workplace.withStudy()
    let answer = try place.run("trace", "--", "nort", "--json")
    #expect(answer.status == 65)
    #expect(answer.output.isEmpty)
    #expect(answer.talk.hasPrefix("error: "))
  }
}
