/// The rule by which codings of several coders become one account.
public enum ConsensusRule: String, Sendable, Hashable, CaseIterable {
  /// More than half of the registered coders; exactly half is unresolved.
  case majority
  /// At least one.
  case any
  /// All of them.
  case unanimous
}
