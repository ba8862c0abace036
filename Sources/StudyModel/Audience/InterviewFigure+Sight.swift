extension InterviewFigure {
  /// How much is seen of whether it was spoken of.
  ///
  /// "Little heard" covers silence and a single voice, so whether anybody spoke is not told.
  public var sight: Sight {
    switch account {
    case .told(.hidden, _), .told(.littleHeard, _): .hidden
    case .told(.borneOut, _), .told(.sourcesDiffer, _), .told(.moreThanOne, _): .whole
    case .told(.agreed(.littleHeard), _): .hidden
    case .told(.agreed, _): .whole
    case .counted(let counts):
      counts.informants > 0 ? .whole : counts.unresolved > 0 ? .undecided : .absent
    }
  }
}
