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
  static func level(_ number: Double?, else mark: Shorthand = .notAvailable) -> Self {
    number.map { Self(text: Words.whole($0), value: .number($0), isFigure: true) } ?? .mark(mark)
  }

  /// A share in per cent as it is told to others than the researcher.
  static func share(_ percent: Double) -> Self {
    let told = ToldShare(percent)
    return Self(text: told.words(), value: .number(told.number), isFigure: true)
  }

  /// The interval of such a share, whose ends are told as shares are.
  static func shares(_ interval: Interval) -> Self {
    let ends = [interval.low, interval.high].map { ToldShare($0).words() }
    return Self(
      text: ends.joined(separator: " to "),
      value: .interval(low: interval.low, high: interval.high))
  }

  /// A difference, printed whole with its sign.
  static func signed(_ number: Double?, else mark: Shorthand = .notAvailable) -> Self {
    number.map { Self(text: Words.signed($0), value: .number($0), isFigure: true) } ?? .mark(mark)
  }

  /// A number with decimals.
  static func fixed(_ number: Double?, _ places: Int, else mark: Shorthand = .notAvailable)
    -> Self
  {
    number.map { Self(text: Words.fixed($0, places), value: .number($0), isFigure: true) }
      ?? .mark(mark)
  }

  static func count(_ number: Int?, else mark: Shorthand = .notAvailable) -> Self {
    number.map { Self(text: Words.thousands($0), value: .count($0), isFigure: true) } ?? .mark(mark)
  }

  /// A part of a whole in per cent; its value is the share.
  static func share(
    _ part: Int, of all: Int, else mark: Shorthand = .notApplicable
  ) -> Self {
    guard all > 0 else { return .mark(mark) }
    return Self(
      text: Words.percent(part, of: all), value: .number(Double(part) / Double(all)), isFigure: true
    )
  }

  /// A part of a whole in per cent, whole in its value too; the exact share follows from the two counts.
  static func percent(_ part: Int, of all: Int, else mark: Shorthand) -> Self {
    guard all > 0 else { return .mark(mark) }
    return Self(
      text: Words.percent(part, of: all),
      value: .number(NineDecimals.rounded(100 * Double(part) / Double(all)).rounded()),
      isFigure: true)
  }

  /// A level with its interval under it.
  static func estimate(_ level: Double?, _ interval: Interval?, else place: InPlace) -> Self {
    guard let level else { return .inPlace(place) }
    return Self(
      text: Words.whole(level), small: interval.map(Words.interval),
      value: .estimate(level, low: interval?.low, high: interval?.high), isFigure: true)
  }

  static func interval(
    _ interval: Interval?, signed: Bool = false, else mark: Shorthand = .notAvailable
  )
    -> Self
  {
    guard let interval else { return .mark(mark) }
    return Self(
      text: signed ? Words.signedInterval(interval) : Words.interval(interval),
      value: .interval(low: interval.low, high: interval.high))
  }

  /// A mark alone, or after words; there is no value.
  static func mark(_ mark: Shorthand, after words: String? = nil) -> Self {
    Self(
      text: words.map(mark.after) ?? mark.rawValue, value: .none, mark: mark, isFigure: words == nil
    )
  }

  /// A mark, or what nearly all say.
  static func inPlace(_ place: InPlace) -> Self {
    switch place {
    case .mark(let mark): .mark(mark)
    case .said(let alike): .words(alike.rawValue)
    }
  }

  /// A level, printed whole, or what stands in its place.
  static func level(_ number: Double?, else place: InPlace) -> Self {
    number.map { .level($0) } ?? .inPlace(place)
  }

  /// Words for people alone, such as `same`: programs find no value there.
  static func saidOnly(_ words: String) -> Self { Self(text: words, value: .none) }
}

extension TextTable.Cell {
  /// What people read of a cell.
  init(_ cell: DataTable.Cell) {
    self.init(text: cell.text, small: cell.small, mark: cell.mark)
  }

  /// A mark alone.
  static func mark(_ mark: Shorthand) -> Self { Self(text: mark.rawValue, mark: mark) }

  /// That it is hidden, in words.
  static let hidden = Self(text: Shorthand.saidHidden, mark: .hidden)
}

extension StripChart.Cell {
  /// A figure with its interval under it.
  static func figure(_ main: String, small: String? = nil) -> Self {
    Self(lead: nil, main: main, trail: nil, small: small)
  }

  /// A mark in place of a figure.
  static func figure(_ mark: Shorthand, small: String? = nil) -> Self {
    var cell = figure(mark.rawValue, small: small)
    cell.mark = mark
    return cell
  }

  /// A word with the pips and the word of a grade.
  static func word(_ word: String, pips: Int?, small: String?) -> Self {
    Self(lead: nil, main: word, trail: nil, small: small, pips: pips, isWord: true)
  }
}
