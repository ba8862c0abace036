import Testing

@testable import FileFormats

@Suite struct CSVReaderTests {
  @Test(
    arguments: [
      ("a,b\n1,2\n", [["1", "2"]]),
      ("a,b\n1,2", [["1", "2"]]),
      ("a,b\r\n1,2\r\n3,4\r\n", [["1", "2"], ["3", "4"]]),
      ("a,b\r1,2\r3,4\r", [["1", "2"], ["3", "4"]]),
      ("a,b\n\"x\ny\",2\n", [["x\ny", "2"]]),
      ("a,b\n\"x\r\ny\",2\n", [["x\r\ny", "2"]]),
      ("a,b\n\"say \"\"yes\"\"\",2\n", [["say \"yes\"", "2"]]),
      ("a,b\n\"\",\"\"\n", [["", ""]]),
      ("a,b\n,\n", [["", ""]]),
      ("a,b\n  x y  , \"  z  \" \n", [["x y", "  z  "]]),
      ("a\n1\n\n2\n", [["1"], ["2"]]),
      ("a,b\n1\n1,2,3\n", [["1"], ["1", "2", "3"]]),
      ("a;b\n1,5;2\n", [["1,5", "2"]]),
      ("a\tb\tc\n\t\t x \n1\t\"y\tz\"\t\n", [["", "", "x"], ["1", "y\tz", ""]]),
      ("\"a;1\",b\n1,2\n", [["1", "2"]]),
      ("a,b\n1,2\n\n\n", [["1", "2"]]),
      ("a,b\n1,2\n,\n", [["1", "2"], ["", ""]]),
      ("a,b\n", []),
      ("a,b", []),
      ("\n\na,b\n1,2\n", [["1", "2"]]),
      ("naïve,Ærø\né,日本\n", [["é", "日本"]]),
    ] as [(String, [[String]])])
  func `well-formed files read as they are meant`(text: String, rows: [[String]]) {
    let reading = CSVReading(text)
    #expect(reading.rows == rows)
    #expect(reading.error == nil)
    #expect(reading.summary?.recordCount == rows.count)
  }

  @Test func `blanks belong to a field where they are to be kept`() {
    let kept = TableOptions(keepsBlanks: true)
    #expect(
      CSVReading("a,b\n , x \n\t,\" y \"\n", options: kept).rows == [[" ", " x "], ["\t", " y "]])
    #expect(CSVReading("a,b\n1, \"x\"\n", options: kept).error != nil)
    #expect(CSVReading("a,b\n , x \n").rows == [["", "x"]])
  }

  @Test func `rows count as in a spreadsheet, lines as in an editor`() {
    let reading = CSVReading("a,b\r\n\r\n\"x\r\ny\nz\",2\r\n3,4\r\n")
    #expect(reading.places == [[3, 3], [4, 6]])
    #expect(reading.summary?.emptyLineCount == 1)
  }

  @Test func `the delimiter told wins over the one recognized`() {
    let reading = CSVReading("a;b;c,d\n1;2;3,4\n", options: TableOptions(delimiter: .comma))
    #expect(reading.header?.names == ["a;b;c", "d"])
    #expect(CSVReading("a;b;c,d\n").delimiter == .semicolon)
    #expect(CSVReading("a\n1,2\n").delimiter == .comma)
  }

  @Test func `the header finds names without regard to case and lists duplicates`() {
    let header = CSVReading("\n Case ID ,Code,,case id, CODE\n").header
    #expect(header?.names == ["Case ID", "Code", "", "case id", "CODE"])
    #expect(header?.row == 2)
    #expect(header?.column("CASE id ") == 0)
    #expect(header?.column("weight") == nil)
    #expect(
      header?.duplicates == [
        .init(name: "Case ID", columns: [0, 3]), .init(name: "Code", columns: [1, 4]),
      ])
  }

  @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (-1, "A")])
  func `columns have a spreadsheet's letters`(column: Int, letters: String) {
    #expect(TableHeader.letters(ofColumn: column) == letters)
  }

  @Test func `the summary has the digest, size and encoding of the file`() {
    let summary = CSVReading("abc").summary
    #expect(
      summary
        == TableSummary(
          byteCount: 3,
          sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
          encoding: .utf8, recordCount: 0, emptyLineCount: 0))
  }

  @Test(
    arguments: [
      ("7", 7), ("-12", -12), ("+3", 3), ("007", 7), ("", nil), ("-", nil), ("+", nil),
      ("1.5", nil),
      ("1e3", nil), ("x", nil), ("1 2", nil), ("9223372036854775807", .max),
      ("-9223372036854775808", .min), ("9223372036854775808", nil), ("99999999999999999999", nil),
    ] as [(String, Int?)])
  func `whole numbers are read from the bytes`(text: String, number: Int?) throws {
    try TableReader(.init(text: "a,b\n\(text),\n")).read { record in
      let (read, isEmpty, isNextEmpty) = (
        record.int(at: 0), record.isEmpty(at: 0), record.isEmpty(at: 1)
      )
      #expect(read == number)
      #expect(isEmpty == text.isEmpty)
      #expect(isNextEmpty)
    }
  }

  @Test func `a record reads as empty past its end`() throws {
    try TableReader(.init(text: "a,b\r\n \"x\"\"y\" , 1\r\n,\r\n")).read { record in
      let (count, past, before, isEmpty) = (
        record.count, record.string(at: 2), record.bytes(at: -1).count, record.isEmpty(at: 9)
      )
      let (isBlank, row) = (record.isBlank, record.row)
      #expect(count == 2)
      #expect(past == "")
      #expect(before == 0)
      #expect(isEmpty)
      #expect(isBlank == (row == 3))
    }
  }

  @Test func `what the consumer throws ends the reading`() throws {
    struct Enough: Error {}
    for parallel in [false, true] {
      var count = 0
      let text = "a\n" + String(repeating: "1\n", count: 400_000)
      let reader = try TableReader(.init(text: text))
      #expect(throws: Enough.self) {
        try reader.read(parallel: parallel) { _ in
          count += 1
          if count == 3 { throw Enough() }
        }
      }
      #expect(count == 3)
      #expect(reader.summary == nil)
    }
  }
}
