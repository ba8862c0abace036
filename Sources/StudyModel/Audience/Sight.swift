/// What a reader is told of one thing: a figure, a word of the interviews, a change.
public enum Told: Sendable, Hashable, CaseIterable {
  /// It is shown, as a number or in words.
  case shown
  /// There is none.
  case absent
  /// Coders differ on whether it is there, and no decision was made.
  case undecided
  /// It is hidden from the reader, or shares a word with silence: whether there is any is not told.
  case hidden
}

/// How much of what a sentence speaks of its reader has seen.
///
/// That there is nothing may be said only of what was seen whole: what is hidden is never absent, and what
/// coders have not settled is not either.
public enum Sight: Sendable, Hashable, CaseIterable {
  /// Everything that there is.
  case whole
  /// Everything that there is, and coders have not settled some of it.
  case undecided
  /// Some of it; the rest is hidden.
  case part
  /// Nothing of it: all that there may be is hidden.
  case hidden

  /// The sight of several things together.
  public init(_ told: some Sequence<Told>) {
    let kinds = Set(told)
    if kinds.contains(.hidden) {
      self = kinds.contains(.shown) || kinds.contains(.undecided) ? .part : .hidden
    } else {
      self = kinds.contains(.undecided) ? .undecided : .whole
    }
  }

  /// Whether nothing is hidden.
  public var seesAll: Bool { self == .whole || self == .undecided }
}

extension InterviewFigure {
  /// What is told of whether it was spoken of.
  ///
  /// "Little heard" covers silence and a single voice, so whether anybody spoke is not told.
  public var told: Told {
    switch account {
    case .told(.hidden, _), .told(.littleHeard, _): .hidden
    case .told(.borneOut, _), .told(.sourcesDiffer, _), .told(.moreThanOne, _): .shown
    case .told(.agreed(.notSpokenOf), _): .absent
    case .told(.agreed(.unsettled), _): .undecided
    case .told(.agreed, _): .shown
    case .counted(let counts):
      counts.informants > 0 ? .shown : counts.unresolved > 0 ? .undecided : .absent
    }
  }
}
