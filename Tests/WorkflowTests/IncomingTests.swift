import Exchange
import FileFormats
import StudyModel
import StudyStore
import TestSupport
import Testing

@testable import StudyWorkflow

/// A project of another program, made in memory: it has no table, and brings everything at once.
private final class ProjectReader: IncomingReader {
  let columns: [String] = []
  let keptColumns: [(index: Int, name: String)] = []
  private(set) var ending: IncomingEnding?
  private let contents: [Incoming.Content]

  init(_ contents: [Incoming.Content]) { self.contents = contents }

  func read(_ body: (Incoming.Batch) throws -> Void) throws {
    for content in contents { try body(Incoming.Batch(content)) }
    ending = IncomingEnding(sha256: "abc", byteCount: 3)
  }

  func located(_ problem: Diagnostic) -> Diagnostic {
    var located = problem
    located.place.file = "project.qdpx"
    return located
  }
}

@Suite("A format that brings everything at once needs only a reader")
struct IncomingTests {
  private static func codings(_ rows: [(String, String, String, Int, Int)]) -> Incoming.Codings {
    var codings = Incoming.Codings(names: .init(), rows: [], bytes: [])
    for (place, (source, coder, code, start, end)) in rows.enumerated() {
      var row = Incoming.Codings.Row(row: place + 1)
      row.source = Int32(codings.names.sources.number(source))
      row.coder = Int32(codings.names.coders.number(coder))
      row.code = Int32(codings.names.codes.number(code))
      (row.placing, row.start, row.end) = (.span, start, end)
      row.memo = codings.keep("note \(place)")
      codings.rows.append(row)
    }
    return codings
  }

  private static func project(_ codings: Incoming.Codings) -> [Incoming.Content] {
    [
      .cases([.init(row: 1, value: .init(id: "hill", name: "Hill"))]),
      .participants([
        .init(
          row: 1, value: Participant(id: "h1", caseID: "hill", organization: nil, role: .convenor))
      ]),
      .coders([.init(row: 1, value: .init(name: "ana")), .init(row: 2, value: .init(name: "eve"))]),
      .codes([.init(row: 1, value: .init(name: "pace.waiting"))]),
      .sources([
        .init(
          row: 1,
          value: .init(
            id: "talk", scope: .case("hill"), participant: "h1", coders: ["ana", "eve"],
            transcript: .bytes(Array("Wait. Go on.".utf8), name: "talk.txt")))
      ]),
      .codings(codings),
      .invited([
        .init(row: 1, value: .init(caseID: "hill", organization: "", phase: nil, invited: 7))
      ]),
    ]
  }

  private static func task(_ contents: [Incoming.Content]) -> ImportTask {
    ImportTask(kind: "project", name: "project.qdpx", time: "2026-04-14T10:00:00Z") { _, _ in
      ProjectReader(contents)
    }
  }

  @Test("Cases, people, coders, codes, sources with texts and codings come in as one import")
  func whole() throws {
    let walks = try Walks()
    let empty = try walks.contents()
    let contents = Self.project(
      Self.codings([("talk", "ana", "pace.waiting", 0, 5), ("talk", "eve", "gain", 6, 12)]))
    let report = try Self.task(contents).run(in: walks.study)
    #expect(
      report.ending == .imported, "\(report.diagnostics.map(\.text).joined(separator: "\n"))")
    #expect(report.entry.id == 1)
    #expect(report.entry.kind == "project")
    #expect(report.entry.rowsKept == 9)
    #expect(report.counts["codings"] == 2)
    #expect(report.counts["documents"] == 1)
    #expect(report.counts["cases"] == 1)
    #expect(try walks.codings() == ["ana pace.waiting 0-5 Wait.", "eve gain 6-12 Go on."])
    #expect(try walks.file.read { try $0.imports().count } == 1)
    #expect(try Self.task(contents).run(in: walks.study).ending == .known(1, at: report.entry.at))
    try walks.undo(1)
    var left = try walks.contents()
    left["change"] = []
    #expect(left == empty)
  }

  @Test("Every check against the study holds for it, and one wrong value keeps all of it out")
  func checked() throws {
    let walks = try Walks()
    let before = try walks.contents()
    let codings = Self.codings([
      ("talk", "ana", "pace.waiting", 0, 5), ("talk", "ana", "pace.waiting", 0, 99),
      ("talk", "eva", "gain", 0, 5), ("tall", "ana", "gain", 0, 5),
    ])
    let report = try Self.task(Self.project(codings)).run(in: walks.study)
    #expect(report.ending == .refused)
    #expect(
      report.diagnostics.map(\.text) == [
        "project.qdpx:2, column \"end\": error: the segment ends at 99, but source \"talk\" has 12 characters. Count Unicode characters from 0, a line break as one. [CODINGS-007]",
        "project.qdpx:3, column \"coder\": error: coder \"eva\" is not among those registered for \"talk\" (\"ana\", \"eve\"). Either correct it (did you mean \"eve\"?) or register the coder in the sources file. [CODINGS-010]",
        "project.qdpx:4, column \"source\": error: there is no source \"tall\" in the study. Either correct it (did you mean \"talk\"?) or import the source first. [CODINGS-004]",
      ])
    #expect(report.rejects?.count == 3)
    #expect(try walks.contents() == before)
  }

  @Test("Kinds may come in turns: what one batch brings the next may name")
  func turns() throws {
    let walks = try Walks()
    var contents = Self.project(Self.codings([("talk", "ana", "pace.waiting", 0, 5)]))
    contents += [
      .cases([.init(row: 2, value: .init(id: "dale"))]),
      .sources([.init(row: 2, value: .init(id: "walk", scope: .case("dale")))]),
    ]
    var second = Self.codings([("talk", "ana", "pace.waiting", 0, 5)])
    second.rows[0].source = Int32(second.names.sources.number("walk"))
    second.rows[0].row = 2
    contents.append(.codings(second))
    let report = try Self.task(contents).run(in: walks.study)
    #expect(
      report.ending == .imported, "\(report.diagnostics.map(\.text).joined(separator: "\n"))")
    #expect(try walks.codings() == ["ana pace.waiting 0-5 ", "ana pace.waiting 0-5 Wait."])
  }

  @Test("A table of another format only needs a source of rows")
  func otherTable() throws {
    final class Rows: TableSource {
      let header = TableHeader(names: ["source", "coder", "code", "start", "end", "mood"])
      let sheet: String? = nil
      private(set) var summary: TableSummary?

      func readBlocks(parallel: Bool, _ body: (TableBlock) throws -> Void) throws {
        try body(
          TableBlock(rows: [["n1", "ana", "gain", "0", "5", "glad"]], firstRow: 10))
        try body(TableBlock(rows: [["n1", "ben", "gain", "0", "x", ""]], firstRow: 11))
        summary = TableSummary(
          byteCount: 9, sha256: "def", encoding: .utf8, recordCount: 2, emptyLineCount: 0)
      }
    }
    let walks = try Walks.begun()
    var task = ImportTask(kind: "codings", name: "rows.sav", time: "2026-04-14T10:00:00Z") {
      options, framework in
      try LayoutReader(.codings, Rows(), name: "rows.sav", options: options, framework: framework)
    }
    task.options.keepGood = true
    let report = try task.run(in: walks.study)
    #expect(report.ending == .importedGood)
    #expect(
      report.diagnostics.map(\.text) == [
        "rows.sav:11, column \"end\": error: \"x\" is no whole number. Write it in digits. [CSV-012]"
      ])
    #expect(try walks.codings() == ["ana gain 0-5 We wa"])
    #expect(try walks.texts("SELECT text FROM keptText") == ["glad"])
  }
}
