import Exchange
import FileFormats
import StudyModel
import TestSupport
import Testing

@testable import StudyWorkflow

@Suite("Rejected rows come back under any name, and the study knows them")
struct MendedRejectsTests {
  private static let head = "source,coder,code,start,end\n"

  /// A file, its rejected rows beside it.
  private static func bring(
    _ walks: Walks, _ name: String, _ text: String? = nil,
    _ change: (inout ImportOptions) -> Void = { _ in }
  ) throws -> (report: ImportReport, rejectsPath: String?) {
    if let text { try walks.place.write(name, text) }
    var file = try FileImport(.codings, walks.place.path(name), time: "2026-04-14T10:00:00Z")
    change(&file.task.options)
    return try file.run(in: walks.study)
  }

  private static func open(_ walks: Walks) throws -> Int {
    try walks.study.check().findings.first { $0.kind == .rejectedRows }?.count ?? 0
  }

  @Test("Mended and saved under another name, in parts, they are asked for no longer")
  func anotherName() throws {
    let walks = try Walks.begun()
    let bad = "n9,ana,gain,0,5\nn9,ana,pace.route,0,5\n"
    let first = try Self.bring(walks, "ana.csv", Self.head + "n1,ana,gain,0,5\n" + bad) {
      $0.keepGood = true
    }
    #expect(first.report.ending == .importedGood)
    #expect(try Self.open(walks) == 2)
    let lines = walks.place.text("ana.csv.rejects.csv").split(separator: "\n").map(String.init)
    #expect(lines.first == "source,coder,code,start,end,rejected from,rejected because")
    #expect(lines.count == 3)
    for (part, line) in lines.dropFirst().enumerated() {
      let mended = line.replacing("n9,", with: "n2,")
      let report = try Self.bring(walks, "part \(part).csv", lines[0] + "\n" + mended + "\n").report
      #expect(report.ending == .imported)
      #expect(report.entry.mendsID == 4)
      #expect(try Self.open(walks) == 1 - part)
    }
    try walks.undo(6)
    #expect(try Self.open(walks) == 1)
  }

  @Test("A row that was rejected again is asked for of the later file, and comes back from there")
  func again() throws {
    let walks = try Walks.begun()
    _ = try Self.bring(walks, "ana.csv", Self.head + "n1,ana,gain,0,5\nn9,ana,gain,0,5\n") {
      $0.keepGood = true
    }
    let text = walks.place.text("ana.csv.rejects.csv") + "n2,ana,pace.route,0,5,ana.csv,\n"
    _ = try Self.bring(walks, "try.csv", text) { $0.keepGood = true }
    #expect(try Self.open(walks) == 1)
    let rest = walks.place.text("try.csv.rejects.csv")
    #expect(rest.contains("n9,ana,gain,0,5,try.csv,"))
    #expect(
      rest.split(separator: "\n").first?.hasSuffix("end,rejected from,rejected because") == true)
    let report = try Self.bring(walks, "last.csv", rest.replacing("n9,", with: "n2,")).report
    #expect(report.entry.mendsID == 5)
    #expect(try Self.open(walks) == 0)
  }

  @Test("Under --prune the good rows of the same file do not give way to its mended ones")
  func prune() throws {
    let walks = try Walks.begun()
    try walks.bring(.codings, Self.head + "n1,ana,pace.waiting,0,5\n")
    func anew(_ options: inout ImportOptions) {
      (options.prune, options.round, options.keepGood) = (true, "second", true)
    }
    _ = try Self.bring(
      walks, "anew.csv", Self.head + "n1,ana,gain,0,5\nn1,ana,gain,6,999\n", anew)
    #expect(try walks.codings() == ["ana gain 0-5 We wa"])
    let mended = walks.place.text("anew.csv.rejects.csv").replacing("999", with: "9")
    let report = try Self.bring(walks, "mended.csv", mended, anew).report
    #expect(report.ending == .imported)
    #expect(try walks.codings().count == 2)
  }

  @Test("What is wrong is told before the failure to keep the rejected rows")
  func notKept() throws {
    let walks = try Walks.begun()
    let before = try walks.contents()
    try walks.place.write("bad.csv", Self.head + "n1,ana,gain,0,5\nn9,ana,gain,0,5\n")
    for keepGood in [true, false] {
      var file = try FileImport(
        .codings, walks.place.path("bad.csv"), rejects: walks.place.path("no/such/folder.csv"),
        time: "2026-04-14T10:00:00Z")
      file.task.options.keepGood = keepGood
      let failure = #expect(throws: Failure.self) { try file.run(in: walks.study) }
      #expect(failure?.kind == .cannotWrite)
      #expect(failure?.diagnostics.map(\.code) == [.unknownSource, .cannotWriteFile])
    }
    #expect(try walks.contents() == before)
  }
}

@Suite("What an import tells goes by what was mapped, and by every batch")
struct ImportTellsTests {
  @Test("Which passages may be quoted is told under a map as without one")
  func cleared() throws {
    let walks = try Walks.begun()
    let rows = "n1,ana,gain,0,5,yes\nn1,ben,pace.route,38,55,\n"
    let report = try walks.bring(.codings, "source,coder,code,start,end,May quote\n" + rows) {
      $0.options.map = ["clear": "May quote"]
    }
    #expect(report.quotes?.cleared == 1)
    #expect(report.quotes?.waiting == 1)
    let silent = try walks.bring(.codings, "source,coder,code,start,end\nn2,ana,gain,0,5\n")
    #expect(silent.quotes == nil)
  }

  @Test("Interviews without a participant are counted, at import and by check")
  func noInterviewee() throws {
    let walks = try Walks.begun()
    let report = try walks.bring(
      .sources,
      "source,case,kind,participant\na,north,interview,\nb,north,document,\nc,south,interview,\nd,*,interview,\n"
    )
    let told = report.diagnostics.filter { $0.code == .intervieweeNotStated }
    #expect(told.count == 1)
    #expect(told.first?.message == "2 interviews, this row's the first, name no participant")
    #expect(told.first?.place.row == 2)
    let found = try walks.study.check().findings.first { $0.kind == .withoutInterviewee }
    #expect(found?.places == ["a", "c"])
  }

  @Test("A coding that names another participant or phase than its source is refused")
  func otherOwner() throws {
    let walks = try Walks.begun()
    let head = "source,coder,code,start,end,participant,phase\n"
    let report = try walks.tried(
      .codings, head + "n1,ana,gain,0,5,p1,\nn1,ana,gain,6,9,p2,\nn2,ana,gain,0,5,,2026\n")
    #expect(
      report.diagnostics.map(\.message) == [
        "source \"n1\" has the participant \"p1\", not \"p2\"",
        "source \"n2\" states no phase, and \"2026\" is given",
      ])
    let quick =
      "source,coder,code,start,end,case,phase\nq,ana,gain,0,5,north,1\nq,ana,gain,6,9,north,2\n"
    let later = try walks.tried(.codings, quick)
    #expect(later.diagnostics.filter { $0.code == .otherOwner }.map(\.place.row) == [3])
  }

  @Test("How many bytes there are is told of a CSV file, and of no workbook")
  func progress() throws {
    let walks = try Walks.begun()
    func total(_ bytes: [UInt8]) throws -> Int? {
      var total: Int?
      let task = ImportTask(.cases, bytes, name: "c", time: "2026-04-14T10:00:00Z")
      _ = try task.run(in: walks.study, progress: { total = $0.totalBytes })
      return total
    }
    let text = Array("case,name\nwest,West\n".utf8)
    #expect(try total(text) == text.count)
    let book = SmallWorkbook(texts: [["case", "name"], ["east", "East"]])
    #expect(try total(book.archive) == nil)
  }

  @Test(
    "Each batch of responses is of the questionnaire that it says, and one that is short is refused"
  )
  func questionnaires() throws {
    let walks = try Walks.begun()
    func batch(_ items: [String], _ respondent: String, _ answers: [Int8]) -> Incoming.Responses {
      var names = Incoming.Responses.Names()
      var row = Incoming.Responses.Row(row: 1)
      row.caseID = Int32(names.cases.number("north"))
      row.respondent = 0..<UInt32(respondent.utf8.count)
      return Incoming.Responses(
        items: items, names: names, rows: [row], answers: answers, bytes: Array(respondent.utf8))
    }
    func bring(_ batches: [Incoming.Responses]) throws -> ImportReport {
      let task = ImportTask(kind: "survey", name: "s", time: "2026-04-14T10:00:00Z") { _, _ in
        BatchReader(batches.map { .responses($0) })
      }
      return try task.run(in: walks.study)
    }
    let report = try bring([
      batch(["wait", "gain.fitness.1"], "r1", [4, 2]), batch(["gain.fitness.1"], "r2", [5]),
    ])
    #expect(report.ending == .imported)
    #expect(report.counts["items"] == 2)
    #expect(
      try walks.texts(
        """
        SELECT r.respondent || ' ' || a.item || ' ' || a.value FROM answer a
        JOIN response r ON r.id = a.responseID ORDER BY 1
        """) == ["r1 gain.fitness.1 2", "r1 wait 4", "r2 gain.fitness.1 5"])
    let failure = #expect(throws: Failure.self) {
      try bring([batch(["wait", "gain.fitness.1"], "r3", [4])])
    }
    #expect(failure?.kind == .fault)
  }
}
