extension CSVDelimiter {
  /// The one that a line `sep=;` before the header names, as spreadsheets write it; nil where there is none.
  init?(toldIn block: TextBlock) {
    guard let span = block.spans.first, span.end - span.start <= 7 else { return nil }
    let line = String(decoding: block.text[Int(span.start)..<Int(span.end)], as: UTF8.self)
    guard let match = line.lowercased().wholeMatch(of: /"?sep=([,;\t])"?\r?/),
      let sign = match.output.1.utf8.first
    else { return nil }
    self.init(rawValue: sign)
  }

  /// Of those that stand outside quotation marks in the first row with text the one by which most rows have as many
  /// fields as that; of equals the one that stands there most often; comma if none does.
  init(recognizedIn block: TextBlock, rowLimit: Int, keepsBlanks: Bool) {
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
    let standing = Self.allCases.filter { counts[$0.rawValue] != nil }
    // Nearly always there is one: nothing is taken apart twice.
    guard standing.count > 1 else {
      self = standing.first ?? .comma
      return
    }
    var most = (rows: 0, count: 0)
    for candidate in standing {
      let parsing = TableBlock.Parsing(
        delimiter: candidate, rowLimit: rowLimit, keepsBlanks: keepsBlanks)
      let fit = (TableBlock(block, parsing).evenRowCount, counts[candidate.rawValue] ?? 0)
      if fit > most { (self, most) = (candidate, fit) }
    }
  }
}

extension TableBlock {
  /// How many rows have as many fields as the first one that is not empty.
  fileprivate var evenRowCount: Int {
    let counts = zip(firstFields, firstFields.dropFirst()).map { $1 - $0 }.filter { $0 > 0 }
    return counts.count { $0 == counts.first }
  }
}
