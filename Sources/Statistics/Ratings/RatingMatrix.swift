/// Ratings of units by coders on one declared scale: data, apart from any measure.
///
/// Shape: units x coders; each cell is a category's position in ``categories`` or missing. The
/// scale is declared, never inferred: a category nobody used still counts in chance corrections
/// and in ranks. Stored by unit, two bytes a cell.
public struct RatingMatrix: Sendable, Hashable {
  /// The coders' names, in order.
  public let coders: [String]
  /// The declared categories, in the scale's order.
  public let categories: [String]
  /// How many units there are, rated or not.
  public let unitCount: Int
  /// Cells by unit, then coder; ``missing`` where there is no rating.
  private(set) var cells: [Int16]

  /// The cell value that stands for a missing rating.
  public static let missing: Int16 = -1
  /// The largest number of categories a scale may declare.
  public static let largestCategoryCount = Int(Int16.max)

  /// Starts with every rating missing.
  public init(
    coders: [String], categories: [String], unitCount: Int
  ) throws(RatingError) {
    let cells = [Int16](
      repeating: Self.missing, count: max(unitCount, 0) * coders.count)
    try self.init(coders: coders, categories: categories, unitCount: unitCount, cells: cells)
  }

  /// Takes ratings that are already positions in the scale.
  ///
  /// - Parameters:
  ///   - coders: The coders' names, in order.
  ///   - categories: The declared categories, in the scale's order.
  ///   - unitCount: The number of units; a negative one is taken as 0.
  ///   - cells: By unit, then coder: a position in `categories`, or ``missing``.
  /// - Throws: ``RatingError`` where a cell is not in the scale, the number of cells is not units
  ///   times coders, or the scale is too long.
  public init(
    coders: [String], categories: [String], unitCount: Int, cells: [Int16]
  ) throws(RatingError) {
    guard categories.count <= Self.largestCategoryCount else {
      throw .tooManyCategories(categories.count)
    }
    guard cells.count == max(unitCount, 0) * coders.count else {
      throw .wrongNumberOfCells(expected: max(unitCount, 0) * coders.count, found: cells.count)
    }
    let limit = Int16(categories.count)
    if let place = cells.firstIndex(where: { $0 < Self.missing || $0 >= limit }) {
      throw .noSuchCategory(
        Int(cells[place]), unit: place / coders.count, coder: place % coders.count)
    }
    self.coders = coders
    self.categories = categories
    self.unitCount = max(unitCount, 0)
    self.cells = cells
  }

  /// The category a coder gave a unit; nil where missing or where there is no such place.
  public subscript(unit unit: Int, coder coder: Int) -> Int? {
    guard unit >= 0, unit < unitCount, coder >= 0, coder < coders.count else { return nil }
    let cell = cells[unit * coders.count + coder]
    return cell == Self.missing ? nil : Int(cell)
  }

  /// Records one rating.
  ///
  /// - Parameters:
  ///   - category: The category's position in the scale.
  ///   - unit: The unit's position.
  ///   - coder: The coder's position.
  /// - Returns: False where the same rating was already there, which counts once.
  /// - Throws: ``RatingError`` where another rating is there, or category, unit or coder is not.
  @discardableResult
  public mutating func record(
    _ category: Int, unit: Int, coder: Int
  ) throws(RatingError) -> Bool {
    guard unit >= 0, unit < unitCount, coder >= 0, coder < coders.count else {
      throw .noSuchPlace(unit: unit, coder: coder)
    }
    guard category >= 0, category < categories.count else {
      throw .noSuchCategory(category, unit: unit, coder: coder)
    }
    let place = unit * coders.count + coder
    let value = Int16(category)
    if cells[place] == value { return false }
    guard cells[place] == Self.missing else {
      throw .conflict(unit: unit, coder: coder, first: Int(cells[place]), second: category)
    }
    cells[place] = value
    return true
  }

  /// Positions of coders who rated nothing; they are to be named beside any figure.
  public var codersWithoutRatings: [Int] { RatingRows(self).codersWithoutRatings }
}
