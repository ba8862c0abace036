import FileFormats
public import StudyWorkflow

extension Answer {
  /// What was found at a study's check.
  public static func check(_ check: StudyCheck) -> Answer {
    Answer([
      "ok": .bool(true), "isWell": .bool(check.isWell),
      "findings": .array(
        check.findings.map {
          [
            "name": .string($0.kind.rawValue), "count": .integer($0.count),
            "text": .string($0.text),
            "places": .strings($0.places),
          ]
        }),
      "warnings": .array(check.warnings.map(json)),
    ])
  }
}
