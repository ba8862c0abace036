/// A range of numbers, with how it is said.
struct NumberRange {
  var least: Double
  var most: Double
  /// Whether `least` itself is out.
  var above = false
  var words: String

  static let any = NumberRange(
    least: -.greatestFiniteMagnitude, most: .greatestFiniteMagnitude, words: "")
  static let positive = NumberRange(
    least: 0, most: .greatestFiniteMagnitude, above: true, words: "above 0")
  static let share = NumberRange(least: 0, most: 1, words: "from 0 to 1")
  static let positiveShare = NumberRange(least: 0, most: 1, above: true, words: "above 0, up to 1")
  static let points = NumberRange(least: 0, most: 100, words: "from 0 to 100")

  func contains(_ value: Double) -> Bool {
    (above ? value > least : value >= least) && value <= most
  }
}
