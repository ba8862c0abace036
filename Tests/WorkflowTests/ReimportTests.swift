import Exchange
import StudyModel
import StudyStore
import TestSupport
import Testing

@testable import StudyWorkflow

@Suite("A file that comes in again after others were taken back")
struct ReimportTests {
  @Test("Rows that were there already by an import taken back come in again")
  func rested() throws {
    let walks = try Walks.begun()
    let rows = "source,coder,code,start,end\nn1,ana,pace.waiting,0,21\n"
    let kept = try walks.tried(.codings, rows + "n9,ana,pace.waiting,0,21\n") {
      $0.options.keepGood = true
    }
    #expect(kept.ending == .importedGood)
    let mended = rows + "n2,ana,pace.waiting,0,21\n"
    try walks.bring(.codings, mended)
    try walks.undo(4)
    #expect(try walks.codings().count == 1)
    let again = try walks.tried(.codings, mended)
    #expect(again.ending == .imported)
    #expect(try walks.codings().count == 2)
  }

  @Test("A file that brought nothing new stands for nothing once that other is gone")
  func empty() throws {
    let walks = try Walks.begun()
    let rows = "source,coder,code,start,end\nn1,ana,pace.waiting,0,21\n"
    try walks.bring(.codings, rows)
    let copy = rows + "\n"
    #expect(try walks.bring(.codings, copy).entry.rowsKept == 0)
    #expect(try walks.tried(.codings, copy).ending == .known(5, at: "2026-04-14T10:00:00Z"))
    try walks.undo(4)
    #expect(try walks.tried(.codings, copy).ending == .imported)
    #expect(try walks.codings().count == 1)
  }
}

@Suite("Rejected rows are told of until they came in")
struct OpenRejectsTests {
  private func rejected(_ walks: Walks) throws -> [String] {
    try walks.study.check().findings.first { $0.kind == .rejectedRows }?.places ?? []
  }

  private let head = "source,coder,code,start,end\n"
  private let good = "n1,ana,pace.waiting,0,21\n"
  private let bad = "n9,ana,pace.waiting,0,21\nn9,ana,pace.route,0,21\n"

  private func begun() throws -> Walks {
    let walks = try Walks.begun()
    _ = try walks.tried(.codings, head + good + bad) { $0.options.keepGood = true }
    #expect(try rejected(walks) == ["import 4, codings from codings.csv: 2 of 3 rows"])
    return walks
  }

  @Test("The mended file closes them, and so does the file without them")
  func whole() throws {
    let mended = try begun()
    try mended.bring(.codings, head + good + bad.replacing("n9", with: "n2"))
    #expect(try rejected(mended) == [])
    try mended.undo(5)
    #expect(try rejected(mended).count == 1)
    let without = try begun()
    try without.bring(.codings, head + good)
    #expect(try rejected(without) == [])
  }

  @Test("Another file of the same name closes nothing")
  func other() throws {
    let walks = try begun()
    try walks.bring(.codings, head + "n2,ana,pace.waiting,0,21\n")
    #expect(try rejected(walks).count == 1)
  }

  @Test("The file of rejected rows closes as many as it has, and its own are told of instead")
  func rejects() throws {
    let walks = try begun()
    func bring(_ text: String, keepGood: Bool = false) throws {
      let name = "codings.csv.rejects.csv"
      try walks.place.write(name, text)
      var task = walks.task(.codings, at: name)
      task.options.keepGood = keepGood
      _ = try task.run(in: walks.study)
    }
    try bring(head + "n2,ana,pace.waiting,0,21\n")
    #expect(try rejected(walks) == ["import 4, codings from codings.csv: 1 of 3 rows"])
    try bring(head + "n2,ana,pace.route,0,21\nn8,ana,pace.route,0,21\n", keepGood: true)
    #expect(
      try rejected(walks) == ["import 6, codings from codings.csv.rejects.csv: 1 of 2 rows"])
  }
}
