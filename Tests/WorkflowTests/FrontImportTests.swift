import StudyModel
import StudyWorkflow
import Testing
import WorkflowSupport

@Suite("A front brings files in without a path")
struct FrontImportTests {
  /// Enough codings for several batches.
  private static let many =
    "source,coder,code,start,end,case\n"
    + (0..<20_000).map { "n9,coder\($0 % 3),gain.fitness,\($0 * 10),\($0 * 10 + 5),north\n" }
    .joined()

  @Test("A cancelled import leaves the study as it was, and can be done again")
  func cancelled() async throws {
    let front = try FrontStudy()
    let (hash, imports) = try (front.study.contentHash(), front.study.imports())
    let (study, task) = (front.study, front.task(.codings, Self.many))
    let work = Task.detached {
      var told = 0
      return try task.run(
        in: study,
        progress: { _ in
          told += 1
          // In the middle of it: the first batch is in.
          if told == 1 { withUnsafeCurrentTask { $0?.cancel() } }
        })
    }
    await #expect(throws: CancellationError.self) { _ = try await work.value }
    #expect(try front.study.contentHash() == hash)
    #expect(try front.study.imports() == imports)
    var told: [Int] = []
    let report = try task.run(in: study, progress: { told.append($0.rows) })
    #expect(report.ending == .imported && report.entry.rowsKept == 20_000)
    #expect(told.count > 1 && told == told.sorted() && told.last == 20_000)
  }

  @Test("A preview locks nobody out: while it runs another writes and reads")
  func preview() throws {
    let front = try FrontStudy()
    let other = try Study.open(front.path, for: .writing)
    var task = front.task(.codings, Self.many)
    task.isDryRun = true
    var written: ImportReport.Ending?
    let report = try task.run(
      in: front.study,
      progress: { _ in
        guard written == nil else { return }
        written = try front.task(.cases, "case,name\nwest,West group\n").run(in: other).ending
        #expect(try other.imports().last?.kind == "cases")
      })
    #expect(written == .imported)
    #expect(report.ending == .tried && report.isGood && report.entry.id == 0)
    #expect(report.preview.first?.fate == .kept)
    #expect(try front.study.imports().map(\.kind).filter { $0 == "codings" }.count == 1)
  }

  @Test("Refused rows are a value, with the reasons, and nothing of the file came in")
  func refused() throws {
    let front = try FrontStudy()
    let hash = try front.study.contentHash()
    let text = "source,coder,code,start,end\nn1,eve,gain.fitness,0,5\nn77,ana,gain.fitness,0,5\n"
    var handed: [RejectedRows.Row] = []
    let report = try front.task(.codings, text).run(
      in: front.study, rejects: { rows in try rows.eachRow { handed.append($0) } })
    #expect(report.ending == .refused && !report.isGood)
    #expect(report.rejects?.columns == ["source", "coder", "code", "start", "end"])
    #expect(handed.map(\.row) == [2, 3] || handed.map(\.row) == [3])
    #expect(handed.allSatisfy { !$0.reasons.isEmpty && $0.fields.count == 5 })
    #expect(report.diagnostics.contains { $0.code == .unknownSource && $0.place.row == 3 })
    #expect(try front.study.contentHash() == hash)
  }

  @Test("Taking an import back brings the study to where it was, and says why it cannot")
  func undo() throws {
    let front = try FrontStudy()
    let hash = try front.study.contentHash()
    try front.bring(.cases, "case,name\nwest,West group\n")
    try front.bring(.sources, "source,case\nw1,west\n")
    let refusal = try front.refusal { try front.study.undoImport(6, at: FrontStudy.time) }
    #expect(refusal.count == 1 && refusal[0].contains("import 7"), "\(refusal)")
    try front.study.undoImport(7, at: FrontStudy.time)
    try front.study.undoImport(6, at: FrontStudy.time)
    #expect(try front.study.contentHash() == hash)
    #expect(
      try front.study.imports().map(\.undoneAt) == Array(repeating: nil, count: 5) + [
        FrontStudy.time, FrontStudy.time,
      ])
    #expect(try !front.refusal { try front.study.undoImport(99, at: FrontStudy.time) }.isEmpty)
  }

  @Test("A study that was opened to be read is not changed")
  func reading() throws {
    let front = try FrontStudy()
    let reader = try Study.open(front.path)
    let task = front.task(.cases, "case,name\nwest,West group\n")
    #expect(try front.refusal { _ = try task.run(in: reader) }.count == 1)
    #expect(try front.refusal { try reader.undoImport(5, at: FrontStudy.time) }.count == 1)
    #expect(try reader.imports().count == 5)
  }
}
