import Exchange
import FileFormats
import Foundation
import StudyModel

/// A table of ratings, codes or spans that belongs to no study, and what is declared about it.
public struct AgreementTable: Sendable {
  /// The file's path, `-` for standard input.
  public var path: String
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
  public var documents: [(name: String, extent: Range<Int>)]?
  /// Whether blanks around a field are dropped; otherwise they belong to the label.
  public var trims = false

  /// Names a table about which nothing is declared.
  public init(path: String, sheet: String? = nil) { (self.path, self.sheet) = (path, sheet) }

  /// The file's name, for messages.
  var name: String { path == "-" ? "standard input" : (path as NSString).lastPathComponent }

  /// Opens the table and finds the columns its layout needs.
  func open(_ columns: [String]) throws -> (reader: TableReader, columns: [Int]) {
    let reader = try openAny()
    for name in columns {
      try refuseDoubled(
        reader.header.names.filter { $0.lowercased() == name }, row: reader.header.row)
    }
    let places = columns.map { reader.header.column($0) }
    let missing = zip(columns, places).filter { $0.1 == nil }.map(\.0)
    guard missing.isEmpty else {
      throw DiagnosticsError([
        Diagnostic(
          code: "AGREE-001", severity: .error, place: .init(file: name, row: reader.header.row),
          found: reader.header.names.joined(separator: ", "),
          message: "there is no column \(missing.map { "\"\($0)\"" }.joined(separator: ", "))",
          remedy:
            "The layout is \(columns.joined(separator: ",")), with these names in the first row")
      ])
    }
    return (reader, places.compactMap { $0 })
  }

  func openAny() throws -> TableReader {
    if path != "-", !FileManager.default.fileExists(atPath: path) {
      throw Self.missing(path)
    }
    do {
      return try TableReader(
        ByteSource(argument: path),
        options: TableOptions(computesDigest: false, keepsBlanks: !trims, sheet: sheet))
    } catch {
      throw DiagnosticsError([Diagnostic(error, file: name)])
    }
  }

  /// Refuses columns of the same name.
  func refuseDoubled(_ names: [String], row: Int) throws {
    guard names.count > 1 else { return }
    throw DiagnosticsError([
      Diagnostic(
        code: "CSV-002", severity: .error, place: .init(file: name, row: row, column: names[0]),
        found: names[0], message: "the header names \"\(names[0])\" more than once",
        remedy: "Either remove or rename all but one of them")
    ])
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
        guard record.count <= width else { return note(&problems, tooMany(record, width)) }
        guard !record.isBlank else { return }
        for (name, column) in required where record.isEmpty(at: column) {
          return note(&problems, empty(name, record.row))
        }
        try body(record)
      }
    } catch let error as CSVError {
      throw DiagnosticsError(problems + [Diagnostic(error, file: name)])
    }
    guard problems.isEmpty else { throw DiagnosticsError(problems) }
    return reader.summary?.notes.map { Diagnostic($0, file: name) } ?? []
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
        code: "AGREE-009", severity: .warning, place: .init(file: name),
        message: "\(what) that stand in the file more than once, with the same value: \(count)",
        remedy: "Each counts once")
    ]
  }

  private func tooMany(_ record: borrowing TableRow, _ width: Int) -> Diagnostic {
    Diagnostic(
      code: "CSV-010", severity: .error, place: .init(file: name, row: record.row),
      message: "the row has \(record.count) fields and the header \(width)",
      remedy: "Put a field that holds a delimiter into quotation marks")
  }

  private func empty(_ column: String, _ row: Int) -> Diagnostic {
    Diagnostic(
      code: "CSV-011", severity: .error, place: .init(file: name, row: row, column: column),
      message: "the \(column) is empty", remedy: "Either fill it in or remove the row")
  }
}

extension TableRow {
  /// A whole number, whatever blanks stand around it.
  func offset(at column: Int) -> Int? {
    int(at: column) ?? Int(string(at: column).trimmingCharacters(in: .whitespaces))
  }
}

extension AgreementTable {
  /// What is declared of categories, coders or codes: a list with commas, or a file.
  ///
  /// A file has a name a line, or a column of this name, or is JSON with a list of this name. Blanks
  /// belong to a name.
  public static func declared(_ argument: String, as key: String) throws -> [String] {
    guard FileManager.default.fileExists(atPath: argument) else {
      return argument.components(separatedBy: ",")
    }
    if argument.hasSuffix(".json") {
      guard let list = try json(argument)[key] as? [Any] else { throw unreadable(argument, key) }
      return list.map { "\($0)" }
    }
    guard let data = FileManager.default.contents(atPath: argument) else {
      throw unreadable(argument, key)
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = data.starts(with: mark) ? data.dropFirst(mark.count) : data
    let lines = String(decoding: text, as: UTF8.self).replacing("\r\n", with: "\n")
      .components(separatedBy: "\n").filter { !$0.isEmpty }
    let heads = [key, "category", "value", "coder", "code"]
    return Array(lines.drop { heads.contains($0.lowercased()) && $0 == lines.first })
  }

  /// What is declared of documents: a table `document,start,end`, or JSON with `documents`.
  public static func declaredDocuments(
    _ path: String
  ) throws -> [(name: String, extent: Range<Int>)] {
    guard FileManager.default.fileExists(atPath: path) else { throw missing(path) }
    if path.hasSuffix(".json") {
      guard let entries = try json(path)["documents"] as? [String: [Int]] else {
        throw unreadable(path, "documents")
      }
      return try entries.sorted { $0.key < $1.key }.map { name, ends in
        guard ends.count == 2, ends[0] <= ends[1] else { throw unreadable(path, "documents") }
        return (name, ends[0]..<ends[1])
      }
    }
    let table = AgreementTable(path: path)
    let (reader, columns) = try table.open(["document", "start", "end"])
    var found: [(name: String, extent: Range<Int>)] = []
    var problems: [Diagnostic] = []
    var names = NameTable()
    func refuse(_ message: String, _ row: Int) {
      problems.append(
        Diagnostic(
          code: "AGREE-002", severity: .error, place: .init(file: table.name, row: row),
          message: message, remedy: "Correct the row"))
    }
    _ = try table.readAll(reader, required: [("document", columns[0])]) { record in
      guard let start = record.offset(at: columns[1]), let end = record.offset(at: columns[2]),
        start <= end
      else {
        return refuse(
          "a document needs whole numbers for start and end, the end not before the start",
          record.row)
      }
      guard names.number(record.bytes(at: columns[0])) == found.count else {
        return refuse("the document is declared in an earlier row", record.row)
      }
      found.append((record.string(at: columns[0]), start..<end))
    }
    guard problems.isEmpty else { throw DiagnosticsError(problems) }
    return found
  }

  private static func json(_ path: String) throws -> [String: Any] {
    let data = FileManager.default.contents(atPath: path) ?? Data()
    guard let object = try? JSONSerialization.jsonObject(with: data) as? [String: Any] else {
      throw unreadable(path, "an object")
    }
    return object
  }

  private static func missing(_ path: String) -> Failure {
    Failure.noFile(path)
  }

  private static func unreadable(_ path: String, _ key: String) -> Failure {
    Failure(
      .data, .noDeclaration, "\(path) does not declare \(key)",
      remedy: "Write one name a line, or JSON with \"\(key)\".", place: .init(file: path))
  }
}
