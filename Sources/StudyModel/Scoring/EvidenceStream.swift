/// Where a level comes from.
public enum EvidenceStream: String, Sendable, Hashable, CaseIterable {
  /// The answers to the questionnaire.
  case survey
  /// Interviews, documents and case analyses.
  case interviews
}
