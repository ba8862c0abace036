/// How unlike two units of text are: where they lie, and which code they have.
///
/// > Reference: Mathet, Widlöcher & Métivier (2015), Computational Linguistics 41(3), 437-479,
/// > sections 4.1 to 4.3. A unit beside none costs 1, and so does none beside none.
public struct GammaDissimilarity: Sendable, Hashable {
  /// Alpha: what differences of position weigh; above 0.
  public let positionWeight: Double
  /// Beta: what a difference of code weighs; 0 or more.
  public let codeWeight: Double

  /// Position and code weigh the same.
  public static let even = GammaDissimilarity(positionWeight: 1, codeWeight: 1)
  /// Position weighs three times as much as code, as in the authors' own program.
  public static let asGammaSoftware = GammaDissimilarity(positionWeight: 3, codeWeight: 1)

  /// Takes the weights; one that cannot be is taken as 1.
  public init(positionWeight: Double, codeWeight: Double) {
    let isPosition = positionWeight > 0 && positionWeight.isFinite
    self.positionWeight = isPosition ? positionWeight : 1
    self.codeWeight = codeWeight >= 0 && codeWeight.isFinite ? codeWeight : 1
  }

  /// The distance of two units, 0 where they are alike.
  func between(_ first: AlignedUnit, _ second: AlignedUnit) -> Double {
    let apart =
      (abs(first.start - second.start) + abs(first.end - second.end))
      / (first.length + second.length)
    return positionWeight * apart * apart + (first.code == second.code ? 0 : codeWeight)
  }
}

/// A unit of text as it is aligned with those of other coders.
struct AlignedUnit: Sendable, Hashable {
  let coder: Int
  let code: Int
  let start: Double
  let end: Double

  var length: Double { end - start }

  /// A document's units, by coder, then place.
  static func all(_ spans: SpanSet, document: Int) -> [AlignedUnit] {
    spans.coders.indices.flatMap { coder in
      spans.codes.indices.flatMap { code in
        spans.spans(document: document, code: code, coder: coder).map {
          AlignedUnit(
            coder: coder, code: code, start: Double($0.lowerBound), end: Double($0.upperBound))
        }
      }.sorted { ($0.start, $0.end, $0.code) < ($1.start, $1.end, $1.code) }
    }
  }
}
