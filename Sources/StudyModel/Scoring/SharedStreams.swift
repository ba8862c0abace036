/// The streams of which all of several figures of a construct tell a level.
enum SharedStreams {
  case both, survey, interviews

  /// The streams; nil where they share none.
  init?(_ figures: [ConstructScore]) {
    let survey = figures.allSatisfy { $0.survey != nil }
    let interviews = figures.allSatisfy { $0.interview?.score != nil }
    switch (survey, interviews) {
    case (true, true): self = .both
    case (true, false): self = .survey
    case (false, true): self = .interviews
    case (false, false): return nil
    }
  }
}
