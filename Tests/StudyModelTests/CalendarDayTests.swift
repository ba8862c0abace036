import Foundation
import StudyModel
import Testing

@Suite("Days of a date as it was written, against Foundation's Gregorian calendar")
struct CalendarDayTests {
  @Test("A day, a month and a year cover so many days")
  func lengths() throws {
    #expect(try #require(CalendarDay.days(of: "2024-02-29")).count == 1)
    #expect(try #require(CalendarDay.days(of: "2024-02")).count == 29)
    #expect(try #require(CalendarDay.days(of: "2024")).count == 366)
    #expect(try #require(CalendarDay.days(of: "1900")).count == 365)
    for text in ["", "24", "2024-2", "2024-13", "2023-02-29", "2024-02-29-1", "2024-0a", "-024"] {
      #expect(CalendarDay.days(of: text) == nil, "\(text)")
    }
  }

  @Test("The distance between days, and the year of each")
  func distances() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    let first = try #require(CalendarDay.days(of: "1896-01-01")).lowerBound
    let start = try #require(
      calendar.date(from: DateComponents(year: 1896, month: 1, day: 1)))
    for offset in stride(from: 0, to: 80_000, by: 61) {
      let date = try #require(calendar.date(byAdding: .day, value: offset, to: start))
      let parts = calendar.dateComponents([.year, .month, .day], from: date)
      let (year, month, day) = (
        try #require(parts.year), try #require(parts.month), try #require(parts.day)
      )
      let text = String(format: "%04d-%02d-%02d", year, month, day)
      #expect(CalendarDay.days(of: text) == first + offset...first + offset, "\(text)")
      #expect(CalendarDay.year(of: first + offset) == year, "\(text)")
    }
    for year in 0...2400 {
      let new = CalendarDay.first(ofYear: year)
      #expect(CalendarDay.year(of: new) == year)
      if year > 0 { #expect(CalendarDay.year(of: new - 1) == year - 1) }
    }
  }
}
