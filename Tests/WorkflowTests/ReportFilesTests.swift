import Foundation
import Reports
import StudyModel
import TestSupport
import Testing
import WorkflowSupport

@testable import StudyWorkflow

@Suite("A report's files are known again, and nobody else's are taken for them")
struct ReportFilesTests {
  private static let subjects: [ReportSubject] = [
    .health(caseID: "north"), .comparison(), .agreement(), .methods(),
  ]

  private static func request(
    _ subject: ReportSubject, _ audience: Audience, as publication: Publication = .edition
  ) throws -> ReportRequest {
    try ReportRequest(subject, for: audience, as: publication, time: FrontStudy.time)
  }

  private static func files(
    _ front: FrontStudy, _ audience: Audience, printing: Bool = false
  ) throws -> ReportFiles {
    try ReportFiles(
      folder: front.place.path("r"), home: front.home, for: audience,
      formats: Set(ReportFormat.own), printing: printing)
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
    // A convenor has the health report alone, and of agreement on so few codes others are told nothing.
    guard
      audience == .researcher || subject.kind == .health
        || audience == .workingGroup && subject.kind != .agreement
    else { return }
    let front = try FrontStudy()
    let files = try Self.files(front, audience)
    for publication in [Publication.edition, .draft] {
      let request = try Self.request(subject, audience, as: publication)
      let report = try front.study.report(request, home: front.home)
      let written = try files.write(report)
      #expect(written.count >= ReportFormat.own.count - (subject == .methods() ? 1 : 0))
      #expect(try files.write(report) == written)
      for path in written {
        for text in Self.strangers {
          try Data(text.utf8).write(to: URL(filePath: path))
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
    let (files, printing) = try (
      Self.files(front, .convenor), Self.files(front, .convenor, printing: true)
    )
    let request = try Self.request(.health(caseID: "north"), .convenor)
    let forms = try front.study.report(request, home: front.home).forms
    _ = try printing.plan(forms)
    try front.place.write("r/health-north.convenor.brief.pdf", "")
    let path = front.place.path("r/health-north.convenor.brief.pdf")
    for (text, isOurs) in [
      ("%PDF-1.7\nmine\n%%EOF\n", false),
      ("%PDF-1.7\n%%EOF\n\n\(ReportMark.afterEnd(.health).added)", true),
      ("%PDF-1.7\n%%EOF\n\n\(ReportMark.afterEnd(.methods).added)", false),
      ("mine\n\(ReportMark.afterEnd(.health).added)", false),
    ] {
      try Data(text.utf8).write(to: URL(filePath: path))
      #expect(((try? printing.plan(forms)) != nil) == isOurs, "\(text)")
      _ = try files.plan(forms)
    }
  }

  @Test("The table of agreement is known again when a further coder has a column")
  func furtherCoder() throws {
    let front = try FrontStudy()
    let files = try Self.files(front, .researcher)
    let request = try Self.request(.agreement(plan: .init(replicates: 20)), .researcher)
    let path = front.place.path("r/agreement.researcher.csv")
    let report = try front.study.report(request, home: front.home)
    _ = try files.write(report)
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
      #expect(((try? files.plan(report.forms)) != nil) == isOurs, "\(changed)")
    }
  }

  @Test("A report's name says what it is of, of which phase and for whom")
  func names() {
    func name(_ subject: ReportSubject, _ phase: String?, _ audience: Audience) -> String {
      ReportName(subject, phase: phase, for: audience).text
    }
    #expect(name(Self.subjects[0], nil, .convenor) == "health-north.convenor")
    #expect(name(Self.subjects[0], "1 first", .researcher) == "health-north.1-first.researcher")
    #expect(name(Self.subjects[1], "1 first", .workingGroup) == "compare.1-first.working-group")
    #expect(name(Self.subjects[2], nil, .researcher) == "agreement.researcher")
    // Phases that read alike are told apart on every disk, and a new one changes no other's name.
    let alike = ["2 later", "2-later", "2 Later", "2  later"].map {
      name(Self.subjects[0], $0, .convenor)
    }
    #expect(alike[0] == "health-north.2-later.convenor" && Set(alike).count == alike.count)
    #expect(alike.dropFirst().allSatisfy { $0.hasPrefix("health-north.2-later~") })
  }

  @Test("Pages come in the lengths that are asked for; tables and JSON hold everything")
  func lengths() throws {
    let front = try FrontStudy()
    func endings(_ lengths: Set<ReportLength>) throws -> [String] {
      var request = try Self.request(.health(caseID: "north"), .convenor, as: .draft)
      request.lengths = lengths
      let report = try front.study.report(request, home: front.home)
      return try [ReportFormat.html, .md, .json].flatMap {
        try report.files($0, home: front.home).map(\.ending)
      }
    }
    #expect(try endings([.brief]) == [".brief.html", ".brief.md", ".json"])
    #expect(try endings([.members]) == [".members.html", ".members.md", ".json"])
    #expect(
      try endings(ReportLength.usual)
        == [".full.html", ".brief.html", ".full.md", ".brief.md", ".json"])
  }
}
