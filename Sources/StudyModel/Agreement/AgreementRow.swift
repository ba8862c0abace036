internal import Statistics

/// A figure of agreement, or the reason there is none.
public struct AgreementValue: Sendable, Hashable {
  /// The value; nil where it is undefined.
  public var value: Double?
  /// Why there is no value, or no interval of it.
  public var why: AgreementReason?
  /// The same in words.
  public var reason: String? { why?.text }
  /// The standard error.
  public var standardError: Double?
  /// The 95 % interval.
  public var interval: Interval?

  /// Creates a figure.
  public init(
    value: Double? = nil, why: AgreementReason? = nil, standardError: Double? = nil,
    interval: Interval? = nil
  ) {
    self.value = value
    self.why = why
    self.standardError = standardError
    self.interval = interval
  }

  /// A figure on 0 to 1 as others than the researcher see it, to one decimal.
  public static func rounded(_ value: Double) -> Double {
    WholeFigures.whole(value * 10) / 10
  }

  /// What it allows, of Krippendorff's alpha; nil where it is undefined.
  public var level: AgreementLevel? { value.map(AgreementLevel.init(alpha:)) }
}

/// How well coders agree on one thing: a code, a family, a pair, a case, or everything.
public struct AgreementRow: Sendable, Hashable {
  /// Fewer units than this that anybody marked, or that anybody left out, are too few to judge by.
  ///
  /// A convention of this program. With ten such units one unit more in agreement moves positive
  /// agreement by about five points, and the interval of alpha is some 0.4 wide or wider.
  public static let fewest = 10

  /// What it is about, as files name it.
  public var key: String
  /// The name for people.
  public var name: String
  /// The definition, where the row is about a code of the framework.
  public var definition: String?
  /// How many codes it covers.
  public var codeCount: Int
  /// Units compared: sources and codes, units of text, or characters.
  public var units: Int
  /// Units that anybody marked.
  public var marked: Int
  /// Units that everybody who read the source marked.
  public var markedByAll: Int
  /// How often each coder marked, by name.
  public var applied: [(coder: String, count: Int)] {
    appliedBy.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
  /// How often each coder marked.
  public var appliedBy: [String: Int]
  /// The share of agreeing pairs.
  public var percent: AgreementValue
  /// 2 both / (2 both + only one): agreement on what anybody marked.
  public var positive: AgreementValue
  /// Krippendorff's alpha, nominal.
  public var alpha: AgreementValue
  /// Cohen's kappa for two coders, Conger's for more.
  public var kappa: AgreementValue
  /// Gwet's AC1.
  public var ac1: AgreementValue
  /// (marked by both - by neither) / units, for two coders: far from 0 where alpha has little to
  /// tell apart.
  public var prevalence = AgreementValue(why: .forTwoCoders)
  /// (only the first - only the second) / units, for two coders: far from 0 where one marks more.
  public var bias = AgreementValue(why: .forTwoCoders)
  /// Kappa adjusted for prevalence and bias: twice the share of agreeing pairs, less 1.
  public var pabak: AgreementValue {
    guard alpha.value != nil || ac1.value != nil else { return ac1 }
    return AgreementValue(value: percent.value.map { 2 * $0 - 1 }, why: percent.why)
  }
  /// What Gwet's probabilistic benchmarking says of AC1 on the scale of Landis and Koch.
  public var benchmark: String?
  /// Units to be double-coded for an interval of alpha of the width asked for; nil where unknown.
  public var unitsNeeded: Int?

  /// Whether alpha and kappa of it say too little to judge by, [u], and why; nil where they do.
  ///
  /// A code found almost nowhere, or almost everywhere, leaves a handful of units on which coders
  /// could differ in either direction: one unit more or less then moves the figure from end to end.
  public var tooFew: String? {
    if marked < Self.fewest { return "marked in fewer than \(Self.fewest) units [u]" }
    // Without an alpha its own reason stands; where nobody's silence is counted there is none.
    guard alpha.value != nil, units - markedByAll < Self.fewest else { return nil }
    return "left out in fewer than \(Self.fewest) units [u]"
  }

  /// Whether there is too little to judge by.
  public var isRare: Bool { tooFew != nil }

  /// Whether alpha is too low to draw conclusions from.
  public var isLow: Bool { alpha.level == .low }

  /// Why alpha is low though coders seldom differ, [p]; nil where that is not so.
  ///
  /// Where nearly every unit, or hardly any, holds a code, chance alone brings agreement, and the few
  /// differences weigh much. AC1 on the other side of Krippendorff's lower bound tells.
  ///
  /// > Reference: Feinstein & Cicchetti (1990), Journal of Clinical Epidemiology 43, 543-549.
  public var lowByPrevalence: String? {
    guard !isRare, isLow, let ac1 = ac1.value,
      NineDecimals.isAtLeast(ac1, AgreementLevel.leastTentative)
    else { return nil }
    return 2 * marked > units ? "marked nearly everywhere [p]" : "marked hardly anywhere [p]"
  }
}
