import TestSupport
import Testing

@testable import FileFormats

@Suite("Tables as other programs write them")
struct AsItComesTests {
  @Test("A first line that tells the delimiter is taken at its word, and is a row that is counted")
  func toldDelimiter() {
    for line in ["sep=;", "SEP=;", "\"sep=;\"", "sep=;\r"] {
      let read = CSVReading("\(line)\na,b;c\n1,2;3\n")
      #expect(read.delimiter == .semicolon && read.header?.row == 2)
      #expect(read.rows == [["1,2", "3"]] && read.places == [[3, 3]])
    }
    #expect(CSVReading("sep=x\n1\n").header?.names == ["sep=x"])
    let told = CSVReading("sep=;\na,b\n1,2\n", options: TableOptions(delimiter: .comma))
    #expect(told.rows == [["1", "2"]])
  }

  @Test("Where several delimiters stand in the header, the rows decide")
  func delimiterOfRows() {
    let header = "id;How far, and how long, do you agree?;case"
    let read = CSVReading("\(header)\nr1;4;forum\nr2;5;forum\n")
    #expect(read.delimiter == .semicolon && read.header?.count == 3)
    // Of equals the one that stands there most often.
    #expect(CSVReading("a,b,c;d\n").delimiter == .comma)
    #expect(CSVReading("a;b;c,d\n").delimiter == .semicolon)
    #expect(CSVReading("a,b;c\n\"x;y\",\"z;w\"\n").delimiter == .comma)
  }

  @Test("Files that were joined have a byte order mark in the middle, which is no part of a name")
  func markInside() {
    let read = CSVReading("\u{FEFF}case,name\npier,Pier\n\u{FEFF}quay,Quay\n")
    #expect(read.rows == [["pier", "Pier"], ["quay", "Quay"]])
  }

  @Test("That an encoding was guessed is told with a text that shows how it was read")
  func guessed() {
    func guess(_ bytes: [UInt8], _ options: TableOptions = TableOptions()) -> String? {
      CSVReading(bytes, options: options).summary?.guessed
    }
    // Windows-1250: "Łódź – Żory".
    let polish =
      Array("case,name\nquay,".utf8) + [0xA3, 0xF3, 0x64, 0x9F, 0x20, 0x96, 0x20, 0xAF]
      + Array("ory\n".utf8)
    #expect(guess(polish) == "£ódŸ – ¯ory")
    #expect(guess(polish, TableOptions(encoding: .windows1252)) == nil)
    #expect(guess(Array("case,name\nquay,Łódź\n".utf8)) == nil)
    #expect(guess(Array("case,name\nquay,Lodz\n".utf8)) == nil)
    // A word before, and nothing beyond the field.
    #expect(
      guess(Array("a,b\nNaive caf".utf8) + [0xE9] + Array(" bar,x\n".utf8)) == "Naive café bar")
  }

  @Test(
    "A file of another kind is named for what it is",
    arguments: [
      ("<html><table><tr><td>case", ForeignFile.webPage), ("\n <!DOCTYPE HTML>", .webPage),
      ("<?xml version=\"1.0\"?><Workbook>", .xml), ("%PDF-1.7\n", .pdf), ("$FL2@(#) SPSS", .spss),
      ("<stata_dta><header>", .stata), ("{\\rtf1\\ansi", .richText), ("[{\"a\": 1}]", .json),
      ("{ \"a\": 1}", .json),
    ])
  func kinds(text: String, kind: ForeignFile) {
    #expect(CSVReading(text).error?.kind == .foreign(kind))
  }

  @Test(
    "A heading may begin as such a file does",
    arguments: ["<b>Q1</b>,case\n", "{q1},case\n", "[case],name\n", "%,case\n"])
  func headings(text: String) {
    #expect(CSVReading(text).error == nil)
  }

  @Test("Rows below the header can be passed over, and count as none")
  func passedOver() throws {
    let reader = try TableReader(.init(text: "a,b\nA,B\n{},{}\n1,2\n"))
    reader.passOver(2)
    #expect(reader.firstRows(5).map(\.fields) == [["1", "2"]])
    var rows: [Int] = []
    try reader.read { rows.append($0.row) }
    #expect(rows == [4] && reader.summary?.recordCount == 1)
  }
}

@Suite("Sheets as other programs write them")
struct SheetsAsTheyComeTests {
  private func cell(_ name: String, _ text: String) -> String {
    "<c r=\"\(name)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
  }

  @Test("Of merged cells every row has the text that is shown")
  func merged() throws {
    var book = SmallWorkbook(texts: [])
    book["xl/worksheets/sheet1.xml"] = SmallWorkbook.sheet(
      "<row r=\"1\">\(cell("A1", "case"))\(cell("B1", "name"))\(cell("C1", "size"))</row>"
        + "<row r=\"2\">\(cell("A2", "r1"))\(cell("B2", "circle"))</row>"
        + "<row r=\"3\">\(cell("A3", "r2"))</row><row r=\"4\"><c r=\"A4\"/></row>"
        + "<row r=\"5\">\(cell("A5", "r3"))\(cell("B5", "forum"))</row>",
      after:
        "<mergeCells count=\"2\"><mergeCell ref=\"B2:B4\"/><mergeCell ref='B5:C5'/></mergeCells>")
    let read = try WorkbookReading(book)
    #expect(
      read.rows == [["r1", "circle", ""], ["r2", "circle", ""], ["r3", "forum", ""]])
    #expect(read.summary?.notes.map(\.kind) == [.merged])
    #expect(read.summary?.notes.first?.examples == ["B2:B4", "B5:C5"])
  }

  @Test("Ranges are found wherever the pieces of a part end")
  func pieces() throws {
    final class Part: XMLInput {
      let path = "sheet"
      private var bytes: ArraySlice<UInt8>
      private let size: Int

      init(_ text: String, _ size: Int) { (bytes, self.size) = (ArraySlice(text.utf8), size) }

      func read(into buffer: UnsafeMutableRawPointer, count: Int) -> Int {
        let piece = bytes.prefix(min(size, count))
        for (place, byte) in piece.enumerated() {
          buffer.storeBytes(of: byte, toByteOffset: place, as: UInt8.self)
        }
        bytes = bytes.dropFirst(piece.count)
        return piece.count
      }
    }
    for size in [1, 2, 7, 13, 100] {
      var cells = try MergedCells(
        in: Part("<x:mergeCells><x:mergeCell ref=\"A2:A3\"/><mergeCell ref=\"B1:C1\"/>", size))
      var rows: [[UInt8]?] = []
      for (number, text) in [(1, "head"), (2, "a"), (3, nil), (4, nil)] as [(Int, String?)] {
        var row = SheetRow()
        if let text { row.add(Array(text.utf8), column: 0) }
        row.add(Array("x".utf8), column: 1)
        cells.fill(&row, number: number, header: 1)
        rows.append(row.text(ofColumn: 0))
      }
      #expect(rows == [Array("head".utf8), Array("a".utf8), Array("a".utf8), nil], "\(size)")
    }
  }

  @Test("A value beside an inline text is no part of it")
  func inline() throws {
    let rows =
      "<row><c t=\"inlineStr\"><is><t>a</t></is></c></row><row><c t=\"inlineStr\"><is><t>1.</t></is><v>1.0</v></c></row>"
    #expect(try WorkbookReading(SmallWorkbook(rows: rows)).rows == [["1."]])
  }

  @Test("Parts may be named with backslashes")
  func backslashes() throws {
    var book = SmallWorkbook(texts: [["a"], ["1"]])
    book.parts = book.parts.map { ($0.path.replacing("/", with: "\\"), $0.bytes) }
    #expect(try WorkbookReading(book).rows == [["1"]])
  }
}
