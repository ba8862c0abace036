import Exchange
import FileFormats
import Foundation
import StudyModel
import StudyStore
import TestSupport
import Testing

@testable import StudyWorkflow

@Suite("The same file brought in by two at once comes in once")
struct ImportRaceTests {
  @Test("Whoever comes second is told of the import of the first")
  func twoAtOnce() async throws {
    let place = try Workplace()
    let inHand = try FrameworkInHand(
      folder: Fixtures.own.appending(path: "frameworks/small"), as: "small")
    let path = place.path("race.covalence")
    let study = try Study.create(path, framework: inHand, facts: [:], time: "2026-04-14")
    let rows = (0..<500).map { "case \($0)" }.joined(separator: "\n")
    let reports = try await withThrowingTaskGroup(of: ImportReport.self) { group in
      for _ in 0..<4 {
        group.addTask {
          let own = try Study.open(path, for: .writing)
          return try ImportTask(
            .cases, ByteSource(text: "case\n\(rows)\n"), name: "c.csv", time: "2026-04-14"
          ).run(in: own)
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(reports.count { $0.ending == .imported } == 1)
    #expect(reports.count { $0.ending == .known(1, at: "2026-04-14") } == 3)
    #expect(try study.file.read { try $0.imports().count } == 1)
  }
}
