import FileFormats
import StudyModel
import TestSupport
import Testing

@testable import Exchange

/// What is told of a file of the small framework, in the order in which it is told.
private func told(
  _ layout: Layout, _ bytes: ByteSource, _ change: (inout ImportOptions) -> Void = { _ in }
) throws -> [String] {
  var options = ImportOptions()
  change(&options)
  do {
    let reader = try LayoutReader(
      layout, bytes, name: "t.csv", options: options, framework: SmallFramework.whole())
    try reader.read { _ in }
    return (reader.ending?.notes ?? []).map { reader.located($0).text }
  } catch let error as DiagnosticsError {
    return error.diagnostics.map(\.text)
  }
}

private func told(
  _ layout: Layout, _ text: String, map: [String: String]
) throws -> [String] {
  try told(layout, ByteSource(text: text)) { $0.map = map }
}

@Suite("No line of a map is without effect and untold")
struct ColumnMatchingTests {
  private static let survey = "Token,Group,Firm,wait\nr1,north,Club,4\n"
  private static let own = ["respondent": "Token", "case": "Group"]

  @Test("A misspelt column of ours is an error with the nearest, of layout and items alike")
  func misspelt() throws {
    let map = Self.own.merging(["organisation": "Firm", "wiat": "wait"]) { $1 }
    #expect(
      try told(.survey, Self.survey, map: map) == [
        "t.csv, column \"Firm\": error: the map names \"organisation\", which is no column of survey. Did you mean \"organization\"? [CSV-005]",
        "t.csv, column \"wait\": error: the map names \"wiat\", which is no column of survey. Did you mean \"wait\"? [CSV-005]",
      ])
    let far = try told(.codings, "source,coder,code,x\n", map: ["colour": "x"])
    #expect(far.count == 1)
    #expect(
      far[0].contains("\"colour\", which is no column of codings. Its columns are source, coder"))
  }

  @Test("In cases and participants any name is an attribute, and one like ours is warned of")
  func attributes() throws {
    let text = "participant,case,Firm,Age group\np1,north,Club,old\n"
    #expect(
      try told(.participants, text, map: ["organisation": "Firm", "generation": "Age group"]) == [
        "t.csv:1, column \"Firm\": warning: \"organisation\" is no column of this layout and becomes an attribute. If it is \"organization\", rename it or say that it is this one, and import again. [CSV-007]"
      ])
    #expect(
      try told(.participants, text, map: ["organization": "Firm", "generation": "Age group"]) == [])
  }

  @Test("A column of another layout is a warning: a map may serve several files")
  func anotherLayout() throws {
    let text = "source,case,Words\ns1,north,a\n"
    let notes = try told(
      .sources, text, map: ["text": "Words", "respondent": "Token", "wait": "Q"])
    #expect(notes.count == 3)
    #expect(
      notes.allSatisfy { $0.contains("warning: the map names ") && $0.hasSuffix("[CSV-005]") })
    #expect(notes[1].contains("\"text\", which is no column of sources, so that \"Words\" is kept"))
  }

  @Test("A column that this wave lacks is a warning; one that is needed or misspelt an error")
  func lacking() throws {
    let wave = try told(
      .survey, Self.survey, map: Self.own.merging(["gain.fitness.1": "Question 7"]) { $1 })
    #expect(
      wave == [
        "t.csv:1, column \"Question 7\": warning: the map says that \"gain.fitness.1\" is in column \"Question 7\", which the header does not have. If the file should have it, correct the map; if it has none, nothing is lost. [CSV-003]"
      ])
    let near = try told(
      .survey, Self.survey, map: Self.own.merging(["organization": "Firms"]) { $1 })
    #expect(
      near == [
        "t.csv:1, column \"Firms\": error: the map says that \"organization\" is in column \"Firms\", which the header does not have. Did you mean \"Firm\"? If not, take the line out of the map. [CSV-003]"
      ])
    let needed = try told(.survey, Self.survey, map: ["respondent": "Person", "case": "Group"])
    #expect(needed.first?.contains("error: the map says that \"respondent\"") == true)
  }

  @Test("Two lines of one column, ours or the file's, are an error")
  func twice() throws {
    let theirs = try told(.survey, Self.survey, map: Self.own.merging(["role": "Token"]) { $1 })
    #expect(
      theirs == [
        "t.csv, column \"Token\": error: the map says that \"respondent\" and \"role\" are both in column \"Token\". Take one of the two lines out of the map. [CSV-006]"
      ])
    let ours = try told(.survey, Self.survey, map: Self.own.merging(["Case": "Firm"]) { $1 })
    #expect(ours.count == 1 && ours[0].hasSuffix("[CSV-006]"))
  }

  @Test("A column of the name that the map gives to another is told, and an item's is an error")
  func overshadowed() throws {
    let text = "respondent,case,Position,role,wait\nr1,north,chair,x,4\n"
    #expect(
      try told(.survey, text, map: ["role": "Position"]) == [
        "t.csv:1, column \"role\": warning: the map says that \"role\" is in column \"Position\", and the header has a column \"role\" as well, which is not taken for it. Take the line out of the map, or rename the column that is not meant. [CSV-002]"
      ])
    let item = try told(.survey, text, map: ["wait": "Position"])
    #expect(item.count == 1 && item[0].contains("column \"wait\": error: "))
  }

  @Test("A heading that is nearly one of ours is warned of also without a map")
  func like() throws {
    #expect(
      try told(.survey, "respondent,case,organisation,note,wait\nr1,north,Club,x,4\n", map: [:])
        == [
          "t.csv:1, column \"organisation\": warning: \"organisation\" is no column of this layout and is kept as text. If it is \"organization\", rename it or say that it is this one, and import again. [CSV-007]"
        ])
    // Short words are alike by chance, and a column that is there is not asked for.
    #expect(try told(.sources, "source,case,kin2d,title,kind\ns1,north,,,\n", map: [:]) == [])
  }
}

@Suite("What is said of a file and has no effect is told")
struct SaidInVainTests {
  @Test("A case, phase or coder that stands in for no row")
  func standIns() throws {
    let text = "source,coder,code,start,end,case\ns1,ana,gain,0,5,north\n,,,,,\n"
    let notes = try told(.codings, ByteSource(text: text)) {
      ($0.coder, $0.caseID, $0.phase) = ("ben", "south", "2026")
    }
    #expect(notes.count == 2)
    #expect(
      notes.first
        == "t.csv, column \"coder\": warning: every row has its own \"coder\", so \"ben\" stands in for none. It is for a file without that column, and for empty cells. If all rows are meant, take the column out of the file. [CSV-008]"
    )
    #expect(notes.last?.contains("\"south\" stands in for none") == true)
    let used = text.replacing("0,5,north\n", with: "0,5,north\ns1,,gain,6,9,\n")
    #expect(
      try told(.codings, ByteSource(text: used)) { ($0.coder, $0.caseID) = ("ben", "south") } == [])
  }

  @Test("A delimiter or encoding of a workbook, and a column kept that comes in anyway")
  func form() throws {
    let book = SmallWorkbook(texts: [["case", "name", "terrain"], ["west", "West", "hills"]])
    let notes = try told(.cases, .bytes(book.archive)) {
      ($0.delimiter, $0.encoding, $0.keepColumns) = (.tab, .utf8, ["terrain"])
    }
    #expect(notes.count == 3)
    #expect(notes.allSatisfy { $0.hasSuffix("[CSV-008]") })
    #expect(notes.count { $0.contains("warning: ") } == 2)
    #expect(notes.count { $0.contains("note: \"terrain\" was asked for") } == 1)
  }
}

@Suite("A title or merged cells above the header are told as what they are")
struct HeaderBelowTests {
  @Test("The row with the names is named, with what to do", arguments: [",", ";", "\t"])
  func title(delimiter: String) throws {
    let text = "My survey of 2026\n\nrespondent,case,wait\nr1,north,4\n"
      .replacing(",", with: delimiter)
    #expect(
      try told(.survey, text, map: [:]) == [
        "t.csv:1: error: the first row (\"My survey of 2026\") is taken for the header and has no column \"respondent\", \"case\", and row 3 has what is looked for. Let all names stand in one row with nothing above it: delete rows 1 to 2, and take merged cells apart. [CSV-001]"
      ])
  }

  @Test("Of a workbook, under a map, and where merged headings stand above the items")
  func workbook() throws {
    let titled = SmallWorkbook(texts: [
      ["People", "", ""], ["Token", "Group", "wait"], ["r1", "north", "4"],
    ])
    let notes = try told(.survey, .bytes(titled.archive)) {
      $0.map = ["respondent": "Token", "case": "Group"]
    }
    #expect(notes.count == 1)
    #expect(notes[0].contains("row 2 has what is looked for") && notes[0].contains("delete row 1,"))
    #expect(notes[0].contains("sheet \"table\""))
    let merged = SmallWorkbook(
      texts: [
        ["respondent", "case", "Answers", ""], ["", "", "wait", "gain.fitness.1"],
        ["r1", "north", "4", "3"],
      ])
    let answers = try told(.survey, .bytes(merged.archive))
    #expect(answers.count == 1)
    #expect(answers[0].contains("has no column of an item, and row 2 has what is looked for"))
  }

  @Test("A file that lacks the column everywhere says so, and a row beyond the twentieth is none")
  func nowhere() throws {
    let lacking = try told(.survey, "respondent,wait\nr1,4\n", map: [:])
    #expect(lacking.count == 1 && lacking[0].contains("there is no column \"case\""))
    let far = "title\n" + String(repeating: "x\n", count: 25) + "respondent,case,wait\n"
    #expect(try told(.survey, far, map: [:]).first?.contains("there is no column") == true)
  }
}
