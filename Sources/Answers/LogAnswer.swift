import FileFormats
import StudyModel
public import StudyWorkflow

extension Answer {
  /// Every decision ever taken, and what became of it.
  public static func log(_ log: DecisionLog) -> Answer {
    Answer([
      "ok": .bool(true), "decisions": .array(log.entries.map(json)),
      "takenBack": .array(
        log.takenBack.map { undone in
          [
            "import": .integer(Int(undone.entry.id)), "file": .string(undone.entry.file),
            "at": .string(undone.entry.at), "decisions": .integer(undone.entry.rowsKept),
            "undoneAt": .optional(undone.entry.undoneAt),
            "rows": .array(undone.decisions.map(json)),
          ]
        }),
    ])
  }

  private static func json(_ undone: UndoneDecision) -> JSONValue {
    let decision = undone.decision
    return [
      "source": .string(undone.source), "case": .optional(undone.caseID),
      "start": .integer(decision.span.start), "end": .integer(decision.span.end),
      "code": .string(decision.code), "decision": json(decision), "row": .integer(decision.row),
    ]
  }

  private static func json(_ entry: DecisionLog.Entry) -> JSONValue {
    let decision = entry.record.decision
    var supersededBy: Int?
    if case .superseded(let number) = entry.record.standing { supersededBy = number }
    return [
      "number": .integer(entry.number), "source": .string(entry.source.id),
      "case": .optional(entry.source.caseID), "start": .integer(decision.span.start),
      "end": .integer(decision.span.end), "code": .string(decision.code),
      "decision": json(decision), "standing": .string(entry.record.standing.word),
      "supersededBy": .optional(supersededBy), "before": json(entry.record.before),
      "after": json(entry.record.after), "import": .integer(Int(entry.importID)),
      "file": .string(entry.file), "row": .integer(entry.row),
    ]
  }

  /// A decision without the unit it is on.
  static func json(_ decision: Adjudication) -> JSONValue {
    [
      "decision": .string(decision.decision.rawValue), "newCode": .optional(decision.newCode),
      "newStart": .optional(decision.newStart), "newEnd": .optional(decision.newEnd),
      "weight": .optional(decision.weight), "valence": .optional(decision.valence?.rawValue),
      "by": .string(decision.by), "at": .string(decision.at), "reason": .string(decision.reason),
    ]
  }

  private static func json(_ unit: ConsensusUnit?) -> JSONValue {
    guard let unit else { return .null }
    return [
      "state": .string(unit.state.rawValue), "stands": .bool(unit.stands),
      "votes": .integer(unit.votes), "handedIn": .integer(unit.handedIn),
      "coders": .strings(unit.coders), "code": .string(unit.code),
      "start": .integer(unit.span.start), "end": .integer(unit.span.end),
      "weight": .optional(unit.weight), "valence": .string(unit.valence.rawValue),
    ]
  }
}
