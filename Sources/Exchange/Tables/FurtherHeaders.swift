import FileFormats
import StudyModel

/// Rows of headings below the header, as Qualtrics writes them: the questions' texts, and ids in braces.
struct FurtherHeaders {
  /// How many there are.
  let count: Int
  private let first: Int

  /// Looks at the first rows of a table of which none was read; nil where they are rows of data.
  init?(in source: any TableSource) {
    let rows = source.firstRows(2)
    guard rows.count == 2, rows.map(\.row) == [source.header.row + 1, source.header.row + 2],
      rows[1].fields.contains(where: { $0.hasPrefix("{\"ImportId\"") })
    else { return nil }
    (count, first) = (2, rows[0].row)
  }

  /// That they were passed over.
  func note(file: String) -> Diagnostic {
    Diagnostic(
      code: .furtherHeaders, severity: .note, place: .init(file: file, row: first),
      message: "rows \(first) and \(first + 1) are further rows of headings, and were passed over",
      remedy: "Nothing, if they hold no answers.")
  }
}
