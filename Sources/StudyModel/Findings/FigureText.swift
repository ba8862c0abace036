/// How figures stand in a sentence.
public enum FigureText {
  /// The minus of running text, U+2212.
  public static let minus = "\u{2212}"

  /// The whole number nearest, halves away from zero; for display only.
  ///
  /// What is not finite or beyond a whole number's range gives 0: no figure of a study is.
  public static func whole(_ number: Double) -> Int {
    // Rounded to 9 decimals first: 42.49999999999999 is 42.5 by another way of adding.
    Int(exactly: NineDecimals.rounded(number).rounded(.toNearestOrAwayFromZero)) ?? 0
  }

  /// A whole number, with U+2212 where it is negative.
  public static func level(_ number: Double) -> String {
    let value = whole(number)
    return value < 0 ? minus + String(-value) : String(value)
  }

  /// A whole number with its sign: `+33`, `−5`, `0`.
  public static func signed(_ number: Double) -> String {
    whole(number) > 0 ? "+" + level(number) : level(number)
  }

  /// Wanted minus received: `43 short`, `17 over`; `level` where it rounds to 0.
  public static func gap(_ number: Double) -> String {
    let value = whole(number)
    if value == 0 { return "level" }
    return value > 0 ? "\(value) short" : "\(-value) over"
  }

  /// An interval of levels: `33 to 53`.
  public static func interval(_ interval: Interval) -> String {
    "\(level(interval.low)) to \(level(interval.high))"
  }

  /// An interval of differences: `+33 to +53`.
  public static func signedInterval(_ interval: Interval) -> String {
    "\(signed(interval.low)) to \(signed(interval.high))"
  }

  /// A list in a sentence: `A, B and C`; empty for none.
  public static func list(_ words: [String]) -> String {
    guard let last = words.last else { return "" }
    guard words.count > 1 else { return last }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  /// A name as it stands inside a sentence: its first letter small, unless the first word has a
  /// capital further on (`UK`, `eLearning` keeps its own) or is a single capital.
  public static func insideSentence(_ name: String) -> String {
    let word = name.prefix { !$0.isWhitespace }
    guard let first = word.first, first.isUppercase, word.count > 1 else { return name }
    guard !word.dropFirst().contains(where: \.isUppercase) else { return name }
    return first.lowercased() + name.dropFirst()
  }

  /// A text with its first letter capital.
  public static func capitalised(_ text: String) -> String {
    guard let first = text.first else { return text }
    return first.uppercased() + text.dropFirst()
  }

  /// A number with at most two decimals and no trailing zeros: `12.5`, `0.33`, `60`.
  public static func exact(_ number: Double) -> String {
    let hundredths = (NineDecimals.rounded(number) * 100).rounded(.toNearestOrAwayFromZero)
    guard let value = Int(exactly: hundredths) else { return String(number) }
    let sign = value < 0 ? minus : ""
    let (whole, rest) = value.magnitude.quotientAndRemainder(dividingBy: 100)
    if rest == 0 { return "\(sign)\(whole)" }
    let decimals = rest % 10 == 0 ? String(rest / 10) : (rest < 10 ? "0\(rest)" : String(rest))
    return "\(sign)\(whole).\(decimals)"
  }

  /// A number with two decimals: `0.40`; for distances.
  public static func twoDecimals(_ number: Double) -> String {
    let hundredths = (NineDecimals.rounded(number) * 100).rounded(.toNearestOrAwayFromZero)
    guard let value = Int(exactly: hundredths) else { return String(number) }
    let (whole, rest) = value.magnitude.quotientAndRemainder(dividingBy: 100)
    return "\(value < 0 ? minus : "")\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
