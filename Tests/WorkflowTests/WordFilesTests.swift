import FileFormats
import Foundation
import StudyModel
import TestSupport
import Testing
import WorkflowSupport

@testable import StudyWorkflow

/// Skipped where pandoc and librsvg are not installed.
@Suite(
  "Documents of Word and pictures",
  .enabled(
    if: ReportFormat.docx.isMissing == nil && ReportFormat.png.isMissing == nil,
    "needs pandoc and librsvg2-bin"))
struct WordFilesTests {
  private static func files(
    _ front: FrontStudy, _ formats: Set<ReportFormat> = [.docx, .png]
  ) throws -> ReportFiles {
    try ReportFiles(
      folder: front.place.path("r"), home: front.home, for: .convenor, formats: formats)
  }

  private static func request(_ publication: Publication = .edition) throws -> ReportRequest {
    try ReportRequest(
      .health(caseID: "north"), for: .convenor, as: publication, time: FrontStudy.time)
  }

  @Test("They replace their own, the same report gives the same bytes, and strangers' stay")
  func twice() throws {
    let front = try FrontStudy()
    let files = try Self.files(front)
    let report = try front.study.report(Self.request(), home: front.home)
    let written = try files.write(report)
    #expect(written.filter { $0.hasSuffix(".docx") }.count == 2)
    #expect(written.contains { $0.hasSuffix(".png") })
    let bytes = written.map { FileManager.default.contents(atPath: $0) }
    #expect(try files.write(report) == written)
    #expect(written.map { FileManager.default.contents(atPath: $0) } == bytes)
    // What anybody else has under such a name: text, another document, another picture.
    let styles = try #require(
      FileManager.default.contents(
        atPath: Fixtures.root.appending(path: "reports/templates/word/full.docx").path))
    for path in written {
      for stranger in [Data(), Data("mine".utf8), styles, Data([0x89, 0x50, 0x4E, 0x47])] {
        try stranger.write(to: URL(filePath: path))
        #expect(throws: FileError.self) { try files.write(report) }
        #expect(FileManager.default.contents(atPath: path) == stranger)
      }
      try FileManager.default.removeItem(atPath: path)
    }
  }

  @Test("They say of which edition they are, and give way to another only on purpose")
  func editions() throws {
    let front = try FrontStudy()
    _ = try front.study.write(Self.request(), home: front.home, into: Self.files(front))
    try front.bring(.survey, FrontStudy.surveyHead + FrontStudy.answers(20...39))
    let refusal = #expect(throws: Failure.self) {
      try front.study.write(Self.request(), home: front.home, into: Self.files(front, [.html]))
    }
    let told = try #require(refusal?.diagnostics.first)
    #expect(told.code == .otherEdition)
    #expect(told.message.contains("health-north.convenor.full.docx"))
    #expect(told.message.contains("figure-1.png"))
    #expect(told.message.contains("of edition 1"))
  }

  @Test(
    "A document has the page's heads, says who made it when, and keeps to the owner what is hers")
  func document() throws {
    let front = try FrontStudy()
    let request = try ReportRequest(
      .comparison(), for: .researcher, time: FrontStudy.time)
    let report = try front.study.report(request, home: front.home)
    let file = try #require(try report.files(.docx, home: front.home).first)
    #expect(file.ending == ".docx")
    #expect(WordFile.description(of: file.bytes) == "A report of Covalence: compare")
    let files = try ReportFiles(
      folder: front.place.path("own"), home: front.home, for: .researcher, formats: [.docx])
    let path = try #require(try files.write(report).first)
    let permissions = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(permissions as? Int == 0o600)
  }
}
