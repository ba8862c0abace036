public import FileFormats
public import StudyModel

/// What changed in a case since the phase before, in the shape that `docs/json-answers.md` gives.
public enum ChangeJSON {
  /// The changes; a construct without a change in either stream is left out.
  public static func value(_ change: PhaseChange) -> JSONValue {
    [
      "since": .string(change.since),
      "constructs": .array(
        change.constructs.filter { $0.survey.figure != nil || $0.interviews != nil }.map { row in
          [
            "id": .string(row.id),
            "survey": row.survey.figure.map { survey($0, reading: row.reading) } ?? .null,
            "interviews": row.interviews.map(interviews) ?? .null,
          ]
        }),
    ]
  }

  private static func survey(_ change: SurveyChange, reading: ChangeReading?) -> JSONValue {
    [
      "change": .number(change.change),
      "interval": .interval(change.interval),
      "clear": .optional(change.clear), "reading": .optional(reading?.rawValue),
      "pairing": .string(change.pairing.rawValue),
      "n": .integer(change.n), "byToken": .optional(change.byToken),
    ]
  }

  private static func interviews(_ change: InterviewChange) -> JSONValue {
    ["change": .number(change.change), "n": .integer(change.n)]
  }
}
