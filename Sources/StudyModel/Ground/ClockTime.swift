/// A moment by the clock, whatever form it was written in.
///
/// Scoring specification, section 10, 4: a date, or a date, `T` or a blank, hours and minutes, optionally
/// seconds, optionally a fraction of them, optionally `Z` or an offset such as `+01:00`. A date alone is its
/// 00:00; a time without offset is UTC. Moments are compared to the last digit.
public struct ClockTime: Sendable, Hashable, Comparable {
  /// Seconds since the start of the year 0 in UTC, by the Gregorian calendar.
  private let seconds: Int
  /// The digits of the fraction, without zeros at the end, so that they sort as text.
  private let fraction: String

  /// Reads a time; nil where the text is none.
  public init?(_ text: String) {
    let form =
      /(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,30}))?)?(Z|[+-]\d\d:\d\d)?)?/
      .asciiOnlyDigits()
    guard let match = text.wholeMatch(of: form) else { return nil }
    let parts = match.output
    guard let year = Int(parts.1), let month = Int(parts.2), let day = Int(parts.3),
      CalendarDay.isValid(year: year, month: month, day: day)
    else { return nil }
    let hour = parts.4.flatMap { Int($0) } ?? 0
    let minute = parts.5.flatMap { Int($0) } ?? 0
    let second = parts.6.flatMap { Int($0) } ?? 0
    guard hour < 24, minute < 60, second < 61, let offset = Self.offset(parts.8) else { return nil }
    seconds =
      CalendarDay.number(year: year, month: month, day: day) * 86400 + hour * 3600 + minute * 60
      + second - offset
    var digits = parts.7 ?? ""
    while digits.last == "0" { digits.removeLast() }
    fraction = String(digits)
  }

  /// Orders by the clock.
  public static func < (left: ClockTime, right: ClockTime) -> Bool {
    (left.seconds, left.fraction) < (right.seconds, right.fraction)
  }

  /// The seconds that an offset lies ahead of UTC; nil where it is none.
  private static func offset(_ text: Substring?) -> Int? {
    guard let text, text != "Z" else { return 0 }
    let parts = text.dropFirst().split(separator: ":").compactMap { Int($0) }
    guard parts.count == 2, parts[0] < 24, parts[1] < 60 else { return nil }
    return (text.first == "-" ? -1 : 1) * (parts[0] * 3600 + parts[1] * 60)
  }
}

/// Days of the Gregorian calendar.
public enum CalendarDay {
  /// Whether there is such a day; months from 1 to 12.
  public static func isValid(year: Int, month: Int, day: Int) -> Bool {
    (1...12).contains(month) && (1...length(ofMonth: month, year: year)).contains(day)
  }

  /// How many days a month has.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: isLeap(year) ? 29 : 28
    default: 31
    }
  }

  /// The days from the start of the year 0 to a day that there is.
  static func number(year: Int, month: Int, day: Int) -> Int {
    let before = year - 1
    let years = year * 365 + (before >= 0 ? before / 4 - before / 100 + before / 400 + 1 : 0)
    return years + (1..<month).reduce(0) { $0 + length(ofMonth: $1, year: year) } + day - 1
  }

  /// The days from the start of the year 0 to the first of a year.
  public static func first(ofYear year: Int) -> Int { number(year: year, month: 1, day: 1) }

  /// The year of a day that is counted from the start of the year 0.
  public static func year(of day: Int) -> Int {
    // An average year guesses too late by one at most, never too early by more.
    let guess = day * 400 / 146_097
    return (guess - 1...guess + 1).last { first(ofYear: $0) <= day } ?? guess
  }

  /// The first and the last day of a date, in days from the start of the year 0.
  ///
  /// - Parameter date: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
  /// - Returns: Nil where the text is no such date.
  public static func days(of date: String) -> ClosedRange<Int>? {
    let parts = date.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in part.allSatisfy(\.isNumber) ? Int(part) : nil }
    guard numbers.count == parts.count, (1...3).contains(parts.count), parts[0].count == 4,
      parts.dropFirst().allSatisfy({ $0.count == 2 })
    else { return nil }
    let (year, month) = (numbers[0], numbers.count > 1 ? numbers[1] : nil)
    let day = numbers.count > 2 ? numbers[2] : nil
    guard isValid(year: year, month: month ?? 1, day: day ?? 1) else { return nil }
    let last = month ?? 12
    return number(
      year: year, month: month ?? 1, day: day ?? 1)...number(
        year: year, month: last, day: day ?? length(ofMonth: last, year: year))
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }
}
