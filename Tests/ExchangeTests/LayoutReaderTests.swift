import FileFormats
import StudyModel
import Testing

@testable import Exchange

/// What a reader gave of a text: values, and what is to be told, with whole places.
private struct Reading {
  var contents: [Incoming.Content] = []
  var kept: [String] = []
  var ending: IncomingEnding?
  private let reader: LayoutReader

  init(
    _ layout: Layout, _ text: String, _ change: (inout ImportOptions) -> Void = { _ in }
  ) throws {
    var options = ImportOptions()
    change(&options)
    reader = try LayoutReader(
      layout, ByteSource(text: text), name: "t.csv", options: options,
      framework: SmallFramework.whole())
    try reader.read { contents.append($0.content) }
    kept = reader.keptColumns.map(\.name)
    ending = reader.ending
  }

  func told(_ problems: [Diagnostic]) -> [String] { problems.map { reader.located($0).text } }
}

@Suite("Tables are read into values that know no study")
struct LayoutReaderTests {
  @Test("Cases with attributes, participants with stand-ins, phases with dates")
  func study() throws {
    let cases = try Reading(.cases, "Case;NAME;drive\nnorth;North;strong\n;;\nsouth;;\n")
    guard case .cases(let rows)? = cases.contents.first else {
      Issue.record("no cases")
      return
    }
    #expect(rows.map(\.row) == [2, 4])
    #expect(
      rows.map(\.value) == [
        .init(
          id: "north", name: "North", attributes: [Attribute(name: "drive", value: "strong")]),
        .init(id: "south", name: nil, attributes: [Attribute(name: "drive", value: "")]),
      ])
    #expect(cases.kept.isEmpty)
    #expect(cases.ending?.byteCount == 46)
    #expect(cases.ending?.sha256.count == 64)
    let people = try Reading(.participants, "participant,role\np1,Convenor\np2,boss\n") {
      $0.caseID = "north"
    }
    guard case .participants(let found)? = people.contents.first else {
      Issue.record("no participants")
      return
    }
    #expect(found.map(\.value.caseID) == ["north", "north"])
    #expect(found.map(\.value.role) == [.convenor, .participant])
    #expect(
      people.told(found[1].problems) == [
        "t.csv:3, column \"role\": error: \"boss\" is no role. Write one of participant, convenor, or leave it empty. [CSV-014]"
      ])
    let phases = try Reading(.phases, "phase,order,from,to,why\none,x,2026-02-30,2026,\n")
    guard case .phases(let rounds)? = phases.contents.first else {
      Issue.record("no phases")
      return
    }
    #expect(rounds.first?.value == Phase(name: "one", order: nil, from: nil, to: "2026"))
    #expect(rounds.first?.problems.map(\.code) == [.noWholeNumber, .noDate])
    #expect(phases.kept == ["why"])
  }

  @Test("Sources name their coders once, and their texts without opening them")
  func sources() throws {
    let reading = try Reading(
      .sources, "source,case,coders,kind,file\ns1,*,ana; ben ;;ana,Observation,/etc/passwd\n")
    guard case .sources(let rows)? = reading.contents.first else {
      Issue.record("no sources")
      return
    }
    #expect(
      rows.first?.value
        == .init(
          id: "s1", scope: .wholeSet, coders: ["ana", "ben"], kind: .observation,
          transcript: .named("/etc/passwd")))
    #expect(
      reading.told(rows[0].problems) == [
        "t.csv:2, column \"coders\": warning: coder \"ana\" is named twice. Name each coder once. [SOURCES-003]"
      ])
  }

  @Test("Codings are numbers, spans and places of bytes; plain and careful rows say the same")
  func codings() throws {
    let text = #"""
      source,coder,code,start,end,weight,valence,clear,text,memo,participant
      s1,ana,gain,0,5,1.5,contrary,,"We ""wait""",m,p1
      s1,,gain, 0 ,5,1.50,Contrary,no,"We ""wait""",m,p1
      s2,ben,pace,,,,,yes,words,,

      """#
    let reading = try Reading(.codings, text) { ($0.coder, $0.caseID) = ("ana", "north") }
    guard case .codings(let batch)? = reading.contents.first else {
      Issue.record("no codings")
      return
    }
    #expect(batch.problems.isEmpty)
    #expect(batch.rows.map(\.row) == [2, 3, 4])
    let (plain, careful, words) = (batch.rows[0], batch.rows[1], batch.rows[2])
    for row in [plain, careful] {
      #expect(batch.names.source(of: row) == "s1")
      #expect(batch.names.coder(of: row) == "ana")
      #expect(batch.names.code(of: row) == "gain")
      #expect(batch.names.scope(of: row) == .case("north"))
      #expect(batch.names.participant(of: row) == "p1")
      #expect(batch.names.phase(of: row) == nil)
      #expect(row.start == 0)
      #expect(row.end == 5)
      #expect(row.placing == .span)
      #expect(row.weight == 1.5)
      #expect(row.valence == .contrary)
      let bytes = batch.bytes[Int(row.text.lowerBound)..<Int(row.text.upperBound)]
      #expect(String(decoding: bytes, as: UTF8.self) == "We \"wait\"")
    }
    #expect(plain.source == careful.source)
    #expect(words.placing == .words)
    #expect([plain.clear, careful.clear, words.clear] == [nil, false, true])
    #expect(words.weight == nil)
    #expect(words.memo.isEmpty)
  }

  @Test("A coding that cannot stand says so, row by row, and keeps its place among the others")
  func wrongCodings() throws {
    let text = """
      source,coder,code,start,end
      s1,ana,gain,0,5
      s1,ana,,7,5
      ,ana,gain,4,
      s1,ana,gain,x,9

      """
    let reading = try Reading(.codings, text)
    guard case .codings(let batch)? = reading.contents.first else {
      Issue.record("no codings")
      return
    }
    #expect(batch.rows.map(\.isWrong) == [false, true, true, true])
    #expect(batch.rows.map(\.placing) == [.span, .wrong, .wrong, .wrong])
    #expect(batch.rows.map { $0.source >= 0 } == [true, true, false, true])
    #expect(batch.problems[1]?.map(\.code) == [.emptyField, .wrongSpan])
    #expect(batch.problems[2]?.map(\.code) == [.emptyField, .halfSpan])
    #expect(batch.problems[3]?.map(\.code) == [.noWholeNumber])
  }

  @Test("Decisions of a sheet without a decision are undecided, others whole or told")
  func decisions() throws {
    let text = """
      source,start,end,code,decision,new code,reason
      s1,0,5,gain,,,so
      s1,0,5,gain,accept,pace,so

      """
    let reading = try Reading(.adjudications, text) {
      $0.meeting = MeetingOptions()
      $0.meeting?.by = "ana"
      $0.meeting?.at = "2026-04-14"
    }
    guard case .decisions(let rows)? = reading.contents.first else {
      Issue.record("no decisions")
      return
    }
    #expect(rows[0].value.isUndecided)
    #expect(rows[0].problems.map(\.code) == [.filledInUndecided])
    #expect(rows[1].value.decision == nil)
    #expect(rows[1].value.source == "s1")
    #expect(rows[1].problems.map(\.code) == [.newFieldsWithoutChange])
    #expect(reading.kept.isEmpty)
  }

  @Test("What stands around the study: numbers, dates, ratings")
  func surrounding() throws {
    let invited = try Reading(.invited, "case,invited\nnorth,\nnorth,5\n")
    guard case .invited(let numbers)? = invited.contents.first else {
      Issue.record("nobody invited")
      return
    }
    #expect(numbers.map(\.value.invited) == [nil, 5])
    #expect(numbers.map { $0.problems.count } == [1, 0])
    let events = try Reading(.events, "case,date,event,kind\nnorth,2026-04,Start,formal\n")
    guard case .events(let happened)? = events.contents.first else {
      Issue.record("no events")
      return
    }
    #expect(
      happened.first?.value
        == .init(caseID: "north", date: "2026-04", event: "Start", kind: "formal"))
    let partners = try Reading(
      .partners, "case,rater,ratee,question,value\nnorth,a,b,trust,\"1,5\"\n")
    guard case .partners(let ratings)? = partners.contents.first else {
      Issue.record("no ratings")
      return
    }
    #expect(
      partners.told(ratings[0].problems) == [
        "t.csv:2, column \"value\": error: \"1,5\" is no number. Write it with a decimal point. [CSV-013]"
      ])
  }

  @Test("A mapped column is told by the name that the file has for it")
  func mapped() throws {
    let reading = try Reading(.cases, "Kürzel,case\n,x\n") { $0.map = ["case": "Kürzel"] }
    guard case .cases(let rows)? = reading.contents.first else {
      Issue.record("no cases")
      return
    }
    #expect(
      reading.told(rows[0].problems) == [
        "t.csv:2, column \"Kürzel\": error: \"case\" is empty. Fill it in, or remove the row. [CSV-011]"
      ])
    #expect(rows[0].value.attributes == [Attribute(name: "case", value: "x")])
  }
}
