import Exchange
import FileFormats
import Foundation
import GRDB
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
    let study = try Study.create(
      path, framework: inHand, as: .init(title: "Race"), time: "2026-04-14")
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

  /// Imports codings of a weight while another program that holds the study puts a framework of another
  /// top weight in force.
  private func imported(weight: Int, whileTopWeightBecomes top: Int) async throws -> (
    Walks, ImportReport
  ) {
    let walks = try Walks.begun()
    var newer = try #require(try walks.file.read { try $0.framework() })
    (newer.version, newer.sha256) = ("1.11.0", "another")
    for place in newer.files.indices {
      newer.files[place].text = newer.files[place].text
        .replacing("version: 1.10.0", with: "version: 1.11.0")
        .replacing("top-weight: 4", with: "top-weight: \(top)")
    }
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: walks.file.path, configuration: configuration)
    try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
    let (told, waits) = AsyncStream.makeStream(of: Void.self)
    let path = walks.file.path
    let work = Task.detached {
      let study = try Study.open(path, for: .writing, notice: { waits.yield() })
      return try ImportTask(
        .codings,
        ByteSource(text: "source,coder,code,start,end,weight\nn1,ana,gain,0,5,\(weight)\n"),
        name: "c.csv", time: "2026-04-14"
      ).run(in: study)
    }
    for await _ in told { break }
    let stored = newer
    try await other.writeWithoutTransaction { db in
      try db.execute(
        sql: "INSERT INTO framework (name, version, sha256, addedAt) VALUES (?, ?, ?, ?)",
        arguments: [stored.id, stored.version, stored.sha256, stored.addedAt])
      let id = db.lastInsertedRowID
      for file in stored.files {
        try db.execute(
          sql: "INSERT INTO frameworkFile (frameworkID, name, text) VALUES (?, ?, ?)",
          arguments: [id, file.name, file.text])
      }
      try db.execute(sql: "COMMIT")
    }
    return (walks, try await work.value)
  }

  @Test("An import that waited is judged by the framework in force when its turn comes")
  func otherFramework() async throws {
    let (refusing, refused) = try await imported(weight: 4, whileTopWeightBecomes: 3)
    #expect(refused.ending == .refused)
    #expect(refused.diagnostics.map(\.code) == [.weightRange])
    #expect(try refusing.file.read { try $0.imports().count } == 3)
    let (walks, taken) = try await imported(weight: 7, whileTopWeightBecomes: 9)
    #expect(taken.ending == .imported)
    #expect(try walks.file.read { try $0.imports().last?.frameworkNumber } == 2)
  }
}
