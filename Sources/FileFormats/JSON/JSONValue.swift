/// A JSON value whose objects keep the order of their members.
///
/// Reports and answers are written with it, so that the same result is the same bytes. Reading
/// JSON is not its business.
public enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case integer(Int)
  /// Printed as the shortest decimal that reads back as the same double; not finite: `null`.
  case number(Double)
  case string(String)
  case array([JSONValue])
  /// Members in the order they are printed. A key that comes twice is printed twice.
  case object([Member])

  /// A name and its value.
  public struct Member: Sendable, Hashable {
    /// The name.
    public var key: String
    /// The value.
    public var value: JSONValue

    /// Creates a member.
    public init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// A number, or `null` where there is none.
  public static func optional(_ number: Double?) -> JSONValue {
    number.map { .number($0) } ?? .null
  }

  /// A whole number, or `null` where there is none.
  public static func optional(_ number: Int?) -> JSONValue {
    number.map { .integer($0) } ?? .null
  }

  /// A text, or `null` where there is none.
  public static func optional(_ text: String?) -> JSONValue {
    text.map { .string($0) } ?? .null
  }

  /// A yes or no, or `null` where it is unknown.
  public static func optional(_ flag: Bool?) -> JSONValue {
    flag.map { .bool($0) } ?? .null
  }

  /// An array of texts.
  public static func strings(_ texts: some Sequence<String>) -> JSONValue {
    .array(texts.map { .string($0) })
  }

  /// The member of a name, for objects; of several the first.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }
}

extension JSONValue: ExpressibleByDictionaryLiteral {
  /// Creates an object with its members in the order of the literal.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }
}

extension JSONValue: ExpressibleByStringLiteral {
  /// Creates a text.
  public init(stringLiteral text: String) {
    self = .string(text)
  }
}
