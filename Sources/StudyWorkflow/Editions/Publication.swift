public import StudyModel

/// How a report for other eyes goes out.
public enum Publication: Sendable, Hashable {
  /// As an edition, which the study keeps; refused where it would tell of a few people.
  case edition
  /// As an edition all the same, for a reason that is kept with it.
  case republished(String)
  /// As a draft, which says so on every sheet and is not kept.
  case draft
}

/// Which report goes out, and to whom.
struct PublishedReport: Sendable, Hashable {
  /// The report's name.
  public var name: String
  /// For whom.
  public var audience: Audience
  /// The case; nil for a report on all.
  public var caseID: String?
  /// The phase asked for; nil where none was.
  public var phase: String?

  /// The hash that its pages bear; nil where it is that of the results it was made from.
  public var hash: String?

  /// Creates a report to publish.
  public init(
    _ name: String, for audience: Audience, caseID: String? = nil, phase: String? = nil,
    hash: String? = nil
  ) {
    self.name = name
    self.audience = audience
    self.caseID = caseID
    self.phase = phase
    self.hash = hash
  }
}

/// Why a report must not be published: held beside an earlier one it would tell of a few people.
public struct EditionRefusal: Error, Sendable, Hashable {
  /// A conflict with an earlier edition.
  public struct Conflict: Sendable, Hashable {
    /// What differs by a few.
    public var difference: EditionConflict
    /// The edition from which it differs.
    public var edition: EditionEntry
  }

  /// The conflicts, those of whole cases before those of single constructs.
  public var conflicts: [Conflict]
}

extension EditionRefusal: Failing {
  /// It can be done, and something that is to hold would not.
  public var failure: Failure { Failure(.held, diagnostics) }
}
