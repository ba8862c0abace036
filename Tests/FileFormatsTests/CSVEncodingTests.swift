import Testing

@testable import FileFormats

@Suite struct CSVEncodingTests {
  private static let text = "naïve,Ærø\n\"“é”, 1 €\",Zoë\n"
  /// 40 bytes: 30,000 of them are more than the reader looks at before it begins.
  private static let filler = String(repeating: "x", count: 37) + ",1\n"
  private static let rows = [["“é”, 1 €", "Zoë"]]

  @Test(
    arguments: TextEncoding.allCases.flatMap { encoding in
      // Windows-1252 has no such mark.
      (encoding == .windows1252 ? [false] : [false, true]).map { (encoding, $0) }
    })
  func `encodings are recognized, with and without a byte order mark`(
    encoding: TextEncoding, mark: Bool
  ) {
    let reading = CSVReading(encoded(Self.text, encoding, mark: mark))
    #expect(reading.header?.names == ["naïve", "Ærø"])
    #expect(reading.rows == Self.rows)
    #expect(reading.summary?.encoding == encoding)
  }

  @Test(arguments: [
    (CSVEncoding.utf8, TextEncoding.utf8), (.utf16, .utf16LittleEndian),
    (.utf16, .utf16BigEndian), (.windows1252, .windows1252),
  ])
  func `a told encoding is used`(told: CSVEncoding, encoding: TextEncoding) {
    let reading = CSVReading(encoded(Self.text, encoding), options: TableOptions(encoding: told))
    #expect(reading.rows == Self.rows)
    #expect(reading.summary?.encoding == encoding)
  }

  @Test func `a byte order mark before a quoted field is no text`() {
    #expect(CSVReading(encoded("\"a\",b\n", .utf8, mark: true)).header?.names == ["a", "b"])
  }

  @Test func `a told encoding that the byte order mark contradicts is an error`() {
    let reading = CSVReading(
      encoded(Self.text, .utf8, mark: true), options: TableOptions(encoding: .windows1252))
    #expect(
      reading.error?.description == """
        the file begins with the byte order mark of UTF-8, but was to be read as "windows1252". Either leave the \
        encoding to "automatic" or export the file again.
        """)
  }

  @Test(arguments: [999, 7000, 1 << 18])
  func `UTF-8 that later is none is an error, not mangled text`(chunk: Int) {
    let good = "a,b\né,1\n" + String(repeating: Self.filler, count: 30_000)
    let bytes = [UInt8](good.utf8) + [0x79, 0x2C, 0xE9, 0x0A]
    let reading = CSVReading(bytes, chunk: chunk)
    #expect(reading.rows.count == 30_001)
    #expect(
      reading.error?.description == """
        row 30003, column B, line 30003, byte 1200011: the byte E9 is not UTF-8 text. Either save the file as UTF-8 \
        or tell its encoding, for instance "windows1252".
        """)
  }

  @Test func `an ASCII beginning of any length commits to nothing`() {
    let ascii = [UInt8](("a,b\n" + String(repeating: Self.filler, count: 30_000)).utf8)
    let western = CSVReading(ascii + encoded("Zoë,é\n", .windows1252))
    #expect(western.rows.last == ["Zoë", "é"])
    #expect(western.summary?.encoding == .windows1252)
    let universal = CSVReading(ascii + encoded("Zoë,é\n", .utf8))
    #expect(universal.rows.last == ["Zoë", "é"])
    #expect(universal.summary?.encoding == .utf8)
  }

  @Test func `mostly whole UTF-8 with one broken byte is taken for damaged UTF-8`() {
    let reading = CSVReading(encoded("a\né\nè\n", .utf8) + [0xFF, 0x0A])
    #expect(
      reading.error
        == TableError(.notUTF8(byte: 0xFF), at: .init(row: 4, column: 1, line: 4, byteOffset: 8)))
  }

  @Test(
    arguments: [
      ([0xC0, 0x80], 0xC0), ([0xE0, 0x80, 0x80], 0xE0), ([0xED, 0xA0, 0x80], 0xED),
      ([0xF4, 0x90, 0x80, 0x80], 0xF4), ([0xF5, 0x80, 0x80, 0x80], 0xF5), ([0x80], 0x80),
      ([0xE2, 0x82], 0xE2), ([0xF0, 0x9F, 0x98], 0xF0),
    ] as [([UInt8], UInt8)])
  func `ill-formed UTF-8 is refused where it begins`(bytes: [UInt8], first: UInt8) {
    let reading = CSVReading(
      [UInt8]("a,b\n1,".utf8) + bytes, options: TableOptions(encoding: .utf8), chunk: 1)
    #expect(
      reading.error
        == TableError(.notUTF8(byte: first), at: .init(row: 2, column: 2, line: 2, byteOffset: 6)))
  }

  @Test(
    arguments: [
      ([0x00, 0xD8, 0x78, 0x00], [0x00, 0xD8]), ([0x00, 0xDC, 0x78, 0x00], [0x00, 0xDC]),
      ([0x78], [0x78]), ([0x3D, 0xD8], [0x3D, 0xD8]),
    ] as [([UInt8], [UInt8])])
  func `half characters in UTF-16 are refused`(tail: [UInt8], half: [UInt8]) {
    for chunk in [1, 2, 3, 64] {
      let reading = CSVReading(
        encoded("é,b\n1,", .utf16LittleEndian, mark: true) + tail, chunk: chunk)
      #expect(
        reading.error
          == TableError(.notUTF16(half), at: .init(row: 2, column: 2, line: 2, byteOffset: 14)))
    }
  }

  @Test(arguments: [0x81, 0x8D, 0x8F, 0x90, 0x9D] as [UInt8])
  func `bytes without a meaning in Windows-1252 are refused`(byte: UInt8) {
    let reading = CSVReading(encoded("é,b\n“x,", .windows1252) + [byte])
    #expect(
      reading.error
        == TableError(
          .notWindows1252(byte: byte), at: .init(row: 2, column: 2, line: 2, byteOffset: 7)))
  }

  @Test func `offsets count the bytes of the file, not of its UTF-8 text`() {
    let reading = CSVReading(
      encoded("é,b\n日😀,x\"\n", .utf16BigEndian, mark: true), chunk: 3, block: 4)
    #expect(
      reading.error
        == TableError(.quoteInsideField, at: .init(row: 2, column: 2, line: 2, byteOffset: 20)))
  }
}
