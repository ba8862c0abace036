import TestSupport
import Testing

@Suite("An option that means nothing where it is given is refused, and not passed over")
struct NeedlessOptionTests {
  @Test(
    "It is wrong usage, and nothing is written",
    arguments: [
      ["report", "agreement", "--phase", "1"], ["report", "agreement", "--order", "terrain"],
      ["report", "agreement", "--consensus", "any"], ["report", "methods", "--phase", "1"],
      ["report", "methods", "--order", "terrain"],
      ["report", "health", "north", "--order", "terrain"],
      ["report", "compare", "--format", "csv", "--open-tables"],
      ["import", "cases", "cases.csv", "--coder", "ana"],
      ["import", "cases", "cases.csv", "--phase", "1"],
      ["import", "phases", "cases.csv", "--case", "north"],
      ["import", "cases", "cases.csv", "--dry-run", "--rejects", "r.csv"],
      ["adjudicate", "import", "cases.csv", "--dry-run", "--rejects", "r.csv"],
      ["score", "--sensitivity", "--seed", "2"], ["agree", "--unit", "segments", "--seed", "2"],
      ["agree", "--unit", "characters", "--width", "0.1"],
      ["agree", "spans", "cases.csv", "--resamples", "50"],
      ["agree", "spans", "cases.csv", "--seed", "7"],
      ["report", "agreement", "--for", "working-group", "--seed", "7"],
      ["report", "agreement", "--for", "convenor", "--width", "0.1"],
      ["report", "methods", "--for", "working-group", "--replicates", "200"],
    ])
  func refused(command: [String]) throws {
    let place = try Workplace.withStudy()
    let names = place.names
    let answer = try place.run(command)
    #expect(answer.status == 64, "\(answer.output)")
    #expect(answer.output.isEmpty)
    #expect(place.names == names)
  }

  @Test("Where it means something it is taken")
  func taken() throws {
    let place = try Workplace.withStudy()
    try place.write("more.csv", "source,case\nn3,north\n")
    #expect(try place.run("import", "sources", "more.csv", "--phase", "1").status == 0)
    #expect(
      try place.run("report", "compare", "--for", "researcher", "--order", "terrain").status == 0)
    #expect(try place.run("score", "--seed", "2").status == 0)
    // Of each further seed others would learn more of what is rounded for them.
    let other = try place.run("report", "methods", "--for", "working-group", "--seed", "2")
    #expect(other.status == 64 && other.talk.contains("REPORT-009"), "\(other.talk)")
    #expect(try place.run("report", "methods", "--for", "researcher", "--seed", "2").status == 0)
  }

  @Test(
    "What an option cannot take is refused before a study is looked for",
    arguments: [
      ["import", "codings", "x.csv", "--delimiter", "foo"],
      ["import", "codings", "x.csv", "--round", " "],
      ["agree", "ratings", "x.csv", "--weights", "cubic"],
      ["agree", "ratings", "x.csv", "--replicates=-1"],
      ["agree", "spans", "x.csv", "--threshold", "0"], ["matrix", "codes", "codes"],
    ])
  func refusedFirst(command: [String]) throws {
    let place = try Workplace()
    let isOfStudy = command[0] != "agree"
    let answer = try place.run(command + (isOfStudy ? ["-s", "nowhere.covalence"] : []))
    #expect(answer.status == 64, "\(answer.talk)")
    #expect(!answer.talk.contains("STUDY-001") && !answer.talk.contains("FILE-"))
    #expect(!answer.talk.contains("Usage: covalence <subcommand>"))
  }
}
