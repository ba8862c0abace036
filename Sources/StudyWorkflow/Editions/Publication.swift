import StudyModel

/// How a report for other eyes goes out.
public enum Publication: Sendable, Hashable {
  /// As an edition, which the study keeps; refused where it would tell of a few people.
  case edition
  /// As an edition all the same, for a reason that is kept with it.
  case republished(String)
  /// As a draft, which says so on every sheet and is not kept.
  case draft

  /// Whether somebody gave a reason for it.
  var isOnPurpose: Bool {
    if case .republished = self { true } else { false }
  }
}

/// Which report goes out.
struct PublishedReport: Sendable, Hashable {
  /// Of what.
  let subject: ReportSubject
  /// The hash that its pages bear.
  let hash: String

  /// What it shows of a case and phase: the report on methods and its tables alone tell how items go together.
  func shown(of base: PublishedBase) -> PublishedBase {
    var shown = base
    shown.people.removeAll { people in
      switch people.statistic {
      case .scale: subject.kind != .methods && subject.kind != .tables
      // Until a later phase than the report is of, nothing is told to have changed.
      case .changeFrom, .weighting(of: .changeFrom), .places(of: .changeFrom):
        subject.phase != nil && subject.phase == (base.phase ?? Phase.notStated)
      default: false
      }
    }
    return shown
  }

  /// Whether it shows something of a case and phase, of these phases of the study in time.
  func shows(_ base: PublishedBase, phases: [String?]) -> Bool {
    guard subject.caseID == nil || subject.caseID == base.caseID else { return false }
    let names = phases.map { $0 ?? Phase.notStated }
    guard let phase = subject.phase, let last = names.firstIndex(of: phase) else { return true }
    return names.firstIndex(of: base.phase ?? Phase.notStated).map { $0 <= last } ?? true
  }
}

/// On what all reports rest that are made of a study at one moment for the same eyes.
struct PublishedBasis: Sendable {
  /// For whom they are: never for the researcher, whose reports are not published.
  let audience: Audience
  /// The people behind what others may see, a case and phase each, whatever of it a report shows.
  let people: [PublishedBase]
  /// The phases that have scores, in time; a nil for evidence that states none.
  let phases: [String?]
  /// On how many people figures are shown.
  let limits: Limits
  /// The rules by which figures were made, as an edition keeps them.
  let rules: String
}
