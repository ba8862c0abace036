/// What interviews say of whether a form of value is wanted (codes `<form>.desired`).
public enum Wish: Sendable, Hashable {
  /// It is said to be wanted.
  case wanted
  /// Nobody says so.
  case notWanted
  /// Nothing that stands says so, and coders differ on something that would.
  case open
  /// One of few may have said so, of whom it is not told.
  case hidden
}
