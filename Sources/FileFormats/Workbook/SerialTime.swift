/// A date or time as spreadsheets keep it: days since a first day, the time of day as a fraction.
///
/// > Reference: ECMA-376 part 1, 18.17.4. The 1900 system counts a 29 February 1900 that never was.
struct SerialTime: Sendable {
  private static let dayLength = 86_400_000

  /// Whole days, and milliseconds of the day.
  private let day: Int
  private let milliseconds: Int
  private let is1904: Bool

  /// Rounds to milliseconds; nil for what no spreadsheet shows as a date: below 0 and after 9999.
  init?(_ serial: Double, is1904: Bool) {
    guard serial >= 0, serial < 2_958_466 - (is1904 ? 1_462 : 0) else { return nil }
    let all = Int((serial * Double(Self.dayLength)).rounded())
    (day, milliseconds) = all.quotientAndRemainder(dividingBy: Self.dayLength)
    self.is1904 = is1904
  }

  /// ISO 8601 text in the parts a format shows; nil where the number is none of these.
  func text(_ format: NumberFormat) -> String? {
    switch format {
    case .number: nil
    case .date: date
    case .dateAndTime: date.map { "\($0)T\(clock(0))" } ?? clock(0)
    case .time: day == 0 ? clock(0) : date.map { "\($0)T\(clock(0))" }
    case .elapsed: clock(day * 24)
    case .dateOrTime:
      if day == 0 { clock(0) } else if milliseconds == 0 { date } else { text(.dateAndTime) }
    }
  }

  /// The day, nil for day 0 of the 1900 system, which is none.
  private var date: String? {
    if is1904 { return Self.date(sinceEpoch: day - 24_107) }
    switch day {
    case 0: return nil
    case 60: return "1900-02-29"
    default: return Self.date(sinceEpoch: day - (day < 60 ? 25_568 : 25_569))
    }
  }

  private func clock(_ moreHours: Int) -> String {
    let (seconds, rest) = milliseconds.quotientAndRemainder(dividingBy: 1000)
    let parts = [moreHours + seconds / 3600, seconds / 60 % 60, seconds % 60]
    let text = parts.map { Self.padded($0, 2) }.joined(separator: ":")
    return rest == 0 ? text : text + "." + Self.padded(rest, 3)
  }

  /// The day of the Gregorian calendar so many days after 1 January 1970.
  private static func date(sinceEpoch days: Int) -> String {
    // Years begin in March, so that the day a leap year adds is their last.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let year = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    let calendarMonth = month < 10 ? month + 3 : month - 9
    let calendarYear = year + era * 400 + (calendarMonth <= 2 ? 1 : 0)
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    return "\(padded(calendarYear, 4))-\(padded(calendarMonth, 2))-\(padded(day, 2))"
  }

  private static func padded(_ number: Int, _ length: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, length - digits.count)) + digits
  }
}
