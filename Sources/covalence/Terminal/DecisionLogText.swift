import FileFormats
import StudyModel
import StudyStore
import StudyWorkflow

/// The decisions and what became of them, in words and as JSON.
enum DecisionLogText {
  static func show(_ log: DecisionLog) {
    for entry in log.entries {
      let decision = entry.record.decision
      Output.result(
        "\(entry.number). \(decision.code) in \(entry.source.id) \(ReviewWords.span(decision.span)), \(entry.source.caseID ?? "whole set"): \(ReviewWords.decision(decision)); \(standing(entry.record))"
      )
      Output.result("   \(decision.by) on \(decision.at): \(reason(decision))")
      Output.result("   before: \(state(entry.record.before))")
      Output.result("   after:  \(state(entry.record.after))")
      Output.result("   import \(entry.importID), \(entry.file), row \(entry.row)")
      Output.result()
    }
    for undone in log.takenBack { show(undone) }
    let counts = Dictionary(grouping: log.entries) { word($0.record.standing) }
      .mapValues(\.count)
    Output.say(
      "\(Words.count(log.entries.count, "decision")): \(counts["stands"] ?? 0) stand, \(counts["superseded"] ?? 0) superseded, \(counts["without effect"] ?? 0) without effect."
    )
  }

  private static func show(_ undone: DecisionLog.Undone) {
    let entry = undone.entry
    Output.result(
      "Import \(entry.id), \(entry.file), with \(Words.count(entry.rowsKept, "decision")) of \(entry.at), was taken back on \(entry.undoneAt ?? "")."
    )
    for item in undone.decisions {
      let decision = item.decision
      Output.result(
        "   taken back: \(decision.code) in \(item.source) \(ReviewWords.span(decision.span)), \(item.caseID ?? "whole set"): \(ReviewWords.decision(decision)), row \(decision.row)"
      )
      Output.result("   \(decision.by) on \(decision.at): \(reason(decision))")
    }
    Output.result()
  }

  private static func reason(_ decision: Adjudication) -> String {
    decision.reason.isEmpty ? "(no reason given)" : decision.reason
  }

  private static func standing(_ record: DecisionRecord) -> String {
    switch record.standing {
    case .stands: "stands"
    case .superseded(let number): "superseded by \(number)"
    case .withoutEffect: "without effect, there is no such unit"
    }
  }

  private static func word(_ standing: DecisionRecord.Standing) -> String {
    switch standing {
    case .stands: "stands"
    case .superseded: "superseded"
    case .withoutEffect: "without effect"
    }
  }

  private static func state(_ unit: ConsensusUnit?) -> String {
    guard let unit else { return "no unit" }
    let coders = unit.coders.isEmpty ? "" : ", by \(unit.coders.joined(separator: " and "))"
    return ReviewWords.standing(unit) + coders
  }

  static func json(_ log: DecisionLog) -> JSONValue {
    [
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
    ]
  }

  private static func json(_ undone: StudyReader.UndoneDecision) -> JSONValue {
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
      "decision": json(decision), "standing": .string(word(entry.record.standing)),
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
      "votes": .integer(unit.votes), "registered": .integer(unit.registered),
      "coders": .strings(unit.coders), "code": .string(unit.code),
      "start": .integer(unit.span.start), "end": .integer(unit.span.end),
      "weight": .optional(unit.weight), "valence": .string(unit.valence.rawValue),
    ]
  }
}
