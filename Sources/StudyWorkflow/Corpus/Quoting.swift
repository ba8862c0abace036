/// Whose words a report prints.
enum Quoting: Sendable, Hashable {
  /// Nobody's: a comparison of all cases quotes none.
  case nobody
  /// Those of one case.
  case oneCase(String)
  /// Those of all cases.
  case everybody
}
