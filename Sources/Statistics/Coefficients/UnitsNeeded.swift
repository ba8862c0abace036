internal import Foundation

/// How many units two or more coders must rate for an interval of a stated width.
public enum UnitsNeeded {
  /// The number of units at which a figure's interval would be as narrow as asked.
  ///
  /// From a pilot: the standard error shrinks with the square root of the number of units, so
  /// n = pilot units · (2 z · error / width)², rounded up. A sound plan only where the pilot's
  /// units are like those to come. Nil without a standard error and units above 0, or where
  /// width or confidence are not usable.
  ///
  /// > Reference: Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., ch. 7 (the normal
  /// > approximation).
  public static func forWidth(
    _ width: Double, standardError: Double, pilotUnits: Int, confidence: Double = 0.95
  ) -> Int? {
    guard standardError > 0, pilotUnits > 0 else { return nil }
    let variance = standardError * standardError * Double(pilotUnits)
    return units(width: width, variance: variance, confidence)
  }

  private static func units(width: Double, variance: Double, _ confidence: Double) -> Int? {
    guard width > 0, width.isFinite, confidence > 0, confidence < 1, variance > 0,
      let z = Normal.quantile(1 - (1 - confidence) / 2)
    else { return nil }
    let needed = (4 * z * z * variance / (width * width)).rounded(.up)
    return needed < 1e15 ? max(2, Int(needed)) : nil
  }
}
