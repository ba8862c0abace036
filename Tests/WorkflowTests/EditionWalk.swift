import Exchange
import StudyModel
import StudyStore
import TestSupport
import Testing

@testable import StudyWorkflow

/// A study of one case with so many respondents.
struct EditionWalk {
  let walks: Walks
  let study: Study

  init(respondents: Int = 8) throws {
    walks = try Walks.begun()
    study = Study(file: walks.file, framework: walks.framework, frameworkHash: "f1")
    try answer(1...respondents)
  }

  /// Brings in respondents of the northern case, who all answer one thing.
  func answer(
    _ numbers: ClosedRange<Int>, _ value: Int = 4, phase: String = "", named prefix: String = "r",
    of organization: String = ""
  ) throws {
    // Not all alike: what nearly all say is told in words alone.
    let rows = numbers.map { number in
      "\(prefix)\(number),north,\(organization),\(phase),\(number % 3 == 0 ? (value > 1 ? value - 1 : 2) : value)\n"
    }.joined()
    try walks.bring(.survey, "respondent,case,organization,phase,wait\n" + rows)
  }

  @discardableResult
  func publish(
    _ report: Report = Report(.health, for: .convenor, caseID: "north"),
    as publication: Publication = .edition
  ) throws -> Edition? {
    let eyes: Eyes =
      switch report.audience {
      case .researcher: .researcher
      case .workingGroup: .workingGroup
      case .convenor: .convenor(of: report.caseID ?? "")
      }
    let seen = try study.results().read(by: eyes).seen()
    let hash = try report.hash ?? Self.signed(report, seen).hash
    return try study.publish(
      PublishedReport(subject: report.subject, audience: report.audience, hash: hash ?? ""),
      on: seen.basis, as: publication, time: "2026-04-14T10:00:00Z")
  }

  /// What stands in the way; empty where nothing does.
  func refusal(
    _ report: Report = Report(.health, for: .convenor, caseID: "north")
  ) throws -> [String] {
    let before = try editions()
    do {
      try publish(report)
      return []
    } catch let refusal as EditionRefusal {
      #expect(try editions() == before, "a refused edition is not kept")
      return refusal.diagnostics.map { "\($0.message). \($0.remedy)" }
    }
  }

  func editions() throws -> [Edition] { try walks.file.read { try $0.editions() } }

  private static func signed(_ report: Report, _ seen: SeenResults) throws -> SignedReport {
    guard let caseID = report.caseID else { return seen.signedComparison(phase: report.phase) }
    return try seen.signedHealth(of: caseID, phase: report.phase)
  }

  /// Which report goes out; without a hash it bears its own.
  struct Report {
    var kind: ReportKind
    var audience: Audience
    var caseID: String?
    var phase: String?
    var hash: String?

    init(
      _ kind: ReportKind, for audience: Audience, caseID: String? = nil, phase: String? = nil,
      hash: String? = nil
    ) {
      (self.kind, self.audience, self.caseID) = (kind, audience, caseID)
      (self.phase, self.hash) = (phase, hash)
    }

    var subject: ReportSubject {
      switch kind {
      case .health: .health(caseID: caseID ?? "", phase: phase)
      case .comparison: .comparison(phase: phase)
      case .agreement: .agreement()
      case .methods: .methods()
      }
    }
  }
}
