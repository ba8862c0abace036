extension PublishedBase {
  /// The base with those statistics alone that are shown on so many people.
  ///
  /// What is hidden was not published, and nothing can be held beside it; but of interviews [c] and "little
  /// heard" are words as well, since another might stand there.
  public func shown(_ limits: Limits) -> PublishedBase {
    let isAnswered =
      (people.first { $0.statistic == .responses }?.members.count ?? 0) >= limits.answers
    let interviewees = people.first { $0.statistic == .interviewees }?.members.count ?? 0
    var shown = self
    shown.people = people.filter { set in
      switch set.statistic {
      case .responses, .survey, .gap, .received, .changeFrom, .changeTo, .answers,
        .turned, .tokens, .rows:
        set.members.count >= limits.answers
      case .parts: isAnswered
      case .scale: limits.tellsAlpha(ofComplete: set.members.count)
      case .names, .statements, .words, .heard, .coded, .counted: true
      case .weighting(let of), .places(let of):
        people.contains { $0.statistic == of && $0.members.count >= limits.answers }
      case .grouping(let id), .alike(let id):
        people.contains { $0.statistic == .survey(id) && $0.members.count >= limits.answers }
      // A word may be told of several interviewees, and the number of those who speak of several speakers.
      case .interviewees: set.members.count >= Limits.several
      case .interviews:
        interviewees >= limits.interviewees && set.members.count >= Limits.several
      case .levels:
        interviewees >= limits.interviewees && set.members.count >= limits.informants
      }
    }
    return shown
  }
}
