/// Sorts rows into patterns of equal counts, in the order in which patterns first appear.
struct PatternBuilder {
  let coderCount: Int
  let categoryCount: Int
  private(set) var starts = [0]
  private(set) var members: [Int] = []
  private(set) var tallies: [Int] = []
  private(set) var sizes: [Int] = []
  private(set) var multiplicities: [Int] = []
  private(set) var unitRows: [Int32] = []
  private(set) var rowPatterns: [Int32] = []
  private(set) var coderMargins: [Int]

  init(coderCount: Int, categoryCount: Int, coderMargins: [Int]? = nil) {
    self.coderCount = coderCount
    self.categoryCount = categoryCount
    self.coderMargins =
      coderMargins ?? [Int](repeating: 0, count: coderCount * categoryCount)
  }

  /// Adds a pattern as it stands, without looking for an equal one.
  mutating func addPattern(_ counts: some Sequence<Int>, multiplicity: Int) {
    var size = 0
    for (category, count) in counts.enumerated() where count > 0 {
      members.append(category)
      tallies.append(count)
      size += count
    }
    guard size > 0 else { return }
    close(size: size, multiplicity: multiplicity)
  }

  /// Adds every row with a rating; the others have the pattern -1.
  mutating func add(_ rows: RatingRows) {
    var index = RowIndex(coderCount: coderCount, categoryCount: categoryCount)
    unitRows = rows.unitRows
    rowPatterns.reserveCapacity(rows.multiplicities.count)
    for (number, multiplicity) in rows.multiplicities.enumerated() {
      var row = rows.row(number)
      for (coder, category) in row.enumerated() where category != RatingMatrix.missing {
        coderMargins[coder * categoryCount + Int(category)] += multiplicity
      }
      row.sort()
      guard let last = row.last, last != RatingMatrix.missing else {
        rowPatterns.append(-1)
        continue
      }
      let pattern = row.withUnsafeBufferPointer {
        index.number(of: $0, next: Int32(sizes.count))
      }
      rowPatterns.append(pattern)
      if Int(pattern) == sizes.count {
        appendPattern(row.drop { $0 == RatingMatrix.missing }, multiplicity: multiplicity)
      } else {
        multiplicities[Int(pattern)] += multiplicity
      }
    }
  }

  private mutating func appendPattern(_ row: ArraySlice<Int16>, multiplicity: Int) {
    var last = RatingMatrix.missing
    for category in row {
      if category == last {
        tallies[tallies.count - 1] += 1
      } else {
        members.append(Int(category))
        tallies.append(1)
        last = category
      }
    }
    close(size: row.count, multiplicity: multiplicity)
  }

  private mutating func close(size: Int, multiplicity: Int) {
    starts.append(members.count)
    sizes.append(size)
    multiplicities.append(multiplicity)
  }
}
