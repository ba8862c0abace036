import FileFormats

/// A text as a terminal may print it, with a sign for what would move the cursor, hide a line or rename the
/// window.
///
/// Names, codes and memos come from files of others.
public struct PrintedText: Sendable, Hashable {
  /// The text.
  public let text: String

  /// Makes what cannot be seen in a text visible.
  public init(_ text: String) { self.text = VisibleText.of(text) }
}
