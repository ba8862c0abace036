import Exchange
import StudyModel
import StudyStore
import StudyWorkflow
import Testing

/// New rows are stored in bulk; a file with others comes in row by row, with the same result.
struct BulkImportTests {
  /// Forty spans of a source without a transcript, coded by two coders, and a column kept as text.
  private static let codings: [String] = (0..<80).map { number in
    let (coder, start) = (number < 40 ? "ana" : "ben", number % 40 * 10)
    return "n9,\(coder),gain.fitness,\(start),\(start + 5),north,\"say \"\"\(number)\"\"\""
  }
  private static let header = "source,coder,code,start,end,case,note\n"

  @Test("Codings of one span share its segment; kept columns read back as they were")
  func sharedSpans() throws {
    let walks = try Walks.begun()
    let report = try walks.bring(.codings, Self.header + Self.codings.joined(separator: "\n"))
    #expect(report.entry.rowsKept == 80)
    #expect(report.counts["segments"] == 40)
    let notes = try walks.texts(
      "SELECT text FROM keptText WHERE \"column\" = 'note' ORDER BY fileRow")
    #expect(notes == (0..<80).map { "say \"\($0)\"" })
  }

  @Test("A row that comes twice lets the file in all the same, and once")
  func rowTwice() throws {
    let walks = try Walks.begun()
    let rows = Self.codings + [Self.codings[7]]
    let report = try walks.bring(.codings, Self.header + rows.joined(separator: "\n"))
    #expect(report.entry.rowsKept == 80)
    #expect(report.entry.rowsSkipped == 1)
    #expect(report.counts["segments"] == 40)
    let other = try Walks.begun()
    try other.bring(.codings, Self.header + Self.codings.joined(separator: "\n"))
    #expect(try walks.codings() == other.codings())
  }
}
