/// A share in per cent as others than the researcher are told it: the least stands for itself and anything
/// less, the most for itself and anything more.
public enum ToldShare: Sendable, Hashable {
  /// So much, or less.
  case orLess(Double)
  /// So much.
  case exactly(Double)
  /// So much, or more.
  case orMore(Double)

  /// A share as it is told, of one in per cent.
  public init(_ percent: Double) {
    self =
      percent <= Limits.leastShare
      ? .orLess(Limits.leastShare)
      : percent >= Limits.mostShare ? .orMore(Limits.mostShare) : .exactly(percent)
  }

  /// The number that stands for it.
  public var number: Double {
    switch self {
    case .orLess(let number), .exactly(let number), .orMore(let number): number
    }
  }

  /// Whether it stands for other shares, too.
  public var isRough: Bool { if case .exactly = self { false } else { true } }

  /// `5 or less`, `40`, `95 or more`; with a unit `5% or less`.
  public func words(unit: String = "") -> String {
    let text = Words.whole(number) + unit
    return switch self {
    case .orLess: text + " or less"
    case .exactly: text
    case .orMore: text + " or more"
    }
  }

  /// `≤5`, `40`, `≥95`.
  public var signs: String {
    switch self {
    case .orLess: "≤" + Words.whole(number)
    case .exactly: Words.whole(number)
    case .orMore: "≥" + Words.whole(number)
    }
  }
}
