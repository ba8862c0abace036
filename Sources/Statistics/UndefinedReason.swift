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
  /// Fewer coders than the figure compares.
  case tooFewCoders(needed: Int, found: Int)
  /// The scale declares a single category, so every rating had to be equal.
  case oneDeclaredCategory
  /// The figure is about two categories and the scale declares another number.
  case notTwoCategories(Int)
  /// No unit was rated by two coders.
  case noPairableUnit
  /// No unit was rated by both coders of a pair.
  case noCompletePair
  /// No unit was rated by every coder.
  case noCompleteUnit
  /// Every unit has one rating.
  case oneRatingPerUnit
  /// Units have unequal numbers of ratings, which Fleiss' classical kappa cannot take.
  case unequalRatingsPerUnit
  /// The agreement expected by chance is 1, so the figure would be 0/0.
  case expectedAgreementIsOne
  /// All pairable values are equal: expected disagreement is 0, so the figure would be 0/0.
  case noExpectedDisagreement
  /// The ratio metric has no distance for two used categories whose values sum to zero.
  case valuesSumToZero(Int, Int)
  /// A used category has no number for a metric that needs one.
  case categoryWithoutValue(Int)
  /// A pair of coders, by position, has no kappa.
  case undefinedPair(Int, Int)
  /// Nothing was coded.
  case nothingCoded
  /// The figure compares codes with each other and there is one code.
  case oneCode
  /// A coder, by position, coded overlapping spans where the figure takes none.
  case overlappingSpans(coder: Int)
  /// Codings drawn by chance have no disorder either.
  case noExpectedDisorder
  /// The search for the best alignment needs more steps than it may take.
  case searchLimit
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
    case .tooFewCoders(let needed, let found): "needs \(needed) coders, found \(found)"
    case .oneDeclaredCategory: "the scale declares one category only"
    case .notTwoCategories(let found): "needs two categories, the scale has \(found)"
    case .noPairableUnit: "no unit has two ratings"
    case .noCompletePair: "no unit was rated by both coders"
    case .noCompleteUnit: "no unit was rated by every coder"
    case .oneRatingPerUnit: "every unit has one rating"
    case .unequalRatingsPerUnit:
      "units have unequal numbers of ratings; Fleiss' kappa in Gwet's form allows that"
    case .expectedAgreementIsOne: "agreement expected by chance is 1 (0/0)"
    case .noExpectedDisagreement: "all ratings that can be compared are equal (0/0)"
    case .valuesSumToZero(let first, let second):
      "the values of categories \(first + 1) and \(second + 1) sum to zero"
    case .categoryWithoutValue(let category): "category \(category + 1) has no number"
    case .undefinedPair(let first, let second):
      "coders \(first + 1) and \(second + 1) have no defined kappa"
    case .nothingCoded: "nothing was coded"
    case .oneCode: "needs two codes"
    case .overlappingSpans(let coder): "coder \(coder + 1) has overlapping spans"
    case .noExpectedDisorder: "units placed by chance have no disorder either (0/0)"
    case .searchLimit: "the search for the best alignment reached its limit"
    case .notFinite: "the result is not a finite number"
    }
  }
}
