import FileFormats
import Foundation
public import StudyModel

extension AgreementTable {
  /// The names that a file declares, in order: a name a line, also below a heading, or JSON with a list.
  ///
  /// Blanks belong to a name.
  ///
  /// - Parameters:
  ///   - bytes: What is in the file.
  ///   - name: What it is called; JSON is known by that.
  ///   - what: What is declared.
  /// - Returns: The names, in order.
  /// - Throws: `Failure` where the file does not declare it.
  public static func names(
    in bytes: [UInt8], file name: String, as what: RatedNames
  ) throws -> [String] {
    if name.hasSuffix(".json") {
      guard let list = try json(bytes, name)[what.rawValue] as? [Any] else {
        throw unreadable(name, what.rawValue)
      }
      return list.map { "\($0)" }
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
    let lines = String(decoding: text, as: UTF8.self).replacing("\r\n", with: "\n")
      .components(separatedBy: "\n").filter { !$0.isEmpty }
    // What the first line may say that is no name.
    let heads = [what.rawValue, "category", "value", "coder", "code"]
    return Array(lines.drop { heads.contains($0.lowercased()) && $0 == lines.first })
  }

  /// Where each document begins and ends: a table `document,start,end`, or JSON with `documents`.
  ///
  /// - Parameters:
  ///   - bytes: What is in the file.
  ///   - name: What it is called; JSON is known by that.
  /// - Returns: The documents, in the order of the file.
  /// - Throws: `Failure` and `DiagnosticsError` where the file does not declare it.
  public static func documents(
    in bytes: [UInt8], file name: String
  ) throws -> [DocumentExtent] {
    if name.hasSuffix(".json") {
      guard let entries = try json(bytes, name)["documents"] as? [String: [Int]] else {
        throw unreadable(name, "documents")
      }
      return try entries.sorted { $0.key < $1.key }.map { document, ends in
        guard ends.count == 2, ends[0] <= ends[1] else { throw unreadable(name, "documents") }
        return DocumentExtent(name: document, extent: ends[0]..<ends[1])
      }
    }
    let table = AgreementTable(.bytes(bytes), name: name)
    let (reader, columns) = try table.open(["document", "start", "end"])
    var found: [DocumentExtent] = []
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
      found.append(DocumentExtent(name: record.string(at: columns[0]), extent: start..<end))
    }
    guard problems.isEmpty else { throw DiagnosticsError(problems) }
    return found
  }

  private static func json(_ bytes: [UInt8], _ name: String) throws -> [String: Any] {
    let found: Any
    do {
      found = try JSONSerialization.jsonObject(with: Data(bytes))
    } catch {
      throw Failure(
        .data, .noDeclaration, "\(name) is no JSON: \(Self.reason(error))",
        remedy: "Correct it at that place.", place: .init(file: name))
    }
    guard let object = found as? [String: Any] else { throw unreadable(name, "an object") }
    return object
  }

  /// What is wrong with a JSON text, and where.
  private static func reason(_ error: any Error) -> String {
    let told = (error as NSError).userInfo[NSDebugDescriptionErrorKey] as? String
    return (told ?? error.localizedDescription).trimmingCharacters(in: ["."])
  }

  private static func unreadable(_ name: String, _ key: String) -> Failure {
    Failure(
      .data, .noDeclaration, "\(name) does not declare \(key)",
      remedy: "Write one name a line, or JSON with \"\(key)\".", place: .init(file: name))
  }
}
