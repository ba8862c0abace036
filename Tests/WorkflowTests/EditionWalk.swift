import Exchange
import FileFormats
import Foundation
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

  private init(walks: Walks, study: Study) { (self.walks, self.study) = (walks, study) }

  /// The same study under a framework with another rule of weighting.
  func weighing(_ rule: String) throws -> EditionWalk {
    let name = "\(rule.filter { $0.isLetter || $0.isNumber })/small"
    let folder = walks.place.folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: folder.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: Fixtures.own.appending(path: "frameworks/small"), to: folder)
    let rules = try String(contentsOf: folder.appending(path: "scoring.yaml"), encoding: .utf8)
    try walks.place.write(
      name + "/scoring.yaml", rules.replacing("weighting: respondents", with: rule))
    let inHand = try FrameworkInHand(folder: folder, as: "small")
    let now = try walks.file.read { try $0.framework() }
    try walks.file.add(
      inHand.stored(at: "2026-04-15"), replacing: #require(now?.sha256, "there is no framework"))
    return EditionWalk(walks: walks, study: try Study(file: walks.file))
  }

  /// Keeps an edition as earlier builds did, which knew neither pairs nor how people weigh.
  @discardableResult
  func publishAsBefore() throws -> Edition {
    let basis = try basis(for: .convenor(of: "north"))
    let bases = basis.people.map { base in
      var base = base
      base.people.removeAll { people in
        switch people.statistic {
        case .changeFrom, .changeTo, .weighting, .scale, .tokens, .parts: true
        default: false
        }
      }
      return base
    }
    let entry = EditionEntry(
      at: "2026-04-13T10:00:00Z", toolVersion: "0.1", report: .health, audience: .convenor,
      caseID: "north", phase: nil, rules: basis.rules, studyHash: "before")
    return try walks.file.keep(entry, on: bases, digest: SHA256.digest(of:), judge: { _ in })
  }

  /// On what reports for some eyes other than the researcher's rest.
  func basis(for eyes: Eyes) throws -> PublishedBasis {
    switch try study.results(for: eyes).seen().ground {
    case .forOthers(_, let basis): basis
    case .own: throw NotForOthers()
    }
  }

  private struct NotForOthers: Error {}

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
    _ report: Report = Report(.health, for: .convenor, caseID: "north"), for reason: String? = nil
  ) throws -> Edition {
    let eyes = try study.read { snapshot in
      try snapshot.eyes(
        of: report.audience, toSee: report.caseID.map { .one($0) } ?? .all("It"))
    }
    guard
      case .forOthers(_, let hash, let basis) = try Self.signed(
        report, study.results(for: eyes).seen())
    else { throw NotForOthers() }
    return try study.publish(
      PublishedReport(subject: report.subject, hash: report.hash ?? hash), on: basis, for: reason,
      time: "2026-04-14T10:00:00Z")
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
    guard let caseID = report.caseID else {
      return seen.signedComparison(phase: report.phase, on: "2026-04-14")
    }
    return try seen.signedHealth(of: caseID, phase: report.phase, on: "2026-04-14")
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
      case .tables: .tables(phase: phase)
      }
    }
  }
}
