/// What an import was: which file came in, when, how, and what became of its rows.
public struct ImportEntry: Sendable, Hashable {
  /// Its number in the study; 0 before it is stored.
  public var id: Int64
  /// The kind of file, such as `codings`.
  public var kind: String
  /// The file's name, without its folder.
  public var file: String
  /// The digest of its bytes in hexadecimal, by which the same file is known again; empty before the file
  /// was read, and where it cannot be told.
  ///
  /// The SHA-256; where respondents' tokens were hashed, an HMAC under the same key (``isDigestKeyed``):
  /// the plain digest of a short list of tokens and answers can be tried, and would give the tokens away.
  public var digest: String
  /// How many bytes it had.
  public var bytes: Int
  /// When, in ISO 8601.
  public var at: String
  /// The version of the program.
  public var toolVersion: String
  /// What was said about the file.
  public var options: ImportOptions
  /// Rows read, kept as new, changed, skipped because they were there already, and rejected.
  public var rowsIn: Int
  /// Rows that came in as new.
  public var rowsKept: Int
  /// Rows that replaced what was there.
  public var rowsChanged: Int
  /// Rows that were there already, word for word.
  public var rowsSkipped: Int
  /// Rows that did not come in.
  public var rowsRejected: Int
  /// When it was taken back; nil while it stands.
  public var undoneAt: String?
  /// The round of coding it was said to belong to.
  public var round: String?
  /// The number of the version of the framework that was in force; nil where that is not known.
  public var frameworkNumber: Int64?
  /// The import whose rejected rows the file says it brings back; nil where it says nothing of the kind.
  public var mendsID: Int64?
  /// Whether the version was not kept with the import and follows from the dates alone.
  public var isFrameworkInferred = false

  /// Whether the digest is an HMAC, which only who holds the key of the tokens can make.
  public var isDigestKeyed: Bool { options.tokenKey != nil }

  /// The round of coding: as it was named, else the day.
  public var roundName: String { round ?? String(at.prefix(10)) }

  /// What standard input is called where a file has its name.
  public static let standardInput = "standard input"

  /// Creates an entry with no rows yet.
  public init(
    kind: String, file: String, at: String, toolVersion: String, options: ImportOptions
  ) {
    id = 0
    self.kind = kind
    self.file = file
    digest = ""
    bytes = 0
    self.at = at
    self.toolVersion = toolVersion
    self.options = options
    rowsIn = 0
    rowsKept = 0
    rowsChanged = 0
    rowsSkipped = 0
    rowsRejected = 0
    undoneAt = nil
  }
}
