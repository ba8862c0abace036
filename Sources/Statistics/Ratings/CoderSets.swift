/// Sets of codes that coders applied to units: data for several codes on one unit.
///
/// Shape: units x coders; each place holds a set of codes, possibly empty ("looked and applied
/// nothing"), or nothing at all ("did not code"), which counts as missing. One bit a code.
public struct CoderSets: Sendable, Hashable {
  /// The coders' names, in order.
  public let coders: [String]
  /// The codes, in order.
  public let codes: [String]
  /// How many units there are, coded or not.
  public let unitCount: Int
  /// Words of 64 bits a set takes.
  let wordCount: Int
  /// By unit, coder, word.
  private(set) var words: [UInt64]
  /// By unit, coder: whether the coder coded the unit.
  private(set) var isSeen: [Bool]

  /// Starts with nothing coded by anyone.
  public init(coders: [String], codes: [String], unitCount: Int) {
    self.coders = coders
    self.codes = codes
    self.unitCount = max(unitCount, 0)
    wordCount = max(1, (codes.count + 63) / 64)
    let places = self.unitCount * coders.count
    words = [UInt64](repeating: 0, count: places * wordCount)
    isSeen = [Bool](repeating: false, count: places)
  }

  /// Records that a coder looked at a unit, whether or not codes follow.
  public mutating func see(unit: Int, coder: Int) throws(RatingError) {
    isSeen[try place(unit, coder)] = true
  }

  /// Records a code on a unit.
  ///
  /// - Returns: False where the same code was already there, which counts once.
  @discardableResult
  public mutating func apply(_ code: Int, unit: Int, coder: Int) throws(RatingError) -> Bool {
    let place = try place(unit, coder)
    guard codes.indices.contains(code) else {
      throw .noSuchCategory(code, unit: unit, coder: coder)
    }
    isSeen[place] = true
    if hasCode(code, at: place) { return false }
    words[place * wordCount + code / 64] |= 1 << UInt64(code % 64)
    return true
  }

  private func place(_ unit: Int, _ coder: Int) throws(RatingError) -> Int {
    guard unit >= 0, unit < unitCount, coders.indices.contains(coder) else {
      throw .noSuchPlace(unit: unit, coder: coder)
    }
    return unit * coders.count + coder
  }

  /// Whether a coder applied a code to a unit; nil where the coder did not code the unit.
  public func applied(_ code: Int, unit: Int, coder: Int) -> Bool? {
    guard let place = try? place(unit, coder), isSeen[place], codes.indices.contains(code) else {
      return nil
    }
    return hasCode(code, at: place)
  }

  func hasCode(_ code: Int, at place: Int) -> Bool {
    words[place * wordCount + code / 64] >> UInt64(code % 64) & 1 == 1
  }
}

extension CoderSets {
  /// The scale of a yes/no decision: position 0 is "not applied", position 1 "applied".
  public static let decisions = ["not applied", "applied"]

  /// One code's decisions, units x coders, on the scale ``decisions``.
  ///
  /// - Throws: ``RatingError`` where there is no such code.
  public func decisions(on code: Int) throws(RatingError) -> RatingMatrix {
    guard codes.indices.contains(code) else { throw .noSuchCategory(code, unit: 0, coder: 0) }
    return try RatingMatrix(
      coders: coders, categories: Self.decisions, unitCount: unitCount,
      cells: isSeen.indices.map {
        isSeen[$0] ? (hasCode(code, at: $0) ? 1 : 0) : RatingMatrix.missing
      })
  }

  /// All decisions, each pair of unit and code a unit of its own, on the scale ``decisions``.
  ///
  /// Flattered by rare codes: show figures per code beside it.
  public var pooledDecisions: RatingMatrix {
    get throws(RatingError) {
      var cells: [Int16] = []
      cells.reserveCapacity(isSeen.count * codes.count)
      for unit in 0..<unitCount {
        for code in codes.indices {
          for place in (unit * coders.count)..<((unit + 1) * coders.count) {
            cells.append(
              isSeen[place] ? (hasCode(code, at: place) ? 1 : 0) : RatingMatrix.missing)
          }
        }
      }
      return try RatingMatrix(
        coders: coders, categories: Self.decisions, unitCount: unitCount * codes.count,
        cells: cells)
    }
  }
}
