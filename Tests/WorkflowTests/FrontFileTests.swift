import StudyModel
import StudyWorkflow
import TestSupport
import Testing
import WorkflowSupport

@Suite("A front whose user names files hands over paths and does nothing with them itself")
struct FrontFileTests {
  @Test("A table by its path, with its map and transcripts; rejected rows go beside")
  func table() throws {
    let front = try FrontStudy()
    let place = front.place
    try place.write("talks/one.txt", "We wait for the last.")
    try place.write("talks.csv", "source,Group,file\nt1,north,one.txt\n")
    try place.write("map.yaml", "case: Group\n")
    let sources = try FileImport(
      .sources, place.path("talks.csv"), map: place.path("map.yaml"), texts: place.path("talks"),
      time: FrontStudy.time)
    #expect(sources.task.options.map == ["case": "Group"])
    #expect(try sources.run(in: front.study).report.ending == .imported)
    try place.write("bad.csv", "source,coder,code,start,end\nt9,ana,gain,0,4\n")
    let bad = try FileImport(.codings, place.path("bad.csv"), time: FrontStudy.time)
    let (report, path) = try bad.run(in: front.study)
    #expect(report.ending == .refused && path == place.path("bad.csv.rejects.csv"))
    #expect(place.text("bad.csv.rejects.csv").contains("t9,ana,gain,0,4,"))
  }

  @Test("A mended file of rejected rows stays, whatever is rejected next")
  func mended() throws {
    let front = try FrontStudy()
    let place = front.place
    func run(_ text: String) throws -> String? {
      try place.write("bad.csv", text)
      return try FileImport(.codings, place.path("bad.csv"), time: FrontStudy.time)
        .run(in: front.study).rejectsPath
    }
    let head = "source,coder,code,start,end\n"
    #expect(try run(head + "t9,ana,gain,0,4\n") == place.path("bad.csv.rejects.csv"))
    #expect(try run(head + "t9,ana,gain,0,4\n") == place.path("bad.csv.rejects.csv"))
    try place.write("bad.csv.rejects.csv", "mended")
    #expect(try run(head + "t9,ana,gain,0,4\n") == place.path("bad.csv.rejects-2.csv"))
    #expect(place.text("bad.csv.rejects.csv") == "mended")
    #expect(!place.names.contains("bad.csv.rejects-3.csv"))
  }

  @Test("What is no file, or must not be written over, is refused before the study is touched")
  func refused() throws {
    let front = try FrontStudy()
    let place = front.place
    try place.write("cases.csv", "case\neast\n")
    func said(_ path: String, rejects: String? = nil, map: String? = nil) throws -> [String] {
      try front.refusal {
        _ = try FileImport(
          .cases, path, rejects: rejects, map: map, time: FrontStudy.time)
      }
    }
    #expect(try said(place.path("none.csv"))[0].hasPrefix("There is no file"))
    #expect(try said(place.path(""))[0].contains("is a folder"))
    #expect(
      try said(place.path("cases.csv"), map: place.path("none.yaml"))[0].contains("none.yaml"))
    #expect(throws: (any Error).self) {
      _ = try said(place.path("cases.csv"), rejects: place.path("cases.csv"))
    }
    #expect(place.text("cases.csv") == "case\neast\n")
  }

  @Test("A sheet is CSV or a workbook by its name, and one with decisions in it stays")
  func sheet() throws {
    let front = try FrontStudy()
    let sheet = try front.study.meetingSheet(ReviewRequest())
    #expect(MeetingSheetFile.format(of: "a.ods") == nil)
    for format in MeetingSheetFile.Format.allCases {
      let path = front.place.path("meeting.\(format.rawValue)")
      #expect(MeetingSheetFile.format(of: path) == format)
      func write(replaces: Bool = false) throws {
        try MeetingSheetFile(path, as: format, replaces: replaces, besideStudy: front.path)
          .write(sheet, created: 1_776_000_000, advice: ["Bring it back."])
      }
      try write()
      let bytes = front.place.bytes("meeting.\(format.rawValue)")
      #expect(bytes?.isEmpty == false)
      let refusal = try front.refusal { try write() }
      #expect(refusal.count == 1 && refusal[0].contains("perhaps with decisions in it"))
      try write(replaces: true)
      #expect(front.place.bytes("meeting.\(format.rawValue)") == bytes)
    }
  }

  @Test("A table without a study is rated, and what cannot count as positive is refused")
  func rated() throws {
    let place = try Workplace()
    try place.write(
      "r.csv", "unit,coder,value\n1,a,no\n1,b,no\n2,a,yes\n2,b,no\n3,a,yes\n3,b,yes\n")
    var table = RatedTable(path: place.path("r.csv"))
    var plan = RatingsAgreement.Plan()
    plan.positive = "yes"
    let (result, _) = try table.ratings(plan)
    #expect(result.categories.sorted() == ["no", "yes"])
    plan.positive = "maybe"
    #expect(throws: Failure.self) { try table.ratings(plan) }
    table.categories = ["no", "maybe", "yes"]
    let three = #expect(throws: Failure.self) { try table.ratings(plan) }
    #expect(three?.diagnostics.first?.message.contains("the scale has 3 values") == true)
    #expect(throws: Failure.self) { try RatedTable(path: place.path("none.csv")).ratings(plan) }
    var handed = RatedTable(place.bytes("r.csv") ?? [], name: "an upload")
    handed.categories = try RatedTable.names("no,yes", as: .categories)
    plan.positive = "yes"
    #expect(try handed.ratings(plan).result.categories == ["no", "yes"])
    let broken = RatedTable(Array("unit,coder\n".utf8), name: "an upload")
    let error = #expect(throws: DiagnosticsError.self) { try broken.ratings(plan) }
    #expect(error?.diagnostics.first?.place.file == "an upload")
  }
}
