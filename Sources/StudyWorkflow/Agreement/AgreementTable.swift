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

  /// Names a table about which nothing is declared.
  public init(path: String, sheet: String? = nil) { (self.path, self.sheet) = (path, sheet) }

  /// The file's name, for messages.
  var name: String { path == "-" ? "standard input" : (path as NSString).lastPathComponent }

  /// Opens the table and finds the columns its layout needs.
  func open(_ columns: [String]) throws -> (reader: CSVReader, columns: [Int]) {
    let reader = try openAny()
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

  func openAny() throws -> CSVReader {
    if path != "-", !FileManager.default.fileExists(atPath: path) {
      throw TaskError(
        code: "INPUT-001", text: "There is no file \(path). Check its name.", exitCode: 66)
    }
    do {
      return try CSVReader(
        CSVSource(argument: path), options: CSVOptions(computesDigest: false, sheet: sheet))
    } catch {
      throw DiagnosticsError([Diagnostic(error, file: name)])
    }
  }

  /// Reads every row, with a fault of the file as a message.
  ///
  /// - Returns: what is to be told of the cells of a sheet.
  func readAll(
    _ reader: CSVReader, _ body: (borrowing CSVRecord) throws -> Void
  ) throws -> [Diagnostic] {
    do {
      try reader.read(parallel: true, body)
      return reader.summary?.notes.map { Diagnostic($0, file: name) } ?? []
    } catch let error as CSVError {
      throw DiagnosticsError([Diagnostic(error, file: name)])
    }
  }
}

extension AgreementTable {
  /// What `--categories`, `--coders` or `--codes` declares: a list with commas, or a file.
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
    let lines = String(decoding: data, as: UTF8.self).replacing("\r\n", with: "\n")
      .components(separatedBy: "\n").filter { !$0.isEmpty }
    let heads = [key, "category", "value", "coder", "code"]
    return Array(lines.drop { heads.contains($0.lowercased()) && $0 == lines.first })
  }

  /// What `--documents` declares: a table `document,start,end`, or JSON with `documents`.
  public static func declaredDocuments(
    _ path: String
  ) throws -> [(name: String, extent: Range<Int>)] {
    guard FileManager.default.fileExists(atPath: path) else { throw unreadable(path, "documents") }
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
    _ = try table.readAll(reader) { record in
      guard let start = record.int(at: columns[1]), let end = record.int(at: columns[2]),
        start <= end
      else {
        problems.append(
          Diagnostic(
            code: "AGREE-002", severity: .error, place: .init(file: table.name, row: record.row),
            message:
              "a document needs whole numbers for start and end, the end not before the start",
            remedy: "Correct the row"))
        return
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

  private static func unreadable(_ path: String, _ key: String) -> TaskError {
    TaskError(
      code: "AGREE-003", text: "\(path) does not declare \(key): see 'covalence agree --help'.",
      exitCode: 65)
  }
}
