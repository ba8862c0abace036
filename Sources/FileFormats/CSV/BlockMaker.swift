/// Reads a source block by block: digest, text, ends of records.
///
/// One block at a time, in order; memory for one block.
struct BlockMaker: BlockMaking, ~Copyable {
  private static let headSize = 1 << 20

  private var input: ByteInput
  private let sizes: TableOptions.Sizes
  private let head: [UInt8]
  private var headPosition: Int
  private var raw: [UInt8] = []
  private var transcoder: Transcoder
  /// Whether nobody told the encoding.
  private let isGuessing: Bool
  private var hash: SHA256?
  private var byteCount: Int
  private var carry: [UInt8] = []
  private var (row, line) = (1, 1)
  private var rawOffset: Int
  private var inputEnded = false

  /// Recognizes the encoding of an open source from at most 1 MiB.
  init(
    _ input: consuming ByteInput, options: TableOptions, sizes: TableOptions.Sizes
  ) throws(TableError) {
    var head = [UInt8](repeating: 0, count: Self.headSize)
    head.removeLast(head.count - (try Self.fill(&head, from: &input)))
    // Of a stream only now can be told what it is.
    switch FileHead(head.prefix(ForeignFile.headLength)) {
    case .other: break
    case .database: throw TableError(.database)
    case .foreign(let kind): throw TableError(.foreign(kind))
    case .archive, .compound: throw TableError(.workbook(.fromStream))
    }
    let guess = try EncodingGuess(head: head, told: options.encoding)
    self.init(
      input, head: head, guess: guess, isGuessing: options.encoding == .automatic,
      hash: options.computesDigest ? SHA256() : nil, sizes: sizes)
  }

  private init(
    _ input: consuming ByteInput, head: [UInt8], guess: EncodingGuess, isGuessing: Bool,
    hash: SHA256?,
    sizes: TableOptions.Sizes
  ) {
    self.input = input
    self.sizes = sizes
    self.head = head
    self.hash = hash
    self.isGuessing = isGuessing
    transcoder = Transcoder(guess)
    headPosition = guess.markLength
    rawOffset = guess.markLength
    byteCount = head.count
    self.hash?.update(head)
  }

  /// The next block; not to be asked for after the last one.
  mutating func next() -> TextBlock {
    var text: [UInt8] = []
    text.reserveCapacity(carry.count + sizes.block + sizes.chunk)
    text += carry
    var wanted = sizes.block
    var stop: Transcoder.Stop?
    while true {
      while text.count < wanted, !inputEnded { stop = feed(&text) }
      var scan = RecordScan(text, atEnd: inputEnded)
      if scan.spans.isEmpty, !inputEnded, text.count <= sizes.rowLimit {
        wanted = 2 * text.count
        continue
      }
      if scan.spans.isEmpty, !inputEnded {
        inputEnded = true
        scan = RecordScan(text, atEnd: true)
      }
      return block(text, scan, stop)
    }
  }

  private mutating func block(
    _ text: [UInt8], _ scan: RecordScan, _ stop: Transcoder.Stop?
  ) -> TextBlock {
    let encoding = transcoder.encoding ?? .utf8
    var spans = scan.spans
    if stop != nil, spans.last.map({ Int($0.end) < text.count }) ?? true {
      let end = Int32(text.count)
      spans.append(RecordSpan(start: end, end: end, lines: scan.lines))
    }
    var block = TextBlock(
      text: text, spans: spans, row: row, line: line, rawOffset: rawOffset, encoding: encoding,
      stop: stop, isLast: inputEnded)
    block.bytesRead = headPosition < head.count ? headPosition : byteCount
    if inputEnded, stop == nil {
      block.ending = SourceEnding(
        byteCount: byteCount, sha256: hash?.hexadecimal, encoding: encoding,
        guessed: isGuessing && encoding == .windows1252 ? Windows1252.example(in: head) : nil)
    }
    carry = [UInt8](text[scan.rest...])
    row += spans.count
    line += Int(scan.lines)
    rawOffset += text.withUnsafeBufferPointer {
      encoding.rawLength(of: .init(rebasing: $0[..<scan.rest]))
    }
    return block
  }

  /// Adds the text of the next raw piece, and notes when there is none or it cannot be read.
  private mutating func feed(_ text: inout [UInt8]) -> Transcoder.Stop? {
    if headPosition < head.count {
      let piece = headPosition..<min(head.count, headPosition + sizes.chunk)
      headPosition = piece.upperBound
      let head = head
      head.withUnsafeBytes { transcoder.append(.init(rebasing: $0[piece]), to: &text) }
    } else {
      var piece = raw
      raw = []
      if piece.isEmpty { piece = [UInt8](repeating: 0, count: sizes.chunk) }
      var count = 0
      do {
        if head.count == Self.headSize { count = try Self.fill(&piece, from: &input) }
      } catch {
        inputEnded = true
        return Transcoder.Stop(kind: error.kind, rawOffset: byteCount)
      }
      byteCount += count
      piece.withUnsafeBytes {
        let bytes = UnsafeRawBufferPointer(rebasing: $0[..<count])
        hash?.update(bytes)
        transcoder.append(bytes, to: &text)
      }
      raw = piece
      if count < piece.count {
        inputEnded = true
        transcoder.finish(&text)
      }
    }
    if transcoder.stop != nil { inputEnded = true }
    return transcoder.stop
  }

  private static func fill(
    _ buffer: inout [UInt8], from input: inout ByteInput
  ) throws(TableError) -> Int {
    let result = buffer.withUnsafeMutableBytes { bytes -> Result<Int, TableError> in
      do throws(TableError) { return .success(try input.read(into: bytes)) } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}
