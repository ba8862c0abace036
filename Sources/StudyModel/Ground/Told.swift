/// What its reader is told of a figure that there may be none of.
///
/// Whatever may be hidden in a score is one of these. A page that reads it goes through all that may stand
/// there, so that what is hidden is neither printed nor taken for absent.
///
/// `Saying` is what may be told in place of the figure; `Never` of figures that are shown or are not.
public enum Told<Figure, Saying> {
  /// The figure.
  case shown(Figure)
  /// Words in its place.
  case inWords(Saying)
  /// That it is hidden.
  case hidden
  /// That there is none.
  case absent

  /// A figure of which nothing is hidden; nil is absent.
  public init(_ figure: Figure?) { self = figure.map { .shown($0) } ?? .absent }

  /// The figure where it is shown; nil says nothing of why it is not.
  public var figure: Figure? {
    if case .shown(let figure) = self { figure } else { nil }
  }

  /// What is told in its place; nil says nothing of why there is none.
  public var saying: Saying? {
    if case .inWords(let saying) = self { saying } else { nil }
  }

  /// Whether it is hidden.
  public var isHidden: Bool {
    if case .hidden = self { true } else { false }
  }

  /// Whether there is none.
  public var isAbsent: Bool {
    if case .absent = self { true } else { false }
  }

  /// How much of it its reader has seen.
  public var sight: Sight {
    switch self {
    case .shown, .inWords: .whole
    case .hidden: .hidden
    case .absent: .absent
    }
  }

  /// Something of the figure, told as it is.
  public func map<Part>(_ part: (Figure) -> Part) -> Told<Part, Saying> {
    switch self {
    case .shown(let figure): .shown(part(figure))
    case .inWords(let saying): .inWords(saying)
    case .hidden: .hidden
    case .absent: .absent
    }
  }
}

extension Told: Sendable where Figure: Sendable, Saying: Sendable {}
extension Told: Equatable where Figure: Equatable, Saying: Equatable {}
extension Told: Hashable where Figure: Hashable, Saying: Hashable {}
