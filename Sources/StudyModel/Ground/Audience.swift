/// Whose eyes a figure is for.
public enum Audience: String, Sendable, Hashable, CaseIterable {
  case researcher, convenor
  case workingGroup = "working-group"
}
