/// How a change since the phase before reads: judged once, for whatever speaks of it.
public enum ChangeReading: String, Sendable, Hashable, CaseIterable {
  /// All that it may be lies above zero.
  case rose
  /// All that it may be lies below zero.
  case fell
  /// Its interval holds zero.
  case notClear = "no clear change"
  /// It is clear, and interviews and survey contradict each other in one of the phases: then nothing is concluded
  /// from it.
  case contradicted
  /// Of the survey, that it has no interval; of interviews, that one person alone spoke in both phases.
  case untold = "cannot tell"
}

extension ConstructChange {
  /// How the change of the survey's level reads; nil where none is shown.
  public var reading: ChangeReading? {
    guard let change = survey.figure else { return nil }
    guard let clear = change.clear else { return .untold }
    guard clear else { return .notClear }
    return isContradicted ? .contradicted : change.change > 0 ? .rose : .fell
  }
}

extension InterviewChange {
  /// How the change of what the same people say reads; of one voice nobody can tell what it is of the thing.
  var reading: ChangeReading {
    guard n >= Limits.several else { return .untold }
    let points = NineDecimals.rounded(change)
    return points == 0 ? .notClear : points > 0 ? .rose : .fell
  }
}
