import Foundation
import TestSupport
import Testing

@testable import FileFormats

@Suite("Workbooks that cannot be read")
struct WorkbookFaultTests {
  private static let book = SmallWorkbook(texts: [["a", "b"], ["1", "2"]])

  @Test("A workbook cut off anywhere is refused")
  func cutOff() throws {
    let bytes = Self.book.archive
    for end in stride(from: 4, to: bytes.count, by: 97) {
      #expect(try WorkbookReading(bytes: Array(bytes[..<end])).fault?.kind == .damaged)
    }
  }

  @Test(
    "A workbook with any byte changed is read or refused", arguments: 1...3 as ClosedRange<UInt64>)
  func changed(seed: UInt64) throws {
    print("A byte of a workbook changed with seed \(seed)")
    let bytes = Self.book.archive
    var random = SmallRandom(state: seed)
    var (read, refused) = (0, 0)
    for place in stride(from: 4, to: bytes.count, by: 41) {
      var changed = bytes
      changed[place] = UInt8.random(in: .min ... .max, using: &random)
      // Whatever comes of it, it comes as rows or as an error that can be told.
      do {
        if try WorkbookReading(bytes: changed).fault == nil { read += 1 } else { refused += 1 }
      } catch is TableError {
        refused += 1
      }
    }
    #expect(read > 0 && refused > 0, "seed \(seed): \(read) read, \(refused) refused")
  }

  @Test("A part of another sum or size than the archive says is refused")
  func wrongSum() throws {
    var bytes = Self.book.archive
    let text = Array("<t xml:space=\"preserve\">1</t>".utf8)
    let place = bytes.indices.first { bytes[$0...].starts(with: text) } ?? 0
    bytes[place + text.count - 5] = 0x39
    let fault = try WorkbookReading(bytes: bytes).fault
    #expect(fault?.kind == .damaged)
    #expect(
      fault?.message.contains("xl/worksheets/sheet1.xml cannot be unpacked (CRC error)") == true)
  }

  @Test(
    "Cells that cannot be are named",
    arguments: [
      ("<c t=\"s\"><v>3</v></c>", "the cell points to text 3, of which the workbook has 1"),
      ("<c t=\"s\"><v>x</v></c>", "\"x\" is no value of a cell"),
      ("<c><v>four</v></c>", "\"four\" is no value of a cell"),
      ("<c><v>nan</v></c>", "\"nan\" is no value of a cell"),
      ("<c><v>1e999</v></c>", "\"1e999\" is no value of a cell"),
      ("<c t=\"b\"><v>2</v></c>", "\"2\" is no value of a cell"),
      ("<c t=\"q\"><v>2</v></c>", "the cell is of an unknown kind \"q\""),
    ])
  func cells(cell: String, message: String) throws {
    let read = try WorkbookReading(
      SmallWorkbook(
        rows: "<row><c t=\"s\"><v>0</v></c></row><row r=\"17\"><c r=\"A17\"/>\(cell)</row>",
        strings: "<si><t>a</t></si>"))
    #expect(read.fault?.message == message)
    #expect(read.fault?.cell == "B17")
    #expect(read.fault?.sheet == "table")
  }

  @Test(
    "Rows and cells that stand where they cannot",
    arguments: [
      "<row r=\"3\"/><row r=\"2\"/>", "<row r=\"0\"/>", "<row r=\"1048577\"/>",
      "<row r=\"1\"><c r=\"B2\"/></row>", "<row><c r=\"XFE1\"/></row>", "<row><c r=\"1\"/></row>",
      "<row><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>",
      "<row r=\"99999999999999999999\"/>", "<row", "<row></c>", "&entity;",
    ])
  func structure(rows: String) throws {
    let fault = try WorkbookReading(SmallWorkbook(rows: rows)).fault
    #expect(fault?.kind == .damaged, "\(rows): \(String(describing: fault))")
  }

  @Test("Missing parts, entities and texts without end")
  func parts() throws {
    for path in ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels"] {
      var book = Self.book
      book.parts.removeAll { $0.path == path }
      #expect(try WorkbookReading(book).fault?.kind == .damaged, "\(path)")
    }
    var book = Self.book
    book["xl/workbook.xml"] =
      "<!DOCTYPE a [<!ENTITY b \"cccccccccc\"><!ENTITY d \"&b;&b;\">]>" + book["xl/workbook.xml"]
    #expect(try WorkbookReading(book).fault?.message.contains("document type") == true)
    let long = String(repeating: "x", count: WorkbookLimits.cell + 1)
    let fault = try WorkbookReading(SmallWorkbook(texts: [["a"], [long]])).fault
    #expect(fault?.kind == .tooLarge)
    #expect(fault?.cell == "A2")
  }

  @Test("Files of other programs say what they are")
  func others() throws {
    var book = SmallWorkbook()
    book["mimetype"] = "application/vnd.oasis.opendocument.spreadsheet"
    #expect(try WorkbookReading(book).fault?.message == "the file is an OpenDocument file (.ods)")
    book = SmallWorkbook()
    book["a.txt"] = "a"
    #expect(
      try WorkbookReading(book).fault?.message == "the file is a ZIP archive, but no workbook")
    book["_rels/.rels"] = SmallWorkbook.relationships([("w", "officeDocument", "xl/workbook.bin")])
    #expect(try WorkbookReading(book).fault?.message == "the file is a binary workbook (.xlsb)")
    book["_rels/.rels"] = SmallWorkbook.relationships([("w", "officeDocument", "word/d.xml")])
    book["word/d.xml"] = "<document/>"
    #expect(
      try WorkbookReading(book).fault?.message == "the file is an Office file, but no workbook")
    let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let old = compound + [UInt8](repeating: 0, count: 1016)
    #expect(
      try WorkbookReading(bytes: old).fault?.message
        == "the file is a workbook of the old format (.xls)")
    let name = "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
    #expect(
      try WorkbookReading(bytes: old + name).fault?.message
        == "the workbook is protected by a password")
  }

  @Test("No sheet can be seen, a sheet of a CSV file, in a file and in memory")
  func asked() throws {
    var book = Self.book
    book["xl/workbook.xml"] = book["xl/workbook.xml"].replacing(
      "sheetId", with: "state=\"hidden\" sheetId")
    #expect(
      try WorkbookReading(book).fault?.remedy == "Name one of \"table\" (hidden)")
    #expect(try WorkbookReading(bytes: Array("a\n1\n".utf8), sheet: "x").fault?.kind == .noSheet)
    let error = #expect(throws: TableError.self) { try TableReader(.bytes(book.archive)) }
    guard case .workbook(let fault) = error?.kind else {
      Issue.record("no fault of a workbook")
      return
    }
    #expect(fault.remedy == "Name one of \"table\" (hidden)")
  }

  private static let fillers: [(String, String)] = [
    (String(repeating: "<a>", count: 300_000), "elements more than 256 deep"),
    (
      "<!--" + String(repeating: "x", count: 20 << 20) + "-->",
      "a tag or a comment of more than 1 MiB"
    ),
    (
      "<row x=\"" + String(repeating: "x", count: 20 << 20) + "\"/>", "a tag or a comment of more"
    ),
    ("<" + String(repeating: "x", count: 20 << 20) + "/>", "a tag or a comment of more"),
    ("<?a " + String(repeating: "x", count: 20 << 20) + "?>", "a tag or a comment of more"),
    (
      "<row" + (0..<300_000).map { " a\($0)='1'" }.joined() + "/>",
      "a tag or a comment of more"
    ),
    (
      (0..<900_000).map { "<a-name-of-some-length-that-is-like-no-other-\($0)/>" }.joined(),
      "more names, or longer ones, than can be held"
    ),
  ]

  @Test(
    "What would fill the machine is refused at once, with its part",
    arguments: fillers.map { (LargeText($0), $1) })
  func machineFillers(rows: LargeText, message: String) throws {
    let book = SmallWorkbook(rows: rows.text)
    var fault: WorkbookFault?
    let time = try ContinuousClock().measure { fault = try WorkbookReading(book).fault }
    #expect(fault?.kind == .tooLarge)
    #expect(fault?.sheet == "table")
    #expect(
      fault?.message.contains("xl/worksheets/sheet1.xml has \(message)") == true,
      "\(String(describing: fault))")
    #expect(time < .seconds(20), "a debug build")
  }

  @Test("A small archive may unpack to a hundred times its size, and not to more than 2 GiB")
  func ratio() {
    #expect(ZipArchive.limit(ofPacked: 0, most: 2 << 30) == 64 << 20)
    #expect(ZipArchive.limit(ofPacked: 1 << 20, most: 2 << 30) == 164 << 20)
    #expect(ZipArchive.limit(ofPacked: 1 << 40, most: 2 << 30) == 2 << 30)
    #expect(ZipArchive.limit(ofPacked: -1, most: 2 << 30) == 64 << 20)
  }

  @Test(
    "Archives of other programs say what they are",
    arguments: [
      ("word/document.xml", "the file is a text document (.docx) and no table"),
      ("ppt/presentation.xml", "the file is a presentation (.pptx) and no table"),
      ("project.qde", "the file is a project of a program for coding texts (.qdpx) and no table"),
      ("xl/workbook.bin", "the file is a binary workbook (.xlsb)"),
      ("Index/Document.iwa", "the file is a document of Apple Numbers"),
    ])
  func otherArchives(part: String, message: String) throws {
    var book = SmallWorkbook()
    book[part] = "x"
    #expect(try WorkbookReading(book).fault?.message == message)
    #expect(try WorkbookReading(book).fault?.remedy.isEmpty == false)
  }
}
