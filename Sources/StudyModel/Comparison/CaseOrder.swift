/// The order of cases, the same down a whole comparison.
public enum CaseOrder: Sendable, Hashable {
  /// As the study lists them.
  case asGiven
  /// By an attribute: by `values` where they are listed, then as numbers where all the others are
  /// numbers, else by name. Where it is not stated a case comes last; ties stay as given.
  case attribute(String, values: [String] = [], descending: Bool = false)

  /// The cases in this order; values are matched without regard to capitals.
  public func sorted(_ cases: [Case]) -> [Case] {
    guard case .attribute(let name, let values, let descending) = self else { return cases }
    let places = Dictionary(
      values.enumerated().map { ($0.element.lowercased(), $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let stated = cases.compactMap { $0.attribute(name)?.lowercased() }
    let unlisted = stated.filter { places[$0] == nil }
    let numbers = unlisted.compactMap(Double.init).filter(\.isFinite)
    let areNumbers = numbers.count == unlisted.count
    func key(_ value: String) -> Key {
      if let place = places[value] { return Key(group: 0, number: Double(place), text: "") }
      return areNumbers
        ? Key(group: 1, number: Double(value) ?? 0, text: "")
        : Key(group: 1, number: 0, text: value)
    }
    let keyed = cases.enumerated().map { place, item in
      (place: place, item: item, key: item.attribute(name).map { key($0.lowercased()) })
    }
    return keyed.sorted { left, right in
      switch (left.key, right.key) {
      case (nil, nil): left.place < right.place
      case (nil, _): false
      case (_, nil): true
      case (let a?, let b?):
        a == b ? left.place < right.place : (descending ? b < a : a < b)
      }
    }.map(\.item)
  }

  private struct Key: Comparable {
    var group: Int
    var number: Double
    var text: String

    static func < (left: Key, right: Key) -> Bool {
      (left.group, left.number, left.text) < (right.group, right.number, right.text)
    }
  }
}
