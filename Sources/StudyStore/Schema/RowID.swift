/// The number of a row of one table: a case's cannot be taken for a participant's.
///
/// It is the number and nothing else, and costs nothing.
public struct RowID<Table>: Sendable, Hashable {
  let number: Int64

  init(_ number: Int64) { self.number = number }
}

/// What rows are of whose numbers are handed about.
public enum Rows {
  /// A case of the study.
  public enum Case {}
  /// Someone who was interviewed.
  public enum Participant {}
  /// A transcript, document or field note.
  public enum Source {}
  /// A version of a source's text.
  public enum Version {}
  /// A code.
  public enum Code {}
  /// Somebody who codes.
  public enum Coder {}
  /// A phase of the study.
  public enum Phase {}
  /// An organization.
  public enum Organization {}
  /// A version of the questionnaire.
  public enum Questionnaire {}
}
