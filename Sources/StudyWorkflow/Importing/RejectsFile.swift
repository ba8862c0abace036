import Exchange
import FileFormats
import Foundation
import StudyModel

/// The file of rejected rows, as they stood, which can be mended and imported.
///
/// Two further columns say of which file a row is and why it was rejected. They are passed over when the
/// file comes in again, under whatever name; by the first the study knows which rows came back.
enum RejectsFile {
  /// What the name of a file of rejected rows ends in.
  static let suffix = ".rejects.csv"

  /// Where the rejected rows of a file go unless it is told; the name of one of standard input.
  static func name(for file: String) -> String {
    file == ImportEntry.standardInput ? "standard-input\(suffix)" : file + suffix
  }

  /// The name of the file whose rejected rows a file of this name holds; nil where it is no such name.
  static func origin(of name: String) -> String? {
    guard let match = name.wholeMatch(of: /(.+)\.rejects(-[0-9]+)?\.csv/) else { return nil }
    return String(match.1)
  }

  /// What is known of rejected rows that a file of this name and kind may bring back.
  static func awaited(_ imports: [ImportEntry], kind: String, name: String) -> AwaitedRejects {
    let rejecting = imports.filter {
      $0.undoneAt == nil && $0.kind == kind && $0.rowsRejected > 0
    }
    let files = Set(rejecting.map(\.file))
    return AwaitedRejects(
      files: files, byName: origin(of: name).flatMap { files.contains($0) ? $0 : nil })
  }

  /// Where rejected rows go: in the place of earlier ones, never of another file; `inputs` are the
  /// files that the same command reads.
  static func target(_ path: String, inputs: [String]) -> FileTarget {
    FileTarget(path, for: .owner, existing: .replacedIf { isRejects($0) }, inputs: inputs)
  }

  /// Whether a file is one of rejected rows: its header ends in the column of reasons.
  static func isRejects(_ bytes: [UInt8]) -> Bool {
    guard let header = try? TableReader(.bytes(bytes)).header.names.last else {
      return bytes.isEmpty
    }
    return header.lowercased() == TableColumns.reasonColumn
  }

  /// Looks whether rejected rows may be written there, before the work that may reject some.
  ///
  /// - Throws: `FileError` that says what stands in the way.
  static func check(_ path: String, inputs: [String]) throws {
    try target(path, inputs: inputs).check()
  }

  /// Writes rejected rows to a file of a name that they have by themselves, beside what is there: an
  /// earlier file of them may have been mended since.
  ///
  /// - Returns: Where they are: in the file that is there where it holds the same, else in the first
  ///   free one of `FILE.rejects.csv`, `FILE.rejects-2.csv` and so on.
  /// - Throws: `FileError` where it cannot be written.
  static func writeBeside(
    _ rows: RejectedRows, to path: String, inputs: [String]
  ) throws -> String {
    let stem = path.hasSuffix(suffix) ? String(path.dropLast(4)) : path
    var names = [path]
    while FileManager.default.fileExists(atPath: names[names.count - 1]) {
      names.append("\(stem)-\(names.count + 1).csv")
    }
    let free = names.removeLast()
    try write(rows, to: free, inputs: inputs)
    guard
      let same = names.last(where: { FileManager.default.contentsEqual(atPath: $0, andPath: free) })
    else { return free }
    try FileManager.default.removeItem(atPath: free)
    return same
  }

  /// Writes rejected rows to a file, replacing what an earlier import left there.
  ///
  /// - Throws: `FileError` where it cannot be written.
  static func write(_ rows: RejectedRows, to path: String, inputs: [String]) throws {
    var writer = try CSVWriter.file(target(path, inputs: inputs))
    try writer.write((rows.columns + TableColumns.ofRejects).map { .text($0) })
    try rows.eachRow { row in
      // A short row is filled up, so that both stand in their own columns; a long one is left.
      var fields = row.fields
      while fields.count < rows.columns.count { fields.append("") }
      fields += [rows.origin, row.reasons.joined(separator: " ")]
      try writer.write(fields.map { .text($0) })
    }
    try writer.finish()
  }
}
