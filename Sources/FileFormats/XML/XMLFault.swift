/// Why an XML text cannot be read, and in which part; the format it belongs to says what to do.
struct XMLFault: Error, Sendable, Hashable {
  /// What kind of thing is wrong.
  enum Kind: Sendable, Hashable {
    /// It breaks the rules of XML, or has a document type declaration, in which entities could be
    /// made that grow without end.
    case malformed
    /// It was made to fill the machine, or is of another kind than it seems.
    case tooLarge
  }

  /// What kind of thing is wrong.
  var kind: Kind
  /// What was found, as words that can follow a colon; the part's path comes first.
  var message: String
}

/// How much of a text an XML reader takes, so that cost and memory grow with its size alone.
enum XMLLimits {
  /// How deep elements may stand in one another.
  static let depth = 256
  /// The most bytes from `<` to `>`: a tag with its attributes, a comment.
  ///
  /// The parser goes over them anew with each piece it is handed, so that longer ones would cost the
  /// square of their length.
  static let markup = 1 << 20
  /// The most bytes the parser may hold at once, all names it has met among them.
  static let memory = 64 << 20
}
