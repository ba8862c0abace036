/// What the first bytes of a file say about its encoding.
struct EncodingGuess: Equatable {
  /// `nil`: nothing but ASCII so far, the first other byte will decide.
  var encoding: TextEncoding?
  /// Bytes of the byte order mark, to be skipped.
  var markLength = 0

  private static let marks: [(bytes: [UInt8], encoding: TextEncoding)] = [
    ([0xEF, 0xBB, 0xBF], .utf8), ([0xFF, 0xFE], .utf16LittleEndian),
    ([0xFE, 0xFF], .utf16BigEndian),
  ]

  init(encoding: TextEncoding? = nil, markLength: Int = 0) {
    self.encoding = encoding
    self.markLength = markLength
  }

  /// Judges the first bytes; a told encoding wins, unless the byte order mark contradicts it.
  init(head: [UInt8], told: CSVEncoding) throws(TableError) {
    let mark = Self.marks.first { head.starts(with: $0.bytes) }
    let markLength = mark?.bytes.count ?? 0
    let allowed: [TextEncoding]
    switch told {
    case .automatic: allowed = TextEncoding.allCases
    case .utf8: allowed = [.utf8]
    case .utf16: allowed = [.utf16LittleEndian, .utf16BigEndian]
    case .windows1252: allowed = [.windows1252]
    }
    if let mark {
      guard allowed.contains(mark.encoding) else {
        throw TableError(.contradictsMark(told: told, mark: mark.encoding))
      }
      self.init(encoding: mark.encoding, markLength: markLength)
      return
    }
    switch told {
    case .automatic: self.init(encoding: Self.byZeros(head) ?? Self.byBytes(head))
    case .utf8: self.init(encoding: .utf8)
    case .utf16: self.init(encoding: Self.byZeros(head) ?? .utf16LittleEndian)
    case .windows1252: self.init(encoding: .windows1252)
    }
  }

  /// UTF-16 if three in ten units of the first 4 KiB have one zero byte, nearly all on the same side.
  private static func byZeros(_ head: [UInt8]) -> TextEncoding? {
    let units = min(head.count, 4096) / 2
    var (first, second) = (0, 0)
    for unit in 0..<units {
      if head[2 * unit] == 0 { first += 1 }
      if head[2 * unit + 1] == 0 { second += 1 }
    }
    guard units >= 2, 10 * max(first, second) >= 3 * units else { return nil }
    if 10 * first <= second { return .utf16LittleEndian }
    return 10 * second <= first ? .utf16BigEndian : nil
  }

  /// UTF-8 or Windows-1252 by the bytes above 127; `nil` if there are none that can tell.
  ///
  /// A text with more whole UTF-8 characters than bytes that fit none is taken for damaged UTF-8: reading it as
  /// Windows-1252 would turn every accent into two letters. The damage is then reported where it stands.
  static func byBytes(_ bytes: [UInt8]) -> TextEncoding? {
    bytes.withUnsafeBufferPointer { buffer in
      var (whole, broken, position) = (0, 0, 0)
      while true {
        let run = UTF8Run(buffer, from: position)
        whole += run.multibyteCount
        guard run.outcome == .invalid else { break }
        broken += 1
        position = run.end + 1
      }
      if whole == 0, broken == 0 { return nil }
      return whole > broken || broken == 0 ? .utf8 : .windows1252
    }
  }
}
