/// Two coders, or two groups of coders, compared on every document and code by characters.
///
/// A group has coded a character if any member has. Overlapping spans of one coder count once.
///
/// > Reference: NVivo help, Coding comparison query (the cells and their kappa); Cohen (1960),
/// > Educational and Psychological Measurement 20, 37-46.
public struct CharacterComparison: Sendable, Hashable {
  /// One document and code.
  public struct Cell: Sendable, Hashable {
    /// The document's position.
    public let document: Int
    /// The code's position.
    public let code: Int
    /// The characters.
    public let overlap: CharacterOverlap
  }

  /// All cells, by document, then code.
  public let cells: [Cell]
  private let codeCount: Int

  /// Compares the coders of `first` with those of `second`, all by position.
  public init(_ spans: SpanSet, first: [Int], second: [Int]) {
    codeCount = spans.codes.count
    cells = spans.documents.indices.flatMap { document in
      spans.codes.indices.map { code in
        let one = spans.stretches(document: document, code: code, coders: first)
        let two = spans.stretches(document: document, code: code, coders: second)
        let both = Stretches.shared(one, two)
        let first = Stretches.length(one)
        let second = Stretches.length(two)
        let all = spans.documents[document].extent.count
        let overlap = CharacterOverlap(
          both: both, onlyFirst: first - both, onlySecond: second - both,
          neither: all - first - second + both)
        return Cell(document: document, code: code, overlap: overlap)
      }
    }
  }

  /// Per code, the characters of all documents together.
  public var byCode: [CharacterOverlap] {
    (0..<codeCount).map { code in
      cells.filter { $0.code == code }.reduce(Self.nothing) { $0 + $1.overlap }
    }
  }

  /// The characters of all documents and codes together.
  public var pooled: CharacterOverlap { cells.reduce(Self.nothing) { $0 + $1.overlap } }

  /// The mean kappa over cells where it is defined.
  public var meanKappa: MeanFigure { MeanFigure(cells.map(\.overlap.kappa)) }

  /// The mean over cells of the kappa NVivo shows (1 for 0/0); nil without cells.
  public var meanKappaAsNVivo: Double? {
    Descriptive.mean(cells.compactMap(\.overlap.kappaAsNVivo))
  }

  /// The same mean with each cell weighted by its document's length; nil without characters.
  public var weightedKappaAsNVivo: Double? {
    let weight = cells.reduce(0) { $0 + $1.overlap.count }
    guard weight > 0 else { return nil }
    let sum = cells.reduce(0.0) { sum, cell in
      sum + (cell.overlap.kappaAsNVivo ?? 0) * Double(cell.overlap.count)
    }
    return sum / Double(weight)
  }

  private static let nothing = CharacterOverlap(
    both: 0, onlyFirst: 0, onlySecond: 0, neither: 0)
}
