import TestSupport
import Testing

@testable import FileFormats

@Suite("Rows of a sheet")
struct SheetRowsTests {
  @Test(
    "A sheet gives the rows, with their numbers, of the same table as CSV",
    arguments: [UInt64(1), 2, 3])
  func asCSV(_ seed: UInt64) throws {
    var random = SmallRandom(state: seed)
    let signs = ["", "a", "\"", ",", "\n", "é", "b c", "0", ";"]
    var texts = [["one", "two", "three"]]
    for _ in 0..<4000 {
      let isEmpty = Int.random(in: 0..<10, using: &random) == 0
      texts.append(
        isEmpty
          ? []
          : (0..<3).map { _ in
            let length = Int.random(in: 0..<30, using: &random)
            return (0..<length).map { _ in signs.randomElement(using: &random) ?? "" }.joined()
          })
    }
    let lines = texts.map { row in
      let fields = row.isEmpty ? ["", "", ""] : row
      return fields.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",")
    }
    let sheet = try WorkbookReading(SmallWorkbook(texts: texts))
    var (rows, numbers): ([[String]], [Int]) = ([], [])
    let reader = try TableReader(ByteSource(text: lines.joined(separator: "\n")))
    try reader.read { row in
      guard !row.isBlank else { return }
      rows.append(row.strings)
      numbers.append(row.row)
    }
    #expect(rows.count > 3000)
    // Told as the first that differs: there are too many to print.
    let other = zip(sheet.rows, rows).first { $0 != $1 }
    #expect(other == nil)
    #expect(sheet.numbers == numbers)
    #expect(sheet.summary?.recordCount == rows.count)
  }

  @Test("The rows before a cell that cannot be are handed on, and none after it")
  func beforeFault() throws {
    func row(_ number: Int, _ cell: String) -> String { "<row r=\"\(number)\">\(cell)</row>" }
    let good = "<c t=\"inlineStr\"><is><t>\(String(repeating: "x", count: 90))</t></is></c>"
    var rows = (1...5000).map { row($0, good) }
    rows[4321] = row(4322, "<c t=\"z\"><v>1</v></c>")
    let reading = try WorkbookReading(SmallWorkbook(rows: rows.joined()))
    #expect(reading.fault?.cell == "A4322")
    #expect(reading.numbers == Array(2...4321))
    #expect(reading.summary == nil)
  }

  @Test("Rows that nobody filled between two are empty lines")
  func gap() throws {
    let cell = "<c t=\"inlineStr\"><is><t>x</t></is></c>"
    let reading = try WorkbookReading(
      SmallWorkbook(
        rows: "<row r=\"3\">\(cell)</row><row r=\"4\"/><row r=\"900000\">\(cell)</row>"))
    #expect(reading.numbers == [900_000])
    #expect(reading.summary?.emptyLineCount == 2 + 899_996)
    #expect(reading.summary?.recordCount == 1)
  }
}
