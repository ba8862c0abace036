import Foundation
import TestSupport
import Testing

@Suite("A file that cannot be read is refused with its place, and nothing is written")
struct BadFileTests {
  struct Bad: Sendable, CustomTestStringConvertible {
    var what: String
    var kind: String
    var bytes: [UInt8]
    var options: [String]
    var said: [String]
    var testDescription: String { what }

    init(
      _ what: String, _ kind: String, _ text: String, options: [String] = [], _ said: String...
    ) {
      (self.what, self.kind, self.options, self.said) = (what, kind, options, said)
      bytes = Array(text.utf8)
    }
  }

  @Test("Refused as a whole", arguments: all)
  func refused(_ bad: Bad) throws {
    let place = try Workplace.withStudy()
    let before = place.study
    try place.write("bad.csv", bytes: bad.bytes)
    let answer = try place.run(["import", bad.kind, "bad.csv"] + bad.options)
    #expect(answer.status == 65)
    #expect(answer.lines == bad.said)
    #expect(place.study == before, "the study is as it was, byte for byte")
    #expect(!place.names.contains { $0.contains("rejects") || $0.hasSuffix(".part") })
  }

  static let all = [
    Bad(
      "An empty file", "cases", "",
      "bad.csv: error: the file is empty: there is no header. Either choose another file or export it again with column names in the first row. [CSV-020]"
    ),
    Bad(
      "An unterminated quote", "cases", "case,name\nwest,\"West\neast,East\n",
      "bad.csv:2, column \"B\": error: the quotation mark that opens here is not closed before the end of the file (line 2, byte 15). Either close the field or, if the mark belongs to the text, quote the field and double the mark. [CSV-020]"
    ),
    Bad(
      "A bad row, then an unterminated quote", "cases", "case,name\n,West\neast,\"East\n",
      "bad.csv:2, column \"case\": error: \"case\" is empty. Fill it in, or remove the row. [CSV-011]",
      "bad.csv:3, column \"B\": error: the quotation mark that opens here is not closed before the end of the file (line 3, byte 21). Either close the field or, if the mark belongs to the text, quote the field and double the mark. [CSV-020]"
    ),
    Bad(
      "A NUL byte", "cases", "case,name\nwest,We\u{0}st\n",
      "bad.csv:2, column \"B\": error: a zero byte (00) stands where text should be (line 2, byte 17). Either save the file as UTF-8 or, if it is UTF-16, tell the encoding \"utf16\". [CSV-020]"
    ),
    Bad(
      "A mark inside a field", "cases", "case,name\nwest,the \"far\" west\n",
      "bad.csv:2, column \"B\": error: a quotation mark stands inside a field that does not begin with one (line 2, byte 19). Either put the whole field in quotation marks and double the inner ones, or remove the mark. [CSV-020]"
    ),
    Bad(
      "Duplicate headers", "cases", "case,name,Case\nwest,West,w\n",
      "bad.csv:1, column \"case\": error: the header names \"case\" more than once (columns A, C). Either remove or rename all but one of them. [CSV-002]"
    ),
    Bad(
      "A missing column that has another name", "codings",
      "source,coder,codes,start,end\nn1,ana,gain,0,5\n",
      "bad.csv:1, column \"code\": error: there is no column \"code\"; the header has \"source\", \"coder\", \"codes\", \"start\", \"end\". Either rename \"codes\" to \"code\" or say that it is this one. --map says which column is which. [CSV-001]"
    ),
    Bad(
      "Two missing columns", "codings", "source,start,end\nn1,0,5\n",
      "bad.csv:1, column \"coder\": error: there is no column \"coder\"; the header has \"source\", \"start\", \"end\". Either add the column or say which one it is. --map says which column is which. [CSV-001]",
      "bad.csv:1, column \"code\": error: there is no column \"code\"; the header has \"source\", \"start\", \"end\". Either add the column or say which one it is. --map says which column is which. [CSV-001]"
    ),
    Bad(
      "An unknown item", "survey", "respondent,case,gain.fitnes.1\nr1,north,3\n",
      "bad.csv:1, column \"gain.fitnes.1\": error: \"gain.fitnes.1\" is no item of \"small\". Either correct it (did you mean \"gain.fitness.1\"?) or rename the column if it is no item. [SURVEY-001]"
    ),
    Bad(
      "No item at all", "survey", "respondent,case,shoe size\nr1,north,43\n",
      "bad.csv:1: error: no column is an item of \"small\". Item columns are named like \"gain.fitness.1\"; say which is which. --map says which column is which. [SURVEY-004]"
    ),
    Bad(
      "A survey without a column of cases", "survey", "respondent,wait\nr1,3\n",
      "bad.csv:1, column \"case\": error: there is no column \"case\"; the header has \"respondent\", \"wait\". Either add the column or say which one it is. --map says which column is which. [CSV-001]"
    ),
  ]

  @Test("Bytes that are no text of the told encoding")
  func encoding() throws {
    let place = try Workplace.withStudy()
    let before = place.study
    try place.write(
      "bad.csv", bytes: Array("case,name\nwest,Z".utf8) + [0xFC] + Array("rich\n".utf8))
    let told = try place.run("import", "cases", "bad.csv", "--encoding", "utf8")
    #expect(told.status == 65)
    #expect(
      told.lines == [
        "bad.csv:2, column \"B\": error: the byte FC is not UTF-8 text (line 2, byte 16). Either save the file as UTF-8 or tell its encoding, for instance \"windows1252\". [CSV-020]"
      ])
    #expect(place.study == before)
    #expect(try place.run("import", "cases", "bad.csv").status == 0)
  }

  @Test("A file that is not there, and a folder")
  func missing() throws {
    let place = try Workplace.withStudy()
    let none = try place.run("import", "cases", "none.csv")
    #expect(none.status == 66)
    #expect(none.lines == ["error: There is no file none.csv. Check the path. [INPUT-001]"])
    let folder = try place.run("import", "cases", "talks")
    #expect(folder.status == 66)
    #expect(folder.lines == ["error: talks is a folder. Name a file in it. [INPUT-002]"])
  }

  @Test("Rejected rows that cannot be written")
  func rejects() throws {
    let place = try Workplace.withStudy()
    let before = place.study
    try place.write("bad.csv", "case,name\n,West\n")
    let answer = try place.run("import", "cases", "bad.csv", "--rejects", "no/such/folder.csv")
    #expect(answer.status == 74)
    #expect(
      answer.lines == [
        "bad.csv:2, column \"case\": error: \"case\" is empty. Fill it in, or remove the row. [CSV-011]",
        "error: no/such/folder.csv cannot be written: No such file or directory. Choose a folder that is there. Nothing was imported. [FILE-001]",
      ])
    #expect(place.study == before)
  }

  @Test("Rejected rows that are too many for memory, and no room for temporary files")
  func temporaryFiles() throws {
    let place = try Workplace.withStudy()
    let before = place.study
    let name = String(repeating: "x", count: 1000)
    try place.write(
      "bad.csv", "case,name\n" + String(repeating: ",\(name)\n", count: 5000))
    let answer = try place.run(
      "import", "cases", "bad.csv", environment: ["TMPDIR": place.path("none")])
    #expect(answer.status == 74)
    #expect(
      answer.lines.last
        == "error: No temporary file can be written in \(place.path("none")): No such file or directory. Make room there, or name another folder in TMPDIR. Nothing was imported. [FILE-002]"
    )
    #expect(answer.lines.first?.hasSuffix("[CSV-011]") == true)
    #expect(place.study == before)
  }
}
