/// What an informant counts as when evidence is graded.
enum InformantKind: Sendable {
  case convenor, interviewee
  /// No person. On a construct of which it says something by a case analysis it counts as one; see
  /// ``InformantAccount/isOfAnalysis``.
  case document

  /// Whether this is somebody who was interviewed.
  var isPerson: Bool { self == .convenor || self == .interviewee }
}

/// What one informant says of one construct, summed over standing units.
///
/// Scoring specification, section 2.
struct InformantAccount: Sendable, Hashable {
  /// Units that support and units that deny, weighted or not; mixed ones count for neither.
  private(set) var supporting = 0
  private(set) var contrary = 0
  /// Whether a unit has a weight.
  private(set) var isWeighted = false
  /// Whether a case analysis says it: of a work from which other sources are taken, too.
  private(set) var isOfAnalysis = false
  /// The most that supports: weight/W, half of it where mixed; 0 without.
  private(set) var most = 0.0
  /// The most that denies: weight/W; 0 without.
  private(set) var mostContrary = 0.0

  /// Takes in a standing unit of a kind of source; `topWeight` is W.
  mutating func add(_ unit: ConsensusUnit, of kind: Source.Kind, topWeight: Double) {
    add(unit.valence, weight: unit.weight, of: kind, times: 1, topWeight: topWeight)
  }

  /// Takes in standing units that are alike.
  mutating func add(
    _ valence: Valence, weight: Double?, of kind: Source.Kind, times: Int, topWeight: Double
  ) {
    if kind == .caseAnalysis { isOfAnalysis = true }
    switch valence {
    case .supporting: supporting += times
    case .contrary: contrary += times
    case .mixed: break
    }
    guard let weight, topWeight > 0 else { return }
    isWeighted = true
    let share = weight / topWeight
    switch valence {
    case .supporting: most = max(most, share)
    case .mixed: most = max(most, share / 2)
    case .contrary: mostContrary = max(mostContrary, share)
    }
  }

  /// Whether the informant speaks for the construct: at least as many units support as deny.
  var speaksFor: Bool { supporting >= contrary }

  /// s = a²/(a + b), 0 to 1; nil where no unit has a weight.
  var level: Double? {
    guard isWeighted else { return nil }
    return most > 0 ? most * most / (most + mostContrary) : 0
  }
}
