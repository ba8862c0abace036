import FileFormats
import Foundation
import StudyModel
import Testing

@testable import Exchange

@Suite("Columns of a survey are items, or kept as text")
struct SurveyColumnsTests {
  /// What a survey's rows gave: answers, names, and what is to be told.
  private static func read(
    _ text: String, _ change: (inout ImportOptions) -> Void = { _ in }
  ) throws -> (batch: Incoming.Responses, kept: [String], told: [String]) {
    var options = ImportOptions()
    change(&options)
    let reader = try LayoutReader(
      .survey, ByteSource(text: text), name: "s.csv", options: options,
      framework: SmallFramework.whole())
    var batches: [Incoming.Responses] = []
    try reader.read { batch in
      if case .responses(let responses) = batch.content { batches.append(responses) }
    }
    let batch = try #require(batches.first)
    #expect(batches.count == 1)
    let told = batch.problems.sorted { $0.key < $1.key }.flatMap(\.value)
    return (batch, reader.keptColumns.map(\.name), told.map { reader.located($0).text })
  }

  private static func faults(_ text: String) throws -> [String] {
    let error = #expect(throws: DiagnosticsError.self) { _ = try read(text) }
    return error?.diagnostics.map(\.text) ?? []
  }

  @Test("Digits, longer numbers, and words for not having an answer")
  func answers() throws {
    let text = """
      respondent,case,organization,Wait,gain.fitness.1,remark
      r1,north,Club,05,5,fine
      r2,north,,2,,
      r3,south,Club,n/a,Prefer not to say,
      r4,south,Hut,not asked,4.0,

      """
    let (batch, kept, told) = try Self.read(text)
    #expect(batch.items == ["wait", "gain.fitness.1"])
    #expect(kept == ["remark"])
    #expect(told.isEmpty)
    #expect(
      batch.answers == [
        5, 5, 2, Answer.notAnswered, Answer.notApplicable, Answer.refused, Answer.notAsked, 4,
      ])
    #expect(batch.rows.map { batch.names.caseID(of: $0) } == ["north", "north", "south", "south"])
    #expect(batch.rows.map { batch.names.organization(of: $0) } == ["Club", "", "Club", "Hut"])
    #expect(batch.rows.map(\.isWrong) == [false, false, false, false])
    let token = batch.rows[3].respondent
    #expect(
      String(decoding: batch.bytes[Int(token.lowerBound)..<Int(token.upperBound)], as: UTF8.self)
        == "r4")
  }

  @Test("What is wrong with a row is told at the row, the others stand")
  func wrong() throws {
    let text = """
      respondent,wait,gain.fitness.1
      r1,3,5
      ,11,5
      r3,often,2.5,x

      """
    let (batch, _, told) = try Self.read(text) { ($0.caseID, $0.phase) = ("north", "one") }
    #expect(batch.rows.map(\.isWrong) == [false, true, true])
    #expect(batch.rows.map { batch.names.caseID(of: $0) } == ["north", "north", "north"])
    #expect(batch.rows.map { batch.names.phase(of: $0) } == ["one", "one", "one"])
    #expect(batch.answers.count == 6)
    #expect(
      told == [
        "s.csv:3, column \"respondent\": error: \"respondent\" is empty. Fill it in, or remove the row. [CSV-011]",
        "s.csv:3, column \"wait\": error: the answer 11 lies outside the scale 1 to 5. Write a whole number from 1 to 5, leave it empty where nothing was ticked, or write \"n/a\" or \"refused\". [SURVEY-002]",
        "s.csv:4: error: the row has 4 fields, the header 3. Either quote a field that holds a delimiter or remove what is too much. [CSV-010]",
        "s.csv:4, column \"wait\": error: \"often\" is no answer on the scale 1 to 5. Write a whole number from 1 to 5, leave it empty where nothing was ticked, or write \"n/a\" or \"refused\". [SURVEY-003]",
        "s.csv:4, column \"gain.fitness.1\": error: \"2.5\" is no answer on the scale 1 to 5. Write a whole number from 1 to 5, leave it empty where nothing was ticked, or write \"n/a\" or \"refused\". [SURVEY-003]",
      ])
  }

  @Test("A column that looks like an item must be one, and there must be one")
  func header() throws {
    #expect(
      try Self.faults("respondent,case,gain.fitness.99\nr,n,1\n").first?.hasPrefix(
        "s.csv:1, column \"gain.fitness.99\": error: \"gain.fitness.99\" is no item of \"small\".")
        == true)
    #expect(
      try Self.faults("respondent,case,remark\nr,n,1\n") == [
        "s.csv:1: error: no column is an item of \"small\". Item columns are named like \"gain.fitness.1\"; say which is which. [SURVEY-004]"
      ])
  }
}

@Suite("A header is matched with its layout, everything wrong said at once")
struct TableColumnsTests {
  private static func faults(
    _ layout: Layout, _ names: [String], map: [String: String] = [:], told: Set<String> = []
  ) -> [String] {
    do throws(DiagnosticsError) {
      _ = try TableColumns(
        layout, header: TableHeader(names: names, row: 2), file: "t.csv", map: map, told: told)
      return []
    } catch {
      return error.diagnostics.map(\.text)
    }
  }

  @Test("Names in any case and order; a mapped column is taken before one of that name")
  func matched() throws {
    let columns = try TableColumns(
      .cases, header: TableHeader(names: ["NAME", "Case", "x", "", "Rejected because"]),
      file: "t.csv")
    #expect(columns.index("case") == 1)
    #expect(columns.header("case") == "Case")
    #expect(columns.further.map(\.name) == ["x"])
    let mapped = try TableColumns(
      .cases, header: TableHeader(names: ["case", "id"]), file: "t.csv", map: ["case": "ID"])
    #expect(mapped.index("case") == 1)
    #expect(mapped.further.map(\.name) == ["case"])
    #expect(mapped.header("nothing") == "nothing")
  }

  @Test("A column that an option stands in for may be missing")
  func told() {
    #expect(Self.faults(.codings, ["source", "code"], told: ["coder"]).isEmpty)
    #expect(Self.faults(.codings, ["source", "code"]).count == 1)
  }

  @Test("Missing, doubled and wrongly mapped columns are all told")
  func wrong() {
    let faults = Self.faults(
      .participants, ["partcipant", "role", "Role"], map: ["organization": "Firm"])
    #expect(
      faults == [
        "t.csv:2, column \"role\": error: the header names \"role\" more than once (columns B, C). Either remove or rename all but one of them. [CSV-002]",
        "t.csv:2, column \"Firm\": warning: the map says that \"organization\" is in column \"Firm\", which the header does not have. If the file should have it, correct the map; if it has none, nothing is lost. [CSV-003]",
        "t.csv:2, column \"participant\": error: there is no column \"participant\"; the header has \"partcipant\", \"role\", \"Role\". Either rename \"partcipant\" to \"participant\" or say that it is this one. [CSV-001]",
        "t.csv:2, column \"case\": error: there is no column \"case\"; the header has \"partcipant\", \"role\", \"Role\". Either add the column or say which one it is. [CSV-001]",
      ])
  }
}

@Suite("A map of columns is a list of names")
struct ColumnMapTests {
  private static func read(_ text: String) throws -> [String: String] {
    let place = try Temporary(text)
    return try ColumnMap.read(place.path)
  }

  @Test("Names with blanks, colons and numbers")
  func names() throws {
    #expect(
      try Self.read("case: Group\nwait: \"Q1: do you wait?\"\nrespondent: 7\n")
        == ["case": "Group", "wait": "Q1: do you wait?", "respondent": "7"])
  }

  @Test(
    "What is no list of names", arguments: ["- case\n", "case: [a, b]\n", "case: {a: b}\n", "x"])
  func noMap(text: String) {
    let error = #expect(throws: DiagnosticsError.self) { try Self.read(text) }
    #expect(error?.diagnostics.map(\.code) == [.noMap])
  }

  @Test("A file that is not there")
  func noFile() {
    let error = #expect(throws: Failure.self) { try ColumnMap.read("nowhere.yaml") }
    #expect(error?.diagnostics.map(\.code) == [.noSuchFile])
  }
}

@Suite("Dates and times of a table")
struct RowFieldsTests {
  @Test(
    "Days that are in the calendar, months and years",
    arguments: ["2026", "2026-04", "2026-12-31", "2024-02-29", "2000-02-29"])
  func dates(text: String) { #expect(RowFields.isDate(text)) }

  @Test(
    "Days that are not",
    arguments: [
      "2026-02-29", "1900-02-29", "2026-13", "2026-4-1", "26-04-01", "2026-04-31", "", "-",
      "2026-04-01-01", "2026-00", "2026-04-00", "٢٠٢٦",
    ])
  func noDates(text: String) { #expect(!RowFields.isDate(text)) }
}

/// A file of a text, gone with the value.
private final class Temporary {
  let path: String

  init(_ text: String) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).yaml")
    path = file.path
    try Data(text.utf8).write(to: file)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
