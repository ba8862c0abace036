/// Whether a condition holds, by three-valued logic after Kleene, and what shows it.
///
/// `nil` is unknown: a figure that the condition needs is absent.
struct Verdict {
  /// Whether it holds; nil where that is unknown.
  var holds: Bool?
  /// The figures that decide it, in words.
  var evidence: [String] = []
  /// The constructs that those are figures of.
  var constructs: [String] = []
  /// Those of them of which it says how much there is.
  var judged: [String] = []
  /// Those of them of which it says that it is there, or is not.
  var found: [String] = []
  /// What is at stake by those figures.
  var stake = Stake()
  /// The streams whose change it rests on.
  var changes: Set<EvidenceStream> = []
  /// The streams that its figures rest on.
  var streams: Set<EvidenceStream> = []
  /// Whether it holds by a band whose border lies inside the interval, so that it might not.
  var isClose = false
  /// For conditions over the set: the first count of cases met.
  var counted: Counted?

  static let unknown = Verdict(holds: nil)

  /// The cases in which a condition holds, of how many.
  struct Counted {
    var ids: [String]
    var names: [String]
    var of: Int
    /// The cases of which it is hidden whether the condition holds.
    var hidden = 0
    /// Whether some cases were not asked, or nobody was heard there.
    var isOfSome = false

    /// `8`, `7 that were asked`, `6 that can be shown`, or `5 that were asked and can be shown`.
    var ofWords: String { total + scope }

    /// The number alone, where a sentence has said before of which cases it is.
    var total: String { String(of - hidden) }

    /// Of which cases it is; empty where it is of all.
    var scope: String {
      let which = [isOfSome ? "were asked" : nil, hidden > 0 ? "can be shown" : nil]
        .compactMap(\.self)
      return which.isEmpty ? "" : " that " + which.joined(separator: " and ")
    }
  }
}

/// Points of the scale at stake, by where they come from: a gap says most, then a drop, then a level.
struct Stake {
  var gap: Double?
  var drop: Double?
  var level: Double?

  /// The points that order recommendations; never below 0.
  var points: Double { max(0, gap ?? drop ?? level ?? 0) }

  /// The larger of each.
  func merged(with other: Stake) -> Stake {
    Stake(
      gap: Stake.larger(gap, other.gap), drop: Stake.larger(drop, other.drop),
      level: Stake.larger(level, other.level))
  }

  private static func larger(_ left: Double?, _ right: Double?) -> Double? {
    guard let left, let right else { return left ?? right }
    return max(left, right)
  }
}

extension Verdict {
  /// Every one holds; false as soon as one does not, unknown if that hangs on an absent figure.
  static func all(_ verdicts: [Verdict]) -> Verdict {
    if verdicts.contains(where: { $0.holds == false }) {
      return joined(verdicts.filter { $0.holds == false }, holds: false)
    }
    guard verdicts.allSatisfy({ $0.holds == true }) else { return .unknown }
    var verdict = joined(verdicts, holds: true)
    verdict.isClose = verdicts.contains(where: \.isClose)
    return verdict
  }

  /// At least one holds; the evidence is that of those that do.
  static func any(_ verdicts: [Verdict]) -> Verdict {
    let holding = verdicts.filter { $0.holds == true }
    if !holding.isEmpty {
      var verdict = joined(holding, holds: true)
      verdict.isClose = holding.allSatisfy(\.isClose)
      return verdict
    }
    guard verdicts.allSatisfy({ $0.holds == false }) else { return .unknown }
    return joined(verdicts, holds: false)
  }

  /// The opposite, on the same evidence; unknown stays unknown.
  var negated: Verdict {
    var copy = self
    copy.holds = holds.map { !$0 }
    return copy
  }

  private static func joined(_ verdicts: [Verdict], holds: Bool) -> Verdict {
    Verdict(
      holds: holds, evidence: verdicts.flatMap(\.evidence).eachOnce,
      constructs: verdicts.flatMap(\.constructs).eachOnce,
      judged: verdicts.flatMap(\.judged).eachOnce, found: verdicts.flatMap(\.found).eachOnce,
      stake: verdicts.reduce(Stake()) { $0.merged(with: $1.stake) },
      changes: verdicts.reduce(into: []) { $0.formUnion($1.changes) },
      streams: verdicts.reduce(into: []) { $0.formUnion($1.streams) },
      counted: verdicts.lazy.compactMap(\.counted).first)
  }
}
