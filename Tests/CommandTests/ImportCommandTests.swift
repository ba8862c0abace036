import Foundation
import TestSupport
import Testing

@Suite("Import: whole or not at all, with what came from where")
struct ImportCommandTests {
  private static let header = "case,name\n"

  @Test("Trying writes nothing, in words and as JSON")
  func dryRun() throws {
    let place = try Workplace.withStudy()
    let before = place.study
    let good = try place.bring("cases", "case,name\neast,East\n", as: "new.csv", ["--dry-run"])
    #expect(good.status == 0)
    #expect(good.lines == ["Only tried: new.csv as cases. 1 row read, 1 could come in as new."])
    let bad = try place.bring(
      "cases", "case,name\n,East\n", as: "new.csv", ["--dry-run", "--json"])
    #expect(bad.status == 65)
    #expect(bad.object["ok"] as? Bool == false)
    #expect(bad.object["ending"] as? String == "tried")
    #expect(bad.object["import"] is NSNull)
    #expect(bad.object["rejects"] is NSNull)
    #expect(bad.object["rejected"] as? Int == 1)
    #expect(place.study == before)
    #expect(!place.names.contains { $0.contains("rejects") })
  }

  @Test("Good rows alone, then the mended rejects, then all of it is there")
  func keepGood() throws {
    let place = try Workplace.withStudy()
    let text = """
      source;coder;code;start;end;text;note
      n1;ana;pace.waiting;0;21;We wait for the last.;
      n1;ana;pace.route;38;99;"The way
      is ""known"".";look; again

      """.replacing("look; again", with: "\"look; again\"")
    let first = try place.bring("codings", text, ["--keep-good"])
    #expect(first.status == 3)
    #expect(
      first.lines.suffix(4) == [
        "Import 4: codings.csv as codings. 2 rows read, 1 new, 1 rejected.",
        "Kept as text: note.",
        "The rejected rows with their reasons are in codings.csv.rejects.csv. Mend them there and bring them in with",
        "  covalence import codings codings.csv.rejects.csv --round 2026-04-14",
      ])
    let rejects = place.text("codings.csv.rejects.csv")
    #expect(
      rejects == """
        source,coder,code,start,end,text,note,rejected from,rejected because
        n1,ana,pace.route,38,99,"The way
        is ""known"".",look; again,codings.csv,"end: the segment ends at 99, but source ""n1"" has 76 characters. Count Unicode characters from 0, a line break as one."

        """)
    let mended = rejects.replacing(",99,", with: ",55,").replacing("\"\"known\"\"", with: "known")
    let second = try place.bring("codings", mended, as: "mended.csv")
    #expect(second.status == 0)
    #expect(
      second.lines == [
        "Import 5: mended.csv as codings. 1 row read, 1 new.", "Kept as text: note.",
      ])
    let again = try place.run("import", "codings", "mended.csv")
    #expect(again.status == 0)
    #expect(
      again.lines == [
        "mended.csv is in the study already: import 5, 2026-04-14T10:00:00Z. Nothing was changed."
      ])
    let goodAgain = try place.run("import", "codings", "codings.csv", "--keep-good")
    #expect(goodAgain.status == 3)
    #expect(
      goodAgain.lines.last
        == "codings.csv is in the study already: import 4, 2026-04-14T10:00:00Z. Nothing was changed."
    )
  }

  @Test(
    "The command that is told brings mended rows in: map, stand-ins, folders, all that was said")
  func broughtBack() throws {
    let place = try Workplace.withStudy()
    try place.write("the map.yaml", "respondent: Token\nwait: \"Q1: do you wait?\"\n")
    let first = try place.bring(
      "survey", "Token;Q1: do you wait?;E-mail\nr1;4;a@b.org\nr2;9;c@d.org\n", as: "wave 1.csv",
      [
        "--map", "the map.yaml", "--case", "north", "--phase=-1", "--hash-tokens", "--keep-good",
        "--delimiter", "semicolon", "--encoding", "utf8", "--keep-column", "E-mail", "-s",
        "walk.covalence",
      ])
    #expect(first.status == 3)
    let command = try #require(first.lines.last { $0.hasPrefix("  covalence import ") })
    #expect(
      command
        == "  covalence import survey 'wave 1.csv.rejects.csv' --map 'the map.yaml' --case north --phase=-1 --keep-column E-mail --hash-tokens -s walk.covalence"
    )
    #expect(try place.run("check").output.contains("One row did not come in."))
    let mended = place.text("wave 1.csv.rejects.csv").replacing("r2,9", with: "r2,3")
    try place.write("wave 1.csv.rejects.csv", mended)
    let second = try place.shell("\"$covalence\"" + command.dropFirst("  covalence".count))
    #expect(second.status == 0, "\(second.talk)")
    #expect(second.lines.first?.hasSuffix("1 row read, 1 new.") == true)
    #expect(try !place.run("check").output.contains("did not come in"))
  }

  @Test("Rejected sources that go elsewhere still find their transcripts")
  func sourcesElsewhere() throws {
    let place = try Workplace.withStudy()
    try place.write("talks/more.csv", "source,case,file\nn3,north,n1.txt\nn4,west,n1.txt\n")
    try place.write("bad/here.txt", "")
    let first = try place.run(
      "import", "sources", "talks/more.csv", "--keep-good", "--rejects", "bad/rows.csv")
    #expect(first.status == 3)
    let command = try #require(first.lines.last { $0.hasPrefix("  covalence import ") })
    #expect(command == "  covalence import sources bad/rows.csv --texts talks")
    try place.write(
      "bad/rows.csv", place.text("bad/rows.csv").replacing("n4,west", with: "n4,south"))
    let second = try place.shell("\"$covalence\"" + command.dropFirst("  covalence".count))
    #expect(second.status == 0, "\(second.talk)")
  }

  @Test("A refusal says how to go on")
  func refused() throws {
    let place = try Workplace.withStudy()
    let answer = try place.bring("cases", "case,name\n,East\nwest,West\n", as: "new.csv")
    #expect(
      answer.lines.suffix(3) == [
        "Nothing was imported from new.csv. 2 rows read, 1 could come in as new, 1 rejected.",
        "The rejected rows with their reasons are in new.csv.rejects.csv. Either mend the file itself and import it again, or import it with --keep-good, which brings in its good rows, then mend new.csv.rejects.csv and bring it in with",
        "  covalence import cases new.csv.rejects.csv",
      ])
    let elsewhere = try place.run("import", "cases", "new.csv", "--rejects", "bad rows.csv")
    #expect(elsewhere.status == 65)
    #expect(place.names.contains("bad rows.csv"))
  }

  @Test("Under --strict a warning is an error")
  func strict() throws {
    let place = try Workplace.withStudy()
    let before = place.study
    let text = "source,coder,code,start,end\nn1,ana,weather,0,5\n"
    let answer = try place.bring("codings", text, ["--strict", "--keep-good"])
    #expect(answer.status == 65)
    #expect(
      answer.lines == [
        "codings.csv:2, column \"code\": error: code \"weather\" (1 coding) is not in \"small\" and counts for no construct. Either map it to a construct in the framework or leave it unmapped. [CODINGS-008]",
        "Nothing was imported from codings.csv. Under --strict a warning is an error. 1 row read, 1 could come in as new.",
      ])
    #expect(place.study == before)
  }

  @Test("Another file's headers by --map, and what is wrong with a map")
  func map() throws {
    let place = try Workplace.withStudy()
    try place.write("map.yaml", "respondent: Token\ncase: Group\nwait: \"Q1: do you wait?\"\n")
    let text = "Token,Group,Q1: do you wait?,Comment\nr1,north,4,fine\n"
    let answer = try place.bring("survey", text, ["--map", "map.yaml"])
    #expect(
      answer.lines == [
        "Import 4: survey.csv as survey. 1 row read, 1 new.", "Kept as text: Comment.",
      ])
    try place.write("map.yaml", "respondent: Tokn\ncase: Group\nwait: \"Q1: do you wait?\"\n")
    let wrong = try place.bring("survey", text + "\n", as: "b.csv", ["--map", "map.yaml"])
    #expect(wrong.status == 65)
    #expect(
      wrong.lines.first
        == "b.csv:1, column \"Tokn\": error: the map says that \"respondent\" is in column \"Tokn\", which the header does not have. Did you mean \"Token\"? If not, take the line out of the map. [CSV-003]"
    )
    try place.write("map.yaml", "- respondent\n")
    let list = try place.run("import", "survey", "b.csv", "--map", "map.yaml")
    #expect(list.status == 65)
    #expect(
      list.lines == [
        "map.yaml:1: error: this is no map of columns. Write one line a column: our name, a colon, the name in the file. [CSV-004]"
      ])
    try place.write("map.yaml", "respondent: Token\ncase: [a\n")
    let broken = try place.run("import", "survey", "b.csv", "--map", "map.yaml")
    #expect(broken.status == 65)
    #expect(broken.lines.first?.hasPrefix("map.yaml:3: error: this is not YAML: ") == true)
    #expect(broken.lines.first?.contains("(at character 1)") == true)
    let none = try place.run("import", "survey", "b.csv", "--map", "none.yaml")
    #expect(none.status == 66)
    #expect(none.lines == ["error: There is no file none.yaml. Check the path. [INPUT-001]"])
  }

  @Test("UTF-8 with a mark, UTF-16, Windows-1252; comma, semicolon, tab: the same cases")
  func encodings() throws {
    let text = "case;name\nzürich;Zürich – see\n"
    let wide = Array(text.utf16)
    let files: [(name: String, bytes: [UInt8], options: [String])] = [
      ("mark.csv", [0xEF, 0xBB, 0xBF] + Array(text.utf8), []),
      ("little.csv", [0xFF, 0xFE] + wide.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, []),
      ("big.csv", [0xFE, 0xFF] + wide.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }, []),
      (
        "windows.csv",
        Array("case\tname\r\nz".utf8) + [0xFC] + Array("rich\tZ".utf8) + [0xFC]
          + Array("rich ".utf8) + [0x96] + Array(" see\r\n".utf8), []
      ),
      ("told.csv", Array(text.utf8), ["--encoding", "utf8", "--delimiter", "semicolon"]),
    ]
    for file in files {
      let place = try Workplace()
      try place.run("init", "a.covalence", "--framework", Workplace.small)
      try place.write(file.name, bytes: file.bytes)
      let answer = try place.run(["import", "cases", file.name] + file.options)
      #expect(answer.status == 0, "\(file.name): \(answer.talk)")
      try place.run("import", "sources", "-", input: "source,case\nn1,zürich\n")
      let score = try place.run("score", "--json")
      let cases = score.object["cases"] as? [[String: Any]]
      #expect(cases?.first?["case"] as? String == "zürich", "\(file.name)")
      #expect(try place.run("score").output.contains("Zürich – see"), "\(file.name)")
    }
  }

  @Test("The same file as another coder's is warned of, and refused where warnings are errors")
  func sameFile() throws {
    let place = try Workplace.withStudy()
    try place.write("k.csv", "source,code,start,end\nn1,pace.waiting,0,5\n")
    func bring(_ coder: String, _ more: String...) throws -> Workplace.Answer {
      try place.run(["import", "codings", "k.csv", "--coder", coder] + more)
    }
    #expect(try bring("ana").status == 0)
    let strict = try bring("ben", "--strict")
    #expect(strict.status == 65 && strict.talk.contains("IMPORT-002"), "\(strict.talk)")
    let other = try bring("ben")
    #expect(other.status == 0, "\(other.talk)")
    #expect(
      other.lines.contains {
        $0.contains("byte for byte the file of import 4 (k.csv), which came in with coder \"ana\"")
      }, "\(other.talk)")
    #expect(try bring("ben").lines.last?.contains("is in the study already: import 5") == true)
  }

  @Test("Standard input, and its rejected rows")
  func standardInput() throws {
    let place = try Workplace.withStudy()
    let good = try place.run("import", "cases", "-", input: "case,name\neast,East\n")
    #expect(good.lines == ["Import 4: standard input as cases. 1 row read, 1 new."])
    let again = try place.run("import", "cases", "-", input: "case,name\neast,East\n")
    #expect(
      again.lines == [
        "standard input is in the study already: import 4, 2026-04-14T10:00:00Z. Nothing was changed."
      ])
    let bad = try place.run("import", "cases", "-", input: "case,name\n,East\n")
    #expect(bad.status == 65)
    #expect(place.names.contains("standard-input.rejects.csv"))
  }

  @Test("Provenance: file, hash, time, rows, version; taken back it says when")
  func provenance() throws {
    let place = try Workplace.withStudy()
    let answer = try place.run("imports", "--json")
    let imports = try #require(answer.object["imports"] as? [[String: Any]])
    #expect(
      imports.map { $0["file"] as? String } == ["cases.csv", "participants.csv", "sources.csv"])
    let first = try #require(imports.first)
    #expect(
      Set(first.keys) == [
        "import", "kind", "file", "sha256", "bytes", "at", "toolVersion", "options", "rows", "kept",
        "changed", "skipped", "rejected", "undoneAt", "round",
      ])
    #expect(first["at"] as? String == "2026-04-14T10:00:00Z")
    #expect(first["bytes"] as? Int == place.bytes("cases.csv")?.count)
    #expect((first["sha256"] as? String)?.count == 64)
    #expect(first["rows"] as? Int == 2)
    #expect(first["undoneAt"] is NSNull)
    let undone = try place.run("undo-import", "3", "--json")
    #expect(undone.status == 0)
    #expect(undone.object["import"] as? Int == 3)
    #expect(try place.run("imports").output.contains("taken back 2026-04-14T10:00:00Z"))
    let twice = try place.run("undo-import", "3")
    #expect(twice.status == 65)
    #expect(
      twice.lines == [
        "error: Import 3 was taken back already, on 2026-04-14T10:00:00Z. Nothing is left to do. [IMPORT-001]"
      ])
    let built = try place.run("undo-import", "1", "--json")
    #expect(built.status == 65)
    #expect(built.object["ok"] as? Bool == false)
    let said = try #require((built.object["diagnostics"] as? [[String: Any]])?.first)
    #expect(said["message"] as? String == "Import 1 cannot be taken back: import 2 builds on it")
    #expect(
      said["remedy"] as? String
        == "Take that one back first. 'covalence undo-import 2' does that.")
    #expect(
      try place.run("undo-import", "9").lines == [
        "error: There is no import 9. Name one of the list of imports. 'covalence imports' shows it. [IMPORT-001]"
      ])
  }

  @Test("The answer as JSON has every count, in camelCase, and null where there is nothing")
  func json() throws {
    let place = try Workplace.withStudy()
    let text = "source,coder,code,start,end\nn1,ana,gain,0,5\nn1,ben,gain,0,5\nn2,ana,pace,3,9\n"
    let answer = try place.bring("codings", text, ["--json"])
    #expect(answer.status == 0)
    #expect(answer.talk.isEmpty)
    let object = answer.object
    #expect(object["ok"] as? Bool == true)
    let counts = [
      "rows": 3, "kept": 3, "changed": 0, "rejected": 0, "documents": 2, "codes": 2, "codings": 3,
      "segments": 2, "coders": 2, "cases": 0, "responses": 0, "import": 4,
    ]
    for (name, count) in counts { #expect(object[name] as? Int == count, "\(name)") }
    #expect(object["rejects"] is NSNull)
    #expect((object["skipped"] as? [Any])?.isEmpty == true)
    let more = try place.bring("codings", text + "n2,ana,gain,3,9\n", as: "b.csv", ["--json"])
    let skipped = try #require((more.object["skipped"] as? [[String: Any]])?.first)
    #expect(skipped["kind"] as? String == "there already")
    #expect(skipped["count"] as? Int == 3)
    #expect(skipped["first"] as? Int == 2)
  }
}
