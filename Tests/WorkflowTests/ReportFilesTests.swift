import Foundation
import StudyModel
import TestSupport
import Testing
import WorkflowSupport

@testable import StudyWorkflow

@Suite("A report's files are known again, and nobody else's are taken for them")
struct ReportFilesTests {
  private static let subjects: [ReportSubject] = [
    .health(caseID: "north"), .comparison(), .agreement(plan: .init(replicates: 20)),
    .methods(plan: .init(replicates: 20)),
  ]

  private static func request(
    _ subject: ReportSubject, _ audience: Audience, as publication: Publication = .edition
  ) throws -> ReportRequest {
    try ReportRequest(subject, for: audience, as: publication, time: FrontStudy.time)
  }

  private static func files(_ front: FrontStudy, _ audience: Audience) throws -> ReportFiles {
    try ReportFiles(
      folder: front.place.path("r"), home: front.home, for: audience,
      formats: Set(ReportFormat.allCases))
  }

  /// What others may have under a report's name; some of it is much like a report.
  private static let strangers = [
    "mine\n", "", "<!doctype html>\n<p>Covalence and other bonds</p>\n",
    "# My notes on Covalence 1\n\nEnd of report.\n", "Covalence 1\n\nEnd of comparison.\n",
    "{\n  \"ok\": true,\n  \"report\": \"another\",\n  \"mine\": 1\n}\n",
    "case,case_name,mine\nnorth,North,1\n", "by,key,name\n", "%PDF-1.7\nmine\n%%EOF\n",
  ]

  @Test(
    "Every report replaces its own files in every format, and no stranger's", arguments: subjects,
    Audience.allCases)
  func twice(subject: ReportSubject, audience: Audience) throws {
    guard audience != .convenor || subject.kind == .health else { return }
    let front = try FrontStudy()
    let files = try Self.files(front, audience)
    for publication in [Publication.edition, .draft] {
      let request = try Self.request(subject, audience, as: publication)
      let report = try front.study.report(request, home: front.home)
      let written = try files.write(report)
      #expect(written.count >= ReportFormat.allCases.count)
      try files.check(request, printing: true)
      #expect(try files.write(report) == written)
      for path in written {
        for text in Self.strangers {
          try Data(text.utf8).write(to: URL(filePath: path))
          #expect(throws: (any Error).self, "\(path): \(text)") { try files.check(request) }
          #expect(throws: (any Error).self, "\(path): \(text)") { try files.write(report) }
          #expect(FileManager.default.contents(atPath: path) == Data(text.utf8))
        }
        try FileManager.default.removeItem(atPath: path)
        _ = try files.write(report)
      }
    }
  }

  @Test("Of a page that is to be printed, the place of the PDF is looked at before")
  func printed() throws {
    let front = try FrontStudy()
    let files = try Self.files(front, .convenor)
    let request = try Self.request(.health(caseID: "north"), .convenor)
    try files.check(request, printing: true)
    try front.place.write("r/health-north.pdf", "")
    let path = front.place.path("r/health-north.pdf")
    for (text, isOurs) in [
      ("%PDF-1.7\nmine\n%%EOF\n", false),
      ("%PDF-1.7\n%%EOF\n\n\(ReportMark.afterEnd(.health).added)", true),
      ("%PDF-1.7\n%%EOF\n\n\(ReportMark.afterEnd(.methods).added)", false),
      ("mine\n\(ReportMark.afterEnd(.health).added)", false),
    ] {
      try Data(text.utf8).write(to: URL(filePath: path))
      #expect(((try? files.check(request, printing: true)) != nil) == isOurs, "\(text)")
      try files.check(request)
    }
  }

  @Test("The table of agreement is known again when a further coder has a column")
  func furtherCoder() throws {
    let front = try FrontStudy()
    let files = try Self.files(front, .researcher)
    let request = try Self.request(.agreement(plan: .init(replicates: 20)), .researcher)
    let path = front.place.path("r/agreement.researcher.csv")
    _ = try files.write(front.study.report(request, home: front.home))
    let table = front.place.text("r/agreement.researcher.csv")
    let head = try #require(table.split(separator: "\n").first)
    let columns = head.components(separatedBy: ",marked by ana")[0]
    #expect(columns != head)
    for (changed, isOurs) in [
      ("\(head),marked by Zoe", true), ("\(head.prefix { $0 != "," })", false),
      (columns, true),
      (columns + ",\"marked by Doe, J.\"", true),
      (columns + ",mine", false), (head + ",mine", false),
    ] {
      try Data("\(changed)\n".utf8).write(to: URL(filePath: path))
      #expect(((try? files.check(request)) != nil) == isOurs, "\(changed)")
    }
  }

  @Test("Whom a report is made for is said once: its files' names follow")
  func names() {
    let names = Self.subjects.map { subject in
      Audience.allCases.map { ReportName(subject, for: $0).text }
    }
    #expect(
      names == [
        ["health-north.researcher", "health-north", "health-north.working-group"],
        ["compare.researcher", "compare.convenor", "compare"],
        ["agreement.researcher", "agreement.convenor", "agreement"],
        ["methods.researcher", "methods.convenor", "methods"],
      ])
  }
}
