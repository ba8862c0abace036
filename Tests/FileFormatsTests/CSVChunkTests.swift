import Testing

@testable import FileFormats

@Suite struct CSVChunkTests {
  private static let text =
    "id,né,c\r\n1,\"a \"\"b\"\"\r\nc\",😀\r\n\r\n2,\"\",日本\r\n  3 , x\ty ,\"\n\"\r\n4,5\r\n\"\"\"\",,"

  @Test(arguments: [TextEncoding.utf8, .utf16LittleEndian, .utf16BigEndian], [1, 2, 3, 7, 64])
  func `the size of the pieces changes nothing`(encoding: TextEncoding, size: Int) {
    let bytes = encoded(Self.text, encoding, mark: true)
    let whole = CSVReading(bytes)
    #expect(
      whole.rows == [
        ["1", "a \"b\"\r\nc", "😀"], ["2", "", "日本"], ["3", "x\ty", "\n"], ["4", "5"],
        ["\"", "", ""],
      ])
    #expect(whole.places == [[2, 2], [4, 5], [5, 6], [6, 8], [7, 9]])
    for block in [1, 8, 1000] {
      for parallel in [false, true] {
        let pieces = CSVReading(bytes, chunk: size, block: block, parallel: parallel)
        #expect(pieces.rows == whole.rows)
        #expect(pieces.places == whole.places)
        #expect(pieces.summary == whole.summary)
        #expect(pieces.error == nil)
      }
    }
  }

  @Test func `lone carriage returns at the edge of a block end one row each`() {
    let reading = CSVReading([UInt8]("a\r1\r2\r\n3\r".utf8), chunk: 1, block: 1)
    #expect(reading.rows == [["1"], ["2"], ["3"]])
    #expect(reading.places == [[2, 2], [3, 3], [4, 4]])
  }

  @Test func `threads deliver the same rows in the same order`() {
    let lines = (0..<50_000).map { "\($0),\"x\ny \($0)\"\n" }.joined()
    let bytes = [UInt8](("n,t\n" + lines).utf8)
    let sequential = CSVReading(bytes, chunk: 5000, block: 10_000)
    let parallel = CSVReading(bytes, chunk: 5000, block: 10_000, parallel: true)
    #expect(sequential.rows.count == 50_000)
    #expect(parallel.rows == sequential.rows)
    #expect(parallel.places == sequential.places)
    #expect(parallel.summary == sequential.summary)
  }

  @Test func `threads stop at the same mistake`() {
    let lines = (0..<5000).map { "\($0),x\n" }.joined()
    let bytes = [UInt8](("n,t\n" + lines + "1,\"x\"y\n" + lines).utf8)
    let sequential = CSVReading(bytes, chunk: 500, block: 1000)
    let parallel = CSVReading(bytes, chunk: 500, block: 1000, parallel: true)
    #expect(sequential.error?.place?.row == 5002)
    #expect(parallel.error == sequential.error)
    #expect(parallel.rows == sequential.rows)
  }
}
