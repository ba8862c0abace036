/// Something that a reader sees, or that is hidden from him or her.
///
/// What is hidden is not there: no page can print it by forgetting to ask.
public enum Seen<Value> {
  /// It is shown.
  case shown(Value)
  /// It is hidden.
  case hidden

  /// What is shown; nil where it is hidden.
  public var value: Value? {
    if case .shown(let value) = self { value } else { nil }
  }

  /// Whether it is hidden.
  public var isHidden: Bool {
    if case .hidden = self { true } else { false }
  }

  /// Something of it, as hidden as it is.
  public func map<Part>(_ part: (Value) -> Part) -> Seen<Part> {
    flatMap { .shown(part($0)) }
  }

  /// Something of it that may be hidden where the rest is shown.
  public func flatMap<Part>(_ part: (Value) -> Seen<Part>) -> Seen<Part> {
    switch self {
    case .shown(let value): part(value)
    case .hidden: .hidden
    }
  }
}

extension Seen: Sendable where Value: Sendable {}
extension Seen: Equatable where Value: Equatable {}
extension Seen: Hashable where Value: Hashable {}
