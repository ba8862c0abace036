import Foundation
import TestSupport
import Testing

@testable import FileFormats

@Suite("Workbooks as tables")
struct WorkbookReaderTests {
  private static let small = SmallWorkbook(texts: [["a", "b"], ["1", "2"]])

  @Test("Rows keep their numbers; rows and cells may be left out, have no places or stand anywhere")
  func places() throws {
    let read = try WorkbookReading(
      SmallWorkbook(
        rows: """
          <row r="2"/><row r="3"><c r="A3" t="str"><v>a</v></c><c r="C3" t="str"><v>c</v></c>
          <c r="D3" s="1"/></row>
          <row r="5"><c r="C5"><v>3</v></c><c r="A5"><v>1</v></c></row>
          <row><c><v>6</v></c></row><row r="9" spans="1:3"><c r="B9" t="str"><v>x</v></c></row>
          <row r="10"><c r="A10" s="4"/><c r="B10" t="str"><v></v></c></row>
          """))
    #expect(read.header == ["a", "", "c"])
    #expect(read.rows == [["1", "", "3"], ["6", "", ""], ["", "x", ""]])
    #expect(read.numbers == [5, 6, 9])
    #expect(read.sheet == "table")
  }

  @Test("A text beyond the header is a field too many; line breaks stay in one row")
  func wide() throws {
    let read = try WorkbookReading(
      SmallWorkbook(texts: [["a"], ["1\n\"2\", 3\r4", "stray"], ["5"]]))
    #expect(read.rows == [["1\n\"2\", 3\n4", "stray"], ["5"]])
    #expect(read.numbers == [2, 3])
  }

  @Test("The digest and the size are those of the file")
  func digest() throws {
    let bytes = Self.small.archive
    let read = try WorkbookReading(bytes: bytes)
    var hash = SHA256()
    hash.update(bytes)
    #expect(read.summary?.sha256 == hash.hexadecimal)
    #expect(read.summary?.byteCount == bytes.count)
    #expect(read.summary?.recordCount == 1)
  }

  /// Two sheets in another order than their parts, the first hidden, beside a chart.
  private static var several: SmallWorkbook {
    var book = small
    let main = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    let office = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    book["_rels/.rels"] = SmallWorkbook.relationships(
      [("z", "officeDocument", "/odd/book%201.xml")], kinds: office)
    book["odd/book 1.xml"] = """
      <x:workbook xmlns:x="\(main)" xmlns:q="\(office)"><x:sheets>
      <x:sheet name="Chart" sheetId="9" q:id="c"/><x:sheet name="Old" state="veryHidden" q:id="b"/>
      <x:sheet name="New &amp; good" q:id="a"/></x:sheets></x:workbook>
      """
    book["odd/_rels/book 1.xml.rels"] = SmallWorkbook.relationships(
      [
        ("a", "worksheet", "../xl\\worksheets/sheet1.xml"), ("b", "worksheet", "/xl/SHEET9.xml"),
        ("c", "chartsheet", "nowhere.xml"),
      ], kinds: office)
    book["xl/worksheets/sheet1.xml"] = """
      <?xml version="1.0" encoding="UTF-8"?><x:worksheet xmlns:x="\(main)" xmlns:o="other"><x:sheetData>
      <x:row><x:c t="str"><x:v>new</x:v></x:c><o:c><o:v>no cell</o:v></o:c></x:row></x:sheetData>
      </x:worksheet>
      """
    book["xl/sheet9.xml"] = SmallWorkbook.sheet("<row><c t=\"str\"><v>old</v></c></row>")
    return book
  }

  @Test(
    "Strict files, prefixes, odd paths and orders; the first sheet that can be seen, or one by name"
  )
  func sheets() throws {
    let first = try WorkbookReading(Self.several)
    #expect(first.header == ["new"])
    #expect(first.sheet == "New & good")
    #expect(try WorkbookReading(Self.several, sheet: "old").header == ["old"])
    let fault = try WorkbookReading(Self.several, sheet: "Other").fault
    #expect(fault?.message == "the workbook has no sheet \"Other\"")
    #expect(fault?.remedy == "Its sheets are \"Old\" (hidden), \"New & good\"")
  }

  @Test("Parts in UTF-16, with byte order marks")
  func encodings() throws {
    var book = Self.small
    let text =
      "<?xml version=\"1.0\" encoding=\"UTF-16\"?>"
      + SmallWorkbook.sheet("<row><c t=\"str\"><v>ä🌊</v></c></row>")
    book.set(
      "xl/worksheets/sheet1.xml",
      [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    book.set("xl/workbook.xml", [0xEF, 0xBB, 0xBF] + Array(book["xl/workbook.xml"].utf8))
    #expect(try WorkbookReading(book).header == ["ä🌊"])
  }

  @Test("Errors, formulas without a result and merged cells are noted")
  func notes() throws {
    var book = Self.small
    book["xl/worksheets/sheet1.xml"] = SmallWorkbook.sheet(
      """
      <row><c t="str"><v>a</v></c><c t="str"><v>b</v></c></row>
      <row><c t="e"><v>#N/A</v></c><c><f>A1</f></c></row><row><c t="e"><v>#REF!</v></c></row>
      """,
      after:
        "<mergeCells count=\"2\"><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"D1:E1\"/></mergeCells>")
    let notes = try WorkbookReading(book).summary?.notes ?? []
    #expect(notes.map(\.kind) == [.errorValue, .noResult, .merged])
    #expect(notes.map(\.cell) == ["A2", "B2", "A2"])
    #expect(notes.first?.examples == ["A2 (#N/A)", "A3 (#REF!)"])
    #expect(notes.last?.examples == ["A2:A3"])
  }

  @Test("What our own writer writes comes back")
  func ownWriter() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: path) }
    let texts = ["=1+1", "zwölf & <drei>", "a\n\"b\", c", "_x0041_", "007"]
    let sheet = XLSXSheet(
      name: "decisions", columns: [.init("text", width: 9), .init("number", width: 9)],
      rows: texts.map { [.text($0), .decimal(1.5)] } + [[.empty, .integer(-7)]])
    let target = FileTarget(path.path, for: .owner, existing: .kept)
    try XLSXWriter.write([sheet], to: target, created: 1_776_160_800)
    let read = try WorkbookReading(path: path.path)
    #expect(read.header == ["text", "number"])
    #expect(read.rows == texts.map { [FormulaGuard.guarded($0), "1.5"] } + [["", "-7"]])
  }

  @Test("Thousands of rows, more than are handed on at a time")
  func long() throws {
    let text = String(repeating: "word ", count: 40) + "end"
    let read = try WorkbookReading(
      SmallWorkbook(texts: [["n", "text"]] + (1...5000).map { ["\($0)", text] }))
    #expect(read.rows.count == 5000)
    #expect(read.rows.last == ["5000", text])
    #expect(read.numbers.last == 5001)
  }

  @Test(
    "Workbooks of other programs",
    arguments: ["libreoffice", "openpyxl", "xlsxwriter", "pyexcelerate"])
  func programs(name: String) throws {
    let path = Fixtures.own.appending(path: "workbooks/\(name).xlsx").path
    let read = try WorkbookReading(path: path)
    #expect(read.header == ["id", "number", "day", "time", "note"])
    #expect(
      read.rows == [
        ["a", "4", "2026-04-14", "2026-04-14T10:30:00", "x, \"y\"\nz & <ä>"],
        ["b", "0.125", "1999-12-31", "2000-01-01T23:59:59", "TRUE"],
      ])
    #expect(read.sheet == "answers")
  }
}
