import Exchange
import Foundation
import StudyModel
import StudyStore
import TestSupport
import Testing

@testable import StudyWorkflow

@Suite("A study is read as it is at one moment")
struct SnapshotTests {
  @Test("A snapshot carries the framework in force at its moment, whenever the study was opened")
  func framework() throws {
    let coded = try CodedStudy()
    let before = try coded.study.read { $0.frameworkHash }
    var newer = try #require(try coded.walks.file.read { try $0.framework() })
    newer.version = "1.11.0"
    newer.sha256 = "another"
    for place in newer.files.indices where newer.files[place].name == "framework.yaml" {
      newer.files[place].text = newer.files[place].text
        .replacing("version: 1.10.0", with: "version: 1.11.0")
        .replacing("name: Waiting", with: "name: Waiting for all")
    }
    try coded.walks.file.add(newer)
    try coded.study.read { snapshot in
      #expect(snapshot.frameworkHash != before)
      #expect(snapshot.framework.version == "1.11.0" && snapshot.frameworkHash == "another")
      let evidence = try snapshot.evidence()
      #expect(evidence.framework == snapshot.framework)
    }
    #expect(
      try coded.study.trace(caseID: "north", construct: "pace.waiting").construct.name
        == "Waiting for all")
  }

  @Test(
    "A study without a title, or that is simulated in other words, is damaged and not guessed at")
  func description() throws {
    let place = try Workplace()
    let inHand = try FrameworkInHand(
      folder: Fixtures.own.appending(path: "frameworks/small"), as: "small")
    let untitled = try StudyFile.create(place.path("untitled.covalence"))
    try untitled.add(inHand.stored(at: "2026-04-14"))
    let walks = try CodedStudy().walks
    try walks.file.set("simulated", to: "maybe")
    let request = try ReportRequest(
      .comparison(), for: .researcher, time: "2026-04-14T10:00:00Z")
    for (file, said) in [(untitled, "no title"), (walks.file, "simulated is \"maybe\"")] {
      let error = #expect(throws: StudyFileError.self) {
        try Study(file: file).report(request, home: CodedStudy.home())
      }
      guard case .damaged(_, let detail, _)? = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
      #expect(detail.contains(said))
    }
  }

  @Test("Work that was cancelled ends with that, and gives nothing")
  func cancelled() async throws {
    let study = try CodedStudy().study
    let home = try CodedStudy.home()
    let methods = try ReportRequest(.methods(), time: "2026-04-14T10:00:00Z")
    let tasks: [@Sendable () throws -> Void] = [
      { _ = try study.evidence() }, { _ = try study.check() },
      { _ = try study.reviewQueue(ReviewRequest()) }, { _ = try study.codingRounds() },
      { _ = try study.agreement(by: .code) },
      { _ = try study.report(methods, home: home) },
      { try study.read { _ in } },
    ]
    for task in tasks {
      let work = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        try task()
      }
      await #expect(throws: CancellationError.self) { try await work.value }
    }
  }

  @Test("Progress is told a source at a time, up to the last")
  func progress() throws {
    let study = try CodedStudy().study
    var told: [ReadingProgress] = []
    func read(_ snapshot: StudySnapshot) throws { _ = try snapshot.evidence() }
    try study.read(telling: { told.append($0) }, read)
    #expect(told.map(\.done) == [0, 1, 2])
    #expect(told.allSatisfy { $0.step == .codings && $0.total == 3 })
  }
}
