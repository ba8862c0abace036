import Dispatch
import StudyModel
import StudyWorkflow
import Synchronization
import TestSupport
import Testing
import WorkflowSupport

@Suite("Two readers work beside a writer in one process")
struct FrontServingTests {
  /// What happened in the threads.
  private final class Log: Sendable {
    private let told = Mutex<[String]>([])
    func add(_ line: String) { told.withLock { $0.append(line) } }
    var lines: [String] { told.withLock { $0 } }
  }

  @Test("Readers see one moment each, the writer waits for nobody, nobody is told to wait")
  func beside() throws {
    let front = try FrontStudy()
    try front.study.close()
    let study = try Study.open(front.path, for: .serving)
    let before = try study.contentHash()
    let log = Log()
    let (reading, written, done) = (
      DispatchSemaphore(value: 0), DispatchSemaphore(value: 0), DispatchGroup()
    )
    for reader in 1...2 {
      DispatchQueue.global().async(group: done) {
        do {
          try study.read { snapshot in
            let first = try (snapshot.contentHash(), snapshot.cases().count)
            reading.signal()
            // The writer is done while this moment is still being read.
            guard written.wait(timeout: .now() + 60) == .success else {
              return log.add("reader \(reader): the writer waited")
            }
            let second = try (snapshot.contentHash(), snapshot.cases().count)
            let scores = try snapshot.evidence().scores()
            if first != second || first != (before, 2) || scores.count != 2 {
              log.add("reader \(reader): saw \(first), then \(second)")
            }
          }
        } catch {
          log.add("reader \(reader): \(error)")
        }
      }
    }
    for _ in 1...2 { #expect(reading.wait(timeout: .now() + 60) == .success) }
    // Both are in the middle of their moment; three imports come in and one goes.
    for text in ["west,West", "east,East"] {
      try front.bring(in: study, .cases, "case,name\n\(text)\n")
    }
    try front.bring(in: study, .sources, "source,case\ne1,east\n")
    try study.undoImport(8, at: FrontStudy.time)
    for _ in 1...2 { written.signal() }
    #expect(done.wait(timeout: .now() + 120) == .success)
    #expect(log.lines == [])
    #expect(try study.read { try $0.cases().map(\.id) } == ["north", "south", "west", "east"])
    #expect(try study.contentHash() != before)
    try study.close()
    #expect(front.place.names == ["walk.covalence"], "one file again")
  }

  @Test("Whole tasks run beside imports, over and over, each on a moment of its own")
  func overAndOver() throws {
    let front = try FrontStudy()
    try front.study.close()
    let study = try Study.open(front.path, for: .serving)
    let home = front.home
    let log = Log()
    let isDone = Mutex(false)
    let done = DispatchGroup()
    for reader in 1...2 {
      DispatchQueue.global().async(group: done) {
        do {
          var rounds = 0
          while rounds < 3 || !isDone.withLock({ $0 }) {
            let request = try ReportRequest(.comparison(), for: .researcher, time: FrontStudy.time)
            _ = try study.report(request, home: home)
            // Cases and scores of one moment belong together.
            let evidence = try study.evidence()
            let cases = Set(evidence.scores().map(\.caseID))
            if cases != Set(evidence.cases.map(\.id)) { log.add("reader \(reader): two moments") }
            rounds += 1
          }
        } catch {
          log.add("reader \(reader): \(error)")
        }
      }
    }
    for number in 1...6 {
      try front.bring(in: study, .cases, "case,name\nc\(number),Case \(number)\n")
      try front.bring(in: study, .sources, "source,case\nc\(number)s,c\(number)\n")
    }
    isDone.withLock { $0 = true }
    #expect(done.wait(timeout: .now() + 300) == .success)
    #expect(log.lines == [])
    #expect(try study.imports().count == 17)
    try study.close()
  }
}

extension FrontStudy {
  /// Brings a table into the study as it is open elsewhere.
  fileprivate func bring(in study: Study, _ layout: Layout, _ text: String) throws {
    let report = try task(layout, text).run(in: study)
    #expect(report.ending == .imported, "\(report.diagnostics.map(\.text))")
  }
}
