import StudyModel
import StudyWorkflow

/// The decisions and what became of them, in words.
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
    let counts = Dictionary(grouping: log.entries) { $0.record.standing.word }
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

  private static func state(_ unit: ConsensusUnit?) -> String {
    guard let unit else { return "no unit" }
    let coders = unit.coders.isEmpty ? "" : ", by \(unit.coders.joined(separator: " and "))"
    return ReviewWords.standing(unit) + coders
  }
}
