import Exchange
import FileFormats
import StudyModel
import StudyStore
import TestSupport
import Testing

@testable import StudyWorkflow

@Suite("The door of imports: bytes, progress, stopping, preview and rejected rows as values")
struct ImportTaskTests {
  private static let time = "2026-04-14T10:00:00Z"

  /// A thousand codings of a source that the rows make, enough for several batches.
  private static func codings(_ count: Int = 20_000) -> String {
    let rows = (0..<count).map { number in
      "n9,coder\(number % 3),gain.fitness,\(number * 10),\(number * 10 + 5),north"
    }
    return "source,coder,code,start,end,case\n" + rows.joined(separator: "\n") + "\n"
  }

  @Test("Bytes in memory need no path: CSV, and a workbook")
  func bytes() throws {
    let walks = try Walks.begun()
    let text = "case,name\neast,East\n"
    let report = try ImportTask(
      .cases, ByteSource(text: text), name: "upload.csv", time: Self.time
    ).run(in: walks.study)
    #expect(report.ending == .imported)
    #expect(report.entry.file == "upload.csv")
    #expect(report.entry.digest == ByteSource(text: text).sha256)
    let again = try ImportTask(
      .cases, ByteSource(text: text), name: "other name.csv", time: Self.time
    ).run(in: walks.study)
    #expect(again.ending == .known(4, at: Self.time))
    let book = SmallWorkbook(texts: [["case", "name"], ["west", "West"]])
    let sheet = try ImportTask(
      .cases, .bytes(book.archive), name: "upload.xlsx", time: Self.time
    ).run(in: walks.study)
    #expect(sheet.ending == .imported)
    #expect(try walks.file.read { try $0.cases().map(\.case.name) }.suffix(2) == ["East", "West"])
  }

  @Test("Progress is told batch by batch, in rows and in bytes of all")
  func progress() throws {
    let walks = try Walks.begun()
    let text = Self.codings()
    var told: [ImportProgress] = []
    let report = try ImportTask(
      .codings, ByteSource(text: text), name: "c.csv", time: Self.time
    ).run(in: walks.study, progress: { told.append($0) })
    #expect(report.entry.rowsKept == 20_000)
    #expect(told.count > 1)
    #expect(told.map(\.rows) == told.map(\.rows).sorted())
    #expect(told.map(\.bytes) == told.map(\.bytes).sorted())
    #expect(told.last?.rows == 20_000)
    #expect(told.last?.bytes == text.utf8.count)
    #expect(told.allSatisfy { $0.totalBytes == text.utf8.count })
    #expect(told.map(\.isLast) == told.indices.map { $0 == told.count - 1 })
  }

  @Test("An import can be stopped when its last row is read, and then no more")
  func stoppedAtTheLastMoment() throws {
    struct Stop: Error {}
    let walks = try Walks.begun()
    let before = try walks.contents()
    // Rows that are rejected as well: their file is no more to be written then.
    let text = Self.codings(1000) + "n9,ana,gain,5,1,north\n"
    var task = ImportTask(.codings, ByteSource(text: text), name: "c.csv", time: Self.time)
    task.options.keepGood = true
    var handed = 0
    #expect(throws: Stop.self) {
      _ = try task.run(
        in: walks.study, progress: { if $0.isLast { throw Stop() } },
        rejects: { _ in handed += 1 })
    }
    #expect(handed == 0)
    #expect(try walks.contents() == before)
    var last: ImportProgress?
    let report = try task.run(
      in: walks.study, progress: { last = $0 },
      rejects: { rejects in
        handed += rejects.count
        #expect(last?.isLast == true)
      })
    #expect(report.ending == .importedGood)
    #expect(handed == 1)
  }

  @Test("An import that is stopped changes nothing")
  func stopped() throws {
    struct Stop: Error {}
    let walks = try Walks.begun()
    let before = try walks.contents()
    let task = ImportTask(
      .codings, ByteSource(text: Self.codings()), name: "c.csv", time: Self.time)
    var batches = 0
    #expect(throws: Stop.self) {
      _ = try task.run(
        in: walks.study,
        progress: { _ in
          batches += 1
          if batches == 2 { throw Stop() }
        })
    }
    #expect(batches == 2)
    #expect(try walks.contents() == before)
    #expect(try walks.file.read { try $0.imports().count } == 3)
    #expect(try task.run(in: walks.study).ending == .imported)
  }

  @Test("A cancelled task stops its import, and changes nothing")
  func cancelled() async throws {
    let walks = try Walks.begun()
    let before = try walks.contents()
    let (study, text) = (walks.study, Self.codings())
    let work = Task.detached {
      withUnsafeCurrentTask { $0?.cancel() }
      return try ImportTask(
        .codings, ByteSource(text: text), name: "c.csv", time: Self.time
      ).run(in: study)
    }
    await #expect(throws: CancellationError.self) { _ = try await work.value }
    #expect(try walks.contents() == before)
  }

  @Test("A preview says what would come in, row by row, and leaves nothing")
  func preview() throws {
    let walks = try Walks.begun()
    try walks.bring(.codings, "source,coder,code,start,end\nn1,ana,gain,0,5\n")
    let before = try walks.contents()
    let text = """
      source,coder,code,start,end,note
      n1,ana,gain,0,5,
      n1,ben,gain,0,5,mine
      n8,ben,gain,0,5,

      """
    var task = ImportTask(.codings, ByteSource(text: text), name: "c.csv", time: Self.time)
    task.isDryRun = true
    var handed = 0
    let report = try task.run(in: walks.study, rejects: { _ in handed += 1 })
    #expect(report.ending == .tried)
    #expect(!report.isGood)
    #expect(handed == 0)
    #expect(report.columns == ["source", "coder", "code", "start", "end", "note"])
    #expect(
      report.preview == [
        .init(row: 2, fields: ["n1", "ana", "gain", "0", "5", ""], fate: .same),
        .init(row: 3, fields: ["n1", "ben", "gain", "0", "5", "mine"], fate: .kept),
        .init(row: 4, fields: ["n8", "ben", "gain", "0", "5", ""], fate: .rejected),
      ])
    #expect(report.diagnostics.map(\.code) == [.unknownSource])
    #expect(report.rejects?.count == 1)
    #expect(report.keptColumns == ["note"])
    #expect(try walks.contents() == before)
  }

  @Test("Rejected rows are a value, handed over before anything stays")
  func rejects() throws {
    let walks = try Walks.begun()
    let text = """
      case,name,rejected because,place
      east,East,"earlier",hill
      ,West,,vale,too much
      east,Again,,

      """
    var task = ImportTask(.cases, ByteSource(text: text), name: "c.csv", time: Self.time)
    task.options.keepGood = true
    var rows: [RejectedRows.Row] = []
    var columns: [String] = []
    let report = try task.run(
      in: walks.study,
      rejects: { rejects in
        columns = rejects.columns
        try rejects.eachRow { rows.append($0) }
      })
    #expect(report.ending == .importedGood)
    #expect(columns == ["case", "name", "place"])
    #expect(
      rows == [
        .init(
          row: 3, fields: ["", "West", "vale", "too much"],
          reasons: [
            "the row has 5 fields, the header 4. Either quote a field that holds a delimiter or remove what is too much.",
            "case: \"case\" is empty. Fill it in, or remove the row.",
          ]),
        .init(
          row: 4, fields: ["east", "Again", ""],
          reasons: [
            "case: the same case is in row 2. Either remove one of the two rows or give one another case."
          ]),
      ])
  }

  @Test("Where rejected rows cannot be put anywhere, the good ones do not come in either")
  func rejectsLost() throws {
    struct NoRoom: Error {}
    let walks = try Walks.begun()
    let before = try walks.contents()
    var task = ImportTask(
      .cases, ByteSource(text: "case\neast\neast\n"), name: "c.csv", time: Self.time)
    task.options.keepGood = true
    #expect(throws: NoRoom.self) {
      _ = try task.run(in: walks.study, rejects: { _ in throw NoRoom() })
    }
    #expect(try walks.contents() == before)
  }

  @Test("More rejected rows than memory holds come back whole, in order")
  func manyRejects() throws {
    var rejects = RejectedRows(columns: ["a", "b"])
    let text = String(repeating: "ä", count: 400)
    for number in 0..<20_000 {
      try rejects.add(.init(row: number, fields: ["\(number)", text], reasons: ["no", ""]))
    }
    #expect(rejects.count == 20_000)
    var next = 0
    try rejects.eachRow { row in
      #expect(row == .init(row: next, fields: ["\(next)", text], reasons: ["no", ""]))
      next += 1
    }
    #expect(next == 20_000)
  }

  @Test("One slip in the source of twenty thousand codings takes no time, and is told once")
  func slips() throws {
    let walks = try Walks.begun()
    let sources = (0..<2000).map { "s\($0),north" }.joined(separator: "\n")
    try walks.bring(.sources, "source,case\n\(sources)\n")
    let rows = (0..<20_000).map { "s1x\(1999),ana,gain,\($0 * 10),\($0 * 10 + 5)" }
    let text = "source,coder,code,start,end\n" + rows.joined(separator: "\n") + "\n"
    let start = ContinuousClock.now
    let report = try walks.tried(.codings, text)
    #expect(ContinuousClock.now - start < .seconds(20))
    #expect(report.diagnostics.count == 1)
    #expect(report.diagnostics.first?.message.hasSuffix("(and 19,999 more rows)") == true)
    #expect(report.rejects?.count == 20_000)
  }
}
