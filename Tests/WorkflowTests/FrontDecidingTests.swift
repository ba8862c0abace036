import StudyModel
import StudyWorkflow
import Testing
import WorkflowSupport

@Suite("A front settles what coders do not agree on, and settles it again")
struct FrontDecidingTests {
  /// A filled sheet as CSV: the rows of a sheet with a decision each.
  private static func filled(
    _ sheet: MeetingSheet, _ decision: String, at time: String
  ) throws -> String {
    let place = try #require(sheet.columns.firstIndex(of: "decision"))
    let at = try #require(sheet.columns.firstIndex(of: "at"))
    let reason = try #require(sheet.columns.firstIndex(of: "reason"))
    let rows = sheet.rows.map { row in
      var row = row
      (row[place], row[at], row[reason]) = (decision, time, "as the codebook has it")
      return row
    }
    return ([sheet.columns] + rows).map { row in
      row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\n"
    }.joined()
  }

  private static func decide(
    _ front: FrontStudy, _ decision: String, at time: String, all: Bool = false
  ) throws -> ImportReport {
    var request = ReviewRequest()
    (request.includesDecided, request.caseID, request.kind) = (all, "north", .unitizing)
    let sheet = try front.study.meetingSheet(request)
    var task = front.task(.adjudications, try filled(sheet, decision, at: time))
    var meeting = MeetingOptions()
    meeting.by = "ana and ben"
    task.options.meeting = meeting
    return try task.run(in: front.study)
  }

  @Test("What is decided on a sheet stands, and a later decision takes its place")
  func again() throws {
    let front = try FrontStudy()
    var open = ReviewRequest()
    (open.caseID, open.kind) = ("north", .unitizing)
    let before = try front.study.reviewQueue(open)
    #expect(before.open > 1 && before.decided == 0)
    let score = try Self.route(front)
    let accepted = try Self.decide(front, "accept", at: "2026-04-15T10:00:00Z")
    #expect(accepted.ending == .imported && accepted.entry.rowsKept == before.open)
    let after = try front.study.reviewQueue(open)
    #expect(after.open == 0 && after.decided == before.open && after.items.isEmpty)
    let settled = try Self.route(front)
    #expect(settled != score, "accepted units count")
    let rejected = try Self.decide(front, "reject", at: "2026-04-16T10:00:00Z", all: true)
    #expect(rejected.ending == .imported)
    #expect(try Self.route(front) != settled, "rejected units do not")
    let log = try front.study.decisionLog(caseID: "north")
    #expect(log.entries.count == 2 * before.open)
    #expect(log.entries.count { $0.record.standing == .stands } == before.open)
    #expect(log.entries.allSatisfy { $0.record.decision.by == "ana and ben" })
    try front.study.undoImport(rejected.entry.id, at: "2026-04-17T10:00:00Z")
    #expect(try Self.route(front) == settled)
    let taken = try front.study.decisionLog().takenBack
    #expect(taken.map(\.decisions.count) == [before.open])
  }

  @Test("Deciding raises no figure of agreement")
  func agreement() throws {
    let front = try FrontStudy()
    let plan = StudyAgreement.Plan(replicates: 0)
    let before = try front.study.agreement(by: .code, plan: plan)
    _ = try Self.decide(front, "accept", at: "2026-04-15T10:00:00Z")
    let after = try front.study.agreement(by: .code, plan: plan)
    #expect(after.rows == before.rows && after.pooled == before.pooled)
    #expect(after.disputes.open < before.disputes.open)
  }

  @Test("A row left empty is passed over, and a limit gives the first of the queue")
  func undecided() throws {
    let front = try FrontStudy()
    var request = ReviewRequest()
    request.limit = 1
    let sheet = try front.study.meetingSheet(request)
    #expect(sheet.rows.count == 1 && sheet.rows[0].count == sheet.columns.count)
    var task = front.task(.adjudications, try Self.filled(sheet, "", at: ""))
    task.options.meeting = MeetingOptions()
    task.isDryRun = true
    #expect(try task.run(in: front.study).rowsUndecided <= 1)
  }

  /// What the interviews of the north say of the route.
  private static func route(_ front: FrontStudy) throws -> Double? {
    let scores = try front.study.evidence(of: "north").scores()
    return scores.first?.construct("pace.route")?.interview?.score
  }
}
