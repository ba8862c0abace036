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

  /// The number of units for Cohen's kappa of two coders on a yes/no code, planned ahead.
  ///
  /// Both coders are taken to apply the code to a share `prevalence` of units and to agree at
  /// `kappa`; the variance is that of Fleiss, Cohen & Everitt for the resulting table. Nil where
  /// prevalence is not strictly between 0 and 1 or no such table exists.
  ///
  /// > Reference: Donner & Eliasziw (1992), Statistics in Medicine 11, 1511-1519 (the common
  /// > margins model); Fleiss, Cohen & Everitt (1969), Psychological Bulletin 72, 323-327.
  public static func forKappa(
    _ kappa: Double, prevalence: Double, width: Double, confidence: Double = 0.95
  ) -> Int? {
    let p = prevalence
    guard p > 0, p < 1, kappa < 1 else { return nil }
    let mixed = p * (1 - p) * (1 - kappa)
    let both = p - mixed
    let neither = 1 - p - mixed
    guard both >= 0, neither >= 0 else { return nil }
    let expected = p * p + (1 - p) * (1 - p)
    // a_k + b_l of the formula: twice the share of k where k = l, 1 where they differ.
    let fitYes = 1 - 2 * p * (1 - kappa)
    let fitNo = 1 - 2 * (1 - p) * (1 - kappa)
    let shift = kappa - expected * (1 - kappa)
    let sum =
      both * fitYes * fitYes + neither * fitNo * fitNo
      + 2 * mixed * (1 - kappa) * (1 - kappa)
    let variance = (sum - shift * shift) / ((1 - expected) * (1 - expected))
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
