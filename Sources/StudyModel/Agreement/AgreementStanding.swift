extension AgreementRow {
  /// What agreement on a code allows, in a word.
  public enum Standing: Sendable, Hashable {
    /// What alpha allows.
    case judged(AgreementLevel)
    /// Alpha is low, though coders seldom differ; see ``AgreementRow/lowByPrevalence``.
    case lowByPrevalence
    /// Too few units that hold it or do not, or no alpha.
    case unjudged

    /// The same in words.
    public var words: String {
      switch self {
      case .judged(let level): level.rawValue
      case .lowByPrevalence: "low, though coders seldom differ"
      case .unjudged: "cannot be judged"
      }
    }
  }

  /// What agreement on it allows.
  public var standing: Standing {
    guard !isRare, let level = alpha.level else { return .unjudged }
    return lowByPrevalence == nil ? .judged(level) : .lowByPrevalence
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
    reliable = judged.filter { $0.alpha.level == .reliable }
    low = judged.filter(\.isLow)
    differing = judged.filter { $0.standing == .judged(.low) }
      .sorted { ($0.alpha.value ?? 0, $0.key) < ($1.alpha.value ?? 0, $1.key) }
  }
}
