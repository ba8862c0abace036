/// A report that goes out to other eyes than the researcher's, as the study remembers it.
public struct EditionEntry: Sendable, Hashable {
  /// When, in ISO 8601.
  public var at: String
  /// The version of the program.
  public var toolVersion: String
  /// Which report.
  public var report: ReportKind
  /// For whom.
  public var audience: Audience
  /// The case; nil for a report on all.
  public var caseID: String?
  /// The phase asked for; nil where none was.
  public var phase: String?
  /// What it was made by, as JSON: the framework with its version and hash, the rule of consensus.
  public var rules: String
  /// The hash that its pages bear: keyed, of what was shown.
  public var studyHash: String
  /// Why it was published although a few people came or went.
  public var republished: String?

  /// Creates an entry.
  public init(
    at: String, toolVersion: String, report: ReportKind, audience: Audience, caseID: String?,
    phase: String?, rules: String, studyHash: String, republished: String? = nil
  ) {
    self.at = at
    self.toolVersion = toolVersion
    self.report = report
    self.audience = audience
    self.caseID = caseID
    self.phase = phase
    self.rules = rules
    self.studyHash = studyHash
    self.republished = republished
  }

  /// Whether another is the same report, made in the same way and showing the same.
  public func isSameReport(as other: EditionEntry) -> Bool {
    report == other.report && audience == other.audience && caseID == other.caseID
      && phase == other.phase && rules == other.rules && studyHash == other.studyHash
  }
}

/// A published report that a study keeps.
@dynamicMemberLookup
public struct Edition: Sendable, Hashable {
  /// Its number in the study, from 1.
  public let id: Int64
  /// What went out, to whom and when.
  public let entry: EditionEntry

  /// An edition as it is kept.
  public init(id: Int64, entry: EditionEntry) { (self.id, self.entry) = (id, entry) }

  /// Each of some editions once, the oldest first.
  static func inOrder(_ editions: some Sequence<Edition>) -> [Edition] {
    Dictionary(editions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      .sorted { $0.key < $1.key }.map(\.value)
  }

  /// Something of what went out.
  public subscript<Value>(dynamicMember path: KeyPath<EditionEntry, Value>) -> Value {
    entry[keyPath: path]
  }
}

/// The people behind a case and phase as an edition showed them.
public struct PublishedState: Sendable, Hashable {
  /// The number by which editions name it.
  public var id: Int64
  /// The people.
  public var base: PublishedBase
  /// The editions that rest on it, the oldest first.
  public var editions: [Edition]

  /// Creates what is known of the people of editions.
  public init(id: Int64, base: PublishedBase, editions: [Edition]) {
    self.id = id
    self.base = base
    self.editions = editions
  }
}
