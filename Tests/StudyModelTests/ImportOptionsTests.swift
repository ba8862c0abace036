import StudyModel
import Testing

@Suite("What was said about a file is kept as values")
struct ImportOptionsTests {
  private static var all: ImportOptions {
    var options = ImportOptions()
    options.map = ["respondent": "Token", "case": "Group; \"A\""]
    (options.coder, options.caseID, options.phase) = ("--keep-good", "north x", "O'Neill")
    (options.round, options.prune, options.sheet) = ("after\ttraining", true, "people")
    (options.encoding, options.delimiter) = (.windows1252, .semicolon)
    (options.keepGood, options.strict) = (true, true)
    var meeting = MeetingOptions()
    (meeting.by, meeting.at, meeting.acceptsStale) = ("ana and ben", "2026-04-14", true)
    options.meeting = meeting
    options.asWritten = "--coder x --case y"
    return options
  }

  @Test("They are stored as JSON with sorted keys, what is not set absent")
  func stored() throws {
    #expect(try ImportOptions().json() == "{}")
    var some = ImportOptions()
    (some.coder, some.map) = ("--keep-good", ["b": "2", "a": "1/2"])
    #expect(try some.json() == #"{"coder":"--keep-good","map":{"a":"1/2","b":"2"}}"#)
  }

  @Test("Stored and read they are the same")
  func readBack() throws {
    for options in [ImportOptions(), Self.all] {
      let text = try options.json()
      #expect(try ImportOptions(json: text) == options)
      #expect(try ImportOptions(json: text).json() == text)
    }
    var sheet = ImportOptions()
    sheet.meeting = MeetingOptions()
    #expect(try ImportOptions(json: sheet.json()) == sheet)
    #expect(try ImportOptions(json: #"{"by":"ana"}"#).meeting?.by == "ana")
  }

  @Test(
    "A key that is not known, and a value of another kind, are no options",
    arguments: [
      #"{"colour":"red"}"#, #"{"prune":"yes"}"#, #"{"encoding":"klingon"}"#, #"{"map":[]}"#, "[]",
      "", "--coder x",
    ])
  func refused(text: String) {
    #expect(throws: DecodingError.self) { try ImportOptions(json: text) }
  }

  @Test("They are listed in the order of a command line")
  func told() {
    #expect(
      Self.all.told.map(\.key.rawValue) == [
        "map", "sheet", "coder", "case", "phase", "round", "prune", "meeting", "by", "at",
        "acceptStale", "encoding", "delimiter", "keepGood", "strict", "asWritten",
      ])
    #expect(ImportOptions().told.isEmpty)
  }
}
