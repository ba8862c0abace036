/// Why a figure has no value.
public enum UndefinedReason: Sendable, Hashable {
  /// Fewer values (units, respondents) than the formula needs.
  case tooFewValues(needed: Int, found: Int)
  /// Fewer items with any variance than the formula needs.
  case tooFewItems(needed: Int, found: Int)
  /// Fewer groups with values than the formula needs.
  case tooFewGroups(needed: Int, found: Int)
  /// Every group has a single value, so there is no variance within groups.
  case onlySingletonGroups
  /// All values are equal, so there is no variance to explain.
  case noVariance
  /// The mean is too near an end of the scale for the figure's denominator.
  case meanTooExtreme
  /// The result is not a finite number.
  case notFinite
}

extension UndefinedReason: CustomStringConvertible {
  /// The reason in words, to be printed in place of the figure.
  public var description: String {
    switch self {
    case .tooFewValues(let needed, let found): "needs \(needed) values, found \(found)"
    case .tooFewItems(let needed, let found):
      "needs \(needed) items that vary, found \(found)"
    case .tooFewGroups(let needed, let found): "needs \(needed) groups, found \(found)"
    case .onlySingletonGroups: "every group has a single value"
    case .noVariance: "all values are equal"
    case .meanTooExtreme: "the mean is too near an end of the scale"
    case .notFinite: "the result is not a finite number"
    }
  }
}
