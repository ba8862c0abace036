/// How much of a thing, or of several, its reader has seen.
///
/// That there is nothing may be said only of what was seen whole: what is hidden is never absent, and what
/// coders have not settled is not either.
public enum Sight: Sendable, Hashable, CaseIterable {
  /// Everything that there is: nothing.
  case absent
  /// Everything that there is, as numbers or in words.
  case whole
  /// Everything that there is, and coders have not settled some of it.
  case undecided
  /// Some of it; the rest is hidden.
  case part
  /// Nothing of it: all that there may be is hidden, or shares a word with silence.
  case hidden

  /// The sight of several things together.
  public init(_ parts: some Sequence<Sight>) {
    let kinds = Set(parts)
    let shows = !kinds.isDisjoint(with: [.whole, .undecided, .part])
    if kinds.contains(.hidden) || kinds.contains(.part) {
      self = shows ? .part : .hidden
    } else {
      self = kinds.contains(.undecided) ? .undecided : shows ? .whole : .absent
    }
  }

  /// Whether nothing is hidden.
  public var seesAll: Bool {
    switch self {
    case .absent, .whole, .undecided: true
    case .part, .hidden: false
    }
  }
}
