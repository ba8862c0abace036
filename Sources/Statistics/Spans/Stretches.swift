/// Sums over stretches of a line.
enum Stretches {
  /// Stretches in ascending order with those that overlap or touch made one.
  static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
      if let last = result.last, range.lowerBound <= last.upperBound {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }

  /// The total length of stretches.
  static func length(_ ranges: [Range<Int>]) -> Int { ranges.reduce(0) { $0 + $1.count } }

  /// The length two lists of merged stretches share.
  static func shared(_ first: [Range<Int>], _ second: [Range<Int>]) -> Int {
    var sum = 0
    var i = 0
    var j = 0
    while i < first.count, j < second.count {
      sum += first[i].clamped(to: second[j]).count
      if first[i].upperBound < second[j].upperBound { i += 1 } else { j += 1 }
    }
    return sum
  }

  /// Per number of layers, from 1 to the number of lists: the length covered by exactly so many.
  ///
  /// Ranges within a list may overlap; each of them is then a layer of its own.
  static func depths(_ layers: [[Range<Int>]]) -> [Int: Int] {
    var changes: [Int: Int] = [:]
    for range in layers.joined() {
      changes[range.lowerBound, default: 0] += 1
      changes[range.upperBound, default: 0] -= 1
    }
    var depths: [Int: Int] = [:]
    var depth = 0
    var from = 0
    for (offset, change) in changes.sorted(by: { $0.key < $1.key }) {
      if depth > 0 { depths[depth, default: 0] += offset - from }
      depth += change
      from = offset
    }
    return depths
  }

  /// Whether a list, ascending by start, holds ranges that share an offset.
  static func overlap(_ ranges: [Range<Int>]) -> Bool {
    zip(ranges, ranges.dropFirst()).contains { $0.upperBound > $1.lowerBound }
  }
}
