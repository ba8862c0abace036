import FileFormats
import StudyModel
public import StudyWorkflow

extension Answer {
  /// What is behind a figure.
  public static func trace(_ trace: Trace) -> Answer {
    Answer([
      "ok": .bool(true), "case": .string(trace.caseID), "construct": .string(trace.construct.id),
      "scores": .array(
        trace.scores.map { phase, score in
          ["phase": .optional(phase), "figures": json(score)]
        }),
      "units": .array(trace.units.map(json)),
      "answers": .array(
        trace.answers.map { answers in
          [
            "phase": .optional(answers.phase), "item": .string(answers.item),
            "points": .object(
              answers.points.sorted { $0.key < $1.key }.map {
                .init(String($0.key), .integer($0.value))
              }),
            "missing": .integer(answers.missing),
          ]
        }),
    ])
  }

  private static func json(_ entry: Trace.Unit) -> JSONValue {
    [
      "source": .string(entry.source.id), "start": .integer(entry.unit.span.start),
      "end": .integer(entry.unit.span.end), "code": .string(entry.unit.code),
      "codedAs": .string(entry.unit.codedAs), "state": .string(entry.unit.state.rawValue),
      "votes": .integer(entry.unit.votes), "handedIn": .integer(entry.unit.handedIn),
      "weight": .optional(entry.unit.weight), "valence": .string(entry.unit.valence.rawValue),
      "codings": .array(
        entry.codings.map { coding in
          [
            "coder": .string(coding.coder), "code": .string(coding.word),
            "start": .integer(coding.span.start),
            "end": .integer(coding.span.end), "text": .optional(coding.text),
            "weight": .optional(coding.weight), "valence": .optional(coding.valence?.rawValue),
            "memo": .optional(coding.memo), "import": .integer(Int(coding.importID)),
            "row": .integer(coding.row),
          ]
        }),
      "decision": entry.unit.decision.map { decision in
        [
          "decision": .string(decision.decision.rawValue), "by": .string(decision.by),
          "at": .string(decision.at), "reason": .string(decision.reason),
        ]
      } ?? .null,
    ]
  }
}
