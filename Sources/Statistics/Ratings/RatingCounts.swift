/// How many coders gave each unit each category (the r_ik of the formulas), computed once.
///
/// Units with the same counts share one pattern, so every measure, and every resample, costs as
/// much as there are different patterns, not as there are units. Building it is linear in the
/// number of ratings.
public struct RatingCounts: Sendable, Hashable {
  /// The number of declared categories, q.
  public let categoryCount: Int
  /// The number of coders, with or without ratings.
  public let coderCount: Int
  /// Units with at least one rating, n.
  public let ratedUnitCount: Int
  /// Units with at least two ratings, n₂.
  public let pairableUnitCount: Int
  /// All ratings, each coder's single ones too.
  public let valueCount: Int
  /// Ratings in units with at least two of them, Krippendorff's n‥.
  public let pairableValueCount: Int

  /// Where each pattern's entries begin in ``members`` and ``tallies``; one more at the end.
  let starts: [Int]
  /// Categories with a count above 0, ascending within a pattern.
  let members: [Int]
  /// Their counts.
  let tallies: [Int]
  /// Per pattern, the number of ratings r_i.
  let sizes: [Int]
  /// Per pattern, how many units have it.
  let multiplicities: [Int]
  /// Per unit of the matrix, its row; empty where counts came as patterns.
  let unitRows: [Int32]
  /// Per row, its pattern; -1 for a row without ratings.
  let rowPatterns: [Int32]
  /// Coders x categories: how often each coder gave each category.
  let coderMargins: [Int]

  /// The number of different patterns.
  var patternCount: Int { sizes.count }

  /// Counts a matrix's ratings.
  public init(_ matrix: RatingMatrix) { self.init(RatingRows(matrix)) }

  /// Counts the ratings of rows already found.
  public init(_ rows: RatingRows) {
    var builder = PatternBuilder(coderCount: rows.coderCount, categoryCount: rows.categoryCount)
    builder.add(rows)
    self.init(builder)
  }

  /// Takes counts by pattern, for data that come as lengths rather than units.
  ///
  /// - Parameters:
  ///   - patterns: Per pattern, how many coders gave each category, and how many units have it.
  ///   - coderCount: The number of coders.
  ///   - categoryCount: The number of categories; longer rows are cut, shorter ones filled with 0.
  ///   - coderMargins: Coders x categories: how often each coder gave each category; nil where that
  ///     is not known, which kappa needs.
  init(
    patterns: [(counts: [Int], multiplicity: Int)], coderCount: Int, categoryCount: Int,
    coderMargins: [Int]? = nil
  ) {
    var builder = PatternBuilder(
      coderCount: coderCount, categoryCount: categoryCount, coderMargins: coderMargins)
    for pattern in patterns where pattern.multiplicity > 0 {
      builder.addPattern(pattern.counts.prefix(categoryCount), multiplicity: pattern.multiplicity)
    }
    self.init(builder)
  }

  private init(_ builder: PatternBuilder) {
    categoryCount = builder.categoryCount
    coderCount = builder.coderCount
    starts = builder.starts
    members = builder.members
    tallies = builder.tallies
    sizes = builder.sizes
    multiplicities = builder.multiplicities
    unitRows = builder.unitRows
    rowPatterns = builder.rowPatterns
    coderMargins = builder.coderMargins
    var rated = 0
    var pairable = 0
    var all = 0
    var values = 0
    for (size, multiplicity) in zip(builder.sizes, builder.multiplicities) {
      rated += multiplicity
      all += size * multiplicity
      if size > 1 {
        pairable += multiplicity
        values += size * multiplicity
      }
    }
    ratedUnitCount = rated
    pairableUnitCount = pairable
    valueCount = all
    pairableValueCount = values
  }

  /// A pattern's entries in ``members`` and ``tallies``.
  func entries(_ pattern: Int) -> Range<Int> { starts[pattern]..<starts[pattern + 1] }

  /// Per category, how many ratings it got in units with at least two ratings, Krippendorff's n_c.
  public var pairableMargins: [Int] {
    var margins = [Int](repeating: 0, count: categoryCount)
    for pattern in 0..<patternCount where sizes[pattern] > 1 {
      for entry in entries(pattern) {
        margins[members[entry]] += tallies[entry] * multiplicities[pattern]
      }
    }
    return margins
  }

  /// Per category, the mean over rated units of the share of the unit's ratings (Gwet's π_k).
  var meanShares: [Double] {
    var shares = [Double](repeating: 0, count: categoryCount)
    for pattern in 0..<patternCount {
      for entry in entries(pattern) {
        shares[members[entry]] +=
          Double(tallies[entry]) / Double(sizes[pattern]) * Double(multiplicities[pattern])
      }
    }
    return shares.map { $0 / Double(max(ratedUnitCount, 1)) }
  }

  /// Coders with at least one rating; all of them where counts came as patterns.
  var activeCoderCount: Int {
    let active = (0..<coderCount).count { coder in
      coderMargins[(coder * categoryCount)..<((coder + 1) * categoryCount)].contains { $0 > 0 }
    }
    return active > 1 ? active : coderCount
  }

  /// Whether all pairable ratings are equal.
  var isWithoutVariation: Bool {
    pairableMargins.count { $0 > 0 } < 2
  }
}
