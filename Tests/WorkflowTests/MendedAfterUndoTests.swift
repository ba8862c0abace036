import StudyModel
import TestSupport
import Testing

@testable import StudyWorkflow

@Suite("Mended rows that are in the study are asked for no longer, whatever was taken back")
struct MendedAfterUndoTests {
  private static let head = "respondent,case,wait\n"
  private static let survey = head + "r1,north,4\nr2,nord,3\nr3,nord,5\n"

  private static func bring(_ walks: Walks, _ name: String, _ text: String) throws -> ImportReport {
    try walks.place.write(name, text)
    var file = try FileImport(.survey, walks.place.path(name), time: "2026-04-14T10:00:00Z")
    file.task.options.keepGood = true
    return try file.run(in: walks.study).report
  }

  private static func open(_ walks: Walks) throws -> Int {
    try walks.study.check().findings.first { $0.kind == .rejectedRows }?.count ?? 0
  }

  /// A study in which import 5 mended import 4, which was taken back; and the mended file.
  private static func undone(_ walks: Walks) throws -> String {
    #expect(try bring(walks, "survey.csv", survey).ending == .importedGood)
    let mended = walks.place.text("survey.csv.rejects.csv").replacing("nord", with: "north")
    #expect(try bring(walks, "mended.csv", mended).entry.mendsID == 4)
    #expect(try open(walks) == 0)
    let undone = try walks.study.undoImport(4, at: "2026-04-15T10:00:00Z")
    #expect(undone.entry.rowsKept == 1)
    #expect(undone.mended.map(\.id) == [5])
    return mended
  }

  @Test("The same file again has the rows mended that were mended before")
  func sameFile() throws {
    let walks = try Walks.begun()
    _ = try Self.undone(walks)
    #expect(try Self.bring(walks, "survey.csv", Self.survey).ending == .importedGood)
    #expect(try Self.open(walks) == 0)
    try walks.undo(5)
    #expect(try Self.open(walks) == 2)
  }

  @Test("Where the file changed meanwhile, its mended rows count once they are brought in again")
  func changedFile() throws {
    let walks = try Walks.begun()
    let mended = try Self.undone(walks)
    let longer = Self.survey + "r4,north,2\n"
    #expect(try Self.bring(walks, "survey.csv", longer).ending == .importedGood)
    #expect(try Self.open(walks) == 2)
    let again = try Self.bring(walks, "mended.csv", mended)
    #expect(again.ending == .imported)
    #expect(again.entry.rowsSkipped == 2)
    #expect(try Self.open(walks) == 0)
    #expect(try Self.bring(walks, "mended.csv", mended).ending == .known(7, at: again.entry.at))
  }

  @Test("What has to go before an import is told whole, in the order in which it goes")
  func order() throws {
    let walks = try Walks.begun()
    let head = "source,coder,code,start,end\n"
    try walks.bring(.codings, head + "n1,ana,gain,0,5\n")
    try walks.bring(.sources, "source,case,participant,coders,file\nn3,north,p1,cleo,\n")
    try walks.bring(.codings, head + "n3,cleo,gain,0,5\n")
    let refusal = try walks.refusal(1) ?? ""
    #expect(refusal.contains("Take them back first, in this order: 6, 5, 4, 3, 2."))
    for id: Int64 in [6, 5, 4, 3, 2, 1] { #expect(try walks.refusal(id) == nil) }
  }
}
