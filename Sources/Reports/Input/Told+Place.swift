import StudyModel

// What stands in a table in place of a figure.

extension Told {
  /// In place of a number that is no level: beside what is told in words there is none.
  func markOfNumber(silent: Shorthand) -> Shorthand {
    switch self {
    case .hidden, .inWords: .hidden
    case .shown, .absent: silent
    }
  }
}

extension Told where Saying == Alike {
  /// What nearly all say, where that is told in place of a figure.
  var said: String? { saying?.rawValue }

  /// In place of a level.
  func mark(silent: Shorthand) -> InPlace {
    switch self {
    case .hidden: .mark(.hidden)
    case .inWords(let alike): .said(alike)
    case .shown, .absent: .mark(silent)
    }
  }
}
