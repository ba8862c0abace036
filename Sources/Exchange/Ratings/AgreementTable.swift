public import FileFormats
import Foundation
public import StudyModel

/// A table of ratings, codes or spans that belongs to no study, and what is declared about it.
public struct AgreementTable: Sendable {
  /// Where the table is.
  public var source: ByteSource
  /// The file's name, for messages.
  public var name: String
  /// The sheet, where the file is a workbook; nil: the first that can be seen.
  public var sheet: String?
  /// The scale, in order; nil where none is declared.
  public var categories: [String]?
  /// The coders, in order; nil for those in the file.
  ///
  /// A coder without a row must be declared.
  public var coders: [String]?
  /// The codes, in order; nil for those in the file.
  public var codes: [String]?
  /// The texts with where they begin and end; nil where they are not declared.
  public var documents: [DocumentExtent]?
  /// Whether blanks around a field are dropped; otherwise they belong to the label.
  public var trims = false

  /// Names a table about which nothing is declared.
  public init(_ source: ByteSource, name: String) { (self.source, self.name) = (source, name) }

  /// Opens the table and finds the columns its layout needs.
  func open(_ columns: [String]) throws -> (reader: TableReader, columns: [Int]) {
    let reader = try openAny()
    try refuse(
      reader.header.duplicates.filter { columns.contains($0.name.lowercased()) },
      row: reader.header.row)
    let places = columns.map { reader.header.column($0) }
    let missing = zip(columns, places).filter { $0.1 == nil }.map(\.0)
    guard missing.isEmpty else {
      let below = HeaderBelow(in: reader) { row in columns.allSatisfy { row.column($0) != nil } }
      if let below {
        let names = missing.map { "\"\($0)\"" }.joined(separator: ", ")
        throw DiagnosticsError([
          below.diagnostic(
            .agreementColumn, lacking: "no column \(names)", header: reader.header, file: name)
        ])
      }
      throw DiagnosticsError([
        Diagnostic(
          code: .agreementColumn, severity: .error,
          place: .init(file: name, row: reader.header.row),
          found: reader.header.names.joined(separator: ", "),
          message: "there is no column \(missing.map { "\"\($0)\"" }.joined(separator: ", "))",
          remedy:
            "The layout is \(columns.joined(separator: ",")), with these names in the first row")
      ])
    }
    return (reader, places.compactMap { $0 })
  }

  func openAny() throws -> TableReader {
    if case .path(let path) = source, !FileManager.default.fileExists(atPath: path) {
      throw Failure.noFile(path)
    }
    do {
      return try TableReader(
        source, options: TableOptions(computesDigest: false, keepsBlanks: !trims, sheet: sheet))
    } catch {
      throw DiagnosticsError([Diagnostic(error, file: name)])
    }
  }

  /// Refuses columns of the same name.
  func refuse(_ doubled: [TableHeader.Duplicate], row: Int) throws {
    guard !doubled.isEmpty else { return }
    throw DiagnosticsError(doubled.map { .doubledColumn($0, file: name, row: row) })
  }

  /// Reads every row that is not empty, with faults of the file as messages.
  ///
  /// - Parameters:
  ///   - reader: The open table.
  ///   - required: Columns in which something must stand, by their names.
  ///   - body: Called with each row.
  /// - Returns: what is to be told of the cells of a sheet.
  /// - Throws: `DiagnosticsError` for rows that cannot stand and faults of the file; what `body` throws.
  func readAll(
    _ reader: TableReader, required: [(name: String, column: Int)] = [],
    _ body: (borrowing TableRow) throws -> Void
  ) throws -> [Diagnostic] {
    var problems: [Diagnostic] = []
    let width = reader.header.count
    do {
      try reader.read(parallel: true) { record in
        guard record.count <= width else {
          return note(
            &problems,
            .fieldCount(record.count, header: width, file: name, row: record.row))
        }
        guard !record.isBlank else { return }
        for (name, column) in required where record.isEmpty(at: column) {
          return note(&problems, .empty(name, file: self.name, row: record.row))
        }
        try body(record)
      }
    } catch let error as TableError {
      throw DiagnosticsError(problems + [Diagnostic(error, file: name)])
    }
    guard problems.isEmpty else { throw DiagnosticsError(problems) }
    guard let summary = reader.summary else { return [] }
    return [Diagnostic.guessed(summary, file: name)].compactMap(\.self)
      + summary.notes.map { Diagnostic($0, file: name) }
  }

  /// The first twenty faults say enough.
  private func note(_ problems: inout [Diagnostic], _ problem: @autoclosure () -> Diagnostic) {
    if problems.count < 20 { problems.append(problem()) }
  }

  /// The warning that so many of something stand in the file again, with nothing new to say.
  func doubled(_ count: Int, _ what: String) -> [Diagnostic] {
    guard count > 0 else { return [] }
    return [
      Diagnostic(
        code: .doubledRating, severity: .warning, place: .init(file: name),
        message: "\(what) that stand in the file more than once, with the same value: \(count)",
        remedy: "Each counts once")
    ]
  }
}

extension TableRow {
  /// A whole number, whatever blanks stand around it.
  func offset(at column: Int) -> Int? {
    int(at: column) ?? Int(string(at: column).trimmingCharacters(in: .whitespaces))
  }
}
