/// A coding with all that is known of it, for a trace or a quote.
public struct TracedCoding: Sendable, Hashable {
  /// The source.
  public var source: String
  /// The coder.
  public var coder: String
  /// The code, where it was asked for by its meaning.
  public var code: String
  /// What the coder called it.
  public let word: String
  /// The span.
  public var span: Span
  /// The words; nil where the file gave none and there is no transcript.
  public var text: String?
  /// The weight.
  public var weight: Double?
  /// The valence.
  public var valence: Valence?
  /// The coder's note.
  public var memo: String?
  /// Whether it may be quoted outside the team; nil where the coder does not say.
  public var clear: Bool?
  /// The import and the row of its file.
  public var importID: Int64
  /// See `importID`.
  public var row: Int

  /// Creates a coding of a source.
  public init(source: String, coder: String, code: String, span: Span, importID: Int64, row: Int) {
    self.source = source
    word = code
    self.coder = coder
    self.code = code
    self.span = span
    self.importID = importID
    self.row = row
  }
}
