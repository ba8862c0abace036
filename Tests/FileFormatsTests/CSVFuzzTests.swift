import Testing

@testable import FileFormats

@Suite struct CSVFuzzTests {
  private static let parts: [[UInt8]] = [
    [0x61], [0x22], [0x22], [0x22, 0x22], [0x2C], [0x3B], [0x09], [0x20], [0x0A], [0x0D, 0x0A],
    [0x0D], [0x00], [0xC3, 0xA9], [0xE9], [0x93], [0x81], [0xF0, 0x9F, 0x98, 0x80],
    [0xEF, 0xBB, 0xBF],
    [0xFF, 0xFE], [0xFE, 0xFF], [0x3D, 0xD8], [0x00, 0xDE], [0x61, 0x00], [0x00, 0x61],
  ]

  @Test(arguments: 0..<40)
  func `any bytes at all are read or refused, and the pieces do not matter`(seed: Int) {
    var random = SmallRandom(state: UInt64(seed))
    for _ in 0..<50 {
      // Few kinds of parts at a time, so that some files are nearly well-formed.
      let kinds = (0..<Int.random(in: 2...8, using: &random)).map { _ in
        Int.random(in: 0..<Self.parts.count, using: &random)
      }
      let bytes = (0..<Int.random(in: 0...60, using: &random)).flatMap { _ in
        Self.parts[kinds[Int.random(in: 0..<kinds.count, using: &random)]]
      }
      for encoding in CSVEncoding.allCases {
        let options = TableOptions(encoding: encoding, delimiter: .comma, rowLimit: 40)
        let whole = CSVReading(bytes, options: options)
        let pieces = CSVReading(
          bytes, options: options, chunk: Int.random(in: 1...5, using: &random),
          block: Int.random(in: 1...20, using: &random),
          parallel: Bool.random(using: &random))
        #expect(pieces.rows == whole.rows, "\(bytes) as \(encoding)")
        #expect(pieces.places == whole.places, "\(bytes) as \(encoding)")
        #expect(pieces.error == whole.error, "\(bytes) as \(encoding)")
        #expect(pieces.summary == whole.summary, "\(bytes) as \(encoding)")
        #expect((whole.error == nil) == (whole.summary != nil))
      }
    }
  }
}
