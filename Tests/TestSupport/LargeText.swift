/// A text too long to be printed with the name of a test.
public struct LargeText: Sendable, CustomStringConvertible {
  /// The text.
  public let text: String

  /// Wraps a text.
  public init(_ text: String) { self.text = text }

  /// Its beginning and its length.
  public var description: String {
    text.utf8.count > 60 ? "\(text.prefix(40))... (\(text.utf8.count) bytes)" : text
  }
}
