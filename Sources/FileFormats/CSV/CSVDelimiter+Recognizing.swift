extension CSVDelimiter {
  /// The one that stands most often outside quotation marks in the first row with text; comma if none does.
  init(recognizedIn block: TextBlock) {
    self = .comma
    let header = block.spans.lazy
      .map { block.text[Int($0.start)..<Int($0.end)] }
      .first { $0.contains { $0 != 0x20 && $0 != 0x09 } }
    guard let header else { return }
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in header {
      if byte == 0x22 { isQuoted.toggle() }
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    var most = 0
    for candidate in Self.allCases {
      let count = counts[candidate.rawValue] ?? 0
      if count > most { (self, most) = (candidate, count) }
    }
  }
}
