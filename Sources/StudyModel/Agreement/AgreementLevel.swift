internal import Statistics

/// What Krippendorff's alpha allows, by his two benchmarks.
///
/// > Reference: Krippendorff (2004), Content Analysis, 2nd edition, 241-243.
public enum AgreementLevel: String, Sendable, Hashable, CaseIterable {
  /// Data can be relied on: 0.80 and over.
  case reliable = "to rely on"
  /// Tentative conclusions can be drawn: from 0.667.
  case tentative = "tentative"
  /// No conclusions can be drawn.
  case low = "too low to lean on"

  /// From here on tentative conclusions are allowed.
  public static let leastTentative = BenchmarkScale.krippendorffTentative
  /// From here on data are relied on.
  public static let leastReliable = BenchmarkScale.krippendorffReliable
  /// Both as sentences have them: `0.667`, `0.80`.
  public static let tentativeSaid = Words.fixed(leastTentative, 3)
  /// See ``tentativeSaid``.
  public static let reliableSaid = Words.fixed(leastReliable, 2)

  /// What an alpha allows, compared to nine decimals.
  public init(alpha: Double) {
    self =
      NineDecimals.isAtLeast(alpha, Self.leastReliable)
      ? .reliable : NineDecimals.isAtLeast(alpha, Self.leastTentative) ? .tentative : .low
  }
}
