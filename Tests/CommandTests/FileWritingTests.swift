import Foundation
import TestSupport
import Testing

/// What the program writes never takes the place of something else, and never runs.
@Suite("Files that commands write")
struct FileWritingTests {
  /// A study with two coders, whose codings say what the test wants.
  private static func coded(code: String = "value.tangible", text: String = "five!") throws
    -> Workplace
  {
    let place = try Workplace()
    try place.run("init", "s.covalence", "--framework", "van-winkelen-2010")
    try place.write(
      "cases.csv",
      "case,name\nc,\"Forum ![](http://example.org/x.png) [here](http://example.org)\"\n")
    try place.write("sources.csv", "source,case,coders,read\ns1,c,ana;ben,\ns2,c,ana;ben,ben\n")
    func quoted(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }
    try place.write(
      "codings.csv",
      """
      source,coder,code,start,end,text
      s1,ana,\(quoted(code)),0,5,\(quoted(text))
      s1,ben,value.tangible,0,5,\(quoted(text))
      s2,ana,value.tangible,0,5,-2

      """)
    for layout in ["cases", "sources", "codings"] {
      let answer = try place.run("import", layout, "\(layout).csv")
      #expect(answer.status == 0, "\(answer.talk)")
    }
    return place
  }

  private static func mode(_ place: Workplace, _ name: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: place.path(name))
    return try #require(attributes[.posixPermissions] as? Int)
  }

  @Test("Rejected rows and sheets replace neither the study nor what is read")
  func spared() throws {
    let place = try Self.coded()
    try place.write("bad.csv", "source,coder,code,start,end\nnosuch,ana,value.tangible,0,1\n")
    let (bad, study) = (place.bytes("bad.csv"), place.bytes("s.covalence"))
    try FileManager.default.createSymbolicLink(
      atPath: place.path("link.csv"), withDestinationPath: place.path("bad.csv"))
    try place.write("theirs.csv", "mine\n")
    for name in [
      "bad.csv", "s.covalence", "./bad.csv", "link.csv", "theirs.csv", "s.covalence-journal",
    ] {
      let answer = try place.run("import", "codings", "bad.csv", "--rejects", name)
      #expect(answer.status == 74, "\(name): \(answer.talk)")
      #expect(answer.talk.contains("FILE-001") && answer.talk.contains(name))
    }
    #expect(place.bytes("bad.csv") == bad && place.bytes("s.covalence") == study)
    #expect(place.text("theirs.csv") == "mine\n")
    for _ in 1...2 {
      #expect(try place.run("import", "codings", "bad.csv", "--rejects", "ours.csv").status == 65)
    }
    #expect(try Self.mode(place, "ours.csv") == 0o600)
    try place.run("init", "t.csv", "--framework", "van-winkelen-2010")
    let before = place.bytes("t.csv")
    let answer = try place.run("adjudicate", "export", "t.csv", "--force", "-s", "t.csv")
    #expect(answer.status == 74, "\(answer.talk)")
    #expect(place.bytes("t.csv") == before)
  }

  @Test("Cells that a spreadsheet would run are guarded everywhere, and come back as they were")
  func formulas() throws {
    let place = try Self.coded(code: "=HYPERLINK(\"http://example.org\",\"x\")", text: "=1+1")
    try place.run("report", "agreement", "--for", "researcher", "--format", "csv", "--out", "r")
    let table = place.text("r/agreement.researcher.csv")
    #expect(table.contains("'=HYPERLINK") && !table.contains(",\"=") && !table.contains(",="))
    try place.run("adjudicate", "export", "m.csv", "--all")
    let sheet = place.text("m.csv")
    #expect(sheet.contains("'=1+1") && !sheet.contains(",=") && !sheet.contains(",\"="))
    #expect(try Self.mode(place, "m.csv") == 0o600)
    for name in ["m.csv", "m.xlsx"] {
      try place.run("adjudicate", "export", name, "--all", "--force")
      let answer = try place.run("adjudicate", "import", name, "--dry-run")
      #expect(answer.status == 0, "\(name): \(answer.talk)")
    }
    // A decision on the unit with the guarded code, as a spreadsheet would send it back.
    try place.write(
      "d.csv",
      """
      source,start,end,code,what each coder did,decision,by,at,reason
      s1,0,5,"'=HYPERLINK(""http://example.org"",""x"")",ana,accept,eva,2026-04-14T10:00:00Z,'=because

      """)
    let decided = try place.run("adjudicate", "import", "d.csv")
    #expect(decided.status == 0, "\(decided.talk)")
    #expect(try place.run("adjudicate", "log").output.contains("=because"))
    #expect(try !place.run("adjudicate", "log").output.contains("'=because"))
    try place.write(
      "bad.csv",
      "source,coder,code,start,end,text\nnosuch,ana,\"=a\",0,1,\"'=b\"\ns1,ana,\"'\",-1,4,+\n")
    try place.run("import", "codings", "bad.csv")
    let rejects = place.text("bad.csv.rejects.csv")
    #expect(rejects.contains("nosuch,ana,'=a,0,1,''=b,") && rejects.contains("s1,ana,',-1,4,'+,"))
    try place.run("import", "codings", "bad.csv.rejects.csv")
    let again = place.text("bad.csv.rejects.csv.rejects.csv")
    #expect(again.contains("nosuch,ana,'=a,0,1,''=b,") && again.contains("s1,ana,',-1,4,'+,"))
  }

  @Test("Names are text in Markdown: no picture, no link")
  func markdown() throws {
    let place = try Self.coded()
    let answer = try place.run("report", "health", "c", "--format", "md", "--out", "r")
    let text = place.text("r/health-c.convenor.full.md")
    #expect(!text.isEmpty, "\(answer.talk)")
    #expect(text.contains("!\\[](http\\://example.org/x.png) \\[here](http\\://example.org)"))
    #expect(!text.contains("![") && !text.contains("http://"))
  }

  @Test("A sign that XML cannot hold makes a workbook that opens")
  func signs() throws {
    let place = try Self.coded(text: "ab\u{FFFE}cd")
    #expect(try place.run("adjudicate", "export", "m.xlsx", "--all").status == 0)
    let answer = try place.run("adjudicate", "import", "m.xlsx", "--dry-run")
    #expect(answer.status == 0, "\(answer.talk)")
    try place.run("report", "agreement", "--format", "html,md", "--out", "r")
    for name in ["r/agreement.researcher.html", "r/agreement.researcher.md"] {
      #expect(!place.text(name).isEmpty && !place.text(name).contains("\u{FFFE}"))
    }
  }

  @Test("Reports of different cases and for different eyes have different files")
  func names() throws {
    let place = try Self.coded()
    let ids = [
      "a b", "a-b", "a/b", "A-b", "a--b", "c-researcher", "c.researcher", "c.gaps", "c-gaps", "..",
      "é",
      "a-b~", String(repeating: "long ", count: 60), "con", "日本",
    ]
    let rows = ids.enumerated().map { "\"\($1)\",\"Case \($0)\"" }
    try place.write("more.csv", "case,name\n" + rows.joined(separator: "\n") + "\n")
    #expect(try place.run("import", "cases", "more.csv").status == 0)
    let answers = ids.enumerated().map { number, id in
      "x\(number),\"\(id)\",\(1 + number % 5),2026"
    }
    try place.write(
      "survey.csv",
      "respondent,case,value.tangible.1,phase\n" + answers.joined(separator: "\n") + "\n")
    let imported = try place.run("import", "survey", "survey.csv")
    #expect(imported.status == 0, "\(imported.talk)")
    for (number, id) in ids.enumerated() {
      for audience in ["convenor", "researcher", "working-group"] {
        let answer = try place.run(
          "report", "health", id, "--for", audience, "--format", "html,csv")
        #expect(answer.status == 0, "\(id): \(answer.talk)")
        for file in answer.output.split(separator: "\n") where file.hasSuffix(".html") {
          #expect(place.text(String(file)).contains("Case \(number)"))
        }
      }
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: place.path("reports"))
    #expect(names.filter { $0.hasSuffix(".html") }.count == 6 * ids.count)
    #expect(Set(names.map { $0.lowercased() }).count == names.count)
    #expect(names.allSatisfy { $0.utf8.count <= 200 && !$0.contains("..") })
    for name in ["health-a-b.2026.convenor.full.html", "health-con.2026.researcher.full.html"] {
      #expect(names.contains(name))
    }
    for name in names {
      #expect(
        try Self.mode(place, "reports/\(name)") & 0o077 == 0 || !name.contains(".researcher."))
    }
  }

  @Test("A file of others stands where a report would go")
  func others() throws {
    let place = try Self.coded()
    try place.run(
      "report", "agreement", "--for", "researcher", "--format", "html,md,csv,json", "--out", "r")
    #expect(try Self.mode(place, "r") == 0o700)
    for ending in ["html", "md", "csv", "json"] {
      let name = "r/agreement.researcher.\(ending)"
      let again = try place.run("report", "agreement", "--format", ending, "--out", "r")
      #expect(again.status == 0, "\(again.talk)")
      try place.write(name, "mine\n")
      let answer = try place.run("report", "agreement", "--format", ending, "--out", "r")
      #expect(answer.status == 74 && answer.talk.contains(name), "\(answer.talk)")
      #expect(place.text(name) == "mine\n")
      let forced = try place.run("report", "agreement", "--format", ending, "--out", "r", "--force")
      #expect(forced.status == 0 && place.text(name) != "mine\n")
    }
  }

  @Test("Beyond the size that files may have, what was to be written is told, and the study stays")
  func sizeLimit() throws {
    let place = try Self.coded()
    let study = place.bytes("s.covalence")
    try place.write(
      "many.csv",
      "case\n" + (1...20_000).map { "case \($0) \(String(repeating: "x", count: 40))\n" }.joined())
    let names = place.names
    let imported = try place.shell("ulimit -f 4000; \"$covalence\" import cases many.csv")
    #expect(imported.status == 74, "\(imported)")
    #expect(imported.talk.contains("files may not grow beyond"))
    let page = "report health c --for researcher --length full --format html --out ."
    #expect(try place.shell("\"$covalence\" \(page)").status == 0)
    let before = place.bytes("health-c.researcher.full.html")
    for command in [page, "adjudicate export m.csv --all", "adjudicate export m.xlsx --all"] {
      let answer = try place.shell("ulimit -f 1; \"$covalence\" \(command)")
      #expect(answer.status == 74, "\(command): \(answer)")
      #expect(answer.talk.contains("cannot be written"), "\(answer.talk)")
    }
    #expect(place.bytes("health-c.researcher.full.html") == before)
    #expect(place.names == (names + ["health-c.researcher.full.html"]).sorted())
    #expect(place.bytes("s.covalence") == study)
  }

  @Test("All that is made for the researcher is readable by its owner alone, whatever the umask")
  func forTheOwner() throws {
    let place = try Self.coded()
    try place.write("bad.csv", "source,coder,code,start,end\nnosuch,ana,value.tangible,0,1\n")
    try place.write("answers.csv", "respondent,case,value.tangible.1\nr1,c,5\n")
    let commands = [
      "init t.covalence --framework van-winkelen-2010",
      "import codings bad.csv --rejects rejects.csv -s s.covalence",
      "import survey answers.csv --hash-tokens -s s.covalence",
      "adjudicate export m.csv --all -s s.covalence",
      "adjudicate export m.xlsx --all -s s.covalence",
      "report health c --for researcher --format html,md,csv,json --out r -s s.covalence",
      "report compare --for researcher --format html,md,csv,json --out r -s s.covalence",
      "report methods --for researcher --format html,md,csv,json --out r -s s.covalence",
      "report agreement --format html,md,csv,json --out r -s s.covalence",
    ]
    for command in commands {
      let answer = try place.shell("umask 000; \"$covalence\" \(command)")
      #expect([0, 65].contains(answer.status), "\(command): \(answer.talk)")
    }
    for name in ["t.covalence", "rejects.csv", "s.covalence.tokens.key", "m.csv", "m.xlsx"] {
      #expect(try Self.mode(place, name) == 0o600, "\(name)")
    }
    #expect(try Self.mode(place, "r") == 0o700)
    let reports = try FileManager.default.contentsOfDirectory(atPath: place.path("r"))
    #expect(reports.count >= 16)
    for name in reports { #expect(try Self.mode(place, "r/\(name)") == 0o600, "\(name)") }
  }
}
