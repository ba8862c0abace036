import FileFormats
import Foundation
import StudyModel

/// A row below the header that has the names which the header lacks: a title stands above it, or merged
/// cells make the names take several rows.
///
/// What is missing then is no column, and to say so would lead astray.
struct HeaderBelow {
  /// How many rows are looked at, the header among them.
  static let mostRows = 20

  /// The names of that row.
  let header: TableHeader

  /// Looks for the row in a table of which none was read; `hasNames` knows it.
  init?(in source: any TableSource, where hasNames: (TableHeader) -> Bool) {
    for (row, fields) in source.firstRows(Self.mostRows) where row <= Self.mostRows {
      for candidate in Self.readings(of: fields) {
        let header = TableHeader(names: candidate, row: row)
        if hasNames(header) {
          self.header = header
          return
        }
      }
    }
    return nil
  }

  /// The fields of a row; of one that is a single text also those which another delimiter makes, since
  /// the delimiter was recognized in the title.
  private static func readings(of fields: [String]) -> [[String]] {
    guard let only = fields.first, fields.count == 1 else { return [fields] }
    return [",", ";", "\t"].map { only.components(separatedBy: $0) }
  }

  /// What is to be told of it, `lacking` being what the header does not have: `no column "case"`.
  func diagnostic(
    _ code: MessageCode = .missingColumn, lacking: String, header: TableHeader, file: String
  ) -> Diagnostic {
    let shown = header.names.filter { !$0.isEmpty }.prefix(3)
      .map { "\"\($0)\"" }.joined(separator: ", ")
    let last = self.header.row - 1
    let above = last == header.row ? "row \(last)" : "rows \(header.row) to \(last)"
    return Diagnostic(
      code: code, severity: .error, place: .init(file: file, row: header.row),
      found: header.names.first,
      message:
        "the first row (\(shown)) is taken for the header and has \(lacking), and row \(self.header.row) has what is looked for",
      remedy:
        "Let all names stand in one row with nothing above it: delete \(above), and take merged cells apart."
    )
  }
}

extension Diagnostic {
  /// That a table lacks columns, told of the row that has all that a header must have; nil where none is
  /// missing, or no row has them.
  static func headerBelow(
    _ problems: [Diagnostic], required: [String], in source: any TableSource, file: String
  ) -> Diagnostic? {
    let missing = problems.filter { $0.code == .missingColumn }.compactMap(\.place.column)
    guard !missing.isEmpty else { return nil }
    let below = HeaderBelow(in: source) { row in required.allSatisfy { row.column($0) != nil } }
    let names = missing.map { "\"\($0)\"" }.joined(separator: ", ")
    return below?.diagnostic(lacking: "no column \(names)", header: source.header, file: file)
  }
}
