/// How much work a search may still do, counted in steps and not in time, so that whether it ends
/// does not depend on the machine.
struct SearchBudget {
  /// Steps left; below 0 the search must end without an answer.
  private(set) var left: Int

  /// Allows so many steps.
  init(_ steps: Int) { left = steps }

  /// Takes steps away and says whether there were enough.
  mutating func spend(_ steps: Int) -> Bool {
    left -= steps
    return left >= 0
  }
}
