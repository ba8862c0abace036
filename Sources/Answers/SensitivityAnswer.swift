import FileFormats
public import StudyModel

extension Answer {
  /// The bands that other rules of consensus would change.
  public static func sensitivity(_ changes: [BandSensitivity]) -> Answer {
    Answer(["ok": .bool(true), "changes": .array(changes.map(json))])
  }

  private static func json(_ change: BandSensitivity) -> JSONValue {
    [
      "case": .string(change.caseID), "phase": .optional(change.phase),
      "construct": .string(change.construct),
      "bands": .object(
        ConsensusRule.allCases.map { .init($0.rawValue, .optional(change.bands[$0]?.rawValue)) }),
    ]
  }
}
