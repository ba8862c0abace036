/// What a study is opened for, which decides about its locks.
public enum StudyPurpose: Sendable, Hashable {
  /// Reading only: no write lock is taken, and a reader waits for a writer that is at its pages.
  case reading
  /// Reading, and writing now and then, as a command does: one writer, a rollback journal.
  case writing
  /// Readers that work beside a writer in one long-lived process: a write-ahead log, which is gone
  /// again after the study is closed.
  case serving
}
