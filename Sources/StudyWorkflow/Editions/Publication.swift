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
  let name: String
  /// For whom.
  let audience: Audience
  /// The case; nil for a report on all.
  let caseID: String?
  /// The phase asked for; nil where none was.
  let phase: String?
  /// The hash that its pages bear.
  let hash: String

  /// Creates a report to publish.
  init(
    _ name: String, for audience: Audience, caseID: String? = nil, phase: String? = nil,
    hash: String
  ) {
    self.name = name
    self.audience = audience
    self.caseID = caseID
    self.phase = phase
    self.hash = hash
  }

  /// What it shows of a case and phase: the comparison has nothing of agreement, and the report on methods
  /// alone tells how items go together and counts codings.
  func shown(of base: PublishedBase) -> PublishedBase {
    var shown = base
    shown.people.removeAll { people in
      switch people.statistic {
      case .coded: name == "compare"
      case .scale, .counted: name != "methods"
      default: false
      }
    }
    return shown
  }

  /// Whether it shows something of a case and phase, of these phases of the study in time.
  func shows(_ base: PublishedBase, phases: [String?]) -> Bool {
    guard caseID == nil || caseID == base.caseID else { return false }
    let names = phases.map { $0 ?? Phase.notStated }
    guard let phase, let last = names.firstIndex(of: phase) else { return true }
    return names.firstIndex(of: base.phase ?? Phase.notStated).map { $0 <= last } ?? true
  }
}

/// On what all reports rest that are made of a study at one moment.
struct PublishedBasis: Sendable {
  /// The people behind what others may see, a case and phase each, whatever of it a report shows.
  let people: [PublishedBase]
  /// The phases that have scores, in time; a nil for evidence that states none.
  let phases: [String?]
  /// On how many people figures are shown.
  let limits: PublishedBase.Limits
  /// The rules by which figures were made, as an edition keeps them.
  let rules: String
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
