import StudyModel
import Testing

@Suite("Moments are compared by the clock, whatever form they are written in")
struct ClockTimeTests {
  @Test(
    "Two forms of one moment",
    arguments: [
      ("2026-04-14", "2026-04-14T00:00Z"), ("2026-04-14 10:30", "2026-04-14T10:30:00"),
      ("2026-04-14T10:30:00Z", "2026-04-14T12:30:00.000+02:00"),
      ("2026-04-13T23:30-05:30", "2026-04-14T05:00Z"),
      ("2024-02-29T22:00", "2024-03-01T00:00+02:00"),
    ])
  func equal(_ one: String, _ other: String) throws {
    #expect(try #require(ClockTime(one)) == #require(ClockTime(other)))
  }

  @Test(
    "The earlier of two",
    arguments: [
      ("2026-04-14T18:30", "2026-04-14T18:31"), ("2026-04-14", "2026-04-14T00:01"),
      ("2026-04-14T23:00+02:00", "2026-04-14T21:30Z"),
      ("2026-04-14T10:00:00.09", "2026-04-14T10:00:00.1"),
      ("2000-01-01T00:00:00Z", "2000-01-01T00:00:00.0000000000000000001Z"),
      ("2023-02-28", "2023-03-01"),
    ])
  func order(_ one: String, _ other: String) throws {
    let (first, second) = (try #require(ClockTime(one)), try #require(ClockTime(other)))
    #expect(first < second && !(second < first))
  }

  @Test(
    "What is no time",
    arguments: [
      "2026-02-30", "2023-02-29", "2026-13-01", "2026-4-1", "2026", "yesterday", "2026-04-14T25:00",
      "2026-04-14T10", "2026-04-14T9:30", "2026-01-01T24:00", "", "2026-04-14T10:00+2",
      "٢٠٢٦-04-14", "2026-04-14Z", "2026-04-14T10:00.5",
    ])
  func refused(_ text: String) { #expect(ClockTime(text) == nil) }
}
