import FileFormats
import StudyModel
public import StudyWorkflow

extension Answer {
  /// What coders do not agree on.
  public static func queue(_ queue: ReviewQueue) -> Answer {
    Answer([
      "ok": .bool(true), "consensus": .string(ConsensusRule.majority.rawValue),
      "open": .integer(queue.open), "decided": .integer(queue.decided),
      "units": .array(queue.items.map(json)),
    ])
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
      "votes": .integer(unit.votes), "handedIn": .integer(unit.handedIn),
      "weight": .optional(unit.weight), "valence": .string(unit.valence.rawValue),
      "effect": item.effect.map(json) ?? .null,
      "decision": unit.decision.map { json($0) } ?? .null,
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

  /// The sheet for the meeting was written.
  public static func sheet(_ queue: ReviewQueue, file: String) -> Answer {
    Answer([
      "ok": .bool(true), "file": .string(file), "rows": .integer(queue.items.count),
      "open": .integer(queue.open), "decided": .integer(queue.decided),
    ])
  }
}
