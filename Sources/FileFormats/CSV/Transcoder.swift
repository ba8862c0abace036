/// Turns raw bytes, piece by piece, into UTF-8, and stops at the first that cannot be text.
struct Transcoder: Sendable {
  /// A place in the raw bytes where reading has to stop.
  struct Stop: Sendable {
    var kind: TableError.Kind
    var rawOffset: Int
  }

  /// The encoding; `nil` while there was nothing but ASCII, which commits to nothing.
  private(set) var encoding: TextEncoding?
  private(set) var stop: Stop?
  /// The raw offset of the next byte to turn into text.
  private var offset: Int
  /// The beginning of a character whose end is in the next piece: at most three bytes.
  private var pending: [UInt8] = []

  init(_ guess: EncodingGuess) {
    encoding = guess.encoding
    offset = guess.markLength
  }

  /// Appends the text of a piece.
  mutating func append(_ piece: UnsafeRawBufferPointer, to text: inout [UInt8]) {
    guard stop == nil else { return }
    guard !pending.isEmpty else { return convert(piece, to: &text) }
    let joined = pending + piece
    pending = []
    joined.withUnsafeBytes { convert($0, to: &text) }
  }

  /// Tells that no piece follows: an unfinished character is then an error.
  mutating func finish(_ text: inout [UInt8]) {
    guard stop == nil, let first = pending.first else { return }
    switch encoding {
    case .none:
      // Only the beginning of a would-be UTF-8 character was ever above ASCII: that is no UTF-8.
      encoding = .windows1252
      let last = pending
      pending = []
      last.withUnsafeBytes { convert($0, to: &text) }
    case .utf8, .windows1252: stop = Stop(kind: .notUTF8(byte: first), rawOffset: offset)
    case .utf16LittleEndian, .utf16BigEndian:
      stop = Stop(kind: .notUTF16(pending), rawOffset: offset)
    }
  }

  private mutating func convert(_ raw: UnsafeRawBufferPointer, to text: inout [UInt8]) {
    let bytes = raw.bindMemory(to: UInt8.self)
    let used: Int
    switch encoding {
    case .none: used = appendUndecided(bytes, to: &text)
    case .utf8: used = appendUTF8(bytes, to: &text)
    case .windows1252: used = appendWindows1252(bytes, to: &text)
    case .utf16LittleEndian: used = appendUTF16(bytes, highByte: 1, to: &text)
    case .utf16BigEndian: used = appendUTF16(bytes, highByte: 0, to: &text)
    }
    offset += used
    if stop != nil {
      stop?.rawOffset = offset
    } else {
      pending = [UInt8](bytes[used...])
    }
  }

  private mutating func appendUndecided(
    _ bytes: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]
  ) -> Int {
    let ascii = UTF8Run(bytes, from: 0)
    guard ascii.multibyteCount > 0 || ascii.outcome == .invalid else {
      return appendUTF8(bytes, to: &text)
    }
    let judged = EncodingGuess.byBytes([UInt8](bytes))
    encoding = judged
    return judged == .windows1252
      ? appendWindows1252(bytes, to: &text) : appendUTF8(bytes, to: &text)
  }

  private mutating func appendUTF8(
    _ bytes: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]
  ) -> Int {
    let run = UTF8Run(bytes, from: 0)
    text.append(contentsOf: bytes[..<run.end])
    if run.outcome == .invalid {
      stop = Stop(kind: .notUTF8(byte: bytes[run.end]), rawOffset: 0)
    }
    return run.end
  }

  private mutating func appendWindows1252(
    _ bytes: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]
  ) -> Int {
    var out = UTF8Output(&text, capacity: 3 * bytes.count)
    var used = 0
    while used < bytes.count {
      guard let unit = Windows1252.unit(bytes[used]) else {
        stop = Stop(kind: .notWindows1252(byte: bytes[used]), rawOffset: 0)
        break
      }
      out.append(UInt32(unit), to: &text)
      used += 1
    }
    out.close(&text)
    return used
  }

  private mutating func appendUTF16(
    _ bytes: UnsafeBufferPointer<UInt8>, highByte: Int, to text: inout [UInt8]
  ) -> Int {
    var out = UTF8Output(&text, capacity: 2 * bytes.count + 4)
    var used = 0
    while used + 1 < bytes.count {
      let unit = UInt32(bytes[used + highByte]) << 8 | UInt32(bytes[used + 1 - highByte])
      guard unit & 0xF800 == 0xD800 else {
        out.append(unit, to: &text)
        used += 2
        continue
      }
      if unit < 0xDC00, used + 3 >= bytes.count { break }  // the second half is in the next piece
      let low =
        unit < 0xDC00
        ? UInt32(bytes[used + 2 + highByte]) << 8 | UInt32(bytes[used + 3 - highByte]) : 0
      guard low & 0xFC00 == 0xDC00 else {
        stop = Stop(kind: .notUTF16([bytes[used], bytes[used + 1]]), rawOffset: 0)
        break
      }
      out.append(0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF), to: &text)
      used += 4
    }
    out.close(&text)
    return used
  }
}
