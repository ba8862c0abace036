import FileFormats
import Foundation
import Reports
import StudyModel
import TestSupport
import Testing
import WorkflowSupport

@testable import StudyWorkflow

@Suite("Events stand on the time line, and others read of those that were cleared")
struct EventTests {
  private static let events = """
    case,date,event,kind,clear
    north,2024,Talks,founding,yes
    north,2025-03,A member falls out,incident,no
    north,2025-11-20,New chair,practice,yes
    north,2025-12-01,Asked nobody,,
    south,2025-01-01,Of the south,,yes

    """

  private func texts(_ front: FrontStudy, _ audience: Audience, of caseID: String = "north") throws
    -> String
  {
    let report = try front.study.report(
      ReportRequest(
        .health(caseID: caseID), for: audience, as: .draft, time: FrontStudy.time),
      home: front.home)
    return try [ReportFormat.html, .md, .json].flatMap {
      try report.files($0, home: front.home).map { String(decoding: $0.bytes, as: UTF8.self) }
    }.joined(separator: "\n")
  }

  @Test("The researcher reads all of the case, and which are not cleared; the convenor the others")
  func clearance() throws {
    let front = try FrontStudy()
    try front.bring(.events, Self.events)
    let all = try texts(front, .researcher)
    for event in ["Talks", "A member falls out", "New chair", "Asked nobody"] {
      #expect(all.contains(event), "\(event)")
    }
    #expect(!all.contains("Of the south"))
    #expect(all.contains("Not cleared for others: 2 of 4"))
    let told = try texts(front, .convenor)
    #expect(told.contains("Talks") && told.contains("November 2025"))
    #expect(told.contains("2 events told here so far"))
    for hidden in ["falls out", "incident", "Asked nobody", "Of the south", "cleared for others"] {
      #expect(!told.contains(hidden), "\(hidden)")
    }
  }

  @Test("What is not cleared changes nothing of what others read")
  func nonInterference() throws {
    let front = try FrontStudy()
    try front.bring(.events, "case,date,event,kind,clear\nnorth,2024,Talks,founding,yes\n")
    let before = try texts(front, .convenor)
    try front.bring(
      .events,
      Self.events.replacing(",yes", with: ",no").replacing(/.*,2024.*\n/, with: ""))
    try front.bring(.events, "case,date,event\nnorth,2026-02-02,Said of nobody\n")
    #expect(try texts(front, .convenor) == before)
  }

  @Test("A file without the column leaves what was said of others; an empty field takes it back")
  func again() throws {
    let front = try FrontStudy()
    try front.bring(.events, "case,date,event,clear\nnorth,2024,Talks,yes\n")
    try front.bring(.events, "case,date,event,kind\nnorth,2024,Talks,founding\n")
    #expect(try texts(front, .convenor).contains("Talks"))
    try front.bring(.events, "case,date,event,clear\nnorth,2024,Talks,\n")
    #expect(try !texts(front, .convenor).contains("Talks"))
    _ = try front.study.undoImport(8, at: FrontStudy.time)
    #expect(try texts(front, .convenor).contains("Talks"))
  }

  @Test("Of many the last twenty are drawn, and all are in the table")
  func many() throws {
    let front = try FrontStudy()
    let rows = (1...23).map { "north,\(1990 + $0),Event \($0) of many,,yes\n" }.joined()
    try front.bring(.events, "case,date,event,kind,clear\n" + rows)
    let told = try texts(front, .convenor)
    #expect(told.contains("3 earlier events are in the table of all figures alone."))
    #expect(told.contains("Event 1 of many") && told.contains("Event 23 of many"))
  }
}
