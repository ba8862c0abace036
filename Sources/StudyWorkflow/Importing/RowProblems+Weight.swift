import Exchange
import StudyModel

extension RowProblems {
  /// Whether a weight is one of the framework's.
  mutating func checkWeight(_ weight: Double?, _ framework: Framework) {
    let top = framework.scoring.topWeight
    guard let weight, !(weight >= 0 && weight <= top) else { return }
    add(
      .weightRange, column: "weight", found: weight.plain,
      "the weight \(weight.plain) lies outside 0 to \(top.plain)",
      "Write a weight from 0 to \(top.plain), or leave it empty.")
  }
}
