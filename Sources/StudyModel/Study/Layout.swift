/// The product's own CSV layouts.
public enum Layout: String, Sendable, Hashable, CaseIterable {
  case cases, participants, sources, codings, adjudications, survey, phases, invited, events
  case partners

  /// The columns without which a file of this layout cannot be read.
  public var required: [String] {
    switch self {
    case .cases: ["case"]
    case .participants: ["participant", "case"]
    case .sources: ["source", "case"]
    case .codings: ["source", "coder", "code"]
    case .adjudications: ["source", "start", "end", "code", "decision", "by", "at"]
    case .survey: ["respondent", "case"]
    case .phases: ["phase"]
    case .invited: ["case", "invited"]
    case .events: ["case", "date", "event"]
    case .partners: ["case", "rater", "ratee", "question", "value"]
    }
  }

  /// All columns that it knows.
  public var columns: [String] { required + optional }

  /// The further columns it knows.
  public var optional: [String] {
    switch self {
    case .cases: ["name"]
    case .participants: ["organization", "role", "agreed"]
    case .sources: ["participant", "phase", "coders", "read", "kind", "work", "file"]
    case .codings:
      [
        "start", "end", "text", "weight", "valence", "memo", "clear", "case",
        "participant", "phase",
      ]
    case .adjudications:
      ["new code", "new start", "new end", "weight", "valence", "reason", "state"]
    case .survey: ["organization", "role", "phase"]
    case .phases: ["order", "from", "to"]
    case .invited: ["organization", "phase"]
    case .events: ["kind", "clear"]
    case .partners: ["phase"]
    }
  }
}
