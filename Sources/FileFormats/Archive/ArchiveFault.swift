/// Why a ZIP archive, or a part of it, cannot be read; the format that keeps its parts in it says what to do.
struct ArchiveFault: Error, Sendable, Hashable {
  /// What kind of thing is wrong.
  enum Kind: Sendable, Hashable {
    /// It breaks off, is no ZIP archive, or a part has another size or sum than it says.
    case damaged
    /// A part is encrypted.
    case encrypted
    /// It unpacks to more than was allowed.
    case tooLarge
  }

  /// What kind of thing is wrong.
  var kind: Kind
  /// What was found, as words that can follow a colon.
  var message: String
}
