import Exchange
import FileFormats
import Foundation
import StudyModel
import TestSupport
import Testing

@testable import StudyWorkflow

@Suite("Whatever format brings a noun in, the study is asked the same of it")
struct MixedFormatTests {
  private static func bring(
    _ walks: Walks, _ kind: String, _ contents: [Incoming.Content], hashes: Bool = false
  ) throws -> ImportReport {
    var task = ImportTask(kind: kind, name: "m", time: "2026-04-14T10:00:00Z") { _, _ in
      BatchReader(contents)
    }
    task.hashesTokens = hashes
    return try task.run(in: walks.study)
  }

  private static func responses(_ respondent: String) -> Incoming.Content {
    var names = Incoming.Responses.Names()
    var row = Incoming.Responses.Row(row: 1)
    row.caseID = Int32(names.cases.number("north"))
    row.respondent = 0..<UInt32(respondent.utf8.count)
    return .responses(
      Incoming.Responses(
        items: ["wait"], names: names, rows: [row], answers: [4], bytes: Array(respondent.utf8)))
  }

  @Test("Respondents by plain tokens of one format and by hashes of another do not meet")
  func tokens() throws {
    let walks = try Walks.begun()
    #expect(try Self.bring(walks, "poll", [Self.responses("r1")]).ending == .imported)
    let before = try walks.contents()
    for kind in ["survey", "poll"] {
      let failure = #expect(throws: Failure.self) {
        try Self.bring(walks, kind, [Self.responses("r2")], hashes: true)
      }
      #expect(failure?.diagnostics.map(\.code) == [.tokensOfBothKinds])
      #expect(failure?.diagnostics.first?.remedy.hasSuffix("Nothing was imported.") == true)
    }
    #expect(try walks.contents() == before)
    #expect(!walks.place.names.contains { $0.hasSuffix(".tokens.key") })
  }

  @Test("The key of tokens is kept with the first import that stands, and with no other")
  func key() throws {
    let walks = try Walks.begun()
    func survey(_ text: String) throws -> ImportReport {
      try walks.tried(.survey, "respondent,case,wait\n" + text) { $0.hashesTokens = true }
    }
    #expect(try survey("r1,west,4\n").ending == .refused)
    #expect(!walks.place.names.contains { $0.hasSuffix(".tokens.key") })
    #expect(try survey("r1,north,4\n").tokenKeyPath?.hasSuffix(".tokens.key") == true)
    #expect(try survey("r2,north,4\n").tokenKeyPath == nil)
    let failure = #expect(throws: Failure.self) {
      try Self.bring(walks, "poll", [Self.responses("r3")])
    }
    #expect(failure?.diagnostics.map(\.code) == [.tokensOfBothKinds])
  }

  @Test("A code that the framework does not know is told once, whatever rows name it")
  func unmapped() throws {
    let walks = try Walks.begun()
    var names = Incoming.Codings.Names()
    let rows = [0, 6].map { start in
      var row = Incoming.Codings.Row(row: 2 + start)
      row.source = Int32(names.sources.number("n2"))
      row.coder = Int32(names.coders.number("ana"))
      row.code = Int32(names.codes.number("pace.waitng"))
      (row.placing, row.start, row.end) = (.span, start, start + 5)
      return row
    }
    let decision = Adjudication(
      code: "pace.waitng", span: Span(start: 0, end: 5), decision: .accept, by: "eve",
      at: "2026-04-14", reason: "so", row: 9)
    let report = try Self.bring(
      walks, "project",
      [
        .codes([.init(row: 1, value: .init(name: "pace.waitng"))]),
        .codings(.init(names: names, rows: rows, bytes: [])),
        .decisions([.init(row: 9, value: .init(source: "n2", decision: decision))]),
      ])
    #expect(
      report.diagnostics.map(\.message).filter { $0.contains("pace.waitng") }.count == 1)
    let told = try #require(report.diagnostics.first { $0.code == .unmappedCode })
    #expect(
      told.message
        == "code \"pace.waitng\" (2 codings) is not in \"small\" and counts for no construct")
    #expect(told.remedy.contains("pace.waiting") && told.place.row == 1)
  }

  @Test("Numbers of people invited and ratings without a phase are told of in a study with phases")
  func phases() throws {
    let walks = try Walks.begun()
    let invited = "case,organization,invited\nnorth,Club,5\n"
    let partners = "case,rater,ratee,question,value\nnorth,a,b,trust,3\n"
    for (layout, text) in [(Layout.invited, invited), (.partners, partners)] {
      #expect(try walks.tried(layout, text) { $0.isDryRun = true }.diagnostics.isEmpty)
    }
    try walks.bring(.phases, "phase\none\n")
    for (layout, text) in [(Layout.invited, invited), (.partners, partners)] {
      let found = try walks.tried(layout, text) { $0.isDryRun = true }.diagnostics
      #expect(found.map(\.code) == [.noPhaseStated])
      #expect(found.first?.place.row == 2)
    }
  }
}
