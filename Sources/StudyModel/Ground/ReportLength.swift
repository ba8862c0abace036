/// How much of a health report is written; other reports have one length.
public enum ReportLength: String, Sendable, Hashable, CaseIterable {
  /// All of it.
  case full
  /// What a board decides on: the head, the figures of value and of where learning is lost, the steps as a
  /// sheet to fill in, and how sure all that is. Two sheets of A4.
  case brief
  /// What members are told who answered: what they said, and what follows from it. One sheet of A4.
  case members

  /// What is written unless it is told: what members are told is handed on to others than the report is for.
  public static let usual: Set<ReportLength> = [.full, .brief]
}
