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
    judged = rows.filter { !$0.isRare && $0.alpha.value != nil }
    reliable = judged.filter(\.isReliable)
    low = judged.filter(\.isLow)
    differing = low.filter { $0.lowByPrevalence == nil }
      .sorted { ($0.alpha.value ?? 0, $0.key) < ($1.alpha.value ?? 0, $1.key) }
  }
}
