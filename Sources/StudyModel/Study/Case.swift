/// One collaboration, the unit of analysis.
public struct Case: Sendable, Hashable {
  /// The id that files use.
  public var id: String
  /// The name for people.
  public var name: String
  /// Further columns of the cases file, such as `drive`, in the order of the file.
  public var attributes: [Attribute] {
    didSet { places = Self.places(of: attributes) }
  }
  /// Where the first attribute of each plain name stands that has a value.
  private var places: [String: Int]

  /// Creates a case.
  public init(id: String, name: String, attributes: [Attribute] = []) {
    self.id = id
    self.name = name
    self.attributes = attributes
    places = Self.places(of: attributes)
  }

  private static func places(of attributes: [Attribute]) -> [String: Int] {
    Dictionary(
      attributes.enumerated().filter { !$0.element.value.isEmpty }.map {
        (Attribute.plain($0.element.name), $0.offset)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The value of an attribute, nil where it is not stated.
  ///
  /// Case, blanks, underscores and hyphens make no difference: `Period years` is `period-years`.
  public func attribute(_ name: String) -> String? {
    places[Attribute.plain(name)].map { attributes[$0].value }
  }
}

/// A further fact about a case or a participant.
public struct Attribute: Sendable, Hashable {
  /// The column's header.
  public var name: String
  /// The value as written.
  public var value: String

  /// The name without regard to capitals, blanks, underscores and hyphens.
  public static func plain(_ name: String) -> String {
    String(name.lowercased().map { $0 == "_" || $0 == " " ? "-" : $0 })
  }

  /// Creates an attribute.
  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}
