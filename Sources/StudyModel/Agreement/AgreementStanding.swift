extension AgreementRow {
  /// What agreement on a code allows, in a word.
  public enum Standing: String, Sendable, Hashable, CaseIterable {
    /// Alpha of 0.80 and over.
    case reliable = "to rely on"
    /// Alpha from 0.667.
    case tentative = "tentative"
    /// A lower alpha.
    case low = "too low to lean on"
    /// A lower alpha, though coders seldom differ; see ``AgreementRow/lowByPrevalence``.
    case lowByPrevalence = "low, though coders seldom differ"
    /// Too few units that hold it or do not, or no alpha.
    case unjudged = "cannot be judged"
  }

  /// What agreement on it allows.
  public var standing: Standing {
    if isRare || alpha.value == nil { return .unjudged }
    if isReliable { return .reliable }
    guard isLow else { return .tentative }
    return lowByPrevalence == nil ? .low : .lowByPrevalence
  }
}

/// How codes stand on agreement: which can be judged, which to rely on, on which coders differ.
public struct AgreementStanding: Sendable {
  /// Codes with enough marks to judge by, and an alpha.
  public var judged: [AgreementRow]
  /// Those to rely on.
  public var reliable: [AgreementRow]
  /// Those too low to draw conclusions from.
  public var low: [AgreementRow]
  /// Of the low ones, those on which coders differ, the lowest first; low by prevalence alone is no
  /// difference to talk about.
  public var differing: [AgreementRow]

  /// Sorts rows, one a code.
  public init(_ rows: [AgreementRow]) {
    judged = rows.filter { $0.standing != .unjudged }
    reliable = judged.filter(\.isReliable)
    low = judged.filter(\.isLow)
    differing = judged.filter { $0.standing == .low }
      .sorted { ($0.alpha.value ?? 0, $0.key) < ($1.alpha.value ?? 0, $1.key) }
  }
}
