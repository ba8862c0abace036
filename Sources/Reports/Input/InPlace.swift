import StudyModel

/// What stands in a table in place of a figure: a mark, or what nearly all say.
enum InPlace: Hashable {
  case mark(Shorthand)
  case said(Alike)

  /// As people read it.
  var text: String {
    switch self {
    case .mark(let mark): mark.rawValue
    case .said(let alike): alike.rawValue
    }
  }
}
