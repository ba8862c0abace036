/// The family of alphas for unitizing of 2016: what was coded, and with which code.
///
/// Each coder's units and gaps part the continuum, so no coder may have overlapping units among
/// the codes compared; where codes overlap, take one code at a time. The formulas were read from
/// public implementations; a unit that meets several units of another coder enters with their
/// lengths summed before squaring.
///
/// > Reference: Krippendorff, Mathet, Bouvry & Widlöcher (2016), Quality & Quantity 50, 2347-2364,
/// > with the erratum, 50, 2365.
public struct UnitizingAlpha: Sendable, Hashable {
  /// u-alpha: units against gaps and codes against codes, by length.
  public let uAlpha: Figure
  /// |u-alpha: gaps against units of any code.
  public let binary: Figure
  /// cu-alpha: codes where both coders have units; needs two codes.
  public let cuAlpha: Figure
  /// The share of the continuum, 0 to 1, that ``cuAlpha`` rests on.
  public let cuCoverage: Figure
  /// (k)u-alpha, one for each code compared, in the order given; needs two codes.
  public let kuAlpha: [Figure]

  /// Computes the family for a document and some codes (all by default), over all coders.
  ///
  /// Undefined, all of it, with fewer than two coders, where nothing was coded, and where a
  /// coder's units overlap.
  public init(_ spans: SpanSet, document: Int, codes: [Int]? = nil) {
    let chosen = codes ?? Array(spans.codes.indices)
    switch UnitizedContinuum.make(spans, document: document, codes: chosen) {
    case .failure(let obstacle):
      let none = Figure.undefined(obstacle.reason)
      (uAlpha, binary, cuAlpha, cuCoverage) = (none, none, none, none)
      kuAlpha = chosen.map { _ in none }
    case .success(let continuum):
      uAlpha = continuum.uAlpha
      binary = continuum.binary
      cuAlpha = continuum.cuAlpha
      cuCoverage = continuum.cuCoverage
      kuAlpha = chosen.indices.map { continuum.kuAlpha($0 + 1) }
    }
  }
}
