import FileFormats
import Foundation
import StudyModel

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
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = data.starts(with: mark) ? data.dropFirst(mark.count) : data
    let lines = String(decoding: text, as: UTF8.self).replacing("\r\n", with: "\n")
      .components(separatedBy: "\n").filter { !$0.isEmpty }
    let heads = [key, "category", "value", "coder", "code"]
    return Array(lines.drop { heads.contains($0.lowercased()) && $0 == lines.first })
  }

  /// What `--documents` declares: a table `document,start,end`, or JSON with `documents`.
  public static func declaredDocuments(
    _ path: String
  ) throws -> [(name: String, extent: Range<Int>)] {
    guard FileManager.default.fileExists(atPath: path) else { throw Failure.noFile(path) }
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
    var names = ByteNames()
    func refuse(_ message: String, _ row: Int) {
      problems.append(
        Diagnostic(
          code: .documentExtent, severity: .error, place: .init(file: table.name, row: row),
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
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure(
        .data, .noDeclaration, "\(path) cannot be read", remedy: "Make it readable.",
        place: .init(file: path))
    }
    let found: Any
    do {
      found = try JSONSerialization.jsonObject(with: data)
    } catch {
      throw Failure(
        .data, .noDeclaration, "\(path) is no JSON: \(Self.reason(error))",
        remedy: "Correct it at that place.", place: .init(file: path))
    }
    guard let object = found as? [String: Any] else { throw unreadable(path, "an object") }
    return object
  }

  /// What is wrong with a JSON text, and where.
  private static func reason(_ error: any Error) -> String {
    let told = (error as NSError).userInfo[NSDebugDescriptionErrorKey] as? String
    return told ?? error.localizedDescription
  }

  private static func unreadable(_ path: String, _ key: String) -> Failure {
    Failure(
      .data, .noDeclaration, "\(path) does not declare \(key)",
      remedy: "Write one name a line, or JSON with \"\(key)\".", place: .init(file: path))
  }
}
