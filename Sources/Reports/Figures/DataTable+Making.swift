import StudyModel

extension DataTable.Column {
  static func words(_ title: String, _ key: String) -> Self {
    Self(title: title, key: key, isNumber: false)
  }

  static func number(_ title: String, _ key: String) -> Self {
    Self(title: title, key: key, isNumber: true)
  }
}

extension DataTable.Cell {
  /// A text; its value is the text.
  static func words(_ text: String) -> Self { Self(text: text, value: .text(text)) }

  /// A level, printed whole.
  static func level(_ number: Double?, else mark: String = Shorthand.notAvailable) -> Self {
    number.map { Self(text: Words.whole($0), value: .number($0)) } ?? .mark(mark)
  }

  /// A share in per cent that is told to others than the researcher: 5 stands for 5 or less, 95 for 95
  /// or more.
  static func share(_ percent: Double) -> Self {
    let number = min(95, max(5, percent))
    return Self(text: Words.toldShare(number), value: .number(number))
  }

  /// The interval of such a share, whose ends are told as shares are.
  static func shares(_ interval: Interval) -> Self {
    let ends = [interval.low, interval.high].map { Words.toldShare($0) }
    return Self(
      text: ends.joined(separator: " to "),
      value: .interval(low: interval.low, high: interval.high))
  }

  /// A difference, printed whole with its sign.
  static func signed(_ number: Double?, else mark: String = Shorthand.notAvailable) -> Self {
    number.map { Self(text: Words.signed($0), value: .number($0)) } ?? .mark(mark)
  }

  /// A number with decimals.
  static func fixed(_ number: Double?, _ places: Int, else mark: String = Shorthand.notAvailable)
    -> Self
  {
    number.map { Self(text: Words.fixed($0, places), value: .number($0)) } ?? .mark(mark)
  }

  static func count(_ number: Int?, else mark: String = Shorthand.notAvailable) -> Self {
    number.map { Self(text: Words.thousands($0), value: .count($0)) } ?? .mark(mark)
  }

  /// A part of a whole in per cent; its value is the share.
  static func share(
    _ part: Int, of all: Int, else mark: String = Shorthand.notApplicable
  ) -> Self {
    guard all > 0 else { return .mark(mark) }
    return Self(
      text: Words.percent(part, of: all), value: .number(Double(part) / Double(all)))
  }

  /// A part of a whole in per cent, whole in its value too; the exact share follows from the two counts.
  static func percent(_ part: Int, of all: Int, else mark: String) -> Self {
    guard all > 0 else { return .mark(mark) }
    return Self(
      text: Words.percent(part, of: all),
      value: .number(NineDecimals.rounded(100 * Double(part) / Double(all)).rounded()))
  }

  /// A level with its interval under it.
  static func estimate(_ level: Double?, _ interval: Interval?, else mark: String) -> Self {
    guard let level else { return .mark(mark) }
    return Self(
      text: Words.whole(level), small: interval.map(Words.interval),
      value: .estimate(level, low: interval?.low, high: interval?.high))
  }

  static func interval(
    _ interval: Interval?, signed: Bool = false, else mark: String = Shorthand.notAvailable
  )
    -> Self
  {
    guard let interval else { return .mark(mark) }
    return Self(
      text: signed ? Words.signedInterval(interval) : Words.interval(interval),
      value: .interval(low: interval.low, high: interval.high))
  }

  /// A mark such as `[c]`, which has no value, or words in place of a number, which are one.
  static func mark(_ mark: String) -> Self {
    Self(text: mark, value: Alike(rawValue: mark) == nil ? .none : .text(mark))
  }
}

extension StripChart.Cell {
  /// A figure with its interval under it.
  static func figure(_ main: String, small: String? = nil) -> Self {
    Self(lead: nil, main: main, trail: nil, small: small)
  }

  /// A word with the pips and the word of a grade.
  static func word(_ word: String, pips: Int?, small: String?) -> Self {
    Self(lead: nil, main: word, trail: nil, small: small, pips: pips, isWord: true)
  }
}

extension Words {
  /// A share in per cent as others than the researcher are told it, such as `39`, `5 or less`.
  static func toldShare(_ percent: Double, sign: String = "") -> String {
    percent <= 5
      ? "5\(sign) or less" : percent >= 95 ? "95\(sign) or more" : whole(percent) + sign
  }
}
