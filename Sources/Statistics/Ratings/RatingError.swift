/// Why ratings cannot stand in a ``RatingMatrix`` or ``CoderSets``; places are positions from 0.
public enum RatingError: Error, Sendable, Hashable {
  /// The scale declares more categories than a cell can hold.
  case tooManyCategories(Int)
  /// The cells are not one for each unit and coder.
  case wrongNumberOfCells(expected: Int, found: Int)
  /// A rating is not in the declared scale.
  case noSuchCategory(Int, unit: Int, coder: Int)
  /// There is no such unit or coder.
  case noSuchPlace(unit: Int, coder: Int)
  /// A coder gave one unit two different ratings.
  case conflict(unit: Int, coder: Int, first: Int, second: Int)
}
