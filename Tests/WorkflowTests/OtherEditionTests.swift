import Foundation
import StudyModel
import TestSupport
import Testing
import WorkflowSupport

@testable import StudyWorkflow

@Suite("Two editions of a report never lie under one name")
struct OtherEditionTests {
  private static func files(
    _ front: FrontStudy, _ formats: Set<ReportFormat>, replacesAll: Bool = false
  ) throws -> ReportFiles {
    try ReportFiles(
      folder: front.place.path("out/r"), home: front.home, for: .convenor, formats: formats,
      replacesAll: replacesAll)
  }

  private static func request(_ publication: Publication = .edition) throws -> ReportRequest {
    try ReportRequest(
      .health(caseID: "north"), for: .convenor, as: publication, time: FrontStudy.time)
  }

  @discardableResult
  private static func write(
    _ front: FrontStudy, _ files: ReportFiles, _ publication: Publication = .edition
  ) throws -> [String] {
    try front.study.write(request(publication), home: front.home, into: files).files
  }

  private static func names(_ front: FrontStudy) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: front.place.path("out/r")).sorted()
  }

  private static func more(_ front: FrontStudy) throws {
    try front.bring(.survey, FrontStudy.surveyHead + FrontStudy.answers(20...39))
  }

  @Test("Files of another edition stay, in whatever format, and nothing is published beside them")
  func refused() throws {
    let front = try FrontStudy()
    let first = try Self.write(front, Self.files(front, [.md, .csv, .json]))
    let page = front.place.text("out/r/health-north.convenor.full.md")
    try Self.more(front)
    for formats: Set<ReportFormat> in [[.html], [.md], [.csv], [.json]] {
      let refusal = #expect(throws: Failure.self) {
        try Self.write(front, Self.files(front, formats))
      }
      #expect(refusal?.kind == .cannotWrite)
      let told = try #require(refusal?.diagnostics.first)
      #expect(told.code == .otherEdition)
      #expect(told.message.contains("health-north.convenor.full.md"))
      #expect(told.message.contains("of edition 1 (health report for the convenor, 2026-04-14)"))
    }
    #expect(try front.study.editions().map(\.entry.id) == [1])
    #expect(try Self.names(front).count == first.count)
    #expect(front.place.text("out/r/health-north.convenor.full.md") == page)
  }

  @Test("On purpose the new edition takes the place of all files of the other one")
  func replaced() throws {
    let front = try FrontStudy()
    try Self.write(front, Self.files(front, [.md, .csv, .json]))
    try Self.more(front)
    let mine = Data("mine\n".utf8)
    try mine.write(to: URL(filePath: front.place.path("out/r/health-north.convenor.notes.txt")))
    let files = try Self.files(front, [.html], replacesAll: true)
    let written = try front.study.write(Self.request(), home: front.home, into: files)
    let replaced = written.replaced
    #expect(replaced.count >= 3)
    #expect(written.files.count == 2 && written.report.edition?.id == 2)
    #expect(try Self.names(front).contains("health-north.convenor.notes.txt"))
    // A table that is the same in both says nothing of either.
    #expect(replaced.allSatisfy { !FileManager.default.fileExists(atPath: $0) })
    for ending in ["full.md", "brief.md", "json", "csv"] {
      #expect(try !Self.names(front).contains("health-north.convenor.\(ending)"))
    }
  }

  @Test("What is published for a reason takes the place of the earlier edition, in every format")
  func republished() throws {
    let front = try FrontStudy()
    try Self.write(front, Self.files(front, [.md, .json]))
    try front.bring(.survey, FrontStudy.surveyHead + FrontStudy.answers(9...9))
    let written = try Self.write(
      front, Self.files(front, [.html]), .republished("withdrawn from all who had it"))
    #expect(written.count == 2)
    #expect(
      try Self.names(front) == [
        "health-north.convenor.brief.html", "health-north.convenor.full.html",
      ])
  }

  @Test("People come first: what would tell of a few is refused whatever lies in the folder")
  func peopleFirst() throws {
    let front = try FrontStudy()
    try Self.write(front, Self.files(front, [.md]))
    try front.bring(.survey, FrontStudy.surveyHead + FrontStudy.answers(9...9))
    #expect(throws: EditionRefusal.self) { try Self.write(front, Self.files(front, [.md])) }
    #expect(try front.study.editions().count == 1)
  }

  @Test("The same edition is written again, in further formats and on another day")
  func same() throws {
    let front = try FrontStudy()
    try Self.write(front, Self.files(front, [.md]))
    let again = try ReportRequest(
      .health(caseID: "north"), for: .convenor, time: "2026-05-20T10:00:00Z")
    for formats: Set<ReportFormat> in [[.html, .csv, .json], [.md, .csv]] {
      let files = try Self.files(front, formats)
      _ = try front.study.write(again, home: front.home, into: files)
    }
    #expect(try Self.names(front).count == 7)
  }

  @Test("A draft takes the place of another draft, and leaves none of its formats")
  func draft() throws {
    let front = try FrontStudy()
    try Self.write(front, Self.files(front, [.md, .csv]), .draft)
    try Self.more(front)
    try Self.write(front, Self.files(front, [.html]), .draft)
    let names = try Self.names(front)
    #expect(names.contains("health-north.convenor.draft.full.html"))
    #expect(!names.contains("health-north.convenor.draft.full.md"))
    #expect(!names.contains("health-north.convenor.draft.csv"))
  }

  @Test("A report that is refused leaves no folder behind")
  func folder() throws {
    let front = try FrontStudy()
    try Self.write(front, Self.files(front, [.md]))
    try front.bring(.survey, FrontStudy.surveyHead + FrontStudy.answers(9...9))
    let other = try ReportFiles(
      folder: front.place.path("a/b"), home: front.home, for: .convenor, formats: [.html])
    #expect(throws: EditionRefusal.self) { try Self.write(front, other) }
    #expect(!FileManager.default.fileExists(atPath: front.place.path("a")))
    try front.place.write("a/kept.txt", "mine\n")
    #expect(throws: EditionRefusal.self) { try Self.write(front, other) }
    #expect(!FileManager.default.fileExists(atPath: front.place.path("a/b")))
    #expect(front.place.text("a/kept.txt") == "mine\n")
  }
}
