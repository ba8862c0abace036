/// How much of a health report is written; other reports have one length.
public enum ReportLength: String, Sendable, Hashable, CaseIterable {
  /// All of it.
  case full
  /// What a board decides on: the head, the figures of value and of where learning is lost, the steps as a
  /// sheet to fill in, and how sure all that is. Two sheets of A4.
  case brief
}
