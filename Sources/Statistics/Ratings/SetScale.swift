/// The different sets of codes that occur, as the categories of a scale.
public struct SetScale: Sendable, Hashable {
  /// How many different sets occur.
  public let setCount: Int
  let wordCount: Int
  let words: [UInt64]

  /// One set's codes as bits.
  func set(_ index: Int) -> ArraySlice<UInt64> {
    words[(index * wordCount)..<((index + 1) * wordCount)]
  }

  /// How far apart two sets are, 0 to 1, used as it is.
  func distance(_ c: Int, _ k: Int, _ kind: SetDistance) -> Double {
    if c == k { return 0 }
    var shared = 0
    var either = 0
    var first = 0
    var second = 0
    for word in 0..<wordCount {
      let a = words[c * wordCount + word]
      let b = words[k * wordCount + word]
      shared += (a & b).nonzeroBitCount
      either += (a | b).nonzeroBitCount
      first += a.nonzeroBitCount
      second += b.nonzeroBitCount
    }
    guard either > 0 else { return 0 }
    switch kind {
    case .nominal: return shared == either ? 0 : 1
    case .jaccard: return Double(either - shared) / Double(either)
    case .masi:
      let monotonicity =
        shared == either
        ? 1.0 : shared == min(first, second) && shared > 0 ? 2.0 / 3 : shared > 0 ? 1.0 / 3 : 0
      return 1 - Double(shared) / Double(either) * monotonicity
    }
  }
}

/// How far apart two sets of codes are.
///
/// > Reference: Passonneau (2006), Measuring agreement on set-valued items (MASI), LREC; Jaccard
/// > (1912), New Phytologist 11, 37-50.
public enum SetDistance: String, Sendable, Hashable, CaseIterable, Codable {
  /// 0 for equal sets, 1 for any others.
  case nominal
  /// 1 - |A ∩ B| / |A ∪ B|; 0 for two empty sets.
  case jaccard
  /// 1 - J M: Jaccard's similarity times 1 for equal sets, 2/3 for a subset, 1/3 for an overlap.
  case masi
}

extension CoderSets {
  /// The sets as ratings on a scale of the different sets, in order of first use.
  ///
  /// Feed both to ``KrippendorffAlpha`` with ``AlphaMetric/sets(_:_:)``.
  ///
  /// - Throws: ``RatingError`` where more different sets occur than a scale may hold.
  public var setRatings: (matrix: RatingMatrix, scale: SetScale) {
    get throws(RatingError) {
      var numbers: [ArraySlice<UInt64>: Int] = [:]
      var distinct: [UInt64] = []
      var cells: [Int16] = []
      cells.reserveCapacity(isSeen.count)
      for place in isSeen.indices {
        guard isSeen[place] else {
          cells.append(RatingMatrix.missing)
          continue
        }
        let set = words[(place * wordCount)..<((place + 1) * wordCount)]
        let number = numbers[set] ?? numbers.count
        if number == numbers.count {
          guard number < RatingMatrix.largestCategoryCount else {
            throw .tooManyCategories(number + 1)
          }
          numbers[set] = number
          distinct += set
        }
        cells.append(Int16(number))
      }
      // The scale must hold two categories for alpha to be asked at all; an unused one is harmless.
      let count = max(numbers.count, 2)
      distinct += [UInt64](repeating: 0, count: (count - numbers.count) * wordCount)
      let matrix = try RatingMatrix(
        coders: coders, categories: (0..<count).map { "set \($0 + 1)" }, unitCount: unitCount,
        cells: cells)
      return (matrix, SetScale(setCount: numbers.count, wordCount: wordCount, words: distinct))
    }
  }
}
