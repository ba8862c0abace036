import FileFormats
import StudyModel
import StudyStore
import StudyWorkflow

/// What coders do not agree on, in words and as JSON.
enum QueueText {
  static func show(_ queue: ReviewQueue) {
    for (index, item) in queue.items.enumerated() {
      let unit = item.unit
      let kinds = item.disagreement.kinds.map(ReviewWords.kind).joined(separator: ", ")
      Output.result(
        "\(index + 1). \(unit.codedAs) in \(item.source.id) \(ReviewWords.span(unit.codedSpan)), \(item.source.caseID ?? "whole set"): \(kinds)"
      )
      Output.result("   \(ReviewWords.effect(item.effect))")
      Output.result("   now \(ReviewWords.standing(unit))")
      for account in item.disagreement.accounts {
        Output.result("   \(ReviewWords.account(account))")
      }
      for memo in item.memos { Output.result("   memo of \(memo.coder): \(oneLine(memo.text))") }
      if let passage = item.passage {
        Output.result(
          "   \(oneLine(passage.before))[\(oneLine(passage.text))]\(oneLine(passage.after))")
      }
      if let decision = unit.decision {
        Output.result(
          "   decided: \(ReviewWords.decision(decision)), by \(decision.by) on \(decision.at): \(oneLine(decision.reason))"
        )
      }
      Output.result()
    }
    let rest = queue.open - queue.items.count { $0.unit.decision == nil }
    Output.say(
      "\(queue.open) open, \(queue.decided) decided."
        + (rest > 0 ? " \(rest) open ones are not shown." : "")
        + " Agreement stays as the coders left it, however these are settled.")
  }

  private static func oneLine(_ text: String) -> String {
    text.replacing("\n", with: " ")
  }

  static func json(_ queue: ReviewQueue) -> JSONValue {
    [
      "ok": .bool(true), "consensus": .string(ConsensusRule.majority.rawValue),
      "open": .integer(queue.open), "decided": .integer(queue.decided),
      "units": .array(queue.items.map(json)),
    ]
  }

  private static func json(_ item: ReviewItem) -> JSONValue {
    let unit = item.unit
    return [
      "source": .string(item.source.id), "case": .optional(item.source.caseID),
      "phase": .optional(item.source.phase), "start": .integer(unit.codedSpan.start),
      "end": .integer(unit.codedSpan.end), "code": .string(unit.codedAs),
      "kinds": .strings(item.disagreement.kinds.map(\.rawValue)),
      "coders": .array(
        item.disagreement.accounts.map { account in
          [
            "coder": .string(account.coder), "coding": account.coding.map(json) ?? .null,
            "instead": .array(account.instead.map(json)),
          ]
        }),
      "memos": .array(
        item.memos.map { ["coder": .string($0.coder), "text": .string($0.text)] }),
      "text": .optional(item.passage?.text), "before": .optional(item.passage?.before),
      "after": .optional(item.passage?.after), "state": .string(unit.state.rawValue),
      "stands": .bool(unit.stands), "why": .string(ReviewWords.standing(unit)),
      "votes": .integer(unit.votes), "registered": .integer(unit.registered),
      "weight": .optional(unit.weight), "valence": .string(unit.valence.rawValue),
      "effect": item.effect.map(json) ?? .null,
      "decision": unit.decision.map { DecisionLogText.json($0) } ?? .null,
      "mark": .string(item.state),
    ]
  }

  private static func json(_ coding: Coding) -> JSONValue {
    [
      "code": .string(coding.code), "start": .integer(coding.span.start),
      "end": .integer(coding.span.end), "weight": .optional(coding.weight),
      "valence": .string((coding.valence ?? .supporting).rawValue),
    ]
  }

  private static func json(_ effect: DecisionEffect) -> JSONValue {
    [
      "construct": .string(effect.construct), "change": .number(effect.change),
      "bandWouldChange": .bool(effect.bandWouldChange),
      "isPresenceDisputed": .bool(effect.isPresenceDisputed),
      "outcomes": .array(
        effect.outcomes.map { outcome in
          let (choice, coder): (String, String?) =
            switch outcome.choice {
            case .reject: ("reject", nil)
            case .accept: ("accept", nil)
            case .asCoded(let coder): ("as coded", coder)
            }
          return [
            "choice": .string(choice), "coder": .optional(coder),
            "score": .optional(outcome.score), "band": .optional(outcome.band?.rawValue),
            "bandReason": .optional(outcome.bandReason?.rawValue),
          ]
        }),
    ]
  }
}
