/// What became of a row that was to be stored.
public enum StoredRow: Sendable, Hashable {
  /// It came in as new.
  case kept
  /// It replaced an earlier one, which is kept for taking the import back.
  case changed
  /// It was there already, word for word.
  case same
}
