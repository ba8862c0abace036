/// Whether a construct is there in a case: judged once, for patterns, likeness and cases that do not fit.
///
/// Scoring specification, section 8: where a construct has a level its band says so, and not that somebody spoke
/// of it; silence is not absence.
public enum Standing: String, Sendable, Hashable, CaseIterable {
  /// A strength that does not fall clearly short of what is wanted; without a level, evident.
  case there
  /// Developing, or a strength of which clearly more is wanted; without a level, in part.
  case partly = "in part"
  /// A concern; without a level, denied.
  case notThere = "not there"
  /// Interviews and survey, or those who speak of it, contradict each other.
  case contested
  /// There is a level, on too little evidence for a band.
  case thin
  /// Nobody spoke of it, and no survey asked.
  case silent
}

extension ConstructScore {
  /// Whether it is there, as far as its reader may know; nil where that is hidden, or open.
  ///
  /// What few interviewees agreed to have told in words decides nothing about a case.
  public var standing: Standing? {
    guard !survey.isHidden, survey.saying == nil else { return nil }
    guard score == nil else {
      switch band {
      case .strength: return gapReading == .short ? .partly : .there
      case .developing: return .partly
      case .concern: return .notThere
      case nil: return bandReason == .sourcesDiffer ? .contested : .thin
      }
    }
    if case .agreed = interview?.heard { return nil }
    switch interview?.presence {
    case .evident: return .there
    case .inPart: return .partly
    case .denied: return .notThere
    case .contested, .sourcesDiffer: return .contested
    case .notSpokenOf: return .silent
    case .undecided, .littleHeard, .heardFromMoreThanOne, .hidden, nil: return nil
    }
  }

  /// Whether the construct is *found* in the case, which likeness and cases that do not fit go by.
  ///
  /// By its ``Standing``: there, or developing; of what people contradict each other on, with more for it than
  /// against. Nobody having spoken of it is taken for not found. Nil where there is neither a source nor a
  /// survey, and where it cannot be told or is so in part.
  public var isFound: Bool? {
    switch standing {
    case .there: return true
    case .partly: return score == nil ? nil : true
    case .notThere, .silent: return false
    // A parent has no side of its own: of it one can only say that something under it was found.
    case .contested:
      guard score == nil, interview?.presence == .contested else { return nil }
      return interview?.side != .against
    case .thin, nil: return nil
    }
  }

  /// How far it is found, from 0 to 1, by which the likeness of cases goes: half where it is developing, or a
  /// strength of which clearly more is wanted, else by ``isFound``; nil where that is.
  public var degreeFound: Double? {
    isFound.map { $0 ? standing == .partly ? 0.5 : 1 : 0 }
  }
}
