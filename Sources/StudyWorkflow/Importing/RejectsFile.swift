import Exchange
import FileFormats

/// The file of rejected rows, as they stood, which can be mended and imported.
///
/// The reasons stand in a last column, which is passed over when the file comes in again.
enum RejectsFile {
  /// What the name of a file of rejected rows ends in.
  static let suffix = ".rejects.csv"

  /// What standard input is called.
  static let standardInput = "standard input"

  /// Where the rejected rows of a file go unless it is told; the name of one of standard input.
  static func name(for file: String) -> String {
    file == standardInput ? "standard-input\(suffix)" : file + suffix
  }

  /// Where rejected rows go: in the place of earlier ones, never of another file; `inputs` are the
  /// files that the same command reads.
  static func target(_ path: String, inputs: [String]) -> FileTarget {
    FileTarget(path, for: .owner, existing: .replacedIf { isRejects($0) }, inputs: inputs)
  }

  /// Whether a file is one of rejected rows: its header ends in the column of reasons.
  private static func isRejects(_ bytes: [UInt8]) -> Bool {
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

  /// Writes rejected rows to a file, replacing what an earlier import left there.
  ///
  /// - Throws: `FileError` where it cannot be written.
  static func write(_ rows: RejectedRows, to path: String, inputs: [String]) throws {
    var writer = try CSVWriter.file(target(path, inputs: inputs))
    try writer.write(rows.columns.map { .text($0) } + [.text(TableColumns.reasonColumn)])
    try rows.eachRow { row in
      // A short row is filled up, so that the reason stands in its own column; a long one is left.
      var fields = row.fields
      while fields.count < rows.columns.count { fields.append("") }
      fields.append(row.reasons.joined(separator: " "))
      try writer.write(fields.map { .text($0) })
    }
    try writer.finish()
  }
}
