import StudyModel

extension Audience {
  /// For whom a page is, in its masthead.
  var title: String { "For " + reader }

  /// Who reads, in a sentence.
  var reader: String {
    switch self {
    case .researcher: "researchers"
    case .convenor: "the convenor"
    case .workingGroup: "the working group"
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
