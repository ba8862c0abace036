/// The different rows of a matrix, and how many units have each.
///
/// A row is what all coders gave one unit, missing ratings included. Few coders and categories
/// make few rows, so whatever is counted from rows costs next to nothing, however many units
/// there are. Finding them is one pass over the ratings; rows stand in the order in which they
/// first appear.
public struct RatingRows: Sendable, Hashable {
  /// The number of coders, with or without ratings.
  public let coderCount: Int
  /// The number of declared categories.
  public let categoryCount: Int
  /// Cells by row, then coder.
  let cells: [Int16]
  /// Per row, how many units have it.
  let multiplicities: [Int]
  /// Per unit of the matrix, its row.
  let unitRows: [Int32]

  /// Finds a matrix's rows.
  public init(_ matrix: RatingMatrix) {
    let width = matrix.coders.count
    var index = RowIndex(coderCount: width, categoryCount: matrix.categories.count)
    var cells: [Int16] = []
    var multiplicities: [Int] = []
    let units = width > 0 ? matrix.unitCount : 0
    unitRows = [Int32](unsafeUninitializedCapacity: units) { unitRows, count in
      matrix.cells.withUnsafeBufferPointer { all in
        for unit in 0..<units {
          let row = UnsafeBufferPointer(rebasing: all[(unit * width)..<((unit + 1) * width)])
          let number = index.number(of: row, next: Int32(multiplicities.count))
          unitRows.initializeElement(at: unit, to: number)
          if Int(number) < multiplicities.count {
            multiplicities[Int(number)] += 1
          } else {
            cells += row
            multiplicities.append(1)
          }
        }
      }
      count = units
    }
    coderCount = width
    categoryCount = matrix.categories.count
    self.cells = cells
    self.multiplicities = multiplicities
  }

  private init(of rows: RatingRows, where isKept: (ArraySlice<Int16>) -> Bool) {
    let kept = rows.multiplicities.indices.filter { isKept(rows.row($0)) }
    coderCount = rows.coderCount
    categoryCount = rows.categoryCount
    cells = kept.flatMap { rows.row($0) }
    multiplicities = kept.map { rows.multiplicities[$0] }
    unitRows = []
  }

  /// A row's cells.
  func row(_ number: Int) -> ArraySlice<Int16> {
    cells[(number * coderCount)..<((number + 1) * coderCount)]
  }

  /// The rows of those units that every coder rated; which units these are is not kept.
  var complete: RatingRows { RatingRows(of: self) { !$0.contains(RatingMatrix.missing) } }

  /// Positions of coders who rated nothing; they are to be named beside any figure.
  public var codersWithoutRatings: [Int] {
    (0..<coderCount).filter { coder in
      !stride(from: coder, to: cells.count, by: coderCount).contains {
        cells[$0] != RatingMatrix.missing
      }
    }
  }
}
