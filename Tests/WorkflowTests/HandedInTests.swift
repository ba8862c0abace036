import StudyModel
import StudyStore
import TestSupport
import Testing

@testable import StudyWorkflow

@Suite("Who has not handed in is named, and who read a source is said")
struct HandedInTests {
  private static let coding = "source,coder,code,start,end\nn1,ana,pace.waiting,0,5\n"

  private func begun(_ sources: String) throws -> Walks {
    let walks = try Walks.begun()
    try walks.bring(.sources, sources)
    return walks
  }

  @Test("A note with the import, a finding of check, and a vote less")
  func named() throws {
    let walks = try begun("source,case,coders,read\nn1,north,ana;ben,\nn2,north,ana;ben,ana\n")
    let report = try walks.bring(.codings, Self.coding)
    let note = try #require(report.diagnostics.first { $0.code == .notHandedIn })
    #expect(note.severity == .note && note.message == "\"ben\" has not handed in 2 sources")
    let study = try Study(file: walks.file)
    #expect(try study.check().findings.map(\.kind).contains(.notHandedIn))
    let score = try #require(try study.evidence().scores().first { $0.caseID == "north" })
    #expect(score.notHandedIn == .shown([NotHandedIn(coder: "ben", sources: 2)]))
    #expect(score.construct("pace.waiting")?.interview?.informants == 1)
    #expect(try study.agreementMaterial().notHandedIn == score.notHandedIn.value)
    try walks.bring(.sources, "source,case,read\nn1,north,ben\nn2,north,ana;ben\n")
    #expect(!(try study.check().findings.map(\.kind).contains(.notHandedIn)))
    let later = try #require(try study.evidence().scores().first { $0.caseID == "north" })
    #expect(later.construct("pace.waiting")?.interview?.presence == .undecided)
    #expect(later.unresolvedUnits == .shown(1))
  }

  @Test("Who coded next to nothing, and is not said to have read, is named by check")
  func barely() throws {
    let walks = try begun("source,case,coders,read\nn1,north,ana,\nn2,north,ana;ben,ana;ben\n")
    try walks.bring(.codings, Self.coding)
    let check = try Study(file: walks.file).check()
    #expect(!check.findings.map(\.kind).contains(.notHandedIn))
    let note = try #require(check.warnings.first { $0.code == .barelyHandedIn })
    #expect(note.severity == .note && note.message.contains("\"ana\" in 1 source"))
    try walks.bring(.sources, "source,case,read\nn1,north,ana\n")
    #expect(try !Study(file: walks.file).check().warnings.contains { $0.code == .barelyHandedIn })
  }

  @Test("A name that is not registered is refused, also where none is")
  func refused() throws {
    let walks = try begun("source,case,coders,read\nn1,north,ana;ben,ben\n")
    for (row, found) in [("n1,north,ana;ben,bea\n", "bea"), ("n3,north,,ana\n", "ana")] {
      let report = try walks.tried(.sources, "source,case,coders,read\n" + row)
      #expect(report.ending == .refused)
      #expect(report.diagnostics.map(\.code) == [.unregisteredReader])
      #expect(report.diagnostics.first?.found == found)
    }
    // Who is no longer to read it has not.
    try walks.bring(.sources, "source,case,coders\nn1,north,ana\n")
    #expect(try walks.file.read { try $0.sources() }.first { $0.id == "n1" }?.read == [])
  }

  @Test("A work is kept, and taken back with its import")
  func work() throws {
    let walks = try begun("source,case,kind,work\nn7,north,document,hale2004\n")
    func work() throws -> String? {
      try walks.file.read { try $0.sources() }.first { $0.id == "n7" }?.work
    }
    #expect(try work() == "hale2004")
    let report = try walks.bring(.sources, "source,case,kind,work\nn7,north,document,hale2005\n")
    #expect(try work() == "hale2005")
    try walks.file.undoImport(report.entry.id, at: "2026-04-15")
    #expect(try work() == "hale2004")
  }
}
