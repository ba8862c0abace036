public import StudyModel

/// What stands, what each coder did and what a decision would change, in plain words: the same at
/// the terminal and on the sheet for the meeting.
public enum ReviewWords {
  /// A kind of disagreement.
  public static func kind(_ kind: Disagreement.Kind) -> String {
    switch kind {
    case .unitizing: "not marked by all"
    case .code: "different code"
    case .weight: "different weight"
    case .valence: "different valence"
    }
  }

  /// What one coder did.
  public static func account(_ account: Disagreement.Account) -> String {
    if let coding = account.coding { return "\(account.coder): marked it, \(marks(coding))" }
    guard !account.instead.isEmpty else { return "\(account.coder): left it out" }
    let others = account.instead.map { "\($0.code), \(marks($0))" }
    return "\(account.coder): has \(others.joined(separator: "; and ")) instead"
  }

  private static func marks(_ coding: Coding) -> String {
    let weight = coding.weight.map { "weight \(number($0))" } ?? "no weight"
    let valence = (coding.valence ?? .supporting).rawValue
    return "\(span(coding.span)), \(weight), \(valence)"
  }

  /// Whether a unit stands under majority, and why.
  public static func standing(_ unit: ConsensusUnit) -> String {
    let votes = "\(unit.votes) of \(unit.handedIn) coders"
    let value =
      (unit.weight.map { ", weight \(number($0))" } ?? ", no weight") + ", \(unit.valence.rawValue)"
    switch unit.state {
    case .agreed: return "stands: \(votes)\(value)"
    case .unresolved: return "left out: \(votes), no majority"
    case .notAgreed: return "does not stand: \(votes)"
    case .accepted: return "stands: accepted (\(votes))\(value)"
    case .rejected: return "does not stand: rejected (\(votes))"
    case .changed:
      let code = unit.code == unit.codedAs ? "" : " to \(unit.code)"
      let place = unit.span == unit.codedSpan ? "" : " at \(span(unit.span))"
      return "stands: changed\(code)\(place) (\(votes))\(value)"
    }
  }

  /// What deciding would change.
  public static func effect(_ effect: DecisionEffect?) -> String {
    guard let effect else { return "changes no score" }
    guard let rejected = effect.outcome(.reject), let accepted = effect.outcome(.accept) else {
      return ""
    }
    var parts: [String] = []
    if effect.change == 0 {
      parts.append(accepted.score == nil ? "no score either way" : "score stays \(score(accepted))")
    } else {
      parts.append(
        effect.isPresenceDisputed
          ? "score \(score(rejected)) → \(score(accepted)) if accepted"
          : "score \(score(accepted)) as it stands")
      for outcome in effect.outcomes {
        if case .asCoded(let coder) = outcome.choice {
          parts.append("\(score(outcome)) as \(coder) has it")
        }
      }
    }
    if effect.bandWouldChange {
      let bands = effect.disputed.map(band)
      let distinct = bands.enumerated().filter { bands.firstIndex(of: $0.element) == $0.offset }
      parts.append("band would change (\(distinct.map(\.element).joined(separator: " / ")))")
    }
    return parts.joined(separator: ", ")
  }

  private static func score(_ outcome: DecisionEffect.Outcome) -> String {
    outcome.score.map(Words.whole) ?? "none"
  }

  private static func band(_ outcome: DecisionEffect.Outcome) -> String {
    outcome.band?.rawValue ?? outcome.bandReason?.rawValue ?? "no score"
  }

  /// A decision and what it changes to.
  public static func decision(_ decision: Adjudication) -> String {
    var parts = [decision.decision.rawValue]
    if let code = decision.newCode { parts.append("to \(code)") }
    if decision.newStart != nil || decision.newEnd != nil {
      parts.append(
        "at "
          + span(
            Span(
              start: decision.newStart ?? decision.span.start,
              end: decision.newEnd ?? decision.span.end)))
    }
    if let weight = decision.weight { parts.append("weight \(number(weight))") }
    if let valence = decision.valence { parts.append(valence.rawValue) }
    return parts.joined(separator: ", ")
  }

  /// A span as `12–40`.
  public static func span(_ span: Span) -> String { "\(span.start)–\(span.end)" }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
  }
}
