import Exchange
import FileFormats
import StudyModel

/// The file of rejected rows, as they stood.
///
/// The reasons stand in a last column; mended, the file can be imported. That column is passed over when the file comes in again.
final class RejectsFile {
  /// What the name of a file of rejected rows ends in.
  static let suffix = ".rejects.csv"

  /// Where the rejected rows of a file go unless it is told; the name of one of standard input.
  static func name(for file: String) -> String {
    file == standardInput ? "standard-input\(suffix)" : file + suffix
  }

  /// What standard input is called.
  static let standardInput = "standard input"

  private let path: String
  private let width: Int
  private var writer: CSVWriter?

  /// Where rejected rows go: in the place of earlier ones, never of another file.
  static func target(_ path: String, input: String) -> FileTarget {
    FileTarget(
      path, for: .owner, existing: .replacedIf { isRejects($0) }, inputs: [input])
  }

  /// Whether a file is one of rejected rows: its header ends in the column of reasons.
  private static func isRejects(_ bytes: [UInt8]) -> Bool {
    guard let header = try? CSVReader(.bytes(bytes)).header.names.last else { return bytes.isEmpty }
    return header.lowercased() == TableColumns.reasonColumn
  }

  init(_ target: FileTarget, header: CSVHeader) throws {
    path = target.path
    let names = header.names.filter { $0.lowercased() != TableColumns.reasonColumn }
    width = names.count
    var writer = try CSVWriter.file(target)
    try writer.write(names.map { .text($0) } + [.text(TableColumns.reasonColumn)])
    self.writer = consume writer
  }

  func add(_ record: borrowing CSVRecord, _ problems: [Diagnostic]) throws {
    // A short row is filled up, so that the reason stands in its own column; a long one is left.
    var fields = Array(record.strings.prefix(max(width, record.count)))
    while fields.count < width { fields.append("") }
    let reasons = problems.filter { $0.severity == .error }.map { problem in
      (problem.place.column.map { "\($0): " } ?? "") + "\(problem.message). \(problem.remedy)"
    }
    fields.append(reasons.joined(separator: " "))
    try writer?.write(fields.map { .text($0) })
  }

  /// Ends the file and gives its path.
  func close() throws -> String {
    if let writer = writer.take() { try writer.finish() }
    return path
  }
}
