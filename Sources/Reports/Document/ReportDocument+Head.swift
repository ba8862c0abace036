import StudyModel

extension Audience {
  /// For whom a page is, in its masthead.
  var title: String {
    switch self {
    case .researcher: "For researchers"
    case .convenor: "For the convenor"
    case .workingGroup: "For the working group"
    }
  }
}

extension [Section] {
  /// Numbers the sections, and the figures through all of them.
  mutating func number() {
    var figures = 0
    for place in indices {
      self[place].number = place + 1
      for index in self[place].blocks.indices {
        guard case .figure(var figure) = self[place].blocks[index] else { continue }
        figures += 1
        figure.number = figures
        self[place].blocks[index] = .figure(figure)
      }
    }
  }
}
