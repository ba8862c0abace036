import Reports
import StudyModel
import StudyWorkflow
import TestSupport
import Testing
import WorkflowSupport

@Suite("A front has every report as a value before anything is written")
struct FrontReportTests {
  private static let subjects: [ReportSubject] = [
    .health(caseID: "north"), .comparison(), .agreement(), .methods(),
  ]

  private static func request(
    _ subject: ReportSubject, _ audience: Audience?, as publication: Publication = .edition
  ) throws -> ReportRequest {
    try ReportRequest(subject, for: audience, as: publication, time: FrontStudy.time)
  }

  @Test(
    "Document, page, text, tables and data, for each audience; nothing is in the folder after",
    arguments: subjects, Audience.allCases)
  func forms(subject: ReportSubject, audience: Audience) throws {
    let front = try FrontStudy()
    let names = front.place.names
    if audience != .researcher, subject == Self.subjects[2] {
      let refusal = try front.refusal { _ = try Self.request(subject, audience) }
      #expect(refusal.count == 1 && refusal[0].contains("How coders agree is for the researcher"))
      return
    }
    let request = try Self.request(subject, audience)
    guard audience != .convenor || subject == Self.subjects[0] else {
      // Of all cases a convenor sees none but one.
      let refusal = try front.refusal { _ = try front.study.report(request, home: front.home) }
      #expect(refusal.count == 1 && refusal[0].contains("a convenor sees no case but"))
      return
    }
    let report = try front.study.report(request, home: front.home)
    for format in ReportFormat.own {
      let files = try report.files(format, home: front.home)
      // Of methods there are tables and no drawing.
      #expect(files.isEmpty == (format == .svg && subject == .methods()))
      #expect(files.allSatisfy { !$0.text.isEmpty })
      #expect(files.allSatisfy { $0.ending.hasSuffix(".\(format.rawValue)") })
    }
    #expect(front.place.names == names)
    let editions = try front.study.editions()
    if audience == .researcher {
      #expect(report.standing == .own && editions.isEmpty && !request.isKept)
    } else {
      let entry = try #require(editions.first?.entry)
      #expect(editions.count == 1 && report.standing == .edition(entry) && request.isKept)
      #expect(entry.audience == audience)
    }
  }

  @Test("Each report is for those it is made for, unless it is told")
  func usual() throws {
    #expect(
      try Self.subjects.map { try Self.request($0, nil).audience } == [
        .convenor, .workingGroup, .researcher, .researcher,
      ])
  }

  @Test("A draft says so in every form and in its name, and is no edition")
  func draft() throws {
    let front = try FrontStudy()
    let request = try Self.request(.health(caseID: "north"), nil, as: .draft)
    let report = try front.study.report(request, home: front.home)
    #expect(report.standing == .draft && report.name.text == "health-north.convenor.draft")
    #expect(try report.files(.json, home: front.home)[0].text.contains("\"draft\": true"))
    #expect(try report.files(.csv, home: front.home).allSatisfy { $0.text.hasPrefix("draft,") })
    #expect(try front.study.editions().isEmpty)
  }

  @Test("What would tell of a few is refused with nothing kept, and goes out for a reason")
  func refused() throws {
    let front = try FrontStudy()
    let health = ReportSubject.health(caseID: "north")
    let first = try front.study.report(Self.request(health, nil), home: front.home)
    #expect(
      try front.study.report(Self.request(health, nil), home: front.home).standing == first.standing
    )
    try front.bring(.survey, FrontStudy.surveyHead + FrontStudy.answers(9...9))
    let refusal = #expect(throws: EditionRefusal.self) {
      _ = try front.study.report(Self.request(health, nil), home: front.home)
    }
    #expect(refusal?.failure.kind == .held)
    #expect(
      refusal?.diagnostics.first?.message.hasPrefix("north: 1 respondent came since edition 1")
        == true)
    #expect(try front.study.editions().count == 1)
    let out = try front.study.report(
      Self.request(health, nil, as: .republished("the board asked")), home: front.home)
    guard case .edition(let entry) = out.standing else {
      Issue.record("it is an edition")
      return
    }
    #expect(entry.id == 2 && entry.republished == "the board asked")
    // For the researcher nothing is held beside anything.
    #expect(
      try front.study.report(Self.request(health, .researcher), home: front.home).standing == .own)
  }

  @Test("A reason that nobody needs, or that is none, is refused before anything is read")
  func reasons() throws {
    let front = try FrontStudy()
    for (audience, reason) in [(Audience.researcher, "so"), (.convenor, " ")] {
      let refusal = try front.refusal {
        _ = try Self.request(.health(caseID: "north"), audience, as: .republished(reason))
      }
      #expect(refusal.count == 1)
    }
  }

  @Test("What nearly all say of a form of value stands in every form of the comparison")
  func alike() throws {
    let front = try FrontStudy()
    let rows = (1...12).map { "x\($0),north,5,1,\(1 + $0 % 5)\n" }.joined()
    try front.bring(.survey, FrontStudy.surveyHead + rows)
    let report = try front.study.report(
      Self.request(.comparison(), .workingGroup), home: front.home)
    let files = try ReportFormat.own.flatMap { try report.files($0, home: front.home) }
    #expect(files.count >= 4 && files.allSatisfy { !$0.text.isEmpty })
    for figure in report.document.sections.flatMap(\.figures) {
      for row in figure.table.rows { #expect(row.count == figure.table.columns.count) }
    }
  }

  @Test("What the study has not is refused with what it has")
  func unknown() throws {
    let front = try FrontStudy()
    func said(_ subject: ReportSubject) throws -> String {
      let request = try Self.request(subject, .researcher)
      return try front.refusal { _ = try front.study.report(request, home: front.home) }.joined()
    }
    #expect(try said(.health(caseID: "nord")).contains("Did you mean \"north\"?"))
    #expect(try said(.health(caseID: "north", phase: "2020")).contains("of phase \"2020\""))
    #expect(
      try said(.comparison(arranged: .init(order: "terain"))).contains("Did you mean \"terrain\"?"))
    #expect(try said(.comparison(phase: "2020")).contains("of phase \"2020\""))
    #expect(try said(.agreement(asOf: "2026-01-01")).contains("2026-01-01"))
    #expect(try front.study.editions().isEmpty)
  }

  @Test("What is hidden from others is in none of the forms they get")
  func hidden() throws {
    let front = try FrontStudy()
    func text(_ audience: Audience) throws -> String {
      let report = try front.study.report(
        Self.request(.health(caseID: "south"), audience), home: front.home)
      return try ReportFormat.own.flatMap { try report.files($0, home: front.home) }
        .map(\.text).joined()
    }
    // Three were interviewed in the south: to others that is too few to be counted.
    #expect(try text(.researcher).contains("codings.csv"))
    let convenor = try text(.convenor)
    #expect(!convenor.contains("codings.csv") && !convenor.contains("own idea"))
    #expect(!convenor.contains("\"interviewees\": 3"))
  }

  @Test("Reports are written as one, and a page that is no report stays")
  func written() throws {
    let front = try FrontStudy()
    let report = try front.study.report(Self.request(.comparison(), nil), home: front.home)
    let files = try ReportFiles(
      folder: front.place.path("out"), home: front.home, formats: Set(ReportFormat.own))
    let written = try files.write(report)
    #expect(written.contains { $0.hasSuffix("/compare.working-group.html") })
    for path in written {
      let name = try #require(path.split(separator: "/").last)
      #expect(!front.place.text("out/\(name)").isEmpty, "\(path)")
    }
    try front.place.write("out/compare.working-group.html", "mine")
    #expect(throws: (any Error).self) { try files.write(report) }
    #expect(front.place.text("out/compare.working-group.html") == "mine")
  }
}
