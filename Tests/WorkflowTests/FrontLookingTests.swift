import Foundation
import StudyModel
import StudyWorkflow
import Testing
import WorkflowSupport

@Suite("A front looks at a study: scores, traces, the codebook, its health")
struct FrontLookingTests {
  @Test("Scores come with what they are of, and a trace leads back to file and row")
  func trace() throws {
    let study = try FrontStudy().study
    let evidence = try study.evidence(changes: true)
    try evidence.requireEvidence()
    #expect(evidence.scoredPhases == [nil])
    let score = try #require(evidence.scores().first?.construct("pace.waiting"))
    #expect(score.interview?.informants == 7 && score.survey.figure?.n == 8)
    let trace = try study.trace(caseID: "north", construct: "pace.waiting")
    #expect(trace.scores.map(\.score) == [score])
    #expect(trace.units.count == 7 && trace.units.allSatisfy { $0.codings.count == 2 })
    let coding = try #require(trace.units.first?.codings.first)
    #expect((coding.coder, coding.text, coding.importID, coding.row) == ("ana", "we wait", 4, 2))
    #expect(trace.answers.map(\.item) == ["wait"])
    #expect(trace.answers[0].points.values.reduce(0, +) == 8)
  }

  @Test("A comparison is for those it is asked for", arguments: Audience.allCases)
  func comparison(audience: Audience) throws {
    let front = try FrontStudy()
    var request = ComparisonRequest(for: audience)
    request.under = "pace"
    // Others are told of no attribute that is one case's alone.
    if audience == .researcher { request.arranged.order = "terrain" }
    guard audience != .convenor else {
      let refusal = try front.refusal { _ = try front.study.comparison(request) }
      #expect(refusal.count == 1)
      return
    }
    let comparison = try front.study.comparison(request)
    #expect(comparison.cases.map(\.id) == ["north", "south"])
    #expect(comparison.rows.map(\.construct) == ["pace", "pace.waiting", "pace.route"])
    let south = try #require(comparison.rows.first { $0.construct == "pace.waiting" }?.cells.last)
    #expect((south.informants == nil) == (audience == .workingGroup))
    #expect(comparison.outcomes.hidesSome == (audience == .workingGroup))
    #expect((comparison.setOnly == nil) == (audience == .workingGroup))
    request.under = "pase"
    #expect(try front.refusal { _ = try front.study.comparison(request) }[0].contains("\"pace\""))
  }

  @Test("Other rules of consensus, the matrix and the scales")
  func figures() throws {
    let study = try FrontStudy().study
    let bands = try study.evidenceByRule(scoredBy: .majority).sensitivity()
    #expect(bands.allSatisfy { Set($0.bands.keys).isSubset(of: ConsensusRule.allCases) })
    let matrix = try study.matrix(rows: .codes, columns: .cases)
    let row = try #require(matrix.rows.firstIndex(of: "pace.waiting"))
    #expect(matrix[row, 0].codings == 14 && matrix[row, 0].interviewees == 7)
    #expect(matrix[row, 1].codings == 6 && matrix[row, 1].interviewees == 3)
    let scales = try study.scales()
    #expect(scales.figures(case: 0, phase: 0)?.map(\.n) == [8, 8])
    #expect(try study.codingRounds().map(\.key) == ["2026-04-14"])
  }

  @Test("A newer codebook is tried, put in force, and its history tells what was coded under which")
  func codebook() throws {
    let front = try FrontStudy()
    let newer = try FrontStudy.framework(
      replacing: "definition: The first wait for the last.",
      with: "definition: Those in front stop until the last has come.")
    #expect(try newer.sha256 != front.study.read { $0.frameworkHash })
    let tried = try front.study.update(framework: newer, dryRun: true, time: FrontStudy.time)
    #expect(!tried.isSame && tried.changes.map(\.id) == ["pace.waiting"] && tried.lostCodes.isEmpty)
    #expect(try front.study.codebookHistory().versions.count == 1)
    _ = try front.study.update(framework: newer, dryRun: false, time: "2026-05-01T10:00:00Z")
    let again = try front.study.update(framework: newer, dryRun: false, time: FrontStudy.time)
    #expect(again.isSame)
    let history = try front.study.codebookHistory()
    #expect(history.versions.map(\.isInForce) == [false, true])
    #expect(history.versions.map(\.coded.codings) == [45, 0])
    #expect(history.versions[1].changes?.map(\.kind) == [.redefined])
    #expect(
      history.versions[1].changes?.first?.after?.definition
        == "Those in front stop until the last has come.")
    let other = try front.home.framework("van-winkelen-2010")
    #expect(
      try front.refusal {
        _ = try front.study.update(framework: other, dryRun: true, time: FrontStudy.time)
      }.count == 1)
  }

  @Test("The check says what waits, and the study's hash what it holds")
  func check() throws {
    let front = try FrontStudy()
    let check = try front.study.check()
    #expect(!check.isWell)
    #expect(check.findings.map(\.kind).contains(.unmappedCodes))
    let hash = try front.study.contentHash()
    #expect(hash.count == 64)
    #expect(try FrontStudy().study.contentHash() == hash)
  }

  @Test("The frameworks that ship are found by their ids, and a wrong one is named")
  func frameworks() throws {
    let home = try FrontStudy().home
    let ids = try home.frameworkIDs()
    #expect(ids.count > 2)
    for id in ids { #expect(try home.framework(id).framework.id == id) }
    #expect(throws: Failure.self) { try home.framework("knihgt-2002") }
  }

  @Test("A folder of frameworks that cannot be read is not one without any")
  func noFrameworks() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    for part in ["instruments", "data", "reports/templates"] {
      try FileManager.default.createDirectory(
        at: folder.appending(path: part), withIntermediateDirectories: true)
    }
    let home = try Home.find(told: folder.path)
    #expect(try home.frameworkIDs() == [])
    try FileManager.default.removeItem(at: folder.appending(path: "instruments"))
    let refusal = #expect(throws: Failure.self) { try home.frameworkIDs() }
    #expect(refusal?.diagnostics.first?.code == .noHome)
  }
}
