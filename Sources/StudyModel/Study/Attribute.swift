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
