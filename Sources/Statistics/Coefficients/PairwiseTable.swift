/// Cohen's kappa of every pair of coders, which any summary over coders should stand beside.
public struct PairwiseTable: Sendable, Hashable {
  /// One pair of coders, by position, the first before the second.
  public struct Pair: Sendable, Hashable {
    /// The first coder's position.
    public let first: Int
    /// The second coder's position.
    public let second: Int
    /// The joint counts over units both rated.
    public let table: PairTable
    /// Cohen's kappa of the two.
    public let kappa: Figure
  }

  /// All pairs, in the order of the coders.
  public let pairs: [Pair]

  /// Computes the table; cost grows with the square of the number of coders, times rows.
  public init(
    _ rows: RatingRows, weights: AgreementWeights = .identity, confidence: Double = 0.95
  ) {
    let coders = 0..<rows.coderCount
    pairs = coders.flatMap { first in
      coders.dropFirst(first + 1).map { second in
        let table = PairTable(rows, first: first, second: second)
        let kappa = CohenKappa.figure(table, weights: weights, confidence: confidence)
        return Pair(first: first, second: second, table: table, kappa: kappa)
      }
    }
  }
}
