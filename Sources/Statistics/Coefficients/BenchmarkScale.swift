/// Words some authors attach to ranges of agreement.
///
/// Scales of kappa are not scales of AC1 or of percent agreement: do not attach words to a point
/// value of those, see ``ProbabilisticBenchmark``.
public struct BenchmarkScale: Sendable, Hashable {
  /// One range of values and its word.
  public struct Band: Sendable, Hashable {
    /// The lower end.
    public let lower: Double
    /// Whether the lower end itself belongs to the band.
    public let includesLower: Bool
    /// The author's word, or sentence.
    public let label: String

    /// Describes a band; its upper end is the next band's lower one.
    public init(from lower: Double, includesLower: Bool = true, _ label: String) {
      self.lower = lower
      self.includesLower = includesLower
      self.label = label
    }
  }

  /// The author and year.
  public let name: String
  /// Bands from the lowest, which starts at -1, to the highest, which ends at 1.
  public let bands: [Band]

  /// Names a list of bands in ascending order.
  public init(name: String, bands: [Band]) {
    self.name = name
    self.bands = bands
  }

  /// The band a value falls in; nil for a scale without bands.
  public func band(of value: Double) -> Band? {
    bands.last { $0.includesLower ? value >= $0.lower : value > $0.lower } ?? bands.first
  }

  /// Landis & Koch (1977), Biometrics 33, 159-174.
  public static let landisKoch1977 = BenchmarkScale(
    name: "Landis & Koch 1977",
    bands: [
      Band(from: -1, "poor"), Band(from: 0, "slight"), Band(from: 0.2, "fair"),
      Band(from: 0.4, "moderate"), Band(from: 0.6, "substantial"),
      Band(from: 0.8, "almost perfect"),
    ])

  /// The alpha from which Krippendorff (2004) allows tentative conclusions.
  public static let krippendorffTentative = 0.667
  /// The alpha from which he relies on data.
  public static let krippendorffReliable = 0.8

  /// Krippendorff (2004), Content Analysis, 2nd edition, page 241; for alpha.
  public static let krippendorff2004 = BenchmarkScale(
    name: "Krippendorff 2004",
    bands: [
      Band(from: -1, "do not draw conclusions"),
      Band(from: krippendorffTentative, "tentative conclusions only"),
      Band(from: krippendorffReliable, "rely on"),
    ])

  /// Fleiss (1981), Statistical Methods for Rates and Proportions, 2nd ed.
  public static let fleiss1981 = BenchmarkScale(
    name: "Fleiss 1981",
    bands: [
      Band(from: -1, "poor"), Band(from: 0.4, "fair to good"),
      Band(from: 0.75, includesLower: false, "excellent"),
    ])

  /// Altman (1991), Practical Statistics for Medical Research.
  public static let altman1991 = BenchmarkScale(
    name: "Altman 1991",
    bands: [
      Band(from: -1, "poor"), Band(from: 0.2, "fair"), Band(from: 0.4, "moderate"),
      Band(from: 0.6, "good"), Band(from: 0.8, "very good"),
    ])

  /// All scales here.
  public static let all = [landisKoch1977, krippendorff2004, fleiss1981, altman1991]
}
