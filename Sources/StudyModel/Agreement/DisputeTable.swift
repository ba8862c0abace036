/// Disputed units by kind and by what became of them, and the open ones by code.
///
/// One unit may be of several kinds and then counts in each; see ``DisputeCounts`` for the totals.
public struct DisputeTable: Sendable, Hashable {
  /// The units of one kind.
  public struct Row: Sendable, Hashable {
    /// All of them.
    public var disputed = 0
    /// Those settled by a decision.
    public var decided: [Adjudication.Decision: Int] = [:]
    /// Those without one.
    public var open: Int { disputed - decided.values.reduce(0, +) }
  }

  /// The open units of one code.
  public struct Open: Sendable, Hashable {
    /// The code.
    public var code: String
    /// Its open units.
    public var units: Int
    /// Those of them at exactly half of the coders, which the majority leaves out of scores.
    public var atHalf: Int
  }

  private var kinds: [Disagreement.Kind: Row] = [:]
  /// The open ones by code, most first, of equal ones by name.
  public private(set) var open: [Open] = []

  /// Whether coders differ on nothing.
  public var isEmpty: Bool { kinds.isEmpty }

  /// The units of a kind.
  public subscript(kind: Disagreement.Kind) -> Row { kinds[kind] ?? Row() }

  /// Counts.
  public init(_ disagreements: [Disagreement]) {
    var byCode: [String: Open] = [:]
    for item in disagreements {
      for kind in item.kinds {
        kinds[kind, default: Row()].disputed += 1
        if let decision = item.decision {
          kinds[kind]?.decided[decision.decision, default: 0] += 1
        }
      }
      guard item.decision == nil else { continue }
      byCode[item.code, default: Open(code: item.code, units: 0, atHalf: 0)].units += 1
      if 2 * item.markedBy.count == item.accounts.count { byCode[item.code]?.atHalf += 1 }
    }
    open = byCode.values.sorted { ($1.units, $0.code) < ($0.units, $1.code) }
  }
}
