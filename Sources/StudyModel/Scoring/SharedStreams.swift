/// The streams of which all of several figures of a construct tell a level.
enum SharedStreams {
  case both, survey, interviews

  /// The streams; nil where they share none, where one is missing, and where the survey of one is hidden.
  init?(_ figures: [ConstructScore?]) {
    let known = figures.compactMap { $0 }
    guard known.count == figures.count, !known.contains(where: \.survey.isHidden) else {
      return nil
    }
    let survey = known.allSatisfy { $0.survey.figure != nil }
    let interviews = known.allSatisfy { $0.interview?.score != nil }
    switch (survey, interviews) {
    case (true, true): self = .both
    case (true, false): self = .survey
    case (false, true): self = .interviews
    case (false, false): return nil
    }
  }
}
