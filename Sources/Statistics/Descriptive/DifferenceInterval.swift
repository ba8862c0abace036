/// The confidence interval of a difference, from the intervals of what is subtracted.
///
/// > Reference: Newcombe (1998), Statistics in Medicine 17, 873-890, method 10, for two shares with Wilson's
/// > intervals; Zou and Donner (2008), Statistics in Medicine 27, 1693-1702, for any two figures. For figures of
/// > the same people, which rise and fall together, it is wider than it need be.
public enum DifferenceInterval {
  /// The interval of `first` − `second`, in their unit.
  ///
  /// Nil where a figure lies outside its interval, or is not a number.
  public static func of(
    _ first: Double, _ firstInterval: ClosedRange<Double>,
    minus second: Double, _ secondInterval: ClosedRange<Double>
  ) -> ClosedRange<Double>? {
    guard firstInterval.contains(first), secondInterval.contains(second) else { return nil }
    let difference = first - second
    func size(_ one: Double, _ other: Double) -> Double {
      (one * one + other * other).squareRoot()
    }
    let below = size(first - firstInterval.lowerBound, secondInterval.upperBound - second)
    let above = size(firstInterval.upperBound - first, second - secondInterval.lowerBound)
    return (difference - below)...(difference + above)
  }
}
