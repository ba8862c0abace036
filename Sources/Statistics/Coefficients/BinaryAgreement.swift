/// What explains a low kappa of a rare or common code: the 2x2 table and its indices.
///
/// To be printed beside any kappa of a yes/no decision.
///
/// > Reference: Byrt, Bishop & Carlin (1993), Journal of Clinical Epidemiology 46, 423-429
/// > (indices, PABAK); Cicchetti & Feinstein (1990), same journal 43, 551-558 (positive and
/// > negative agreement); Cohen (1960), Educational and Psychological Measurement 20, 37-46
/// > (maximum kappa).
public struct BinaryAgreement: Sendable, Hashable {
  /// Units both coders called positive.
  public let both: Int
  /// Units only the first coder called positive.
  public let onlyFirst: Int
  /// Units only the second coder called positive.
  public let onlySecond: Int
  /// Units neither coder called positive.
  public let neither: Int

  /// Takes the four counts; negative ones are taken as 0.
  public init(both: Int, onlyFirst: Int, onlySecond: Int, neither: Int) {
    self.both = max(both, 0)
    self.onlyFirst = max(onlyFirst, 0)
    self.onlySecond = max(onlySecond, 0)
    self.neither = max(neither, 0)
  }

  /// Reads a table of two categories, `positive` being the position of the one that counts as yes.
  ///
  /// Nil where the table does not have two categories or `positive` is neither 0 nor 1.
  public init?(_ table: PairTable, positive: Int) {
    guard table.categoryCount == 2, positive == 0 || positive == 1 else { return nil }
    let negative = 1 - positive
    self.init(
      both: table[positive, positive], onlyFirst: table[positive, negative],
      onlySecond: table[negative, positive], neither: table[negative, negative])
  }

  /// All units compared.
  public var count: Int { both + onlyFirst + onlySecond + neither }

  /// The share of units in agreement, 0 to 1.
  public var agreement: Figure { ratio(both + neither, count) }

  /// (both - neither)/n, -1 to 1: far from 0 where the code is rare or common.
  public var prevalenceIndex: Figure { ratio(both - neither, count) }

  /// (only first - only second)/n, -1 to 1: far from 0 where one coder applies the code more.
  public var biasIndex: Figure { ratio(onlyFirst - onlySecond, count) }

  /// Kappa adjusted for prevalence and bias, 2 po - 1, from -1 to 1.
  public var pabak: Figure { ratio(both + neither - onlyFirst - onlySecond, count) }

  /// Agreement on yes, 2a/(2a + b + c), 0 to 1 (also Dice's coefficient); undefined without a yes.
  public var positiveAgreement: Figure { ratio(2 * both, 2 * both + onlyFirst + onlySecond) }

  /// Agreement on no, 2d/(2d + b + c), 0 to 1; undefined without a no.
  public var negativeAgreement: Figure { ratio(2 * neither, 2 * neither + onlyFirst + onlySecond) }

  /// Jaccard's coefficient a/(a + b + c), 0 to 1, which ignores what neither coded.
  public var jaccard: Figure { ratio(both, both + onlyFirst + onlySecond) }

  /// Cohen's kappa; undefined where both coders said yes, or both no, throughout.
  public var kappa: Figure { table.map { CohenKappa.figure($0) } ?? .undefined(.noCompletePair) }

  /// The largest kappa the coders' margins allow; undefined where kappa is.
  public var maximumKappa: Figure {
    let kappa = kappa
    guard kappa.value != nil, let expected = kappa.expected else { return kappa }
    let first = both + onlyFirst
    let second = both + onlySecond
    let shared = min(first, second) + min(count - first, count - second)
    guard
      let value = ChanceCorrection.value(
        observed: Double(shared) / Double(count), expected: expected)
    else { return .undefined(.expectedAgreementIsOne, n: count) }
    return .defined(value, n: count)
  }

  private var table: PairTable? { PairTable(counts: [[both, onlyFirst], [onlySecond, neither]]) }

  private func ratio(_ above: Int, _ below: Int) -> Figure {
    if count == 0 { return .undefined(.noCompletePair, n: 0) }
    return below > 0
      ? .defined(Double(above) / Double(below), n: count) : .undefined(.noVariance, n: count)
  }
}
