import Testing

@testable import FileFormats

@Suite struct CSVErrorTests {
  @Test(arguments: [
    (
      "a,b\n1,x\"y\n",
      """
      row 2, column B, line 2, byte 7: a quotation mark stands inside a field that does not begin with one. Either \
      put the whole field in quotation marks and double the inner ones, or remove the mark.
      """
    ),
    (
      "a,b\n1,2\n\"x\ny\"z,2\n",
      """
      row 3, column A, line 4, byte 13: "z" follows the closing quotation mark of the field opened in line 3. Either \
      double the quotation marks inside the field or remove what follows the last one.
      """
    ),
    (
      "a,b\n1,\"x\n2,y\n",
      """
      row 2, column B, line 2, byte 6: the quotation mark that opens here is not closed before the end of the file. \
      Either close the field or, if the mark belongs to the text, quote the field and double the mark.
      """
    ),
    (
      "a,b\n1,2\n3,x\0y\n",
      """
      row 3, column B, line 3, byte 11: a zero byte (00) stands where text should be. Either save the file as UTF-8 \
      or, if it is UTF-16, tell the encoding "utf16".
      """
    ),
    (
      "",
      """
      the file is empty: there is no header. Either choose another file or export it again with column names in the \
      first row.
      """
    ),
    (
      " \n\n",
      """
      the file is empty: there is no header. Either choose another file or export it again with column names in the \
      first row.
      """
    ),
    (
      "a\n\"" + String(repeating: "x", count: 100) + "\"\n",
      """
      row 2, column A, line 2, byte 2: the row has more than 64 bytes. Either look for a quotation mark that is never \
      closed or raise the limit for a row.
      """
    ),
  ])
  func `mistakes are told with their place and a way out`(text: String, message: String) {
    let reading = CSVReading(text, options: TableOptions(rowLimit: 64))
    #expect(reading.error?.description == message)
    #expect(reading.summary == nil)
  }

  @Test func `rows before the mistake are delivered, none after it`() {
    let reading = CSVReading("a,b\n1,2\n3,4\"\n5,6\n")
    #expect(reading.rows == [["1", "2"]])
    #expect(
      reading.error
        == TableError(.quoteInsideField, at: .init(row: 3, column: 2, line: 3, byteOffset: 11)))
  }

  @Test func `a quotation mark open since another row is found where it clashes`() {
    let reading = CSVReading("a,b\n1,\"open\n2,\"shut\"\n")
    #expect(
      reading.error
        == TableError(
          .textAfterQuote(found: "shut\"", openedAtLine: 2),
          at: .init(row: 2, column: 2, line: 3, byteOffset: 15)))
  }

  @Test func `an endless row is stopped at the limit, however it is read`() {
    let bytes = [UInt8](("a\n1\n\"" + String(repeating: "x\n", count: 5000)).utf8)
    for chunk in [7, 1 << 18] {
      let reading = CSVReading(
        bytes, options: TableOptions(rowLimit: 1000), chunk: chunk, block: 64)
      #expect(reading.rows == [["1"]])
      #expect(
        reading.error
          == TableError(
            .rowTooLong(limit: 1000), at: .init(row: 3, column: 1, line: 3, byteOffset: 4)))
    }
  }

  @Test func `a file that is not there and a folder are told by name`() {
    #expect(
      throws: TableError(.cannotOpen(path: "/no/such.csv", reason: "No such file or directory"))
    ) { try TableReader(.path("/no/such.csv")) }
    #expect(throws: TableError(.cannotRead(path: "/", reason: "Is a directory"))) {
      try TableReader(.path("/"))
    }
    #expect(
      TableError(.cannotOpen(path: "/no/such.csv", reason: "No such file or directory")).description
        == "\"/no/such.csv\" cannot be opened: No such file or directory. Check the path and whether you may read it."
    )
  }

  @Test(arguments: ["", "-", "x.csv"])
  func `a dash is standard input`(argument: String) {
    #expect(
      ByteSource(argument: argument) == (argument == "-" ? .standardInput : .path(argument)))
  }
}
