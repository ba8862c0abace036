import Foundation
import TestSupport
import Testing

@Suite("What nobody filled in is told as such, and what is printed to be run can be run")
struct MeetingAndNothingTests {
  private static func coded() throws -> Workplace {
    let place = try Workplace.withStudy()
    let codings = """
      source,coder,code,start,end,weight,valence
      n1,ana,pace.waiting,0,21,3,supporting
      n1,ben,pace.route,38,55,2,contrary

      """
    #expect(try place.bring("codings", codings).status == 0)
    return place
  }

  @Test("The command that the sheet's export prints brings it in")
  func command() throws {
    let place = try Self.coded()
    let export = try place.run("adjudicate", "export", "our meeting.csv")
    #expect(export.status == 0)
    var sheet = SheetTable(place.text("our meeting.csv"))
    for row in sheet.rows.indices {
      sheet[row, "decision"] = "accept"
      sheet[row, "reason"] = "as said"
    }
    try place.write("our meeting.csv", sheet.text)
    let command = try #require(export.lines.last?.trimmingCharacters(in: .whitespaces))
    #expect(command.hasPrefix("covalence adjudicate import 'our meeting.csv' --by "))
    let run = try place.shell(
      "\"$covalence\" " + command.dropFirst("covalence ".count))
    #expect(run.status == 0, "\(run.talk)")
    #expect(run.talk.contains("2 new"))
  }

  @Test("A decision without a name or a time is to be completed, not removed")
  func lacking() throws {
    let place = try Self.coded()
    try place.run("adjudicate", "export", "m.csv")
    var sheet = SheetTable(place.text("m.csv"))
    sheet[0, "decision"] = "accept"
    try place.write("m.csv", sheet.text)
    let answer = try place.run("adjudicate", "import", "m.csv")
    #expect(answer.status == 65)
    #expect(answer.talk.contains("\"by\" is empty"))
    #expect(answer.talk.contains("--by says who decided and --at when"))
    #expect(!answer.talk.contains("remove the row"))
    #expect(answer.talk.contains("Nothing was imported from m.csv."))
  }

  @Test("A sheet in which nothing is decided draws no false warning, and nothing is kept of it")
  func undecided() throws {
    let place = try Self.coded()
    let before = place.study
    try place.run("adjudicate", "export", "m.csv")
    let answer = try place.run(
      "adjudicate", "import", "m.csv", "--by", "ana", "--at", "2026-04-14T10:00:00Z")
    #expect(answer.status == 0)
    #expect(
      answer.lines == [
        "m.csv, column \"decision\": warning: no row of the sheet is decided. Fill in \"decision\", and bring the sheet in then. [ADJUDICATIONS-012]",
        "There was nothing to import in m.csv, and nothing is kept of it. 2 rows read, 0 new, 2 undecided.",
      ])
    #expect(place.study == before)
  }

  @Test("A file with a header alone is no import")
  func noRows() throws {
    let place = try Workplace.withStudy()
    let before = place.study
    let answer = try place.bring("cases", "case,name\n", as: "none.csv", ["--json"])
    #expect(answer.status == 0)
    #expect(answer.object["ending"] as? String == "nothing")
    #expect(answer.object["import"] is NSNull)
    #expect(place.study == before)
  }

  @Test(
    "What could have come in is not told as new, and nothing that did not come in is taken back")
  func refused() throws {
    let place = try Workplace.withStudy()
    _ = try place.bring("phases", "phase\n2026\n")
    let text = "respondent,case,wait\na@ex.org,north,4\nb@ex.org,nord,4\nc@ex.org,north,4\n"
    for options in [[], ["--dry-run"], ["--strict"]] {
      let answer = try place.bring("survey", text, options)
      #expect(answer.talk.contains("3 rows read, 2 could come in as new, 1 rejected."))
      #expect(!answer.talk.contains("back"), "\(answer.talk)")
    }
    let kept = try place.bring("survey", text, ["--keep-good"])
    #expect(kept.talk.contains("Take import 5 back before. 'covalence undo-import 5' does that."))
  }

  @Test("A construct that is begun is found, and the command that lists them can be run")
  func construct() throws {
    let place = try Self.coded()
    let begun = try place.run("trace", "north", "pace.wait")
    #expect(begun.talk.contains("Did you mean \"pace.waiting\"?"))
    #expect(begun.talk.contains("'covalence framework show' lists those of a framework."))
    let show = try place.run("framework", "show")
    #expect(show.status == 0)
    #expect(show.output.contains("pace.waiting"))
  }

  @Test("A study that is given as a table is told as one")
  func study() throws {
    let place = try Workplace.withStudy()
    let file = try place.run("import", "cases", "walk.covalence", "-s", "walk.covalence")
    #expect(file.status == 65)
    #expect(file.talk.contains("the file is a study or another SQLite database, and no table"))
    let piped = try place.shell(
      "\"$covalence\" import cases - -s walk.covalence < walk.covalence")
    #expect(piped.talk.contains("the file is a study or another SQLite database, and no table"))
  }

  @Test("Files of rejected rows that are needed no longer are named")
  func needless() throws {
    let place = try Workplace.withStudy()
    _ = try place.bring("cases", "case,name\neast,East\n,West\n", as: "more.csv", ["--keep-good"])
    let open = try place.run("check")
    #expect(!open.talk.contains("Delete them"))
    let mended = place.text("more.csv.rejects.csv").replacing("\n,West", with: "\nwest,West")
    #expect(try place.bring("cases", mended, as: "mended.csv").status == 0)
    try place.write("mine.rejects.csv", "case\nx\n")
    let well = try place.run("check")
    #expect(well.talk.contains("Delete them: more.csv.rejects.csv\n"))
    // Rows of a file that was refused are nowhere else, nor are those of one that was taken back.
    #expect(try place.bring("cases", "case,name\n,South\n").status == 65)
    #expect(place.names.contains("cases.csv.rejects.csv"))
    let refused = try place.run("check")
    #expect(refused.talk.contains("Delete them: more.csv.rejects.csv\n"))
    for number in ["5", "4"] { #expect(try place.run("undo-import", number).status == 0) }
    #expect(!(try place.run("check")).talk.contains("Delete them"))
  }

  @Test("What is stopped leaves nothing of the study among temporary files, and says so")
  func stopped() throws {
    let place = try Workplace.withStudy()
    let before = place.study
    try place.write("tmp/here.txt", "")
    let run = try place.shell(
      """
      mkfifo pipe; sleep 20 > pipe & holder=$!
      TMPDIR="$PWD/tmp" "$covalence" import cases - --dry-run -s walk.covalence < pipe &
      pid=$!
      for i in 1 2 3 4 5 6 7 8 9 10; do ls tmp | grep -q scratch && break; sleep 0.5; done
      sleep 0.5
      kill -INT $pid; sleep 1; kill -INT $pid
      wait $pid; code=$?
      kill $holder
      exit $code
      """)
    #expect(run.status == 130, "\(run.talk)")
    #expect(run.talk.contains("Stopped."))
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.path("tmp")) == ["here.txt"])
    #expect(place.study == before)
  }
}
