/// Sorts units into patterns of equal counts, in the order in which patterns first appear.
struct PatternBuilder {
  let coderCount: Int
  let categoryCount: Int
  private(set) var starts = [0]
  private(set) var members: [Int] = []
  private(set) var tallies: [Int] = []
  private(set) var sizes: [Int] = []
  private(set) var multiplicities: [Int] = []
  private(set) var unitPatterns: [Int32] = []
  private(set) var ratedUnits: [Int32] = []
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

  /// Adds every rated unit of a matrix.
  mutating func addUnits(of matrix: RatingMatrix) {
    var index = PatternIndex(coderCount: coderCount, categoryCount: categoryCount)
    unitPatterns.reserveCapacity(matrix.unitCount)
    ratedUnits.reserveCapacity(matrix.unitCount)
    var row = [Int16](repeating: 0, count: coderCount)
    for unit in 0..<matrix.unitCount {
      let size = sortedRow(of: matrix, unit, into: &row)
      guard size > 0 else { continue }
      let number = index.number(of: row[..<size], next: Int32(sizes.count))
      if Int(number) == sizes.count {
        appendPattern(row[..<size])
      } else {
        multiplicities[Int(number)] += 1
      }
      unitPatterns.append(number)
      ratedUnits.append(Int32(unit))
    }
  }

  /// Collects a unit's ratings in ascending order and counts them for their coders.
  private mutating func sortedRow(
    of matrix: RatingMatrix, _ unit: Int, into row: inout [Int16]
  ) -> Int {
    var size = 0
    let base = unit * coderCount
    for coder in 0..<coderCount {
      let category = matrix.cells[base + coder]
      guard category != RatingMatrix.missing else { continue }
      coderMargins[coder * categoryCount + Int(category)] += 1
      var place = size
      while place > 0, row[place - 1] > category {
        row[place] = row[place - 1]
        place -= 1
      }
      row[place] = category
      size += 1
    }
    return size
  }

  private mutating func appendPattern(_ row: ArraySlice<Int16>) {
    var last: Int16 = -1
    for category in row {
      if category == last {
        tallies[tallies.count - 1] += 1
      } else {
        members.append(Int(category))
        tallies.append(1)
        last = category
      }
    }
    close(size: row.count, multiplicity: 1)
  }

  private mutating func close(size: Int, multiplicity: Int) {
    starts.append(members.count)
    sizes.append(size)
    multiplicities.append(multiplicity)
  }
}
